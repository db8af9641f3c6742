//! Reminder messages and posts in words: starts, moves, cancellations, corrections.

use chrono::{DateTime, TimeDelta, Utc};

use crate::answer::TimetableSession;
use crate::domain::clip;
use crate::reminders::Refusal;
use crate::view::words::time;

/// `, Watkins Glen, starts`: between the session's name and the relative time.
pub fn starts(weekend: &str) -> String {
    format!(", {weekend}, starts")
}

/// `, Watkins Glen, moved: 11:00 → 12:30 EDT`, with the days where the day changes.
pub fn moved(weekend: &str, was: DateTime<Utc>, one: &TimetableSession, zone: chrono_tz::Tz) -> String {
    let mut old = crate::schedule::LocalTime::at(zone, was);
    old.twelve = one.track.as_ref().map_or(old.twelve, |new| new.twelve);
    let new = match &one.track {
        Some(new) if new.date == old.date => format!("{} → {}", time::clock(&old), time::clock(new)),
        Some(new) => format!(
            "{} {} → {} {}",
            time::day(old.date),
            time::clock(&old),
            time::day(new.date),
            time::clock(new)
        ),
        None => return format!(", {weekend}, has no time any more; it was {}", time::own_clock(&old)),
    };
    let zone = one
        .track
        .as_ref()
        .map_or(&old.abbreviation, |clock| &clock.abbreviation);
    format!(", {weekend}, moved: {new} {zone}")
}

/// A session is cancelled.
pub fn cancelled(weekend: &str) -> String {
    format!(", {weekend}, is cancelled.")
}

/// A session is held after all.
pub fn restored(weekend: &str) -> String {
    format!(", {weekend}, is on after all.")
}

/// A session is no longer in the calendar.
pub fn gone(weekend: &str) -> String {
    format!(", {weekend}, is not in the calendar any more.")
}

/// Messages that could not be confirmed, to whoever set them: their number, and the sessions that they were about.
pub fn unconfirmed(messages: usize, sessions: &[String]) -> String {
    let (shown, more) = sessions.split_at(sessions.len().min(5));
    let more = match more.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let what = if messages == 1 {
        "one message that you set up".to_owned()
    } else {
        format!("{messages} messages that you set up")
    };
    format!(
        "I cannot tell whether {what} arrived, since there was an outage: {}{more}. Nothing of it is sent again, so that nobody \
         is told twice. `/remind health` and `/announce health` show the last ones.",
        shown.join(", ")
    )
}

/// A session at its weekend: `Race 1 at Watkins Glen`.
pub fn at_weekend((session, weekend): &(String, String)) -> String {
    format!("{session} at {weekend}")
}

/// The delay of a message: `12 min late`.
pub fn late(by: TimeDelta) -> String {
    match (by.num_hours(), by.num_minutes() % 60) {
        (0, minutes) => format!("{minutes} min late"),
        (hours, 0) => format!("{hours} h late"),
        (hours, minutes) => format!("{hours} h {minutes} min late"),
    }
}

/// A result was corrected: how it differs from the published one.
pub fn corrected(changes: &[String]) -> String {
    match changes {
        [] => "Corrected since it was posted.".to_owned(),
        changes => format!("Corrected since it was posted: {}.", changes.join("; ")),
    }
}

/// The change of one line of a result; `None` where it was added or removed.
pub fn line_changed(name: &str, was: Option<&str>, is: Option<&str>) -> String {
    match (was, is) {
        (Some(was), Some(is)) => format!("{name} {was} → {is}"),
        (None, Some(is)) => format!("{name} {is}"),
        (_, None) => format!("{name} no longer listed"),
    }
}

/// The notice to the owner of a subscription whose channel cannot be written to.
pub fn paused(channel: u64, why: &str) -> String {
    format!(
        "I cannot post in <#{channel}> any more ({why}), so what was set up there is paused. Nothing is deleted. When I may \
         see the channel and send messages there again, whoever manages the server lets it go on with `/announce resume` in it."
    )
}

/// Reason of a refusal in words; `message` is Discord's.
pub fn refusal(reason: Refusal, message: &str) -> String {
    let reason = match reason {
        Refusal::UnknownChannel => "the channel is gone",
        Refusal::UnknownMessage => "the message is gone",
        Refusal::UnknownUser => "the person is gone",
        Refusal::TooManyEdits => "the message is too old to be edited so often",
        Refusal::MissingAccess => "I may not see the channel",
        Refusal::ClosedDirectMessages => "direct messages are closed",
        Refusal::MissingPermissions => "I may not send messages there",
        Refusal::NoSharedServer => "there is no server that we share",
        // The JSON in braces is for programs.
        _ => return clip(message.split(" {").next().unwrap_or_default(), 120),
    };
    reason.to_owned()
}

/// Reason of a refusal of a scheduled event in words.
pub fn events_refusal(reason: Refusal, message: &str) -> String {
    match reason {
        Refusal::MissingAccess | Refusal::MissingPermissions => {
            "I may not create and manage events in this server".to_owned()
        }
        Refusal::TooManyEvents => "the server has as many events as it may have".to_owned(),
        _ => refusal(reason, message),
    }
}

/// The name of a scheduled event: `PCCNA Race 1 · Watkins Glen`.
pub fn event(series: &str, session: &str, weekend: &str) -> String {
    format!("{series} {session} · {weekend}")
}

/// The text of a scheduled event.
pub fn event_text(series: &str, season: &impl std::fmt::Display, end_published: bool) -> String {
    let end = if end_published {
        ""
    } else {
        " The end is not published; sessions of its kind usually last so long."
    };
    format!("{series} {season}.{end}")
}
