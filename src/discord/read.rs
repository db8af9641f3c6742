//! Interactions become calls: what was asked, clicked or typed, and how it is to be answered.

use serenity::all::{
    CommandDataOption, CommandDataOptionValue, CommandInteraction, ComponentInteraction, GuildId, Interaction,
    MessageInteractionMetadata, UserId,
};

use super::{Bot, announce, privacy, remind, settings};
use crate::question::{Call, Misunderstanding};

/// The option that every command has beside its question's own.
pub(super) const PRIVATE: &str = "private";

/// How an interaction is to be answered, as far as can be told before the answer is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// By a message of its own.
    New {
        /// Whether only the asker sees it.
        ephemeral: bool,
    },
    /// By changing the message that the button sits on.
    InPlace,
    /// By choices.
    Choices,
}

impl Manner {
    /// How this interaction is to be answered.
    pub fn of(interaction: &Interaction) -> Self {
        match interaction {
            Interaction::Command(command) => Self::New {
                ephemeral: is_private(command),
            },
            Interaction::Component(click) if is_own(click) => Self::InPlace,
            Interaction::Autocomplete(_) => Self::Choices,
            _ => Self::New { ephemeral: true },
        }
    }
}

impl Bot {
    /// How an interaction is to be answered where it happens: in a quiet channel for the asker alone.
    pub fn manner(&self, interaction: &Interaction) -> Manner {
        match (Manner::of(interaction), interaction) {
            (Manner::New { ephemeral }, Interaction::Command(command)) => {
                let guild = command.guild_id.map(GuildId::get);
                let ephemeral = ephemeral || self.is_quiet(guild, command.channel_id.get());
                Manner::New { ephemeral }
            }
            (manner, _) => manner,
        }
    }

    /// Whether every answer in a channel is for the asker alone.
    pub(super) fn is_quiet(&self, guild: Option<u64>, channel: u64) -> bool {
        self.for_guild(guild).settings.quiet == Some(channel)
    }
}

/// The commands that concern nobody but whoever uses them, or the server's admins.
const PERSONAL: [&str; 4] = [settings::NAME, privacy::NAME, remind::NAME, announce::NAME];

/// Whether only the asker is to see the answer.
fn is_private(command: &CommandInteraction) -> bool {
    if PERSONAL.contains(&command.data.name.as_str()) {
        return true;
    }
    let mut options = command.data.options.iter();
    options.any(|option| option.name == PRIVATE && option.value == CommandDataOptionValue::Boolean(true))
}

/// Whether the one who clicked is the one who asked for the message. Who that was, the message says itself: this
/// holds after a restart, too.
fn is_own(click: &ComponentInteraction) -> bool {
    asker(click) == Some(click.user.id)
}

fn asker(click: &ComponentInteraction) -> Option<UserId> {
    match click.message.interaction_metadata.as_deref()? {
        MessageInteractionMetadata::Command(asked) => Some(asked.user.id),
        MessageInteractionMetadata::Component(asked) => Some(asked.user.id),
        MessageInteractionMetadata::ModalSubmit(asked) => Some(asked.user.id),
        _ => None,
    }
}

/// The command for questions in somebody's own words.
pub(super) const ASK: &str = "ask";
/// Its option.
pub(super) const TEXT: &str = "text";

/// The words of a command that takes words.
pub(super) fn words(command: &CommandInteraction) -> Option<&str> {
    if command.data.name != ASK {
        return None;
    }
    let text = command.data.options.iter().find(|option| option.name == TEXT);
    Some(text.and_then(|option| option.value.as_str()).unwrap_or_default())
}

/// The call that a command makes.
pub(super) fn call(command: &CommandInteraction) -> Result<Call, Misunderstanding> {
    let options = command
        .data
        .options
        .iter()
        .filter(|option| option.name != PRIVATE || !matches!(option.value, CommandDataOptionValue::Boolean(_)));
    Call::new(&command.data.name, options.map(option).collect())
}

/// An option as text: of whatever type it is, whoever understands the text says what is wrong with it.
pub(super) fn option(option: &CommandDataOption) -> (String, String) {
    use CommandDataOptionValue as V;
    let text = match &option.value {
        V::String(text) | V::Autocomplete { value: text, .. } => text.clone(),
        V::Boolean(is) => is.to_string(),
        V::Integer(number) => number.to_string(),
        V::Number(number) => number.to_string(),
        V::Attachment(id) => id.to_string(),
        V::Channel(id) => id.to_string(),
        V::Mentionable(id) => id.to_string(),
        V::Role(id) => id.to_string(),
        V::User(id) => id.to_string(),
        _ => "?".to_owned(),
    };
    (option.name.clone(), text)
}
