//! People: drivers and teams, apart from any season.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::surname::{surname, without_generation, without_particles};
use super::{DriverId, SourceId, TeamId};

/// A driver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Driver {
    /// The driver's id.
    pub id: DriverId,
    /// The name as the driver writes it.
    pub name: String,
    /// The part of the name that a table shows, where it is not the last word with its particles and suffix (`van der Berg`,
    /// `Sainz Jr.`): the surname of `Bao Jinlong` is `Bao`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub surname: Option<String>,
    /// Other names and spellings people use.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The home town as entry lists print it: `Columbus, Ohio`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hometown: Option<String>,
    /// The nationality on the licence, as an ISO 3166 code of two letters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nationality: Option<String>,
    /// Free remark, for people.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// Sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
}

impl Driver {
    /// The short name for a table's row: the surname.
    pub fn short(&self) -> &str {
        self.surname.as_deref().unwrap_or_else(|| surname(&self.name))
    }

    /// The forms of the surname: whole, without what tells generations apart, and without particles too.
    pub fn surnames(&self) -> [&str; 3] {
        let family = without_generation(self.short());
        [self.short(), family, without_particles(family)]
    }

    /// The name without what tells generations apart, where it has that: `Carlos Sainz` of `Carlos Sainz Jr.`.
    pub fn without_generation(&self) -> Option<&str> {
        Some(without_generation(&self.name)).filter(|name| *name != self.name)
    }
}

/// A team: the entrant of one car or more. A make of cars is recorded alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Team {
    /// The team's id.
    pub id: TeamId,
    /// The name on the entry list.
    pub name: String,
    /// Other names and spellings, sponsors' versions included.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The nationality of the entrant's licence, as an ISO 3166 code of two letters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nationality: Option<String>,
    /// Sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
}
