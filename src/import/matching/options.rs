//! Options of an import.

use chrono::NaiveDate;

use crate::domain::Slug;
use crate::lookup::normalised;

/// Options of an import.
#[derive(Debug, Clone, Default)]
pub struct MatchOptions {
    /// The session: `miami/race-1`, or what of that tells it.
    pub session: Option<String>,
    /// True if drivers, teams and entries that are missing are added.
    pub add_missing: bool,
    /// Meaning of names and classes on sheets: the text, and the id of the driver or class.
    pub choices: Vec<(String, Slug)>,
    /// Day of the import.
    pub today: NaiveDate,
}

impl MatchOptions {
    /// The id that was given for a text.
    pub(super) fn choice(&self, text: &str) -> Option<&Slug> {
        let key = normalised(text);
        let chosen = self.choices.iter().find(|(known, _)| normalised(known) == key);
        chosen.map(|(_, id)| id)
    }
}
