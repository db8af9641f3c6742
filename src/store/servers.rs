//! Servers that the bot leaves, and channels, roles and people that are no more: what depends on them ends, with a record.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{Any, Row as _, Transaction};

use super::channels::{JournalRow, end_deliveries, record};
use super::columns::{self, seconds, signed};
use super::snapshot::bump_revision;
use super::{Store, StoreError};

/// How long the rows of a server stay that the bot has left, for its return.
pub const LEFT_SERVER_RETENTION: TimeDelta = TimeDelta::days(30);

/// What Discord says is no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deleted {
    /// A channel: what was told there ends.
    Channel(u64),
    /// A role: it is pinged no more, and what pinged it goes on.
    Role(u64),
    /// A person: their own reminders end.
    Person(u64),
}

impl Store {
    /// The servers of which something is kept, without those that the bot has left.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn servers(&self) -> Result<Vec<u64>, StoreError> {
        let rows = sqlx::query(
            "SELECT guild AS id FROM subscription WHERE guild <> 0 UNION SELECT id FROM guild \
             UNION SELECT guild AS id FROM event UNION SELECT guild AS id FROM change WHERE guild <> 0 \
             EXCEPT SELECT id FROM guild WHERE left_at <> 0 ORDER BY id",
        )
        .fetch_all(self.pool()?)
        .await?;
        Ok(rows
            .iter()
            .map(|one| columns::id(one, "id"))
            .collect::<Result<_, _>>()?)
    }

    /// Notes that the bot has left a server.
    ///
    /// # Errors
    /// Where the database fails.
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
        bump_revision(&mut write).await?;
        write.commit().await?;
        Ok(())
    }

    /// Notes that the bot is in a server again: everything is as it was.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn mark_returned(&self, guild: u64) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        sqlx::query("UPDATE guild SET left_at = 0 WHERE id = $1")
            .bind(signed(guild))
            .execute(&mut *write)
            .await?;
        bump_revision(&mut write).await?;
        write.commit().await?;
        Ok(())
    }

    /// Erases all that is kept of servers that the bot has left for [`LEFT_SERVER_RETENTION`]. How many servers that were.
    ///
    /// # Errors
    /// Where the database fails; nothing is erased then.
    pub async fn erase_left(&self, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let long = "SELECT id FROM guild WHERE left_at <> 0 AND left_at <= $1";
        let until = seconds(now - LEFT_SERVER_RETENTION);
        let found = sqlx::query(long).bind(until).fetch_all(self.pool()?).await?;
        if found.is_empty() {
            return Ok(0);
        }
        let mut write = self.write().await?;
        // A server that the bot comes back to at this moment is not found again.
        let found = sqlx::query(long).bind(until).fetch_all(&mut *write).await?;
        for row in &found {
            let guild: i64 = row.try_get("id")?;
            for statement in [
                "DELETE FROM wish WHERE subscription IN (SELECT id FROM subscription WHERE guild = $1)",
                "DELETE FROM subscription WHERE guild = $1",
                "DELETE FROM delivery WHERE guild = $1",
                "DELETE FROM journal WHERE guild = $1",
                "DELETE FROM paused_channel WHERE guild = $1",
                "DELETE FROM change WHERE guild = $1",
                "DELETE FROM event WHERE guild = $1",
                "DELETE FROM guild WHERE id = $1",
            ] {
                sqlx::query(statement).bind(guild).execute(&mut *write).await?;
            }
        }
        bump_revision(&mut write).await?;
        write.commit().await?;
        Ok(found.len())
    }

    /// Ends what depends on something that is no more, each with a record. How many reminders that concerned.
    ///
    /// # Errors
    /// Where the database fails; nothing ends then.
    pub async fn end_dependents(&self, gone: Deleted, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let (id, find, what, why) = match gone {
            Deleted::Channel(id) => (
                id,
                "SELECT id, owner, guild, channel, target FROM subscription WHERE channel = $1",
                "ended",
                "channel-deleted",
            ),
            Deleted::Role(id) => (
                id,
                "SELECT id, owner, guild, channel, target FROM subscription WHERE role = $1",
                "ping-ended",
                "role-deleted",
            ),
            Deleted::Person(id) => (
                id,
                "SELECT id, owner, guild, channel, target FROM subscription WHERE owner = $1 AND target <> 'channel'",
                "ended",
                "person-deleted",
            ),
        };
        let mut write = self.write().await?;
        let found = sqlx::query(find).bind(signed(id)).fetch_all(&mut *write).await?;
        for row in &found {
            let entry = JournalRow {
                at: now,
                owner: columns::id(row, "owner")?,
                guild: JournalRow::guild(row)?,
                channel: JournalRow::channel(row)?,
                what,
                why,
            };
            record(&mut write, entry).await?;
            let subscription: i64 = row.try_get("id")?;
            let statements: &[&'static str] = match gone {
                Deleted::Role(_) => &[
                    "UPDATE delivery SET role = 0 WHERE subscription = $1 AND state = 'pending'",
                    "UPDATE subscription SET role = 0 WHERE id = $1",
                ],
                Deleted::Channel(_) | Deleted::Person(_) => &[
                    "DELETE FROM wish WHERE subscription = $1",
                    "DELETE FROM subscription WHERE id = $1",
                ],
            };
            each(&mut write, statements, subscription).await?;
            if !matches!(gone, Deleted::Role(_)) {
                end_deliveries(&mut write, subscription, now).await?;
            }
        }
        if let Deleted::Channel(channel) = gone {
            let channel = signed(channel);
            let quiet = sqlx::query("UPDATE guild SET quiet = 0 WHERE quiet = $1")
                .bind(channel)
                .execute(&mut *write)
                .await?;
            each(&mut write, &["DELETE FROM paused_channel WHERE id = $1"], channel).await?;
            if quiet.rows_affected() > 0 {
                bump_revision(&mut write).await?;
            }
        }
        write.commit().await?;
        Ok(found.len())
    }
}

/// Carries out statements that are about one id.
async fn each(write: &mut Transaction<'static, Any>, statements: &[&'static str], id: i64) -> Result<(), sqlx::Error> {
    for statement in statements {
        sqlx::query(*statement).bind(id).execute(&mut **write).await?;
    }
    Ok(())
}
