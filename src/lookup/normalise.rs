//! Normalisation of names for comparison, and the distance at which a word is a typo.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A name normalised for comparison: no accents, no case, words of letters and digits with single spaces between them.
///
/// ```
/// use raceweek::lookup::normalised;
/// assert_eq!(normalised("  Sabré-COOK's "), "sabre cooks");
/// ```
pub fn normalised(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for letter in text.chars() {
        // Nearly all letters are plain, and to take others apart is slow.
        if letter.is_ascii() {
            push(&mut key, letter.to_ascii_lowercase());
        } else {
            let parts = std::iter::once(letter).nfkd();
            let plain = parts.filter(|part| !is_combining_mark(*part));
            plain.flat_map(char::to_lowercase).for_each(|part| push(&mut key, part));
        }
    }
    key.truncate(key.trim_end().len());
    key
}

/// Appends a letter to a key.
fn push(key: &mut String, letter: char) {
    match letter {
        'ø' => key.push('o'),
        'ß' => key.push_str("ss"),
        '\'' | '’' | '.' => {}
        _ if letter.is_alphanumeric() => key.push(letter),
        _ if key.ends_with(' ') || key.is_empty() => {}
        _ => key.push(' '),
    }
}

/// The hashes of a word and of the word with each letter left out.
pub(super) fn deletions(word: &str) -> impl Iterator<Item = u64> {
    let letters: Vec<char> = word.chars().take(64).collect();
    (0..=letters.len()).map(move |skipped| {
        let mut hasher = DefaultHasher::new();
        letters
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != skipped)
            .for_each(|(_, letter)| letter.hash(&mut hasher));
        hasher.finish()
    })
}

/// True if the optimal-string-alignment distance is 1 and the digits agree.
pub(super) fn is_typo(one: &str, other: &str) -> bool {
    strsim::osa_distance(one, other) == 1 && !differs_in_digit(one, other)
}

/// True if two words differ in their digits: `race 1` is no typo of `race 2`.
fn differs_in_digit(one: &str, other: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    digits(one) != digits(other)
}

/// A team's name without the words that half of all teams carry.
pub(super) fn without_trade_words(name: &str) -> String {
    const TRADE: [&str; 9] = [
        "racing",
        "motorsport",
        "motorsports",
        "team",
        "performance",
        "autosport",
        "engineering",
        "competition",
        "the",
    ];
    let key = normalised(name);
    let words: Vec<&str> = key.split(' ').filter(|word| !TRADE.contains(word)).collect();
    words.join(" ")
}
