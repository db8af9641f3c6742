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

/// A number with its unit, at the start of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantity<'t> {
    /// The number.
    pub number: u64,
    /// Length of the unit in minutes; minutes where there is no unit.
    pub unit: u64,
    /// The rest of the text.
    pub rest: &'t str,
}

/// Length in minutes of a lower-case unit of time: `min`, `hours`, `d`.
pub fn unit_minutes(word: &str) -> Option<u64> {
    UNITS.get(word).copied()
}

/// The quantity at the start of a lower-case text: `15m`, `1 hour`, `90`.
pub fn quantity(text: &str) -> Option<Quantity<'_>> {
    let end = |text: &str, inside: fn(&char) -> bool| text.find(|letter| !inside(&letter)).unwrap_or(text.len());
    let (number, rest) = text.split_at_checked(end(text, char::is_ascii_digit))?;
    let rest = rest.trim_start();
    let (unit, rest) = rest.split_at_checked(end(rest, char::is_ascii_alphabetic))?;
    Some(Quantity {
        number: number.parse().ok()?,
        unit: if unit.is_empty() { 1 } else { unit_minutes(unit)? },
        rest: rest.trim_start(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantity_is_a_number_with_or_without_a_unit() {
        let minutes = |text: &'static str| quantity(text).map(|one| (one.number * one.unit, one.rest));
        assert_eq!(minutes("15"), Some((15, "")));
        assert_eq!(minutes("1 hour 30m"), Some((60, "30m")));
        assert_eq!(minutes("2d, 5m"), Some((2880, ", 5m")));
        assert_eq!(minutes("15 parsecs"), None);
        assert_eq!(minutes("soon"), None);
    }
}
