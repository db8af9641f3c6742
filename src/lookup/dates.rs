//! Dates in words: days relative to today, weekdays, days of a month.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::Deserialize;

use super::words::{indexed, parsed};

/// A day as people say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    /// A number of days from today.
    Ahead(i8),
    /// A weekday of the weekend at hand.
    Of(Weekday),
    /// A month and a day of it.
    On(u32, u32),
}

#[derive(Debug, Deserialize)]
struct RelativeDay {
    days: i8,
    words: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct DayWords {
    words: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct DateWords {
    relative: Vec<RelativeDay>,
    /// From Monday to Sunday.
    weekdays: Vec<DayWords>,
    /// From January to December.
    months: Vec<DayWords>,
    /// Words before a date at whose end something was known.
    as_of: Vec<String>,
    /// Words for the present moment.
    present: Vec<String>,
    /// Words in a date without a meaning of their own.
    of_date: Vec<String>,
}

/// Days and months by their words.
struct DateIndex {
    days: HashMap<String, Day>,
    months: HashMap<String, u32>,
    as_of: Vec<String>,
    present: Vec<String>,
    of_date: Vec<String>,
    /// The first word of each day.
    first: Vec<String>,
}

const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

static WORDS: LazyLock<DateIndex> = LazyLock::new(|| {
    let words: DateWords = parsed(include_str!("words/dates.toml"));
    let relative = words.relative.into_iter().map(|one| (Day::Ahead(one.days), one.words));
    let weekdays = WEEK
        .into_iter()
        .zip(words.weekdays)
        .map(|(day, one)| (Day::Of(day), one.words));
    let days: Vec<(Day, Vec<String>)> = relative.chain(weekdays).collect();
    DateIndex {
        first: days.iter().filter_map(|(_, words)| words.first().cloned()).collect(),
        days: indexed(days),
        months: indexed((1..).zip(words.months.into_iter().map(|one| one.words))),
        as_of: words.as_of,
        present: words.present,
        of_date: words.of_date,
    }
});

/// The first word of each day.
pub fn day_words() -> impl Iterator<Item = &'static str> {
    WORDS.first.iter().map(String::as_str)
}

/// The month of a normalised word, from 1 to 12.
pub fn month(word: &str) -> Option<u32> {
    WORDS.months.get(word).copied()
}

/// The day of normalised words: `tomorrow`, `saturday`, `june 22`.
pub fn day(words: &str) -> Option<Day> {
    WORDS.days.get(words).copied().or_else(|| day_of_month(words))
}

/// True if normalised words stand before a date at whose end something was known: `as of`.
pub fn is_as_of(words: &str) -> bool {
    WORDS.as_of.iter().any(|one| one == words)
}

/// The date of normalised words: `2026 07 01`, `1st of july 2026`, `yesterday`; of a day without a year the latest that is not
/// after today.
pub fn past_date(words: &str, today: NaiveDate) -> Option<NaiveDate> {
    if WORDS.present.iter().any(|one| one == words) {
        return Some(today);
    }
    let words: Vec<&str> = words
        .split(' ')
        .filter(|word| !WORDS.of_date.iter().any(|one| one == word))
        .collect();
    if let [year, month, day] = words.as_slice()
        && year.len() == 4
        && let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse())
    {
        return NaiveDate::from_ymd_opt(year, month, day);
    }
    if let [one, other, year] = words.as_slice() {
        let Some(Day::On(month, day)) = day_of_month(&format!("{one} {other}")) else {
            return None;
        };
        return NaiveDate::from_ymd_opt(year.parse().ok().filter(|_| year.len() == 4)?, month, day);
    }
    match day(&words.join(" "))? {
        Day::Ahead(days) => today.checked_add_signed(chrono::Duration::days(days.into())),
        Day::On(month, day) => {
            let mut years = [today.year(), today.year() - 1].into_iter();
            years.find_map(|year| NaiveDate::from_ymd_opt(year, month, day).filter(|date| *date <= today))
        }
        Day::Of(weekday) => {
            let days = (7 + today.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
            today.checked_sub_days(Days::new(days.into()))
        }
    }
}

/// A day by its date: `june 22`, `22nd june`.
fn day_of_month(words: &str) -> Option<Day> {
    // Most words have no number, and need no lookup of the month.
    if !words.bytes().any(|letter| letter.is_ascii_digit()) {
        return None;
    }
    let (one, other) = words.split_once(' ')?;
    let month = |word: &str| WORDS.months.get(word).copied();
    let number = |word: &str| {
        let digits = word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
        digits.parse().ok().filter(|day| (1..=31).contains(day))
    };
    let found = month(one).zip(number(other)).or_else(|| month(other).zip(number(one)));
    found.map(|(month, day)| Day::On(month, day))
}

/// The date of a day: `today` by the clock at hand, weekdays within the weekend from `first` to `last` or else next.
pub fn date(day: Day, today: NaiveDate, weekend: Option<(NaiveDate, NaiveDate)>) -> Option<NaiveDate> {
    match day {
        Day::Ahead(days) => today.checked_add_signed(chrono::Duration::days(days.into())),
        Day::On(month, day) => NaiveDate::from_ymd_opt(today.year(), month, day),
        Day::Of(weekday) => {
            let of = |from: NaiveDate| {
                let days = (7 + weekday.num_days_from_monday() - from.weekday().num_days_from_monday()) % 7;
                from.checked_add_days(Days::new(days.into()))
            };
            let inside = weekend.and_then(|(first, last)| of(first).filter(|date| *date <= last));
            inside.or_else(|| of(today))
        }
    }
}
