//! Deliveries: taken, tried and settled, each by a statement that carries its own guard.
//!
//! ```text
//! pending -> taken -> sent | skipped | failed | unconfirmed
//!    ^         |
//!    +---------+   when whoever took it has died, or stops
//! ```
//!
//! A try is written down before it is made. What was tried by somebody who died may have arrived: it is tried again while
//! Discord still knows its nonce, and it is `unconfirmed` after.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::Row as _;
use sqlx::any::AnyRow;

use super::columns::{id, optional, seconds, signed};
use super::{SENDER, Store, StoreError, notices, subscriptions};
use crate::reminders::{Notice, Target};

/// How long after the first try of a delivery Discord surely still knows its nonce.
pub const NONCE_LIFETIME: TimeDelta = TimeDelta::minutes(2);

/// A message to be sent, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Its key, which is its nonce.
    pub key: String,
    /// The subscription that it is for.
    pub subscription: u64,
    /// Whose that is.
    pub owner: u64,
    /// Where it goes.
    pub target: Target,
    /// What it says.
    pub notice: Notice,
    /// For a correction: the message that it corrects.
    pub message: Option<u64>,
    /// Whether somebody who died tried it, so that it may have arrived.
    pub may_have_arrived: bool,
}

/// What became of a delivery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settlement {
    /// It arrived, as this message.
    Sent(u64),
    /// It was not sent, and why.
    Skipped(&'static str),
    /// It cannot be sent, and why.
    Failed(String),
    /// It may have arrived or not: trying again could have sent it twice.
    Unconfirmed(&'static str),
}

/// Whether a delivery may be tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attempt {
    /// It may.
    Granted,
    /// A try that may have arrived is too long ago for Discord to know its nonce.
    NonceExpired,
    /// Nobody wants it any more: whoever it is for has ended it, or is silent for now.
    Withdrawn(&'static str),
    /// Somebody else sends now, or it was removed.
    ClaimLost,
}

impl Settlement {
    /// The state and the reason, as the table has them.
    fn columns(&self) -> (&'static str, &str) {
        match self {
            Self::Sent(_) => ("sent", ""),
            Self::Skipped(why) => ("skipped", why),
            Self::Failed(why) => ("failed", why),
            Self::Unconfirmed(why) => ("unconfirmed", why),
        }
    }
}

impl Store {
    /// Takes up to `most` deliveries that are due, the earliest session first; none without the sender's lease.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn claim(&self, holder: &str, most: usize, now: DateTime<Utc>) -> Result<Vec<Delivery>, StoreError> {
        // The guard stands outside the choice too: two who choose at once would both take what they chose.
        let rows = sqlx::query(
            "UPDATE delivery SET state = 'taken', holder = $1 WHERE state = 'pending' AND id IN \
             (SELECT id FROM delivery WHERE state = 'pending' ORDER BY starts, due, id LIMIT $2) \
             AND EXISTS (SELECT 1 FROM lease WHERE name = $3 AND holder = $1 AND until_ms > $4) RETURNING *",
        )
        .bind(holder)
        .bind(i64::try_from(most).unwrap_or(i64::MAX))
        .bind(SENDER)
        .bind(now.timestamp_millis())
        .fetch_all(self.pool()?)
        .await?;
        let mut taken: Vec<Delivery> = rows.iter().map(read).collect::<Result<_, _>>()?;
        let place = |one: &Delivery| (one.notice.start, one.notice.due, one.key.clone());
        taken.sort_by_key(place);
        Ok(taken)
    }

    /// Writes down that a delivery is about to be tried, if it may be.
    ///
    /// # Errors
    /// Where the database fails.
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
        let why_not = sqlx::query(
            "SELECT d.attempted, COALESCE(s.paused_until, -1) AS paused_until \
             FROM delivery d LEFT JOIN subscription s ON s.id = d.subscription \
             WHERE d.id = $1 AND d.holder = $2 AND d.state = 'taken'",
        )
        .bind(key)
        .bind(holder)
        .fetch_optional(self.pool()?)
        .await?;
        let Some(row) = why_not else {
            return Ok(Attempt::ClaimLost);
        };
        let (attempted, paused_until): (i64, i64) = (row.try_get("attempted")?, row.try_get("paused_until")?);
        Ok(match paused_until {
            _ if attempted != 0 && !(seconds(now - NONCE_LIFETIME)..=seconds(now)).contains(&attempted) => {
                Attempt::NonceExpired
            }
            -1 => Attempt::Withdrawn("ended"),
            until if until > seconds(now) => Attempt::Withdrawn("paused"),
            _ => Attempt::ClaimLost,
        })
    }

    /// Writes down that no try arrived so far, so that the next is as good as the first.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn clear_attempt(&self, holder: &str, key: &str) -> Result<(), StoreError> {
        sqlx::query("UPDATE delivery SET attempted = 0 WHERE id = $1 AND holder = $2 AND state = 'taken'")
            .bind(key)
            .bind(holder)
            .execute(self.pool()?)
            .await?;
        Ok(())
    }

    /// Writes down what became of a delivery.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn settle(
        &self,
        holder: &str,
        key: &str,
        settled: &Settlement,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let (state, why) = settled.columns();
        let message = match settled {
            Settlement::Sent(message) => *message,
            _ => 0,
        };
        sqlx::query(
            "UPDATE delivery SET state = $1, why = $2, settled = $3, holder = '', \
             message = CASE WHEN $4 = 0 THEN message ELSE $4 END WHERE id = $5 AND holder = $6 AND state = 'taken'",
        )
        .bind(state)
        .bind(why)
        .bind(seconds(now))
        .bind(signed(message))
        .bind(key)
        .bind(holder)
        .execute(self.pool()?)
        .await?;
        Ok(())
    }

    /// Takes over what others had taken who no longer hold the lease, which `holder` has now: what was not tried, or can
    /// still be told from a second try, is due again; the rest is unconfirmed. How many of each.
    ///
    /// # Errors
    /// Where the database fails.
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
            "UPDATE delivery SET state = 'unconfirmed', holder = '', why = 'crash', settled = $1 \
             WHERE state = 'taken' AND holder <> $2",
        )
        .bind(seconds(now))
        .bind(holder)
        .execute(&mut *write)
        .await?;
        write.commit().await?;
        Ok((again.rows_affected(), lost.rows_affected()))
    }

    /// Gives back what was taken and not tried, for whoever sends next.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn release(&self, holder: &str) -> Result<(), StoreError> {
        sqlx::query("UPDATE delivery SET state = 'pending', holder = '' WHERE state = 'taken' AND holder = $1 AND attempted = 0")
            .bind(holder)
            .execute(self.pool()?)
            .await?;
        Ok(())
    }
}

/// The delivery that a row is.
pub(super) fn read(row: &AnyRow) -> Result<Delivery, sqlx::Error> {
    let mut notice = notices::read(row)?;
    notice.guild = optional(row, "scope")?;
    Ok(Delivery {
        key: row.try_get("id")?,
        subscription: id(row, "subscription")?,
        owner: id(row, "owner")?,
        target: subscriptions::target(row)?,
        notice,
        message: optional(row, "message")?,
        may_have_arrived: row.try_get::<i64, _>("attempted")? != 0,
    })
}
