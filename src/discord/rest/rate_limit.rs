//! Global rate limit: evenly spaced turns below Discord's limit of requests per second, given to the classes by their shares.
//!
//! Discord counts all requests of a bot together; spacing them evenly lets an urgent one in without waiting for a burst.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use reqwest::header::HeaderMap;
use tokio::sync::{Notify, oneshot};
use twilight_http_ratelimiting::RateLimitHeaders;

use super::priority::{Priority, WaitingRequests};

/// Maximum number of requests per window.
const PER_WINDOW: usize = 50;
/// Length of the sliding window: Discord's second and a margin for network jitter.
const WINDOW: Duration = Duration::from_micros(1_012_500);
/// Interval between two turns.
const INTERVAL: Duration = Duration::from_micros(20_250);
/// Maximum time by which a turn is announced in advance, for the database write that precedes a request.
const ADVANCE: Duration = Duration::from_millis(40);

/// Handle of the limiter, whose task stops when the last handle is dropped.
#[derive(Debug, Clone)]
pub(super) struct GlobalLimiter {
    shared: Arc<LimiterShared>,
    _stop: Arc<StopOnDrop>,
}

#[derive(Debug)]
struct LimiterShared {
    state: Mutex<LimiterState>,
    changed: Notify,
}

#[derive(Debug)]
struct LimiterState {
    waiting: WaitingRequests<Instant>,
    /// Instant of the next turn by even spacing.
    next: Instant,
    /// Instants of the latest requests, at most [`PER_WINDOW`].
    sent: VecDeque<Instant>,
    /// End of the block set by Discord's global rate limit.
    blocked_until: Instant,
    stopped: bool,
}

impl LimiterState {
    fn new(now: Instant) -> Self {
        Self {
            waiting: WaitingRequests::default(),
            next: now,
            sent: VecDeque::with_capacity(PER_WINDOW),
            blocked_until: now,
            stopped: false,
        }
    }

    /// Instant of the next turn.
    fn next_turn(&self) -> Instant {
        self.next.max(self.blocked_until)
    }

    /// Grants the next turn to the next waiting request, unless it is too early.
    fn grant(&mut self, now: Instant) {
        let at = self.next_turn().max(now);
        let early = at > now + ADVANCE;
        if !early && self.waiting.grant(at) {
            // A turn late by less than one interval does not delay the following ones.
            self.next = (self.next + INTERVAL).max(at);
        }
    }

    /// Counts a request granted for `turn` as sent; or returns the instant to wait for if the window is full or blocked,
    /// as late requests may crowd it.
    fn start(&mut self, turn: Instant, now: Instant) -> Option<Instant> {
        let full = self.sent.len() == PER_WINDOW;
        let free = self.sent.front().filter(|_| full).map_or(turn, |first| *first + WINDOW);
        let at = turn.max(free).max(self.blocked_until);
        if at > now {
            return Some(at);
        }
        if full {
            self.sent.pop_front();
        }
        self.sent.push_back(now);
        None
    }
}

/// Stops the limiter when its last handle is dropped.
#[derive(Debug)]
struct StopOnDrop(Arc<LimiterShared>);

impl Drop for StopOnDrop {
    fn drop(&mut self) {
        self.0.state().stopped = true;
        self.0.changed.notify_one();
    }
}

impl GlobalLimiter {
    /// Starts a limiter and its task. Needs a runtime.
    pub fn start() -> Self {
        let shared = Arc::new(LimiterShared {
            state: Mutex::new(LimiterState::new(Instant::now())),
            changed: Notify::new(),
        });
        tokio::spawn(run(Arc::clone(&shared)));
        Self {
            _stop: Arc::new(StopOnDrop(Arc::clone(&shared))),
            shared,
        }
    }

    /// Waits for a turn and returns its instant, at most [`ADVANCE`] ahead.
    pub async fn turn(&self, priority: Priority) -> Instant {
        let (go, may_go) = oneshot::channel();
        self.shared.state().waiting.push(priority, go);
        self.shared.changed.notify_one();
        // A stopped limiter has no other requests to protect.
        may_go.await.unwrap_or_else(|_| Instant::now())
    }

    /// Waits until a granted turn may start. False if all requests are blocked for longer than a window: by then the
    /// message may be out of date, and its caller composes it again.
    pub async fn started(&self, turn: Instant) -> bool {
        while let Some(at) = self.start_turn(turn) {
            if at > turn + WINDOW {
                return false;
            }
            tokio::time::sleep_until(at.into()).await;
        }
        true
    }

    fn start_turn(&self, turn: Instant) -> Option<Instant> {
        self.shared.state().start(turn, Instant::now())
    }

    /// Blocks all requests for a while.
    pub fn block(&self, span: Duration) {
        let mut state = self.shared.state();
        state.blocked_until = state.blocked_until.max(Instant::now() + span);
    }
}

impl LimiterShared {
    fn state(&self) -> std::sync::MutexGuard<'_, LimiterState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Grants turns until the limiter is stopped.
async fn run(shared: Arc<LimiterShared>) {
    loop {
        let (idle, stopped, next) = {
            let state = shared.state();
            (state.waiting.is_empty(), state.stopped, state.next_turn())
        };
        if stopped {
            return;
        }
        if idle {
            shared.changed.notified().await;
        } else {
            tokio::time::sleep_until(next.checked_sub(ADVANCE).unwrap_or(next).into()).await;
            shared.state().grant(Instant::now());
        }
    }
}

/// State of a request's bucket by the headers of its response.
pub(super) fn bucket(headers: &HeaderMap) -> Option<RateLimitHeaders> {
    let header = |name: &str| headers.get(name)?.to_str().ok();
    let reset: f64 = header(RateLimitHeaders::RESET_AFTER)?.parse().ok()?;
    Some(RateLimitHeaders {
        bucket: header(RateLimitHeaders::BUCKET)?.as_bytes().to_vec(),
        limit: header(RateLimitHeaders::LIMIT)?.parse().ok()?,
        remaining: header(RateLimitHeaders::REMAINING)?.parse().ok()?,
        reset_at: Instant::now() + Duration::try_from_secs_f64(reset).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delivery(start: i64) -> Priority {
        Priority::Delivery { start, due: 0 }
    }

    fn wait(state: &mut LimiterState, priority: i64) -> oneshot::Receiver<Instant> {
        let (go, may_go) = oneshot::channel();
        state.waiting.push(delivery(priority), go);
        may_go
    }

    /// Starts all waiting requests, each late by so many milliseconds; returns their order and instants.
    fn drained(
        state: &mut LimiterState,
        mut waiting: Vec<(i64, oneshot::Receiver<Instant>)>,
        late: impl Fn(u64) -> u64,
    ) -> Vec<(i64, Instant)> {
        let mut sent = Vec::new();
        let mut now = state.next_turn();
        while !waiting.is_empty() {
            state.grant(now.max(state.next_turn().checked_sub(ADVANCE).unwrap()));
            let called = waiting
                .iter_mut()
                .enumerate()
                .find_map(|(place, (_, go))| Some((place, go.try_recv().ok()?)));
            let (place, turn) = called.unwrap();
            now = now.max(turn) + Duration::from_millis(late(sent.len() as u64));
            while let Some(at) = state.start(turn, now) {
                now = at;
            }
            sent.push((waiting.remove(place).0, now));
        }
        sent
    }

    #[test]
    fn no_second_has_more_than_fifty_none_is_wasted_and_the_most_urgent_go_first() {
        for (most, slowest) in [(0, 49), (15, 49), (40, 48)] {
            let mut state = LimiterState::new(Instant::now());
            let waiting = (0..500).rev().map(|priority| (priority, wait(&mut state, priority)));
            let waiting = waiting.collect();
            let sent = drained(&mut state, waiting, |turn| if turn % 70 == 3 { most } else { 0 });
            let order: Vec<i64> = sent.iter().map(|(priority, _)| *priority).collect();
            assert_eq!(order, (0..500).collect::<Vec<_>>());
            for (place, (_, first)) in sent.iter().enumerate() {
                let second = sent[place..]
                    .iter()
                    .take_while(|(_, then)| *then - *first < Duration::from_millis(1_010));
                assert!(second.count() <= 50, "from the {place}th on, at most {most} ms late");
            }
            let whole = sent[499].1 - sent[0].1;
            assert!(
                whole <= Duration::from_secs(500) / slowest,
                "{whole:?}, at most {most} ms late"
            );
        }
    }

    #[test]
    fn an_abandoned_request_uses_up_no_turn_and_none_goes_early() {
        let now = Instant::now();
        let mut state = LimiterState::new(now);
        drop(wait(&mut state, 0));
        let mut first = wait(&mut state, 1);
        state.grant(now);
        assert_eq!(first.try_recv(), Ok(now));
        let mut second = wait(&mut state, 1);
        state.grant(now);
        assert_eq!(second.try_recv(), Ok(now + INTERVAL), "it is announced ahead");
        let mut third = wait(&mut state, 1);
        state.grant(now);
        assert!(third.try_recv().is_err(), "none is announced further ahead");
    }

    #[tokio::test]
    async fn a_granted_turn_waits_while_all_requests_are_blocked() {
        let limiter = GlobalLimiter::start();
        let turn = limiter.turn(delivery(0)).await;
        limiter.block(Duration::from_millis(300));
        let begun = Instant::now();
        assert!(limiter.started(turn).await);
        assert!(begun.elapsed() >= Duration::from_millis(300));
        let turn = limiter.turn(delivery(0)).await;
        limiter.block(Duration::from_secs(30));
        assert!(!limiter.started(turn).await, "its message would be out of date by then");
    }
}
