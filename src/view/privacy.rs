//! Documents of the personal data that is stored, and of storage failures.

use chrono::{DateTime, Utc};

use super::settings::one_line;
use super::{Inline, Line, View, words};
use words::privacy as say;

/// Stored data about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stored {
    /// Number of their own reminders.
    pub reminders: u64,
    /// Number of messages to them that are planned or on record.
    pub messages: u64,
    /// Number of notes on outcomes of their reminders.
    pub notes: u64,
    /// Number of servers' reminders and calendar changes that name them as the author.
    pub made_for_servers: u64,
    /// Their spoiler horizon.
    pub seen: Option<DateTime<Utc>>,
}

/// The stored data about a person.
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

/// The stored data about a person that was erased.
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

/// The data could not be stored just now.
pub fn not_kept() -> View {
    one_line(say::NOT_KEPT_TITLE, say::NOT_KEPT)
}

/// This bot stores nothing.
pub fn no_store() -> View {
    one_line(say::NOT_KEPT_TITLE, say::NO_STORE)
}
