//! Opening a database: a file that is made if need be, or a server; what is damaged, newer or another clock's is refused.

use std::path::PathBuf;
use std::time::Duration;

use secrecy::{ExposeSecret as _, SecretString};
use sqlx::any::AnyPoolOptions;
use sqlx::migrate::MigrateError;
use sqlx::{Executor as _, Row as _};

use super::sqlite_file::{SqliteFile, is_something_else};
use super::{Store, StoreError};

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("src/store/migrations");

/// How long a statement waits for SQLite's one lock.
const PATIENCE: &str = "PRAGMA busy_timeout = 5000";

/// Where a database is.
#[derive(Debug, Clone)]
pub enum StoreLocation {
    /// A file of SQLite.
    File(PathBuf),
    /// A server of PostgreSQL, by its address, which may hold a password.
    Server(SecretString),
}

/// By which clock a database is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoreKind {
    /// The world's.
    Real,
    /// A rehearsal's: mixed with the world's, reminders would come years late.
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
    /// What it is called where people read it: never with a password.
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
                // Signs that an address would take for its own.
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
    /// Opens the database, makes it if it is a file that is not there, and brings it up to this program's tables.
    ///
    /// # Errors
    /// Why it cannot be used, and what to do.
    pub async fn open(place: &StoreLocation, kind: StoreKind) -> Result<Self, StoreError> {
        sqlx::any::install_default_drivers();
        let file = match place {
            StoreLocation::File(path) => Some(path),
            StoreLocation::Server(_) => None,
        };
        let is_file = file.is_some();
        // What cannot come right by waiting is not waited for.
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
            .after_connect(move |connection, _| {
                Box::pin(async move {
                    if is_file {
                        connection.execute(PATIENCE).await?;
                        connection.execute("PRAGMA journal_mode = WAL").await?;
                        // What was claimed must outlive a loss of power, or it would be sent again.
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
            store.is_sound(place).await?;
        }
        MIGRATIONS.run(store.pool()?).await.map_err(|error| match error {
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
        store.is_of(place, kind).await?;
        Ok(store)
    }

    /// Whether SQLite's file is whole.
    async fn is_sound(&self, place: &StoreLocation) -> Result<(), StoreError> {
        let found = sqlx::query("PRAGMA quick_check(1)").fetch_one(self.pool()?).await;
        let found = found.and_then(|row| row.try_get::<String, _>(0));
        match found {
            Ok(found) if found == "ok" => Ok(()),
            Ok(found) => Err(damaged(place, &found)),
            Err(error) => Err(refused(place, error)),
        }
    }

    /// Whether it is kept by the same clock.
    async fn is_of(&self, place: &StoreLocation, kind: StoreKind) -> Result<(), StoreError> {
        sqlx::query("INSERT INTO meta (name, value) VALUES ('kind', $1) ON CONFLICT (name) DO NOTHING")
            .bind(kind.as_str())
            .execute(self.pool()?)
            .await?;
        let row = sqlx::query("SELECT value FROM meta WHERE name = 'kind'")
            .fetch_one(self.pool()?)
            .await?;
        let found: String = row.try_get(0)?;
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

/// Why it cannot be opened, with what to do.
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
