//! Scoring rules as data: a few ideas that combine, said by a season's pack.
//!
//! A [`Scale`] pays for places, a [`Factor`] multiplies what it pays, an [`AwardRule`] pays for what is won apart from
//! the place; [`When`] says for which sessions each of them holds. [`Drops`] throw results away, [`Ties`] tell equal
//! points apart, a [`Phase`] starts the count anew.
//!
//! A part that is absent is not known, and a table that needs it is never computed. "There is none" is said outright:
//! `"awards": []`, `"drops": []`.

mod awards;
mod drops;
mod phases;
mod scale;
mod ties;
mod when;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{SessionKind, Slug};

pub use awards::{AwardRule, AwardTie, Holder, Otherwise};
pub use drops::{Drops, Span, Unit};
pub use phases::{Phase, Qualify};
pub use scale::{Crew, CrewShare, END, Factor, Scale};
pub use ties::{Depth, Numbering, PlaceKind, TieStep, Ties};
pub use when::{Band, When};

/// Scoring rules of a championship.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Rules {
    /// The order that counts for the places.
    #[serde(default)]
    pub order: Order,
    /// Points by place: of all scales that pay into the same total, the first that fits a session pays for it. Not known if
    /// absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scales: Option<Vec<Scale>>,
    /// Multipliers of a session's points: all that fit it apply. None if absent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub factors: Vec<Factor>,
    /// Points for what is won apart from the place. Not known if absent; `[]` says that there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub awards: Option<Vec<AwardRule>>,
    /// Scoring of a retired car for the place it kept.
    #[serde(default)]
    pub retired: Retired,
    /// Division of a car's points among its drivers; each gets all of them if absent.
    #[serde(default, skip_serializing_if = "Crew::is_default")]
    pub crew: Crew,
    /// Number of a competitor's cars that score in one session; all if absent.
    #[serde(default, skip_serializing_if = "Cars::is_default")]
    pub cars: Cars,
    /// Tags of entries, rows or drivers of a crew that score nothing, each with its effect on the others.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub ineligible: BTreeMap<Slug, Others>,
    /// Results that are thrown away. Not known if absent; `[]` says that there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drops: Option<Vec<Drops>>,
    /// Tie-breaks between equal points. Not known if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ties: Option<Ties>,
    /// Phases before which the count restarts, in the order of the season.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phases: Vec<Phase>,
    /// Competitors that the table lists.
    #[serde(default)]
    pub listed: Listed,
    /// Minimum number of rounds started to be listed in the final table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least_rounds: Option<u16>,
    /// Free remark, for people.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}

impl Rules {
    /// The scale of an ordinary session of a kind: the one that fits every one of them at its end, else the last that fits any.
    pub fn scale_of(&self, kind: SessionKind) -> Option<&Scale> {
        let of_kind = |scale: &&Scale| {
            let at_the_end = scale.at.iter().any(|at| at.as_str() == END);
            scale.pool.is_none() && scale.when.kinds.contains(&kind) && at_the_end
        };
        let ordinary = |scale: &&Scale| of_kind(scale) && scale.when.is_every_one();
        let scales = self.scales.as_ref()?;
        scales.iter().find(ordinary).or_else(|| scales.iter().rfind(of_kind))
    }
}

/// Order in which places are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Order {
    /// The order inside the class of each car, among those whom the championship is for.
    #[default]
    Class,
    /// The order over all cars.
    Overall,
}

/// Scoring of a retired car for the place it kept.
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

/// Effect on the others of a car that scores nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Others {
    /// Those behind score as if it were not there; their places stay as printed.
    MoveUp,
    /// Its place stays taken: nobody scores the points of it.
    #[default]
    KeepPlaces,
    /// It is not in the order at all: places are counted without it.
    Invisible,
}

/// Limit on a competitor's cars that score in one session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Cars {
    /// Number of cars that score, the best first; all of them if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub best: Option<u16>,
    /// Effect of the cars beyond that on the others.
    #[serde(default)]
    pub others: Others,
}

impl Cars {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// Competitors that a table lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Listed {
    /// Competitors in any result, or with points.
    #[default]
    Entered,
    /// Competitors classified at least once in a session whose places count for ties, or with points.
    Classified,
    /// Competitors with points.
    Scorers,
}
