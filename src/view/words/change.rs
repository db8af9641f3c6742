//! Changes to the calendar in words: remarks in answers, confirmations, and reasons why one cannot be made.

use chrono::{DateTime, Utc};

use super::time;
use crate::command::calendar::CalendarOutcome;
use crate::dataset::{AppliedOverride, Catalogue, Origin, Override, SessionChange};
use crate::domain::SessionPath;
use crate::question::change::NoStart;
use crate::schedule::LocalTime;

/// Maximum number of changes that one answer lists.
const MOST: usize = 3;

/// The small lines about changes in force, the latest first.
pub fn notes(changes: &[AppliedOverride]) -> Vec<String> {
    let mut latest: Vec<&AppliedOverride> = changes.iter().collect();
    latest.sort_by_key(|one| std::cmp::Reverse(one.change.made));
    let mut lines: Vec<String> = latest.iter().take(MOST).map(|one| note(one)).collect();
    let more = latest.len().saturating_sub(MOST);
    if more > 0 {
        lines.push(format!("{} more.", super::count(more, "change", "changes")));
    }
    lines
}

/// `Changed by this server on 21 Jun: Race 2 at Watkins Glen moved, 11:00 → 12:30`
fn note(one: &AppliedOverride) -> String {
    let by = match one.change.by {
        Origin::Server => "this server",
        Origin::Operator => "whoever runs this bot",
    };
    let day = LocalTime::at(one.zone, one.change.made).date.format("%-d %b");
    format!("Changed by {by} on {day}: {}", changed(one))
}

/// `Race 2 at Watkins Glen moved, 11:00 → 12:30`
pub fn changed(one: &AppliedOverride) -> String {
    let what = match one.change.what {
        SessionChange::Moved(_) => "moved",
        SessionChange::Delayed(_) => "delayed",
        SessionChange::Cancelled => "cancelled",
    };
    let session = format!("{} at {} {what}", one.session_name, one.weekend_name);
    let clock = |at: DateTime<Utc>| LocalTime::at(one.zone, at);
    let full = |clock: &LocalTime| format!("{} {}", time::day(clock.date), time::clock(clock));
    match (one.was.map(clock), one.change.what.start().map(clock)) {
        (_, None) => session,
        (None, Some(now)) => format!("{session} to {}", full(&now)),
        (Some(was), Some(now)) if was.date == now.date => {
            format!("{session}, {} → {}", time::clock(&was), time::clock(&now))
        }
        (Some(was), Some(now)) => format!("{session}, {} → {}", full(&was), full(&now)),
    }
}

/// The outcome of a request for a change; the catalogue has the change.
pub fn outcome(outcome: &CalendarOutcome, catalogue: &Catalogue) -> String {
    match outcome {
        CalendarOutcome::Changed(change) => {
            let is_it = |one: &&AppliedOverride| one.change.session == change.session && one.change.by == change.by;
            let applied = catalogue.changes.iter().find(is_it);
            applied.map(made).unwrap_or_default()
        }
        CalendarOutcome::Restored {
            session,
            by,
            was_changed,
        } => restored(session, *by, *was_changed, catalogue),
        CalendarOutcome::NoStart(why) => no_start(why),
    }
}

/// Confirmation of a change.
pub fn made(one: &AppliedOverride) -> String {
    let place = place(one.change.by);
    format!("{}: {place}, until a newer pack comes.", changed(one))
}

/// The scope of a person's changes.
const fn place(by: Origin) -> &'static str {
    match by {
        Origin::Server => "in this server",
        Origin::Operator => "for all servers",
    }
}

/// Confirmation that a change was taken back, or that there was none.
pub fn restored(session: &SessionPath, by: Origin, was_changed: bool, catalogue: &Catalogue) -> String {
    let (session, place) = (named(session, catalogue), place(by));
    if was_changed {
        format!("{session} is again as the pack has it, {place}.")
    } else {
        format!("{session} was not changed {place}: there is nothing to restore.")
    }
}

/// `Race 2 at Watkins Glen`, or its id where no pack has it any more.
fn named(id: &SessionPath, catalogue: &Catalogue) -> String {
    let weekend = catalogue
        .season(&id.series, &id.season)
        .and_then(|season| season.weekend(id.weekend.as_str()));
    let session = weekend.and_then(|weekend| Some((weekend, weekend.session(id.session.as_str())?)));
    session.map_or_else(
        || id.to_string(),
        |(weekend, session)| format!("{} at {}", session.name, weekend.name),
    )
}

/// A change in a list: its scope and its date.
pub fn listed(guild: Option<u64>, change: &Override, applied: Option<&AppliedOverride>) -> String {
    let whom = guild.map_or_else(|| "all servers".to_owned(), |guild| format!("server {guild}"));
    let what = applied.map_or_else(
        || format!("{} is no longer changed: a newer pack has come", change.session),
        changed,
    );
    format!("{whom}: {what} (since {})", change.made.format("%-d %b %Y %H:%M UTC"))
}

/// An empty list of changes.
pub const NONE: &str = "The calendar is as the packs have it.";

/// The reason why a session cannot start then.
pub fn no_start(why: &NoStart) -> String {
    match why {
        NoStart::Unread(text) => format!(
            "'{text}' is no time. Write track time, such as 12:30 or 2024-06-22 12:30, or a delay such as +30m."
        ),
        NoStart::NoTime => {
            "The session has no published time that could be delayed: write its time instead.".to_owned()
        }
        NoStart::NoDay => "The session's day is not published: write date and time.".to_owned(),
        NoStart::Skipped => "The track's clock jumps over that time, for it is put forward that night.".to_owned(),
        NoStart::Twice(one, other) => format!(
            "The track's clock shows that time twice that night: write date, time and offset, {one} or {other}."
        ),
        NoStart::Far(first, last) => format!(
            "That is more than a week away from the weekend ({}).",
            time::days(*first, *last)
        ),
        NoStart::Cancelled => {
            "The session is cancelled: it cannot be delayed. Move it to a new start if it is held after all.".to_owned()
        }
        NoStart::Run => "The session has been run and has a result: it cannot be changed any more.".to_owned(),
        NoStart::NoSession => "There is no such session in the packs.".to_owned(),
    }
}
