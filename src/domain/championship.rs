//! Championships: one points table each, and what changes it by decision.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ChampionshipId, ClassId, Others, Points, SessionRef, Slug, SourceId, WeekendId};

/// One points table of a season: whom it ranks, over which sessions, by which rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Championship {
    /// The championship's id, unique in its season.
    pub id: ChampionshipId,
    /// Name: `Pro-Am`, `ANDIAL Cup`.
    pub name: String,
    /// Other names in use.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Kind of competitor it ranks.
    pub ranks: Ranks,
    /// The class whose order counts; absent for the order over all cars.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<ClassId>,
    /// Tags of the entries it is for; all entries if absent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tagged: Vec<Slug>,
    /// The weekends that count; all if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekends: Option<Vec<WeekendId>>,
    /// The rules it is scored by; absent when they are not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<Slug>,
    /// Eligibility, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eligibility: Option<String>,
    /// Free remark, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
}

/// Kind of competitor that a championship ranks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Ranks {
    /// Drivers.
    Driver,
    /// The teams that enter the cars.
    Entrant,
    /// The cars, by number.
    Car,
    /// The makes of the cars.
    Make,
}

/// A decision that changes a table from a date on: exactly one of its effects, from `points` to `takes_over`, is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Adjustment {
    /// The championship.
    pub championship: ChampionshipId,
    /// Id of the competitor concerned: a driver, team, car or make, by what the championship ranks.
    pub competitor: Slug,
    /// Points given, or taken away when negative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<Points>,
    /// Results that no longer count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub annul: Option<Annul>,
    /// Struck from the table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strike: Option<Strike>,
    /// The competitor placed behind at equal points, by the stewards' decision or by lot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ahead_of: Option<Slug>,
    /// The competitor whose points so far the one concerned carries on, and who leaves the table: a car under its old number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub takes_over: Option<Slug>,
    /// The day it was decided, by the series' clock: no table of an earlier day has it.
    pub date: NaiveDate,
    /// Why.
    pub reason: String,
    /// Sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
}

/// Results that no longer count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Annul {
    /// The sessions; all of the season if absent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<SessionRef>,
    /// Effect on the others.
    #[serde(default)]
    pub others: Others,
}

/// Ways of striking a competitor from a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Strike {
    /// No longer listed.
    Removed,
    /// Listed below all others, with the points but without a place.
    Unranked,
    /// Listed below all others, without points and without a place.
    WithoutPoints,
}
