//! What is kept: subscriptions, deliveries, settings. The only folder that names sqlx.
//!
//! One set of statements and migrations serves SQLite, which is a file, and PostgreSQL, which several processes share:
//! integers and text only, `$1` parameters. Every statement that must not happen twice carries its own guard.

mod backup;
mod census;
mod changes;
mod channels;
mod deliveries;
mod error;
mod events;
mod file;
mod health;
mod kept;
mod leads;
mod lease;
mod old;
mod open;
mod outcomes;
mod people;
mod results;
mod row;
mod servers;
mod settings;
mod subscriptions;
mod waves;

use sqlx::{Any, AnyPool, Transaction};

pub use deliveries::{Attempt, Delivery, NONCE_KNOWN, Settled};
pub use error::StoreError;
pub use events::Event;
use file::File;
pub use kept::Kept;
pub use lease::SENDER;
pub use old::RECORDS_KEPT;
pub use open::{Kind, Place};
pub use outcomes::Outcome;
pub use people::About;
pub use servers::{Gone, LEFT_KEPT};
pub use settings::Settings;
pub use subscriptions::Whose;
pub use waves::{Spread, Spreading};

/// An open database.
#[derive(Debug, Clone)]
pub struct Store {
    pool: AnyPool,
    /// The file, for SQLite.
    file: Option<File>,
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
