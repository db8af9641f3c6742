//! Phases: parts of a season before which the count restarts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::{Points, RoundLabel, Slug, SourceId};

/// A part of the season before which the field is cut and points are set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Phase {
    /// The label of its first round.
    pub from: RoundLabel,
    /// Competitors who advance; all others are ranked below them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualify: Option<Qualify>,
    /// The points everybody who goes on starts from; the points so far stay if neither this nor `seeds` is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Points>,
    /// Points by the place in the table so far, added to the base.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seeds: Vec<Points>,
    /// The name of the count that the seeds go to instead of the base: later phases can carry it over as well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pool: Option<Slug>,
    /// The counts besides the total that are added, those of this phase's seeds included: `playoff`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carry: Vec<Slug>,
    /// True if the best place in the last session decides, whatever the points.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_finish: bool,
    /// Sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
}

/// Qualification for the next phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Qualify {
    /// Number of competitors.
    pub best: u16,
    /// True if winners of a session of the phase before qualify first.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub winners: bool,
}
