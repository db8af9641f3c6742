//! A field split by a feat: who of a season has done something, and who has not.

use serde::Serialize;

use super::{Feat, FeatScope, NamedId};
use crate::domain::{Points, SeasonId};

/// The drivers or teams of a season, split by a feat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldSplit {
    /// The feat; races in the points stand for points.
    pub what: Feat,
    /// The season.
    pub season: SeasonId,
    /// The part of it.
    pub scope: FeatScope,
    /// True for teams, false for drivers.
    pub teams: bool,
    /// True if those are asked for who have none.
    pub without: bool,
    /// By class, or by table.
    pub orders: Vec<FieldOrder>,
}

/// One order of a field, split by a feat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldOrder {
    /// The class or table; absent for the order over all cars.
    pub name: Option<String>,
    /// Those who have some, with the number, the highest first.
    pub with: Vec<(NamedId, Points)>,
    /// Those who have none.
    pub without: Vec<NamedId>,
    /// Those of whom it is not known.
    pub unknown: Vec<NamedId>,
    /// Number of finished races of which not all is known.
    pub open: usize,
}
