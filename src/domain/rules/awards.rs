//! Awards: points for what is won apart from the place.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::When;
use crate::domain::{AwardId, Points, Slug, SourceId};

/// Points for something that is won apart from the place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AwardRule {
    /// Id of the award: `pole`, `fastest-lap`, or another that the classifications use.
    pub award: AwardId,
    /// The points.
    pub points: Points,
    /// The sessions it holds for.
    #[serde(default)]
    pub when: When,
    /// True if several can win it in one session, as several can lead a lap.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub several: bool,
    /// Result that its holder must have reached in the session to be paid.
    #[serde(default, skip_serializing_if = "Holder::is_anybody")]
    pub holder: Holder,
    /// Recipient of the points when the holder is not entitled to them.
    #[serde(default)]
    pub otherwise: Otherwise,
    /// Points of several holders.
    #[serde(default)]
    pub tie: AwardTie,
    /// The name of the count that the points go to, where it is not the championship's total: phases carry it over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pool: Option<Slug>,
    /// Derivation, if no source states it outright.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived: Option<String>,
    /// Sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
}

/// Result that an award's holder must have reached in the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Holder {
    /// The last place, in the order that counts, that entitles to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<u16>,
    /// True if it must be classified.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub classified: bool,
}

impl Holder {
    fn is_anybody(&self) -> bool {
        *self == Self::default()
    }
}

/// Recipient of an award's points when its holder is not entitled to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Otherwise {
    /// Nobody gets them.
    #[default]
    Lost,
    /// The next in the order of the award who is entitled gets them.
    Next,
}

/// Points of several holders of one award.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum AwardTie {
    /// Each gets all of the points.
    #[default]
    Each,
    /// They split them evenly.
    Split,
}
