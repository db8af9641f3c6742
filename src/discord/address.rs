//! Address of the response to an interaction: ids, token and time of receipt.

use std::time::Instant;

use serenity::all::{ApplicationId, Interaction, InteractionId};

/// Address that a response is sent to.
#[derive(Debug, Clone)]
pub struct Address {
    /// Id of the interaction.
    pub id: InteractionId,
    /// Id of the bot's application.
    pub application: ApplicationId,
    /// Token of the interaction: it authorises responses, and is never logged.
    pub token: InteractionToken,
    /// Moment at which the interaction was received.
    pub received: Instant,
}

/// Token of an interaction, hidden from debug output.
#[derive(Clone)]
pub struct InteractionToken(pub String);

impl std::fmt::Debug for InteractionToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[a token]")
    }
}

impl Address {
    /// Address of the response to an interaction that was received now.
    pub fn of(interaction: &Interaction) -> Self {
        Self {
            id: interaction.id(),
            application: interaction.application_id(),
            token: InteractionToken(interaction.token().to_owned()),
            received: Instant::now(),
        }
    }
}
