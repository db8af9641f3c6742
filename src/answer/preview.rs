//! A weekend before it begins.

use serde::Serialize;

use super::{CarCrew, Entries, Gap, Scoring, Track, WeekendTimetable, Winners};
use crate::domain::{Conflict, Note, SeasonId};

/// Preview of a weekend.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Preview {
    /// The timetable.
    pub plan: WeekendTimetable,
    /// The circuit.
    pub track: Option<Track>,
    /// The field.
    pub entries: Option<Entries>,
    /// Winners of the previous visit.
    pub last_time: Option<LastTime>,
    /// The heads of the tables, with the gaps between them.
    pub championships: Vec<Gap>,
    /// Scoring of the championships.
    pub scoring: Vec<Scoring>,
    /// Entered drivers who live in the circuit's state or province.
    pub locals: Vec<LocalDriver>,
    /// Entered drivers in their first season of the series.
    pub rookies: Vec<CarCrew>,
    /// Notes.
    pub notes: Vec<Note>,
    /// Contradictions between sources on this weekend.
    pub conflicts: Vec<Conflict>,
}

/// Winners of the series' previous visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LastTime {
    /// The season of that.
    pub season: SeasonId,
    /// The winners.
    pub winners: Winners,
}

/// A driver who lives near the circuit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LocalDriver {
    /// The driver.
    #[serde(flatten)]
    pub who: CarCrew,
    /// The home town.
    pub hometown: String,
}
