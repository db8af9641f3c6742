//! Settings of reminders in words: subscriptions, confirmations, refusals.
#![expect(missing_docs, reason = "a sentence says itself what it is")]

use chrono::{DateTime, Utc};

use crate::command::subscriptions::Declined;
use crate::domain::Series;
use crate::reminders::{LeadTime, ReminderError, RequestError, Selector, Target, Topic};
use crate::view::Inline;
use crate::view::words::{count, list, schedule, time};

/// The titles.
pub const SET: &str = "Reminder set";
pub const YOURS: &str = "Your reminders";
/// The commands for one's own reminders, by what they do.
pub const LIST_BY_COMMAND: [(&str, &str); 2] = [
    ("Only you see them with ", "remind list"),
    ("Set one with ", "remind me"),
];
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
pub const MAY_NOT_SEND: &str =
    "You may not send messages in this channel, so I remind nobody in it for you. Set it with where:direct messages.";
pub const CHANNEL_PAUSED: &str = "This channel is paused, since I could not post in it. Somebody who manages the server lets \
                                  it go on with /announce resume; or set the reminder with where:direct messages.";
pub const RESUMED: &str = "This channel goes on.";
pub const NOT_PAUSED: &str = "This channel is not paused.";
pub const NOT_NOW: &str = "The database does not answer now, so nothing was changed. Try again in a moment.";

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

/// Too many people ask for the same at once.
pub const BUSY: &str =
    "Very many people click just now, and Discord lets me do only so much a second. Try again in a minute.";

/// Discord did not do it.
pub fn not_done(why: &str) -> String {
    format!("Discord did not do that: {why}.")
}

/// The permissions that are missing in a channel, and their use.
fn missing(rights: &[&str]) -> String {
    format!(
        "In this channel I lack the right to {}. Give it to me, then set this again.",
        list(rights)
    )
}

/// The reason why a command changed nothing.
pub fn declined(why: &Declined) -> String {
    match why {
        Declined::Request(ReminderError::Selection(why)) => unwanted(why),
        Declined::Request(ReminderError::Lead(why)) => why.to_string(),
        Declined::SetAlready => THERE_ALREADY.to_owned(),
        Declined::Full { count, remove } => full(*count, remove),
        Declined::ChannelFull(count) => channel_full(*count),
        Declined::ChannelPaused => CHANNEL_PAUSED.to_owned(),
        Declined::MayNotSend => MAY_NOT_SEND.to_owned(),
        Declined::UnreadablePause => NO_PAUSE.to_owned(),
        Declined::MissingPermissions(rights) => missing(rights),
        Declined::DirectMessagesClosed => CLOSED.to_owned(),
        Declined::Busy => BUSY.to_owned(),
        Declined::EveryoneRole => NOT_EVERYBODY.to_owned(),
        Declined::RoleNotMentionable => NOT_PINGED.to_owned(),
        Declined::NoEventPermissions => NO_EVENTS.to_owned(),
    }
}

/// A channel has as many reminders of members as it may.
fn channel_full(count: usize) -> String {
    format!(
        "Members have set {count} reminders in this channel already, as many as I keep for one. Set yours with where:direct \
         messages."
    )
}

/// The reason why a request for reminders was not understood.
fn unwanted(why: &RequestError) -> String {
    match why {
        RequestError::Empty => "Say of what: race, race 1, quali, all, pro race at the glen.".to_owned(),
        RequestError::Unknown(word) => format!(
            "I do not know '{word}' here. Say a kind of session (race, quali, practice), one of them (race 1), a class, a weekend, or all."
        ),
        RequestError::NoSession(what, names) if names.is_empty() => format!("The packs know of no {what}."),
        RequestError::NoSession(what, names) => {
            format!("The packs know of no {what}; there is {}.", list(names))
        }
        RequestError::Over(weekend) => format!("'{weekend}' is over, and the packs know of no later one."),
    }
}

/// A lead time: `15m`, `1 h and 15 min`.
pub fn before(leads: &[LeadTime]) -> String {
    let one = |lead: &LeadTime| match lead.as_minutes() {
        0 => "at the start".to_owned(),
        minutes if minutes % 1440 == 0 => count(usize::try_from(minutes / 1440).unwrap_or(0), "day", "days"),
        minutes if minutes % 60 == 0 => format!("{} h", minutes / 60),
        minutes if minutes > 60 => format!("{} h {} min", minutes / 60, minutes % 60),
        minutes => format!("{minutes} min"),
    };
    let all: Vec<String> = leads.iter().map(one).collect();
    if leads.iter().all(|lead| lead.as_minutes() == 0) {
        list(&all)
    } else {
        format!("{} before", list(&all))
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
    format!("silent until {}", time::date(until.date_naive()))
}

/// A server has scheduled events.
pub const EVENTS_ARE_ON: &str = "Scheduled events: on.";

/// The same subscription exists already.
pub const THERE_ALREADY: &str = "This is set already: the list shows it.";

/// The role `@everyone` cannot be given.
pub const NOT_EVERYBODY: &str =
    "I ping a role, not everybody. Name a role that people can take, or set it without one.";

/// The limit of subscriptions is reached.
fn full(all: usize, take_away: &str) -> String {
    format!("There are {all} already, as many as I keep. Take one away first, with {take_away}.")
}

/// All subscriptions are paused or resumed.
pub fn paused(reminders: u64, until: Option<DateTime<Utc>>) -> String {
    if reminders == 0 {
        return NONE.to_owned();
    }
    let all = count(usize::try_from(reminders).unwrap_or(0), "reminder", "reminders");
    match until {
        Some(until) => format!(
            "{all} silent until {}. /remind pause until:off ends that.",
            time::date(until.date_naive())
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
