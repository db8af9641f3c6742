//! Health reports: upcoming reminders, delivery outcomes, paused channels and ended subscriptions.

use chrono::{DateTime, Utc};

use super::{Occasion, Subject, UpcomingReminder};

/// A settled delivery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeliveryRecord {
    /// The session or weekend.
    pub subject: Subject,
    /// The occasion.
    pub occasion: Occasion,
    /// The due instant.
    pub due: DateTime<Utc>,
    /// The instant at which it was settled.
    pub settled: DateTime<Utc>,
    /// The state: `sent`, `skipped`, `failed` or `unconfirmed`.
    pub state: String,
    /// The reason, unless it was sent.
    pub why: String,
}

/// A channel that is paused until a moderator resumes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PausedChannel {
    /// The channel.
    pub channel: u64,
    /// The reason: Discord's answer.
    pub why: String,
}

/// A journal entry: something that ended without a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalEntry {
    /// The instant.
    pub at: DateTime<Utc>,
    /// The channel; `None` for the whole server.
    pub channel: Option<u64>,
    /// `ended` for a reminder, `ping-ended` for its ping, `events` for a server's scheduled events.
    pub what: String,
    /// The reason.
    pub why: String,
}

/// The health of a person's or a server's reminders.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Health {
    /// The next reminders.
    pub upcoming: Vec<UpcomingReminder>,
    /// The outcomes of the last deliveries.
    pub last: Vec<DeliveryRecord>,
    /// The channels that are paused.
    pub paused: Vec<PausedChannel>,
    /// Reminders, pings and events that ended without a request.
    pub ended: Vec<JournalEntry>,
}

/// Row counts of the store.
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
