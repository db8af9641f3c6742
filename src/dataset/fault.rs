//! Something wrong in a data file: where, which rule, what, and what to do about it.

use std::fmt;

use serde::Serialize;

use super::read::clipped;

/// The longest message, in characters.
const LONGEST: usize = 400;

/// How much a fault matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The pack cannot be used.
    Error,
    /// The pack can be used; people should know.
    Note,
}

/// One thing wrong in one place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Fault {
    /// The file, below the data folder.
    pub file: String,
    /// The place in the file, as a JSON path: `$.weekends[3].sessions[1].time`.
    pub path: String,
    /// The name of the rule that is broken.
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// What to write instead, where that can be told.
    pub hint: Option<String>,
}

impl Fault {
    /// A fault that makes the pack unusable.
    pub fn error(
        file: impl Into<String>,
        path: impl Into<String>,
        rule: &'static str,
        message: impl Into<String>,
    ) -> Self {
        Self {
            file: file.into(),
            path: path.into(),
            rule,
            severity: Severity::Error,
            message: printable(&message.into()),
            hint: None,
        }
    }

    /// Something that people should know and that stops nothing.
    pub fn note(
        file: impl Into<String>,
        path: impl Into<String>,
        rule: &'static str,
        message: impl Into<String>,
    ) -> Self {
        Self {
            severity: Severity::Note,
            ..Self::error(file, path, rule, message)
        }
    }

    /// The same with a word on what to do.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self {
            hint: Some(printable(&hint.into())),
            ..self
        }
    }

    /// Whether it makes the pack unusable.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// Puts faults in the order in which people read files: `$.rows[2]` before `$.rows[10]`.
pub(super) fn sort(faults: &mut Vec<Fault>) {
    faults.sort_by_cached_key(|fault| (fault.file.clone(), in_order(&fault.path), fault.clone()));
    faults.dedup();
}

/// A path with its numbers at one width, so that they sort as numbers.
fn in_order(path: &str) -> String {
    let part = |part: &str| match part.split_once(']') {
        Some((index, rest)) => format!("{index:0>9}]{rest}"),
        None => part.to_owned(),
    };
    path.split('[').map(part).collect::<Vec<_>>().join("[")
}

/// A text of bounded length without control characters: parts of it may come from a hostile file.
fn printable(text: &str) -> String {
    clipped(text, LONGEST).replace(char::is_control, "\u{fffd}")
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Note => "note",
        };
        write!(
            f,
            "{severity}[{}]: {}\n  --> data/{} {}",
            self.rule, self.message, self.file, self.path
        )?;
        match &self.hint {
            Some(hint) => write!(f, "\n  help: {hint}"),
            None => Ok(()),
        }
    }
}
