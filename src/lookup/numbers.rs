//! Numbers in words: ordinals, cardinals and finishing places.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::normalise::normalised;
use super::words::{indexed, parsed};

#[derive(Debug, Default, Deserialize)]
struct NumberWords {
    ordinals: Vec<Vec<String>>,
    cardinals: Vec<Vec<String>>,
}

/// Ordinals and cardinals by their words.
struct NumberIndex {
    ordinals: HashMap<String, u16>,
    cardinals: HashMap<String, u16>,
}

static WORDS: LazyLock<NumberIndex> = LazyLock::new(|| {
    let words: NumberWords = parsed(include_str!("words/numbers.toml"));
    NumberIndex {
        ordinals: indexed((1..).zip(words.ordinals)),
        cardinals: indexed((1..).zip(words.cardinals)),
    }
});

/// The number of a normalised ordinal up to 20: `1st`, `first`.
pub fn ordinal(word: &str) -> Option<u16> {
    WORDS.ordinals.get(word).copied()
}

/// The number of a normalised word from 1 to 99: `1`, `one`.
pub fn cardinal(word: &str) -> Option<u16> {
    let number = word.parse().ok().or_else(|| WORDS.cardinals.get(word).copied());
    number.filter(|number| (1..=99).contains(number))
}

/// A finishing place: `p3`, `3rd`, `third`, `leader`.
pub fn place(text: &str) -> Option<u16> {
    let key = normalised(text);
    if let Some(place) = ordinal(&key) {
        return Some(place);
    }
    let digits = match key.as_str() {
        "leader" | "lead" => return Some(1),
        key => key
            .strip_prefix('p')
            .or_else(|| ["st", "nd", "rd", "th"].iter().find_map(|end| key.strip_suffix(end)))?,
    };
    digits.parse().ok().filter(|place| (1..=999).contains(place))
}
