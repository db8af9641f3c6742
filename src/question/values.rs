//! What the options of a call hold once they are understood.

use super::args::Args;
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
    Text(String),
}

/// Options by name, with what they hold.
pub(super) type Values = Vec<(&'static str, Value)>;

impl Value {
    /// A text as somebody typed it, on one line and without quotes: these hold words together in a command line.
    pub(super) fn text(text: &str) -> Self {
        let clean = text.replace(['"', '“', '”'], " ");
        Self::Text(clean.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// A value as a command line has it.
pub(super) fn written(value: &Value) -> String {
    match value {
        Value::Named(_, id) => id.to_string(),
        Value::Place(place) => format!("p{place}"),
        Value::Question(question) => (*question).to_owned(),
        Value::SessionKind(kind) => relative::kind_word(*kind).to_owned(),
        Value::Text(text) if text.contains(' ') => format!("\"{text}\""),
        Value::Text(text) => text.clone(),
    }
}

impl Args {
    /// The id that an option holds.
    pub(super) fn id(&self, option: &str) -> Option<Slug> {
        named(&self.values, option)
    }

    /// The competitor or place that an option holds.
    pub(super) fn rival(&self, option: &str) -> Option<super::Rival> {
        self.values
            .iter()
            .find(|(name, _)| *name == option)
            .and_then(|(_, value)| match value {
                Value::Named(Kind::Driver, id) => Some(super::Rival::Driver(id.clone())),
                Value::Named(Kind::Team, id) => Some(super::Rival::Team(id.clone())),
                Value::Place(place) => Some(super::Rival::Place(*place)),
                Value::Named(..) | Value::Question(_) | Value::SessionKind(_) | Value::Text(_) => None,
            })
    }

    /// The kind of session that an option holds.
    pub(super) fn session_kind(&self, option: &str) -> Option<SessionKind> {
        self.values.iter().find_map(|(name, value)| match value {
            Value::SessionKind(kind) if *name == option => Some(*kind),
            _ => None,
        })
    }

    /// The question that an option names.
    pub(super) fn question(&self, option: &str) -> Option<&'static str> {
        self.values.iter().find_map(|(name, value)| match value {
            Value::Question(question) if *name == option => Some(*question),
            _ => None,
        })
    }

    /// The text that an option holds; none where nothing was typed.
    pub(super) fn text(&self, option: &str) -> Option<String> {
        self.values.iter().find_map(|(name, value)| match value {
            Value::Text(text) if *name == option && !text.is_empty() => Some(text.clone()),
            _ => None,
        })
    }
}

/// The id that an option holds, of those that were read so far.
pub(super) fn named(values: &[(&'static str, Value)], option: &str) -> Option<Slug> {
    values.iter().find_map(|(name, value)| match value {
        Value::Named(_, id) if *name == option => Some(id.clone()),
        _ => None,
    })
}
