//! Overrides of the calendar: sessions that are moved, delayed or cancelled until a newer pack comes.
//!
//! An override holds for the version of the pack that it was made for: a newer pack knows better.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::Serialize;

use crate::domain::SessionPath;

/// The new state of an overridden session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SessionChange {
    /// It has another start.
    Moved(DateTime<Utc>),
    /// It starts later, at this moment.
    Delayed(DateTime<Utc>),
    /// It is not held.
    Cancelled,
}

/// The author of an override, which also tells for whom it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// By a server, for itself.
    Server,
    /// By the operator of the bot, for all.
    Operator,
}

/// An override of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Override {
    /// The session.
    pub session: SessionPath,
    /// The session's new state.
    pub what: SessionChange,
    /// Moment at which it was made.
    pub made: DateTime<Utc>,
    /// The version of the pack that it was made for.
    pub version: String,
    /// The author.
    pub by: Origin,
}

/// An override that holds, with the facts that answers give of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AppliedOverride {
    /// The change.
    #[serde(flatten)]
    pub change: Override,
    /// The weekend's name.
    pub weekend_name: String,
    /// The session's name.
    pub session_name: String,
    /// The zone of its clock.
    pub zone: Tz,
    /// The start that the pack has.
    pub was: Option<DateTime<Utc>>,
}

impl SessionChange {
    /// The new start, if it is held.
    pub const fn start(self) -> Option<DateTime<Utc>> {
        match self {
            Self::Moved(at) | Self::Delayed(at) => Some(at),
            Self::Cancelled => None,
        }
    }
}
