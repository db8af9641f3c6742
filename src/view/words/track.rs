//! Circuits in words.

use super::{country, time};
use crate::answer::{CircuitRecord, CircuitVisit, Track};

/// The heading over the weekends at a circuit.
pub const WEEKENDS: &str = "Weekends in the packs";
/// A circuit without a known record.
pub const NO_RECORD: &str = "Lap record: not known.";

/// The location of a circuit: `Watkins Glen, New York, United States`.
pub fn place(track: &Track) -> String {
    let parts = [
        track.city.as_deref(),
        track.region.as_deref(),
        Some(country::name(&track.country)),
    ];
    let mut parts: Vec<&str> = parts.into_iter().flatten().collect();
    // A city that is its own country is named once.
    parts.dedup();
    parts.join(", ")
}

/// The length of a circuit and its number of turns; the published unit first.
pub fn size(track: &Track) -> String {
    let length = match track.length {
        Some((miles, km)) if track.published_in_miles => format!("{miles} miles ({km:.3} km)"),
        Some((miles, km)) => format!("{km} km ({miles:.3} miles)"),
        None => "Length not known".to_owned(),
    };
    let turns = match track.turns {
        Some(turns) => super::count(turns.into(), "turn", "turns"),
        None => "number of turns not known".to_owned(),
    };
    format!("{length}{}{turns}", super::SEPARATOR)
}

/// The local time at the circuit.
pub fn clock(track: &Track) -> String {
    let clock = &track.clock;
    format!("Track clock: {} ({})", time::own_clock(clock), track.zone)
}

/// A lap record: `Race lap record (PCCNA): 1:47.151, Kay van Berlo, 2022`.
pub fn record(record: &CircuitRecord) -> String {
    let driver = record
        .driver
        .as_ref()
        .map_or_else(String::new, |driver| format!(", {}", driver.name));
    format!(
        "Race lap record ({}): {}{driver}, {}",
        record.series.name, record.time, record.year
    )
}

/// A weekend at the circuit: `PCCNA 2024: 20–22 Jun 2024`.
pub fn visit(visit: &CircuitVisit) -> String {
    format!(
        "{} {}: {}",
        visit.series.name,
        visit.season,
        time::days(visit.first, visit.last)
    )
}
