//! Durations in words: numbers with units of time.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::words::{indexed, parsed};

#[derive(Debug, Deserialize)]
struct UnitWords {
    minutes: u64,
    words: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct DurationWords {
    units: Vec<UnitWords>,
}

static UNITS: LazyLock<HashMap<String, u64>> = LazyLock::new(|| {
    let words: DurationWords = parsed(include_str!("words/durations.toml"));
    indexed(words.units.into_iter().map(|unit| (unit.minutes, unit.words)))
});

/// A number with a unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantity {
    /// Length in minutes, at most what the type holds.
    pub minutes: u64,
    /// Length of the unit in minutes; minutes where there is no unit.
    pub unit: u64,
}

/// Length in minutes of a lower-case unit of time: `min`, `hours`, `d`.
pub fn unit_minutes(word: &str) -> Option<u64> {
    UNITS.get(word).copied()
}

/// All quantities of a lower-case text that has nothing else: `15m`, `1 hour 30m`, `90`.
pub fn quantities(text: &str) -> Option<Vec<Quantity>> {
    let mut all = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (one, behind) = quantity(rest)?;
        all.push(one);
        rest = behind;
    }
    Some(all)
}

/// The quantity at the start of a text, and the text behind it.
fn quantity(text: &str) -> Option<(Quantity, &str)> {
    let end = |text: &str, inside: fn(&char) -> bool| text.find(|letter| !inside(&letter)).unwrap_or(text.len());
    let (number, rest) = text.split_at_checked(end(text, char::is_ascii_digit))?;
    let rest = rest.trim_start();
    let (word, rest) = rest.split_at_checked(end(rest, char::is_ascii_alphabetic))?;
    let unit = if word.is_empty() { 1 } else { unit_minutes(word)? };
    let minutes = number.parse::<u64>().ok()?.saturating_mul(unit);
    Some((Quantity { minutes, unit }, rest.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantity_is_a_number_with_or_without_a_unit() {
        let minutes = |text: &str| quantities(text).map(|all| all.iter().map(|one| one.minutes).collect::<Vec<_>>());
        assert_eq!(minutes("15"), Some(vec![15]));
        assert_eq!(minutes("1 hour 30m"), Some(vec![60, 30]));
        assert_eq!(minutes("1h30"), Some(vec![60, 30]));
        assert_eq!(minutes("2d, 5m"), None);
        assert_eq!(minutes("15 parsecs"), None);
        assert_eq!(minutes("soon"), None);
        assert_eq!(minutes(""), Some(Vec::new()));
    }
}
