//! The open database: its connections, transactions and backup.

use std::io;
use std::path::Path;

use sqlx::{Any, AnyPool, Transaction};

use super::StoreError;
use super::sqlite_file::{SqliteFile, make_private};
use crate::domain::printable;

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

    /// Copies the database into a new file that its owner alone may read, consistently while the bot runs.
    ///
    /// # Errors
    /// If it is on a server, if `to` is no name of a new file, or if the copy fails; a file by halves is removed.
    pub async fn backup(&self, to: &Path) -> Result<(), StoreError> {
        let refused = |what: String| StoreError::NotCopied {
            to: printable(&to.display().to_string()),
            what,
        };
        if self.file.is_none() {
            return Err(refused("a database of PostgreSQL is copied with pg_dump".to_owned()));
        }
        // SQLite would read such a name as an address with options.
        if to.to_string_lossy().starts_with("file:") {
            return Err(refused("that is an address: write the name of a file".to_owned()));
        }
        if to.as_os_str().is_empty() {
            return Err(refused("write the name of a file".to_owned()));
        }
        let file = make_private(to).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => {
                refused("there is such a file already: name one that is not there yet".to_owned())
            }
            _ => refused(format!("{error}: name a new file in a folder that can be written to")),
        })?;
        let unfinished = |error: io::Error| refused(format!("{error}: name a new file"));
        let whole = std::path::absolute(to).map_err(unfinished)?;
        let copied = sqlx::query("VACUUM INTO $1")
            .bind(whole.display().to_string())
            .execute(self.pool()?)
            .await;
        match copied {
            Ok(_) => file.sync_all().map_err(unfinished),
            Err(error) => {
                // It was made here, and is of no use.
                let _ = std::fs::remove_file(to);
                Err(error.into())
            }
        }
    }

    /// Writes the log of SQLite into its file and empties it, so that what was erased is in neither.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn checkpoint(&self) -> Result<(), StoreError> {
        if self.file.is_some() {
            sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)")
                .execute(self.pool()?)
                .await?;
        }
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
