//! Numbers of a question, classified as session, place, round, year or car.

use super::text::Text;
use crate::domain::SessionKind;
use crate::lookup::{cardinal, ordinal, session_kind_in_sentence};

/// A number, or a word with one, by its meaning in context.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumericEntity {
    /// The nth session of its kind: `race 1`, `fp2`, `second race`.
    Session(SessionKind, u16),
    /// A place in an order: `p3`, `third`.
    Place(u16),
    /// A number of places from the top: `top 3`.
    Top(u16),
    /// A round by its label: `round 7`.
    Round(u16),
    /// A year: `2023`, `in 23`.
    Year(i32),
    /// A car's number, by the words around it: `the 24`, `no 43`.
    Car,
    /// Some other number.
    Bare,
}

/// The number at word `at`, with its length in words.
pub(super) fn count(text: &Text, at: usize) -> Option<(NumericEntity, usize)> {
    let word = text.words(at, 1);
    let next = text.words(at + 1, 1);
    if let Some(kind) = session_kind_in_sentence(word) {
        let number = cardinal(next).filter(|number| *number <= 4);
        // "a race 2 hours long" is no second race.
        let unit = ["hours", "hour", "h", "min", "mins", "minutes", "days", "weeks"].contains(&text.words(at + 2, 1));
        return number
            .filter(|_| !unit)
            .map(|number| (NumericEntity::Session(kind, number), 2));
    }
    if let Some(place) = ordinal(word) {
        if let Some(kind) = session_kind_in_sentence(next) {
            return Some((NumericEntity::Session(kind, place), 2));
        }
        let place_of = ["place", "position", "spot", "platz", "lugar"].contains(&next);
        return Some((NumericEntity::Place(place), 1 + usize::from(place_of)));
    }
    if ["top", "p", "place", "position", "pos", "platz"].contains(&word)
        && let Some(number) = cardinal(next)
    {
        let count = if word == "top" {
            NumericEntity::Top(number)
        } else {
            NumericEntity::Place(number)
        };
        return Some((count, 2));
    }
    if ["round", "rounds", "rnd", "rd", "ronda", "manche", "runde"].contains(&word)
        && let Ok(number) = next.parse()
    {
        return Some((NumericEntity::Round(number), 2));
    }
    joined(word).or_else(|| digits(text, at, word)).map(|count| (count, 1))
}

/// A letter or a word with its number, written as one: `r1`, `p3`, `fp2`.
fn joined(word: &str) -> Option<NumericEntity> {
    let digits = word.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, number) = word.split_at_checked(digits)?;
    let number: u16 = number.parse().ok().filter(|number| (1..=999).contains(number))?;
    match letters {
        "r" if number > 3 => Some(NumericEntity::Round(number)),
        "rd" | "rnd" | "round" => Some(NumericEntity::Round(number)),
        "p" | "pos" => Some(NumericEntity::Place(number)),
        "top" => Some(NumericEntity::Top(number)),
        "q" => Some(NumericEntity::Session(SessionKind::Qualifying, 1)),
        "r" => Some(NumericEntity::Session(SessionKind::Race, number)),
        letters if !letters.is_empty() => Some(NumericEntity::Session(session_kind_in_sentence(letters)?, number)),
        _ => None,
    }
}

/// A number without letters, classified by the words around it.
fn digits(text: &Text, at: usize, word: &str) -> Option<NumericEntity> {
    let number: u32 = word.parse().ok()?;
    let (before, next) = (text.before(at), text.words(at + 1, 1));
    if word.len() == 4 && (1900..=2100).contains(&number) {
        return i32::try_from(number).ok().map(NumericEntity::Year);
    }
    let unit = |word: &str| {
        word.starts_with("point")
            || [
                "pts", "hour", "hours", "min", "mins", "minutes", "laps", "secs", "days", "sec", "h", "seconds",
            ]
            .contains(&word)
    };
    if word.len() == 2 && (20..=35).contains(&number) && !unit(next) {
        let dated =
            ["in", "of", "since", "season", "from", "en", "im", "glen", "back"].contains(&before) || next == "season";
        if dated && next != "car" {
            return i32::try_from(number)
                .ok()
                .map(|number| NumericEntity::Year(2000 + number));
        }
    }
    let shown = [
        "drives", "drive", "drove", "driving", "is", "whos", "the", "no", "number", "car", "numero", "nummer", "num",
        "el", "le", "la", "die", "der",
    ]
    .contains(&before);
    if word.len() <= 3 && !unit(next) && (shown || next == "car") {
        return Some(NumericEntity::Car);
    }
    Some(NumericEntity::Bare)
}
