//! Profile of a circuit, and the series' visits to it.

use chrono::NaiveDate;
use serde::Serialize;

use super::NamedId;
use crate::domain::{CircuitId, DriverId, SeasonId, SeriesId, WeekendId};
use crate::schedule::LocalTime;

/// A circuit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Track {
    /// The circuit.
    pub circuit: NamedId<CircuitId>,
    /// The town.
    pub city: Option<String>,
    /// The state or province.
    pub region: Option<String>,
    /// The country, as an ISO code.
    pub country: String,
    /// The IANA zone of its clock.
    pub zone: String,
    /// Local time at the asker's moment.
    pub clock: LocalTime,
    /// The lap's length in miles and in kilometres.
    pub length: Option<(f64, f64)>,
    /// True if the length was published in miles.
    pub published_in_miles: bool,
    /// The number of turns.
    pub turns: Option<u16>,
    /// The race lap records that are known, by series.
    pub records: Vec<CircuitRecord>,
    /// The weekends there that the packs hold, the latest first.
    pub visits: Vec<CircuitVisit>,
    /// Notes.
    pub notes: Vec<String>,
}

/// A lap record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CircuitRecord {
    /// The series.
    pub series: NamedId<SeriesId>,
    /// The time as printed.
    pub time: String,
    /// The driver.
    pub driver: Option<NamedId<DriverId>>,
    /// The year.
    pub year: u16,
}

/// A weekend at a circuit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CircuitVisit {
    /// The series.
    pub series: NamedId<SeriesId>,
    /// The season.
    pub season: SeasonId,
    /// The weekend.
    pub weekend: NamedId<WeekendId>,
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day.
    pub last: NaiveDate,
    /// True if some of its results are known.
    pub has_results: bool,
}

/// Circuits of a season, the one asked for first.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CircuitOrder {
    /// The season.
    pub season: SeasonId,
    /// True if the greatest comes first.
    pub greatest: bool,
    /// True if turns are compared, not lengths.
    pub turns: bool,
    /// The circuit that was named first, where some were.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<CircuitId>,
    /// The circuits of which it is known, in order.
    pub circuits: Vec<CircuitSize>,
    /// The others.
    pub unknown: Vec<NamedId<CircuitId>>,
}

/// Size of a circuit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CircuitSize {
    /// The circuit.
    pub circuit: NamedId<CircuitId>,
    /// The lap's length in miles and in kilometres.
    pub length: Option<(f64, f64)>,
    /// True if the length was published in miles.
    pub published_in_miles: bool,
    /// The number of turns.
    pub turns: Option<u16>,
}
