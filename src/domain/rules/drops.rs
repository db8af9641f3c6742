//! Results that are thrown away.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::{Slug, Status};

/// Results that are thrown away, the lowest first, in one part of the season.
///
/// Either `best` or `worst` is written. While fewer results are in than count in the end, all of them count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Drops {
    /// How many results count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub best: Option<u16>,
    /// How many results are dropped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worst: Option<u16>,
    /// The rounds that this is about; the whole season if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rounds: Option<Span>,
    /// What one result is.
    #[serde(default)]
    pub unit: Unit,
    /// The label of the last round whose results can be dropped: later rounds are protected. All can be if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Slug>,
    /// The label of the round from which tables are printed without the dropped results; from the first if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Slug>,
    /// How a race can end so that its result is never dropped: `["dsq"]`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keeps: Vec<Status>,
    /// How many results somebody must have started to drop any; one is enough if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least_starts: Option<u16>,
    /// What else is worth telling.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Who says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Slug>,
}

/// Rounds one after the other, by their labels.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Span {
    /// The first; from the season's first if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Slug>,
    /// The last, included; to the season's last if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Slug>,
}

/// What one result is when results are dropped; place and awards are dropped together.
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
