//! Snapshot: the shared state that every process keeps in memory, and the revision that tells it to read that again.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::any::AnyRow;

use super::columns::{get, seconds, signed};
use super::database::Write;
use super::unreadable::readable;
use super::{Settings, Store, StoreError};
use crate::dataset::Override;

/// The shared state that every process keeps in memory, so that no answer waits for the database.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    /// The revision that it was read at.
    pub revision: i64,
    /// The settings of servers.
    pub settings: HashMap<u64, Settings>,
    /// The changes of the calendar with the server that each holds for; `None` for all.
    pub changes: Vec<(Option<u64>, Override)>,
    /// The instants up to which people have seen the racing.
    pub seen: HashMap<u64, DateTime<Utc>>,
    /// The servers that the bot has left.
    pub left: HashSet<u64>,
}

/// The instant up to which a person has seen the racing.
struct SeenRow(u64, DateTime<Utc>);

impl Store {
    /// The revision, which rises with each change of the shared state.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn revision(&self) -> Result<i64, StoreError> {
        Ok(sqlx::query_scalar("SELECT value FROM counter WHERE name = 'revision'")
            .fetch_one(self.pool()?)
            .await?)
    }

    /// Reads the shared state.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn snapshot(&self) -> Result<Snapshot, StoreError> {
        // Concurrent writes are read next time: the revision then differs from the one that was read first.
        let revision = self.revision().await?;
        let seen = sqlx::query("SELECT person, until FROM seen")
            .fetch_all(self.pool()?)
            .await?;
        let left: Vec<i64> = sqlx::query_scalar("SELECT id FROM guild WHERE left_at <> 0")
            .fetch_all(self.pool()?)
            .await?;
        Ok(Snapshot {
            revision,
            settings: self.settings().await?,
            changes: self.changes().await?,
            seen: readable::<SeenRow>(&seen)
                .into_iter()
                .map(|row| (row.0, row.1))
                .collect(),
            left: left.into_iter().map(i64::cast_unsigned).collect(),
        })
    }

    /// Stores the instant up to which a person has seen the racing; `None` for all of it.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn set_seen(&self, person: u64, until: Option<DateTime<Utc>>) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        let statement = match until {
            Some(until) => sqlx::query(
                "INSERT INTO seen (person, until) VALUES ($1, $2) \
                 ON CONFLICT (person) DO UPDATE SET until = excluded.until",
            )
            .bind(signed(person))
            .bind(seconds(until)),
            None => sqlx::query("DELETE FROM seen WHERE person = $1").bind(signed(person)),
        };
        statement.execute(&mut *write).await?;
        Self::commit_shared(write).await
    }

    /// Commits a change of the shared state, with a new revision.
    pub(super) async fn commit_shared(mut write: Write) -> Result<(), StoreError> {
        sqlx::query("UPDATE counter SET value = value + 1 WHERE name = 'revision'")
            .execute(&mut *write)
            .await?;
        Ok(write.commit().await?)
    }
}

impl FromRow<'_, AnyRow> for SeenRow {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self(get(row, "person")?, get(row, "until")?))
    }
}
