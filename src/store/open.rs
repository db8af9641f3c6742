//! Opening a database: a file, which is created if it does not exist, or a server.
//!
//! Damaged and newer ones, and those of another clock, are refused.

use std::path::PathBuf;
use std::time::Duration;

use secrecy::{ExposeSecret as _, SecretString};
use sqlx::any::AnyPoolOptions;
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::{Connection as _, Executor as _, SqlStr};

use super::sqlite_file::{SqliteFile, is_something_else};
use super::{Store, StoreError};

/// Migrations of the database: number, description and statements, the oldest first.
const MIGRATIONS: [(i64, &str, &str); 2] = [
    (1, "first", include_str!("migrations/0001_first.sql")),
    (2, "limits", include_str!("migrations/0002_limits.sql")),
];

/// Timeout of a statement that waits for SQLite's only lock, in milliseconds.
const BUSY_TIMEOUT: &str = "PRAGMA busy_timeout = 5000";

/// The location of a database.
#[derive(Debug, Clone)]
pub enum StoreLocation {
    /// A file of SQLite.
    File(PathBuf),
    /// A server of PostgreSQL, by its address, which may hold a password.
    Server(SecretString),
}

/// The clock of a database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoreKind {
    /// Real time.
    Real,
    /// A rehearsal's: mixed with real time, reminders would come years late.
    Rehearsal,
}

impl StoreKind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Real => "real",
            Self::Rehearsal => "rehearsal",
        }
    }
}

impl StoreLocation {
    /// Its name in messages: never with a password.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Server(_) => "on the PostgreSQL server".to_owned(),
        }
    }

    fn url(&self) -> Result<String, StoreError> {
        match self {
            Self::File(path) => {
                let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
                let path = path.display().to_string();
                // Characters with a meaning in a URL.
                let path = path
                    .replace('%', "%25")
                    .replace('?', "%3F")
                    .replace('#', "%23")
                    .replace(' ', "%20");
                Ok(format!("sqlite://{path}?mode=rwc"))
            }
            Self::Server(url) if url.expose_secret().starts_with("postgres") => Ok(url.expose_secret().to_owned()),
            Self::Server(_) => Err(self.unusable(
                "has an address that is not PostgreSQL's",
                "write postgres://user:password@host/database",
            )),
        }
    }

    fn unusable(&self, what: impl Into<String>, instead: &str) -> StoreError {
        StoreError::Unusable {
            place: self.name(),
            what: what.into(),
            instead: instead.to_owned(),
        }
    }
}

impl Store {
    /// Opens the database, creates a missing file, and migrates it to this program's tables.
    ///
    /// # Errors
    /// Returns why it cannot be used, and what to do.
    pub async fn open(place: &StoreLocation, kind: StoreKind) -> Result<Self, StoreError> {
        sqlx::any::install_default_drivers();
        let file = match place {
            StoreLocation::File(path) => Some(path),
            StoreLocation::Server(_) => None,
        };
        let is_file = file.is_some();
        // Errors that no waiting mends are reported at once.
        let folder = file.and_then(|file| file.parent());
        if let Some(folder) = folder.filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) {
            let what = format!("cannot be opened (there is no folder {})", folder.display());
            return Err(place.unusable(what, "make its folder, or name another file"));
        }
        if file.is_some_and(|file| is_something_else(file)) {
            return Err(damaged(place, "it is no database of SQLite"));
        }
        let pool = AnyPoolOptions::new()
            .max_connections(if is_file { 4 } else { 8 })
            .acquire_timeout(Duration::from_secs(10))
            // SQLite rolls back by itself if the disk is full, unnoticed by sqlx: the connection could begin nothing any more.
            .before_acquire(move |connection, _| {
                Box::pin(async move { Ok(!(is_file && connection.is_in_transaction())) })
            })
            .after_connect(move |connection, _| {
                Box::pin(async move {
                    if is_file {
                        connection.execute(BUSY_TIMEOUT).await?;
                        connection.execute("PRAGMA journal_mode = WAL").await?;
                        // Claims must outlive a loss of power, or messages would be sent again.
                        connection.execute("PRAGMA synchronous = FULL").await?;
                    }
                    Ok(())
                })
            })
            .connect(&place.url()?)
            .await
            .map_err(|error| refused(place, error))?;
        let file = file.map(|file| SqliteFile::at(file));
        let store = Self { pool, file };
        if is_file {
            store.check_integrity(place).await?;
        }
        migrator().run(store.pool()?).await.map_err(|error| match error {
            MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) | MigrateError::VersionMismatch(_) => {
                place.unusable(
                    "was written by a newer version of this program",
                    "run that version, or move the file away to start with an empty one",
                )
            }
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => refused(place, error),
            other => place.unusable(
                format!("cannot be brought up to date ({other})"),
                "see that it is raceweek's own and can be written to",
            ),
        })?;
        store.check_kind(place, kind).await?;
        Ok(store)
    }

    /// Checks the integrity of the SQLite file.
    async fn check_integrity(&self, place: &StoreLocation) -> Result<(), StoreError> {
        let found = sqlx::query_scalar::<_, String>("PRAGMA quick_check(1)").fetch_one(self.pool()?);
        match found.await {
            Ok(found) if found == "ok" => Ok(()),
            Ok(found) => Err(damaged(place, &found)),
            Err(error) => Err(refused(place, error)),
        }
    }

    /// Checks the clock of the database; a new one takes this one's.
    async fn check_kind(&self, place: &StoreLocation, kind: StoreKind) -> Result<(), StoreError> {
        sqlx::query("INSERT INTO meta (name, value) VALUES ('kind', $1) ON CONFLICT (name) DO NOTHING")
            .bind(kind.as_str())
            .execute(self.pool()?)
            .await?;
        let found: String = sqlx::query_scalar("SELECT value FROM meta WHERE name = 'kind'")
            .fetch_one(self.pool()?)
            .await?;
        match (found == kind.as_str(), kind) {
            (true, _) => Ok(()),
            (false, StoreKind::Rehearsal) => Err(place.unusable(
                "holds real reminders, which a rehearsal must not touch",
                "name another database for the rehearsal",
            )),
            (false, StoreKind::Real) => {
                Err(place.unusable("is a rehearsal's", "name another database, or move this one away"))
            }
        }
    }
}

fn damaged(place: &StoreLocation, found: &str) -> StoreError {
    place.unusable(
        format!("is damaged ({found})"),
        "put back a copy that `raceweek backup` made, or move it away to start with an empty one",
    )
}

/// The migrator of the database, whose record of a migration is its number and the checksum of its statements.
fn migrator() -> Migrator {
    let migration = |(number, description, statements): (i64, &'static str, &'static str)| {
        let statements = SqlStr::from_static(statements);
        Migration::new(number, description.into(), MigrationType::Simple, statements, false)
    };
    Migrator::with_migrations(MIGRATIONS.map(migration).to_vec())
}

/// The error for a database that cannot be opened, with what to do.
fn refused(place: &StoreLocation, error: sqlx::Error) -> StoreError {
    let text = error.to_string();
    if text.contains("malformed") || text.contains("not a database") {
        return damaged(place, "it is no whole database of SQLite");
    }
    match (StoreError::from(error), place) {
        (StoreError::Full, _) => StoreError::Full,
        (other, StoreLocation::File(_)) => place.unusable(
            format!("cannot be opened ({other})"),
            "see that its folder is there and can be written to",
        ),
        (other, StoreLocation::Server(_)) => place.unusable(
            format!("cannot be opened ({other})"),
            "see that the server is up and that its address, user and password are right",
        ),
    }
}
