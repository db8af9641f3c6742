//! Deferral of slow replies, before Discord's deadline for a first response.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serenity::all::{CreateInteractionResponse, CreateInteractionResponseMessage, InteractionId};
use tokio::task::JoinHandle;

use super::address::Address;
use super::reply_mode::ReplyMode;
use super::{RestClient, SendError};

/// Time after which a reply is deferred.
const SLOW: Duration = Duration::from_millis(1_500);
/// Polling interval of the deferral task.
const POLL: Duration = Duration::from_millis(100);

/// Interactions in flight. One task watches over all of them: a task or a timer for each would cost more than most answers.
#[derive(Default)]
pub(super) struct Deferrals {
    in_flight: Mutex<HashMap<InteractionId, InFlight>>,
}

/// State of an interaction in flight.
enum InFlight {
    /// Discord waits for the first response.
    Waiting(Arc<Address>, ReplyMode),
    /// A deferral has been sent, or is being sent.
    Deferred(Deferral),
}

/// Task that sends a deferral.
pub(super) type Deferral = JoinHandle<Result<(), SendError>>;

impl Deferrals {
    /// Adds an interaction.
    pub(super) fn begin(&self, address: &Arc<Address>, mode: ReplyMode) {
        let waiting = InFlight::Waiting(Arc::clone(address), mode);
        self.in_flight().insert(address.id, waiting);
    }

    /// Removes an interaction; returns its deferral if there was one.
    pub(super) fn end(&self, address: &Address) -> Option<Deferral> {
        match self.in_flight().remove(&address.id) {
            Some(InFlight::Deferred(deferral)) => Some(deferral),
            _ => None,
        }
    }

    /// Defers slow replies, for ever.
    pub(super) async fn watch(&self, client: &RestClient) {
        let mut interval = tokio::time::interval(POLL);
        loop {
            interval.tick().await;
            for one in self.in_flight().values_mut() {
                one.defer_if_slow(client);
            }
        }
    }

    fn in_flight(&self) -> MutexGuard<'_, HashMap<InteractionId, InFlight>> {
        // Every change under the lock is a single step, so a poisoned map is consistent.
        self.in_flight.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl InFlight {
    fn defer_if_slow(&mut self, client: &RestClient) {
        if let Self::Waiting(address, mode) = self
            && address.received.elapsed() >= SLOW
            && let Some(callback) = deferral(*mode)
        {
            let (client, address) = (client.clone(), Arc::clone(address));
            *self = Self::Deferred(tokio::spawn(async move { client.defer(&address, callback).await }));
        }
    }
}

/// Body of a deferral. Completions have none: the next keystroke makes late ones useless.
fn deferral(mode: ReplyMode) -> Option<CreateInteractionResponse> {
    match mode {
        ReplyMode::New { ephemeral } => {
            let empty = CreateInteractionResponseMessage::new().ephemeral(ephemeral);
            Some(CreateInteractionResponse::Defer(empty))
        }
        ReplyMode::InPlace => Some(CreateInteractionResponse::Acknowledge),
        ReplyMode::Choices => None,
    }
}
