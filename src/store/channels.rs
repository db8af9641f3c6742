//! Paused channels, which Discord refused, and subscriptions that end because of a refusal.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::columns::{seconds, signed};
use super::database::{Write, execute_each};
use super::journal::JournalRow;
use super::{Store, StoreError};
use crate::reminders::{JournalKind, Subscription};

impl Store {
    /// The paused channels.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn paused_channels(&self) -> Result<HashSet<u64>, StoreError> {
        let ids: Vec<i64> = sqlx::query_scalar("SELECT id FROM paused_channel")
            .fetch_all(self.pool()?)
            .await?;
        Ok(ids.into_iter().map(i64::cast_unsigned).collect())
    }

    /// Pauses a channel until it is resumed; nothing of it is deleted. Returns true if it was not paused before, so that
    /// its owner is notified once.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn pause_channel(
        &self,
        channel: u64,
        guild: Option<u64>,
        owner: u64,
        why: &str,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let mut write = self.write().await?;
        let paused = sqlx::query("INSERT INTO paused_channel (id, guild, since, why, told) VALUES ($1, $2, $3, $4, 0) ON CONFLICT DO NOTHING")
            .bind(signed(channel))
            .bind(signed(guild))
            .bind(seconds(now))
            .bind(why)
            .execute(&mut *write)
            .await?;
        let is_new = paused.rows_affected() == 1;
        if is_new {
            let entry = JournalRow {
                at: now,
                owner,
                guild,
                channel,
                kind: JournalKind::Paused,
                reason: why,
            };
            entry.record(&mut write).await?;
        }
        write.commit().await?;
        Ok(is_new)
    }

    /// Resumes a channel. Returns true if it was paused.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn resume_channel(&self, channel: u64) -> Result<bool, StoreError> {
        let resumed = sqlx::query("DELETE FROM paused_channel WHERE id = $1")
            .bind(signed(channel))
            .execute(self.pool()?)
            .await?;
        Ok(resumed.rows_affected() == 1)
    }

    /// Ends a subscription that cannot be delivered any more, with a journal entry.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn end_subscription(&self, subscription: u64, why: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        let ended: Option<Subscription> = sqlx::query_as("DELETE FROM subscription WHERE id = $1 RETURNING *")
            .bind(signed(subscription))
            .fetch_optional(&mut *write)
            .await?;
        if let Some(ended) = ended {
            let entry = JournalRow::of(&ended, JournalKind::Ended, why, now);
            entry.record(&mut write).await?;
            let statements = ["DELETE FROM wish WHERE subscription = $1"];
            execute_each(&mut write, &statements, signed(subscription)).await?;
            end_deliveries(&mut write, subscription, now).await?;
        }
        write.commit().await?;
        Ok(())
    }
}

/// Settles the pending deliveries of a subscription that has ended.
pub(super) async fn end_deliveries(
    write: &mut Write,
    subscription: u64,
    now: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "UPDATE delivery SET state = 'skipped', why = 'ended', settled = $1 WHERE subscription = $2 AND state = 'pending'",
    )
    .bind(seconds(now))
    .bind(signed(subscription))
    .execute(&mut **write)
    .await?;
    Ok(())
}
