//! Delivers answers: tries again while it can help, and never after.

use std::time::{Duration, Instant};

use reqwest::{Client, Method, RequestBuilder, StatusCode};
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};

use super::plainly;
use crate::discord::address::Address;
use crate::discord::reply::Reply;

/// How long after its receipt an interaction may still be answered first: Discord waits for 3 s.
const FIRST_ANSWER: Duration = Duration::from_millis(2_500);
/// How long its token is good for edits and follow-ups.
const TOKEN: Duration = Duration::from_mins(15);
/// How long a reply to a message is worth sending.
const REPLY: Duration = Duration::from_secs(30);
/// How long most bodies are at most, in bytes.
const USUAL_LENGTH: usize = 4_096;
/// Discord's code for an interaction that has been answered.
const ANSWERED: u64 = 40_060;

/// Delivers answers to interactions.
#[derive(Debug, Clone)]
pub struct Sender {
    client: Client,
    api: String,
    /// The bot's token, for what no interaction's token allows.
    token: Option<SecretString>,
}

/// Why an answer was not delivered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// Discord will not have it, now or later.
    #[error("refused with {status}, code {code}: {message}")]
    Refused {
        /// The HTTP status.
        status: u16,
        /// Discord's own code: 10062 for an interaction that expired, 40060 for one that was answered.
        code: u64,
        /// Discord's words.
        message: String,
    },
    /// It failed until there was no time left.
    #[error("given up after {tries} tries: {last}")]
    Exhausted {
        /// How often it was tried.
        tries: u32,
        /// What came of the last.
        last: String,
    },
    /// The token was too old before it was tried.
    #[error("the token is older than 15 minutes")]
    Expired,
    /// It could not be written as JSON.
    #[error("cannot be written: {0}")]
    Invalid(String),
}

/// How long a delivery is worth trying, and how it is known to have arrived.
struct Terms {
    /// What Discord says when it has; any other success is a proxy's, and nothing was delivered.
    delivered: StatusCode,
    until: Instant,
    /// How long one try may take.
    each: Duration,
    /// How long the pause between two tries grows.
    pause: Duration,
    /// Whether the bot's token is sent along.
    signed: bool,
}

/// What came of one try.
enum Try {
    Delivered,
    Refused(SendError),
    Limited(Duration),
    Failed(String),
}

/// The body of Discord's refusals.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::discord) struct Refusal {
    pub code: u64,
    message: String,
    errors: Option<serde_json::Value>,
    pub retry_after: f64,
}

impl Refusal {
    /// Discord's words, with what it says of single fields.
    pub fn words(&self) -> String {
        let details = self
            .errors
            .as_ref()
            .map_or_else(String::new, |errors| format!(" {errors}"));
        format!("{}{details}", self.message)
    }
}

impl Sender {
    /// A sender to the server at `api_url`.
    pub fn new(client: Client, api_url: &str) -> Self {
        Self {
            client,
            api: format!("{api_url}/api/v10"),
            token: None,
        }
    }

    /// The sender with the bot's token, so that it can speak in channels.
    #[must_use]
    pub fn with_token(self, token: SecretString) -> Self {
        Self {
            token: Some(token),
            ..self
        }
    }

    /// Answers an interaction for the first time.
    ///
    /// # Errors
    /// Why it was not delivered.
    pub async fn answer(&self, to: &Address, reply: Reply) -> Result<(), SendError> {
        self.callback(to, reply.callback()).await
    }

    /// Tells Discord that the answer takes longer.
    pub(in crate::discord) async fn defer(&self, to: &Address, callback: impl Serialize) -> Result<(), SendError> {
        self.callback(to, callback).await
    }

    async fn callback(&self, to: &Address, body: impl Serialize) -> Result<(), SendError> {
        let terms = Terms {
            delivered: StatusCode::NO_CONTENT,
            until: to.received + FIRST_ANSWER,
            each: Duration::from_secs(1),
            pause: Duration::from_millis(400),
            signed: false,
        };
        let url = format!("{}/interactions/{}/{}/callback", self.api, to.id, to.token.0);
        self.deliver(&Method::POST, &url, body, &terms).await
    }

    /// Puts the answer into the place of a deferred one, or of the message that a button sits on.
    ///
    /// # Errors
    /// Why it was not delivered.
    pub async fn edit(&self, to: &Address, reply: Reply) -> Result<(), SendError> {
        let url = format!(
            "{}/webhooks/{}/{}/messages/@original",
            self.api, to.application, to.token.0
        );
        self.later(to, Method::PATCH, url, reply.edit()).await
    }

    /// Adds a message of its own behind the first answer.
    ///
    /// # Errors
    /// Why it was not delivered.
    pub async fn follow_up(&self, to: &Address, reply: Reply) -> Result<(), SendError> {
        let url = format!("{}/webhooks/{}/{}", self.api, to.application, to.token.0);
        self.later(to, Method::POST, url, reply.follow_up()).await
    }

    /// Says something in a channel, in reply to a message that was received at `received`.
    ///
    /// # Errors
    /// Why it was not delivered.
    pub(in crate::discord) async fn speak(
        &self,
        channel: u64,
        received: Instant,
        body: impl Serialize,
    ) -> Result<(), SendError> {
        let terms = Terms {
            delivered: StatusCode::OK,
            until: received + REPLY,
            each: Duration::from_secs(10),
            pause: Duration::from_secs(5),
            signed: true,
        };
        let url = format!("{}/channels/{channel}/messages", self.api);
        self.deliver(&Method::POST, &url, body, &terms).await
    }

    async fn later(&self, to: &Address, method: Method, url: String, body: impl Serialize) -> Result<(), SendError> {
        let terms = Terms {
            delivered: StatusCode::OK,
            until: to.received + TOKEN,
            each: Duration::from_secs(10),
            pause: Duration::from_secs(30),
            signed: false,
        };
        if Instant::now() > terms.until {
            return Err(SendError::Expired);
        }
        self.deliver(&method, &url, body, &terms).await
    }

    async fn deliver(&self, method: &Method, url: &str, body: impl Serialize, terms: &Terms) -> Result<(), SendError> {
        let mut written = Vec::with_capacity(USUAL_LENGTH);
        serde_json::to_writer(&mut written, &body).map_err(|error| SendError::Invalid(error.to_string()))?;
        let mut pause = Duration::from_millis(50);
        let mut tries = 0;
        loop {
            tries += 1;
            let mut request = self.client.request(method.clone(), url).timeout(terms.each);
            if let Some(token) = self.token.as_ref().filter(|_| terms.signed) {
                request = request.header("authorization", format!("Bot {}", token.expose_secret()));
            }
            let outcome = attempt(request, written.clone(), terms.delivered).await;
            let left = terms.until.saturating_duration_since(Instant::now());
            let (last, wait) = match outcome {
                Try::Delivered => return Ok(()),
                // An earlier try arrived, and only word of it was lost.
                Try::Refused(SendError::Refused { code: ANSWERED, .. }) if tries > 1 => return Ok(()),
                Try::Refused(why) => return Err(why),
                Try::Limited(wait) => (format!("limited for {} ms", wait.as_millis()), wait),
                // The last try is made when time is up, not before.
                Try::Failed(last) => (last, pause.min(left)),
            };
            if left.is_zero() || wait > left {
                return Err(SendError::Exhausted { tries, last });
            }
            tokio::time::sleep(wait).await;
            pause = (pause * 2).min(terms.pause);
        }
    }
}

async fn attempt(request: RequestBuilder, body: Vec<u8>, delivered: StatusCode) -> Try {
    let request = request.header("content-type", "application/json").body(body);
    let response = match request.send().await {
        Ok(response) => response,
        Err(error) => return Try::Failed(plainly(error)),
    };
    let status = response.status();
    if status == delivered {
        return Try::Delivered;
    }
    if status.is_server_error() || status.is_success() {
        return Try::Failed(status.to_string());
    }
    let body = response.bytes().await.unwrap_or_default();
    let refusal: Refusal = serde_json::from_slice(&body).unwrap_or_default();
    if status == StatusCode::TOO_MANY_REQUESTS {
        let wait = Duration::try_from_secs_f64(refusal.retry_after).unwrap_or_default();
        return Try::Limited(wait.max(Duration::from_millis(10)));
    }
    Try::Refused(SendError::Refused {
        status: status.as_u16(),
        code: refusal.code,
        message: refusal.words(),
    })
}
