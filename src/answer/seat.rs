//! A line of an entry list with names.

use serde::Serialize;

use super::{CarCrew, NamedId};
use crate::domain::ClassId;

/// An entry: drivers, car, team and class, as far as known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Seat {
    /// The crew.
    #[serde(flatten)]
    pub who: CarCrew,
    /// The driver's home town.
    pub hometown: Option<String>,
    /// The class.
    pub class: Option<NamedId<ClassId>>,
    /// The weekends so far, where they are not all weekends so far.
    pub weekends: Option<Vec<NamedId>>,
    /// True if the car is a guest's.
    pub guest: bool,
    /// True if it is the driver's first season in the series, where a source states it.
    pub rookie: Option<bool>,
    /// A note.
    pub note: Option<String>,
    /// Derivation, if no source states it outright.
    pub derived: Option<String>,
}
