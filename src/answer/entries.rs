//! Entry lists by class, and how complete they are.

use chrono::NaiveDate;
use serde::Serialize;

use super::{AdjacentWeekends, NamedId, Seat, WeekendTitle};
use crate::domain::ClassId;

/// An entry list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entries {
    /// The weekend; absent for the list of a season.
    pub weekend: Option<WeekendTitle>,
    /// The class that was asked for, if not all.
    pub only: Option<NamedId<ClassId>>,
    /// The day from which the list is known, where that is still to come.
    pub known_from: Option<NaiveDate>,
    /// Number of cars published for the weekend.
    pub cars: Option<u16>,
    /// Number of teams published for the weekend.
    pub teams: Option<u16>,
    /// The entries that are sure, by class.
    pub classes: Vec<ClassEntries>,
    /// Entries of the season that name no weekends.
    pub unplaced: Vec<Seat>,
    /// The weekends around this one, where their lists are known.
    pub neighbours: AdjacentWeekends,
}

/// The entries of a class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClassEntries {
    /// The class; absent for cars of which none is known.
    pub class: Option<NamedId<ClassId>>,
    /// Number of cars published for the class.
    pub cars: Option<u16>,
    /// The entries that are known.
    pub seats: Vec<Seat>,
}
