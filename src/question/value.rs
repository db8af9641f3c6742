//! What an option can hold, and its canonical word.

use std::fmt;

use crate::domain::{SessionKind, Slug};
use crate::lookup::{NameKind, session_kind_word};

/// What an option holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Named(NameKind, Slug),
    Place(u16),
    Question(&'static str),
    SessionKind(SessionKind),
    /// Anything that is its own canonical word.
    Word(String),
    /// A text on one line, whose words stay apart.
    Text(String),
}

impl Value {
    /// A text as somebody typed it, on one line and without quotes: these hold words together in a command line.
    pub(super) fn text(text: &str) -> Self {
        let clean = text.replace(['"', '“', '”'], " ");
        Self::Text(clean.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Named(_, id) => write!(f, "{id}"),
            Self::Place(place) => write!(f, "p{place}"),
            Self::Question(question) => f.write_str(question),
            Self::SessionKind(kind) => f.write_str(session_kind_word(*kind)),
            Self::Word(word) => f.write_str(word),
            Self::Text(text) if text.contains(' ') => write!(f, "\"{text}\""),
            Self::Text(text) => f.write_str(text),
        }
    }
}
