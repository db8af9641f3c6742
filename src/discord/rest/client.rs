//! REST client: sends a request, classifies its response and tries it again by its retry policy.
//!
//! serenity's limiter stalls bursts and never forgets a route, so this does without it: a limiter of its own holds the
//! buckets, one request a channel at a time, and a [`GlobalLimiter`] the limit of all requests together.

use std::pin::pin;
use std::time::{Duration, Instant};

use reqwest::{Client, Method, Response, StatusCode};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;
use serde_json::Value;
use twilight_http_ratelimiting::{Endpoint, Permit, PermitFuture, RateLimitHeaders, RateLimiter};

use super::error::without_url;
use super::policy::RetryPolicy;
use super::priority::Priority;
use super::rate_limit::{GlobalLimiter, bucket};
use super::refusal::ErrorBody;
use super::{RefusedRequest, Route, SendError};
use crate::reminders::Refusal;

/// Capacity that holds most bodies, in bytes.
const USUAL_LENGTH: usize = 4_096;
/// Minimum wait for a rate limit, and the wait if Discord names none that can be read.
const SHORTEST_WAIT: Duration = Duration::from_millis(10);
const UNREADABLE_WAIT: Duration = Duration::from_millis(250);

/// Client of Discord's REST interface. Clones share its connections and rate limits.
#[derive(Debug, Clone)]
pub struct RestClient {
    client: Client,
    api: String,
    token: SecretString,
    buckets: RateLimiter,
    limiter: GlobalLimiter,
}

/// Request in the queue of its bucket.
pub struct QueuedRequest {
    destination: Destination,
    permit: PermitFuture,
}

/// Request whose bucket has granted it: no other one of the bucket is sent until it is dropped.
pub struct GrantedRequest<'a> {
    client: &'a RestClient,
    destination: Destination,
    permit: Option<Permit>,
    limits: Option<RateLimitHeaders>,
    /// Turn granted by the global limiter; none for requests that it does not count.
    turn: Option<Instant>,
    failures: u32,
}

/// Outcome of one try to send a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RequestOutcome {
    /// It was delivered; the message's id.
    Delivered(u64),
    /// Discord refused it.
    Refused(RefusedRequest),
    /// It was certainly not delivered.
    NotDelivered(String),
    /// It may have been delivered.
    Uncertain(String),
}

/// Route as it is sent.
struct Destination {
    method: Method,
    url: String,
    is_authorized: bool,
    is_without_content: bool,
}

/// Outcome of one try.
enum Try {
    Delivered(Value),
    Refused(RefusedRequest),
    Failed(Failure),
}

/// Failure of one try.
struct Failure {
    error: String,
    /// True if the request may have arrived.
    is_uncertain: bool,
    /// Wait before the next try, if it was rate limited.
    wait: Option<Duration>,
}

impl RestClient {
    /// Client of the server at `api_url`, authorized by the bot's `token`. Needs a runtime.
    pub fn new(client: Client, api_url: &str, token: SecretString) -> Self {
        Self {
            client,
            api: format!("{api_url}/api/v10"),
            token,
            // The global limiter holds the limit of all requests together, more evenly.
            buckets: RateLimiter::new(u16::MAX),
            limiter: GlobalLimiter::start(),
        }
    }

    /// Queues a request: requests of one bucket are granted in this order.
    pub fn queue(&self, route: &Route<'_>) -> QueuedRequest {
        QueuedRequest {
            permit: self.buckets.acquire(Endpoint {
                method: route.limited_method(),
                path: route.path(),
            }),
            destination: self.destination(route),
        }
    }

    /// Waits until the bucket of a queued request grants it.
    pub async fn granted(&self, queued: QueuedRequest) -> GrantedRequest<'_> {
        let permit = queued.permit.await;
        self.request(queued.destination, Some(permit))
    }

    /// Sends a request until it is delivered, refused or given up by its policy; if that is slow, a second time beside the
    /// first, and the faster counts. It passes the limiters by: Discord does not count responses to interactions.
    pub(super) async fn respond(
        &self,
        route: &Route<'_>,
        body: Vec<u8>,
        policy: &RetryPolicy,
    ) -> Result<Value, SendError> {
        let Some(beside) = policy.beside else {
            return self.send(route, body, policy, None).await;
        };
        let mut first = pin!(self.send(route, body.clone(), policy, None));
        if let Ok(done) = tokio::time::timeout(beside, &mut first).await {
            return done;
        }
        let mut second = pin!(self.send(route, body, policy, None));
        tokio::select! {
            done = &mut first => faster(done, second).await,
            done = &mut second => faster(done, first).await,
        }
    }

    /// Sends a request until it is delivered, refused or given up by its policy. Without a priority it passes the limiters
    /// by.
    pub(super) async fn send(
        &self,
        route: &Route<'_>,
        body: Vec<u8>,
        policy: &RetryPolicy,
        priority: Option<Priority>,
    ) -> Result<Value, SendError> {
        let mut request = match priority {
            Some(priority) => in_time(priority, self.granted(self.queue(route))).await?,
            None => self.request(self.destination(route), None),
        };
        loop {
            if let Some(priority) = priority {
                in_time(priority, request.ready(priority)).await?;
            }
            let (last, limited) = match request.send_once(body.clone(), policy).await {
                Try::Delivered(response) => return Ok(response),
                // An earlier try arrived, and only its response was lost.
                Try::Refused(refused) if refused.reason == Refusal::AlreadyAcknowledged && request.failures > 0 => {
                    return Ok(Value::Null);
                }
                Try::Refused(refused) => return Err(refused.into()),
                Try::Failed(failure) => (failure.error, failure.wait),
            };
            request.failures += 1;
            let tries = request.failures;
            let Some(pause) = policy.pause(tries, limited, Instant::now()) else {
                return Err(SendError::Exhausted { tries, last });
            };
            tokio::time::sleep(pause).await;
        }
    }

    fn request(&self, destination: Destination, permit: Option<Permit>) -> GrantedRequest<'_> {
        GrantedRequest {
            client: self,
            destination,
            permit,
            limits: None,
            turn: None,
            failures: 0,
        }
    }

    fn destination(&self, route: &Route<'_>) -> Destination {
        Destination {
            method: route.method(),
            url: format!("{}/{}", self.api, route.path()),
            is_authorized: route.is_authorized(),
            is_without_content: route.is_without_content(),
        }
    }
}

impl GrantedRequest<'_> {
    /// Waits for a turn of the global limiter, but for the moment that writing down the try takes.
    pub async fn ready(&mut self, priority: Priority) {
        self.turn = Some(self.client.limiter.turn(priority).await);
    }

    /// Tries once to send a message; after a failure, waits as long as the next try should.
    pub async fn attempt(&mut self, body: &Value) -> RequestOutcome {
        let policy = RetryPolicy::proactive(u32::MAX);
        let failure = match self.send_once(body.to_string().into_bytes(), &policy).await {
            Try::Delivered(message) => return RequestOutcome::Delivered(id(&message)),
            Try::Refused(refused) => return RequestOutcome::Refused(refused),
            Try::Failed(failure) => failure,
        };
        self.failures += 1;
        if let Some(pause) = policy.pause(self.failures, failure.wait, Instant::now()) {
            tokio::time::sleep(pause).await;
        }
        if failure.is_uncertain {
            RequestOutcome::Uncertain(failure.error)
        } else {
            RequestOutcome::NotDelivered(failure.error)
        }
    }

    async fn send_once(&mut self, body: Vec<u8>, policy: &RetryPolicy) -> Try {
        let client = self.client;
        if let Some(turn) = self.turn.take()
            && !client.limiter.started(turn).await
        {
            return limited("all requests are blocked".to_owned(), Duration::ZERO);
        }
        let mut request = client
            .client
            .request(self.destination.method.clone(), &self.destination.url);
        if self.destination.is_authorized {
            request = request.header("authorization", format!("Bot {}", client.token.expose_secret()));
        }
        if !body.is_empty() {
            request = request.header("content-type", "application/json").body(body);
        }
        let response = match request.timeout(policy.timeout(Instant::now())).send().await {
            Ok(response) => response,
            Err(error) if error.is_connect() => return failed(without_url(error), false),
            Err(error) => return failed(without_url(error), true),
        };
        if self.permit.is_some() {
            self.limits = bucket(response.headers()).or(self.limits.take());
        }
        self.classified(response, policy).await
    }

    async fn classified(&self, response: Response, policy: &RetryPolicy) -> Try {
        let status = response.status();
        if status == StatusCode::NO_CONTENT {
            return Try::Delivered(Value::Null);
        }
        let is_proxys = status.is_success() && self.destination.is_without_content;
        if is_proxys || policy.transient.contains(&status.as_u16()) {
            return failed(status.to_string(), true);
        }
        let is_global = response.headers().contains_key("x-ratelimit-global");
        // A proxy between here and Discord says it there, and nowhere else.
        let after = response.headers().get("retry-after");
        let after = after.and_then(|after| after.to_str().ok()?.parse::<f64>().ok());
        let bytes = match response.bytes().await {
            Ok(bytes) => bytes,
            Err(error) => return failed(without_url(error), true),
        };
        if status.is_success() {
            return match serde_json::from_slice(&bytes) {
                Ok(content @ (Value::Object(_) | Value::Array(_))) => Try::Delivered(content),
                _ => failed(format!("{status} with a body that is not Discord's"), true),
            };
        }
        let error: ErrorBody = serde_json::from_slice(&bytes).unwrap_or_default();
        if status != StatusCode::TOO_MANY_REQUESTS {
            return Try::Refused(error.refused(status.as_u16()));
        }
        let wait = Duration::try_from_secs_f64(error.retry_after.max(after.unwrap_or_default()));
        let wait = wait.unwrap_or(UNREADABLE_WAIT).max(SHORTEST_WAIT);
        if is_global && self.destination.is_authorized {
            self.client.limiter.block(wait);
        }
        tracing::warn!(wait = wait.as_millis(), is_global, "rate limited by Discord");
        limited(format!("limited for {} ms", wait.as_millis()), wait)
    }
}

impl Drop for GrantedRequest<'_> {
    fn drop(&mut self) {
        if let Some(permit) = self.permit.take() {
            permit.complete(self.limits.take());
        }
    }
}

/// Waits for the turn of a request, for as long as its priority lets it.
async fn in_time<T>(priority: Priority, turn: impl Future<Output = T>) -> Result<T, SendError> {
    match priority.longest_wait() {
        Some(longest) => tokio::time::timeout(longest, turn)
            .await
            .map_err(|_| SendError::Busy(longest)),
        None => Ok(turn.await),
    }
}

/// Outcome of two requests of which one is `done`: the other counts if that failed, and it has arrived if Discord says so.
async fn faster(
    done: Result<Value, SendError>,
    other: impl Future<Output = Result<Value, SendError>>,
) -> Result<Value, SendError> {
    let is_answered = |outcome: &Result<Value, SendError>| matches!(outcome, Err(SendError::Refused(refused)) if refused.reason == Refusal::AlreadyAcknowledged);
    let outcome = match done {
        Err(_) if !is_answered(&done) => other.await,
        done => done,
    };
    if is_answered(&outcome) {
        Ok(Value::Null)
    } else {
        outcome
    }
}

fn failed(error: String, is_uncertain: bool) -> Try {
    Try::Failed(Failure {
        error,
        is_uncertain,
        wait: None,
    })
}

fn limited(error: String, wait: Duration) -> Try {
    Try::Failed(Failure {
        error,
        is_uncertain: false,
        wait: Some(wait),
    })
}

/// Body of a request as JSON.
pub(super) fn json(body: &impl Serialize) -> Result<Vec<u8>, SendError> {
    let mut written = Vec::with_capacity(USUAL_LENGTH);
    serde_json::to_writer(&mut written, body).map_err(|error| SendError::Invalid(error.to_string()))?;
    Ok(written)
}

/// Id in a response; 0 if there is none.
pub(super) fn id(response: &Value) -> u64 {
    let id = response.get("id").and_then(Value::as_str);
    id.and_then(|id| id.parse().ok()).unwrap_or(0)
}
