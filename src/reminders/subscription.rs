//! Subscriptions: an owner, a target, and the selectors and lead times.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::{LeadTime, Selector, Trigger};

/// A subscription to reminders, results or previews.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Subscription {
    /// Its id: that of the interaction that created it, so that a repeated interaction creates no second one.
    pub id: u64,
    /// The user who created it.
    pub owner: u64,
    /// The destination and the ping.
    pub target: Target,
    /// The selectors.
    pub selectors: Vec<Selector>,
    /// The lead times, the longest first.
    pub leads: Vec<LeadTime>,
    /// The creation time.
    pub created: DateTime<Utc>,
    /// The end of its pause.
    pub paused_until: Option<DateTime<Utc>>,
}

/// The destination of messages, and the ping.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    /// The owner's direct messages.
    Direct {
        /// The channel of the direct messages.
        channel: u64,
    },
    /// A channel in which the owner is pinged.
    Mention {
        /// The server; `None` in a group chat.
        guild: Option<u64>,
        /// The channel.
        channel: u64,
    },
    /// A server's channel, for everybody in it.
    Channel {
        /// The server.
        guild: u64,
        /// The channel.
        channel: u64,
        /// The role that is pinged.
        role: Option<u64>,
    },
}

impl Target {
    /// The channel.
    pub const fn channel(&self) -> u64 {
        match self {
            Self::Direct { channel } | Self::Mention { channel, .. } | Self::Channel { channel, .. } => *channel,
        }
    }

    /// The server, if it is in one.
    pub const fn guild(&self) -> Option<u64> {
        match self {
            Self::Direct { .. } => None,
            Self::Mention { guild, .. } => *guild,
            Self::Channel { guild, .. } => Some(*guild),
        }
    }
}

impl Subscription {
    /// Every selector with every lead time.
    pub fn triggers(&self) -> impl Iterator<Item = Trigger> {
        self.selectors.iter().flat_map(|selector| {
            self.leads.iter().map(|lead| Trigger {
                selector: selector.clone(),
                lead: *lead,
            })
        })
    }
}
