//! Who wants to hear of something, and where they are told.

use chrono::{DateTime, Utc};

use super::{LeadTime, Selector, Trigger};

/// Who wants to hear of something, and where they are told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    /// Its id: that of the interaction that made it, so that one interaction never makes two.
    pub id: u64,
    /// Who made it.
    pub owner: u64,
    /// Where it is told, and who is pinged.
    pub target: Target,
    /// Of what.
    pub selectors: Vec<Selector>,
    /// How long before each session, the longest first.
    pub leads: Vec<LeadTime>,
    /// Since when.
    pub created: DateTime<Utc>,
    /// Until when it is silent.
    pub paused_until: Option<DateTime<Utc>>,
}

/// Where something is told, and who is pinged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// In its owner's direct messages.
    Direct {
        /// The channel of the direct messages.
        channel: u64,
    },
    /// In a channel, where its owner is pinged.
    Mention {
        /// The server; none in a group chat.
        guild: Option<u64>,
        /// The channel.
        channel: u64,
    },
    /// In a server's channel, for everybody.
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

    /// Whether it is somebody's own rather than a server's.
    pub const fn is_personal(&self) -> bool {
        !matches!(self, Self::Channel { .. })
    }
}

impl Subscription {
    /// Every selector with every lead.
    pub fn triggers(&self) -> impl Iterator<Item = Trigger> {
        self.selectors.iter().flat_map(|selector| {
            self.leads.iter().map(|lead| Trigger {
                selector: selector.clone(),
                lead: *lead,
            })
        })
    }
}
