//! Context that commands are carried out in, and their failures.

use crate::dataset::Catalogue;
use crate::domain::Asker;
use crate::question::Misunderstanding;
use crate::store::{Store, StoreError};

/// Store, calendar and asker that a command works with.
#[derive(Debug, Clone, Copy)]
pub struct CommandContext<'a> {
    /// The store.
    pub store: &'a Store,
    /// The packs with the calendar changes in force.
    pub catalogue: &'a Catalogue,
    /// The asker, with the moment of the command.
    pub asker: &'a Asker,
}

/// Failure of a command.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// An option was not understood.
    #[error("an option was not understood")]
    Misunderstood(Box<Misunderstanding>),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<Misunderstanding> for CommandError {
    fn from(why: Misunderstanding) -> Self {
        Self::Misunderstood(Box::new(why))
    }
}
