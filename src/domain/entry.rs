//! Entries: who drives which car for whom, in which class, at which weekends.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CarNumber, ClassId, DriverId, Slug, SourceId, TeamId, WeekendId};

/// One line of an entry list. A driver who changes team, class or number in mid-season has two entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Entry {
    /// The car's number; absent when not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub car: Option<CarNumber>,
    /// The drivers; empty when only the number is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub drivers: Vec<DriverId>,
    /// The team that enters the car; absent when not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<TeamId>,
    /// The make of the car, where a championship ranks makes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub make: Option<Slug>,
    /// The class; absent for a car that is in none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<ClassId>,
    /// The weekends it is entered for; absent when not known which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekends: Option<Weekends>,
    /// A guest takes part, scores nothing, and lets those behind move up.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub guest: bool,
    /// Tags that rules and championships refer to: `rookie`, `part-season`, `nominated`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Slug>,
    /// True if this is the driver's first season in the series; absent where no source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rookie: Option<bool>,
    /// Free remark, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
    /// Derivation, if no source states it outright.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived: Option<String>,
}

/// Weekends of a season: all, or some by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "expected the word \"all\" or a list of weekend ids")]
pub enum Weekends {
    /// Every weekend of the season.
    All(AllWord),
    /// These weekends.
    Only(Vec<WeekendId>),
}

/// The word `all`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum AllWord {
    /// `all`
    All,
}

impl Entry {
    /// True if `driver` is one of the drivers.
    pub fn has_driver(&self, driver: &Slug) -> bool {
        self.drivers.iter().any(|one| *one == *driver)
    }

    /// True if the car is entered for `weekend`; false for an entry that names no weekends.
    pub fn is_for(&self, weekend: &WeekendId) -> bool {
        match &self.weekends {
            Some(Weekends::All(_)) => true,
            Some(Weekends::Only(weekends)) => weekends.contains(weekend),
            None => false,
        }
    }
}

/// Number of cars entered for a weekend, as published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FieldSize {
    /// The weekend.
    pub weekend: WeekendId,
    /// All cars.
    pub cars: u16,
    /// Cars by class, for the classes that were printed.
    #[serde(default, skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    pub classes: std::collections::BTreeMap<ClassId, u16>,
    /// The number of teams.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub teams: Option<u16>,
    /// Sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
}
