//! What the gateway tells of servers: the bot joins and leaves, channels and roles are deleted.
//!
//! Every server is told of again with each new session of the gateway: where nothing has changed nothing is written.

use serenity::all::GuildId;

use crate::bot::Bot;
use crate::store::{Deleted, StoreError};

/// Notes that the bot is in a server.
pub(super) async fn joined(bot: &Bot, guild: u64) {
    if !bot.had_left(guild) {
        return;
    }
    if let Some(store) = &bot.store {
        noted(bot, store.mark_returned(guild).await).await;
    }
}

/// Notes which servers the bot has left while it was not connected: what READY lists is all of a shard's.
pub(super) async fn listed(bot: &Bot, (shard, total): (u32, u32), listed: &[GuildId]) {
    let Some(store) = &bot.store else { return };
    let kept = match store.servers().await {
        Ok(kept) => kept,
        Err(error) => return noted(bot, Err(error)).await,
    };
    let is_here = |guild: &u64| (guild >> 22) % u64::from(total.max(1)) == u64::from(shard);
    for guild in kept.into_iter().filter(is_here) {
        if !listed.iter().any(|one| one.get() == guild) {
            tracing::info!(guild, "left while not connected");
            left(bot, guild).await;
        }
    }
}

/// Notes that the bot has left a server, or was removed from it.
pub(super) async fn left(bot: &Bot, guild: u64) {
    if let Some(store) = &bot.store {
        noted(bot, store.mark_left(guild, bot.clock.now()).await).await;
    }
}

/// Ends what depends on something that was deleted.
pub(super) async fn gone(bot: &Bot, gone: Deleted) {
    if let Some(store) = &bot.store {
        let ended = store.end_dependents(gone, bot.clock.now()).await;
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
