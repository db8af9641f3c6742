//! What the gateway tells of servers: the bot joins and leaves, channels and roles are deleted.
//!
//! Every server is told of again with each new session of the gateway: where nothing has changed nothing is written.

use super::Bot;
use crate::store::{Gone, StoreError};

/// Notes that the bot is in a server.
pub(super) async fn joined(bot: &Bot, guild: u64) {
    if !bot.had_left(guild) {
        return;
    }
    if let Some(store) = &bot.store {
        noted(bot, store.is_back(guild).await).await;
    }
}

/// Notes that the bot has left a server, or was removed from it.
pub(super) async fn left(bot: &Bot, guild: u64) {
    if let Some(store) = &bot.store {
        noted(bot, store.has_left(guild, bot.clock.now()).await).await;
    }
}

/// Ends what depends on something that was deleted.
pub(super) async fn gone(bot: &Bot, gone: Gone) {
    if let Some(store) = &bot.store {
        let ended = store.end(gone, bot.clock.now()).await;
        noted(bot, ended.map(|_| ())).await;
    }
}

/// Takes a change to heart, or logs why it is not kept: nobody waits for an answer.
async fn noted(bot: &Bot, kept: Result<(), StoreError>) {
    let read = match kept {
        Ok(()) => bot.refresh().await.map(|_| ()),
        Err(error) => Err(error),
    };
    if let Err(error) = read {
        tracing::error!("what became of a server is not kept: {error}");
    }
}
