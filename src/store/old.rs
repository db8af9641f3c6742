//! Records that nobody asks for any more are erased, so that the database does not grow for ever.

use chrono::{DateTime, TimeDelta, Utc};

use super::row::seconds;
use super::{Store, StoreError};

/// How long it is kept what became of deliveries.
pub const RECORDS_KEPT: TimeDelta = TimeDelta::days(90);

impl Store {
    /// Erases what was settled long ago, with the waves that it came of. How many deliveries that were.
    ///
    /// # Errors
    /// Where the database fails; nothing is erased then.
    pub async fn erase_old(&self, now: DateTime<Utc>) -> Result<u64, StoreError> {
        let before = seconds(now - RECORDS_KEPT);
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
