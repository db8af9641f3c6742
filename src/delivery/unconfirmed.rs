//! Word to owners of deliveries that could not be confirmed: once, in their direct messages, when the outage is over.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde_json::Value;
use tokio::task::JoinHandle;

use super::services::Services;
use crate::discord::{Priority, SendError, remark_body, with_nonce};
use crate::reminders::Subject;
use crate::store::StoreError;
use crate::view::words::reminders::message as words;

/// Telling of owners, one at a time.
#[derive(Debug, Default)]
pub(super) struct UnconfirmedReport {
    running: Option<JoinHandle<()>>,
}

impl UnconfirmedReport {
    /// Starts to tell whoever is to be told, unless that is under way.
    pub async fn start_if_due(&mut self, services: &Arc<Services>, now: DateTime<Utc>) -> Result<(), StoreError> {
        if self.running.as_ref().is_some_and(|running| !running.is_finished()) {
            return Ok(());
        }
        let untold = services.store.untold(now).await?;
        if !untold.is_empty() {
            let services = Arc::clone(services);
            self.running = Some(tokio::spawn(async move {
                for (owner, subjects) in untold {
                    tell(&services, owner, &subjects, now).await;
                }
            }));
        }
        Ok(())
    }

    /// Waits until all have been told.
    pub async fn drained(&mut self) {
        if let Some(running) = self.running.take() {
            // A panic is logged by its hook.
            let _ = running.await;
        }
    }

    /// Leaves the rest to the next sender.
    pub fn abort(&self) {
        if let Some(running) = &self.running {
            running.abort();
        }
    }
}

/// Tells an owner, and records it. An owner who takes no direct messages sees it in the health of the reminders.
async fn tell(services: &Services, owner: u64, subjects: &[Subject], now: DateTime<Utc>) {
    let calendars = services.calendars.load_full();
    let catalogue = &calendars.of(None).catalogue;
    let sessions: BTreeSet<String> = subjects
        .iter()
        .map(|subject| words::at_weekend(&subject.names(catalogue)))
        .collect();
    let sessions: Vec<String> = sessions.into_iter().collect();
    let body = with_nonce(
        remark_body(&words::unconfirmed(subjects.len(), &sessions)),
        &format!("u{owner}"),
    );
    match sent(services, owner, &body).await {
        Ok(()) | Err(SendError::Refused(_)) => {}
        Err(error) => return tracing::warn!("an owner is told later of what was not confirmed: {error}"),
    }
    if let Err(error) = services.store.set_told(owner, now).await {
        tracing::error!("an owner may be told again of what was not confirmed: {error}");
    }
}

async fn sent(services: &Services, owner: u64, body: &Value) -> Result<(), SendError> {
    let channel = services.rest.direct_channel(owner, Priority::Status).await?;
    services.rest.create_message(channel, body, Priority::Status).await?;
    Ok(())
}
