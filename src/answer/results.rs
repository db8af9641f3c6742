//! Results of a weekend: orders by class, with points, awards and gaps in what is known.

use chrono::NaiveDate;
use serde::Serialize;

use super::{CarCrew, NamedId};
use crate::domain::{
    AwardId, ClassId, DriverId, Place, Points, PublicationStatus, Range, RoundLabel, SeasonId, SessionId, SessionKind,
    Start, Status, WeekendId,
};
use crate::schedule::{LocalTime, State};

/// Results of a weekend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WeekendResults {
    /// The weekend.
    pub weekend: WeekendTitle,
    /// The class that was asked for, if not all.
    pub class: Option<NamedId<ClassId>>,
    /// Note on that class: `Masters since 2024`.
    pub class_note: Option<String>,
    /// The sessions shown, in running order.
    pub sessions: Vec<SessionResult>,
    /// Notes on results of the weekend that belong to no single session.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// Weekends of the season that were run since and of which no result is known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unknown_since: Vec<NamedId<WeekendId>>,
    /// The weekends with results around this one.
    pub neighbours: AdjacentWeekends,
}

/// A weekend by its name, season and days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WeekendTitle {
    /// Its id and name.
    #[serde(flatten)]
    pub title: NamedId<WeekendId>,
    /// The season.
    pub season: SeasonId,
    /// Its first day, by the circuit's clock.
    pub start: NaiveDate,
    /// Its last day.
    pub end: NaiveDate,
}

/// The weekends before and after one, where they can be asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct AdjacentWeekends {
    /// The one before.
    pub previous: Option<NamedId<WeekendId>>,
    /// The one after.
    pub next: Option<NamedId<WeekendId>>,
}

/// Result of one session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SessionResult {
    /// The session.
    pub session: NamedId<SessionId>,
    /// Its kind.
    pub kind: SessionKind,
    /// The label of its round.
    pub round: Option<RoundLabel>,
    /// Its state.
    pub state: State,
    /// Its start.
    pub start: Start,
    /// The circuit's clock at its start, where that is known.
    pub clock: Option<LocalTime>,
    /// The status of the result, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<PublicationStatus>,
    /// The orders, by class; empty for a session that is not over, or of which nothing is known.
    pub classes: Vec<ClassResult>,
    /// Laps of the winner.
    pub laps: Option<u16>,
    /// The share of the points that the session pays, where it is not all of them.
    pub share: Option<Points>,
    /// Penalties that no row shows: who, and what.
    pub penalties: Vec<(NamedId<DriverId>, String)>,
    /// Notes.
    pub notes: Vec<String>,
    /// Contradictions between sources.
    pub conflicts: Vec<String>,
}

/// The order of one class, or over all cars.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClassResult {
    /// The class; absent for the order over all cars.
    pub class: Option<NamedId<ClassId>>,
    /// True if every participant is listed.
    pub complete: bool,
    /// The rows that are known, the best first.
    pub rows: Vec<CarResult>,
    /// Winners of awards.
    pub awards: Vec<AwardWinner>,
    /// Awards whose winners are not known.
    pub unknown_awards: Vec<AwardId>,
}

/// One car's result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CarResult {
    /// The crew.
    #[serde(flatten)]
    pub who: CarCrew,
    /// The place in the order shown.
    pub place: Option<Place>,
    /// The status at the finish.
    pub status: Status,
    /// True if the place is shared.
    pub dead_heat: bool,
    /// The points, as far as they follow.
    pub points: Option<Range<Points>>,
    /// The race time, or the session's best lap, as printed.
    pub time: Option<String>,
    /// The penalty that is counted in already.
    pub penalty: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// Derivation, if no source states it outright.
    pub derived: Option<String>,
}

/// Something that was won apart from the place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AwardWinner {
    /// The award: `pole`, `fastest-lap`.
    pub award: AwardId,
    /// The winner; absent when there was none.
    pub driver: Option<NamedId<DriverId>>,
    /// The others of the car's crew, where the car won it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<NamedId<DriverId>>,
    /// The time that won it, as printed.
    pub time: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// Derivation, if no source states it outright.
    pub derived: Option<String>,
}

impl ClassResult {
    /// The winner, where that is known.
    pub fn winner(&self) -> Option<&CarResult> {
        let won = |row: &&CarResult| row.place == Some(Place::Exactly(1)) && row.status == Status::Classified;
        self.rows.iter().find(won)
    }
}
