//! Retention: deletes old records, and the data of servers that the bot left long ago.

use chrono::{DateTime, TimeDelta, Utc};

use super::columns::seconds;
use super::database::execute_each;
use super::{Store, StoreError};

/// Retention of settled deliveries, of their notices and of the journal.
pub const RECORD_RETENTION: TimeDelta = TimeDelta::days(90);

/// Retention of the data of a server that the bot has left, in case it returns.
pub const LEFT_SERVER_RETENTION: TimeDelta = TimeDelta::days(30);

impl Store {
    /// Deletes records older than [`RECORD_RETENTION`]. Returns the number of deliveries.
    ///
    /// # Errors
    /// If the database fails; nothing is deleted then.
    pub async fn erase_old(&self, now: DateTime<Utc>) -> Result<u64, StoreError> {
        let statements = [
            "DELETE FROM delivery WHERE settled <> 0 AND settled < $1",
            "DELETE FROM wave WHERE done = 1 AND starts < $1",
            "DELETE FROM journal WHERE at < $1",
        ];
        let mut write = self.write().await?;
        let deliveries = execute_each(&mut write, &statements, seconds(now - RECORD_RETENTION)).await?;
        write.commit().await?;
        Ok(deliveries)
    }

    /// Deletes all data of the servers that the bot left more than [`LEFT_SERVER_RETENTION`] ago. Returns their number.
    ///
    /// # Errors
    /// If the database fails; nothing is deleted then.
    pub async fn erase_left(&self, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let left = || {
            sqlx::query_scalar("SELECT id FROM guild WHERE left_at <> 0 AND left_at <= $1")
                .bind(seconds(now - LEFT_SERVER_RETENTION))
        };
        let found: Vec<i64> = left().fetch_all(self.pool()?).await?;
        if found.is_empty() {
            return Ok(0);
        }
        let mut write = self.write().await?;
        // A server to which the bot returns at this moment is not found again.
        let found: Vec<i64> = left().fetch_all(&mut *write).await?;
        for guild in &found {
            let statements = [
                "DELETE FROM wish WHERE subscription IN (SELECT id FROM subscription WHERE guild = $1)",
                "DELETE FROM subscription WHERE guild = $1",
                "DELETE FROM delivery WHERE guild = $1",
                "DELETE FROM journal WHERE guild = $1",
                "DELETE FROM paused_channel WHERE guild = $1",
                "DELETE FROM change WHERE guild = $1",
                "DELETE FROM event WHERE guild = $1",
                "DELETE FROM guild WHERE id = $1",
            ];
            execute_each(&mut write, &statements, *guild).await?;
        }
        Self::commit_shared(write).await?;
        Ok(found.len())
    }
}
