//! Reply mode of an interaction: a new message, ephemeral or not, an edit in place, or completions.
//!
//! It is known before the answer is, so that a slow answer can be deferred in the same mode.

use serenity::all::{
    CommandDataOptionValue, CommandInteraction, ComponentInteraction, GuildId, Interaction, MessageInteractionMetadata,
    UserId,
};

use super::commands;
use super::interactions::PRIVATE;
use crate::bot::Bot;

/// Mode in which an interaction is replied to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReplyMode {
    /// By a new message.
    New {
        /// True if only the asker sees it.
        ephemeral: bool,
    },
    /// By editing the message that the clicked button is on.
    InPlace,
    /// By completions.
    Choices,
}

impl ReplyMode {
    /// Mode of the reply to an interaction; in a quiet channel, answers to commands are ephemeral.
    pub fn of(bot: &Bot, interaction: &Interaction) -> Self {
        match interaction {
            Interaction::Command(command) => Self::New {
                ephemeral: is_private(command)
                    || bot.is_quiet(command.guild_id.map(GuildId::get), command.channel_id.get()),
            },
            Interaction::Component(click) if asker(click) == Some(click.user.id) => Self::InPlace,
            Interaction::Autocomplete(_) => Self::Choices,
            _ => Self::New { ephemeral: true },
        }
    }
}

/// True if only the asker is to see the answer.
fn is_private(command: &CommandInteraction) -> bool {
    let mut options = command.data.options.iter();
    commands::has(&command.data.name)
        || options.any(|option| option.name == PRIVATE && option.value == CommandDataOptionValue::Boolean(true))
}

/// The person who asked for the message that a button is on. The message itself says so, also after a restart.
fn asker(click: &ComponentInteraction) -> Option<UserId> {
    match click.message.interaction_metadata.as_deref()? {
        MessageInteractionMetadata::Command(asked) => Some(asked.user.id),
        MessageInteractionMetadata::Component(asked) => Some(asked.user.id),
        MessageInteractionMetadata::ModalSubmit(asked) => Some(asked.user.id),
        _ => None,
    }
}
