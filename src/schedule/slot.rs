//! Slot of a session in time: start and end as far as known, and its state at a moment.

use chrono::{DateTime, Days, Duration, FixedOffset, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use serde::Serialize;

use super::instant;
use crate::domain::{Session, SessionStatus, Start, Weekend, day_start};

/// A session's place in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Slot {
    /// Start, as far as known.
    pub start: Start,
    /// Its end: start and duration, which is the usual one of its kind where none is published; without a time the end of its
    /// day at the circuit; without a date the end of its weekend.
    pub end: DateTime<Utc>,
    /// True if `end` is published; else it is the usual or the latest possible end.
    pub end_published: bool,
}

/// State of a session at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It has not started.
    Upcoming,
    /// It is on.
    Live,
    /// It was to be on this day, at a time that is not known.
    Today,
    /// It is over.
    Finished,
    /// It is not held.
    Cancelled,
}

impl Slot {
    /// The slot of a session, by the clock of its circuit.
    pub fn of(weekend: &Weekend, session: &Session, zone: Tz) -> Self {
        let zone = session.zone.unwrap_or(zone);
        let Some(date) = session.date else {
            return Self {
                start: Start::Unknown,
                end: day_end(zone, weekend.end),
                end_published: false,
            };
        };
        let Some(at) = session
            .time
            .and_then(|time| start(zone, date, time, session.offset.as_deref()))
        else {
            return Self {
                start: Start::On(date),
                end: day_end(zone, date),
                end_published: false,
            };
        };
        Self {
            start: Start::At(at),
            end: at + Duration::minutes(session.duration().into()),
            end_published: session.minutes.is_some(),
        }
    }

    /// The instant at which it starts, if that is known.
    pub fn starts_at(&self) -> Option<DateTime<Utc>> {
        match self.start {
            Start::At(at) => Some(at),
            Start::On(_) | Start::Unknown => None,
        }
    }

    /// State of the session at `now`.
    pub fn state(&self, session: &Session, zone: Tz, now: DateTime<Utc>) -> State {
        match session.status {
            SessionStatus::Cancelled => return State::Cancelled,
            SessionStatus::Finished => return State::Finished,
            SessionStatus::Scheduled | SessionStatus::Moved => {}
        }
        if now >= self.end {
            return State::Finished;
        }
        match self.start {
            Start::At(at) if now >= at => State::Live,
            Start::On(date) if now >= day_start(session.zone.unwrap_or(zone), date) => State::Today,
            Start::At(_) | Start::On(_) | Start::Unknown => State::Upcoming,
        }
    }
}

/// The moment from which the result of a session counts as known, by the clock of its circuit: the end of its last part.
pub fn known_from(weekend: &Weekend, session: &Session, zone: Tz) -> DateTime<Utc> {
    Slot::of(weekend, weekend.last_part(session), zone).end
}

/// A start by the circuit's clock; an offset tells which of two equal clock times is meant.
fn start(zone: Tz, date: NaiveDate, time: NaiveTime, offset: Option<&str>) -> Option<DateTime<Utc>> {
    let offset = offset.and_then(|offset| offset.parse::<FixedOffset>().ok());
    match offset {
        Some(offset) => offset
            .from_local_datetime(&date.and_time(time))
            .single()
            .map(|at| at.to_utc()),
        None => instant(zone, date, time).ok(),
    }
}

/// The instant at which a day is over by the clock of a zone.
pub fn day_end(zone: Tz, date: NaiveDate) -> DateTime<Utc> {
    day_start(zone, date.checked_add_days(Days::new(1)).unwrap_or(date))
}

/// True if a day has begun by the clock of a zone. The zone matters for few days only, and is computed for those alone.
pub fn has_begun(date: NaiveDate, zone: impl FnOnce() -> Tz, now: DateTime<Utc>) -> bool {
    // No clock is a whole day ahead of UTC or behind it.
    match (date - now.date_naive()).num_days() {
        ..-1 => true,
        -1..=1 => day_start(zone(), date) <= now,
        2.. => false,
    }
}

/// True if a day is over by the clock of a zone.
pub fn is_over(date: NaiveDate, zone: impl FnOnce() -> Tz, now: DateTime<Utc>) -> bool {
    has_begun(date.checked_add_days(Days::new(1)).unwrap_or(date), zone, now)
}

/// True if a season that begins on a day has begun or does so within a year: later calendars are not published yet.
pub fn is_near(start: Option<NaiveDate>, now: DateTime<Utc>) -> bool {
    start.is_none_or(|start| (start - now.date_naive()).num_days() <= 366)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_has_begun_when_its_first_instant_has_passed() {
        let first = NaiveDate::from_ymd_opt(2024, 3, 1).unwrap();
        for zone in [
            Tz::UTC,
            Tz::America__New_York,
            Tz::Pacific__Kiritimati,
            Tz::Pacific__Pago_Pago,
        ] {
            for hours in 0..24 * 20 {
                let now = first.and_time(NaiveTime::MIN).and_utc() + Duration::hours(hours);
                for date in first.iter_days().take(20) {
                    let what = format!("{date} in {zone} at {now}");
                    assert_eq!(has_begun(date, || zone, now), day_start(zone, date) <= now, "{what}");
                    assert_eq!(is_over(date, || zone, now), day_end(zone, date) <= now, "{what}");
                }
            }
        }
    }
}
