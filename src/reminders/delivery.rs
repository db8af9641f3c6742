//! Deliveries: the message of one notice to one subscription, and its outcome.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::{Notice, Target};

/// A message to be sent once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Delivery {
    /// Its key, which is its nonce.
    pub key: String,
    /// The subscription.
    pub subscription: u64,
    /// The owner of the subscription.
    pub owner: u64,
    /// The destination.
    pub target: Target,
    /// The notice.
    pub notice: Notice,
    /// For a correction: the message that it corrects.
    pub message: Option<u64>,
    /// True if a process that died attempted it, so that it may have arrived.
    pub may_have_arrived: bool,
}

/// The outcome of a delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Settlement {
    /// It arrived, as this message.
    Sent(u64),
    /// It was not sent.
    Skipped(Reason),
    /// Discord refused it: the code and the explanation.
    Failed(String),
    /// It may have arrived: another attempt could have sent it twice.
    Unconfirmed(Reason),
}

impl Settlement {
    /// The stored state.
    pub const fn state(&self) -> &'static str {
        match self {
            Self::Sent(_) => "sent",
            Self::Skipped(_) => "skipped",
            Self::Failed(_) => "failed",
            Self::Unconfirmed(_) => "unconfirmed",
        }
    }

    /// The stored reason; empty for a message that was sent.
    pub fn reason(&self) -> &str {
        match self {
            Self::Sent(_) => "",
            Self::Skipped(reason) | Self::Unconfirmed(reason) => reason.as_str(),
            Self::Failed(refusal) => refusal,
        }
    }
}

/// The reason why a delivery was not sent, or not confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It would have come too late.
    Late,
    /// The session had begun.
    Begun,
    /// The session had moved.
    Moved,
    /// The session does not exist any more.
    Gone,
    /// Another message to the same subscription says more.
    Superseded,
    /// The subscription was paused.
    Paused,
    /// The channel was paused.
    ChannelPaused,
    /// The bot had left the server.
    Left,
    /// The subscription had ended.
    Ended,
    /// Discord did not answer.
    NoAnswer,
    /// The sender crashed.
    Crash,
}

impl Reason {
    const ALL: [(Self, &'static str); 11] = [
        (Self::Late, "late"),
        (Self::Begun, "begun"),
        (Self::Moved, "moved"),
        (Self::Gone, "gone"),
        (Self::Superseded, "superseded"),
        (Self::Paused, "paused"),
        (Self::ChannelPaused, "channel-paused"),
        (Self::Left, "left"),
        (Self::Ended, "ended"),
        (Self::NoAnswer, "no-answer"),
        (Self::Crash, "crash"),
    ];

    /// The stored name.
    pub fn as_str(self) -> &'static str {
        let named = Self::ALL.iter().find(|(reason, _)| *reason == self);
        named.map_or("", |(_, name)| name)
    }

    /// The reason with a stored name.
    pub fn named(name: &str) -> Option<Self> {
        let named = Self::ALL.iter().find(|(_, one)| *one == name);
        named.map(|(reason, _)| *reason)
    }
}

/// A settled delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DeliveryOutcome {
    /// The delivery.
    pub delivery: Delivery,
    /// The outcome.
    pub settlement: Settlement,
    /// The instant of the settlement.
    pub settled: DateTime<Utc>,
}
