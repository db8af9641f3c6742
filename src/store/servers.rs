//! Servers that the bot leaves or returns to, and deleted channels, roles and accounts, whose dependents end.

use chrono::{DateTime, Utc};
use sqlx::AssertSqlSafe;

use super::channels::end_deliveries;
use super::columns::{seconds, signed};
use super::database::execute_each;
use super::journal::JournalRow;
use super::{Store, StoreError};
use crate::reminders::{EndReason, JournalKind, Subscription};

/// Something that was deleted at Discord.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deleted {
    /// A channel: its subscriptions end.
    Channel(u64),
    /// A role: its subscriptions go on without the ping.
    Role(u64),
    /// An account: its own subscriptions end.
    Person(u64),
}

impl Store {
    /// The servers with any data, without those that the bot has left.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn servers(&self) -> Result<Vec<u64>, StoreError> {
        let ids: Vec<i64> = sqlx::query_scalar(
            "SELECT guild AS id FROM subscription WHERE guild <> 0 UNION SELECT id FROM guild \
             UNION SELECT guild AS id FROM event UNION SELECT guild AS id FROM change WHERE guild <> 0 \
             EXCEPT SELECT id FROM guild WHERE left_at <> 0 ORDER BY id",
        )
        .fetch_all(self.pool()?)
        .await?;
        Ok(ids.into_iter().map(i64::cast_unsigned).collect())
    }

    /// Records that the bot has left a server.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn mark_left(&self, guild: u64, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        sqlx::query(
            "INSERT INTO guild (id, series, zone, spoilers, quiet, events, left_at) VALUES ($1, '', '', 0, 0, 0, $2) \
             ON CONFLICT (id) DO UPDATE SET left_at = excluded.left_at",
        )
        .bind(signed(guild))
        .bind(seconds(now))
        .execute(&mut *write)
        .await?;
        Self::commit_shared(write).await
    }

    /// Records that the bot is in a server again, with all its data. Changes nothing if that is recorded already.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn mark_returned(&self, guild: u64) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        let statements = ["UPDATE guild SET left_at = 0 WHERE id = $1 AND left_at <> 0"];
        if execute_each(&mut write, &statements, signed(guild)).await? == 0 {
            return Ok(());
        }
        Self::commit_shared(write).await
    }

    /// Ends all that depends on something deleted, with a journal entry for each. Returns the number of subscriptions.
    ///
    /// # Errors
    /// If the database fails; nothing ends then.
    pub async fn end_dependents(&self, deleted: Deleted, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let (id, clause, kind, reason) = match deleted {
            Deleted::Channel(id) => (id, "channel = $1", JournalKind::Ended, EndReason::ChannelDeleted),
            Deleted::Role(id) => (id, "role = $1", JournalKind::PingEnded, EndReason::RoleDeleted),
            Deleted::Person(id) => {
                let clause = "owner = $1 AND target <> 'channel'";
                (id, clause, JournalKind::Ended, EndReason::PersonDeleted)
            }
        };
        let statements = match deleted {
            Deleted::Role(_) => [
                "UPDATE delivery SET role = 0 WHERE subscription = $1 AND state = 'pending'",
                "UPDATE subscription SET role = 0 WHERE id = $1",
            ],
            Deleted::Channel(_) | Deleted::Person(_) => [
                "DELETE FROM wish WHERE subscription = $1",
                "DELETE FROM subscription WHERE id = $1",
            ],
        };
        let mut write = self.write().await?;
        let find = AssertSqlSafe(format!("SELECT * FROM subscription WHERE {clause}"));
        let found: Vec<Subscription> = sqlx::query_as(find).bind(signed(id)).fetch_all(&mut *write).await?;
        for subscription in &found {
            let entry = JournalRow::of(subscription, kind, reason.as_str(), now);
            entry.record(&mut write).await?;
            execute_each(&mut write, &statements, signed(subscription.id)).await?;
            if !matches!(deleted, Deleted::Role(_)) {
                end_deliveries(&mut write, subscription.id, now).await?;
            }
        }
        if let Deleted::Channel(channel) = deleted {
            let statements = [
                "UPDATE guild SET quiet = 0 WHERE quiet = $1",
                "DELETE FROM paused_channel WHERE id = $1",
            ];
            if execute_each(&mut write, &statements, signed(channel)).await? > 0 {
                Self::commit_shared(write).await?;
                return Ok(found.len());
            }
        }
        write.commit().await?;
        Ok(found.len())
    }
}
