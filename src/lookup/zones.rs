//! Time zones in words: cities of IANA zones, countries and abbreviations.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono_tz::{TZ_VARIANTS, Tz};
use serde::Deserialize;

use super::countries::countries_of_one_zone;
use super::normalise::normalised;
use super::words::{indexed, parsed};

#[derive(Debug, Deserialize)]
struct ZoneNames {
    zone: Tz,
    words: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct ZoneWords {
    zones: Vec<ZoneNames>,
}

static ZONES: LazyLock<HashMap<String, Tz>> = LazyLock::new(|| {
    let city = |zone: &Tz| {
        let (_, city) = zone.name().rsplit_once('/')?;
        Some((city.replace(['_', '-'], " ").to_lowercase(), *zone))
    };
    let mut zones: HashMap<String, Tz> = TZ_VARIANTS
        .iter()
        .filter(|zone| !zone.name().starts_with("Etc/"))
        .filter_map(city)
        .collect();
    zones.extend(countries_of_one_zone());
    let words: ZoneWords = parsed(include_str!("words/zones.toml"));
    zones.extend(indexed(words.zones.into_iter().map(|one| (one.zone, one.words))));
    zones
});

/// The time zone of a text as it was typed: the name of one as people say it, which is the clock on the wall in summer too,
/// an offset from UTC, or the name that the zone data have.
pub fn zone_as_typed(text: &str) -> Option<Tz> {
    let words = normalised(text);
    let named = zone(&words).or_else(|| zone(words.strip_suffix(" time")?));
    offset(text).or(named).or_else(|| text.parse().ok())
}

/// The zone of whole hours from UTC: `UTC+8`, `GMT-5`.
fn offset(text: &str) -> Option<Tz> {
    let text = text.trim().to_uppercase();
    let hours = text.strip_prefix("UTC").or_else(|| text.strip_prefix("GMT"))?.trim();
    let hours = hours.strip_suffix(":00").unwrap_or(hours);
    let (ahead, digits) = hours
        .strip_prefix('+')
        .map(|digits| (true, digits))
        .or_else(|| Some((false, hours.strip_prefix(['-', '\u{2212}'])?)))?;
    let hours: u8 = digits.trim().parse().ok()?;
    // The names of the zone data count westwards.
    let sign = if ahead { '-' } else { '+' };
    match hours {
        0 => Some(Tz::UTC),
        _ => format!("Etc/GMT{sign}{hours}").parse().ok(),
    }
}

/// An offset from UTC in words, for a text that has no signs: `utc plus 8` for `UTC+8`.
pub fn offset_in_words(text: &str) -> Option<String> {
    offset(text)?;
    let sign = if text.contains('+') { "plus" } else { "minus" };
    let hours = text
        .trim_end_matches(":00")
        .rsplit(|letter: char| !letter.is_ascii_digit())
        .next()?;
    Some(format!("utc {sign} {hours}"))
}

/// The time zone of normalised words: `london`, `pacific time`, `utc plus 8`.
pub fn zone(words: &str) -> Option<Tz> {
    let signed = || {
        offset(
            &words
                .strip_prefix("utc ")?
                .replacen("plus ", "UTC+", 1)
                .replacen("minus ", "UTC-", 1),
        )
    };
    ZONES.get(words).copied().or_else(signed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_read_as_they_are_typed() {
        let read = |text| zone_as_typed(text).map(Tz::name);
        let zones = [
            "EST",
            "PST",
            "Pacific time",
            "UTC+8",
            "utc -5",
            "GMT+0",
            "UTC+08:00",
            "UTC+99",
            "Asia/Tokyo",
            "moon",
        ];
        assert_eq!(
            zones.map(read),
            [
                Some("America/New_York"),
                Some("America/Los_Angeles"),
                Some("America/Los_Angeles"),
                Some("Etc/GMT-8"),
                Some("Etc/GMT+5"),
                Some("UTC"),
                Some("Etc/GMT-8"),
                None,
                Some("Asia/Tokyo"),
                None
            ]
        );
    }
}
