//! Interaction handler: runs a handler and responds exactly once, deferring slow handlers and reporting panics.

use std::sync::Arc;

use super::address::Address;
use super::deferral::Deferrals;
use super::panics::{Panicked, catch_panic};
use super::reply::Reply;
use super::reply_mode::ReplyMode;
use super::{RestClient, SendError};
use crate::view;

/// Responds to interactions through the REST client.
pub struct InteractionHandler {
    client: RestClient,
    deferrals: Deferrals,
}

impl InteractionHandler {
    /// A handler that responds through `client`.
    pub fn new(client: RestClient) -> Self {
        Self {
            client,
            deferrals: Deferrals::default(),
        }
    }

    /// Defers slow handlers, for ever; nothing is deferred unless this runs.
    pub async fn watch(&self) {
        self.deferrals.watch(&self.client).await;
    }

    /// Responds to an interaction with the reply that `work` computes. It is deferred in `mode` if that takes long.
    pub async fn handle(&self, address: Address, mode: ReplyMode, work: impl Future<Output = Reply>) {
        let address = Arc::new(address);
        self.deferrals.begin(&address, mode);
        let reply = catch_panic(work).await;
        let deferral = self.deferrals.end(&address);
        let reply = reply.unwrap_or_else(|panicked| broken(&address, mode, &panicked));
        let sent = match deferral {
            None => self.client.answer(&address, reply).await,
            Some(deferral) => match deferral.await {
                Ok(Ok(())) => self.replace(&address, mode, reply).await,
                Ok(Err(unsent)) => Err(unsent),
                Err(broken) => Err(SendError::Exhausted {
                    tries: 0,
                    last: broken.to_string(),
                }),
            },
        };
        if let Err(unsent) = sent {
            tracing::warn!(interaction = %address.id, "a reply was not delivered: {unsent}");
        }
    }

    /// Puts a reply in the place of its deferral.
    async fn replace(&self, address: &Address, mode: ReplyMode, reply: Reply) -> Result<(), SendError> {
        // A private reply must not replace a message that everybody sees.
        if mode == ReplyMode::InPlace && matches!(reply, Reply::New { .. }) {
            self.client.follow_up(address, reply).await
        } else {
            self.client.edit(address, reply).await
        }
    }
}

/// The reply after a panic: the cause goes to the log, its reference to the asker.
fn broken(address: &Address, mode: ReplyMode, panicked: &Panicked) -> Reply {
    let view = view::broken(&panicked.report(address.id.get()));
    match mode {
        ReplyMode::Choices => Reply::Choices(Vec::new()),
        _ => Reply::private(&view),
    }
}
