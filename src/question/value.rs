//! What an option can hold, and its canonical word.

use std::fmt;

use super::relative;
use crate::dataset::Kind;
use crate::domain::{SessionKind, Slug};

/// What an option holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Named(Kind, Slug),
    Place(u16),
    Question(&'static str),
    SessionKind(SessionKind),
    /// Anything that is its own canonical word.
    Word(String),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Named(_, id) => write!(f, "{id}"),
            Self::Place(place) => write!(f, "p{place}"),
            Self::Question(question) => f.write_str(question),
            Self::SessionKind(kind) => f.write_str(relative::kind_word(*kind)),
            Self::Word(word) => f.write_str(word),
        }
    }
}
