//! Maintenance of stored data: changes by other processes are read, and data past their retention are erased.

use std::sync::Arc;
use std::time::Duration;

use crate::bot::Bot;
use crate::store::StoreError;

/// Interval between two looks for changes.
const REFRESH_INTERVAL: Duration = Duration::from_secs(1);
/// Number of looks between two erasures: one hour.
const LOOKS_PER_ERASURE: u64 = 3600;

/// Maintains the stored data, for ever.
pub(super) async fn maintain(bot: Arc<Bot>) {
    let mut was_down = false;
    for number in 0_u64.. {
        let outcome = look(&bot, number % LOOKS_PER_ERASURE == 0).await;
        // One log line per outage, not one a second; the data read before stay in force.
        match &outcome {
            Err(error) if !was_down => tracing::error!("{error}"),
            Ok(()) if was_down => tracing::info!("the database answers again"),
            _ => {}
        }
        was_down = outcome.is_err();
        tokio::time::sleep(REFRESH_INTERVAL).await;
    }
}

async fn look(bot: &Bot, erase: bool) -> Result<(), StoreError> {
    if let Some(store) = bot.store.as_ref().filter(|_| erase) {
        store.checkpoint().await?;
        let records = store.erase_old(bot.clock.now()).await?;
        if records > 0 {
            tracing::info!(records, "erased records past their retention");
        }
        let servers = store.erase_left(bot.clock.now()).await?;
        if servers > 0 {
            tracing::info!(servers, "erased data of servers that were left long ago");
        }
    }
    bot.refresh().await?;
    Ok(())
}
