//! Classifications: one a session and stage, one row a car, and only cars that are entered.

use std::collections::BTreeMap;

use super::report::Report;
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;
use crate::domain::{
    CarNumber, ClassId, Classification, DriverId, Entry, Id, Points, Row, Season, SessionRef, SessionStatus, Slug,
};

pub const RULES: &[Rule] = &[
    Rule {
        name: "duplicate-classification",
        holds: "a session has one classification at its end and one at each stage; a later revision says when it was published",
        needs: &[],
        check: RuleCheck::Season(one_a_session),
    },
    Rule {
        name: "result-of-cancelled-session",
        holds: "a session that was not held has no result",
        needs: &["weekends.json"],
        check: RuleCheck::Season(held),
    },
    Rule {
        name: "row-without-competitor",
        holds: "a row names its car or its driver",
        needs: &[],
        check: RuleCheck::Season(names_somebody),
    },
    Rule {
        name: "twice-in-classification",
        holds: "no car and no driver has two rows",
        needs: &[],
        check: RuleCheck::Season(one_row_each),
    },
    Rule {
        name: "row-contradicts-entry",
        holds: "a row's car, driver, team and class are those of its entry; another team, a car that nobody else is entered with, and what a note tells, may be right",
        needs: &["entries.json", "weekends.json"],
        check: RuleCheck::Season(rows_fit_entries),
    },
    Rule {
        name: "row-not-entered",
        holds: "a row is one of a weekend's entries where these are all known, or where it names its car alone",
        needs: &["entries.json", "weekends.json"],
        check: RuleCheck::Season(rows_are_entered),
    },
    Rule {
        name: "share-out-of-range",
        holds: "a session pays a share of the points between none and all",
        needs: &[],
        check: RuleCheck::Season(shares),
    },
];

/// Every classification with its index.
pub fn classifications<'c>(scope: &SeasonScope<'c>) -> impl Iterator<Item = (usize, &'c Classification)> {
    scope.season.classifications.iter().enumerate()
}

/// Every row with the index of its classification and its own.
pub fn rows<'c>(scope: &SeasonScope<'c>) -> impl Iterator<Item = (usize, &'c Classification, usize, &'c Row)> {
    classifications(scope).flat_map(|(c, classification)| {
        classification
            .rows
            .iter()
            .enumerate()
            .map(move |(r, row)| (c, classification, r, row))
    })
}

/// Class of a row, from the row or its entry.
pub fn class_of<'c>(season: &'c Season, classification: &Classification, row: &'c Row) -> Option<&'c ClassId> {
    let weekend = &classification.session.weekend;
    let entry = || season.entry(weekend, row.drivers().next(), row.car.as_ref());
    row.class.as_ref().or_else(|| entry()?.class.as_ref())
}

fn one_a_session(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let mut seen: BTreeMap<(&SessionRef, Option<&Slug>), usize> = BTreeMap::new();
    for (c, classification) in classifications(scope) {
        let stage = classification.stage.as_ref();
        if let Some(first) = seen.insert((&classification.session, stage), c)
            && classification.published.is_none()
        {
            let at = stage.map_or_else(String::new, |stage| format!(" at '{stage}'"));
            let message = format!(
                "'{}' has a classification{at} already: classification {}",
                classification.session,
                first + 1
            );
            let path = format_args!("$.classifications[{c}].session");
            let hint = "make the two one; a revision of the result needs \"published\"";
            report.error("results.json", path, message, hint);
        }
    }
}

fn held(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (c, classification) in classifications(scope) {
        let named = &classification.session;
        let session = scope
            .weekend(&named.weekend)
            .and_then(|weekend| weekend.session(named.session.as_str()));
        if session.is_some_and(|session| session.status == SessionStatus::Cancelled) {
            let message = format!("'{named}' is cancelled and has a result");
            let path = format_args!("$.classifications[{c}].session");
            report.error(
                "results.json",
                path,
                message,
                "correct the status in weekends.json, or remove the result",
            );
        }
    }
}

fn names_somebody(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (c, _, r, row) in rows(scope) {
        if row.car.is_none() && row.drivers().next().is_none() {
            let path = format_args!("$.classifications[{c}].rows[{r}]");
            let message = "this row names neither car nor driver";
            report.error(
                "results.json",
                path,
                message,
                "write \"car\" or \"driver\", or remove the row",
            );
        }
    }
}

fn one_row_each(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (c, classification) in classifications(scope) {
        let mut cars: BTreeMap<&CarNumber, usize> = BTreeMap::new();
        let mut drivers: BTreeMap<&Slug, usize> = BTreeMap::new();
        for (r, row) in classification.rows.iter().enumerate() {
            let car = row
                .car
                .as_ref()
                .and_then(|car| Some((car.to_string(), cars.insert(car, r)?)));
            let driver = row
                .driver
                .as_ref()
                .and_then(|driver| Some((driver.to_string(), drivers.insert(driver, r)?)));
            if let Some((who, first)) = driver.or(car) {
                let path = format_args!("$.classifications[{c}].rows[{r}]");
                let message = format!("'{who}' has a row already: row {}", first + 1);
                report.error(
                    "results.json",
                    path,
                    message,
                    "make the two one, or correct car and driver",
                );
            }
        }
    }
}

fn rows_fit_entries(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (c, classification, r, row) in rows(scope) {
        let weekend = &classification.session.weekend;
        let entries = || scope.entries_at(weekend).iter();
        let by_driver = row
            .driver
            .as_ref()
            .and_then(|driver| entries().find(|(_, entry)| entry.has_driver(driver)));
        let by_car = row
            .car
            .as_ref()
            .and_then(|car| entries().find(|(_, entry)| entry.car.as_ref() == Some(car)));
        let Some((e, entry)) = by_driver.or(by_car) else {
            continue;
        };
        let hint = "correct one of the two; tell in a \"note\" of the row what changed for this session alone";
        // A spare car, and a team that changed between two sessions, happen; a note says that they did.
        let is_told = row.note.is_some();
        let is_free = by_car.is_none() && by_driver.is_some();
        for (key, here, there) in differences(row, entry) {
            let path = format_args!("$.classifications[{c}].rows[{r}].{key}");
            let message = format!(
                "the {key} is '{here}' here and '{there}' in entries.json, entry {}",
                e + 1
            );
            match key {
                "class" => report.error("results.json", path, message, "correct one of the two"),
                _ if is_told => {}
                "team" => report.note("results.json", path, message, hint),
                "car" if is_free => report.note("results.json", path, message, hint),
                _ => report.error("results.json", path, message, hint),
            }
        }
    }
}

/// The keys of a row that differ from its entry, with what stands in each.
fn differences(row: &Row, entry: &Entry) -> Vec<(&'static str, String, String)> {
    fn differ<T: PartialEq + ToString>(here: Option<&T>, there: Option<&T>) -> Option<(String, String)> {
        let (here, there) = here.zip(there).filter(|(here, there)| here != there)?;
        Some((here.to_string(), there.to_string()))
    }
    let driver = row.driver.as_ref().filter(|here| stranger(entry, here));
    [
        ("car", differ(row.car.as_ref(), entry.car.as_ref())),
        ("driver", driver.map(|here| (here.to_string(), names(&entry.drivers)))),
        ("team", differ(row.team.as_ref(), entry.team.as_ref())),
        ("class", differ(row.class.as_ref(), entry.class.as_ref())),
    ]
    .into_iter()
    .filter_map(|(key, differ)| differ.map(|(here, there)| (key, here, there)))
    .collect()
}

/// True if an entry names its drivers and this one is not among them.
fn stranger(entry: &Entry, driver: &Slug) -> bool {
    !entry.drivers.is_empty() && !entry.has_driver(driver)
}

fn names(ids: &[DriverId]) -> String {
    ids.iter().map(Id::as_str).collect::<Vec<_>>().join("', '")
}

fn rows_are_entered(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (c, classification, r, row) in rows(scope) {
        let weekend = &classification.session.weekend;
        let driver = row.drivers().next();
        let who = driver.map(ToString::to_string);
        let Some(who) = who.or_else(|| row.car.as_ref().map(CarNumber::to_string)) else {
            continue;
        };
        // The crew of a car has a rule of its own.
        if row.car.is_some() && !row.crew.is_empty() {
            continue;
        }
        // A driver of a car that is entered need not be entered.
        let car = row.car.as_ref().filter(|_| driver.is_none());
        if scope.season.entry(weekend, driver, car).is_some() {
            continue;
        }
        let size = scope.season.field_sizes.iter().find(|size| size.weekend == *weekend);
        let entered = scope.entries_at(weekend).len();
        let path = format_args!("$.classifications[{c}].rows[{r}]");
        // Entry lists may be incomplete; only a list as long as the field is known to be whole.
        if size.is_some_and(|size| entered >= size.cars.into()) {
            let message = format!("'{who}' is not entered for '{weekend}', whose entries are all known");
            report.error("results.json", path, message, "correct the row, or add the entry");
        } else if driver.is_none() {
            let message = format!("car {who} is not entered for '{weekend}', so that nobody can have its points");
            report.error(
                "results.json",
                path,
                message,
                "correct the number, name the driver, or add the entry",
            );
        } else if entered > 0 {
            let message = format!("'{who}' is not among the entries for '{weekend}'");
            report.note("results.json", path, message, "correct the row, or add the entry");
        }
    }
}

fn shares(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (c, classification) in classifications(scope) {
        if let Some(share) = classification
            .share
            .filter(|share| *share < Points::ZERO || *share > Points::whole(1))
        {
            let message = format!("a share of {share} is not between 0 and 1");
            let path = format_args!("$.classifications[{c}].share");
            report.error("results.json", path, message, "write \"1/2\" for half points");
        }
    }
}
