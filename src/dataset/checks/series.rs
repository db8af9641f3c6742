//! Series, people and circuits: everything that is not of one season.

use serde_json::Value;

use super::report::Report;
use super::rule::{Rule, RuleCheck};
use super::scope::{DatasetScope, SeriesScope};
use crate::dataset::dates::is_plausible;
use crate::domain::{DriverId, Id, Length};
use crate::lookup::nearest;
use crate::lookup::{code_meant, country};

pub const RULES: &[Rule] = &[
    Rule {
        name: "no-series",
        holds: "there is a series, and every series has a season",
        needs: &[],
        check: RuleCheck::Dataset(something),
    },
    Rule {
        name: "bad-country",
        holds: "a circuit's country is one of ISO 3166, as a code of two letters; ZZ says that it is not known",
        needs: &[],
        check: RuleCheck::Dataset(countries),
    },
    Rule {
        name: "bad-country",
        holds: "a driver's, a team's and a make's nationality is one of ISO 3166, as a code of two letters",
        needs: &[],
        check: RuleCheck::Series(nationalities),
    },
    Rule {
        name: "implausible-since",
        holds: "a series' note is known from a day between 1900 and 2100",
        needs: &[],
        check: RuleCheck::Series(notes),
    },
    Rule {
        name: "implausible-length",
        holds: "a lap is between 300 metres and 50 kilometres long",
        needs: &[],
        check: RuleCheck::Dataset(lengths),
    },
    Rule {
        name: "unknown-series",
        holds: "a lap record belongs to a series with a folder here",
        needs: &[],
        check: RuleCheck::Dataset(record_series),
    },
    Rule {
        name: "unknown-record-driver",
        holds: "the driver of a lap record stands in people.json of the record's series",
        needs: &[],
        check: RuleCheck::Dataset(record_drivers),
    },
];

fn something(whole: &DatasetScope<'_>, report: &mut Report<'_>) {
    if whole.records.series.is_empty() {
        let hint = "add a folder with series.json and a season; data/README.md shows one";
        report.error(
            "series.json",
            format_args!("$"),
            "there is no series here".to_owned(),
            hint,
        );
    }
    for series in whole.records.series.values().filter(|series| series.seasons.is_empty()) {
        let message = format!("'{}' has no season", series.id);
        let hint = "add a folder such as 2024 with a season.json";
        report.error(&format!("{}/series.json", series.id), format_args!("$"), message, hint);
    }
}

/// Code that the Unicode consortium sets aside for a country that is not known.
const NOT_KNOWN: &str = "ZZ";

/// Hint of what to write for a country that there is not.
fn write_country(text: &str) -> String {
    match code_meant(text) {
        Some(code) => format!("write {code}"),
        None => "write the ISO 3166 code of two capital letters, such as US".to_owned(),
    }
}

fn countries(whole: &DatasetScope<'_>, report: &mut Report<'_>) {
    for (c, circuit) in whole.records.circuits.iter().enumerate() {
        if circuit.country != NOT_KNOWN && country(&circuit.country).is_none() {
            let message = format!("'{}' is not a country", circuit.country);
            let path = format_args!("$.circuits[{c}].country");
            report.error("circuits.json", path, message, write_country(&circuit.country));
        }
    }
}

fn nationalities(scope: &SeriesScope<'_>, report: &mut Report<'_>) {
    let people = scope.document("people.json");
    for (document, key) in people
        .into_iter()
        .flat_map(|document| ["drivers", "teams", "makes"].map(|key| (document, key)))
    {
        for (index, one) in document.list(key) {
            let nationality = one.get("nationality").and_then(Value::as_str);
            if let Some(nationality) = nationality.filter(|nationality| country(nationality).is_none()) {
                let message = format!("'{nationality}' is not a country");
                let path = format_args!("$.{key}[{index}].nationality");
                report.error("people.json", path, message, write_country(nationality));
            }
        }
    }
}

fn notes(scope: &SeriesScope<'_>, report: &mut Report<'_>) {
    for (n, note) in scope.series.notes.iter().enumerate() {
        if let Some(since) = note.since.filter(|since| !is_plausible(*since)) {
            let hint = "write the day from which it was known, or leave it out";
            let path = format_args!("$.notes[{n}].since");
            report.error("series.json", path, format!("{since} is out of reason"), hint);
        }
    }
}

fn lengths(whole: &DatasetScope<'_>, report: &mut Report<'_>) {
    for (c, circuit) in whole.records.circuits.iter().enumerate() {
        let Some(length) = circuit.length else { continue };
        let km = length.km();
        if !(0.3..=50.0).contains(&km) {
            let (key, shown) = match length {
                Length::Miles(miles) => ("miles", miles),
                Length::Km(km) => ("km", km),
            };
            let message = format!("no lap is {shown} {key} long");
            let path = format_args!("$.circuits[{c}].length.{key}");
            report.error(
                "circuits.json",
                path,
                message,
                "write {\"miles\": 3.4} or {\"km\": 5.472}",
            );
        }
    }
}

fn record_series(whole: &DatasetScope<'_>, report: &mut Report<'_>) {
    for (c, circuit) in whole.records.circuits.iter().enumerate() {
        for (r, record) in circuit.records.iter().enumerate() {
            if !whole.records.series.contains_key(&record.series) {
                let known = whole.records.series.keys().map(Id::as_str);
                let hint = match nearest(record.series.as_str(), known) {
                    Some(near) => format!("did you mean '{near}'?"),
                    None => "write the id of a series here, or tell the record in \"notes\"".to_owned(),
                };
                let message = format!("'{}' is no series here", record.series);
                report.error(
                    "circuits.json",
                    format_args!("$.circuits[{c}].records[{r}].series"),
                    message,
                    hint,
                );
            }
        }
    }
}

fn record_drivers(whole: &DatasetScope<'_>, report: &mut Report<'_>) {
    for (c, circuit) in whole.records.circuits.iter().enumerate() {
        for (r, record) in circuit.records.iter().enumerate() {
            let Some(series) = whole.records.series.get(&record.series) else {
                continue;
            };
            let unreadable = whole.records.broken.contains(&format!("{}/people.json", series.id));
            let unknown = |driver: &&DriverId| !unreadable && !series.drivers.contains_key(*driver);
            if let Some(driver) = record.driver.as_ref().filter(unknown) {
                let hint = match nearest(driver.as_str(), series.drivers.keys().map(Id::as_str)) {
                    Some(near) => format!("did you mean '{near}'?"),
                    None => "correct the id, or leave the driver out".to_owned(),
                };
                let message = format!("'{driver}' is no driver of '{}'", series.id);
                report.error(
                    "circuits.json",
                    format_args!("$.circuits[{c}].records[{r}].driver"),
                    message,
                    hint,
                );
            }
        }
    }
}
