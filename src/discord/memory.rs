//! What the bot remembers of people for a while: what they asked last in a channel, and up to where they have seen.
//!
//! Memory only: a restart forgets it. What was seen stands here only where there is no store, and the replies say so.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

use crate::question::Question;

/// How long a question can be followed up.
const LAST: TimeDelta = TimeDelta::minutes(10);
/// The most questions and settings that are kept.
const MOST: usize = 10_000;

/// When something was asked, and what.
type Asked = (DateTime<Utc>, Question);

/// What is remembered.
#[derive(Debug, Default)]
pub struct Memory {
    last: Mutex<HashMap<(u64, u64), Asked>>,
    seen: Mutex<HashMap<u64, DateTime<Utc>>>,
}

impl Memory {
    /// What somebody asked last in a channel, unless that is too long ago.
    pub(super) fn last(&self, channel: u64, user: u64, now: DateTime<Utc>) -> Option<Question> {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let (at, question) = last.get(&(channel, user))?;
        (now - *at <= LAST).then(|| question.clone())
    }

    /// Remembers what somebody asked in a channel.
    pub(super) fn asked(&self, channel: u64, user: u64, now: DateTime<Utc>, question: Question) {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if last.len() >= MOST {
            last.retain(|_, (at, _)| now - *at <= LAST);
            if last.len() >= MOST {
                last.clear();
            }
        }
        last.insert((channel, user), (now, question));
    }

    /// Up to which moment somebody has seen the racing; absent for all of it.
    pub(super) fn seen(&self, user: u64) -> Option<DateTime<Utc>> {
        self.seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&user)
            .copied()
    }

    /// Remembers up to which moment somebody has seen the racing.
    pub(super) fn has_seen(&self, user: u64, until: Option<DateTime<Utc>>) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        match until {
            Some(until) if seen.len() < MOST || seen.contains_key(&user) => {
                seen.insert(user, until);
            }
            Some(_) => {}
            None => {
                seen.remove(&user);
            }
        }
    }

    /// Forgets all about somebody.
    pub(super) fn forget(&self, user: u64) {
        self.has_seen(user, None);
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        last.retain(|(_, asker), _| *asker != user);
    }
}
