//! Sees to it that an interaction is answered: in time, once, and even if something breaks.

use std::time::{Duration, Instant};

use serenity::all::{
    ApplicationId, CreateInteractionResponse, CreateInteractionResponseMessage, Interaction, InteractionId,
};

use super::guard::{Panicked, watch};
use super::{Manner, Reply, Sender, embed};
use crate::view;

/// How long an answer may take before Discord is told that it takes longer.
const SLOW: Duration = Duration::from_millis(1_500);

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

/// Answers an interaction with what `work` makes of it. `manner` says how it is deferred, should that be needed.
pub async fn attend(
    sender: &Sender,
    address: &Address,
    manner: Manner,
    work: impl Future<Output = Reply> + Send + 'static,
) {
    let mut deferred = None;
    let worked = watch(work, SLOW, async || {
        if let Some(callback) = deferral(manner) {
            deferred = Some(sender.defer(address, callback).await);
        }
    });
    let reply = worked
        .await
        .unwrap_or_else(|panicked| broken(address, manner, &panicked));
    let sent = match deferred {
        None => sender.answer(address, reply).await,
        Some(Err(unsent)) => Err(unsent),
        // What only the asker should see must not take the place of what all see.
        Some(Ok(())) if manner == Manner::InPlace && matches!(reply, Reply::New { .. }) => {
            sender.follow_up(address, reply).await
        }
        Some(Ok(())) => sender.edit(address, reply).await,
    };
    if let Err(unsent) = sent {
        tracing::warn!(interaction = %address.id, "an answer was not delivered: {unsent}");
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
