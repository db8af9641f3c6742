//! What the bot says by itself: in order within a channel, within Discord's limits, tried again while that can help.
//!
//! serenity's limiter stalls bursts and forgets nothing, so this does without it: a limiter of its own holds the buckets,
//! one request a channel at a time, and a [`GlobalLimiter`] holds the limit for all.

use std::time::{Duration, Instant};

use reqwest::{Client, Method, RequestBuilder, Response, StatusCode};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;
use twilight_http_ratelimiting::{
    Endpoint, Method as LimitedMethod, Permit, PermitFuture, RateLimitHeaders, RateLimiter,
};

use super::plainly;
use super::rate_limit::{GlobalLimiter, Priority};
use super::replies::Refusal;

/// How long one try may take.
const EACH: Duration = Duration::from_secs(10);
/// The pause after a first try that failed; it doubles with each, up to the longest.
const PAUSE: Duration = Duration::from_millis(250);
/// The longest pause.
const LONGEST_PAUSE: Duration = Duration::from_secs(8);
/// The longest time that Discord is waited for, when it says how long.
const LONGEST_WAIT: Duration = Duration::from_mins(2);

/// Sends what the bot says by itself.
#[derive(Debug)]
pub struct Outbox {
    client: Client,
    api: String,
    token: SecretString,
    limits: RateLimiter,
    pace: GlobalLimiter,
}

/// A place in the queue of a channel.
pub struct QueuedRequest {
    method: Method,
    path: String,
    permit: PermitFuture,
}

/// A turn that has come: nothing else goes to the channel until it is dropped.
pub struct GrantedRequest<'a> {
    outbox: &'a Outbox,
    method: Method,
    url: String,
    permit: Option<Permit>,
    limits: Option<RateLimitHeaders>,
    /// When the next try may go.
    time: Instant,
    pause: Duration,
}

/// What came of a try.
#[derive(Debug, Clone, PartialEq)]
pub enum RequestOutcome {
    /// It arrived, and this is the answer.
    Delivered(Value),
    /// Discord will not have it.
    Refused {
        /// The HTTP status.
        status: u16,
        /// Discord's own code: 50001, 50013 and 10003 for a channel, 50007 for a person.
        code: u64,
        /// Discord's words.
        message: String,
    },
    /// It surely did not arrive.
    NotDelivered(String),
    /// It may have arrived.
    Uncertain(String),
}

impl Outbox {
    /// An outbox to the server at `api_url`. Needs a runtime.
    pub fn new(client: Client, api_url: &str, token: SecretString) -> Self {
        Self {
            client,
            api: format!("{api_url}/api/v10"),
            token,
            // The pace holds the limit for all requests together, more evenly.
            limits: RateLimiter::new(u16::MAX),
            pace: GlobalLimiter::start(),
        }
    }

    /// A place in the queue for a request: places of one channel are in the order in which they were asked for.
    pub fn queue(&self, method: Method, path: String) -> QueuedRequest {
        let limited = match method {
            Method::DELETE => LimitedMethod::Delete,
            Method::GET => LimitedMethod::Get,
            Method::PATCH => LimitedMethod::Patch,
            Method::PUT => LimitedMethod::Put,
            _ => LimitedMethod::Post,
        };
        let route = path.split('?').next().unwrap_or_default().to_owned();
        QueuedRequest {
            permit: self.limits.acquire(Endpoint {
                method: limited,
                path: route,
            }),
            method,
            path,
        }
    }

    /// Waits until a turn has come.
    pub async fn slot(&self, turn: QueuedRequest) -> GrantedRequest<'_> {
        GrantedRequest {
            permit: Some(turn.permit.await),
            outbox: self,
            url: format!("{}/{}", self.api, turn.path),
            method: turn.method,
            limits: None,
            time: Instant::now(),
            pause: PAUSE,
        }
    }

    /// Sends a request that may arrive twice, or not at all after a few tries.
    ///
    /// # Errors
    /// What came of the last try.
    pub async fn request(
        &self,
        method: Method,
        path: String,
        body: &Value,
        (priority, tries): (Priority, u32),
    ) -> Result<Value, RequestOutcome> {
        let mut slot = self.slot(self.queue(method, path)).await;
        let mut tried = 0;
        loop {
            slot.ready(priority).await;
            tried += 1;
            match slot.attempt(body).await {
                RequestOutcome::Delivered(answer) => return Ok(answer),
                refused @ RequestOutcome::Refused { .. } => return Err(refused),
                failed @ (RequestOutcome::NotDelivered(_) | RequestOutcome::Uncertain(_)) if tried >= tries => {
                    return Err(failed);
                }
                RequestOutcome::NotDelivered(_) | RequestOutcome::Uncertain(_) => {}
            }
        }
    }

    /// The channel of somebody's direct messages.
    ///
    /// # Errors
    /// Why there is none.
    pub async fn direct(&self, person: u64, priority: Priority) -> Result<u64, RequestOutcome> {
        let body = serde_json::json!({"recipient_id": person.to_string()});
        let channel = self
            .request(Method::POST, "users/@me/channels".to_owned(), &body, (priority, 3))
            .await?;
        Ok(id(&channel))
    }

    /// Says something in a channel. Without a nonce it is tried once, with one a few times.
    ///
    /// # Errors
    /// Why it was not said, or may not have been.
    pub async fn say(&self, channel: u64, body: &Value, priority: Priority) -> Result<u64, RequestOutcome> {
        let tries = if body.get("nonce").is_some() { 3 } else { 1 };
        let message = self
            .request(
                Method::POST,
                format!("channels/{channel}/messages"),
                body,
                (priority, tries),
            )
            .await?;
        Ok(id(&message))
    }

    fn signed(&self, request: RequestBuilder) -> RequestBuilder {
        request.header("authorization", format!("Bot {}", self.token.expose_secret()))
    }
}

impl GrantedRequest<'_> {
    /// Waits until one more request may go to Discord at all, but for the moment it takes to write down that it will.
    pub async fn ready(&mut self, priority: Priority) {
        self.time = self.outbox.pace.turn(priority).await;
    }

    /// Tries once, when it is time; after a try that failed, waits as long as the next should.
    pub async fn attempt(&mut self, body: &Value) -> RequestOutcome {
        if !self.outbox.pace.time(self.time).await {
            return RequestOutcome::NotDelivered("all are held up".to_owned());
        }
        let request = self.outbox.client.request(self.method.clone(), &self.url).timeout(EACH);
        let (found, limits) = attempt(self.outbox.signed(request), body).await;
        self.limits = limits.or(self.limits.take());
        let (tried, wait) = match found {
            Try::Ended(tried @ (RequestOutcome::NotDelivered(_) | RequestOutcome::Uncertain(_))) => {
                let wait = self.pause;
                self.pause = (wait * 2).min(LONGEST_PAUSE);
                (tried, wait)
            }
            Try::Ended(tried) => return tried,
            Try::Limited { wait, all } => {
                if all {
                    self.outbox.pace.hold(wait);
                }
                tracing::warn!(wait = wait.as_millis(), all, "limited by Discord");
                let why = format!("limited for {} ms", wait.as_millis());
                (RequestOutcome::NotDelivered(why), wait.min(LONGEST_WAIT))
            }
        };
        tokio::time::sleep(wait).await;
        tried
    }
}

impl Drop for GrantedRequest<'_> {
    fn drop(&mut self) {
        if let Some(permit) = self.permit.take() {
            permit.complete(self.limits.take());
        }
    }
}

/// The id of what Discord answered with; 0 where there is none.
pub fn id(answer: &Value) -> u64 {
    let id = answer.get("id").and_then(Value::as_str);
    id.and_then(|id| id.parse().ok()).unwrap_or(0)
}

/// What came of one request.
enum Try {
    Ended(RequestOutcome),
    Limited { wait: Duration, all: bool },
}

async fn attempt(request: RequestBuilder, body: &Value) -> (Try, Option<RateLimitHeaders>) {
    let request = if body.is_null() { request } else { request.json(body) };
    let response = match request.send().await {
        Ok(response) => response,
        Err(error) if error.is_connect() => return (Try::Ended(RequestOutcome::NotDelivered(plainly(error))), None),
        Err(error) => return (Try::Ended(RequestOutcome::Uncertain(plainly(error))), None),
    };
    let (status, headers) = (response.status(), limits(&response));
    let all = response.headers().contains_key("x-ratelimit-global");
    // What stands between here and Discord says it there, and nowhere else.
    let after = response
        .headers()
        .get("retry-after")
        .and_then(|after| after.to_str().ok()?.parse::<f64>().ok());
    let bytes = match response.bytes().await {
        Ok(bytes) => bytes,
        Err(error) => return (Try::Ended(RequestOutcome::Uncertain(plainly(error))), headers),
    };
    let found = match status {
        StatusCode::NO_CONTENT => Try::Ended(RequestOutcome::Delivered(Value::Null)),
        _ if status.is_success() => match serde_json::from_slice(&bytes) {
            Ok(answer @ (Value::Object(_) | Value::Array(_))) => Try::Ended(RequestOutcome::Delivered(answer)),
            // Something between here and Discord answers in its place.
            _ => Try::Ended(RequestOutcome::Uncertain(format!(
                "{status} with a body that is not Discord's"
            ))),
        },
        _ if status.is_server_error() => Try::Ended(RequestOutcome::Uncertain(status.to_string())),
        _ => {
            let refusal: Refusal = serde_json::from_slice(&bytes).unwrap_or_default();
            if status == StatusCode::TOO_MANY_REQUESTS {
                let wait = refusal.retry_after.max(after.unwrap_or_default());
                let wait = Duration::try_from_secs_f64(wait)
                    .unwrap_or(PAUSE)
                    .max(Duration::from_millis(10));
                Try::Limited { wait, all }
            } else {
                Try::Ended(RequestOutcome::Refused {
                    status: status.as_u16(),
                    code: refusal.code,
                    message: refusal.words(),
                })
            }
        }
    };
    (found, headers)
}

/// What the headers say of the request's bucket.
fn limits(response: &Response) -> Option<RateLimitHeaders> {
    let header = |name: &str| response.headers().get(name)?.to_str().ok();
    let reset: f64 = header(RateLimitHeaders::RESET_AFTER)?.parse().ok()?;
    Some(RateLimitHeaders {
        bucket: header(RateLimitHeaders::BUCKET)?.as_bytes().to_vec(),
        limit: header(RateLimitHeaders::LIMIT)?.parse().ok()?,
        remaining: header(RateLimitHeaders::REMAINING)?.parse().ok()?,
        reset_at: Instant::now() + Duration::try_from_secs_f64(reset).ok()?,
    })
}
