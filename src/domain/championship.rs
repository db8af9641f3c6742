//! Championships: one points table each, and what changes it by decision.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Points, Slug};

/// One points table of a season: whom it ranks, over which sessions, by which rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Championship {
    /// The championship's id, unique in its season.
    pub id: Slug,
    /// What it is called: `Pro-Am`, `ANDIAL Cup`.
    pub name: String,
    /// What else people call it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Whom it ranks.
    pub ranks: Ranks,
    /// The class whose order counts; absent for the order over all cars.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<Slug>,
    /// The weekends that count; all if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekends: Option<Vec<Slug>>,
    /// The rules it is scored by; absent when they are not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<Slug>,
    /// Who can score in it, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eligibility: Option<String>,
    /// What else is worth telling.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Who says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Slug>,
}

/// Whom a championship ranks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Ranks {
    /// Drivers.
    Driver,
    /// The teams that enter the cars.
    Entrant,
}

/// Points given or taken by decision, from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Adjustment {
    /// The championship.
    pub championship: Slug,
    /// Whom it concerns: a driver's or a team's id.
    pub competitor: Slug,
    /// The points, negative when taken away.
    pub points: Points,
    /// The day it was decided, by the series' clock: no table of an earlier day has it.
    pub date: NaiveDate,
    /// Why.
    pub reason: String,
    /// Who says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Slug>,
}
