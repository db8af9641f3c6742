//! Points for what is won apart from the place.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::When;
use crate::domain::{Points, Slug};

/// Points for something that is won apart from the place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AwardRule {
    /// What is won: `pole`, `fastest-lap`, or another name that the classifications use.
    pub award: Slug,
    /// The points.
    pub points: Points,
    /// In which sessions.
    #[serde(default)]
    pub when: When,
    /// Whether several can win it in one session, as several can lead a lap.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub several: bool,
    /// What its holder must have reached in the session to be paid.
    #[serde(default, skip_serializing_if = "Holder::is_anybody")]
    pub holder: Holder,
    /// What becomes of the points when the holder is not entitled to them.
    #[serde(default)]
    pub otherwise: Otherwise,
    /// What several holders get.
    #[serde(default)]
    pub tie: AwardTie,
    /// The name of the count that the points go to, where it is not the championship's total: phases carry it over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pool: Option<Slug>,
    /// How it was worked out, if no source says it outright.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived: Option<String>,
    /// Who says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Slug>,
}

/// What the holder of an award must have reached in the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Holder {
    /// The last place, in the order that counts, that entitles to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<u16>,
    /// Whether it must be classified.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub classified: bool,
}

impl Holder {
    fn is_anybody(&self) -> bool {
        *self == Self::default()
    }
}

/// What becomes of an award's points when its holder is not entitled to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Otherwise {
    /// Nobody gets them.
    #[default]
    Lost,
    /// The next in the order of the award who is entitled gets them.
    Next,
}

/// What several holders of one award get.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum AwardTie {
    /// Each gets all of the points.
    #[default]
    Each,
    /// They split them evenly.
    Split,
}
