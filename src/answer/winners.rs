//! Winners of the races of a weekend, or of a season.

use serde::Serialize;

use super::WeekendResults;
use crate::domain::SeasonId;

/// Winners of races.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Winners {
    /// The races, by weekend, each class with its winner alone; one weekend unless the whole season was asked for.
    pub weekends: Vec<WeekendResults>,
    /// True if the whole season was asked for.
    pub whole_season: bool,
    /// The latest earlier season with results of the same weekend.
    pub earlier: Option<SeasonId>,
}
