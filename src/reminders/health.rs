//! What is told to those who ask whether all is well: what comes, what became of deliveries, what is paused or has ended.

use chrono::{DateTime, Utc};

use super::{Occasion, Subject, UpcomingReminder};

/// What became of a delivery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeliveryRecord {
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

/// A channel that takes nothing, until somebody sees to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PausedChannel {
    /// The channel.
    pub channel: u64,
    /// Why: what Discord said.
    pub why: String,
}

/// Something that has ended by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalEntry {
    /// When.
    pub at: DateTime<Utc>,
    /// The channel that it was for; none for what is the whole server's.
    pub channel: Option<u64>,
    /// `ended` for a reminder, `ping-ended` for its ping, `events` for a server's scheduled events.
    pub what: String,
    /// Why.
    pub why: String,
}

/// Whether all is well.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Health {
    /// What is told next.
    pub coming: Vec<UpcomingReminder>,
    /// What became of the last deliveries.
    pub last: Vec<DeliveryRecord>,
    /// The channels that are paused.
    pub paused: Vec<PausedChannel>,
    /// What has ended by itself.
    pub ended: Vec<JournalEntry>,
}

/// How much is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StoreStats {
    /// Subscriptions of people.
    pub people: u64,
    /// Subscriptions of servers.
    pub servers: u64,
    /// Deliveries that are due and not settled.
    pub waiting: u64,
    /// Channels that are paused.
    pub paused: u64,
}
