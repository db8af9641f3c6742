//! Timetables in words.

use chrono::Timelike;

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

/// A weekend in a line: days, where they are not told already, circuit, rounds, main event.
pub fn weekend(plan: &WeekendTimetable, with_days: bool) -> String {
    let days = with_days.then(|| time::days(plan.first, plan.last));
    let mut parts: Vec<String> = days.into_iter().chain([plan.circuit.name.clone()]).collect();
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

/// The end of a session on the circuit's clock.
pub fn until(one: &TimetableSession) -> Option<String> {
    let end = one.track_end.as_ref()?;
    Some(format!("until {}", time::zoned(end)))
}

/// A session whose name and start are told already: round, end, state.
pub fn rest(one: &TimetableSession) -> String {
    let round = one.round.as_ref().map(|round| format!("Round {round}"));
    let is_told = matches!(one.state, State::Live | State::Finished | State::Cancelled);
    let moved = (one.status == SessionStatus::Moved).then(|| moved(one));
    let parts = [round, until(one).filter(|_| !is_told), moved];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    super::capital(&parts.join(super::SEPARATOR))
}

/// `Fri 21 Jun 16:20–17:00 EDT`.
fn span(start: &LocalTime, end: Option<&LocalTime>) -> String {
    format!("{} {}", time::day(start.date), times(start, end))
}

fn times(start: &LocalTime, end: Option<&LocalTime>) -> String {
    let Some(end) = end else {
        return time::zoned(start);
    };
    let mut span = time::clock(start);
    // The start repeats only what differs at the end.
    let same_half = start.time.hour12().0 == end.time.hour12().0 && start.date == end.date;
    if start.twelve && same_half && end.abbreviation == start.abbreviation {
        span.truncate(span.len() - " PM".len());
    }
    if end.abbreviation != start.abbreviation {
        span = format!("{span} {}", start.abbreviation);
    }
    let day = if end.date == start.date {
        String::new()
    } else {
        format!("{} ", end.date.format("%a"))
    };
    format!("{span}–{day}{}", time::zoned(end))
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
    let moved = (one.status == SessionStatus::Moved).then(|| moved(one));
    match (state, moved) {
        (Some(state), Some(moved)) => Some(format!("{state}, {moved}")),
        (state, moved) => state.or(moved),
    }
}

fn moved(one: &TimetableSession) -> String {
    let was = one.was.as_ref();
    was.map_or_else(|| "moved".to_owned(), |was| format!("moved from {was}"))
}

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
