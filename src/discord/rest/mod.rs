//! The way to Discord's REST interface: one connection pool, shared by serenity and by our own sender.

mod body;
mod outbox;
mod rate_limit;
mod replies;

use std::time::Duration;

use secrecy::{ExposeSecret as _, SecretString};
use serenity::all::{Http, HttpBuilder, HttpError, StatusCode};

pub use body::{Ping, document_body, text_body, with_nonce};
pub use outbox::{GrantedRequest, Outbox, QueuedRequest, RequestOutcome, id};
pub use rate_limit::Priority;
pub use replies::{SendError, Sender};

/// Both ways to the REST interface over one pool.
pub struct Rest {
    /// serenity's, for everything but answers.
    pub http: Http,
    /// Our own, for answers.
    pub sender: Sender,
    client: reqwest::Client,
    api_url: String,
    token: SecretString,
}

/// What went wrong with Discord while the bot was started or registered.
#[derive(Debug, thiserror::Error)]
pub enum DiscordError {
    /// The token is none, or no longer one.
    #[error("discord refuses the token")]
    BadToken,
    /// Nobody says where the gateway is.
    #[error("{0} names no gateway ({1}): see that [discord] api_url is right and the server is up")]
    NoGateway(String, String),
    /// Anything else.
    #[error("discord does not answer as expected while {0}: {1}")]
    Failed(&'static str, String),
}

impl Rest {
    /// The way to the server at `api_url`, which is Discord or stands in for it.
    ///
    /// # Errors
    /// Where the host's TLS cannot be set up.
    pub fn new(token: &SecretString, api_url: &str) -> Result<Self, DiscordError> {
        let client = reqwest::Client::builder()
            .user_agent(serenity::constants::USER_AGENT)
            .timeout(Duration::from_secs(10))
            .build()
            .map_err(|error| DiscordError::Failed("setting up", plainly(error)))?;
        // Its own limiter would ignore the proxy and remember every interaction for ever.
        let http = HttpBuilder::new(token.expose_secret())
            .client(client.clone())
            .proxy(api_url)
            .ratelimiter_disabled(true)
            .build();
        Ok(Self {
            http,
            sender: Sender::new(client.clone(), api_url).with_token(token.clone()),
            client,
            api_url: api_url.to_owned(),
            token: token.clone(),
        })
    }

    /// The way for what the bot says by itself. Needs a runtime.
    pub fn outbox(&self) -> Outbox {
        Outbox::new(self.client.clone(), &self.api_url, self.token.clone())
    }
}

impl DiscordError {
    /// What serenity says, sorted; `doing` is what was being done.
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

/// What serenity says, in its own words but for requests, of which it says nothing.
pub(in crate::discord) fn reason(error: serenity::Error) -> String {
    match error {
        serenity::Error::Http(HttpError::Request(error)) => plainly(error),
        other => other.to_string(),
    }
}

/// A request's error with its causes, and without its address: an interaction's holds a token.
pub(in crate::discord) fn plainly(error: reqwest::Error) -> String {
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
