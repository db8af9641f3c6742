//! Reminder messages and posts in words: starts, moves, cancellations, corrections.

use chrono::{DateTime, TimeDelta, Utc};

use super::time;
use crate::answer::TimetableSession;
use crate::domain::clip;

/// `, Watkins Glen, starts`: between the session's name and the relative time.
pub fn starts(weekend: &str) -> String {
    format!(", {weekend}, starts")
}

/// `, Watkins Glen, moved: 11:00 → 12:30 EDT`, with the days where the day changes.
pub fn moved(weekend: &str, was: DateTime<Utc>, one: &TimetableSession, zone: chrono_tz::Tz) -> String {
    let old = crate::schedule::LocalTime::at(zone, was);
    let new = match &one.track {
        Some(new) if new.date == old.date => format!("{} → {}", time::clock(old.time), time::clock(new.time)),
        Some(new) => format!(
            "{} {} → {} {}",
            time::day(old.date),
            time::clock(old.time),
            time::day(new.date),
            time::clock(new.time)
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
pub const GONE: &str = " is not in the calendar any more.";

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
         see the channel and send messages there again, `/announce resume` in it, or setting a reminder there, goes on."
    )
}

/// The meaning of Discord's code for a refusal.
pub fn refusal(code: u64, message: &str) -> String {
    match code {
        10_003 => "the channel is gone".to_owned(),
        10_008 => "the message is gone".to_owned(),
        10_013 => "the person is gone".to_owned(),
        30_046 => "the message is too old to be edited so often".to_owned(),
        50_001 => "I may not see the channel".to_owned(),
        50_007 => "direct messages are closed".to_owned(),
        50_013 => "I may not send messages there".to_owned(),
        50_278 => "there is no server that we share".to_owned(),
        // The JSON in braces is for programs.
        _ => clip(message.split(" {").next().unwrap_or_default(), 120),
    }
}

/// The meaning of Discord's code for a refusal of a scheduled event.
pub fn events_refusal(code: u64, message: &str) -> String {
    match code {
        50_001 | 50_013 => "I may not create and manage events in this server".to_owned(),
        30_038 => "the server has as many events as it may have".to_owned(),
        _ => refusal(code, message),
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
        " The end is not published; the hour is a guess."
    };
    format!("{series} {season}.{end}")
}
