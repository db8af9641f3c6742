//! How many messages of one person are answered: a few at once, then one now and then.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How many messages are answered at once.
const AT_ONCE: u32 = 5;
/// How long it takes until one more is.
const ONE_MORE: Duration = Duration::from_secs(4);
/// How many people are remembered.
const MOST: usize = 10_000;

/// Who has asked how much of late.
#[derive(Debug, Default)]
pub struct Limits(Mutex<HashMap<u64, TokenBucket>>);

#[derive(Debug, Clone, Copy)]
struct TokenBucket {
    /// How many more are answered at once.
    left: u32,
    /// From when the next one is counted.
    since: Instant,
    /// Whether it was said that it is too much.
    told: bool,
}

/// What is done with a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Admission {
    /// It is answered.
    Answer,
    /// It is said that it is too much.
    Warn,
    /// Nothing.
    Ignore,
}

impl Limits {
    /// What is done with a message of somebody, at a moment of the machine.
    pub(super) fn of(&self, user: u64, now: Instant) -> Admission {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= MOST {
            all.retain(|_, asked| now.duration_since(asked.since) < ONE_MORE * AT_ONCE);
        }
        let asked = all.entry(user).or_insert(TokenBucket {
            left: AT_ONCE,
            since: now,
            told: false,
        });
        let more = now.duration_since(asked.since).as_secs() / ONE_MORE.as_secs();
        if more > 0 {
            asked.left = AT_ONCE.min(asked.left.saturating_add(u32::try_from(more).unwrap_or(AT_ONCE)));
            asked.since = now;
            asked.told = false;
        }
        match asked.left.checked_sub(1) {
            Some(left) => {
                asked.left = left;
                Admission::Answer
            }
            None if asked.told => Admission::Ignore,
            None => {
                asked.told = true;
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
        let verdicts: Vec<Admission> = (0..8).map(|_| limits.of(1, now)).collect();
        assert_eq!(verdicts[..5], [Admission::Answer; 5]);
        assert_eq!(verdicts[5..], [Admission::Warn, Admission::Ignore, Admission::Ignore]);
        assert_eq!(limits.of(2, now), Admission::Answer, "others are not held back");
        assert_eq!(limits.of(1, now + ONE_MORE), Admission::Answer);
        assert_eq!(limits.of(1, now + ONE_MORE), Admission::Warn);
    }
}
