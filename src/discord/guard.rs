//! Guards the time that Discord gives: what is under way for too long is deferred.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serenity::all::{CreateInteractionResponse, CreateInteractionResponseMessage, InteractionId};
use tokio::task::JoinHandle;

use super::{Address, Manner, SendError, Sender};

/// How long an answer may take before Discord is told that it takes longer.
const SLOW: Duration = Duration::from_millis(1_500);
/// How often the guard looks round.
const ROUND: Duration = Duration::from_millis(100);

/// What is under way. One task watches over all of it: a task or a timer for each answer would cost more than most
/// answers do.
#[derive(Default)]
pub(super) struct Guard {
    under_way: Mutex<HashMap<InteractionId, UnderWay>>,
}

/// An answer that is being worked out.
enum UnderWay {
    /// Discord waits for it.
    Waiting(Arc<Address>, Manner),
    /// Discord has been told, or is being told, that it takes longer.
    Deferred(Deferral),
}

/// What comes of telling Discord that an answer takes longer.
pub(super) type Deferral = JoinHandle<Result<(), SendError>>;

impl Guard {
    /// Work on an answer begins.
    pub(super) fn begin(&self, address: &Arc<Address>, manner: Manner) {
        let waiting = UnderWay::Waiting(Arc::clone(address), manner);
        self.under_way().insert(address.id, waiting);
    }

    /// Work on an answer has ended; whether it was deferred meanwhile.
    pub(super) fn end(&self, address: &Address) -> Option<Deferral> {
        match self.under_way().remove(&address.id) {
            Some(UnderWay::Deferred(deferral)) => Some(deferral),
            _ => None,
        }
    }

    /// Defers what is slow, for ever.
    pub(super) async fn watch(&self, sender: &Sender) {
        let mut round = tokio::time::interval(ROUND);
        loop {
            round.tick().await;
            for one in self.under_way().values_mut() {
                one.defer_if_slow(sender);
            }
        }
    }

    fn under_way(&self) -> MutexGuard<'_, HashMap<InteractionId, UnderWay>> {
        // Nothing that is done under the lock can leave it in disorder.
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl UnderWay {
    fn defer_if_slow(&mut self, sender: &Sender) {
        if let Self::Waiting(address, manner) = self
            && address.received.elapsed() >= SLOW
            && let Some(callback) = deferral(*manner)
        {
            let (sender, address) = (sender.clone(), Arc::clone(address));
            *self = Self::Deferred(tokio::spawn(async move { sender.defer(&address, callback).await }));
        }
    }
}

/// How an answer is deferred; what is typed next makes a late completion useless.
fn deferral(manner: Manner) -> Option<CreateInteractionResponse> {
    match manner {
        Manner::New { ephemeral } => {
            let nothing = CreateInteractionResponseMessage::new().ephemeral(ephemeral);
            Some(CreateInteractionResponse::Defer(nothing))
        }
        Manner::InPlace => Some(CreateInteractionResponse::Acknowledge),
        Manner::Choices => None,
    }
}
