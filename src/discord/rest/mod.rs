//! REST client of Discord: routes, bodies, rate limits, retries and refusals; one connection pool, shared with serenity.

use std::time::Duration;

use secrecy::{ExposeSecret as _, SecretString};
use serenity::all::{Http, HttpBuilder};

mod body;
mod client;
mod endpoints;
mod error;
mod policy;
mod priority;
mod rate_limit;
mod refusal;
mod route;

pub use body::{EventBody, EventIdentity, Ping, RoleRights, document_body, remark_body, text_body, with_nonce};
pub use client::{GrantedRequest, QueuedRequest, RequestOutcome, RestClient};
pub(super) use error::reason;
pub use error::{DiscordError, SendError};
pub use priority::Priority;
pub use refusal::RefusedRequest;
pub use route::Route;

/// Both clients of the REST interface over one connection pool.
pub struct Rest {
    /// serenity's, for the gateway and the registration of commands.
    pub http: Http,
    /// Ours, for everything else.
    pub client: RestClient,
}

impl Rest {
    /// Clients of the server at `api_url`, which is Discord or stands in for it. Needs a runtime.
    ///
    /// # Errors
    /// If the host's TLS cannot be set up.
    pub fn new(token: &SecretString, api_url: &str) -> Result<Self, DiscordError> {
        let client = reqwest::Client::builder()
            .user_agent(serenity::constants::USER_AGENT)
            .timeout(Duration::from_secs(10))
            .build()
            .map_err(|error| DiscordError::Failed("setting up", error::without_url(error)))?;
        // serenity's limiter would ignore the proxy and never forget an interaction.
        let http = HttpBuilder::new(token.expose_secret())
            .client(client.clone())
            .proxy(api_url)
            .ratelimiter_disabled(true)
            .build();
        Ok(Self {
            http,
            client: RestClient::new(client, api_url, token.clone()),
        })
    }
}
