//! Seasons: version, dates of adjustments and notes, and known conflicts of sources.

use chrono::{Datelike, Days, NaiveDate};

use super::report::Report;
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;
use crate::dataset::dates::{is_plausible, write_date};

pub const RULES: &[Rule] = &[
    Rule {
        name: "bad-version",
        holds: "a pack's version is the date of its last change, not before 2000",
        needs: &["season.json"],
        check: RuleCheck::Season(version),
    },
    Rule {
        name: "adjustment-outside-season",
        holds: "points are given and taken in the half year before the season, during it or in the year after it",
        needs: &["weekends.json"],
        check: RuleCheck::Season(adjustments),
    },
    Rule {
        name: "implausible-since",
        holds: "a note is known from a day within a year of its season",
        needs: &["weekends.json"],
        check: RuleCheck::Season(notes),
    },
    Rule {
        name: "known-conflict",
        holds: "where sources contradict each other is told, every time",
        needs: &[],
        check: RuleCheck::Season(conflicts),
    },
];

/// True if a pack may have been changed on a day: there was none before the year 2000.
fn may_be_changed(date: NaiveDate) -> bool {
    is_plausible(date) && date.year() >= 2000
}

/// One year, leap years included, in days.
const YEAR: Days = Days::new(366);

/// The time before a season in which a decision may be made that is carried over to it, in days.
const HALF_YEAR: Days = Days::new(183);

fn version(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let version = &scope.season.version;
    let (date, number) = version.split_once('.').unwrap_or((version, "1"));
    let is_date = date.len() == 10 && date.parse::<NaiveDate>().is_ok_and(may_be_changed);
    if !is_date || !number.parse::<u16>().is_ok_and(|number| number > 0) {
        let message = format!("'{version}' is not a version");
        let hint = if is_date {
            "write the date of the last change, 2024-06-20, and for a second one that day 2024-06-20.2".to_owned()
        } else {
            write_date(version)
        };
        report.error("season.json", format_args!("$.version"), message, hint);
    }
}

/// First and last day of a season, if both are plausible.
fn span(scope: &SeasonScope<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let weekends = || scope.season.weekends.iter();
    let first = weekends().map(|weekend| weekend.start).min()?;
    let last = weekends().map(|weekend| weekend.end).max()?;
    (is_plausible(first) && is_plausible(last)).then_some((first, last))
}

fn adjustments(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let Some((first, last)) = span(scope) else { return };
    let earliest = first.checked_sub_days(HALF_YEAR).unwrap_or(first);
    let latest = last.checked_add_days(YEAR).unwrap_or(last);
    for (a, adjustment) in scope.season.adjustments.iter().enumerate() {
        if !(earliest..=latest).contains(&adjustment.date) {
            let date = adjustment.date;
            let message = format!("{date} is not shortly before, in or after the season ({first} to {last})");
            let path = format_args!("$.adjustments[{a}].date");
            let hint = "write the day of the decision, or move it to the season it belongs to";
            report.error("season.json", path, message, hint);
        }
    }
}

fn notes(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let Some((first, last)) = span(scope) else { return };
    let earliest = first.checked_sub_days(YEAR).unwrap_or(first);
    let latest = last.checked_add_days(YEAR).unwrap_or(last);
    let mut look = |file: &str, at: String, since: Option<NaiveDate>| {
        if let Some(since) = since.filter(|since| !(earliest..=latest).contains(since)) {
            let message = format!("{since} is more than a year from the season ({first} to {last})");
            let hint = "write the day from which it was known, or leave it out";
            report.error(file, format_args!("{at}.since"), message, hint);
        }
    };
    for (n, note) in scope.season.notes.iter().enumerate() {
        look("season.json", format!("$.notes[{n}]"), note.since);
    }
    for (w, weekend) in scope.season.weekends.iter().enumerate() {
        for (n, note) in weekend.notes.iter().enumerate() {
            look("weekends.json", format!("$.weekends[{w}].notes[{n}]"), note.since);
        }
    }
}

fn conflicts(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (c, conflict) in scope.season.conflicts.iter().enumerate() {
        let message = format!("{} {}", conflict.about, conflict.against);
        let path = format_args!("$.conflicts[{c}]");
        report.note("season.json", path, message, format!("kept: {}", conflict.kept));
    }
}
