//! What is due at one moment for everybody who wants to hear of it.

use chrono::{DateTime, Utc};

use super::{LeadTime, Subject};

/// What is due at one moment for everybody who wants to hear of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Notice {
    /// The server for which the calendar was changed so that this is due; none for the calendar that all others have.
    pub guild: Option<u64>,
    /// What it is about.
    pub subject: Subject,
    /// Why it is told.
    pub occasion: Occasion,
    /// How long before the session.
    pub lead: LeadTime,
    /// When the session starts; for a weekend or a result the moment that it counts from.
    pub start: DateTime<Utc>,
    /// When it is due.
    pub due: DateTime<Utc>,
    /// For a correction: the start that was told before.
    pub was: Option<DateTime<Utc>>,
}

/// Why something is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Occasion {
    /// A session starts soon.
    Start,
    /// A session that was told of has another start.
    Moved,
    /// A session that was told of has no time any more.
    Untimed,
    /// A session is not held.
    Cancelled,
    /// A session that was told to be off, or to have no time, is on as it was.
    Restored,
    /// A race week begins.
    Preview,
    /// A result is known.
    Results,
    /// A result that was told has changed.
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

    /// Whether it is about when a session starts, or whether it does.
    pub const fn is_about_a_start(self) -> bool {
        !matches!(self, Self::Preview | Self::Results | Self::Correction)
    }

    /// Its name, as a store keeps it.
    pub fn as_str(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(one, _)| *one == self)
            .map_or("", |(_, name)| name)
    }

    /// The one with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, one)| *one == name).map(|(one, _)| *one)
    }
}
