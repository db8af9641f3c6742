//! Circuits, shared by all series that race there.

use chrono_tz::Tz;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CircuitId, DriverId, SeriesId, SourceId};

/// A circuit and the zone its clocks keep.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Circuit {
    /// The circuit's id.
    pub id: CircuitId,
    /// The full name.
    pub name: String,
    /// Other names in use: `the Glen`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The town.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// The state or province.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The country, as an ISO 3166 code of two letters.
    pub country: String,
    /// The IANA zone of its wall clock: `America/New_York`.
    #[schemars(with = "String")]
    pub zone: Tz,
    /// The lap's length, in the unit it was published in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<Length>,
    /// The number of turns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turns: Option<u16>,
    /// The best race laps on record, by series.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<LapRecord>,
    /// Free remark, for people.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// Sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
}

/// A length, kept in the unit it was published in.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Length {
    /// Statute miles.
    Miles(f64),
    /// Kilometres.
    Km(f64),
}

impl Length {
    /// In miles, to three places.
    pub fn miles(self) -> f64 {
        match self {
            Self::Miles(miles) => miles,
            Self::Km(km) => (km / 1.609_344 * 1000.0).round() / 1000.0,
        }
    }

    /// In kilometres, to three places.
    pub fn km(self) -> f64 {
        match self {
            Self::Miles(miles) => (miles * 1.609_344 * 1000.0).round() / 1000.0,
            Self::Km(km) => km,
        }
    }
}

/// The best race lap of a series at a circuit, as far as known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LapRecord {
    /// The series whose record it is.
    pub series: SeriesId,
    /// The lap time as printed: `1:47.151`.
    pub time: String,
    /// The driver's id, where the series knows the driver, else absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub driver: Option<DriverId>,
    /// The year it was set in.
    pub year: u16,
    /// Sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
}
