//! Documents of the personal data that is stored, and of storage failures.

use super::{Inline, Line, View, words};
use crate::command::PrivacyOutcome;
use crate::command::privacy::PersonalData;
use words::privacy as say;

/// The outcome of `/privacy`.
pub fn privacy(outcome: &PrivacyOutcome) -> View {
    match outcome {
        PrivacyOutcome::Shown(data) => stored(data),
        PrivacyOutcome::Erased(data) => erased(data),
    }
}

/// The stored data about a person.
fn stored(stored: &PersonalData) -> View {
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
fn erased(stored: &PersonalData) -> View {
    let lines = say::lines(stored);
    if lines.is_empty() {
        return View::one_line(say::ERASED_TITLE, say::NOTHING_ERASED);
    }
    let mut view = View::one_line(say::ERASED_TITLE, say::ERASED);
    for line in lines {
        view.line(Line::text(line));
    }
    view
}

/// The data could not be stored just now.
pub fn not_kept() -> View {
    View::one_line(say::NOT_KEPT_TITLE, say::NOT_KEPT)
}

/// This bot stores nothing.
pub fn no_store() -> View {
    View::one_line(say::NOT_KEPT_TITLE, say::NO_STORE)
}
