//! Commands: what people set, list and erase, declared once and carried out against the store.
//!
//! A front end decodes a [`CommandCall`], carries it out, and shows the typed outcome; permissions and messages are its
//! own. Nothing here names one.

pub mod announce;
pub mod calendar;
mod call;
mod context;
mod line;
pub mod privacy;
pub mod remind;
pub mod settings;
mod spec;
pub mod subscriptions;
mod suggestions;

pub use call::CommandCall;
pub use context::{CommandContext, CommandError};
pub use line::command_line;
pub use privacy::PrivacyOutcome;
pub use settings::SettingsOutcome;
pub use spec::{Audience, CommandSpec, Invocation, Parameter, ParameterKind, SubcommandSpec};
pub use suggestions::{Suggestion, suggestions};

/// Declarations of all commands, in the order of listings.
pub const COMMANDS: [&CommandSpec; 4] = [&remind::SPEC, &announce::SPEC, &settings::SPEC, &privacy::SPEC];
