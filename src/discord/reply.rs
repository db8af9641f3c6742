//! Reply to an interaction, and its body as a first response, an edit and a follow-up.

use serde::Serialize;
use serenity::all::{
    AutocompleteChoice, CreateAllowedMentions, CreateAutocompleteResponse, CreateInteractionResponse,
    CreateInteractionResponseFollowup, CreateInteractionResponseMessage, EditInteractionResponse,
};

use super::message::Message;
use crate::store::StoreError;
use crate::view::{self, View};

/// Response to an interaction.
#[derive(Debug, Clone)]
pub enum Reply {
    /// A new message.
    New {
        /// Its content.
        message: Message,
        /// True if only the asker sees it.
        ephemeral: bool,
    },
    /// New content of the message that the clicked button is on.
    InPlace(Message),
    /// Completions of an option.
    Choices(Vec<AutocompleteChoice>),
}

impl Reply {
    /// A document for the asker alone.
    pub(super) fn private(view: &View) -> Self {
        Self::New {
            message: Message::plain(view),
            ephemeral: true,
        }
    }

    /// Body of a first response. It pings nobody.
    pub fn callback(self) -> CreateInteractionResponse {
        let body = |message: Message| {
            CreateInteractionResponseMessage::new()
                .embed(message.embed)
                .components(message.rows)
                .allowed_mentions(CreateAllowedMentions::new())
        };
        match self {
            Self::New { message, ephemeral } => CreateInteractionResponse::Message(body(message).ephemeral(ephemeral)),
            Self::InPlace(message) => CreateInteractionResponse::UpdateMessage(body(message)),
            Self::Choices(choices) => {
                CreateInteractionResponse::Autocomplete(CreateAutocompleteResponse::new().set_choices(choices))
            }
        }
    }

    /// Body of an edit; the deferral has settled who sees it.
    pub(super) fn edit(self) -> impl Serialize {
        let edit = EditInteractionResponse::new().allowed_mentions(CreateAllowedMentions::new());
        match self.message() {
            Some(message) => edit.embed(message.embed).components(message.rows),
            None => edit,
        }
    }

    /// Body of a follow-up, for the asker alone.
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

/// The document for something that could not be stored or read; its reason goes to the log.
pub(super) fn storage_failure(error: &StoreError) -> View {
    tracing::error!("{error}");
    view::not_kept()
}
