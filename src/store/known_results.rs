//! The results that were noticed, so that each is told once, and a later correction is told as one.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::Row as _;

use super::columns::{parsed, seconds};
use super::{Store, StoreError, notices};
use crate::reminders::{Notice, Subject};

impl Store {
    /// The lines of every result that was noticed.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn results(&self) -> Result<HashMap<Subject, String>, StoreError> {
        let rows = sqlx::query("SELECT subject, lines FROM result")
            .fetch_all(self.pool()?)
            .await?;
        let results = rows
            .iter()
            .map(|row| Ok((parsed(row, "subject")?, row.try_get("lines")?)));
        Ok(results.collect::<Result<_, sqlx::Error>>()?)
    }

    /// Notices a result, and begins the notice that tells of it, if anybody is to be told.
    ///
    /// # Errors
    /// Where the database fails; nothing is noticed then.
    pub async fn record_result(
        &self,
        subject: &Subject,
        lines: &str,
        tell: Option<Notice>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        sqlx::query(
            "INSERT INTO result (subject, lines, previous, noticed) VALUES ($1, $2, '', $3) \
             ON CONFLICT (subject) DO UPDATE SET previous = result.lines, lines = excluded.lines, noticed = excluded.noticed",
        )
        .bind(subject.to_string())
        .bind(lines)
        .bind(seconds(now))
        .execute(&mut *write)
        .await?;
        notices::begin(&mut write, tell.as_slice()).await?;
        write.commit().await?;
        Ok(())
    }

    /// The lines of a result before its last correction, and since.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn correction(&self, subject: &Subject) -> Result<Option<(String, String)>, StoreError> {
        let row = sqlx::query("SELECT previous, lines FROM result WHERE subject = $1")
            .bind(subject.to_string())
            .fetch_optional(self.pool()?)
            .await?;
        let both = row.map(|row| Ok::<_, sqlx::Error>((row.try_get(0)?, row.try_get(1)?)));
        Ok(both.transpose()?)
    }
}
