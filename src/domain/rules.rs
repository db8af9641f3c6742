//! Scoring rules as data: what a season's pack can say about points.
//!
//! A part that is absent is not known, and a table that needs it is never computed. "There is none" is said outright:
//! `"awards": []`, `"drops": {"worst": 0}`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Points, SessionKind, Slug};

/// How a championship is scored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Rules {
    /// The kinds of session that score.
    #[serde(default = "races")]
    pub sessions: Vec<SessionKind>,
    /// The order that counts for the places.
    #[serde(default)]
    pub order: Order,
    /// Points by place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub places: Option<PlaceTable>,
    /// Points for what is won apart from the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub awards: Option<Vec<AwardRule>>,
    /// Whether a car that retired and kept a place scores.
    #[serde(default)]
    pub retired: Retired,
    /// How many of a competitor's cars score in one session, the best first; all of them if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub best_cars: Option<u16>,
    /// Results that are thrown away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drops: Option<Drops>,
    /// How equal points are told apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ties: Option<Ties>,
    /// What else is worth telling.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}

fn races() -> Vec<SessionKind> {
    vec![SessionKind::Race]
}

/// Which order a place is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Order {
    /// The order inside the championship's class.
    #[default]
    Class,
    /// The order over all cars.
    Overall,
}

/// Points by place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PlaceTable {
    /// The points of the first place, the second, and so on; all further places score nothing.
    pub points: Vec<Points>,
    /// How many places, from the first, this season's own sources confirm; all of them if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<u16>,
    /// The season whose published table the others are taken from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_from: Option<String>,
    /// What else is worth telling.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Who says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Slug>,
}

impl PlaceTable {
    /// The points of a place, counted from 1.
    pub fn points(&self, place: u16) -> Points {
        usize::from(place)
            .checked_sub(1)
            .and_then(|index| self.points.get(index))
            .copied()
            .unwrap_or_default()
    }
}

/// Points for something that is won apart from the place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AwardRule {
    /// What is won: `pole`, `fastest-lap`, or another name that the classifications use.
    pub award: Slug,
    /// The points.
    pub points: Points,
    /// How it was worked out, if no source says it outright.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived: Option<String>,
    /// Who says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Slug>,
}

/// Whether a car that retired scores for the place it kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Retired {
    /// It does.
    Score,
    /// It does not.
    Nothing,
    /// That is not known: its points lie between nothing and those of its place.
    #[default]
    Unknown,
}

/// Results that are thrown away, the lowest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Drops {
    /// How many results are dropped; 0 says that nothing is.
    pub worst: u16,
    /// The label of the last round whose results can be dropped: later rounds are protected. All can be if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Slug>,
    /// The label of the round from which tables are printed without the dropped results; from the first if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Slug>,
    /// What else is worth telling.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Who says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Slug>,
}

/// How equal points are told apart, and how places are numbered after a shared one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Ties {
    /// What decides.
    pub by: TieBreak,
    /// For a countback: the last place that is counted, where it is known; to the last place of all if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub depth: Option<u16>,
    /// How places are numbered after a shared one.
    #[serde(default)]
    pub numbering: Numbering,
    /// How it was worked out, if no source says it outright.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived: Option<String>,
    /// Who says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Slug>,
}

/// What decides between equal points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum TieBreak {
    /// Most wins, then most second places, and so on; the place is shared if that decides nothing.
    Countback,
    /// Nothing: the place is shared.
    Share,
}

/// How places are numbered after a shared one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Numbering {
    /// 14, 14, 16.
    #[default]
    Gapped,
    /// 14, 14, 15.
    Dense,
}
