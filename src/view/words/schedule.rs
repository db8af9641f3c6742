//! Timetables in words.

use chrono::NaiveDate;

use super::time;
use crate::answer::{SeriesAhead, TimetableSession, WeekendTimetable};
use crate::domain::{RoundLabel, SessionKind, SessionStatus, Start};
use crate::schedule::{LocalTime, State};

/// `Round 7`, `Rounds 7 and 8`.
pub fn rounds(rounds: &[RoundLabel]) -> String {
    let labels: Vec<&str> = rounds.iter().map(RoundLabel::as_str).collect();
    match labels.as_slice() {
        [] => String::new(),
        [one] => format!("Round {one}"),
        many => format!("Rounds {}", super::list(many)),
    }
}

/// A weekend in a line: days, circuit, rounds, main event.
pub fn weekend(plan: &WeekendTimetable) -> String {
    let mut parts = vec![time::days(plan.first, plan.last), plan.circuit.name.clone()];
    if !plan.rounds.is_empty() {
        let of = plan.of.map_or_else(String::new, |of| format!(" of {of}"));
        parts.push(rounds(&plan.rounds) + &of);
    }
    if plan.is_cancelled {
        parts.push("cancelled".to_owned());
    }
    parts.extend(plan.supports.as_ref().map(|event| format!("supporting {event}")));
    parts.join(" · ")
}

/// `Race 1 (Round 7)`.
pub fn session(one: &TimetableSession) -> String {
    match &one.round {
        Some(round) => format!("{} (Round {round})", one.session.name),
        None => one.session.name.clone(),
    }
}

/// The times of a session on the circuit's and the series' clock.
pub fn when(one: &TimetableSession) -> String {
    match (&one.track, one.start) {
        (Some(track), _) => {
            let track_time = span(track, one.track_end.as_ref());
            match &one.reference {
                Some(reference) => {
                    let day = if reference.date == track.date {
                        String::new()
                    } else {
                        time::day(reference.date) + " "
                    };
                    let reference = times(reference, one.reference_end.as_ref());
                    format!("{track_time} track time, {day}{reference}")
                }
                None => track_time,
            }
        }
        (None, Start::On(date)) => match &one.note {
            Some(note) => format!("{}, time not published ({note})", time::day(date)),
            None => format!("{}, time not published", time::day(date)),
        },
        (None, Start::At(_) | Start::Unknown) => "date and time not published".to_owned(),
    }
}

/// The start of a session in another zone: `London: Fri 21 Jun 21:20 BST`.
pub fn elsewhere(one: &TimetableSession) -> Option<String> {
    let (zone, clock) = one.elsewhere.as_ref()?;
    // A zone that is an offset has no city; its clock says all.
    let city = match zone.strip_prefix("Etc/") {
        Some(_) => clock.abbreviation.clone(),
        None => zone.rsplit('/').next().unwrap_or(zone).replace('_', " "),
    };
    Some(format!("{city}: {}", time::own_clock(clock)))
}

/// The placeholder where no session is on that was asked for.
pub fn none(day: Option<NaiveDate>) -> String {
    match day {
        Some(day) => format!("No session on {} as far as published.", time::day(day)),
        None => "No such session is published for this weekend.".to_owned(),
    }
}

/// `Fri 21 Jun 16:20–17:00 EDT`.
fn span(start: &LocalTime, end: Option<&LocalTime>) -> String {
    format!("{} {}", time::day(start.date), times(start, end))
}

fn times(start: &LocalTime, end: Option<&LocalTime>) -> String {
    let mut span = time::clock(start.time);
    let Some(end) = end else {
        return format!("{span} {}", start.abbreviation);
    };
    // The start repeats only what differs at the end.
    if end.abbreviation != start.abbreviation {
        span = format!("{span} {}", start.abbreviation);
    }
    let day = if end.date == start.date {
        String::new()
    } else {
        format!("{} ", end.date.format("%a"))
    };
    format!("{span}–{day}{} {}", time::clock(end.time), end.abbreviation)
}

/// The state of a session, where it is worth a word.
pub fn state(one: &TimetableSession) -> Option<String> {
    let state = match one.state {
        State::Live => Some("on now".to_owned()),
        State::Finished => Some("finished".to_owned()),
        State::Cancelled => Some("cancelled".to_owned()),
        State::Today => Some("today".to_owned()),
        State::Upcoming => one.is_next.then(|| "next".to_owned()),
    };
    let moved = (one.status == SessionStatus::Moved).then(|| {
        one.was
            .as_ref()
            .map_or_else(|| "moved".to_owned(), |was| format!("moved from {was}"))
    });
    match (state, moved) {
        (Some(state), Some(moved)) => Some(format!("{state}, {moved}")),
        (state, moved) => state.or(moved),
    }
}

/// The line for a moment of a weekend at which no session is on.
pub const BETWEEN: &str = "Nothing is on now.";

/// A kind of session in words.
pub fn kind(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Test => "test",
        SessionKind::Practice => "practice",
        SessionKind::Qualifying => "qualifying",
        SessionKind::Sprint => "sprint",
        SessionKind::Race => "race",
    }
}

/// The placeholder where the packs have no upcoming session.
pub fn nothing_ahead(asked: Option<SessionKind>) -> String {
    format!("The packs know of no {} to come.", asked.map_or("session", kind))
}

/// `Formula 1 is on: Qatar Grand Prix, 27–29 Nov 2026.`
pub fn series_ahead(other: &SeriesAhead) -> String {
    format!(
        "{} is {}: {}, {}.",
        other.series.name,
        if other.is_on { "on" } else { "next" },
        other.weekend.name,
        super::time::days(other.first, other.last)
    )
}

/// Title of a season's calendar, or of its weekends with a kind of session.
pub fn calendar(series: &str, season: &str, asked: Option<SessionKind>) -> String {
    match asked {
        None => format!("{series} {season} · Calendar"),
        Some(asked) => format!("{series} {season} · Weekends with a {}", kind(asked)),
    }
}

/// A weekend's state in a calendar.
pub fn stop(state: State) -> &'static str {
    match state {
        State::Finished => "done",
        State::Live | State::Today => "on now",
        State::Upcoming => "",
        State::Cancelled => "cancelled",
    }
}
