//! Sources of facts.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::SourceId;

/// A page, sheet or document that facts were read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// Title, in a few words.
    pub title: String,
    /// Its address; absent when none is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Date of publication, as exactly as known: `2024`, `2024-06` or `2024-06-21`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

impl Source {
    /// The date of publication, if it is known to the day.
    pub fn day(&self) -> Option<NaiveDate> {
        self.date.as_deref().and_then(|date| date.parse().ok())
    }
}

/// Provenance of one fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Provenance<'a> {
    /// The sources that say so, by id.
    pub sources: &'a [SourceId],
    /// Derivation, if no source states it outright.
    pub derived: Option<&'a str>,
}
