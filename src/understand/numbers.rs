//! Numbers of a question, classified as session, place, round, year or car.

use super::text::Text;
use crate::domain::SessionKind;

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

/// Ordinal words, in their order.
const ORDINALS: [&[&str]; 20] = [
    &[
        "first", "primera", "primero", "premiere", "erste", "erster", "ersten", "erstes", "1st",
    ],
    &[
        "second", "segunda", "segundo", "deuxieme", "seconde", "zweite", "zweiter", "zweiten", "zweites", "2nd",
    ],
    &[
        "third",
        "tercera",
        "tercero",
        "troisieme",
        "dritte",
        "dritter",
        "dritten",
        "3rd",
    ],
    &["fourth", "cuarto", "quatrieme", "vierte", "4th"],
    &["fifth", "quinto", "cinquieme", "funfte", "5th"],
    &["sixth", "sexto", "sixieme", "sechste", "6th"],
    &["seventh", "septimo", "septieme", "siebte", "7th"],
    &["eighth", "octavo", "huitieme", "achte", "8th"],
    &["ninth", "noveno", "neuvieme", "neunte", "9th"],
    &["tenth", "decimo", "dixieme", "zehnte", "10th"],
    &["eleventh", "11th"],
    &["twelfth", "12th"],
    &["thirteenth", "13th"],
    &["fourteenth", "14th"],
    &["fifteenth", "15th"],
    &["sixteenth", "16th"],
    &["seventeenth", "17th"],
    &["eighteenth", "18th"],
    &["nineteenth", "19th"],
    &["twentieth", "20th"],
];
/// Cardinal words, in their order.
const CARDINALS: [&[&str]; 4] = [
    &["one", "uno", "un", "eins"],
    &["two", "dos", "deux", "zwei", "too"],
    &["three", "tres", "trois", "drei"],
    &["four", "cuatro", "quatre", "vier"],
];

/// The number at word `at`, with its length in words.
pub(super) fn count(text: &Text, at: usize) -> Option<(NumericEntity, usize)> {
    let word = text.words(at, 1);
    let next = text.words(at + 1, 1);
    if let Some(kind) = session(word) {
        let number = number(next).filter(|number| *number <= 4);
        // "a race 2 hours long" is no second race.
        let unit = ["hours", "hour", "h", "min", "mins", "minutes", "days", "weeks"].contains(&text.words(at + 2, 1));
        return number
            .filter(|_| !unit)
            .map(|number| (NumericEntity::Session(kind, number), 2));
    }
    if let Some(place) = ordinal(word) {
        if let Some(kind) = session(next) {
            return Some((NumericEntity::Session(kind, place), 2));
        }
        let place_of = ["place", "position", "spot", "platz", "lugar"].contains(&next);
        return Some((NumericEntity::Place(place), 1 + usize::from(place_of)));
    }
    if ["top", "p", "place", "position", "pos", "platz"].contains(&word)
        && let Some(number) = number(next)
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
        letters if !letters.is_empty() => Some(NumericEntity::Session(session(letters)?, number)),
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

/// The kind of session that a word names on its own.
pub(super) fn session(word: &str) -> Option<SessionKind> {
    Some(match word {
        "race" | "races" | "carrera" | "course" | "rennen" | "lauf" | "corrida" | "raceday" => SessionKind::Race,
        "practice" | "fp" | "training" | "practise" | "essais" | "entrenamiento" => SessionKind::Practice,
        "quali" | "qualifying" | "qualy" | "qually" | "qualification" => SessionKind::Qualifying,
        "sprint" => SessionKind::Sprint,
        _ => return None,
    })
}

/// `1`, `one`.
fn number(word: &str) -> Option<u16> {
    let spelled = || CARDINALS.iter().position(|words| words.contains(&word));
    let number = word.parse().ok().or_else(|| u16::try_from(spelled()? + 1).ok());
    number.filter(|number| (1..=99).contains(number))
}

/// `1st`, `first`.
fn ordinal(word: &str) -> Option<u16> {
    let at = ORDINALS.iter().position(|words| words.contains(&word))?;
    u16::try_from(at + 1).ok()
}
