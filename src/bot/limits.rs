//! Rate limits of messages or clicks, one token bucket a person.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Capacity of a bucket: messages or clicks answered at once.
const CAPACITY: u32 = 5;
/// Time in which a bucket gains one token.
const REFILL: Duration = Duration::from_secs(4);
/// Maximum number of buckets before full ones are dropped.
const MAX_BUCKETS: usize = 10_000;

/// Rate limits of all people.
#[derive(Debug, Default)]
pub struct Limits(Mutex<HashMap<u64, TokenBucket>>);

#[derive(Debug, Clone, Copy)]
struct TokenBucket {
    /// Tokens left.
    left: u32,
    /// Moment of the last refill.
    refilled: Instant,
    /// True if the person has been warned since then.
    warned: bool,
}

/// Decision about a message or click.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admission {
    /// It is answered.
    Answer,
    /// It is over the limit, and the person is told so.
    Warn,
    /// It is over the limit, and ignored.
    Ignore,
}

impl Limits {
    /// Takes a token from a person's bucket, and decides about the message or click.
    pub fn admit(&self, user: u64, now: Instant) -> Admission {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= MAX_BUCKETS {
            all.retain(|_, bucket| now.duration_since(bucket.refilled) < REFILL * CAPACITY);
        }
        let bucket = all.entry(user).or_insert(TokenBucket {
            left: CAPACITY,
            refilled: now,
            warned: false,
        });
        let gained = now.duration_since(bucket.refilled).as_secs() / REFILL.as_secs();
        if gained > 0 {
            let gained = u32::try_from(gained).unwrap_or(CAPACITY);
            bucket.left = CAPACITY.min(bucket.left.saturating_add(gained));
            bucket.refilled = now;
            bucket.warned = false;
        }
        match bucket.left.checked_sub(1) {
            Some(left) => {
                bucket.left = left;
                Admission::Answer
            }
            None if bucket.warned => Admission::Ignore,
            None => {
                bucket.warned = true;
                Admission::Warn
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_are_answered_then_it_is_said_once_and_then_ignored() {
        let limits = Limits::default();
        let now = Instant::now();
        let admissions: Vec<Admission> = (0..8).map(|_| limits.admit(1, now)).collect();
        assert_eq!(admissions[..5], [Admission::Answer; 5]);
        assert_eq!(admissions[5..], [Admission::Warn, Admission::Ignore, Admission::Ignore]);
        assert_eq!(limits.admit(2, now), Admission::Answer, "others are not held back");
        assert_eq!(limits.admit(1, now + REFILL), Admission::Answer);
        assert_eq!(limits.admit(1, now + REFILL), Admission::Warn);
    }
}
