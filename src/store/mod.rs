//! Store: subscriptions, deliveries and settings in a database. The only room that names sqlx.
//!
//! One set of statements and migrations serves SQLite, which is a file, and PostgreSQL, which several processes share:
//! integers and text only, `$1` parameters. Every statement that must not take effect twice carries its own guard.

mod changes;
mod channels;
mod columns;
mod deliveries;
mod error;
mod events;
mod health;
mod journal;
mod known_results;
mod lease;
mod notices;
mod open;
mod personal_data;
mod planning;
mod retention;
mod servers;
mod settings;
mod snapshot;
mod sqlite_file;
mod subscriptions;

use sqlx::{Any, AnyPool, Transaction};

pub use deliveries::{Attempt, NONCE_LIFETIME};
pub use error::StoreError;
pub use events::ScheduledEvent;
pub use lease::SENDER;
pub use notices::{Audience, FanOut};
pub use open::{StoreKind, StoreLocation};
pub use personal_data::PersonalData;
pub use retention::{LEFT_SERVER_RETENTION, RECORD_RETENTION};
pub use servers::Deleted;
pub use settings::Settings;
pub use snapshot::Snapshot;
use sqlite_file::SqliteFile;
pub use subscriptions::Owner;

/// A transaction that writes.
type Write = Transaction<'static, Any>;

/// An open database.
#[derive(Debug, Clone)]
pub struct Store {
    pool: AnyPool,
    /// The file, for SQLite.
    file: Option<SqliteFile>,
}

impl Store {
    /// Begins a transaction that will write: SQLite takes its only lock at once rather than fail half-way.
    async fn write(&self) -> Result<Write, StoreError> {
        let pool = self.pool()?;
        let begun = match self.file {
            Some(_) => pool.begin_with("BEGIN IMMEDIATE").await,
            None => pool.begin().await,
        };
        Ok(begun?)
    }

    /// The connections, unless their file has been removed or replaced: writes to it would be lost.
    fn pool(&self) -> Result<&AnyPool, StoreError> {
        match &self.file {
            Some(file) if !file.is_there() => Err(file.gone()),
            _ => Ok(&self.pool),
        }
    }

    /// Closes it; all writes are then in the file.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

/// Executes statements with one integer as their only parameter; returns the number of rows that the first one affected.
async fn execute_each(write: &mut Write, statements: &[&'static str], parameter: i64) -> Result<u64, sqlx::Error> {
    let mut affected = None;
    for statement in statements {
        let done = sqlx::query(*statement).bind(parameter).execute(&mut **write).await?;
        affected = affected.or(Some(done.rows_affected()));
    }
    Ok(affected.unwrap_or(0))
}
