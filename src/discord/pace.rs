//! The pace at which the bot speaks: under Discord's limit for all its requests together, what is most urgent first.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::{Notify, oneshot};

/// The pause between two requests. Discord takes 50 a second; spaced evenly, no second has more.
const PAUSE: Duration = Duration::from_micros(20_200);

/// What goes first: the smaller, and of equals whoever came first.
pub type Urgency = (i64, i64);

/// Lets requests go one after the other. It ends when its last handle is dropped.
#[derive(Debug, Clone)]
pub(super) struct Pace {
    shared: Arc<Shared>,
    _last: Arc<Last>,
}

#[derive(Debug)]
struct Shared {
    state: Mutex<State>,
    changed: Notify,
}

#[derive(Debug)]
struct State {
    waiting: BTreeMap<(Urgency, u64), oneshot::Sender<()>>,
    came: u64,
    /// From when on the next may go.
    next: Instant,
    ended: bool,
}

impl State {
    const fn new(now: Instant) -> Self {
        Self {
            waiting: BTreeMap::new(),
            came: 0,
            next: now,
            ended: false,
        }
    }

    fn wait(&mut self, urgency: Urgency, go: oneshot::Sender<()>) {
        self.came += 1;
        self.waiting.insert((urgency, self.came), go);
    }

    /// Lets whoever is most urgent go, unless it is too early or nobody waits. Whoever has given up takes nobody's turn.
    fn let_go(&mut self, now: Instant) {
        let early = now < self.next;
        if !early && std::iter::from_fn(|| self.waiting.pop_first()).any(|(_, go)| go.send(()).is_ok()) {
            // A turn that came late does not shift those behind it, unless by more than one.
            self.next = (self.next + PAUSE).max(now);
        }
    }
}

/// Ends the pace when nobody can ask for a turn any more.
#[derive(Debug)]
struct Last(Arc<Shared>);

impl Drop for Last {
    fn drop(&mut self) {
        self.0.state().ended = true;
        self.0.changed.notify_one();
    }
}

impl Pace {
    /// A pace that starts now.
    pub fn start() -> Self {
        let shared = Arc::new(Shared {
            state: Mutex::new(State::new(Instant::now())),
            changed: Notify::new(),
        });
        tokio::spawn(keep(Arc::clone(&shared)));
        Self {
            _last: Arc::new(Last(Arc::clone(&shared))),
            shared,
        }
    }

    /// Waits for a turn.
    pub async fn turn(&self, urgency: Urgency) {
        let (go, may_go) = oneshot::channel();
        self.shared.state().wait(urgency, go);
        self.shared.changed.notify_one();
        // Should the pace end first, there is nobody left to be in the way of.
        let _ = may_go.await;
    }

    /// Lets nobody go for a while.
    pub fn hold(&self, span: Duration) {
        let mut state = self.shared.state();
        state.next = state.next.max(Instant::now() + span);
    }
}

impl Shared {
    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Lets whoever is most urgent go, at the pace.
async fn keep(shared: Arc<Shared>) {
    loop {
        let (idle, ended, next) = {
            let state = shared.state();
            (state.waiting.is_empty(), state.ended, state.next)
        };
        if ended {
            return;
        }
        if idle {
            shared.changed.notified().await;
        } else {
            tokio::time::sleep_until(next.into()).await;
            shared.state().let_go(Instant::now());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lets everybody go who waits, each turn up to 7 ms late, and tells in which order and when.
    fn gone(state: &mut State, mut waiting: Vec<(i64, oneshot::Receiver<()>)>) -> Vec<(i64, Instant)> {
        let mut gone = Vec::new();
        while !waiting.is_empty() {
            let now = state.next + Duration::from_millis(u64::try_from(gone.len()).unwrap() % 8);
            state.let_go(now);
            let at = waiting.iter_mut().position(|(_, go)| go.try_recv().is_ok()).unwrap();
            gone.push((waiting.remove(at).0, now));
        }
        gone
    }

    #[test]
    fn no_second_has_more_than_fifty_none_is_wasted_and_the_most_urgent_go_first() {
        let mut state = State::new(Instant::now());
        let wait = |state: &mut State, urgency| {
            let (go, may_go) = oneshot::channel();
            state.wait((urgency, 0), go);
            (urgency, may_go)
        };
        let waiting = (0..200).rev().map(|urgency| wait(&mut state, urgency)).collect();
        let gone = gone(&mut state, waiting);
        let order: Vec<i64> = gone.iter().map(|(urgency, _)| *urgency).collect();
        assert_eq!(order, (0..200).collect::<Vec<_>>());
        for (at, (_, first)) in gone.iter().enumerate() {
            let second = gone[at..]
                .iter()
                .take_while(|(_, then)| *then - *first < Duration::from_secs(1));
            assert!(second.count() <= 50, "from the {at}th on");
        }
        assert!(gone[199].1 - gone[0].1 <= Duration::from_secs(200) / 49);
    }

    #[test]
    fn whoever_has_given_up_takes_nobodys_turn_and_nobody_goes_early() {
        let now = Instant::now();
        let mut state = State::new(now);
        let (given_up, _) = oneshot::channel();
        state.wait((0, 0), given_up);
        let (go, mut may_go) = oneshot::channel();
        state.wait((1, 0), go);
        state.let_go(now);
        assert!(may_go.try_recv().is_ok());
        let (go, mut may_go) = oneshot::channel();
        state.wait((1, 0), go);
        state.let_go(now + PAUSE / 2);
        assert!(may_go.try_recv().is_err(), "the next is not due yet");
    }
}
