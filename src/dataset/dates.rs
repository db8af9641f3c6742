//! Dates and times that people mean: which are plausible, and what to write instead of one in another form.

use chrono::{Datelike, NaiveDate, NaiveTime};

/// Names of the months, as far as they are told apart.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// True if a date lies between 1900 and 2100: clocks and zones can be asked about it.
pub fn is_plausible(date: NaiveDate) -> bool {
    (1900..=2100).contains(&date.year())
}

/// Hint of what to write for a date that is written in another form; what a date looks like if none can be meant.
pub fn write_date(text: &str) -> String {
    match dates_meant(text).as_slice() {
        [] => "write the date as year-month-day, such as 2024-06-20".to_owned(),
        [date] => format!("write {date}"),
        [date, other, ..] => format!("write {date} or {other}, whichever is meant"),
    }
}

/// Hint of what to write for a time of day that is written in another form.
pub fn write_time(text: &str) -> String {
    match time_meant(text) {
        Some(time) => format!("write {}", time.format("%H:%M")),
        None => "write the time of day as hours and minutes of 24 hours, such as 14:05".to_owned(),
    }
}

/// Dates that a text may mean: `16/05/2026`, `2026-5-16`, `14 June 2026`.
pub fn dates_meant(text: &str) -> Vec<NaiveDate> {
    if text.len() > 40 {
        return Vec::new();
    }
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let month = |word: &str| {
        let start = word.get(..3)?.to_lowercase();
        let at = MONTHS.iter().position(|month| *month == start)?;
        u32::try_from(at + 1).ok()
    };
    let number = |word: &&str| {
        let digits = word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
        digits.parse::<u32>().ok()
    };
    let named = words.iter().find_map(|word| month(word));
    let numbers: Vec<u32> = words.iter().filter_map(number).collect();
    let orders: Vec<(u32, u32, u32)> = match (named, numbers.as_slice()) {
        (Some(month), [day, year] | [year, day]) if *year > 31 => vec![(*year, month, *day)],
        (None, [year, month, day]) if *year > 31 => vec![(*year, *month, *day)],
        (None, [first, second, year]) => vec![(*year, *second, *first), (*year, *first, *second)],
        _ => Vec::new(),
    };
    let date = |(year, month, day): (u32, u32, u32)| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day);
    let mut dates: Vec<NaiveDate> = orders
        .into_iter()
        .filter_map(date)
        .filter(|date| is_plausible(*date))
        .collect();
    dates.dedup();
    dates
}

/// Time of day that a text means: `14.00`, `9:30`, `2:00 PM`.
fn time_meant(text: &str) -> Option<NaiveTime> {
    let lower = text.trim().to_lowercase().replace("a.m.", "am").replace("p.m.", "pm");
    let is_after_noon = lower.ends_with("pm");
    let is_half_day = is_after_noon || lower.ends_with("am");
    let digits = lower.trim_end_matches(|letter: char| letter.is_ascii_alphabetic() || letter == ' ');
    let parts = digits.split([':', '.', 'h', ' ']).map(|part| part.parse::<u32>().ok());
    let parts: Vec<u32> = parts.collect::<Option<_>>()?;
    let (hours, minutes) = match parts.as_slice() {
        [hours] if is_half_day => (*hours, 0),
        [both] if digits.len() == 4 => (both / 100, both % 100),
        [hours, minutes] | [hours, minutes, _] => (*hours, *minutes),
        _ => return None,
    };
    let hours = match hours {
        12 if is_half_day => 0,
        hours => hours,
    };
    NaiveTime::from_hms_opt(hours + if is_after_noon { 12 } else { 0 }, minutes, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_in_another_form_is_told_in_the_right_one() {
        for text in [
            "16/05/2026",
            "16.5.2026",
            "2026-5-16",
            "2026/05/16",
            "16 May 2026",
            "May 16th, 2026",
        ] {
            assert_eq!(write_date(text), "write 2026-05-16", "{text}");
        }
        assert_eq!(
            write_date("05/06/2026"),
            "write 2026-06-05 or 2026-05-06, whichever is meant"
        );
        for text in ["30/02/2026", "soon", "2026-02-30", "1/2/3"] {
            assert!(write_date(text).starts_with("write the date as"), "{text}");
        }
    }

    #[test]
    fn a_time_in_another_form_is_told_in_the_right_one() {
        for text in ["14.00", "2:00 PM", "2 pm", "1400", "14h00", "14:00:99"] {
            assert_eq!(write_time(text), "write 14:00", "{text}");
        }
        assert_eq!(write_time("12:05 am"), "write 00:05");
        assert_eq!(write_time("9:30"), "write 09:30");
        for text in ["25:00", "noon", "13 pm"] {
            assert!(write_time(text).starts_with("write the time of day"), "{text}");
        }
    }
}
