//! Publication of a classification or a table: its status, and the moment from which it is known.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, TimeZone as _, Utc};
use chrono_tz::Tz;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Status of a publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum PublicationStatus {
    /// From timing, before the stewards have looked at it.
    Unofficial,
    /// From the stewards, open to protests and further inspection.
    Provisional,
    /// Final, unless it is amended by a later revision.
    Official,
}

/// Moment of a publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(
    untagged,
    expecting = "expected a moment such as \"2026-06-12T18:30:00Z\", or a day such as \"2026-06-12\""
)]
pub enum Published {
    /// At this instant.
    At(DateTime<Utc>),
    /// On this day; it counts from the day's start by the clock of the series.
    On(NaiveDate),
}

impl Published {
    /// The instant from which it counts, in the zone of the series.
    pub fn instant(self, zone: Tz) -> DateTime<Utc> {
        match self {
            Self::At(instant) => instant,
            Self::On(day) => day_start(zone, day),
        }
    }
}

/// The instant at which a day starts by the clock of a zone.
pub fn day_start(zone: Tz, date: NaiveDate) -> DateTime<Utc> {
    let midnight = date.and_time(NaiveTime::MIN);
    // If the clock skips midnight, the day starts when the clock comes back.
    (0..=3)
        .find_map(|hours| {
            zone.from_local_datetime(&(midnight + Duration::hours(hours)))
                .earliest()
        })
        .map_or_else(|| midnight.and_utc(), |local| local.to_utc())
}
