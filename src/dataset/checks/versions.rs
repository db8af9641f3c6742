//! Versions and years: a pack is not older than what it holds, and its season is the one of its folder.

use chrono::{Datelike, Days, NaiveDate};

use super::pack_path::PackPath;
use super::report::Report;
use super::rule::{Rule, RuleCheck};
use super::scope::{DatasetScope, SeasonScope};
use crate::dataset::fault::Fault;
use crate::dataset::records::Records;
use crate::domain::{Season, SessionRef};

pub const RULES: &[Rule] = &[
    Rule {
        name: "result-after-version",
        holds: "a result or table of a session later than the pack's version is worth a second look",
        needs: &["season.json", "weekends.json"],
        check: RuleCheck::Season(results_before_version),
    },
    Rule {
        name: "wrong-year",
        holds: "a season's weekends are in the year of its folder's name, or in the one before or after",
        needs: &[],
        check: RuleCheck::Season(years),
    },
    Rule {
        name: "wrong-year",
        holds: "a lap record was set between 1890 and 2100",
        needs: &[],
        check: RuleCheck::Dataset(record_years),
    },
];

/// Date of a pack's version, if it has one.
fn date_of(season: &Season) -> Option<NaiveDate> {
    let version = &season.version;
    version
        .split_once('.')
        .map_or(version.as_str(), |(date, _)| date)
        .parse()
        .ok()
}

/// Rule of `in_future`, which needs to know the day.
pub const IN_FUTURE: (&str, &str) = (
    "in-future",
    "where the day of the check is known, as to `raceweek check`, no version and no result is of a later one",
);

/// Reports versions and results of a later day than today. Where it is tomorrow already, tomorrow is today.
pub fn in_future(records: &Records, today: NaiveDate, faults: &mut Vec<Fault>) {
    let latest = today.checked_add_days(Days::new(1)).unwrap_or(today);
    for series in records.series.values() {
        for season in series.each_season() {
            let path = PackPath {
                series: Some(series.id.as_str()),
                season: Some(season.id.as_str()),
            };
            let rule = IN_FUTURE.0;
            if let Some(version) = date_of(season).filter(|version| *version > latest) {
                let message = format!("the version {version} is later than today, {today}");
                let fault = Fault::error(path.file("season.json"), "$.version", rule, message);
                faults.push(fault.hint("write the date of the last change"));
            }
            for (c, classification) in season.classifications.iter().enumerate() {
                let named = &classification.session;
                if let Some(day) = day(season, named).filter(|day| *day > latest) {
                    let message = format!("'{named}' is on {day}, later than today, {today}, and has a result");
                    let place = format!("$.classifications[{c}].session");
                    let fault = Fault::error(path.file("results.json"), place, rule, message);
                    faults.push(fault.hint("correct the session, or its date in weekends.json"));
                }
            }
        }
    }
}

/// Day of a session, or the first of its weekend.
fn day(season: &Season, named: &SessionRef) -> Option<NaiveDate> {
    let weekend = season.weekend(named.weekend.as_str())?;
    let session = weekend.session(named.session.as_str())?;
    Some(session.date.unwrap_or(weekend.start))
}

fn results_before_version(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    // In another zone it is the day after.
    let Some(version) = date_of(scope.season).and_then(|date| date.checked_add_days(Days::new(1))) else {
        return;
    };
    let shown = &scope.season.version;
    let hint = "correct the session; or if it is over, write the date of this change as \"version\" in season.json";
    for (c, classification) in scope.season.classifications.iter().enumerate() {
        let named = &classification.session;
        if day(scope.season, named).is_some_and(|day| day > version) {
            let message = format!("'{named}' is later than the pack's version, {shown}, and has a result");
            report.note(
                "results.json",
                format_args!("$.classifications[{c}].session"),
                message,
                hint,
            );
        }
    }
    let rounds = scope.season.rounds();
    for (t, table) in scope.season.tables.iter().enumerate() {
        let Some(round) = scope.round(&table.after).and_then(|index| rounds.get(index)) else {
            continue;
        };
        let first = round
            .sessions
            .iter()
            .map(|session| session.date.unwrap_or(round.weekend.start))
            .min();
        if first.is_some_and(|day| day > version) {
            let message = format!("round {} is later than the pack's version, {shown}", table.after);
            report.note("published.json", format_args!("$.tables[{t}].after"), message, hint);
        }
    }
}

fn years(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let Some(year) = scope
        .season
        .id
        .as_str()
        .get(..4)
        .and_then(|year| year.parse::<i32>().ok())
    else {
        return;
    };
    for (w, weekend) in scope.season.weekends.iter().enumerate() {
        if !(year - 1..=year + 1).contains(&weekend.start.year()) {
            let message = format!(
                "'{}' starts on {}, and the season is {}",
                weekend.id, weekend.start, scope.season.id
            );
            let path = format_args!("$.weekends[{w}].start");
            report.error(
                "weekends.json",
                path,
                message,
                "correct the year, or the name of the folder",
            );
        }
    }
}

fn record_years(whole: &DatasetScope<'_>, report: &mut Report<'_>) {
    for (c, circuit) in whole.records.circuits.iter().enumerate() {
        for (r, record) in circuit.records.iter().enumerate() {
            if !(1890..=2100).contains(&record.year) {
                let path = format_args!("$.circuits[{c}].records[{r}].year");
                let message = format!("no lap was timed in the year {}", record.year);
                report.error("circuits.json", path, message, "correct the year");
            }
        }
    }
}
