//! Words: every sentence that people read, a file a topic.

pub mod about;
pub mod champion;
pub mod change;
pub mod circuits;
pub mod completion;
pub mod country;
pub mod crew;
pub mod discord;
pub mod duel;
pub mod ended;
pub mod entries;
pub mod explain;
pub mod fact;
pub mod feats;
pub mod field;
pub mod fight;
pub mod finishes;
pub mod frame;
pub mod headline;
pub mod help;
pub mod history;
pub mod honours;
pub mod import;
pub mod lead_history;
pub mod leaders;
pub mod link;
pub mod measures;
pub mod misunderstanding;
pub mod outside;
pub mod people;
pub mod points;
pub mod preview;
pub mod privacy;
pub mod reading;
pub mod reminders;
pub mod results;
pub mod schedule;
pub mod settings;
pub mod spoilers;
pub mod standings;
pub mod sufficient;
pub mod time;
pub mod track;
pub mod whatif;
pub mod when;
pub mod winners;

use crate::answer::NamedId;

/// The separator between facts on one line; a stamp has it built in.
pub const SEPARATOR: &str = " · ";

/// `1 race`, `2 races`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// `one`, `one and two`, `one, two and three`.
pub fn list(items: &[impl AsRef<str>]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [rest @ .., last] => {
            let rest: Vec<&str> = rest.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", rest.join(", "), last.as_ref())
        }
    }
}

/// The names of things, one after the other.
pub fn names<I>(titles: &[NamedId<I>]) -> String {
    list(&titles.iter().map(|title| title.name.as_str()).collect::<Vec<_>>())
}

/// `one`, `one or two`, `one, two or three`.
pub fn choice(items: &[impl AsRef<str>]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [rest @ .., last] => {
            let rest: Vec<&str> = rest.iter().map(AsRef::as_ref).collect();
            format!("{} or {}", rest.join(", "), last.as_ref())
        }
    }
}

/// `1st`, `2nd`, `3rd`, `11th`.
pub fn ordinal(place: u16) -> String {
    let end = match (place % 10, place % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{place}{end}")
}

/// A contradiction between sources, and the value that the pack holds.
pub fn conflict(conflict: &crate::domain::Conflict) -> String {
    format!(
        "Sources differ: {} Kept: {}",
        sentence(&conflict.about),
        sentence(&conflict.kept)
    )
}

/// A text with its first letter in upper case.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase).into_iter().flatten();
    first.chain(letters).collect()
}

/// A text as a sentence: its first letter large, a full stop at its end.
pub fn sentence(text: &str) -> String {
    let sentence = capital(text);
    if sentence.ends_with(['.', '?', '!']) {
        sentence
    } else {
        sentence + "."
    }
}
