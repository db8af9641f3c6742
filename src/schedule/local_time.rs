//! Local time: the date and time that a zone shows at an instant, and the instant of a local time.

use chrono::{DateTime, FixedOffset, MappedLocalTime, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::{OffsetName, Tz};
use serde::Serialize;

/// Reasons for which a local time is no single instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LocalTimeFault {
    /// The clock jumps over it.
    #[error("the clock jumps over this time")]
    Skipped,
    /// The clock shows it twice, with these offsets from UTC.
    #[error("the clock shows this time twice, at {0} and at {1}")]
    Twice(FixedOffset, FixedOffset),
}

/// The instant at which the clock of `zone` shows `date` and `time`.
///
/// # Errors
/// If the clock is put forward over that time, or shows it twice.
pub fn instant(zone: Tz, date: NaiveDate, time: NaiveTime) -> Result<DateTime<Utc>, LocalTimeFault> {
    match zone.from_local_datetime(&date.and_time(time)) {
        MappedLocalTime::Single(local) => Ok(local.to_utc()),
        MappedLocalTime::None => Err(LocalTimeFault::Skipped),
        MappedLocalTime::Ambiguous(one, other) => {
            let offset = |local: DateTime<Tz>| chrono::Offset::fix(local.offset());
            Err(LocalTimeFault::Twice(offset(one), offset(other)))
        }
    }
}

/// Date and time that a zone's clock shows at an instant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LocalTime {
    /// The date it shows.
    pub date: NaiveDate,
    /// The time it shows.
    pub time: NaiveTime,
    /// The zone's abbreviation at that instant, from the zone data: `EDT`.
    pub abbreviation: String,
    /// True if it is told on a clock of twelve hours, as in America.
    #[serde(skip)]
    pub twelve: bool,
}

impl LocalTime {
    /// The clock of `zone` at an instant.
    pub fn at(zone: Tz, instant: DateTime<Utc>) -> Self {
        let local = instant.with_timezone(&zone);
        let abbreviation = match local.offset().abbreviation() {
            Some(name) => name.to_owned(),
            // Zones without letters of their own are named by their offset.
            None => format!("UTC{}", local.format("%:z").to_string().trim_end_matches(":00")),
        };
        Self {
            date: local.date_naive(),
            time: local.time(),
            abbreviation,
            twelve: is_of_twelve_hours(zone),
        }
    }

    /// The time as a series tells it, whose own clock is that of a zone.
    #[must_use]
    pub fn told_in(self, zone: Tz) -> Self {
        Self {
            twelve: is_of_twelve_hours(zone),
            ..self
        }
    }
}

/// True if people tell the time of a zone by a clock of twelve hours.
fn is_of_twelve_hours(zone: Tz) -> bool {
    zone.name().starts_with("America/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new_york(date: &str, time: &str) -> Result<String, LocalTimeFault> {
        instant(Tz::America__New_York, date.parse().unwrap(), time.parse().unwrap()).map(|at| at.to_rfc3339())
    }

    #[test]
    fn both_edges_of_daylight_saving_time_are_told() {
        assert_eq!(new_york("2024-06-21", "16:20").unwrap(), "2024-06-21T20:20:00+00:00");
        assert_eq!(new_york("2024-03-10", "02:30"), Err(LocalTimeFault::Skipped));
        let offset = |hours: i32| FixedOffset::west_opt(hours * 3600).unwrap();
        assert_eq!(
            new_york("2024-11-03", "01:30"),
            Err(LocalTimeFault::Twice(offset(4), offset(5)))
        );
    }

    #[test]
    fn abbreviations_come_from_the_zone_data() {
        let name = |zone, at: &str| LocalTime::at(zone, at.parse().unwrap()).abbreviation;
        assert_eq!(name(Tz::America__New_York, "2024-06-21T20:20:00Z"), "EDT");
        assert_eq!(name(Tz::America__New_York, "2024-12-21T20:20:00Z"), "EST");
        assert_eq!(name(Tz::Asia__Singapore, "2024-06-21T20:20:00Z"), "UTC+08");
    }
}
