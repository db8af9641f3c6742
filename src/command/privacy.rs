//! `/privacy`: the stored data about a person, shown and erased.

use serde::Serialize;

use super::{Audience, CommandCall, CommandSpec, SubcommandSpec};
use crate::store::{Store, StoreError};

pub use crate::store::PersonalData;

/// Declaration of the command.
pub const SPEC: CommandSpec = CommandSpec {
    name: "privacy",
    summary: "What I keep about you, and how to erase it",
    audience: Audience::Everyone,
    options: &[],
    subcommands: &[
        SubcommandSpec {
            name: "show",
            summary: "what I keep about you",
            options: &[],
        },
        SubcommandSpec {
            name: ERASE,
            summary: "erase all that I keep about you",
            options: &[],
        },
    ],
    examples: &["privacy show", "privacy erase"],
};

const ERASE: &str = "erase";

/// Outcome of `/privacy`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PrivacyOutcome {
    /// The stored data.
    Shown(PersonalData),
    /// The data that was stored until now.
    Erased(PersonalData),
}

/// Shows or erases the data about a person; without a store there is none.
///
/// # Errors
/// If the store fails.
pub async fn run(store: Option<&Store>, person: u64, call: &CommandCall) -> Result<PrivacyOutcome, StoreError> {
    let data = match store {
        Some(store) => store.personal_data(person).await?,
        None => PersonalData::default(),
    };
    if call.subcommand != ERASE {
        return Ok(PrivacyOutcome::Shown(data));
    }
    if let Some(store) = store {
        store.erase_person(person).await?;
    }
    Ok(PrivacyOutcome::Erased(data))
}
