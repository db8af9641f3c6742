//! What every process keeps in memory, and the counter that tells it to read that again.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use sqlx::{Any, Row as _, Transaction};

use super::columns::{id, instant};
use super::{Settings, Store, StoreError};
use crate::dataset::Override;

/// What every process keeps in memory, so that no answer waits for the database.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    /// The counter that this was read at.
    pub revision: i64,
    /// How servers are set up.
    pub settings: HashMap<u64, Settings>,
    /// The changes to the calendar with the server that each holds for; those without one hold for all.
    pub changes: Vec<(Option<u64>, Override)>,
    /// Up to when people have seen the racing.
    pub seen: HashMap<u64, DateTime<Utc>>,
    /// The servers that the bot has left.
    pub left: HashSet<u64>,
}

impl Store {
    /// The counter that rises with each change to what processes keep in memory.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn revision(&self) -> Result<i64, StoreError> {
        let row = sqlx::query("SELECT value FROM counter WHERE name = 'revision'")
            .fetch_one(self.pool()?)
            .await?;
        Ok(row.try_get(0)?)
    }

    /// What processes keep in memory.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn snapshot(&self) -> Result<Snapshot, StoreError> {
        // What is written meanwhile is read again: the counter then differs from the one that was read first.
        let revision = self.revision().await?;
        let rows = sqlx::query("SELECT person, until FROM seen")
            .fetch_all(self.pool()?)
            .await?;
        let seen = rows
            .iter()
            .map(|row| Ok((id(row, "person")?, instant(row.try_get("until")?))));
        let seen = seen.collect::<Result<_, sqlx::Error>>()?;
        let rows = sqlx::query("SELECT id FROM guild WHERE left_at <> 0")
            .fetch_all(self.pool()?)
            .await?;
        let left = rows.iter().map(|row| id(row, "id")).collect::<Result<_, _>>()?;
        Ok(Snapshot {
            revision,
            settings: self.settings().await?,
            changes: self.changes().await?,
            seen,
            left,
        })
    }

    /// Remembers up to when somebody has seen the racing; without a moment, that they have seen it all.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn set_seen(&self, person: u64, until: Option<DateTime<Utc>>) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        match until {
            Some(until) => {
                sqlx::query(
                    "INSERT INTO seen (person, until) VALUES ($1, $2) \
                     ON CONFLICT (person) DO UPDATE SET until = excluded.until",
                )
                .bind(person.cast_signed())
                .bind(until.timestamp())
                .execute(&mut *write)
                .await?;
            }
            None => {
                sqlx::query("DELETE FROM seen WHERE person = $1")
                    .bind(person.cast_signed())
                    .execute(&mut *write)
                    .await?;
            }
        }
        bump_revision(&mut write).await?;
        write.commit().await?;
        Ok(())
    }
}

/// Tells all processes to read again.
pub(super) async fn bump_revision(write: &mut Transaction<'static, Any>) -> Result<(), sqlx::Error> {
    sqlx::query("UPDATE counter SET value = value + 1 WHERE name = 'revision'")
        .execute(&mut **write)
        .await?;
    Ok(())
}
