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
    /// A time of day, in hours and minutes: `4pm` is 1600.
    Clock(u16),
    /// Some other number.
    Bare,
}

/// The number at word `at`, with its length in words.
pub(super) fn count(text: &Text, at: usize) -> Option<(NumericEntity, usize)> {
    let word = text.words(at, 1);
    let next = text.words(at + 1, 1);
    if let Some(clock) = clock(text, at) {
        return Some(clock);
    }
    if let Some(kind) = session_kind_in_sentence(word) {
        let number = cardinal(next).filter(|number| *number <= 4);
        // "a race 2 hours long" is no second race.
        let unit = ["hours", "hour", "h", "min", "mins", "minutes", "days", "weeks"].contains(&text.words(at + 2, 1));
        return number
            .filter(|_| !unit)
            .map(|number| (NumericEntity::Session(kind, number), 2));
    }
    let several = ["thirds", "fourths", "fifths", "sixths"].contains(&word);
    if let Some(place) = ordinal(if several { word.trim_end_matches('s') } else { word }) {
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

/// A time of day: `4pm`, `4 20 pm`, `at 16 00`.
fn clock(text: &Text, at: usize) -> Option<(NumericEntity, usize)> {
    let half = |word: &str| match word {
        "am" => Some(0),
        "pm" => Some(12),
        _ => None,
    };
    let (word, next, third) = (text.words(at, 1), text.words(at + 1, 1), text.words(at + 2, 1));
    if !word.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let minutes = |word: &str| {
        word.parse::<u16>()
            .ok()
            .filter(|minutes| word.len() == 2 && *minutes < 60)
    };
    let told = |hour: u16, minutes: u16, half: u16| {
        ((1..=12).contains(&hour)).then_some(NumericEntity::Clock((hour % 12 + half) * 100 + minutes))
    };
    let joined = |word: &str| {
        let (number, half_of) = word.split_at_checked(word.len().checked_sub(2)?)?;
        Some((number.parse::<u16>().ok()?, half(half_of)?))
    };
    if let Some((hour, half)) = joined(word) {
        return Some((told(hour, 0, half)?, 1));
    }
    let hour: u16 = word.parse().ok()?;
    if let Some(half) = half(next) {
        return Some((told(hour, 0, half)?, 2));
    }
    if let (Some(minutes), Some(half)) = (minutes(next), half(third)) {
        return Some((told(hour, minutes, half)?, 3));
    }
    // "4:20pm" is two words.
    if let Some((minutes, half)) = joined(next).filter(|(minutes, _)| *minutes < 60) {
        return Some((told(hour, minutes, half)?, 2));
    }
    let minutes = minutes(next).filter(|_| text.before(at) == "at" && hour < 24)?;
    Some((NumericEntity::Clock(hour * 100 + minutes), 2))
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
