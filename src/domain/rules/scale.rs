//! Scales of points by place, the factors that multiply them, and their division among a crew.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::When;
use crate::domain::{Points, Rounding, Slug, SourceId};

/// Points by place, for the sessions that it fits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Scale {
    /// The sessions it holds for.
    #[serde(default)]
    pub when: When,
    /// Moments of a session that pay: `end`, or the name of a stage. The end if absent.
    #[serde(default = "at_the_end", skip_serializing_if = "is_at_the_end")]
    pub at: Vec<Slug>,
    /// The points of the first place, the second, and so on.
    pub points: Vec<Points>,
    /// The points of every further place; nothing if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rest: Option<Points>,
    /// Division of these points among a crew, where it differs from the rules at large.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crew: Option<CrewShare>,
    /// True if the places count in tie-breaks; true if absent.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub countback: bool,
    /// The name of the count that the points go to, where it is not the championship's total: phases carry it over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pool: Option<Slug>,
    /// Number of places, from the first, that this season's own sources confirm; all of them if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<u16>,
    /// The season whose published table the others are taken from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_from: Option<String>,
    /// Free remark, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
}

/// The moment of a session that every scale pays for unless it says otherwise.
pub const END: &str = "end";

fn at_the_end() -> Vec<Slug> {
    END.parse().into_iter().collect()
}

fn is_at_the_end(at: &Vec<Slug>) -> bool {
    *at == at_the_end()
}

fn yes() -> bool {
    true
}

fn is_yes(value: &bool) -> bool {
    *value
}

impl Scale {
    /// The points of a place, counted from 1.
    pub fn points(&self, place: u16) -> Points {
        usize::from(place)
            .checked_sub(1)
            .and_then(|index| self.points.get(index).copied().or(self.rest))
            .unwrap_or_default()
    }

    /// The most that any place pays.
    pub fn most(&self) -> Points {
        self.points.iter().copied().chain(self.rest).max().unwrap_or_default()
    }
}

/// Multiplier of a session's points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Factor {
    /// The sessions it holds for.
    #[serde(default)]
    pub when: When,
    /// The factor: `2`, `"1/2"`, `1.25`; `0` for a session that pays nothing.
    pub times: Points,
    /// True if awards are multiplied as well.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub awards: bool,
    /// Rounding of the product to whole points; it stays exact if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<Rounding>,
    /// Sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
}

/// Division of a car's points among its drivers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Crew {
    /// Division of the points.
    #[serde(default)]
    pub share: CrewShare,
    /// Minimum number of laps that entitles a driver to points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least_laps: Option<u16>,
    /// Minimum share of the car's laps that entitles a driver to points: `"1/3"`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least_share: Option<Points>,
    /// Minimum number of minutes that entitles a driver to points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least_minutes: Option<u16>,
}

impl Crew {
    pub(super) fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// Division of a car's points among its crew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum CrewShare {
    /// Each driver gets all of the car's points.
    #[default]
    All,
    /// The drivers who are entitled to any split them evenly.
    Split,
    /// Nobody gets any for a car that was shared.
    None,
    /// Only the driver named first: who started, or set the qualifying time.
    First,
}
