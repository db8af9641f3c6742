//! Records that nobody asks for any more are erased, so that the database does not grow for ever.

use chrono::{DateTime, TimeDelta, Utc};

use super::columns::seconds;
use super::{Store, StoreError};

/// How long it is kept what became of deliveries.
pub const RECORD_RETENTION: TimeDelta = TimeDelta::days(90);

impl Store {
    /// Erases what was settled long ago, with the notices that it came of. How many deliveries that were.
    ///
    /// # Errors
    /// Where the database fails; nothing is erased then.
    pub async fn erase_old(&self, now: DateTime<Utc>) -> Result<u64, StoreError> {
        let before = seconds(now - RECORD_RETENTION);
        let mut write = self.write().await?;
        let erased = sqlx::query("DELETE FROM delivery WHERE settled <> 0 AND settled < $1")
            .bind(before)
            .execute(&mut *write)
            .await?;
        for statement in [
            "DELETE FROM wave WHERE done = 1 AND starts < $1",
            "DELETE FROM journal WHERE at < $1",
        ] {
            sqlx::query(statement).bind(before).execute(&mut *write).await?;
        }
        write.commit().await?;
        Ok(erased.rows_affected())
    }
}
