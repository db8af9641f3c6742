//! Short-term memory of conversations: everybody's last question in a channel, and spoiler horizons without a store.
//!
//! It is lost on restart. Where a horizon is held here for lack of a store, the replies say so.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

use crate::question::Question;

/// Time for which a question can be followed up.
const FOLLOW_UP: TimeDelta = TimeDelta::minutes(10);
/// Maximum number of questions, and of horizons.
const MAX_ENTRIES: usize = 10_000;

/// Channel and person of a conversation.
type Conversation = (u64, u64);

/// Memory of conversations.
#[derive(Debug, Default)]
pub struct Memory {
    last: Mutex<HashMap<Conversation, (DateTime<Utc>, Question)>>,
    seen: Mutex<HashMap<u64, DateTime<Utc>>>,
}

impl Memory {
    /// A person's last question in a channel, unless that is too long ago.
    pub fn last(&self, channel: u64, user: u64, now: DateTime<Utc>) -> Option<Question> {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let (at, question) = last.get(&(channel, user))?;
        (now - *at <= FOLLOW_UP).then(|| question.clone())
    }

    /// Remembers a person's question in a channel.
    pub fn asked(&self, channel: u64, user: u64, now: DateTime<Utc>, question: Question) {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if last.len() >= MAX_ENTRIES {
            last.retain(|_, (at, _)| now - *at <= FOLLOW_UP);
            if last.len() >= MAX_ENTRIES {
                last.clear();
            }
        }
        last.insert((channel, user), (now, question));
    }

    /// The moment up to which a person has seen the racing; absent for all of it.
    pub fn seen(&self, user: u64) -> Option<DateTime<Utc>> {
        self.seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&user)
            .copied()
    }

    /// Remembers the moment up to which a person has seen the racing.
    pub fn set_seen(&self, user: u64, until: Option<DateTime<Utc>>) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        match until {
            Some(until) if seen.len() < MAX_ENTRIES || seen.contains_key(&user) => {
                seen.insert(user, until);
            }
            Some(_) => {}
            None => {
                seen.remove(&user);
            }
        }
    }

    /// Forgets a person.
    pub fn forget(&self, user: u64) {
        self.set_seen(user, None);
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        last.retain(|(_, asker), _| *asker != user);
    }
}
