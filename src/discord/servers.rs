//! Gateway events of servers: the bot joins and leaves, channels and roles are deleted.
//!
//! All servers are listed again with each new session of the gateway; nothing is written unless something has changed.

use serenity::all::GuildId;

use crate::bot::Bot;
use crate::store::{Deleted, StoreError};

/// Records that the bot is in a server.
pub(super) async fn joined(bot: &Bot, guild: u64) {
    if !bot.had_left(guild) {
        return;
    }
    if let Some(store) = &bot.store {
        refresh(bot, store.mark_returned(guild).await).await;
    }
}

/// Records which servers the bot has left while it was not connected: READY lists all servers of a shard.
pub(super) async fn listed(bot: &Bot, (shard, total): (u32, u32), listed: &[GuildId]) {
    let Some(store) = &bot.store else { return };
    let stored = match store.servers().await {
        Ok(stored) => stored,
        Err(error) => return refresh(bot, Err(error)).await,
    };
    let is_here = |guild: &u64| (guild >> 22) % u64::from(total.max(1)) == u64::from(shard);
    for guild in stored.into_iter().filter(is_here) {
        if !listed.iter().any(|one| one.get() == guild) {
            tracing::info!(guild, "left while not connected");
            left(bot, guild).await;
        }
    }
}

/// Records that the bot has left a server, or was removed from it.
pub(super) async fn left(bot: &Bot, guild: u64) {
    if let Some(store) = &bot.store {
        refresh(bot, store.mark_left(guild, bot.clock.now()).await).await;
    }
}

/// Ends the subscriptions and settings that depend on a deleted channel or role.
pub(super) async fn gone(bot: &Bot, gone: Deleted) {
    if let Some(store) = &bot.store {
        let ended = store.end_dependents(gone, bot.clock.now()).await;
        refresh(bot, ended.map(|_| ())).await;
    }
}

/// Refreshes the bot after a write, or logs its failure.
async fn refresh(bot: &Bot, written: Result<(), StoreError>) {
    let read = match written {
        Ok(()) => bot.refresh().await.map(|_| ()),
        Err(error) => Err(error),
    };
    if let Err(error) = read {
        tracing::error!("a change of a server is not stored: {error}");
    }
}
