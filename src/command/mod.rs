//! Commands: what people set, list and erase, declared once and carried out against the store.
//!
//! A front end decodes a [`CommandCall`], carries it out, and shows the typed outcome; permissions and messages are its
//! own. Nothing here names one.

pub mod announce;
pub mod calendar;
mod call;
pub mod privacy;
pub mod remind;
pub mod settings;
mod spec;
pub mod subscriptions;
mod suggestions;

use crate::dataset::Catalogue;
use crate::domain::Asker;
use crate::question::Misunderstanding;
use crate::store::{Store, StoreError};

pub use call::CommandCall;
pub use privacy::PrivacyOutcome;
pub use settings::SettingsOutcome;
pub use spec::{Audience, CommandSpec, Parameter, ParameterKind, SubcommandSpec};
pub use suggestions::{Suggestion, suggestions};

/// Declarations of all commands, in the order of listings.
pub const COMMANDS: [&CommandSpec; 4] = [&remind::SPEC, &announce::SPEC, &settings::SPEC, &privacy::SPEC];

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
