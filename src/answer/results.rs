//! What came of a weekend's sessions: the orders by class, with points, awards and what is not known.

use chrono::NaiveDate;
use serde::Serialize;

use super::{CarCrew, NamedId};
use crate::domain::{Place, Points, Range, SessionKind, Slug, Start, Status};
use crate::schedule::{Clock, State};

/// What came of a weekend's sessions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WeekendResults {
    /// The weekend.
    pub weekend: WeekendTitle,
    /// The class that was asked for, if not all.
    pub class: Option<NamedId>,
    /// What is worth telling of that class: `Masters since 2024`.
    pub class_note: Option<String>,
    /// The sessions that are told of, in the order they are run.
    pub sessions: Vec<SessionResult>,
    /// Notes on results of the weekend that belong to no single session.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// Weekends of the season that were run since and of which no result is known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unknown_since: Vec<NamedId>,
    /// The weekends with results around this one.
    pub neighbours: AdjacentWeekends,
}

/// A weekend by its name, season and days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WeekendTitle {
    /// Its id and name.
    #[serde(flatten)]
    pub title: NamedId,
    /// The season.
    pub season: Slug,
    /// Its first day, by the circuit's clock.
    pub start: NaiveDate,
    /// Its last day.
    pub end: NaiveDate,
}

/// The weekends before and after one, where they can be asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct AdjacentWeekends {
    /// The one before.
    pub previous: Option<NamedId>,
    /// The one after.
    pub next: Option<NamedId>,
}

/// What came of one session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SessionResult {
    /// The session.
    pub session: NamedId,
    /// What kind it is.
    pub kind: SessionKind,
    /// The label of its round.
    pub round: Option<Slug>,
    /// How it stands.
    pub state: State,
    /// When it starts or started.
    pub start: Start,
    /// The circuit's clock at its start, where that is known.
    pub clock: Option<Clock>,
    /// The orders, by class; empty for a session that is not over, or of which nothing is known.
    pub classes: Vec<ClassResult>,
    /// Laps of the winner.
    pub laps: Option<u16>,
    /// The share of the points that the session pays, where it is not all of them.
    pub share: Option<Points>,
    /// Penalties that no row shows: who, and what.
    pub penalties: Vec<(NamedId, String)>,
    /// What else is worth telling.
    pub notes: Vec<String>,
    /// Where sources contradict each other.
    pub conflicts: Vec<String>,
}

/// The order of one class, or over all cars.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClassResult {
    /// The class; absent for the order over all cars.
    pub class: Option<NamedId>,
    /// Whether everybody who took part is listed.
    pub complete: bool,
    /// The rows that are known, the best first.
    pub rows: Vec<CarResult>,
    /// Who won what apart from the places.
    pub awards: Vec<AwardWinner>,
    /// What is won apart from the places and is not known.
    pub unknown_awards: Vec<Slug>,
}

/// One car's result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CarResult {
    /// Who.
    #[serde(flatten)]
    pub who: CarCrew,
    /// The place in the order that is told.
    pub place: Option<Place>,
    /// How the car's race ended.
    pub status: Status,
    /// Whether the place is shared.
    pub dead_heat: bool,
    /// The points, as far as they follow.
    pub points: Option<Range<Points>>,
    /// The race time, or the session's best lap, as printed.
    pub time: Option<String>,
    /// The penalty that is counted in already.
    pub penalty: Option<String>,
    /// What else is worth telling.
    pub note: Option<String>,
    /// How it was worked out, if no source says it outright.
    pub derived: Option<String>,
}

/// Something that was won apart from the place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AwardWinner {
    /// What: `pole`, `fastest-lap`.
    pub award: Slug,
    /// Who; absent when nobody did.
    pub driver: Option<NamedId>,
    /// The time that won it, as printed.
    pub time: Option<String>,
    /// What else is worth telling.
    pub note: Option<String>,
    /// How it was worked out, if no source says it outright.
    pub derived: Option<String>,
}

impl ClassResult {
    /// The winner, where that is known.
    pub fn winner(&self) -> Option<&CarResult> {
        let won = |row: &&CarResult| row.place == Some(Place::Exactly(1)) && row.status == Status::Classified;
        self.rows.iter().find(won)
    }
}
