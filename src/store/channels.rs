//! Channels that Discord refused: paused until somebody sees to it, and nothing of theirs is deleted.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use sqlx::any::AnyRow;
use sqlx::{Any, Row as _, Transaction};

use super::columns::{id, optional, seconds, signed};
use super::{Store, StoreError};

/// What happened that no delivery tells.
#[derive(Debug, Clone, Copy)]
pub(super) struct JournalRow<'a> {
    pub at: DateTime<Utc>,
    pub owner: u64,
    pub guild: Option<u64>,
    pub channel: u64,
    pub what: &'static str,
    pub why: &'a str,
}

impl JournalRow<'_> {
    /// The channel of a subscription, for the record: none where it is somebody's direct messages.
    pub fn channel(subscription: &AnyRow) -> Result<u64, sqlx::Error> {
        match subscription.try_get::<String, _>("target")?.as_str() {
            "direct" => Ok(0),
            _ => id(subscription, "channel"),
        }
    }

    /// Its server, for the record: what is somebody's own is no matter of the server in which they are told.
    pub fn guild(subscription: &AnyRow) -> Result<Option<u64>, sqlx::Error> {
        match subscription.try_get::<String, _>("target")?.as_str() {
            "channel" => optional(subscription, "guild"),
            _ => Ok(None),
        }
    }
}

impl Store {
    /// The channels that are paused.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn paused_channels(&self) -> Result<HashSet<u64>, StoreError> {
        let rows = sqlx::query("SELECT id FROM paused_channel")
            .fetch_all(self.pool()?)
            .await?;
        Ok(rows.iter().map(|row| id(row, "id")).collect::<Result<_, _>>()?)
    }

    /// Pauses a channel. Whether it was not paused before, so that somebody is told once.
    ///
    /// # Errors
    /// Where the database fails.
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
        let new = paused.rows_affected() == 1;
        if new {
            let entry = JournalRow {
                at: now,
                owner,
                guild,
                channel,
                what: "paused",
                why,
            };
            record(&mut write, entry).await?;
        }
        write.commit().await?;
        Ok(new)
    }

    /// Lets a channel go on. Whether it was paused.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn resume_channel(&self, channel: u64) -> Result<bool, StoreError> {
        let resumed = sqlx::query("DELETE FROM paused_channel WHERE id = $1")
            .bind(signed(channel))
            .execute(self.pool()?)
            .await?;
        Ok(resumed.rows_affected() == 1)
    }

    /// Ends a subscription that can never be told again, with a record of why.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn end_subscription(&self, subscription: u64, why: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        let ended = sqlx::query("DELETE FROM subscription WHERE id = $1 RETURNING owner, guild, channel, target")
            .bind(signed(subscription))
            .fetch_optional(&mut *write)
            .await?;
        if let Some(row) = ended {
            let entry = JournalRow {
                at: now,
                owner: id(&row, "owner")?,
                guild: JournalRow::guild(&row)?,
                channel: JournalRow::channel(&row)?,
                what: "ended",
                why,
            };
            record(&mut write, entry).await?;
            sqlx::query("DELETE FROM wish WHERE subscription = $1")
                .bind(signed(subscription))
                .execute(&mut *write)
                .await?;
            end_deliveries(&mut write, signed(subscription), now).await?;
        }
        write.commit().await?;
        Ok(())
    }
}

/// Writes down what happened.
pub(super) async fn record(write: &mut Transaction<'static, Any>, entry: JournalRow<'_>) -> Result<(), sqlx::Error> {
    sqlx::query("INSERT INTO journal (at, owner, guild, channel, what, why) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(seconds(entry.at))
        .bind(signed(entry.owner))
        .bind(signed(entry.guild))
        .bind(signed(entry.channel))
        .bind(entry.what)
        .bind(entry.why)
        .execute(&mut **write)
        .await?;
    Ok(())
}

/// Settles what waits for a subscription that has ended.
pub(super) async fn end_deliveries(
    write: &mut Transaction<'static, Any>,
    subscription: i64,
    now: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "UPDATE delivery SET state = 'skipped', why = 'ended', settled = $1 WHERE subscription = $2 AND state = 'pending'",
    )
    .bind(seconds(now))
    .bind(subscription)
    .execute(&mut **write)
    .await?;
    Ok(())
}
