//! Classes of requests: each has its share of the global pace and its own limit of waiting, so that none starves another.

use std::collections::BTreeMap;
use std::time::Duration;

use tokio::sync::oneshot;

/// Priority of a request: its class, and its place within it; equal ones go in the order of arrival.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// A person waits for the answer.
    Interactive,
    /// Delivery about a start, by that start and then by when it became due, both in Unix seconds.
    Delivery {
        /// Start of the session.
        start: i64,
        /// Instant at which the delivery became due.
        due: i64,
    },
    /// Results and their corrections, by when they became due.
    Results {
        /// Instant at which the delivery became due, in Unix seconds.
        due: i64,
    },
    /// Message about the state of a channel.
    Status,
    /// Role of a person who clicked.
    Role,
    /// Scheduled events.
    Background,
}

/// Number of classes.
const CLASSES: usize = 4;
/// Turns of each class out of ten while all of them wait: answers, deliveries about starts, results, upkeep. A share that a
/// class leaves goes to the others.
const SHARES: [u64; CLASSES] = [4, 4, 1, 1];
/// Multiple of all shares.
const STRIDE: u64 = 4;

impl Priority {
    /// Index of its class.
    const fn class(self) -> usize {
        match self {
            Self::Interactive => 0,
            Self::Delivery { .. } => 1,
            Self::Results { .. } | Self::Status => 2,
            Self::Role | Self::Background => 3,
        }
    }

    /// Longest wait for a turn; a delivery has none, as it expires by its own rules and is composed when its turn comes.
    pub(super) const fn longest_wait(self) -> Option<Duration> {
        match self {
            Self::Interactive => Some(Duration::from_secs(10)),
            Self::Role => Some(Duration::from_secs(5)),
            Self::Delivery { .. } | Self::Results { .. } => None,
            Self::Status | Self::Background => Some(Duration::from_mins(5)),
        }
    }
}

/// Requests that wait for a turn. The next is the first of the class that has had least of its share.
#[derive(Debug)]
pub(super) struct WaitingRequests<T> {
    classes: [ClassQueue<T>; CLASSES],
    /// Share that the class of the last turn had had.
    level: u64,
    arrivals: u64,
}

/// Requests of one class by priority and number of arrival.
#[derive(Debug)]
struct ClassQueue<T> {
    waiting: BTreeMap<(Priority, u64), oneshot::Sender<T>>,
    /// Turns that it has had, over its share.
    had: u64,
}

impl<T> Default for ClassQueue<T> {
    fn default() -> Self {
        Self {
            waiting: BTreeMap::new(),
            had: 0,
        }
    }
}

impl<T> Default for WaitingRequests<T> {
    fn default() -> Self {
        Self {
            classes: Default::default(),
            level: 0,
            arrivals: 0,
        }
    }
}

impl<T: Copy> WaitingRequests<T> {
    pub fn is_empty(&self) -> bool {
        self.classes.iter().all(|class| class.waiting.is_empty())
    }

    /// Adds a request.
    pub fn push(&mut self, priority: Priority, go: oneshot::Sender<T>) {
        self.arrivals += 1;
        if let Some(class) = self.classes.get_mut(priority.class()) {
            if class.waiting.is_empty() {
                // A share that it left before is no credit.
                class.had = class.had.max(self.level);
            }
            class.waiting.insert((priority, self.arrivals), go);
        }
    }

    /// Gives a turn to the next request. False if none waits: one whose receiver was dropped uses up no turn.
    pub fn grant(&mut self, turn: T) -> bool {
        loop {
            let waiting = self.classes.iter_mut().zip(SHARES);
            let next = waiting
                .filter(|(class, _)| !class.waiting.is_empty())
                .min_by_key(|(class, _)| class.had);
            let Some((class, share)) = next else { return false };
            let first = class.waiting.pop_first();
            if first.is_some_and(|(_, go)| go.send(turn).is_ok()) {
                self.level = class.had;
                class.had += STRIDE / share;
                return true;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Turns by which each of these requests has its own, if so many turns are given.
    fn turns(requests: &[Priority], most: u64) -> Vec<Option<u64>> {
        let mut waiting = WaitingRequests::default();
        let push = |priority: &Priority| {
            let (go, may_go) = oneshot::channel();
            waiting.push(*priority, go);
            may_go
        };
        let receivers: Vec<_> = requests.iter().map(push).collect();
        for turn in 0..most {
            waiting.grant(turn);
        }
        receivers.into_iter().map(|mut turn| turn.try_recv().ok()).collect()
    }

    #[test]
    fn each_class_has_its_share_while_all_wait_and_leaves_none_unused() {
        let mut requests = Vec::new();
        for priority in [
            Priority::Interactive,
            Priority::Delivery { start: 0, due: 0 },
            Priority::Results { due: 0 },
            Priority::Role,
        ] {
            requests.extend([priority; 100]);
        }
        let had = |turns: Vec<Option<u64>>| {
            turns
                .chunks(100)
                .map(|one| one.iter().flatten().count())
                .collect::<Vec<_>>()
        };
        assert_eq!(had(turns(&requests, 100)), [40, 40, 10, 10]);
        assert_eq!(had(turns(&requests, 250)), [100, 100, 25, 25]);
        assert_eq!(had(turns(&requests, 400)), [100, 100, 100, 100]);
    }

    #[test]
    fn the_most_urgent_of_a_class_go_first() {
        let delivery = |start| Priority::Delivery { start, due: 0 };
        let order = turns(&[delivery(3), delivery(1), delivery(2), delivery(1)], 4);
        assert_eq!(order, [Some(3), Some(0), Some(2), Some(1)]);
    }

    /// Sixty clicks a second over a pace of fifty: reminders that become due meanwhile are sent as if there were few.
    #[test]
    fn people_who_click_do_not_delay_reminders() {
        const CLICKS: u64 = 60;
        const PACE: u64 = 50;
        let mut waiting = WaitingRequests::default();
        let mut clicks = Vec::new();
        let mut reminders = Vec::new();
        let push = |waiting: &mut WaitingRequests<u64>, priority| {
            let (go, may_go) = oneshot::channel();
            waiting.push(priority, go);
            may_go
        };
        for second in 0..10 {
            clicks.extend((0..CLICKS).map(|_| push(&mut waiting, Priority::Role)));
            if second == 5 {
                let start = |start| Priority::Delivery { start, due: 0 };
                reminders.extend((0..100).map(|at| push(&mut waiting, start(at))));
            }
            for turn in 0..PACE {
                waiting.grant(second * PACE + turn);
            }
        }
        let sent: Vec<u64> = reminders.iter_mut().map(|turn| turn.try_recv().unwrap()).collect();
        assert!(sent[0] <= 5 * PACE + 1, "{sent:?}");
        assert!(sent[99] < 8 * PACE, "a hundred in less than three seconds: {sent:?}");
        let had = clicks.iter_mut().filter_map(|turn| turn.try_recv().ok()).count();
        assert_eq!(had, 400, "no turn is lost");
    }
}
