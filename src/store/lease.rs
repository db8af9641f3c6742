//! Leases: rights that only one process at a time may hold.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Store, StoreError};

/// The sender's lease: the limits of Discord belong to the token, not to a process.
pub const SENDER: &str = "sender";

impl Store {
    /// Acquires or renews a lease until `now + span`. Returns true if `holder` has it now.
    ///
    /// The processes of one database must agree on the time to within a few seconds.
    ///
    /// # Errors
    /// If the database fails.
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
        // After a clock is set back, a lease taken by the old time must not last for ever.
        .bind((now + span * 10).timestamp_millis())
        .execute(self.pool()?)
        .await?;
        Ok(taken.rows_affected() == 1)
    }

    /// Releases a lease before its end.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn release_lease(&self, name: &str, holder: &str) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM lease WHERE name = $1 AND holder = $2")
            .bind(name)
            .bind(holder)
            .execute(self.pool()?)
            .await?;
        Ok(())
    }
}
