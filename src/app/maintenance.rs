//! The upkeep of what is kept: what other processes change is read, and what was left long ago is erased.

use std::sync::Arc;
use std::time::Duration;

use crate::bot::Bot;
use crate::store::StoreError;

/// How often it is looked whether something has changed.
const OFTEN: Duration = Duration::from_secs(1);
/// Of so many looks one erases what is to be erased: once an hour.
const SELDOM: u64 = 3600;

/// Keeps up with the store for ever.
pub(super) async fn maintain(bot: Arc<Bot>) {
    let mut was_away = false;
    for look in 0_u64.. {
        let tended = tended(&bot, look % SELDOM == 0).await;
        // One line tells it, not one a second; what was read before holds on.
        match &tended {
            Err(error) if !was_away => tracing::error!("{error}"),
            Ok(()) if was_away => tracing::info!("the database answers again"),
            _ => {}
        }
        was_away = tended.is_err();
        tokio::time::sleep(OFTEN).await;
    }
}

async fn tended(bot: &Bot, erase: bool) -> Result<(), StoreError> {
    if let Some(store) = bot.store.as_ref().filter(|_| erase) {
        let records = store.erase_old(bot.clock.now()).await?;
        if records > 0 {
            tracing::info!(records, "erased records of long ago");
        }
        let servers = store.erase_left(bot.clock.now()).await?;
        if servers > 0 {
            tracing::info!(servers, "erased what was kept of servers that were left long ago");
        }
    }
    bot.refresh().await?;
    Ok(())
}
