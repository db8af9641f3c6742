//! Services shared by the dispatcher and the deliveries under way.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use arc_swap::ArcSwap;

use super::calendar::Calendars;
use crate::bot::Bot;
use crate::discord::RestClient;
use crate::store::{Store, StoreError};

/// Pause before a failed database operation is repeated.
const DATABASE_RETRY: Duration = Duration::from_secs(1);
/// Number of failures in a row, while the database answers, after which an operation is given up.
const MAX_FAILURES: u32 = 5;

/// Bot, store and REST client, with the state that deliveries share.
pub struct Services {
    /// Source of messages.
    pub bot: Arc<Bot>,
    /// Outbox of deliveries.
    pub store: Store,
    /// Client for messages and scheduled events.
    pub rest: RestClient,
    /// Paused channels.
    paused: Mutex<HashSet<u64>>,
    /// Current calendars.
    pub(super) calendars: ArcSwap<Calendars>,
}

impl Services {
    /// Services without paused channels and calendars.
    pub fn new(bot: Arc<Bot>, store: Store, rest: RestClient) -> Self {
        Self {
            bot,
            store,
            rest,
            paused: Mutex::default(),
            calendars: ArcSwap::default(),
        }
    }

    /// Mutable set of the paused channels.
    pub(super) fn paused(&self) -> std::sync::MutexGuard<'_, HashSet<u64>> {
        self.paused.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Repeats a database operation until it succeeds: no message is sent whose try is not recorded, and every outcome is
    /// recorded. One that fails again and again though the database answers is given up, and `None`.
    pub(super) async fn insist<T, F: Future<Output = Result<T, StoreError>>>(&self, work: impl Fn() -> F) -> Option<T> {
        let mut failures = 0;
        loop {
            let error = match work().await {
                Ok(done) => return Some(done),
                Err(error) => error,
            };
            tracing::warn!("{error}");
            failures = if error.is_transient() { 0 } else { failures + 1 };
            if failures >= MAX_FAILURES {
                return None;
            }
            tokio::time::sleep(DATABASE_RETRY).await;
        }
    }
}
