//! The open database: its connections, transactions and backup.

use std::path::Path;

use sqlx::{Any, AnyPool, Transaction};

use super::StoreError;
use super::sqlite_file::SqliteFile;

/// A transaction that writes.
pub(super) type Write = Transaction<'static, Any>;

/// An open database.
#[derive(Debug, Clone)]
pub struct Store {
    pub(super) pool: AnyPool,
    /// The file, for SQLite.
    pub(super) file: Option<SqliteFile>,
}

impl Store {
    /// Begins a transaction that will write: SQLite takes its only lock at once rather than fail half-way.
    pub(super) async fn write(&self) -> Result<Write, StoreError> {
        let pool = self.pool()?;
        let begun = match self.file {
            Some(_) => pool.begin_with("BEGIN IMMEDIATE").await,
            None => pool.begin().await,
        };
        Ok(begun?)
    }

    /// The connections, unless their file has been removed or replaced: writes to it would be lost.
    pub(super) fn pool(&self) -> Result<&AnyPool, StoreError> {
        match &self.file {
            Some(file) if !file.is_there() => Err(file.gone()),
            _ => Ok(&self.pool),
        }
    }

    /// Copies the database into a new file, consistently while the bot runs.
    ///
    /// # Errors
    /// If it is on a server, if the file exists already, or if the copy fails.
    pub async fn backup(&self, to: &Path) -> Result<(), StoreError> {
        let refused = |what| StoreError::NotCopied {
            to: to.display().to_string(),
            what,
        };
        if self.file.is_none() {
            return Err(refused("a database of PostgreSQL is copied with pg_dump"));
        }
        if to.exists() {
            return Err(refused("there is such a file already: name one that is not there yet"));
        }
        sqlx::query("VACUUM INTO $1")
            .bind(to.display().to_string())
            .execute(self.pool()?)
            .await?;
        Ok(())
    }

    /// Closes it; all writes are then in the file.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

/// Executes statements with one integer as their only parameter; returns the number of rows that the first one affected.
pub(super) async fn execute_each(
    write: &mut Write,
    statements: &[&'static str],
    parameter: i64,
) -> Result<u64, sqlx::Error> {
    let mut affected = None;
    for statement in statements {
        let done = sqlx::query(*statement).bind(parameter).execute(&mut **write).await?;
        affected = affected.or(Some(done.rows_affected()));
    }
    Ok(affected.unwrap_or(0))
}
