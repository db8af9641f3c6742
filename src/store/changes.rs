//! Changes of the calendar: overrides by a server for itself, or by the operator for all.

use sqlx::FromRow;
use sqlx::any::AnyRow;

use super::columns::{get, seconds, signed};
use super::unreadable::readable;
use super::{Store, StoreError};
use crate::dataset::{Origin, Override, SessionChange};
use crate::domain::SessionPath;

/// A change with the server that it holds for; `None` for all.
struct ChangeRow(Option<u64>, Override);

impl Store {
    /// All changes with the server that each holds for, the oldest first; `None` for all servers.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn changes(&self) -> Result<Vec<(Option<u64>, Override)>, StoreError> {
        let rows = sqlx::query("SELECT * FROM change ORDER BY subject, guild")
            .fetch_all(self.pool()?)
            .await?;
        let rows: Vec<ChangeRow> = readable(&rows);
        Ok(rows.into_iter().map(|row| (row.0, row.1)).collect())
    }

    /// Stores a change for a server, or for all, in place of an earlier one of the same session.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn save_change(&self, guild: Option<u64>, change: &Override, made_by: u64) -> Result<(), StoreError> {
        let (what, start) = match change.what {
            SessionChange::Moved(at) => ("moved", seconds(at)),
            SessionChange::Delayed(at) => ("delayed", seconds(at)),
            SessionChange::Cancelled => ("cancelled", 0),
        };
        let mut write = self.write().await?;
        sqlx::query(
            "INSERT INTO change (guild, subject, what, starts, made_by, made, version) VALUES ($1, $2, $3, $4, $5, $6, $7) \
             ON CONFLICT (guild, subject) DO UPDATE SET what = excluded.what, starts = excluded.starts, \
             made_by = excluded.made_by, made = excluded.made, version = excluded.version",
        )
        .bind(signed(guild))
        .bind(change.session.to_string())
        .bind(what)
        .bind(start)
        .bind(signed(made_by))
        .bind(seconds(change.made))
        .bind(&change.version)
        .execute(&mut *write)
        .await?;
        Self::commit_shared(write).await
    }

    /// Removes the change of a session by a server or, without one, by the operator. Returns true if there was one.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn remove_change(&self, guild: Option<u64>, session: &SessionPath) -> Result<bool, StoreError> {
        let mut write = self.write().await?;
        let removed = sqlx::query("DELETE FROM change WHERE guild = $1 AND subject = $2")
            .bind(signed(guild))
            .bind(session.to_string())
            .execute(&mut *write)
            .await?;
        Self::commit_shared(write).await?;
        Ok(removed.rows_affected() > 0)
    }
}

impl FromRow<'_, AnyRow> for ChangeRow {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        let guild: Option<u64> = get(row, "guild")?;
        let start = get(row, "starts")?;
        let what = match get::<String>(row, "what")?.as_str() {
            "moved" => SessionChange::Moved(start),
            "delayed" => SessionChange::Delayed(start),
            _ => SessionChange::Cancelled,
        };
        let change = Override {
            session: get(row, "subject")?,
            what,
            made: get(row, "made")?,
            version: get(row, "version")?,
            by: if guild.is_some() {
                Origin::Server
            } else {
                Origin::Operator
            },
        };
        Ok(Self(guild, change))
    }
}
