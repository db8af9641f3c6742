//! What is kept: subscriptions, deliveries, settings. The only folder that names sqlx.
//!
//! One set of statements and migrations serves SQLite, which is a file, and PostgreSQL, which several processes share:
//! integers and text only, `$1` parameters. Every statement that must not happen twice carries its own guard.

mod backup;
mod changes;
mod channels;
mod columns;
mod deliveries;
mod delivery_outcomes;
mod error;
mod events;
mod health;
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
mod stats;
mod subscriptions;

use sqlx::{Any, AnyPool, Transaction};

pub use deliveries::{Attempt, Delivery, NONCE_LIFETIME, Settlement};
pub use delivery_outcomes::DeliveryOutcome;
pub use error::StoreError;
pub use events::ScheduledEvent;
pub use lease::SENDER;
pub use notices::{Audience, FanOut};
pub use open::{StoreKind, StoreLocation};
pub use personal_data::PersonalData;
pub use retention::RECORD_RETENTION;
pub use servers::{Deleted, LEFT_SERVER_RETENTION};
pub use settings::Settings;
pub use snapshot::Snapshot;
use sqlite_file::SqliteFile;
pub use subscriptions::Owner;

/// An open database.
#[derive(Debug, Clone)]
pub struct Store {
    pool: AnyPool,
    /// The file, for SQLite.
    file: Option<SqliteFile>,
}

impl Store {
    /// A transaction that will write: SQLite takes its one lock at once rather than fail half-way.
    async fn write(&self) -> Result<Transaction<'static, Any>, StoreError> {
        let pool = self.pool()?;
        let begun = match self.file {
            Some(_) => pool.begin_with("BEGIN IMMEDIATE").await,
            None => pool.begin().await,
        };
        Ok(begun?)
    }

    /// The connections, unless they lead to a file that is no longer there: what is written to it would be lost.
    fn pool(&self) -> Result<&AnyPool, StoreError> {
        match &self.file {
            Some(file) if !file.is_there() => Err(file.gone()),
            _ => Ok(&self.pool),
        }
    }

    /// Closes it: what was written is in the file.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}
