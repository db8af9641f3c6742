//! Timetable of a weekend: every session with its times and its state.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use super::NamedId;
use crate::dataset::Catalogue;
use crate::domain::{
    Asker, CircuitId, RoundLabel, Season, Series, SeriesId, Session, SessionId, SessionKind, SessionStatus, Start,
    Weekend, WeekendId,
};
use crate::schedule::{LocalTime, State};

/// A weekend's timetable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WeekendTimetable {
    /// The weekend.
    pub weekend: NamedId<WeekendId>,
    /// The circuit.
    pub circuit: NamedId<CircuitId>,
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day.
    pub last: NaiveDate,
    /// True if it is not held.
    pub is_cancelled: bool,
    /// The main event, where this series is the support.
    pub supports: Option<String>,
    /// The labels of its rounds.
    pub rounds: Vec<RoundLabel>,
    /// Number of rounds of the season, where its calendar is complete.
    pub of: Option<usize>,
    /// The sessions in their order.
    pub sessions: Vec<TimetableSession>,
    /// Set if only some sessions were asked for: the day, if it was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only: Option<Option<NaiveDate>>,
    /// The session that is meant or comes next, where none is on the day that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instead: Option<(NamedId<WeekendId>, TimetableSession)>,
    /// The day of the moment by the circuit's clock.
    #[serde(skip)]
    pub today: NaiveDate,
    /// The weekend before it in the season.
    pub before: Option<NamedId<WeekendId>>,
    /// The weekend after it in the season.
    pub behind: Option<NamedId<WeekendId>>,
}

/// A session in a timetable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TimetableSession {
    /// The session.
    pub session: NamedId<SessionId>,
    /// Its kind.
    pub kind: SessionKind,
    /// The label of its round.
    pub round: Option<RoundLabel>,
    /// Its start, as far as known.
    pub start: Start,
    /// Its end, where that is published.
    pub end: Option<DateTime<Utc>>,
    /// Its length in minutes.
    pub minutes: Option<u16>,
    /// Local time of its start at the circuit.
    pub track: Option<LocalTime>,
    /// Local time of its end at the circuit.
    pub track_end: Option<LocalTime>,
    /// Time of its start by the series' clock, where that differs from the circuit's.
    pub reference: Option<LocalTime>,
    /// Time of its end by the series' clock.
    pub reference_end: Option<LocalTime>,
    /// A zone that was asked for, and what its clock shows at the start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elsewhere: Option<(String, LocalTime)>,
    /// Its state.
    pub state: State,
    /// Its status: moved, cancelled or as planned.
    pub status: SessionStatus,
    /// The start that was published before it moved.
    pub was: Option<String>,
    /// True if it is the first upcoming session.
    pub is_next: bool,
    /// A note.
    pub note: Option<String>,
}

/// The current and the next sessions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Next {
    /// The kind of session that was asked for.
    pub kind: Option<SessionKind>,
    /// True if the weekend is on and none of its sessions is.
    pub is_between: bool,
    /// The weekend with what is still to come of it; absent when the packs know of nothing.
    pub ahead: Option<WeekendTimetable>,
    /// The weekends of other series that are on or next before this one's, where no series was named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub elsewhere: Vec<SeriesAhead>,
}

/// The weekend of a series that is on or comes next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeriesAhead {
    /// The series.
    pub series: NamedId<SeriesId>,
    /// The weekend.
    pub weekend: NamedId<WeekendId>,
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day.
    pub last: NaiveDate,
    /// True if it is on.
    pub is_on: bool,
}

/// A season's calendar, or its weekends with a kind of session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct SeasonCalendar {
    /// The weekends in their order.
    pub stops: Vec<CalendarStop>,
    /// True if the calendar is complete.
    #[serde(skip)]
    pub whole: bool,
}

/// A weekend in a season's calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CalendarStop {
    /// The weekend.
    pub weekend: NamedId<WeekendId>,
    /// The circuit.
    pub circuit: NamedId<CircuitId>,
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day.
    pub last: NaiveDate,
    /// The labels of its rounds.
    pub rounds: Vec<RoundLabel>,
    /// Its state.
    pub state: State,
    /// The sessions that are cancelled while the weekend is held.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub off: Vec<NamedId<SessionId>>,
}

impl WeekendTimetable {
    /// The timetable of a weekend at a moment.
    pub fn of(catalogue: &Catalogue, series: &Series, season: &Season, weekend: &Weekend, asker: &Asker) -> Self {
        let mut sessions: Vec<TimetableSession> = weekend
            .sessions
            .iter()
            .map(|session| TimetableSession::of(catalogue, series, weekend, session, asker))
            .collect();
        if let Some(next) = sessions.iter_mut().find(|session| session.state == State::Upcoming) {
            next.is_next = true;
        }
        let at = season
            .weekends
            .iter()
            .position(|other| other.id == weekend.id)
            .unwrap_or(0);
        let neighbour = |at: Option<usize>| {
            at.and_then(|at| season.weekends.get(at))
                .map(|weekend| NamedId::new(&weekend.id, &weekend.name))
        };
        let whole = season.calendar == crate::domain::Calendar::Complete;
        Self {
            weekend: NamedId::new(&weekend.id, &weekend.name),
            circuit: circuit(catalogue, weekend),
            first: weekend.start,
            last: weekend.end,
            is_cancelled: weekend.is_cancelled(),
            supports: weekend.supports.clone(),
            rounds: rounds(weekend),
            of: whole.then(|| season.rounds().len()),
            sessions,
            only: None,
            instead: None,
            today: LocalTime::at(catalogue.zone(weekend), asker.now).date,
            before: neighbour(at.checked_sub(1)),
            behind: neighbour(Some(at + 1)),
        }
    }
}

impl TimetableSession {
    /// A session at a moment.
    pub fn of(catalogue: &Catalogue, series: &Series, weekend: &Weekend, session: &Session, asker: &Asker) -> Self {
        let slot = catalogue.slot(weekend, session);
        let zone = session.zone.unwrap_or_else(|| catalogue.zone(weekend));
        let end = slot.starts_at().filter(|_| slot.end_published).map(|_| slot.end);
        let clock = |zone, at: Option<DateTime<Utc>>| at.map(|at| LocalTime::at(zone, at).told_in(series.zone));
        let track = clock(zone, slot.starts_at());
        let reference_zone = asker.reference.unwrap_or(series.zone);
        let reference = clock(reference_zone, slot.starts_at());
        // Two zones may show the same time under two names; only another time is worth another clock.
        let differs = track
            .as_ref()
            .zip(reference.as_ref())
            .is_some_and(|(track, reference)| (track.date, track.time) != (reference.date, reference.time));
        Self {
            session: NamedId::new(&session.id, &session.name),
            kind: session.kind,
            round: session.round.clone(),
            start: slot.start,
            end,
            minutes: session.minutes,
            track,
            track_end: clock(zone, end),
            reference: reference.filter(|_| differs),
            reference_end: clock(reference_zone, end).filter(|_| differs),
            elsewhere: None,
            state: slot.state(session, zone, asker.now),
            status: session.status,
            was: session.was.clone(),
            is_next: false,
            note: session.note.clone(),
        }
    }
}

impl TimetableSession {
    /// True if it is on a day of the circuit's calendar.
    pub fn on(&self, day: NaiveDate) -> bool {
        match self.start {
            Start::At(_) => self.track.as_ref().is_some_and(|clock| clock.date == day),
            Start::On(date) => date == day,
            Start::Unknown => false,
        }
    }

    /// Its start, where the time is known.
    pub fn starts_at(&self) -> Option<DateTime<Utc>> {
        match self.start {
            Start::At(at) => Some(at),
            Start::On(_) | Start::Unknown => None,
        }
    }
}

impl CalendarStop {
    /// A weekend's line in the calendar at a moment.
    pub fn of(catalogue: &Catalogue, season: &Season, weekend: &Weekend, now: DateTime<Utc>) -> Self {
        let stage = catalogue.progress(season, now);
        let over = crate::schedule::day_end(catalogue.zone(weekend), weekend.end) <= now;
        let state = if weekend.is_cancelled() {
            State::Cancelled
        } else if over {
            State::Finished
        } else if stage.running.is_some_and(|running| running.id == weekend.id) {
            State::Live
        } else {
            State::Upcoming
        };
        let is_off = |one: &&Session| one.status == SessionStatus::Cancelled && state != State::Cancelled;
        let off = weekend.sessions.iter().filter(is_off);
        Self {
            weekend: NamedId::new(&weekend.id, &weekend.name),
            circuit: circuit(catalogue, weekend),
            first: weekend.start,
            last: weekend.end,
            rounds: rounds(weekend),
            state,
            off: off.map(|one| NamedId::new(&one.id, &one.name)).collect(),
        }
    }
}

fn circuit(catalogue: &Catalogue, weekend: &Weekend) -> NamedId<CircuitId> {
    let name = catalogue
        .circuit(weekend)
        .map_or_else(|| weekend.circuit.to_string(), |circuit| circuit.name.clone());
    NamedId::new(&weekend.circuit, &name)
}

fn rounds(weekend: &Weekend) -> Vec<RoundLabel> {
    let mut rounds: Vec<RoundLabel> = weekend
        .sessions
        .iter()
        .filter_map(|session| session.round.clone())
        .collect();
    rounds.dedup();
    rounds
}
