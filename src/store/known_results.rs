//! Known results, recorded so that each is announced once, and a later correction as one.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::any::AnyRow;

use super::columns::{get, seconds};
use super::unreadable::readable;
use super::{Store, StoreError, notices};
use crate::reminders::{Notice, Subject};

/// The printed lines of a result.
struct ResultRow(Subject, String);

impl Store {
    /// The lines of every known result.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn results(&self) -> Result<HashMap<Subject, String>, StoreError> {
        let rows = sqlx::query("SELECT subject, lines FROM result")
            .fetch_all(self.pool()?)
            .await?;
        let rows: Vec<ResultRow> = readable(&rows);
        Ok(rows.into_iter().map(|row| (row.0, row.1)).collect())
    }

    /// Records a result, and adds the notice that announces it, if any.
    ///
    /// # Errors
    /// If the database fails; nothing is recorded then.
    pub async fn record_result(
        &self,
        subject: &Subject,
        lines: &str,
        announcement: Option<Notice>,
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
        notices::insert(&mut write, announcement.as_slice()).await?;
        write.commit().await?;
        Ok(())
    }

    /// The lines of a result before its last correction, and after.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn correction(&self, subject: &Subject) -> Result<Option<(String, String)>, StoreError> {
        Ok(sqlx::query_as("SELECT previous, lines FROM result WHERE subject = $1")
            .bind(subject.to_string())
            .fetch_optional(self.pool()?)
            .await?)
    }
}

impl FromRow<'_, AnyRow> for ResultRow {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self(get(row, "subject")?, get(row, "lines")?))
    }
}
