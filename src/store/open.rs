//! Opening a database: a file, which is created if it does not exist, or a server.
//!
//! Damaged and newer ones, and those of another clock, are refused.

use std::path::{Path, PathBuf};
use std::time::Duration;

use secrecy::{ExposeSecret as _, SecretString};
use sqlx::any::AnyPoolOptions;
use sqlx::migrate::MigrateError;
use sqlx::{AnyConnection, Connection as _, Executor as _};

use super::migrations::migrator;
use super::sqlite_file::{FoundFile, SqliteFile, Workshop, find, publish, put_stale_log_aside};
use super::{Store, StoreError, sqlite_schema};
use crate::domain::printable;

/// Timeout of a statement that waits for SQLite's only lock, in milliseconds.
const BUSY_TIMEOUT: &str = "PRAGMA busy_timeout = 5000";
/// Settings of each connection of SQLite.
const SET_UP: [&str; 4] = [
    BUSY_TIMEOUT,
    "PRAGMA journal_mode = WAL",
    // Claims must outlive a loss of power, or messages would be sent again.
    "PRAGMA synchronous = FULL",
    // Erased data do not stay in free pages.
    "PRAGMA secure_delete = ON",
];
/// Timeout for a connection.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(10);

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
    /// Returns why it cannot be used, and what to do; or that it does not answer now, so that a later attempt may succeed.
    pub async fn open(place: &StoreLocation, kind: StoreKind) -> Result<Self, StoreError> {
        let store = Self::open_any(place).await?;
        store.check_kind(place, kind).await?;
        Ok(store)
    }

    /// Opens a database of any clock.
    ///
    /// # Errors
    /// As above.
    pub async fn open_any(place: &StoreLocation) -> Result<Self, StoreError> {
        sqlx::any::install_default_drivers();
        let file = match place {
            StoreLocation::File(path) => Some(path),
            StoreLocation::Server(_) => None,
        };
        if let Some(path) = file {
            prepare(place, path).await?;
        }
        // A pool tells only that it had no connection in time: the first is made without it, for the sake of its error.
        let first = tokio::time::timeout(ANSWER_TIMEOUT, first_connection(place)).await;
        first.unwrap_or_else(|_| Err(StoreError::Unavailable(sqlx::Error::PoolTimedOut)))?;
        let is_file = file.is_some();
        let pool = AnyPoolOptions::new()
            .max_connections(if is_file { 4 } else { 8 })
            .acquire_timeout(ANSWER_TIMEOUT)
            // SQLite rolls back by itself if the disk is full, unnoticed by sqlx: the connection could begin nothing any more.
            .before_acquire(move |connection, _| {
                Box::pin(async move { Ok(!(is_file && connection.is_in_transaction())) })
            })
            .after_connect(move |connection, _| {
                Box::pin(async move {
                    if is_file {
                        set_up(connection).await?;
                    }
                    Ok(())
                })
            })
            .connect(&place.url()?)
            .await
            .map_err(|error| refused(place, error))?;
        let file = file.map(|file| SqliteFile::at(file));
        let store = Self { pool, file };
        let migrated = migrator().run(store.pool()?).await;
        migrated.map_err(|error| not_migrated(place, error))?;
        if is_file {
            let missing = sqlite_schema::missing(store.pool()?).await;
            if let Some(missing) = missing.map_err(|error| not_migrated(place, error))? {
                return Err(damaged(place, &format!("it has no {missing}")));
            }
        }
        Ok(store)
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

/// Sees that there is a file of SQLite at a path, and makes one if there is nothing.
async fn prepare(place: &StoreLocation, path: &Path) -> Result<(), StoreError> {
    let unreadable = |error: std::io::Error| {
        place.unusable(
            format!("cannot be opened ({error})"),
            "see that it and its folder are there and can be read and written by the user that runs this program",
        )
    };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
        let what = format!("cannot be opened (there is no folder {})", folder.display());
        return Err(place.unusable(what, "make its folder, or name another file"));
    }
    match find(path).map_err(unreadable)? {
        FoundFile::Database { is_restored: false } => Ok(()),
        FoundFile::Database { is_restored: true } => {
            if let Some(log) = put_stale_log_aside(path).map_err(unreadable)? {
                let (path, log) = (path.display(), log.display());
                tracing::warn!("{path} is a copy that was put back: the log of the file before it is now {log}");
            }
            Ok(())
        }
        FoundFile::Nothing => {
            let workshop = Workshop::beside(path).map_err(unreadable)?;
            let made = workshop.file().map_err(unreadable)?;
            let new = StoreLocation::File(made.clone());
            let mut connection = connected(&new).await.map_err(|error| refused(place, error))?;
            let migrated = migrator().run(&mut connection).await;
            migrated.map_err(|error| not_migrated(place, error))?;
            connection.close().await?;
            publish(&made, path).map_err(unreadable)
        }
        FoundFile::Empty => Err(place.unusable(
            "is an empty file, which no database is",
            "put back a copy that `raceweek backup` made, or remove it to start with a new one",
        )),
        FoundFile::OtherFormat => Err(place.unusable(
            "is no database of SQLite",
            "name another file under [store] in the configuration, or put back a copy that `raceweek backup` made",
        )),
        FoundFile::NoFile(what) => {
            Err(place.unusable(format!("is {what}"), "name a file under [store] in the configuration"))
        }
    }
}

/// Connects once and, for a file, looks for damage and for another program's tables.
async fn first_connection(place: &StoreLocation) -> Result<(), StoreError> {
    let refused = |error| refused(place, error);
    let StoreLocation::File(_) = place else {
        let connection = AnyConnection::connect(&place.url()?).await.map_err(refused)?;
        return Ok(connection.close().await?);
    };
    let mut connection = AnyConnection::connect(&place.url()?).await.map_err(refused)?;
    connection.execute(BUSY_TIMEOUT).await.map_err(refused)?;
    if sqlite_schema::is_foreign(&mut connection).await.map_err(refused)? {
        return Err(place.unusable(
            "is another program's",
            "name another file under [store] in the configuration",
        ));
    }
    let found = sqlx::query_scalar::<_, String>("PRAGMA integrity_check(1)").fetch_one(&mut connection);
    let found = found.await.map_err(refused)?;
    if found != "ok" {
        return Err(damaged(place, found.trim_start_matches("*** in database main ***\n")));
    }
    set_up(&mut connection).await.map_err(refused)?;
    Ok(connection.close().await?)
}

/// A connection to a file, set up.
async fn connected(place: &StoreLocation) -> Result<AnyConnection, sqlx::Error> {
    let url = place.url().map_err(|error| sqlx::Error::Configuration(error.into()))?;
    let mut connection = AnyConnection::connect(&url).await?;
    set_up(&mut connection).await?;
    Ok(connection)
}

/// Sets up a connection of SQLite.
async fn set_up(connection: &mut AnyConnection) -> Result<(), sqlx::Error> {
    for pragma in SET_UP {
        connection.execute(pragma).await?;
    }
    Ok(())
}

fn damaged(place: &StoreLocation, found: &str) -> StoreError {
    place.unusable(
        format!("is damaged ({})", printable(found)),
        "put back a copy that `raceweek backup` made, or move it away, with the files beside it whose names end in -wal and \
         -shm, to start with an empty one",
    )
}

/// The error for a database that cannot be brought up to date, with what to do.
fn not_migrated(place: &StoreLocation, error: MigrateError) -> StoreError {
    match error {
        MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) | MigrateError::VersionMismatch(_) => place
            .unusable(
                "was written by a newer version of this program",
                "run that version, or move the file away to start with an empty one",
            ),
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => refused(place, error),
        other => place.unusable(
            format!("cannot be brought up to date ({other})"),
            "see that it is raceweek's own and can be written to",
        ),
    }
}

/// The error for a database that cannot be opened, with what to do; one that may pass stays what it is.
fn refused(place: &StoreLocation, error: sqlx::Error) -> StoreError {
    match (StoreError::from(error), place) {
        (StoreError::Damaged(found), _) => damaged(place, &found),
        (passing @ (StoreError::Full | StoreError::Unavailable(_)), _) => passing,
        (other, StoreLocation::File(_)) => place.unusable(
            format!("cannot be opened ({other})"),
            "see that its folder is there and can be written to",
        ),
        (other, StoreLocation::Server(_)) => place.unusable(
            format!("cannot be opened ({other})"),
            "see that its address, user and password are right and that the database is there",
        ),
    }
}
