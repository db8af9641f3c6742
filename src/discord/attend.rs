//! Sees to it that an interaction is answered: in time, once, and even if something breaks.

use std::sync::Arc;
use std::time::Instant;

use serenity::all::{ApplicationId, Interaction, InteractionId};

use super::caught::{Panicked, caught};
use super::guard::Guard;
use super::{Manner, Reply, SendError, Sender, embed};
use crate::view;

/// Where an answer goes.
#[derive(Debug, Clone)]
pub struct Address {
    /// The interaction.
    pub id: InteractionId,
    /// The bot's application.
    pub application: ApplicationId,
    /// The interaction's token: whoever has it can answer. It is never logged.
    pub token: Token,
    /// When the interaction was received.
    pub received: Instant,
}

/// An interaction's token, which prints itself only where it is asked to.
#[derive(Clone)]
pub struct Token(pub String);

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[a token]")
    }
}

impl Address {
    /// Where the answer to an interaction goes that was received now.
    pub fn of(interaction: &Interaction) -> Self {
        Self {
            id: interaction.id(),
            application: interaction.application_id(),
            token: Token(interaction.token().to_owned()),
            received: Instant::now(),
        }
    }
}

/// Answers interactions through a sender.
pub struct Attendant {
    sender: Sender,
    guard: Guard,
}

impl Attendant {
    /// An attendant who answers through `sender`.
    pub fn new(sender: Sender) -> Self {
        Self {
            sender,
            guard: Guard::default(),
        }
    }

    /// Defers what is slow, for ever; without it nothing is.
    pub async fn watch(&self) {
        self.guard.watch(&self.sender).await;
    }

    /// Answers an interaction with what `work` makes of it. `manner` says how it is deferred, should that be needed.
    pub async fn attend(&self, address: Address, manner: Manner, work: impl Future<Output = Reply>) {
        let address = Arc::new(address);
        self.guard.begin(&address, manner);
        let reply = caught(work).await;
        let deferral = self.guard.end(&address);
        let reply = reply.unwrap_or_else(|panicked| broken(&address, manner, &panicked));
        let sent = match deferral {
            None => self.sender.answer(&address, reply).await,
            Some(deferral) => match deferral.await {
                Ok(Ok(())) => self.replace(&address, manner, reply).await,
                Ok(Err(unsent)) => Err(unsent),
                Err(broken) => Err(SendError::Exhausted {
                    tries: 0,
                    last: broken.to_string(),
                }),
            },
        };
        if let Err(unsent) = sent {
            tracing::warn!(interaction = %address.id, "an answer was not delivered: {unsent}");
        }
    }

    /// Puts an answer into the place of its deferral.
    async fn replace(&self, address: &Address, manner: Manner, reply: Reply) -> Result<(), SendError> {
        // What only the asker should see must not take the place of what all see.
        if manner == Manner::InPlace && matches!(reply, Reply::New { .. }) {
            self.sender.follow_up(address, reply).await
        } else {
            self.sender.edit(address, reply).await
        }
    }
}

/// The reply when something broke: the log says what, and the asker gets the reference to it.
fn broken(address: &Address, manner: Manner, panicked: &Panicked) -> Reply {
    let reference = format!("{:x}", address.id.get());
    tracing::error!(reference, "an answer broke: {}", panicked.0);
    if manner == Manner::Choices {
        return Reply::Choices(Vec::new());
    }
    Reply::New {
        message: embed::plain(&view::broken(&reference)),
        ephemeral: true,
    }
}
