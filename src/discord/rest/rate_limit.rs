//! The pace at which the bot speaks: under Discord's limit for all its requests together, what is most urgent first.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::{Notify, oneshot};

/// How many requests Discord takes a second.
const A_SECOND: usize = 50;
/// The time in which so many may go: a little more than a second, for what the way to Discord adds and takes.
const SPAN: Duration = Duration::from_micros(1_012_500);
/// The pause between two requests, spaced evenly.
const PAUSE: Duration = Duration::from_micros(20_250);
/// How long before its time somebody is told, so that what has to be written down first does not make it late.
const AHEAD: Duration = Duration::from_millis(40);

/// What goes first: the smaller, and of equals whoever came first.
pub type Priority = (i64, i64);

/// Lets requests go one after the other. It ends when its last handle is dropped.
#[derive(Debug, Clone)]
pub(super) struct GlobalLimiter {
    shared: Arc<LimiterShared>,
    _last: Arc<StopOnDrop>,
}

#[derive(Debug)]
struct LimiterShared {
    state: Mutex<LimiterState>,
    changed: Notify,
}

#[derive(Debug)]
struct LimiterState {
    waiting: BTreeMap<(Priority, u64), oneshot::Sender<Instant>>,
    came: u64,
    /// From when on the next may go, were they evenly spaced.
    next: Instant,
    /// When the last went, as many as Discord takes a second.
    gone: VecDeque<Instant>,
    /// Until when nobody may go.
    held: Instant,
    ended: bool,
}

impl LimiterState {
    fn new(now: Instant) -> Self {
        Self {
            waiting: BTreeMap::new(),
            came: 0,
            next: now,
            gone: VecDeque::with_capacity(A_SECOND),
            held: now,
            ended: false,
        }
    }

    fn wait(&mut self, priority: Priority, go: oneshot::Sender<Instant>) {
        self.came += 1;
        self.waiting.insert((priority, self.came), go);
    }

    /// The time of the next turn.
    fn time(&self) -> Instant {
        self.next.max(self.held)
    }

    /// Tells whoever is most urgent when to go, unless it is too early or nobody waits. Whoever has given up takes nobody's
    /// turn.
    fn let_go(&mut self, now: Instant) {
        let at = self.time().max(now);
        let early = at > now + AHEAD;
        if !early && std::iter::from_fn(|| self.waiting.pop_first()).any(|(_, go)| go.send(at).is_ok()) {
            // A turn that came late does not shift those behind it, unless by more than one.
            self.next = (self.next + PAUSE).max(at);
        }
    }

    /// Lets somebody whose turn is at `turn` go, or says until when to wait: whoever was late may not make it more than
    /// Discord takes.
    fn go(&mut self, turn: Instant, now: Instant) -> Option<Instant> {
        let full = self.gone.len() == A_SECOND;
        let free = self.gone.front().filter(|_| full).map_or(turn, |first| *first + SPAN);
        let at = turn.max(free).max(self.held);
        if at > now {
            return Some(at);
        }
        if full {
            self.gone.pop_front();
        }
        self.gone.push_back(now);
        None
    }
}

/// Ends the pace when nobody can ask for a turn any more.
#[derive(Debug)]
struct StopOnDrop(Arc<LimiterShared>);

impl Drop for StopOnDrop {
    fn drop(&mut self) {
        self.0.state().ended = true;
        self.0.changed.notify_one();
    }
}

impl GlobalLimiter {
    /// A pace that starts now.
    pub fn start() -> Self {
        let shared = Arc::new(LimiterShared {
            state: Mutex::new(LimiterState::new(Instant::now())),
            changed: Notify::new(),
        });
        tokio::spawn(keep(Arc::clone(&shared)));
        Self {
            _last: Arc::new(StopOnDrop(Arc::clone(&shared))),
            shared,
        }
    }

    /// Waits for a turn: when to go, which is now or very soon.
    pub async fn turn(&self, priority: Priority) -> Instant {
        let (go, may_go) = oneshot::channel();
        self.shared.state().wait(priority, go);
        self.shared.changed.notify_one();
        // Should the pace end first, there is nobody left to be in the way of.
        may_go.await.unwrap_or_else(|_| Instant::now())
    }

    /// Waits until the time of a turn has come. False where all are held up for longer: by then what was to be said may be
    /// no longer so.
    pub async fn time(&self, turn: Instant) -> bool {
        while let Some(at) = self.go(turn) {
            if at > turn + SPAN {
                return false;
            }
            tokio::time::sleep_until(at.into()).await;
        }
        true
    }

    fn go(&self, turn: Instant) -> Option<Instant> {
        self.shared.state().go(turn, Instant::now())
    }

    /// Lets nobody go for a while.
    pub fn hold(&self, span: Duration) {
        let mut state = self.shared.state();
        state.held = state.held.max(Instant::now() + span);
    }
}

impl LimiterShared {
    fn state(&self) -> std::sync::MutexGuard<'_, LimiterState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Lets whoever is most urgent go, at the pace.
async fn keep(shared: Arc<LimiterShared>) {
    loop {
        let (idle, ended, next) = {
            let state = shared.state();
            (state.waiting.is_empty(), state.ended, state.time())
        };
        if ended {
            return;
        }
        if idle {
            shared.changed.notified().await;
        } else {
            tokio::time::sleep_until(next.checked_sub(AHEAD).unwrap_or(next).into()).await;
            shared.state().let_go(Instant::now());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wait(state: &mut LimiterState, priority: i64) -> oneshot::Receiver<Instant> {
        let (go, may_go) = oneshot::channel();
        state.wait((priority, 0), go);
        may_go
    }

    /// Lets everybody go who waits, each so many milliseconds late, and tells in which order and when.
    fn gone(
        state: &mut LimiterState,
        mut waiting: Vec<(i64, oneshot::Receiver<Instant>)>,
        late: impl Fn(u64) -> u64,
    ) -> Vec<(i64, Instant)> {
        let mut gone = Vec::new();
        let mut now = state.time();
        while !waiting.is_empty() {
            state.let_go(now.max(state.time().checked_sub(AHEAD).unwrap()));
            let called = waiting
                .iter_mut()
                .enumerate()
                .find_map(|(place, (_, go))| Some((place, go.try_recv().ok()?)));
            let (place, turn) = called.unwrap();
            now = now.max(turn) + Duration::from_millis(late(gone.len() as u64));
            while let Some(at) = state.go(turn, now) {
                now = at;
            }
            gone.push((waiting.remove(place).0, now));
        }
        gone
    }

    #[test]
    fn no_second_has_more_than_fifty_none_is_wasted_and_the_most_urgent_go_first() {
        for (most, slowest) in [(0, 49), (15, 49), (40, 48)] {
            let mut state = LimiterState::new(Instant::now());
            let waiting = (0..500).rev().map(|priority| (priority, wait(&mut state, priority)));
            let waiting = waiting.collect();
            let gone = gone(&mut state, waiting, |turn| if turn % 70 == 3 { most } else { 0 });
            let order: Vec<i64> = gone.iter().map(|(priority, _)| *priority).collect();
            assert_eq!(order, (0..500).collect::<Vec<_>>());
            for (place, (_, first)) in gone.iter().enumerate() {
                let second = gone[place..]
                    .iter()
                    .take_while(|(_, then)| *then - *first < Duration::from_millis(1_010));
                assert!(second.count() <= 50, "from the {place}th on, at most {most} ms late");
            }
            let whole = gone[499].1 - gone[0].1;
            assert!(
                whole <= Duration::from_secs(500) / slowest,
                "{whole:?}, at most {most} ms late"
            );
        }
    }

    #[test]
    fn whoever_has_given_up_takes_nobodys_turn_and_nobody_goes_early() {
        let now = Instant::now();
        let mut state = LimiterState::new(now);
        drop(wait(&mut state, 0));
        let mut first = wait(&mut state, 1);
        state.let_go(now);
        assert_eq!(first.try_recv(), Ok(now));
        let mut second = wait(&mut state, 1);
        state.let_go(now);
        assert_eq!(second.try_recv(), Ok(now + PAUSE), "it is told ahead when to go");
        let mut third = wait(&mut state, 1);
        state.let_go(now);
        assert!(third.try_recv().is_err(), "nobody is told further ahead");
    }

    #[tokio::test]
    async fn whoever_was_told_to_go_waits_when_all_are_held_up() {
        let pace = GlobalLimiter::start();
        let turn = pace.turn((0, 0)).await;
        pace.hold(Duration::from_millis(300));
        let begun = Instant::now();
        assert!(pace.time(turn).await);
        assert!(begun.elapsed() >= Duration::from_millis(300));
        let turn = pace.turn((0, 0)).await;
        pace.hold(Duration::from_secs(30));
        assert!(!pace.time(turn).await, "its words would be old by then");
    }
}
