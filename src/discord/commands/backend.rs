//! Backend of the commands on reminders: the store, and the client for messages of the bot's own.

use crate::bot::GuildContext;
use crate::command::CommandContext;
use crate::discord::RestClient;
use crate::discord::state::DiscordBot;
use crate::store::{Store, StoreError};
use crate::view::{self, View};

/// Store and REST client of the bot.
pub(in crate::discord) struct Backend<'a> {
    store: &'a Store,
    pub(super) rest: &'a RestClient,
}

impl<'a> Backend<'a> {
    /// The bot's; none where it runs without a database.
    pub fn of(discord: &'a DiscordBot) -> Option<Self> {
        Some(Self {
            store: discord.bot.store.as_ref()?,
            rest: discord.rest.as_ref()?,
        })
    }

    /// Context of a command in a server.
    pub(super) fn context(&self, here: &'a GuildContext) -> CommandContext<'a> {
        CommandContext {
            store: self.store,
            catalogue: &here.catalogue,
            asker: &here.asker,
        }
    }
}

/// The document for a failure of the store; its reason goes to the log.
pub(super) fn failure(error: &StoreError) -> View {
    tracing::error!("a command failed: {error}");
    view::reminders::not_now()
}
