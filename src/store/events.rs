//! Scheduled events of servers, recorded before they are created, so that none is created twice.

use chrono::{DateTime, Utc};

use super::columns::{from_row, signed};
use super::database::execute_each;
use super::journal::JournalRow;
use super::{Store, StoreError};
use crate::reminders::{JournalKind, Subject};

/// A session's event in a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScheduledEvent {
    /// The session.
    pub subject: Subject,
    /// The event's id; `None` if it is not known to be created.
    pub event: Option<u64>,
    /// Digest of its last content.
    pub digest: String,
}

impl Store {
    /// The servers with scheduled events turned on.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn servers_with_events(&self) -> Result<Vec<u64>, StoreError> {
        let ids: Vec<i64> = sqlx::query_scalar("SELECT id FROM guild WHERE events = 1 AND left_at = 0 ORDER BY id")
            .fetch_all(self.pool()?)
            .await?;
        Ok(ids.into_iter().map(i64::cast_unsigned).collect())
    }

    /// Turns scheduled events of a server on or off.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn set_events(&self, guild: u64, wanted: bool) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO guild (id, series, zone, spoilers, quiet, events, left_at) VALUES ($1, '', '', 0, 0, $2, 0) \
             ON CONFLICT (id) DO UPDATE SET events = excluded.events",
        )
        .bind(signed(guild))
        .bind(i64::from(wanted))
        .execute(self.pool()?)
        .await?;
        Ok(())
    }

    /// Turns a server's events off because Discord refuses them, with a journal entry.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn end_events(&self, guild: u64, why: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        let statements = ["UPDATE guild SET events = 0 WHERE id = $1"];
        execute_each(&mut write, &statements, signed(guild)).await?;
        let entry = JournalRow {
            at: now,
            owner: 0,
            guild: Some(guild),
            channel: 0,
            kind: JournalKind::EventsEnded,
            reason: why,
        };
        entry.record(&mut write).await?;
        write.commit().await?;
        Ok(())
    }

    /// The events of a server.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn events(&self, guild: u64) -> Result<Vec<ScheduledEvent>, StoreError> {
        let events = "SELECT subject, event, digest FROM event WHERE guild = $1 ORDER BY subject";
        Ok(sqlx::query_as(events)
            .bind(signed(guild))
            .fetch_all(self.pool()?)
            .await?)
    }

    /// Records an event: without an id before it is created, with its id after.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn save_event(&self, guild: u64, event: &ScheduledEvent) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO event (guild, subject, event, digest) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (guild, subject) DO UPDATE SET event = excluded.event, digest = excluded.digest",
        )
        .bind(signed(guild))
        .bind(event.subject.to_string())
        .bind(signed(event.event))
        .bind(&event.digest)
        .execute(self.pool()?)
        .await?;
        Ok(())
    }

    /// Deletes the record of an event.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn delete_event(&self, guild: u64, subject: &Subject) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM event WHERE guild = $1 AND subject = $2")
            .bind(signed(guild))
            .bind(subject.to_string())
            .execute(self.pool()?)
            .await?;
        Ok(())
    }
}

from_row!(ScheduledEvent { subject, event, digest });
