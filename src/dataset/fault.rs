//! Fault of a data file: place, rule, message and hint.

use std::fmt;

use serde::Serialize;

use crate::domain::printable as without_controls;

/// Maximum length of a message, in characters.
const LONGEST: usize = 400;

/// Folder of the packs that are built in, as it is called in the repository.
pub(super) const EMBEDDED: &str = "data";

/// Severity of a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The pack cannot be used.
    Error,
    /// The pack can be used; people should know.
    Note,
}

/// Line and column in a file, counted from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct TextPosition {
    /// Line.
    pub line: usize,
    /// Column.
    pub column: usize,
}

/// One thing that is wrong in one place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Fault {
    /// The data folder, as it was given.
    pub folder: String,
    /// The file, below the data folder.
    pub file: String,
    /// JSON path in the file: `$.weekends[3].sessions[1].time`.
    pub path: String,
    /// Name of the rule that is broken.
    pub rule: &'static str,
    /// Severity: an error or a note.
    pub severity: Severity,
    /// Message: what is wrong.
    pub message: String,
    /// Hint: what to write instead, if known.
    pub hint: Option<String>,
    /// Position in the file, unless the file is missing or cannot be opened.
    pub position: Option<TextPosition>,
    /// Steps to the place as people count them, with names: `classification 3 (spa/race), row 4 (anna-berg), place`.
    pub trail: String,
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
            folder: EMBEDDED.to_owned(),
            file: file.into(),
            path: path.into(),
            rule,
            severity: Severity::Error,
            message: printable(&message.into()),
            hint: None,
            position: None,
            trail: String::new(),
        }
    }

    /// A note: people should know, and the pack can be used.
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

    /// The same fault with a hint.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self {
            hint: Some(printable(&hint.into())),
            ..self
        }
    }

    /// The same fault at a position.
    #[must_use]
    pub fn at(self, position: TextPosition) -> Self {
        Self {
            position: Some(position),
            ..self
        }
    }

    /// True if it makes the pack unusable.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// Sorts faults in the order in which people read files, `$.rows[2]` before `$.rows[10]`, and removes duplicates.
pub(super) fn sort(faults: &mut Vec<Fault>) {
    faults.sort_by_cached_key(|fault| (fault.file.clone(), in_order(&fault.path), fault.clone()));
    faults.dedup();
}

/// Sort key of a path: its numbers at one width.
fn in_order(path: &str) -> String {
    let part = |part: &str| match part.split_once(']') {
        Some((index, rest)) => format!("{index:0>9}]{rest}"),
        None => part.to_owned(),
    };
    path.split('[').map(part).collect::<Vec<_>>().join("[")
}

/// A message of bounded length without control characters: parts of it may come from a hostile file.
pub(super) fn printable(text: &str) -> String {
    without_controls(&clipped(text, LONGEST))
}

/// The first `most` characters of a text, with `...` where more follow.
pub fn clipped(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}...", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Note => "note",
        };
        let Self {
            rule,
            message,
            folder,
            file,
            trail,
            ..
        } = self;
        let (file, trail) = (without_controls(file), without_controls(trail));
        write!(f, "{severity}[{rule}]: {message}\n  --> {folder}/{file}")?;
        if let Some(TextPosition { line, column }) = self.position {
            write!(f, ":{line}:{column}")?;
        }
        if !trail.is_empty() {
            write!(f, " {trail}")?;
        }
        match &self.hint {
            Some(hint) => write!(f, "\n  help: {hint}"),
            None => Ok(()),
        }
    }
}
