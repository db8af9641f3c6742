//! Crews and entries: who shares a car is entered with it, is named whole, and no entered car is forgotten.

use super::report::Report;
use super::results::{classifications, rows};
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;
use crate::domain::{CarNumber, ClassId, Classification, Complete, DriverId, Entry, Id, Row, SessionKind, WeekendId};

pub const RULES: &[Rule] = &[
    Rule {
        name: "crew-not-entered",
        holds: "a crew's car and every driver of it are entered for the weekend, where its entries are known",
        needs: &["entries.json", "weekends.json"],
        check: RuleCheck::Season(crews_are_entered),
    },
    Rule {
        name: "crew-incomplete",
        holds: "a shared car of which a race's row names one driver, or none where others have a crew, is worth a second look",
        needs: &["entries.json", "weekends.json"],
        check: RuleCheck::Season(crews_are_whole),
    },
    Rule {
        name: "entered-car-missing",
        holds: "an entered car without a row in a complete classification of a race is worth a second look",
        needs: &["entries.json", "weekends.json"],
        check: RuleCheck::Season(entered_cars_are_listed),
    },
];

/// Maximum number of names that a message lists.
const MOST: usize = 5;

/// Names of a list, and how many more there are.
fn listed(names: &[String]) -> String {
    let shown: Vec<&str> = names.iter().map(String::as_str).take(MOST).collect();
    match names.len().saturating_sub(MOST) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}

/// A row that names a car and its crew, in the entries of its weekend.
struct CrewRow<'c> {
    row: &'c Row,
    car: &'c CarNumber,
    weekend: &'c WeekendId,
    entries: &'c [(usize, &'c Entry)],
    /// True if the entries are as many as the published field size.
    is_whole: bool,
}

impl CrewRow<'_> {
    fn entry(&self) -> Option<&Entry> {
        let mut entries = self.entries.iter().map(|(_, entry)| *entry);
        entries.find(|entry| entry.car.as_ref() == Some(self.car))
    }

    /// Another car that a driver is entered with.
    fn other_car(&self, driver: &DriverId) -> Option<&CarNumber> {
        let mut entries = self.entries.iter().filter(|(_, entry)| entry.has_driver(driver));
        entries
            .find_map(|(_, entry)| entry.car.as_ref())
            .filter(|car| *car != self.car)
    }

    fn is_entered(&self, driver: &DriverId) -> bool {
        self.entries.iter().any(|(_, entry)| entry.has_driver(driver))
    }
}

fn crews_are_entered(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (c, classification, r, row) in rows(scope) {
        let weekend = &classification.session.weekend;
        let entries = scope.entries_at(weekend);
        let Some(car) = row.car.as_ref().filter(|_| !row.crew.is_empty() && !entries.is_empty()) else {
            continue;
        };
        let size = scope.season.field_sizes.iter().find(|size| size.weekend == *weekend);
        let of = CrewRow {
            row,
            car,
            weekend,
            entries,
            is_whole: size.is_some_and(|size| entries.len() >= size.cars.into()),
        };
        let at = format!("$.classifications[{c}].rows[{r}]");
        match of.entry() {
            Some(entry) => drivers_are_entered(&of, entry, &at, report),
            None => car_is_unknown(&of, &at, report),
        }
    }
}

fn car_is_unknown(of: &CrewRow<'_>, at: &str, report: &mut Report<'_>) {
    // An entry without a number may be this car's.
    if of.entries.iter().any(|(_, entry)| entry.car.is_none()) {
        return;
    }
    let others: Vec<&CarNumber> = of.row.drivers().filter_map(|driver| of.other_car(driver)).collect();
    let car = of.car;
    let path = format_args!("{at}.car");
    match others.first() {
        Some(other) if others.len() == of.row.crew.len() && others.iter().all(|one| one == other) => {
            let message = format!(
                "nobody entered car {car} for '{}'; its crew is entered with {other}",
                of.weekend
            );
            report.error(
                "results.json",
                path,
                message,
                format!("write \"{other}\", or correct the crew"),
            );
        }
        _ => {
            let message = format!("nobody entered car {car} for '{}'", of.weekend);
            let hint = "correct the number, or add the entry";
            if of.is_whole {
                report.error("results.json", path, message, hint);
            } else {
                report.note("results.json", path, message, hint);
            }
        }
    }
}

fn drivers_are_entered(of: &CrewRow<'_>, entry: &Entry, at: &str, report: &mut Report<'_>) {
    if entry.drivers.is_empty() {
        return;
    }
    let strangers = of
        .row
        .drivers()
        .enumerate()
        .filter(|(_, driver)| !entry.has_driver(driver));
    for (m, driver) in strangers {
        let car = of.car;
        let path = format_args!("{at}.crew[{m}]");
        if let Some(other) = of.other_car(driver) {
            let message = format!("'{driver}' is entered with car {other}, and in the crew of car {car} here");
            let hint = "correct the driver, unless both are right";
            report.note("results.json", path, message, hint);
        } else if !of.is_entered(driver) {
            let message = format!(
                "'{driver}' is in the crew of car {car}, and not entered for '{}'",
                of.weekend
            );
            report.error(
                "results.json",
                path,
                message,
                "correct the driver, or add the driver to the car's entry",
            );
        }
    }
}

/// True if a classification is that of a race.
fn is_race(scope: &SeasonScope<'_>, classification: &Classification) -> bool {
    let named = &classification.session;
    let session = scope
        .weekend(&named.weekend)
        .and_then(|weekend| weekend.session(named.session.as_str()));
    session.is_some_and(|session| matches!(session.kind, SessionKind::Race | SessionKind::Sprint))
}

fn crews_are_whole(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (c, classification) in classifications(scope) {
        if !is_race(scope, classification) {
            continue;
        }
        crews_are_named(scope, (c, classification), report);
        let entries = scope.entries_at(&classification.session.weekend);
        let lone = classification.rows.iter().enumerate().filter_map(|(r, row)| {
            let driver = row.driver.as_ref()?;
            let numbered = |entry: &Entry| row.car.is_none() || entry.car == row.car;
            let own = entries
                .iter()
                .find(|(_, entry)| entry.has_driver(driver) && numbered(entry));
            own.filter(|(_, entry)| entry.drivers.len() > 1).map(|_| (r, driver))
        });
        let lone: Vec<(usize, &DriverId)> = lone.collect();
        let Some((first, _)) = lone.first() else { continue };
        let names: Vec<String> = lone.iter().map(|(_, driver)| driver.to_string()).collect();
        let message = format!("a car that several share is given to one driver: {}", listed(&names));
        let path = format_args!("$.classifications[{c}].rows[{first}].driver");
        let hint =
            "write \"crew\" with all who drove, so that each has the points; leave it if the others did not drive";
        report.note("results.json", path, message, hint);
    }
}

/// Notes the shared cars without a crew in a classification that names the crews of others.
fn crews_are_named(scope: &SeasonScope<'_>, (c, classification): (usize, &Classification), report: &mut Report<'_>) {
    if classification.rows.iter().all(|row| row.crew.is_empty()) {
        return;
    }
    let entries = scope.entries_at(&classification.session.weekend);
    let is_shared = |row: &Row| {
        let mut entries = entries.iter().filter(|(_, entry)| entry.drivers.len() > 1);
        row.car.is_some() && entries.any(|(_, entry)| entry.car == row.car)
    };
    let rows = classification.rows.iter().enumerate();
    let bare = rows.filter(|(_, row)| row.drivers().next().is_none() && is_shared(row));
    let bare: Vec<(usize, String)> = bare
        .filter_map(|(r, row)| Some((r, format!("car {}", row.car.as_ref()?))))
        .collect();
    if let Some((first, _)) = bare.first() {
        let cars: Vec<String> = bare.iter().map(|(_, car)| car.clone()).collect();
        let message = format!("shared, and without a crew, unlike other cars here: {}", listed(&cars));
        let path = format_args!("$.classifications[{c}].rows[{first}].car");
        let hint = "write \"crew\" with all who drove; leave it if all did who are entered with the car";
        report.note("results.json", path, message, hint);
    }
}

/// True if a classification lists everybody of an entry's class.
fn covers(complete: &Complete, class: Option<&ClassId>) -> bool {
    complete.holds_for(None) || complete.holds_for(class)
}

fn entered_cars_are_listed(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (c, classification) in classifications(scope) {
        if classification.stage.is_some() || !is_race(scope, classification) {
            continue;
        }
        let is_listed = |entry: &Entry| {
            let same = |row: &Row| {
                let by_car = entry.car.is_some() && row.car == entry.car;
                by_car || row.drivers().any(|driver| entry.has_driver(driver))
            };
            classification.rows.iter().any(same)
        };
        let entries = scope
            .entries_at(&classification.session.weekend)
            .iter()
            .map(|(_, entry)| *entry);
        let missing = entries.filter(|entry| {
            let is_somebody = entry.car.is_some() || !entry.drivers.is_empty();
            is_somebody && covers(&classification.complete, entry.class.as_ref()) && !is_listed(entry)
        });
        let missing: Vec<String> = missing.map(named).collect();
        if !missing.is_empty() {
            let message = format!("entered, and without a row: {}", listed(&missing));
            let path = format_args!("$.classifications[{c}].rows");
            let hint = "add the rows, if only with \"status\": \"dns\"; leave it if they were not there";
            report.note("results.json", path, message, hint);
        }
    }
}

fn named(entry: &Entry) -> String {
    let drivers: Vec<&str> = entry.drivers.iter().map(Id::as_str).collect();
    match (&entry.car, drivers.is_empty()) {
        (Some(car), true) => format!("car {car}"),
        (Some(car), false) => format!("car {car} ({})", drivers.join(", ")),
        (None, _) => drivers.join(", "),
    }
}
