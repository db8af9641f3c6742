//! Countries and the zones in each, from the tz database.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono_tz::Tz;
use serde::Deserialize;

use super::normalise::normalised;
use super::suggest::nearest;
use super::words::parsed;

/// One country.
#[derive(Debug)]
pub struct Country {
    /// Usual English name.
    pub name: &'static str,
    /// Names of the zones in it, as the tz database lists them.
    pub zones: Vec<&'static str>,
}

/// The words for one country.
#[derive(Debug, Deserialize)]
struct CountryWords {
    code: String,
    names: Vec<String>,
    adjectives: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct WordsOfCountries {
    countries: Vec<CountryWords>,
}

static WORDS: LazyLock<Vec<CountryWords>> =
    LazyLock::new(|| parsed::<WordsOfCountries>(include_str!("words/countries.toml")).countries);

/// All countries by their ISO 3166 code of two letters.
static COUNTRIES: LazyLock<BTreeMap<&'static str, Country>> = LazyLock::new(|| {
    let lines = include_str!("countries.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'));
    let country = |line: &'static str| {
        let (code, rest) = line.split_once('\t')?;
        let (name, zones) = rest.split_once('\t')?;
        let zones = zones.split(' ').filter(|zone| !zone.is_empty()).collect();
        Some((code, Country { name, zones }))
    };
    lines.filter_map(country).collect()
});

/// Country with this code.
pub fn country(code: &str) -> Option<&'static Country> {
    COUNTRIES.get(code)
}

/// Normalised names of the country with this code, the usual one first.
pub(super) fn country_names(code: &str) -> impl Iterator<Item = String> {
    let usual = country(code).map(|country| normalised(country.name));
    let others = WORDS.iter().filter(move |one| one.code == code);
    usual.into_iter().chain(others.flat_map(|one| one.names.clone()))
}

/// Normalised adjectives of the country with this code: `british`.
pub(super) fn country_adjectives(code: &str) -> impl Iterator<Item = &'static str> {
    let words = WORDS.iter().filter(move |one| one.code == code);
    words.flat_map(|one| one.adjectives.iter().map(String::as_str))
}

/// The countries that keep one clock, by their normalised names, with its zone.
pub(super) fn countries_of_one_zone() -> impl Iterator<Item = (String, Tz)> {
    COUNTRIES.iter().flat_map(|(code, country)| {
        let zone = match country.zones.as_slice() {
            [zone] => zone.parse().ok(),
            _ => None,
        };
        zone.into_iter()
            .flat_map(move |zone| country_names(code).map(move |name| (name, zone)))
    })
}

/// True if the tz database says of a zone which country it is in.
pub fn is_in_a_country(zone: &str) -> bool {
    COUNTRIES.values().any(|country| country.zones.contains(&zone))
}

/// Code that is meant by a code in small letters, one of three letters, or a name: `de`, `GER`, `Germany`.
pub fn code_meant(text: &str) -> Option<&'static str> {
    let upper = text.trim().to_uppercase();
    if let Some((code, _)) = COUNTRIES.get_key_value(upper.as_str()) {
        return Some(code);
    }
    // ISO 3166 reserves it for the country whose code is `GB`.
    if upper == "UK" {
        return Some("GB");
    }
    let key = normalised(text);
    let called = |country: &Country| {
        let name = normalised(country.name);
        name == key || (key.len() == 3 && name.starts_with(&key))
    };
    let whole = COUNTRIES.iter().filter(|(_, country)| called(country));
    match whole.map(|(code, _)| *code).collect::<Vec<_>>().as_slice() {
        [code] => Some(code),
        _ => None,
    }
}

/// Name of a zone that is meant by another text: in other letters, with other signs, or misspelt.
pub fn zone_meant(text: &str) -> Option<&'static str> {
    let plain = text.trim().replace('\\', "/").replace(' ', "_");
    let names = || chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
    let same = names().find(|name| name.eq_ignore_ascii_case(&plain));
    same.or_else(|| nearest(&plain, names().filter(|name| is_in_a_country(name))))
}

/// Maximum number of names that a hint lists.
const MOST: usize = 6;

/// Hint that offers some names.
pub fn write_one_of(names: &[&str]) -> String {
    let some: Vec<&str> = names.iter().copied().take(MOST).collect();
    let more = if names.len() > MOST { ", ..." } else { "" };
    match some.as_slice() {
        [one] => format!("write {one}"),
        some => format!("write one of {}{more}", some.join(", ")),
    }
}

/// Hint that offers the zones of a country.
pub fn write_zone_of(code: &str) -> String {
    match country(code).map(|country| country.zones.as_slice()) {
        None | Some([]) => "write the IANA name of a place, such as Europe/Paris".to_owned(),
        Some(zones) => write_one_of(zones),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_zone_of_a_country_is_known_to_the_clock() {
        let zones = COUNTRIES.values().flat_map(|country| &country.zones);
        for zone in zones {
            assert!(zone.parse::<chrono_tz::Tz>().is_ok(), "{zone}");
        }
        assert_eq!(COUNTRIES.len(), 249);
    }

    #[test]
    fn what_is_meant_is_found() {
        let codes = ["UK", "GER", "de", "Germany", "XX", "U"].map(code_meant);
        assert_eq!(codes, [Some("GB"), Some("DE"), Some("DE"), Some("DE"), None, None]);
        let zones = [
            "europe/paris",
            "Europe\\Paris",
            "Europe/Pariss",
            "America/New York",
            "UTC+2",
        ]
        .map(zone_meant);
        assert_eq!(
            zones,
            [
                Some("Europe/Paris"),
                Some("Europe/Paris"),
                Some("Europe/Paris"),
                Some("America/New_York"),
                None
            ]
        );
    }
}
