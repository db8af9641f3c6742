//! Seasons whose folder was renamed: what is stored about their sessions follows.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::any::AnyRow;

use super::columns::{get, seconds};
use super::unreadable::readable;
use super::{Store, StoreError};
use crate::domain::{SeasonId, SeriesId};
use crate::reminders::Subject;

/// Tables with a subject in each row, with the other columns of the row's key.
const TABLES: [(&str, &[&str]); 5] = [
    ("wave", &["guild", "occasion", "lead", "starts", "was"]),
    ("delivery", &[]),
    ("change", &["guild"]),
    ("event", &["guild"]),
    ("result", &[]),
];

/// A subject with the start that was told of it.
struct ToldRow(Subject, DateTime<Utc>);

impl Store {
    /// The subjects of notices about starts after `since`, each with the start that was told.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn told_starts(&self, since: DateTime<Utc>) -> Result<Vec<(Subject, DateTime<Utc>)>, StoreError> {
        let rows = sqlx::query("SELECT DISTINCT subject, starts FROM wave WHERE starts > $1 AND occasion = 'start'")
            .bind(seconds(since))
            .fetch_all(self.pool()?)
            .await?;
        Ok(readable(&rows)
            .into_iter()
            .map(|ToldRow(subject, start)| (subject, start))
            .collect())
    }

    /// Gives a season another id in everything that is stored, reminders included.
    ///
    /// # Errors
    /// If the database fails; nothing is renamed then.
    pub async fn rename_season(&self, series: &SeriesId, was: &SeasonId, is: &SeasonId) -> Result<(), StoreError> {
        let (was, is) = (format!("{series}/{was}/"), format!("{series}/{is}/"));
        let mut write = self.write().await?;
        for (table, key) in TABLES {
            // A row that is there under the new name already stays, and so does the old one, which nothing reads any more.
            let same: String = key
                .iter()
                .map(|column| format!(" AND other.{column} = {table}.{column}"))
                .collect();
            let unique = if table == "delivery" {
                String::new()
            } else {
                format!(
                    " AND NOT EXISTS (SELECT 1 FROM {table} AS other \
                     WHERE other.subject = $1 || SUBSTR({table}.subject, CAST($3 AS INTEGER)){same})"
                )
            };
            let rename = format!(
                "UPDATE {table} SET subject = $1 || SUBSTR(subject, CAST($3 AS INTEGER)) WHERE SUBSTR(subject, 1, CAST($3 AS INTEGER) - 1) = $2{unique}"
            );
            sqlx::query(sqlx::AssertSqlSafe(rename))
                .bind(&is)
                .bind(&was)
                .bind(position_after(&was))
                .execute(&mut *write)
                .await?;
        }
        // A selector has the season behind the series and a colon.
        let (was, is) = (was.replacen('/', ":", 1), is.replacen('/', ":", 1));
        sqlx::query(
            "UPDATE wish SET selector = $1 || SUBSTR(selector, CAST($3 AS INTEGER)) WHERE SUBSTR(selector, 1, CAST($3 AS INTEGER) - 1) = $2 \
             AND NOT EXISTS (SELECT 1 FROM wish AS other WHERE other.selector = $1 || SUBSTR(wish.selector, CAST($3 AS INTEGER)) \
             AND other.lead = wish.lead AND other.subscription = wish.subscription)",
        )
        .bind(&is)
        .bind(&was)
        .bind(position_after(&was))
        .execute(&mut *write)
        .await?;
        // Selectors have blanks between them, and no blank within.
        sqlx::query(
            "UPDATE subscription SET selectors = SUBSTR(REPLACE(' ' || selectors, ' ' || $2, ' ' || $1), 2) \
             WHERE REPLACE(' ' || selectors, ' ' || $2, '') <> ' ' || selectors",
        )
        .bind(&is)
        .bind(&was)
        .execute(&mut *write)
        .await?;
        Self::commit_shared(write).await
    }
}

/// The position in characters, counted from 1, after a beginning.
fn position_after(beginning: &str) -> i64 {
    i64::try_from(beginning.chars().count() + 1).unwrap_or(i64::MAX)
}

impl FromRow<'_, AnyRow> for ToldRow {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self(get(row, "subject")?, get(row, "starts")?))
    }
}
