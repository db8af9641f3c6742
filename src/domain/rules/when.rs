//! The condition `when` a rule holds: sessions, distance, starters.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::{Points, SessionKind, SessionRef, WeekendId};

use super::Span;

/// Condition on sessions for a rule to hold: every part that is written must be true; empty, it holds for every race.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct When {
    /// The kinds of session; races if absent.
    #[serde(default = "races", skip_serializing_if = "is_races")]
    pub kinds: Kinds,
    /// The weekends; all if absent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weekends: Vec<WeekendId>,
    /// The sessions by name: `monza/race`; all if absent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<SessionRef>,
    /// The rounds, by their labels; all if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rounds: Option<Span>,
    /// Position among the sessions of its kind in its weekend, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nth: Option<u16>,
    /// Planned duration of the session, in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<Band<u16>>,
    /// Number of cars of the class that started.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starters: Option<Band<u16>>,
    /// The share of the scheduled laps or time that was run: `{ "from": "1/2", "below": "3/4" }`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distance: Option<Band<Points>>,
    /// Laps that the leader ran.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub laps: Option<Band<u16>>,
    /// Laps run under green.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub green_laps: Option<Band<u16>>,
    /// True if the session was stopped and not resumed; either if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped: Option<bool>,
}

/// Every race.
impl Default for When {
    fn default() -> Self {
        Self {
            kinds: races(),
            weekends: Vec::new(),
            sessions: Vec::new(),
            rounds: None,
            nth: None,
            minutes: None,
            starters: None,
            distance: None,
            laps: None,
            green_laps: None,
            stopped: None,
        }
    }
}

impl When {
    /// True if it holds for every session of its kinds.
    pub fn is_every_one(&self) -> bool {
        *self
            == Self {
                kinds: self.kinds.clone(),
                ..Self::default()
            }
    }

    /// True if it asks how a session was run.
    pub const fn asks_for_the_course(&self) -> bool {
        self.distance.is_some() || self.laps.is_some() || self.green_laps.is_some() || self.stopped.is_some()
    }
}

/// Kinds of session; a rule that names none means races.
pub type Kinds = Vec<SessionKind>;

fn races() -> Kinds {
    vec![SessionKind::Race]
}

fn is_races(kinds: &Kinds) -> bool {
    *kinds == races()
}

/// Everything from one value up to, and without, another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Band<T> {
    /// The least value that fits; any if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<T>,
    /// The least value that no longer fits; none if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<T>,
}

impl Band<Points> {
    /// The bounds as fractions: `3/4` rather than `0.75`.
    pub fn fractions(self) -> Band<String> {
        Band {
            from: self.from.map(Points::fraction_text),
            below: self.below.map(Points::fraction_text),
        }
    }
}

impl<T: PartialOrd> Band<T> {
    /// True if `value` fits.
    pub fn holds(&self, value: &T) -> bool {
        self.from.as_ref().is_none_or(|from| from <= value) && self.below.as_ref().is_none_or(|below| value < below)
    }
}
