//! Errors of Discord's interfaces: at the start of the bot, and of requests that were given up.

use serenity::all::{HttpError, StatusCode};

use super::RefusedRequest;

/// Error while the bot is started or its commands are registered.
#[derive(Debug, thiserror::Error)]
pub enum DiscordError {
    /// The token is missing or invalid.
    #[error("discord refuses the token")]
    BadToken,
    /// The server names no gateway.
    #[error("{0} names no gateway ({1}): see that [discord] api_url is right and the server is up")]
    NoGateway(String, String),
    /// Discord refuses the gateway intents: the code with which it closed the connection, and their names.
    #[error("discord refuses the gateway intents {1} (close code {0})")]
    Intents(u16, String),
    /// Any other error: the step that failed, and its cause.
    #[error("discord does not answer as expected while {0}: {1}")]
    Failed(&'static str, String),
}

/// Reason for which a request was not delivered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// Discord refused it.
    #[error(transparent)]
    Refused(#[from] RefusedRequest),
    /// Every try failed until the deadline or the maximum number of tries; the last may have arrived.
    #[error("given up after {tries} tries: {last}")]
    Exhausted {
        /// Number of tries.
        tries: u32,
        /// Error of the last.
        last: String,
    },
    /// Its turn did not come in time: too many requests of its class wait.
    #[error("no turn within {0:?}")]
    Busy(std::time::Duration),
    /// The interaction's token had expired before the first try.
    #[error("the token is older than 15 minutes")]
    Expired,
    /// Discord's answer is none that belongs to the request.
    #[error("an answer that cannot be read: {0}")]
    Unexpected(String),
    /// The body cannot be written as JSON.
    #[error("cannot be written: {0}")]
    Invalid(String),
}

impl DiscordError {
    /// Classifies an error of serenity's; `doing` is the step that failed.
    pub(in crate::discord) fn of(doing: &'static str, error: serenity::Error) -> Self {
        use serenity::all::GatewayError as G;
        match error {
            serenity::Error::Http(HttpError::UnsuccessfulRequest(answer))
                if answer.status_code == StatusCode::UNAUTHORIZED =>
            {
                Self::BadToken
            }
            serenity::Error::Gateway(G::InvalidAuthentication | G::NoAuthentication) => Self::BadToken,
            other => Self::Failed(doing, reason(other)),
        }
    }
}

/// Text of an error of serenity's, with the causes of a failed request, which serenity leaves out.
pub(in crate::discord) fn reason(error: serenity::Error) -> String {
    match error {
        serenity::Error::Http(HttpError::Request(error)) => without_url(error),
        other => other.to_string(),
    }
}

/// Text of a request's error with its causes and without its URL, as an interaction's holds a token.
pub(super) fn without_url(error: reqwest::Error) -> String {
    let error = error.without_url();
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(&error);
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}
