//! What is told to those who ask whether all is well: what became of deliveries, and how much is kept.

use chrono::{DateTime, Utc};

use super::{Occasion, Subject};

/// What became of a delivery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Became {
    /// What it was about.
    pub subject: Subject,
    /// Why it was told.
    pub occasion: Occasion,
    /// When it was due.
    pub due: DateTime<Utc>,
    /// When it was settled.
    pub settled: DateTime<Utc>,
    /// `sent`, `skipped`, `failed` or `unconfirmed`.
    pub state: String,
    /// Why, where it was not sent.
    pub why: String,
}

/// How much is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Census {
    /// Subscriptions of people.
    pub people: u64,
    /// Subscriptions of servers.
    pub servers: u64,
    /// Deliveries that are due and not settled.
    pub waiting: u64,
    /// Channels that are paused.
    pub paused: u64,
}
