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
    /// The date of publication, if it is known to the month at least.
    pub fn day_or_month(&self) -> Option<DayOrMonth> {
        let date = self.date.as_deref()?;
        let month = || format!("{date}-01").parse().ok().map(DayOrMonth::Month);
        date.parse().ok().map(DayOrMonth::Day).or_else(month)
    }
}

/// A date as exactly as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayOrMonth {
    /// A day.
    Day(NaiveDate),
    /// A month, by its first day.
    Month(NaiveDate),
}

impl DayOrMonth {
    /// The day, or the first one of the month.
    pub const fn first(self) -> NaiveDate {
        match self {
            Self::Day(day) | Self::Month(day) => day,
        }
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
