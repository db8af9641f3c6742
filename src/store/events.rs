//! The scheduled events of servers: which session is which event, written down before it is made, so that none is doubled.

use chrono::{DateTime, Utc};
use sqlx::Row as _;

use super::channels::{JournalRow, record};
use super::columns::{id, parsed, signed};
use super::{Store, StoreError};
use crate::reminders::Subject;

/// A session's event in a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScheduledEvent {
    /// The session.
    pub subject: Subject,
    /// The event's id; none where it was begun and is not known to be made.
    pub event: Option<u64>,
    /// What was said of it last.
    pub digest: String,
}

impl Store {
    /// The servers that want events.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn servers_with_events(&self) -> Result<Vec<u64>, StoreError> {
        let rows = sqlx::query("SELECT id FROM guild WHERE events = 1 AND left_at = 0 ORDER BY id")
            .fetch_all(self.pool()?)
            .await?;
        Ok(rows.iter().map(|row| id(row, "id")).collect::<Result<_, _>>()?)
    }

    /// Whether a server wants events from now on.
    ///
    /// # Errors
    /// Where the database fails.
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

    /// Ends a server's events, since Discord refuses them, with a record.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn end_events(&self, guild: u64, why: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        sqlx::query("UPDATE guild SET events = 0 WHERE id = $1")
            .bind(signed(guild))
            .execute(&mut *write)
            .await?;
        let entry = JournalRow {
            at: now,
            owner: 0,
            guild: Some(guild),
            channel: 0,
            what: "events",
            why,
        };
        record(&mut write, entry).await?;
        write.commit().await?;
        Ok(())
    }

    /// The events of a server.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn events(&self, guild: u64) -> Result<Vec<ScheduledEvent>, StoreError> {
        let rows = sqlx::query("SELECT subject, event, digest FROM event WHERE guild = $1 ORDER BY subject")
            .bind(signed(guild))
            .fetch_all(self.pool()?)
            .await?;
        let events = rows.iter().map(|row| {
            Ok(ScheduledEvent {
                subject: parsed(row, "subject")?,
                event: Some(id(row, "event")?).filter(|event| *event != 0),
                digest: row.try_get("digest")?,
            })
        });
        Ok(events.collect::<Result<_, sqlx::Error>>()?)
    }

    /// Writes an event down: before it is made without an id, after that with it.
    ///
    /// # Errors
    /// Where the database fails.
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

    /// Forgets an event.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn delete_event(&self, guild: u64, subject: &Subject) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM event WHERE guild = $1 AND subject = $2")
            .bind(signed(guild))
            .bind(subject.to_string())
            .execute(self.pool()?)
            .await?;
        Ok(())
    }
}
