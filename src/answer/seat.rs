//! A line of an entry list with names.

use serde::Serialize;

use super::{CarCrew, NamedId};

/// Who is entered with which car, for whom and in which class, as far as known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Seat {
    /// Who.
    #[serde(flatten)]
    pub who: CarCrew,
    /// The driver's home town.
    pub hometown: Option<String>,
    /// The class.
    pub class: Option<NamedId>,
    /// The weekends so far, where they are not all weekends so far.
    pub weekends: Option<Vec<NamedId>>,
    /// Whether the car is a guest's.
    pub guest: bool,
    /// Whether it is the driver's first season in the series, where a source says so.
    pub rookie: Option<bool>,
    /// What else is worth telling.
    pub note: Option<String>,
    /// How it was worked out, if no source says it outright.
    pub derived: Option<String>,
}
