//! Schedule of event synchronizations: after a change of a calendar or of the guilds with events, and periodically.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::task::JoinSet;

use super::calendar::Calendars;
use super::events::EventSync;
use super::services::Services;
use crate::store::StoreError;

/// Interval between two synchronizations without a change.
const INTERVAL: TimeDelta = TimeDelta::minutes(30);
/// Interval after one in which Discord or the database could not be asked.
const RETRY_INTERVAL: TimeDelta = TimeDelta::minutes(1);

/// Background synchronization of scheduled events, one at a time.
pub(super) struct EventSchedule {
    /// The running synchronization; its result is true if it completed.
    running: JoinSet<bool>,
    /// Guilds of the last synchronization.
    guilds: Vec<u64>,
    /// Instant of the last synchronization.
    last: DateTime<Utc>,
}

impl EventSchedule {
    pub fn new() -> Self {
        Self {
            running: JoinSet::new(),
            guilds: Vec::new(),
            last: DateTime::<Utc>::MIN_UTC,
        }
    }

    /// Aborts the running synchronization.
    pub fn abort(&mut self) {
        self.running.abort_all();
    }

    /// Waits for the running synchronization.
    pub async fn drained(&mut self) {
        while self.running.join_next().await.is_some() {}
    }

    /// Starts a synchronization if one is due and none is running. `is_changed` is true if the calendars have changed.
    pub async fn start_if_due(
        &mut self,
        services: &Arc<Services>,
        calendars: &Arc<Calendars>,
        is_changed: bool,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        while let Some(ended) = self.running.try_join_next() {
            if !ended.unwrap_or(false) {
                self.last = self.last.min(now - INTERVAL + RETRY_INTERVAL);
            }
        }
        if is_changed {
            self.last = DateTime::<Utc>::MIN_UTC;
        }
        let is_due = now - self.last >= INTERVAL || now < self.last;
        let guilds = services.store.servers_with_events().await?;
        if !self.running.is_empty() || !(is_due || guilds != self.guilds) {
            return Ok(());
        }
        (self.guilds, self.last) = (guilds.clone(), now);
        let (services, calendars) = (Arc::clone(services), Arc::clone(calendars));
        self.running
            .spawn(async move { synchronized(&services, &calendars, &guilds, now).await });
        Ok(())
    }
}

/// True if the events of all guilds could be synchronized.
async fn synchronized(services: &Services, calendars: &Calendars, guilds: &[u64], now: DateTime<Utc>) -> bool {
    for guild in guilds.iter().copied() {
        let series = services.bot.for_guild(Some(guild)).asker.series;
        let sync = EventSync {
            services,
            guild,
            calendar: calendars.of(Some(guild)),
            now,
        };
        match sync.run(&series).await {
            Ok(true) => {}
            Ok(false) => return false,
            Err(error) => {
                tracing::warn!("synchronization of scheduled events failed: {error}");
                return false;
            }
        }
    }
    true
}
