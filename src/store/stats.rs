//! How much is kept, in numbers: for the operator.

use sqlx::Row as _;

use super::{Store, StoreError};
use crate::reminders::StoreStats;

impl Store {
    /// Counts what is kept.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn stats(&self) -> Result<StoreStats, StoreError> {
        let row = sqlx::query(
            "SELECT (SELECT COUNT(*) FROM subscription WHERE target <> 'channel') AS people, \
             (SELECT COUNT(*) FROM subscription WHERE target = 'channel') AS servers, \
             (SELECT COUNT(*) FROM delivery WHERE state = 'pending') + \
             (SELECT COUNT(*) FROM delivery WHERE state = 'taken') AS waiting, \
             (SELECT COUNT(*) FROM paused_channel) AS paused",
        )
        .fetch_one(self.pool()?)
        .await?;
        let count = |column| row.try_get::<i64, _>(column).map(i64::cast_unsigned);
        Ok(StoreStats {
            people: count("people")?,
            servers: count("servers")?,
            waiting: count("waiting")?,
            paused: count("paused")?,
        })
    }
}
