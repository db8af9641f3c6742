//! Notices: one occasion, due at one instant, for every subscription that matches.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::{LeadTime, Subject};

/// A notice for every subscription that matches its subject, due at one instant.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Notice {
    /// The server whose override of the calendar made it due; `None` for the shared calendar.
    pub guild: Option<u64>,
    /// The session or weekend.
    pub subject: Subject,
    /// The occasion.
    pub occasion: Occasion,
    /// The lead time.
    pub lead: LeadTime,
    /// Start of the session; for a weekend or a result, the reference instant.
    pub start: DateTime<Utc>,
    /// The instant from which it may be sent.
    pub due: DateTime<Utc>,
    /// For a correction: the start that was sent before.
    pub was: Option<DateTime<Utc>>,
}

/// The reason for a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Occasion {
    /// A session starts soon.
    Start,
    /// A session that was announced has another start.
    Moved,
    /// A session that was announced has no time any more.
    Untimed,
    /// A session is cancelled.
    Cancelled,
    /// A session that was announced as cancelled or without a time is on again.
    Restored,
    /// A race week begins.
    Preview,
    /// A result is known.
    Results,
    /// A result that was sent has changed.
    Correction,
}

impl Occasion {
    const ALL: [(Self, &'static str); 8] = [
        (Self::Start, "start"),
        (Self::Moved, "moved"),
        (Self::Untimed, "untimed"),
        (Self::Cancelled, "cancelled"),
        (Self::Restored, "restored"),
        (Self::Preview, "preview"),
        (Self::Results, "results"),
        (Self::Correction, "correction"),
    ];

    /// True if it concerns the start of a session.
    pub const fn is_about_a_start(self) -> bool {
        !matches!(self, Self::Preview | Self::Results | Self::Correction)
    }

    /// The stored name.
    pub fn as_str(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(one, _)| *one == self)
            .map_or("", |(_, name)| name)
    }

    /// The occasion with a stored name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, one)| *one == name).map(|(one, _)| *one)
    }
}
