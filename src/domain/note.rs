//! Notes: facts worth telling, each with a topic to find it by.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DriverId, Slug, SourceId};

/// Something worth telling, with a topic to find it by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Note {
    /// Topic: `legacy-track`, `charity-car`, `driver-programme`.
    pub topic: Slug,
    /// Its heading.
    pub title: String,
    /// Its text.
    pub text: String,
    /// The drivers it concerns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub drivers: Vec<DriverId>,
    /// The day from which it was known; the first day of its weekend or season if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    /// Sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
}
