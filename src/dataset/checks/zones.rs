//! Zones: those of a place, and for a circuit of one in its country.

use chrono_tz::Tz;

use super::report::Report;
use super::rule::{Rule, RuleCheck};
use super::scope::{DatasetScope, SeasonScope, SeriesScope};
use crate::lookup::{country, is_in_a_country, write_zone_of};

pub const RULES: &[Rule] = &[
    Rule {
        name: "zone-without-place",
        holds: "a circuit's zone is that of a place, not a fixed offset such as EST; UTC is worth a second look",
        needs: &[],
        check: RuleCheck::Dataset(of_circuits),
    },
    Rule {
        name: "zone-without-place",
        holds: "a series' zone is UTC or that of a place",
        needs: &[],
        check: RuleCheck::Series(of_series),
    },
    Rule {
        name: "zone-without-place",
        holds: "a session's zone is UTC or that of a place",
        needs: &[],
        check: RuleCheck::Season(of_sessions),
    },
    Rule {
        name: "zone-of-another-country",
        holds: "a circuit's zone is one of its country's",
        needs: &[],
        check: RuleCheck::Dataset(in_country),
    },
];

/// True if a zone has a name of the kind `Area/Place`.
fn is_of_place(zone: Tz) -> bool {
    let name = zone.name();
    is_in_a_country(name) || (name.contains('/') && !name.starts_with("Etc/") && !name.starts_with("SystemV/"))
}

fn without_place(zone: Tz) -> String {
    format!("'{zone}' is not the zone of a place")
}

fn of_circuits(whole: &DatasetScope<'_>, report: &mut Report<'_>) {
    for (c, circuit) in whole.records.circuits.iter().enumerate() {
        if !is_of_place(circuit.zone) {
            let path = format_args!("$.circuits[{c}].zone");
            let hint = write_zone_of(&circuit.country);
            if may_be_published(circuit.zone) {
                report.note("circuits.json", path, without_place(circuit.zone), hint);
            } else {
                report.error("circuits.json", path, without_place(circuit.zone), hint);
            }
        }
    }
}

/// True if times may be published in a zone: that of a place, or UTC.
fn may_be_published(zone: Tz) -> bool {
    is_of_place(zone) || matches!(zone, Tz::UTC | Tz::GMT | Tz::Etc__UTC | Tz::Etc__GMT)
}

/// Hint of a zone that stands apart from any country.
const WRITE_PLACE: &str = "write UTC, or the IANA name of a place, such as America/New_York";

fn of_series(scope: &SeriesScope<'_>, report: &mut Report<'_>) {
    let zone = scope.series.zone;
    if !may_be_published(zone) {
        report.error("series.json", format_args!("$.zone"), without_place(zone), WRITE_PLACE);
    }
}

fn of_sessions(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (w, weekend) in scope.season.weekends.iter().enumerate() {
        for (s, session) in weekend.sessions.iter().enumerate() {
            if let Some(zone) = session.zone.filter(|zone| !may_be_published(*zone)) {
                let path = format_args!("$.weekends[{w}].sessions[{s}].zone");
                report.error("weekends.json", path, without_place(zone), WRITE_PLACE);
            }
        }
    }
}

fn in_country(whole: &DatasetScope<'_>, report: &mut Report<'_>) {
    for (c, circuit) in whole.records.circuits.iter().enumerate() {
        let Some(country) = country(&circuit.country) else {
            continue;
        };
        let zone = circuit.zone.name();
        if !is_of_place(circuit.zone) || country.zones.contains(&zone) {
            continue;
        }
        let path = format_args!("$.circuits[{c}].zone");
        let hint = format!("{}, or correct the country", write_zone_of(&circuit.country));
        if is_in_a_country(zone) {
            let message = format!("{zone} is not in {}", country.name);
            report.error("circuits.json", path, message, hint);
        } else {
            let message = format!(
                "'{zone}' is an old name, of which no list says whether it is in {}",
                country.name
            );
            report.note("circuits.json", path, message, hint);
        }
    }
}
