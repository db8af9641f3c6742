//! Drops: results that are thrown away.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::{RoundLabel, SourceId, Status};

/// Results that are thrown away, the lowest first, in one part of the season.
///
/// Either `best` or `worst` is written. While fewer results are in than count in the end, all of them count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Drops {
    /// Number of results that count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub best: Option<u16>,
    /// Number of results that are dropped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worst: Option<u16>,
    /// The rounds that this is about; the whole season if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rounds: Option<Span>,
    /// Unit of one result.
    #[serde(default)]
    pub unit: Unit,
    /// The label of the last round whose results can be dropped: later rounds are protected. All can be if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<RoundLabel>,
    /// The label of the round from which tables are printed without the dropped results; from the first if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<RoundLabel>,
    /// Ends of a race whose results are never dropped: `["dsq"]`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keeps: Vec<Status>,
    /// Minimum number of results started to drop any; 1 if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least_starts: Option<u16>,
    /// Free remark, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
}

/// Rounds one after the other, by their labels.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Span {
    /// The first; from the season's first if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<RoundLabel>,
    /// The last, included; to the season's last if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<RoundLabel>,
}

/// Unit of one result when results are dropped; place and awards are dropped together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// All sessions of a round together.
    #[default]
    Round,
    /// Each session by itself.
    Session,
    /// All sessions of a weekend together.
    Weekend,
}
