//! Dates, times and distances in time in words.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::DayOrMonth;
use crate::schedule::LocalTime;

/// A date with its weekday: `Fri 21 Jun`.
pub fn day(date: NaiveDate) -> String {
    date.format("%a %-d %b").to_string()
}

/// A date with its weekday and year: `Fri 21 Jun 2024`.
pub fn day_and_year(date: NaiveDate) -> String {
    date.format("%a %-d %b %Y").to_string()
}

/// A date with its year: `21 Jun 2024`.
pub fn date(date: NaiveDate) -> String {
    date.format("%-d %b %Y").to_string()
}

/// A date as exactly as it is known: `21 Jun 2024`, `Jun 2024`.
pub fn day_or_month(date: DayOrMonth) -> String {
    match date {
        DayOrMonth::Day(day) => self::date(day),
        DayOrMonth::Month(month) => month.format("%b %Y").to_string(),
    }
}

/// The days of a weekend: `20–22 Jun 2024`, `31 Jul – 3 Aug 2025`.
pub fn days(first: NaiveDate, last: NaiveDate) -> String {
    if first == last {
        date(first)
    } else if first.format("%Y-%m").to_string() == last.format("%Y-%m").to_string() {
        format!("{}–{}", first.format("%-d"), date(last))
    } else {
        format!("{} – {}", first.format("%-d %b"), date(last))
    }
}

/// The days of a weekend without the year, as short as can be: `20–22 Jun`, `31 Jul–3 Aug`.
pub fn short_days(first: NaiveDate, last: NaiveDate) -> String {
    if first == last {
        last.format("%-d %b").to_string()
    } else if first.format("%Y-%m").to_string() == last.format("%Y-%m").to_string() {
        format!("{}–{}", first.format("%-d"), last.format("%-d %b"))
    } else {
        format!("{}–{}", first.format("%-d %b"), last.format("%-d %b"))
    }
}

/// A time of day: `16:20`, or `4:20 PM` on a clock of twelve hours.
pub fn clock(clock: &LocalTime) -> String {
    let format = if clock.twelve { "%-I:%M %p" } else { "%H:%M" };
    clock.time.format(format).to_string()
}

/// A time of day with its zone: `16:20 BST`.
pub fn zoned(clock: &LocalTime) -> String {
    format!("{} {}", self::clock(clock), clock.abbreviation)
}

/// A reader's own clock: `Fri 21 Jun 22:20 CEST`.
pub fn own_clock(clock: &LocalTime) -> String {
    format!("{} {}", day(clock.date), zoned(clock))
}

/// A relative time: `in 1 day 8 h`, `25 min ago`.
pub fn relative(at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let minutes = (at - now).num_minutes();
    let (days, hours, rest) = (minutes.abs() / 1440, minutes.abs() / 60 % 24, minutes.abs() % 60);
    let distance = match (days, hours) {
        (0, 0) if rest == 0 => return "now".to_owned(),
        (0, 0) => format!("{rest} min"),
        (0, _) if rest == 0 => format!("{hours} h"),
        (0, _) => format!("{hours} h {rest} min"),
        (1..=13, 0) => super::count(usize::try_from(days).unwrap_or(0), "day", "days"),
        (1..=13, _) => format!(
            "{} {hours} h",
            super::count(usize::try_from(days).unwrap_or(0), "day", "days")
        ),
        _ => format!("{days} days"),
    };
    if minutes < 0 {
        format!("{distance} ago")
    } else {
        format!("in {distance}")
    }
}
