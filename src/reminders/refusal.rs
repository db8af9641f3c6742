//! Refusals of messages and scheduled events: the reasons that the bot acts on or explains.
//!
//! Discord's numeric codes for them are known to its REST client alone.

/// Reason for which Discord refuses a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The channel does not exist any more.
    UnknownChannel,
    /// The message does not exist any more.
    UnknownMessage,
    /// The person does not exist any more.
    UnknownUser,
    /// The scheduled event does not exist any more.
    UnknownEvent,
    /// The server has the maximum number of scheduled events.
    TooManyEvents,
    /// The message is too old for another edit now.
    TooManyEdits,
    /// The interaction has had its first response.
    AlreadyAcknowledged,
    /// The bot may not see the channel.
    MissingAccess,
    /// The person takes no direct messages.
    ClosedDirectMessages,
    /// The bot lacks a permission.
    MissingPermissions,
    /// The person and the bot share no server any more.
    NoSharedServer,
    /// Any other reason: Discord's message says which.
    Other,
}
