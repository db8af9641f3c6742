//! A weekend before it begins.

use serde::Serialize;

use super::{CarCrew, Entries, Gap, Scoring, Track, WeekendTimetable, Winners};
use crate::domain::{Conflict, Note, Slug};

/// What there is to know of a weekend before it begins.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Preview {
    /// The timetable.
    pub plan: WeekendTimetable,
    /// The circuit.
    pub track: Option<Track>,
    /// The field.
    pub entries: Option<Entries>,
    /// Who won when the series was last here.
    pub last_time: Option<LastTime>,
    /// The heads of the tables, with the gaps between them.
    pub championships: Vec<Gap>,
    /// What there is to win.
    pub scoring: Vec<Scoring>,
    /// Those entered who live in the circuit's state or province.
    pub locals: Vec<LocalDriver>,
    /// Those entered for whom it is the first season in the series.
    pub rookies: Vec<CarCrew>,
    /// What else is worth telling.
    pub notes: Vec<Note>,
    /// Where sources on this weekend contradict each other.
    pub conflicts: Vec<Conflict>,
}

/// Who won when the series was last here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LastTime {
    /// The season of that.
    pub season: Slug,
    /// The winners.
    pub winners: Winners,
}

/// Somebody who lives near.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LocalDriver {
    /// Who.
    #[serde(flatten)]
    pub who: CarCrew,
    /// Where from.
    pub hometown: String,
}
