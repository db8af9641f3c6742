//! Words become ids: every option of a call looked up in the name index.

use super::reader::{self, named};
use super::value::Value;
use super::{Call, Misunderstanding};
use crate::dataset::Catalogue;
use crate::domain::{Asker, SessionKind, Slug};
use crate::lookup::NameKind;

/// A call with its options understood.
pub(super) struct Args {
    values: Vec<(&'static str, Value)>,
}

impl Args {
    /// Understands a call.
    pub(super) fn read(call: &Call, catalogue: &Catalogue, asker: &Asker) -> Result<Self, Misunderstanding> {
        let values = reader::read(call, catalogue, asker)?;
        Ok(Self { values })
    }

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
                Value::Named(NameKind::Driver, id) => Some(super::Rival::Driver(id.clone())),
                Value::Named(NameKind::Team, id) => Some(super::Rival::Team(id.clone())),
                Value::Place(place) => Some(super::Rival::Place(*place)),
                Value::Named(..) | Value::Question(_) | Value::SessionKind(_) | Value::Word(_) | Value::Text(_) => None,
            })
    }

    /// What an option holds that is its own canonical word.
    pub(super) fn word<T: std::str::FromStr>(&self, option: &str) -> Option<T> {
        self.values.iter().find_map(|(name, value)| match value {
            Value::Word(word) if *name == option => word.parse().ok(),
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
}
