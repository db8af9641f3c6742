//! How equal points are told apart, and how places are numbered after a shared one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::Slug;

/// How equal points are told apart, and how places are numbered after a shared one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Ties {
    /// What decides, one after the other; the place is shared when nothing does, and always if this is empty.
    pub by: Vec<TieStep>,
    /// For a countback: the last place that is counted; to the last place of all if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub depth: Option<Depth>,
    /// Which place counts where cars ahead were not eligible.
    #[serde(default)]
    pub places: PlaceKind,
    /// Whether only results that are not dropped are looked at.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub without_dropped: bool,
    /// Whether only the cars that score for their team are looked at.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub scoring_cars: bool,
    /// How places are numbered after a shared one.
    #[serde(default)]
    pub numbering: Numbering,
    /// How it was worked out, if no source says it outright.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived: Option<String>,
    /// Who says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Slug>,
}

/// One step in telling equal points apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TieStep {
    /// Most wins, then most second places, and so on.
    Countback,
    /// Who reached the best result first.
    Earliest,
    /// Who reached the best result last.
    Latest,
    /// The better place in the last session that counts; no place is worse than any.
    LastSession,
    /// A decision of the stewards or a draw, as an adjustment with `ahead_of` records it.
    Decision,
}

/// How deep a countback goes.
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

/// Which place of a result counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum PlaceKind {
    /// The place that was paid, those moved up over.
    #[default]
    Effective,
    /// The place as printed.
    Road,
}

/// How places are numbered after a shared one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Numbering {
    /// 14, 14, 16.
    #[default]
    Gapped,
    /// 14, 14, 15.
    Dense,
}
