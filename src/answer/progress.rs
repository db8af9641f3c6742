//! Progress of a season in rounds.

use chrono::NaiveDate;
use serde::Serialize;

use super::NamedId;
use crate::domain::{SeasonId, WeekendId};

/// Progress of a season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// The season.
    pub season: SeasonId,
    /// Number of rounds that were run.
    pub run: usize,
    /// Number of rounds in all.
    pub of: usize,
    /// Number of sprints that were run, and in all; they belong to rounds.
    pub sprints: (usize, usize),
    /// True if that is the whole calendar.
    pub whole: bool,
    /// The weekend that is on.
    pub running: Option<NamedId<WeekendId>>,
    /// The weekends to come.
    pub ahead: Vec<(NamedId<WeekendId>, NaiveDate)>,
}

impl Progress {
    /// Number of rounds that are to come.
    pub const fn left(&self) -> usize {
        self.of.saturating_sub(self.run)
    }
}
