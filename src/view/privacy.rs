//! The documents of what is kept about people, and of what could not be kept.

use chrono::{DateTime, Utc};

use super::settings::one_line;
use super::{Inline, Line, View, words};
use words::privacy as say;

/// What is kept about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stored {
    /// How many reminders of their own they have.
    pub reminders: u64,
    /// How many messages to them are planned, or on record.
    pub messages: u64,
    /// How many notes there are of what became of their reminders.
    pub notes: u64,
    /// How many reminders and changes of servers name them as their maker.
    pub made_for_servers: u64,
    /// Up to when they have seen the racing.
    pub seen: Option<DateTime<Utc>>,
}

/// The document of what is kept about somebody.
pub fn stored(stored: &Stored) -> View {
    let mut view = View::titled(say::TITLE);
    let lines = say::lines(stored);
    if lines.is_empty() {
        view.line(Line::text(say::NOTHING));
    } else {
        for line in lines {
            view.line(Line::text(line));
        }
        view.line(Line::text(say::HOW).and(Inline::Command("privacy erase".to_owned())));
    }
    view.line(Line::small(say::MEMORY));
    view
}

/// The document of what was kept about somebody, and is erased.
pub fn erased(stored: &Stored) -> View {
    let lines = say::lines(stored);
    if lines.is_empty() {
        return one_line(say::ERASED_TITLE, say::NOTHING_ERASED);
    }
    let mut view = one_line(say::ERASED_TITLE, say::ERASED);
    for line in lines {
        view.line(Line::text(line));
    }
    view
}

/// The document for something that could not be kept just now.
pub fn not_kept() -> View {
    one_line(say::NOT_KEPT_TITLE, say::NOT_KEPT)
}

/// The document for something that is not kept here at all.
pub fn no_store() -> View {
    one_line(say::NOT_KEPT_TITLE, say::NO_STORE)
}
