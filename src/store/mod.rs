//! Store: subscriptions, deliveries and settings in a database. The only room that names sqlx.
//!
//! One set of statements and migrations serves SQLite, which is a file, and PostgreSQL, which several processes share:
//! integers and text only, `$1` parameters. Every statement that must not take effect twice carries its own guard.

mod changes;
mod channels;
mod columns;
mod database;
mod deliveries;
mod error;
mod events;
mod health;
mod journal;
mod known_results;
mod lease;
mod migrations;
mod notices;
mod open;
mod personal_data;
mod planning;
mod renames;
mod retention;
mod servers;
mod settings;
mod snapshot;
mod sqlite_file;
mod sqlite_schema;
mod subscriptions;
mod unconfirmed;
mod unreadable;

pub use database::Store;
pub use deliveries::{Attempt, NONCE_LIFETIME};
pub use error::StoreError;
pub use events::ScheduledEvent;
pub use lease::SENDER;
pub use notices::{FanOut, FanOutScope};
pub use open::{StoreKind, StoreLocation};
pub use personal_data::PersonalData;
pub use retention::{LEFT_SERVER_RETENTION, RECORD_RETENTION};
pub use servers::Deleted;
pub use settings::Settings;
pub use snapshot::Snapshot;
pub use subscriptions::{MAX_IN_CHANNEL, Owner, Subscribed};
