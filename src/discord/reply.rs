//! Replies, and how they are written for a first answer, an edit and a follow-up.

use serde::Serialize;
use serenity::all::{
    AutocompleteChoice, CreateActionRow, CreateAllowedMentions, CreateAutocompleteResponse, CreateEmbed,
    CreateInteractionResponse, CreateInteractionResponseFollowup, CreateInteractionResponseMessage,
    EditInteractionResponse,
};

/// What an interaction is answered with.
#[derive(Debug, Clone)]
pub enum Reply {
    /// A message of its own.
    New {
        /// What it says.
        message: Message,
        /// Whether only the asker sees it.
        ephemeral: bool,
    },
    /// A message in the place of the one that the button sits on.
    InPlace(Message),
    /// What can be typed.
    Choices(Vec<AutocompleteChoice>),
}

/// What a message says, and its buttons.
#[derive(Debug, Clone)]
pub struct Message {
    /// The one embed.
    pub embed: CreateEmbed,
    /// The buttons.
    pub rows: Vec<CreateActionRow>,
}

impl Reply {
    /// The body of a first answer. Nobody is ever pinged.
    pub fn callback(self) -> CreateInteractionResponse {
        match self {
            Self::New { message, ephemeral } => {
                CreateInteractionResponse::Message(message.answer().ephemeral(ephemeral))
            }
            Self::InPlace(message) => CreateInteractionResponse::UpdateMessage(message.answer()),
            Self::Choices(choices) => {
                CreateInteractionResponse::Autocomplete(CreateAutocompleteResponse::new().set_choices(choices))
            }
        }
    }

    /// The body of an edit: whether only the asker sees it was settled when it was deferred.
    pub(super) fn edit(self) -> impl Serialize {
        let edit = EditInteractionResponse::new().allowed_mentions(CreateAllowedMentions::new());
        match self.message() {
            Some(message) => edit.embed(message.embed).components(message.rows),
            None => edit,
        }
    }

    /// The body of a follow-up, which only the asker sees.
    pub(super) fn follow_up(self) -> impl Serialize {
        let more = CreateInteractionResponseFollowup::new()
            .ephemeral(true)
            .allowed_mentions(CreateAllowedMentions::new());
        match self.message() {
            Some(message) => more.embed(message.embed).components(message.rows),
            None => more,
        }
    }

    fn message(self) -> Option<Message> {
        match self {
            Self::New { message, .. } | Self::InPlace(message) => Some(message),
            Self::Choices(_) => None,
        }
    }
}

impl Message {
    fn answer(self) -> CreateInteractionResponseMessage {
        CreateInteractionResponseMessage::new()
            .embed(self.embed)
            .components(self.rows)
            .allowed_mentions(CreateAllowedMentions::new())
    }
}
