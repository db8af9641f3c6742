//! Two drivers against each other: who finished ahead, and who has more of something.

use serde::Serialize;

use super::{CarCrew, CarResult, FeatScope, Feats, NamedId};
use crate::domain::{SeasonId, SessionId, WeekendId};

/// Two drivers in the races of a season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Duel {
    /// The two, in the order of the question.
    pub sides: [CarCrew; 2],
    /// The season.
    pub season: SeasonId,
    /// The part of it.
    #[serde(flatten)]
    pub scope: FeatScope,
    /// True if qualifying is compared, not races.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub qualifying: bool,
    /// The races of which it is known who was ahead, if anybody was.
    pub races: Vec<DuelRace>,
    /// Number of finished races of which it is not known.
    pub open: usize,
    /// True if the session or the weekend that is named has not been run.
    pub to_come: bool,
}

/// One race of two drivers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DuelRace {
    /// The weekend.
    pub weekend: NamedId<WeekendId>,
    /// The race.
    pub session: NamedId<SessionId>,
    /// The results of the two.
    pub results: [CarResult; 2],
    /// The side that was ahead; absent where neither was classified.
    pub ahead: Option<usize>,
}

/// Counts of a feat of two drivers in one season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ComparedCounts {
    /// The two by name.
    pub sides: [CarCrew; 2],
    /// Their counts.
    pub counts: [Feats; 2],
    /// The season.
    pub season: SeasonId,
}
