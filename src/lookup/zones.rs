//! Time zones in words: cities of IANA zones, countries and abbreviations.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono_tz::{TZ_VARIANTS, Tz};
use serde::Deserialize;

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
    let words: ZoneWords = parsed(include_str!("words/zones.toml"));
    zones.extend(indexed(words.zones.into_iter().map(|one| (one.zone, one.words))));
    zones
});

/// The time zone of normalised words: `london`, `pacific time`.
pub fn zone(words: &str) -> Option<Tz> {
    ZONES.get(words).copied()
}
