//! Changes to the calendar: by a server for itself, by the operator for all.

use sqlx::Row as _;
use sqlx::any::AnyRow;

use super::columns::{instant, optional, parsed, seconds, signed};
use super::snapshot::bump_revision;
use super::{Store, StoreError};
use crate::dataset::{Origin, Override, SessionChange};
use crate::domain::SessionPath;

impl Store {
    /// All changes with the server that each holds for, the oldest first; those without one hold for all.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn changes(&self) -> Result<Vec<(Option<u64>, Override)>, StoreError> {
        let rows = sqlx::query("SELECT * FROM change ORDER BY made, subject")
            .fetch_all(self.pool()?)
            .await?;
        Ok(rows.iter().map(read).collect::<Result<_, _>>()?)
    }

    /// Keeps a change for a server, or for all; one of the same session before it is gone.
    ///
    /// # Errors
    /// Where the database fails.
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
        bump_revision(&mut write).await?;
        write.commit().await?;
        Ok(())
    }

    /// Takes back what a server, or the operator, changed of a session. Whether there was anything.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn remove_change(&self, guild: Option<u64>, session: &SessionPath) -> Result<bool, StoreError> {
        let mut write = self.write().await?;
        let removed = sqlx::query("DELETE FROM change WHERE guild = $1 AND subject = $2")
            .bind(signed(guild))
            .bind(session.to_string())
            .execute(&mut *write)
            .await?;
        bump_revision(&mut write).await?;
        write.commit().await?;
        Ok(removed.rows_affected() > 0)
    }
}

fn read(row: &AnyRow) -> Result<(Option<u64>, Override), sqlx::Error> {
    let guild = optional(row, "guild")?;
    let start = instant(row.try_get("starts")?);
    let what = match row.try_get::<String, _>("what")?.as_str() {
        "moved" => SessionChange::Moved(start),
        "delayed" => SessionChange::Delayed(start),
        _ => SessionChange::Cancelled,
    };
    let change = Override {
        session: parsed(row, "subject")?,
        what,
        made: instant(row.try_get("made")?),
        version: row.try_get("version")?,
        by: if guild.is_some() {
            Origin::Server
        } else {
            Origin::Operator
        },
    };
    Ok((guild, change))
}
