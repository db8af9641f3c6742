//! Moments and durations of iCalendar.

use ::icalendar::parser::Property;
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, TimeZone as _, Utc};

use super::zone;
use crate::import::sheet::CalendarStart;

/// A moment as precisely as it is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// An instant.
    Instant(DateTime<Utc>),
    /// A time without a zone: that of the circuit.
    Floating(NaiveDateTime),
    /// A day.
    Day(NaiveDate),
}

/// Fault of a moment.
#[derive(Debug, thiserror::Error)]
pub enum MomentProblem {
    #[error("'{0}' is no date and no time")]
    Unreadable(String),
    #[error("the zone '{0}' is not known")]
    Zone(String),
}

impl MomentProblem {
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "write 20260307T151500 or 20260307",
            Self::Zone(_) => "write its name in the list of IANA, such as America/New_York",
        }
    }
}

impl Moment {
    pub fn of(property: &Property<'_>) -> Result<Self, MomentProblem> {
        let text = property.val.as_ref().trim();
        let unreadable = || MomentProblem::Unreadable(text.chars().take(40).collect());
        if text.len() == 8 {
            let day = NaiveDate::parse_from_str(text, "%Y%m%d");
            return day.map(Self::Day).map_err(|_| unreadable());
        }
        let (clock, is_utc) = match text.strip_suffix(['Z', 'z']) {
            Some(clock) => (clock, true),
            None => (text, false),
        };
        let clock = NaiveDateTime::parse_from_str(clock, "%Y%m%dT%H%M%S").map_err(|_| unreadable())?;
        let named = property
            .params
            .iter()
            .find(|parameter| parameter.key.as_ref().eq_ignore_ascii_case("TZID"));
        let named = named.and_then(|parameter| parameter.val.as_ref());
        match named.map(|name| name.as_ref().trim_matches('"').trim()) {
            _ if is_utc => Ok(Self::Instant(clock.and_utc())),
            None => Ok(Self::Floating(clock)),
            Some(name) => {
                let zone = zone::named(name).ok_or_else(|| MomentProblem::Zone(name.chars().take(60).collect()))?;
                // A time that the clock leaves out is counted from before it was put forward.
                let hour = TimeDelta::hours(1);
                let instant = zone.from_local_datetime(&clock).earliest();
                let instant = instant.or_else(|| {
                    let before = zone.from_local_datetime(&clock.checked_sub_signed(hour)?).earliest()?;
                    before.checked_add_signed(hour)
                });
                let instant = instant.ok_or_else(unreadable)?;
                Ok(Self::Instant(instant.with_timezone(&Utc)))
            }
        }
    }

    /// The start of a session.
    pub fn start(self) -> CalendarStart {
        match self {
            Self::Instant(at) => CalendarStart::At(at),
            Self::Floating(clock) => CalendarStart::Local(clock.date(), clock.time()),
            Self::Day(day) => CalendarStart::On(day),
        }
    }

    /// The minutes up to a moment of the same kind.
    pub fn minutes_to(self, end: Self) -> Option<u16> {
        let length = match (self, end) {
            (Self::Instant(start), Self::Instant(end)) => end - start,
            (Self::Floating(start), Self::Floating(end)) => end - start,
            _ => return None,
        };
        u16::try_from(length.num_minutes()).ok()
    }
}

/// A duration such as `PT1H30M`, `P3D` or `P1W`; `None` for a negative one and for what is none.
pub fn duration(text: &str) -> Option<TimeDelta> {
    let (days, clock) = text
        .trim()
        .trim_start_matches('+')
        .strip_prefix('P')?
        .split_once('T')
        .map_or_else(
            || (text.trim().trim_start_matches(['+', 'P']), ""),
            |(days, clock)| (days, clock),
        );
    let mut total = TimeDelta::zero();
    for (part, units) in [(days, "WD"), (clock, "HMS")] {
        let mut rest = part;
        while let Some(at) = rest.find(|letter: char| units.contains(letter)) {
            let (count, after) = rest.split_at_checked(at)?;
            let unit = after.chars().next()?;
            let seconds = match unit {
                'W' => 604_800,
                'D' => 86_400,
                'H' => 3_600,
                'M' => 60,
                _ => 1,
            };
            let count: i64 = Some(count)
                .filter(|count| count.len() <= 6)?
                .parse::<u32>()
                .ok()?
                .into();
            total = total.checked_add(&TimeDelta::try_seconds(count.checked_mul(seconds)?)?)?;
            rest = after.get(unit.len_utf8()..)?;
        }
        if !rest.is_empty() {
            return None;
        }
    }
    (total > TimeDelta::zero()).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::duration;

    #[test]
    fn durations_are_read() {
        let minutes = |text| duration(text).map(|length| length.num_minutes());
        assert_eq!(minutes("PT40M"), Some(40));
        assert_eq!(minutes("PT1H30M"), Some(90));
        assert_eq!(minutes("P1DT2H"), Some(26 * 60));
        assert_eq!(minutes("P1W"), Some(7 * 24 * 60));
        for text in ["", "P", "PT", "-PT5M", "PT40", "PTM", "P99999999999D", "PT4ä"] {
            assert_eq!(minutes(text), None, "{text}");
        }
    }
}
