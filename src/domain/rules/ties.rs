//! Ties: the tie-breaks between equal points, and the numbering of places after a shared one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::SourceId;

/// Ties: the tie-breaks between equal points, and the numbering of places after a shared one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Ties {
    /// Tie-breaks, one after the other; the place is shared when none decides, and always if this is empty.
    pub by: Vec<TieStep>,
    /// For a countback: the last place that is counted; to the last place of all if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub depth: Option<Depth>,
    /// Kind of place that counts where cars ahead were not eligible.
    #[serde(default)]
    pub places: PlaceKind,
    /// True if only results that are not dropped are compared.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub without_dropped: bool,
    /// True if only the cars that score for their team are compared.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub scoring_cars: bool,
    /// Numbering of the places after a shared one.
    #[serde(default)]
    pub numbering: Numbering,
    /// Derivation, if no source states it outright.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived: Option<String>,
    /// Sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
}

/// One step in telling equal points apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TieStep {
    /// Most wins, then most second places, and so on.
    Countback,
    /// The competitor whose best result came first.
    Earliest,
    /// The competitor whose best result came last.
    Latest,
    /// The better place in the last session that counts; no place is worse than any.
    LastSession,
    /// A decision of the stewards or a draw, as an adjustment with `ahead_of` records it.
    Decision,
}

/// Depth of a countback.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "expected a place such as 3, or the word \"scoring\"")]
pub enum Depth {
    /// To this place.
    Place(u16),
    /// To the last place that pays points in its session.
    Scoring(ScoringWord),
}

/// The word `scoring`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ScoringWord {
    /// `scoring`
    Scoring,
}

/// Kind of place that counts in a tie-break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum PlaceKind {
    /// The place that was paid, those moved up over.
    #[default]
    Effective,
    /// The place as printed.
    Road,
}

/// Numbering of the places after a shared one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Numbering {
    /// 14, 14, 16.
    #[default]
    Gapped,
    /// 14, 14, 15.
    Dense,
}
