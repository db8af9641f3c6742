//! Fillers: words without a meaning of their own, by the texts in which they are skipped.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use super::words::parsed;

/// The lists of fillers; all words are normalised.
#[derive(Debug, Default, Deserialize)]
pub struct Fillers {
    /// Between the options of a command.
    pub command: HashSet<String>,
    /// Between the results of a what-if.
    pub scenario: HashSet<String>,
    /// In a reminder.
    pub reminder: HashSet<String>,
    /// In a sentence, in four languages.
    pub sentence: HashSet<String>,
    /// First words of a yes/no question.
    pub openers: HashSet<String>,
}

static FILLERS: LazyLock<Fillers> = LazyLock::new(|| parsed(include_str!("words/fillers.toml")));

/// The fillers.
pub fn fillers() -> &'static Fillers {
    &FILLERS
}
