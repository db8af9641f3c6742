//! Leases: what only one process at a time may do.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Store, StoreError};

/// The lease of whoever sends messages: the limits of Discord belong to the token, not to a process.
pub const SENDER: &str = "sender";

impl Store {
    /// Takes a lease, or holds it for longer: until `now + span`. Whether `holder` has it now.
    ///
    /// The processes of one database must agree on the time to within a few seconds.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn acquire_lease(
        &self,
        name: &str,
        holder: &str,
        now: DateTime<Utc>,
        span: TimeDelta,
    ) -> Result<bool, StoreError> {
        let (at, until) = (now.timestamp_millis(), (now + span).timestamp_millis());
        let taken = sqlx::query(
            "INSERT INTO lease (name, holder, until_ms) VALUES ($1, $2, $3) \
             ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until_ms = excluded.until_ms \
             WHERE lease.holder = excluded.holder OR lease.until_ms <= $4 OR lease.until_ms > $5",
        )
        .bind(name)
        .bind(holder)
        .bind(until)
        .bind(at)
        // A clock that was set back would wait for ever for one that was held by its old time.
        .bind((now + span * 10).timestamp_millis())
        .execute(self.pool()?)
        .await?;
        Ok(taken.rows_affected() == 1)
    }

    /// Gives a lease back, so that nobody waits for its end.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn release_lease(&self, name: &str, holder: &str) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM lease WHERE name = $1 AND holder = $2")
            .bind(name)
            .bind(holder)
            .execute(self.pool()?)
            .await?;
        Ok(())
    }
}
