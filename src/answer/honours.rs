//! Honours of a driver or team: the first and the last of something, and titles.

use chrono::NaiveDate;
use serde::Serialize;

use super::{CarCrew, DriverSession, Feat, FeatScope, NamedId};
use crate::domain::{ChampionshipId, SeasonId};

/// The first or the last time that a driver or team did something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FeatOccasion {
    /// The feat.
    pub what: Feat,
    /// True for the first time, false for the last.
    pub first: bool,
    /// The driver or team.
    pub who: NamedId,
    /// The driver by the short name.
    pub crew: Option<CarCrew>,
    /// The part of a season.
    #[serde(flatten)]
    pub scope: FeatScope,
    /// The season, the race and its day.
    pub found: Option<(SeasonId, DriverSession, NaiveDate)>,
    /// True if only sprints are known in which it was done: the race is one.
    pub in_sprint: bool,
    /// Number of finished races beyond it of which it is not known.
    pub open: usize,
    /// The first season of the packs, where none is named.
    pub since: Option<SeasonId>,
}

/// Titles of a driver or team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Titles {
    /// The driver or team.
    pub who: NamedId,
    /// The driver by the short name.
    pub crew: Option<CarCrew>,
    /// The championships won, with their seasons, the latest first.
    pub won: Vec<(SeasonId, NamedId<ChampionshipId>)>,
    /// Decided championships whose champion is not known.
    pub unknown: Vec<(SeasonId, NamedId<ChampionshipId>)>,
    /// The season that was named.
    pub season: Option<SeasonId>,
    /// True if a season that is asked about is not decided yet.
    pub running: bool,
    /// The first season of the packs.
    pub since: Option<SeasonId>,
}
