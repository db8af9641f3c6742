//! Reminders in words: commands, subscriptions, upcoming reminders, outcomes of deliveries.
#![expect(missing_docs, reason = "a sentence says itself what it is")]

use chrono::{DateTime, TimeDelta, Utc};

use super::{reminder_message, schedule};
use crate::domain::Series;
use crate::reminders::{
    EndReason, JournalKind, LeadTime, Reason, RequestError, Selector, Settlement, StoreStats, Target, Topic,
};
use crate::view::Inline;

/// Summaries of the commands and their options.
pub const REMIND: &str = "Reminders before sessions, for you alone";
pub const ME: &str = "Set a reminder: race 15m, or quali and race 1 at the glen 1h,15m";
pub const WHAT: &str = "race, race 1, quali, all, pro race, or a weekend; several with commas";
pub const BEFORE: &str = "how long before: 15m, 1h, 1d; several with commas (15m if left out)";
pub const WHERE: &str = "your direct messages, or this channel";
pub const HERE: &str = "this channel";
pub const DIRECT: &str = "direct messages";
pub const SERIES: &str = "which series";
pub const LIST: &str = "What is set";
pub const REMOVE: &str = "Take one away";
pub const WHICH: &str = "which one";
pub const PAUSE: &str = "Silence until a day, for a while, or not any more";
pub const UNTIL: &str = "a date, a time such as 3d or 2w, or off";
pub const HEALTH: &str = "What comes next, what became of the last ones, what is paused";
pub const ANNOUNCE: &str = "What this server's channels are told by themselves";
pub const REMINDERS: &str = "Reminders in this channel: qualifying,race 1h";
pub const PREVIEWS: &str = "The weekend's preview in this channel, at the start of race week";
pub const RESULTS: &str = "Results in this channel, when they are known";
pub const ROLE: &str = "a role that is pinged";
pub const MOVE: &str = "Give a session another start, for this server, until a newer pack comes";
pub const DELAY: &str = "Put a session off, for this server, until a newer pack comes";
pub const CANCEL: &str = "Strike a session, for this server, until a newer pack comes";
pub const RESTORE: &str = "Take this server's change of a session back";
pub const SESSION: &str = "which session: race 2, or watkins-glen qualifying";
pub const NEW_TIME: &str = "the new start by the track's clock: 12:30, or 2024-06-22 12:30";
pub const BY: &str = "by how much: 30m, 1h";
pub const ROLES: &str = "A button in this channel by which everybody can take a role, and be pinged";
pub const EVENTS: &str = "A scheduled event for each session, kept up to date";
pub const STATE: &str = "on or off";
pub const ON: &str = "on";
pub const OFF: &str = "off";
pub const RESUME: &str = "Go on in this channel after it was paused";

/// The titles.
pub const SET: &str = "Reminder set";
pub const YOURS: &str = "Your reminders";
pub const SERVERS: &str = "What this server is told";
pub const NOT_KEPT: &str = "Nothing is kept here";
pub const NOT_KEPT_WHY: &str =
    "This bot runs without a database, so it can set no reminders. Whoever runs it can change that.";
pub const REMIND_ME: &str = "Remind me";
pub const NONE: &str = "Nothing is set. For example: /remind me what:race before:15m";
pub const NONE_HERE: &str = "Nothing is set. For example: /announce reminders what:qualifying,race before:1h";
pub const REMOVED: &str = "Taken away.";
pub const NO_SUCH: &str = "There is no such one. The list shows what is set.";
pub const NO_PAUSE: &str = "Write a date such as 2026-07-01, a while such as 3d or 2w, or off.";
pub const CLOSED: &str = "I cannot write to you: your direct messages are closed to me. Allow them from this server's members \
                          in its privacy settings, or set the reminder with where:this channel.";
pub const NOT_HERE: &str = "I am not in this server, so I cannot post here. Set the reminder with where:direct messages, or \
                            ask somebody who manages the server to invite me.";
pub const NOT_ALLOWED: &str = "That needs the right to manage this server.";
pub const NOT_PINGED: &str = "I could not ping that role: let everybody mention it in its settings, or give me the right to \
                              mention all roles. Then set this again, or set it without a role.";
pub const RESUMED: &str = "This channel goes on.";
pub const NOT_PAUSED: &str = "This channel is not paused.";
pub const NOT_NOW: &str = "The database does not answer now, so nothing was changed. Try again in a moment.";
pub const HEALTH_TITLE: &str = "Reminders";

pub const NO_ROLE: &str = "Name a role of this server.";
pub const TAKE: &str = "Ping me, or no longer";
pub const OFFERED: &str = "The button is there.";
pub const TAKEN: &str = "You have the role now, and are pinged by what names it. The button takes it back.";
pub const GIVEN_BACK: &str = "You no longer have the role.";
pub const MAY_NOT_GIVE: &str = "Whoever offers a role needs the right to manage roles.";
pub const CANNOT_GIVE: &str =
    "I cannot give that role: I need the right to manage roles, and my own role must stand above it.";
pub const TOO_MUCH: &str =
    "That role has rights that nobody should get by a button. Make one that has none, for being pinged.";
pub const EVENTS_ON: &str =
    "Each session to come gets a scheduled event, within a few minutes, and follows it when it moves.";
pub const EVENTS_OFF: &str = "No more events are made or changed. Those that are there stay; remove them by hand.";
pub const NO_EVENTS: &str =
    "For events I need the rights to create and to manage events. Give me both, then set this again.";

/// The text above the button for a role.
pub fn offered(role: u64) -> String {
    format!("Race reminders for <@&{role}>: take the role, or give it back.")
}

/// Discord did not do it.
pub fn not_done(why: &str) -> String {
    format!("Discord did not do that: {why}.")
}

/// The permissions that are missing in a channel, and their use.
pub fn missing(rights: &[&str]) -> String {
    format!(
        "In this channel I lack the right to {}. Give it to me, then set this again.",
        super::list(rights)
    )
}

/// The reason why a request for reminders was not understood.
pub fn unwanted(why: &RequestError) -> String {
    match why {
        RequestError::Empty => "Say of what: race, race 1, quali, all, pro race at the glen.".to_owned(),
        RequestError::Unknown(word) => format!(
            "I do not know '{word}' here. Say a kind of session (race, quali, practice), one of them (race 1), a class, a weekend, or all."
        ),
        RequestError::NoSession(what, names) if names.is_empty() => format!("The packs know of no {what}."),
        RequestError::NoSession(what, names) => {
            format!("The packs know of no {what}; there is {}.", super::list(names))
        }
        RequestError::Over(weekend) => format!("'{weekend}' is over, and the packs know of no later one."),
    }
}

/// A lead time: `15m`, `1 h and 15 min`.
pub fn before(leads: &[LeadTime]) -> String {
    let one = |lead: &LeadTime| match lead.as_minutes() {
        0 => "at the start".to_owned(),
        minutes if minutes % 1440 == 0 => super::count(usize::try_from(minutes / 1440).unwrap_or(0), "day", "days"),
        minutes if minutes % 60 == 0 => format!("{} h", minutes / 60),
        minutes if minutes > 60 => format!("{} h {} min", minutes / 60, minutes % 60),
        minutes => format!("{minutes} min"),
    };
    let all: Vec<String> = leads.iter().map(one).collect();
    if leads.iter().all(|lead| lead.as_minutes() == 0) {
        super::list(&all)
    } else {
        format!("{} before", super::list(&all))
    }
}

/// A selector: `every race`, `Race 1 at Watkins Glen`, `results`.
pub fn selected(selector: &Selector, series: Option<&Series>) -> String {
    let season = |year| series.and_then(|series| series.season(year));
    let weekend = selector.weekend.as_ref().map(|(year, weekend)| {
        let found = season(year).and_then(|season| season.weekend(weekend.as_str()));
        found.map_or_else(|| weekend.to_string(), |weekend| weekend.name.clone())
    });
    let every = if selector.weekend.is_some() { "the" } else { "every" };
    let what = match &selector.what {
        Topic::All => {
            if weekend.is_some() {
                "all sessions".to_owned()
            } else {
                "every session".to_owned()
            }
        }
        Topic::Kind(kind) => format!("{every} {}", schedule::kind(*kind)),
        Topic::Session(session) => title(session.as_str()),
        Topic::Preview => "previews".to_owned(),
        Topic::Results => "results".to_owned(),
    };
    let class = selector.class.as_ref().map(|class| {
        let found = series.and_then(|series| {
            series
                .each_season()
                .rev()
                .find_map(|season| season.class(class.as_str()))
        });
        found.map_or_else(|| class.to_string(), |class| class.name.clone())
    });
    let class = class.map_or_else(String::new, |class| format!(" with {class}"));
    let weekend = weekend.map_or_else(String::new, |weekend| format!(" at {weekend}"));
    format!("{what}{class}{weekend}")
}

/// A slug as people write it: `Race 1` for `race-1`.
fn title(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut letters = words.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The target of a subscription.
pub fn place(target: &Target) -> Vec<Inline> {
    let text = |text: &str| Inline::Text(text.to_owned());
    match target {
        Target::Direct { .. } => vec![text("in your direct messages")],
        Target::Mention { channel, .. } => vec![text("in "), Inline::Channel(*channel), text(", with a mention")],
        Target::Channel {
            channel, role: None, ..
        } => vec![text("in "), Inline::Channel(*channel)],
        Target::Channel {
            channel,
            role: Some(role),
            ..
        } => {
            vec![
                text("in "),
                Inline::Channel(*channel),
                text(", for "),
                Inline::Role(*role),
            ]
        }
    }
}

/// A subscription is paused.
pub fn silent(until: DateTime<Utc>) -> String {
    format!("silent until {}", super::time::date(until.date_naive()))
}

/// A server has scheduled events.
pub const EVENTS_ARE_ON: &str = "Scheduled events: on.";

/// The same subscription exists already.
pub const THERE_ALREADY: &str = "This is set already: the list shows it.";

/// The role `@everyone` cannot be given.
pub const NOT_EVERYBODY: &str =
    "I ping a role, not everybody. Name a role that people can take, or set it without one.";

/// The limit of subscriptions is reached.
pub fn full(all: usize, take_away: &str) -> String {
    format!("There are {all} already, as many as I keep. Take one away first, with {take_away}.")
}

/// All subscriptions are paused or resumed.
pub fn paused(reminders: u64, until: Option<DateTime<Utc>>) -> String {
    if reminders == 0 {
        return NONE.to_owned();
    }
    let all = super::count(usize::try_from(reminders).unwrap_or(0), "reminder", "reminders");
    match until {
        Some(until) => format!(
            "{all} silent until {}. /remind pause until:off ends that.",
            super::time::date(until.date_naive())
        ),
        None => format!("{all} no longer silent."),
    }
}

/// The next matching session has no time yet.
pub fn untimed(session: &str) -> String {
    format!("{session}: time not published yet. I keep this, and tell you once there is one.")
}

/// No matching session is known.
pub const NOTHING_COMES: &str =
    "Nothing of it with a time is known to come yet. I keep this, and tell you once there is.";

/// The next matching session starts sooner than the lead time.
pub const TOO_SOON: &str = "It starts sooner than that, so nothing is told of this one.";

/// The outcome of a delivery.
pub fn outcome(settlement: &Settlement, late: TimeDelta) -> String {
    match settlement {
        Settlement::Sent(_) if late < crate::reminders::LATE_THRESHOLD => "sent in time".to_owned(),
        Settlement::Sent(_) => format!("sent {}", reminder_message::late(late)),
        Settlement::Skipped(why) => format!("not sent: {}", reason(*why)),
        Settlement::Unconfirmed(why) => format!("not confirmed: {}", reason(*why)),
        Settlement::Failed(refusal) => {
            let words = refusal.split_once(' ').map_or(refusal.as_str(), |(_, words)| words);
            format!("failed: {words}")
        }
    }
}

const fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Late => "it would have come too late",
        Reason::Begun => "the session had begun",
        Reason::Moved => "the session had moved",
        Reason::Gone => "the session is gone",
        Reason::Paused => "you had silenced it",
        Reason::ChannelPaused => "the channel is paused",
        Reason::Left => "I was not in the server",
        Reason::Ended => "it was ended",
        Reason::NoAnswer | Reason::Crash => "it may have arrived; to send it again could have sent it twice",
    }
}

/// A subscription that ended by itself, and why.
pub fn ended(kind: JournalKind, reason: &EndReason, behind_a_channel: bool) -> String {
    let what = match kind {
        JournalKind::EventsEnded => "scheduled events",
        JournalKind::PingEnded => "ping",
        JournalKind::Ended | JournalKind::Paused if behind_a_channel => "reminder",
        JournalKind::Ended | JournalKind::Paused => "reminder in direct messages",
    };
    let why = match reason {
        EndReason::ChannelDeleted => "the channel was deleted",
        EndReason::RoleDeleted => "the role was deleted",
        EndReason::PersonDeleted => "the account was deleted",
        EndReason::Refused(refusal) => match refusal.split_once(' ') {
            Some((code, words)) if code.parse::<u64>().is_ok() => words,
            _ => refusal,
        },
    };
    format!("{}{what}: {why}", if behind_a_channel { ": " } else { "" })
}

/// The number of subscriptions and deliveries stored.
pub fn kept(census: StoreStats) -> String {
    let StoreStats {
        people,
        servers,
        waiting,
        paused,
    } = census;
    format!(
        "{} of people and {servers} of servers; {waiting} deliveries wait; {paused} channels are paused.",
        super::count(usize::try_from(people).unwrap_or(usize::MAX), "reminder", "reminders"),
    )
}

/// The headings of the health report.
pub const NEXT_ONES: &str = "Next";
pub const LAST_ONES: &str = "Last";
pub const PAUSED_ONES: &str = "Paused";
pub const ENDED_ONES: &str = "Ended";
pub const NO_NEXT: &str = "nothing with a time is known to come";
/// The text between a session and the time of its reminder.
pub const TOLD: &str = " · reminder";
pub const NO_LAST: &str = "nothing yet";
