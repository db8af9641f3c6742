//! Deliveries: claimed, attempted and settled, each by a statement that carries its own guard.
//!
//! ```text
//! pending -> taken -> sent | skipped | failed | unconfirmed
//!    ^         |
//!    +---------+   when the process that claimed it died, or stops
//! ```
//!
//! An attempt is recorded before it is made. An attempt by a process that died may have arrived: it is repeated while
//! Discord still knows its nonce, and `unconfirmed` after.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::FromRow;
use sqlx::any::AnyRow;

use super::columns::{get, limit, seconds, signed};
use super::{SENDER, Store, StoreError};
use crate::reminders::{Delivery, DeliveryOutcome, Notice, Reason, Settlement, Target};

/// Time after the first attempt for which Discord surely still knows the nonce of a delivery.
pub const NONCE_LIFETIME: TimeDelta = TimeDelta::minutes(2);

/// The answer to a request to attempt a delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attempt {
    /// It may be attempted.
    Granted,
    /// An earlier attempt may have arrived, and is too long ago for Discord to know its nonce.
    NonceExpired,
    /// Its subscription has ended or is paused.
    Withdrawn(Reason),
    /// Another process is the sender now, or the delivery was removed.
    ClaimLost,
}

impl Store {
    /// Claims up to `most` pending deliveries, the earliest session first, and of one session those of servers; none without the sender's lease.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn claim(&self, holder: &str, most: usize, now: DateTime<Utc>) -> Result<Vec<Delivery>, StoreError> {
        // The guard stands outside the choice too: two processes that choose at once would both claim what they chose.
        let rows = sqlx::query(
            "UPDATE delivery SET state = 'taken', holder = $1 WHERE state = 'pending' AND id IN \
             (SELECT id FROM delivery WHERE state = 'pending' ORDER BY starts, target, due, id LIMIT $2) \
             AND EXISTS (SELECT 1 FROM lease WHERE name = $3 AND holder = $1 AND until_ms > $4) RETURNING *",
        )
        .bind(holder)
        .bind(limit(most))
        .bind(SENDER)
        .bind(now.timestamp_millis())
        .fetch_all(self.pool()?)
        .await?;
        let mut claimed = self.readable_deliveries(&rows, now).await?;
        claimed.sort_by(|one, other| {
            let is_personal = |delivery: &Delivery| !matches!(delivery.target, Target::Channel { .. });
            let order = |one: &Delivery| (one.notice.start, is_personal(one), one.notice.due);
            order(one).cmp(&order(other)).then_with(|| one.key.cmp(&other.key))
        });
        Ok(claimed)
    }

    /// Records that a delivery is about to be attempted, if it may be.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn attempt(&self, holder: &str, key: &str, now: DateTime<Utc>) -> Result<Attempt, StoreError> {
        let written = sqlx::query(
            "UPDATE delivery SET attempted = CASE WHEN attempted = 0 THEN $1 ELSE attempted END, tries = tries + 1 \
             WHERE id = $2 AND holder = $3 AND state = 'taken' AND (attempted = 0 OR attempted BETWEEN $4 AND $1) \
             AND EXISTS (SELECT 1 FROM subscription s WHERE s.id = delivery.subscription AND s.paused_until <= $1) \
             AND EXISTS (SELECT 1 FROM lease WHERE name = $5 AND holder = $3 AND until_ms > $6)",
        )
        .bind(seconds(now))
        .bind(key)
        .bind(holder)
        .bind(seconds(now - NONCE_LIFETIME))
        .bind(SENDER)
        .bind(now.timestamp_millis())
        .execute(self.pool()?)
        .await?;
        if written.rows_affected() == 1 {
            return Ok(Attempt::Granted);
        }
        let refused: Option<(i64, i64)> = sqlx::query_as(
            "SELECT d.attempted, COALESCE(s.paused_until, -1) AS paused_until \
             FROM delivery d LEFT JOIN subscription s ON s.id = d.subscription \
             WHERE d.id = $1 AND d.holder = $2 AND d.state = 'taken'",
        )
        .bind(key)
        .bind(holder)
        .fetch_optional(self.pool()?)
        .await?;
        let nonce_known = seconds(now - NONCE_LIFETIME)..=seconds(now);
        Ok(match refused {
            None => Attempt::ClaimLost,
            Some((attempted, _)) if attempted != 0 && !nonce_known.contains(&attempted) => Attempt::NonceExpired,
            Some((_, -1)) => Attempt::Withdrawn(Reason::Ended),
            Some((_, until)) if until > seconds(now) => Attempt::Withdrawn(Reason::Paused),
            Some(_) => Attempt::ClaimLost,
        })
    }

    /// Records that no attempt has arrived so far, so that the next counts as the first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn clear_attempt(&self, holder: &str, key: &str) -> Result<(), StoreError> {
        sqlx::query("UPDATE delivery SET attempted = 0 WHERE id = $1 AND holder = $2 AND state = 'taken'")
            .bind(key)
            .bind(holder)
            .execute(self.pool()?)
            .await?;
        Ok(())
    }

    /// Records the outcome of a claimed delivery.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn settle(
        &self,
        holder: &str,
        key: &str,
        settlement: &Settlement,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let message = match settlement {
            Settlement::Sent(message) => *message,
            _ => 0,
        };
        sqlx::query(
            "UPDATE delivery SET state = $1, why = $2, settled = $3, holder = '', \
             message = CASE WHEN $4 = 0 THEN message ELSE $4 END WHERE id = $5 AND holder = $6 AND state = 'taken'",
        )
        .bind(settlement.state())
        .bind(settlement.reason())
        .bind(seconds(now))
        .bind(signed(message))
        .bind(key)
        .bind(holder)
        .execute(self.pool()?)
        .await?;
        Ok(())
    }

    /// Reclaims the deliveries of processes that lost the lease to `holder`: those not attempted, or with a known nonce,
    /// are pending again; the rest is unconfirmed. Returns the number of each.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn reclaim(&self, holder: &str, now: DateTime<Utc>) -> Result<(u64, u64), StoreError> {
        let mut write = self.write().await?;
        let again = sqlx::query(
            "UPDATE delivery SET state = 'pending', holder = '' WHERE state = 'taken' AND holder <> $1 \
             AND (attempted = 0 OR attempted BETWEEN $2 AND $3)",
        )
        .bind(holder)
        .bind(seconds(now - NONCE_LIFETIME))
        .bind(seconds(now))
        .execute(&mut *write)
        .await?;
        let lost = sqlx::query(
            "UPDATE delivery SET state = 'unconfirmed', holder = '', why = $3, settled = $1 \
             WHERE state = 'taken' AND holder <> $2",
        )
        .bind(seconds(now))
        .bind(holder)
        .bind(Reason::Crash.as_str())
        .execute(&mut *write)
        .await?;
        write.commit().await?;
        Ok((again.rows_affected(), lost.rows_affected()))
    }

    /// Releases claimed deliveries that were not attempted, for the next sender.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn release(&self, holder: &str) -> Result<(), StoreError> {
        sqlx::query("UPDATE delivery SET state = 'pending', holder = '' WHERE state = 'taken' AND holder = $1 AND attempted = 0")
            .bind(holder)
            .execute(self.pool()?)
            .await?;
        Ok(())
    }
}

impl FromRow<'_, AnyRow> for Delivery {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            key: get(row, "id")?,
            subscription: get(row, "subscription")?,
            owner: get(row, "owner")?,
            target: Target::from_row(row)?,
            notice: Notice {
                guild: get(row, "scope")?,
                ..Notice::from_row(row)?
            },
            message: get(row, "message")?,
            may_have_arrived: get::<i64>(row, "attempted")? != 0,
        })
    }
}

impl FromRow<'_, AnyRow> for DeliveryOutcome {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        let why: String = get(row, "why")?;
        let reason = Reason::named(&why);
        Ok(Self {
            delivery: Delivery::from_row(row)?,
            settlement: match (get::<String>(row, "state")?.as_str(), reason) {
                ("sent", _) => Settlement::Sent(get(row, "message")?),
                ("skipped", Some(reason)) => Settlement::Skipped(reason),
                ("unconfirmed", Some(reason)) => Settlement::Unconfirmed(reason),
                _ => Settlement::Failed(why),
            },
            settled: get(row, "settled")?,
        })
    }
}
