//! Health reports: upcoming reminders, delivery outcomes, paused channels and ended subscriptions.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::{DeliveryOutcome, UpcomingReminder};

/// A channel that is paused until a moderator resumes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PausedChannel {
    /// The channel.
    pub channel: u64,
    /// The reason: Discord's answer.
    pub why: String,
}

/// A journal entry: something that ended without a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct JournalEntry {
    /// The instant.
    pub at: DateTime<Utc>,
    /// The channel; `None` for the whole server.
    pub channel: Option<u64>,
    /// The kind.
    pub kind: JournalKind,
    /// The reason.
    pub reason: EndReason,
}

/// The kind of a journal entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum JournalKind {
    /// A channel was paused.
    Paused,
    /// A subscription ended.
    Ended,
    /// The ping of a subscription ended.
    PingEnded,
    /// The scheduled events of a server ended.
    EventsEnded,
    /// A message was lost to a fault of the database.
    Lost,
    /// The bot was not connected to Discord, from then on.
    Disconnected,
}

impl JournalKind {
    /// The stored name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Paused => "paused",
            Self::Ended => "ended",
            Self::PingEnded => "ping-ended",
            Self::EventsEnded => "events",
            Self::Lost => "lost",
            Self::Disconnected => "disconnected",
        }
    }

    /// The kind with a stored name.
    pub fn named(name: &str) -> Self {
        match name {
            "paused" => Self::Paused,
            "ping-ended" => Self::PingEnded,
            "events" => Self::EventsEnded,
            "lost" => Self::Lost,
            "disconnected" => Self::Disconnected,
            _ => Self::Ended,
        }
    }
}

/// The reason why something ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EndReason {
    /// Its channel was deleted.
    ChannelDeleted,
    /// Its role was deleted.
    RoleDeleted,
    /// Its owner's account was deleted.
    PersonDeleted,
    /// Discord could not be reached.
    NoConnection,
    /// Discord took the connection and began no session.
    NoSession,
    /// The database has a row that cannot be read.
    Unreadable,
    /// The database takes no record of it.
    Unrecorded,
    /// Discord refused it, with this explanation.
    Refused(String),
}

impl EndReason {
    /// The stored text.
    pub fn as_str(&self) -> &str {
        match self {
            Self::ChannelDeleted => "channel-deleted",
            Self::RoleDeleted => "role-deleted",
            Self::PersonDeleted => "person-deleted",
            Self::NoConnection => "no-connection",
            Self::NoSession => "no-session",
            Self::Unreadable => "unreadable",
            Self::Unrecorded => "unrecorded",
            Self::Refused(why) => why,
        }
    }

    /// The reason with a stored text.
    pub fn named(text: String) -> Self {
        match text.as_str() {
            "channel-deleted" => Self::ChannelDeleted,
            "role-deleted" => Self::RoleDeleted,
            "person-deleted" => Self::PersonDeleted,
            "no-connection" => Self::NoConnection,
            "no-session" => Self::NoSession,
            "unreadable" => Self::Unreadable,
            "unrecorded" => Self::Unrecorded,
            _ => Self::Refused(text),
        }
    }
}

/// The health of a person's or a server's reminders.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Health {
    /// The next reminders.
    pub upcoming: Vec<UpcomingReminder>,
    /// The outcomes of the last deliveries.
    pub last: Vec<DeliveryOutcome>,
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
