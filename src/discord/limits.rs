//! Rate limit of messages per person: a token bucket each.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Capacity of a bucket, in messages.
const CAPACITY: u32 = 5;
/// Interval at which a bucket gets another token.
const REFILL: Duration = Duration::from_secs(4);
/// Number of buckets at which full ones are dropped.
const MAX_BUCKETS: usize = 10_000;

/// Buckets of the people who have sent messages of late.
#[derive(Debug, Default)]
pub struct Limits(Mutex<HashMap<u64, TokenBucket>>);

#[derive(Debug, Clone, Copy)]
struct TokenBucket {
    /// Messages left.
    left: u32,
    /// Instant from which the next refill counts.
    since: Instant,
    /// True if the person was warned since the last refill.
    is_warned: bool,
}

/// Treatment of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Admission {
    /// It is answered.
    Answer,
    /// It is answered with a warning.
    Warn,
    /// It is ignored.
    Ignore,
}

impl Limits {
    /// Treatment of a person's message received now; takes a token.
    pub(super) fn admission(&self, user: u64, now: Instant) -> Admission {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= MAX_BUCKETS {
            all.retain(|_, asked| now.duration_since(asked.since) < REFILL * CAPACITY);
        }
        let asked = all.entry(user).or_insert(TokenBucket {
            left: CAPACITY,
            since: now,
            is_warned: false,
        });
        let more = now.duration_since(asked.since).as_secs() / REFILL.as_secs();
        if more > 0 {
            asked.left = CAPACITY.min(asked.left.saturating_add(u32::try_from(more).unwrap_or(CAPACITY)));
            asked.since = now;
            asked.is_warned = false;
        }
        match asked.left.checked_sub(1) {
            Some(left) => {
                asked.left = left;
                Admission::Answer
            }
            None if asked.is_warned => Admission::Ignore,
            None => {
                asked.is_warned = true;
                Admission::Warn
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_are_answered_then_one_is_warned_of_and_then_all_are_ignored() {
        let limits = Limits::default();
        let now = Instant::now();
        let admissions: Vec<Admission> = (0..8).map(|_| limits.admission(1, now)).collect();
        assert_eq!(admissions[..5], [Admission::Answer; 5]);
        assert_eq!(admissions[5..], [Admission::Warn, Admission::Ignore, Admission::Ignore]);
        assert_eq!(limits.admission(2, now), Admission::Answer, "others are not held back");
        assert_eq!(limits.admission(1, now + REFILL), Admission::Answer);
        assert_eq!(limits.admission(1, now + REFILL), Admission::Warn);
    }
}
