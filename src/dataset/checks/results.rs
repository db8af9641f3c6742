//! A classification makes sense: one car a place, no holes, nobody from elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use super::report::Report;
use super::scope::Scope;
use super::{Check, Rule};
use crate::dataset::nearest::nearest;
use crate::domain::{
    CarNumber, Classification, Complete, Entry, Place, Points, Row, SessionRef, SessionStatus, Slug, Status,
};

pub const RULES: &[Rule] = &[
    Rule {
        name: "duplicate-classification",
        holds: "a session has one classification",
        needs: &[],
        check: Check::Season(one_a_session),
    },
    Rule {
        name: "result-of-cancelled-session",
        holds: "a session that was not held has no result",
        needs: &["weekends.json"],
        check: Check::Season(held),
    },
    Rule {
        name: "row-without-competitor",
        holds: "a row names its car or its driver",
        needs: &[],
        check: Check::Season(names_somebody),
    },
    Rule {
        name: "twice-in-classification",
        holds: "no car and no driver has two rows",
        needs: &[],
        check: Check::Season(one_row_each),
    },
    Rule {
        name: "impossible-place",
        holds: "places count from 1, several possible ones differ, and none is worse in class than over all",
        needs: &[],
        check: Check::Season(places_possible),
    },
    Rule {
        name: "two-cars-on-one-place",
        holds: "two cars share a place only in a dead heat",
        needs: &["entries.json", "season.json"],
        check: Check::Season(one_car_a_place),
    },
    Rule {
        name: "hole-in-complete-classification",
        holds: "a classification that says it is complete has every place",
        needs: &["entries.json", "season.json"],
        check: Check::Season(no_holes),
    },
    Rule {
        name: "row-contradicts-entry",
        holds: "a row's car, driver, team and class are those of its entry",
        needs: &["entries.json", "weekends.json"],
        check: Check::Season(rows_fit_entries),
    },
    Rule {
        name: "row-not-entered",
        holds: "where a weekend's entries are all known, every row is one of them",
        needs: &["entries.json", "weekends.json"],
        check: Check::Season(rows_are_entered),
    },
    Rule {
        name: "award-in-wrong-class",
        holds: "an award of a class goes to somebody of that class",
        needs: &["entries.json", "season.json"],
        check: Check::Season(award_classes),
    },
    Rule {
        name: "unknown-award",
        holds: "an award is pole, fastest lap, or one the season's rules name",
        needs: &["season.json"],
        check: Check::Season(awards_known),
    },
    Rule {
        name: "share-out-of-range",
        holds: "a session pays a share of the points between none and all",
        needs: &[],
        check: Check::Season(shares),
    },
];

/// The most places a classification can have.
const MOST_PLACES: u16 = 500;

/// Every classification with its index.
fn classifications<'c>(scope: &Scope<'c>) -> impl Iterator<Item = (usize, &'c Classification)> {
    scope.season.classifications.iter().enumerate()
}

/// Every row with the index of its classification and its own.
fn rows<'c>(scope: &Scope<'c>) -> impl Iterator<Item = (usize, &'c Classification, usize, &'c Row)> {
    classifications(scope).flat_map(|(c, classification)| {
        classification
            .rows
            .iter()
            .enumerate()
            .map(move |(r, row)| (c, classification, r, row))
    })
}

/// The class a row belongs to, from the row or its entry.
fn class_of<'c>(scope: &Scope<'c>, classification: &Classification, row: &'c Row) -> Option<&'c Slug> {
    let weekend = &classification.session.weekend;
    let entry = || scope.season.entry(weekend, row.driver.as_ref(), row.car.as_ref());
    row.class.as_ref().or_else(|| entry()?.class.as_ref())
}

fn one_a_session(scope: &Scope<'_>, report: &mut Report<'_>) {
    let mut seen: BTreeMap<&SessionRef, usize> = BTreeMap::new();
    for (c, classification) in classifications(scope) {
        if let Some(first) = seen.insert(&classification.session, c) {
            let message = format!(
                "'{}' has a classification already: $.classifications[{first}]",
                classification.session
            );
            let path = format_args!("$.classifications[{c}].session");
            report.error(&scope.file("results.json"), path, message, "make the two one");
        }
    }
}

fn held(scope: &Scope<'_>, report: &mut Report<'_>) {
    for (c, classification) in classifications(scope) {
        let named = &classification.session;
        let session = scope
            .weekend(&named.weekend)
            .and_then(|weekend| weekend.session(named.session.as_str()));
        if session.is_some_and(|session| session.status == SessionStatus::Cancelled) {
            let message = format!("'{named}' is cancelled and has a result");
            let path = format_args!("$.classifications[{c}].session");
            report.error(
                &scope.file("results.json"),
                path,
                message,
                "correct the status in weekends.json, or remove the result",
            );
        }
    }
}

fn names_somebody(scope: &Scope<'_>, report: &mut Report<'_>) {
    for (c, _, r, row) in rows(scope) {
        if row.car.is_none() && row.driver.is_none() {
            let path = format_args!("$.classifications[{c}].rows[{r}]");
            let message = "this row names neither car nor driver".to_owned();
            report.error(
                &scope.file("results.json"),
                path,
                message,
                "write \"car\" or \"driver\", or remove the row",
            );
        }
    }
}

fn one_row_each(scope: &Scope<'_>, report: &mut Report<'_>) {
    let file = scope.file("results.json");
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
                let message = format!("'{who}' has a row already: rows[{first}]");
                report.error(&file, path, message, "make the two one, or correct car and driver");
            }
        }
    }
}

fn places_possible(scope: &Scope<'_>, report: &mut Report<'_>) {
    let file = scope.file("results.json");
    for (c, _, r, row) in rows(scope) {
        for (key, place) in [("place", &row.place), ("class_place", &row.class_place)] {
            if let Some(message) = place.as_ref().and_then(impossible) {
                let path = format_args!("$.classifications[{c}].rows[{r}].{key}");
                report.error(&file, path, message, "write 3, or [2, 3], or {\"from\": 16}");
            }
        }
        let exact = |place: &Option<Place>| place.as_ref().and_then(Place::exact);
        if let (Some(place), Some(class_place)) = (exact(&row.place), exact(&row.class_place))
            && class_place > place
        {
            let path = format_args!("$.classifications[{c}].rows[{r}].class_place");
            let message = format!("place {class_place} in class is worse than place {place} over all cars");
            report.error(&file, path, message, "correct one of the two");
        }
    }
}

/// Why a place cannot be.
fn impossible(place: &Place) -> Option<String> {
    let out = |place: u16| (!(1..=MOST_PLACES).contains(&place)).then(|| format!("there is no place {place}"));
    match place {
        Place::Exactly(place) => out(*place),
        Place::From { from } => out(*from),
        Place::OneOf(places) => {
            let different: BTreeSet<u16> = places.iter().copied().collect();
            let few = (different.len() < 2 || different.len() < places.len())
                .then(|| "a list of possible places names two or more different ones".to_owned());
            places.iter().find_map(|place| out(*place)).or(few)
        }
    }
}

/// An exact place: the key it stands under, the class if it is one in class, and the place.
type Held<'c> = (&'static str, Option<&'c Slug>, u16);

/// The rows, with their indices, that hold each exact place over all cars and in each class.
fn holders<'c>(scope: &Scope<'c>, classification: &'c Classification) -> BTreeMap<Held<'c>, Vec<(usize, &'c Row)>> {
    let mut holders: BTreeMap<_, Vec<(usize, &Row)>> = BTreeMap::new();
    for (r, row) in classification.rows.iter().enumerate() {
        if let Some(place) = row.place.as_ref().and_then(Place::exact) {
            holders.entry(("place", None, place)).or_default().push((r, row));
        }
        if let Some(place) = row.class_place.as_ref().and_then(Place::exact) {
            let class = class_of(scope, classification, row);
            // Of a car whose class is not known it cannot be said with whom it shares a place.
            if class.is_some() {
                holders.entry(("class_place", class, place)).or_default().push((r, row));
            }
        }
    }
    holders
}

fn one_car_a_place(scope: &Scope<'_>, report: &mut Report<'_>) {
    for (c, classification) in classifications(scope) {
        for ((key, class, place), rows) in holders(scope, classification) {
            let Some(((first, _), rest)) = rows.split_first() else {
                continue;
            };
            if rest.is_empty() || rows.iter().all(|(_, row)| row.dead_heat) {
                continue;
            }
            let of = class.map_or_else(String::new, |class| format!(" of '{class}'"));
            for (r, _) in rest {
                let path = format_args!("$.classifications[{c}].rows[{r}].{key}");
                let message = format!("place {place}{of} is held by rows[{first}] already");
                let hint = "correct one of the two; write \"dead_heat\": true in both if they really share it";
                report.error(&scope.file("results.json"), path, message, hint);
            }
        }
    }
}

fn no_holes(scope: &Scope<'_>, report: &mut Report<'_>) {
    for (c, classification) in classifications(scope) {
        if classification.complete == Complete::default() {
            continue;
        }
        let file = scope.file("results.json");
        if classification.rows.is_empty() {
            let message = "this classification is complete and has no rows".to_owned();
            let path = format_args!("$.classifications[{c}].complete");
            report.error(&file, path, message, "add the rows, or write \"complete\": false");
            continue;
        }
        let holders = holders(scope, classification);
        let mut look = |key: &'static str, class: Option<&Slug>, vague: usize| {
            let taken: BTreeMap<u16, usize> = holders
                .iter()
                .filter(|((k, of, _), _)| *k == key && *of == class)
                .map(|((.., place), rows)| (*place, rows.len()))
                .collect();
            let holes = holes(&taken);
            if holes.len() > vague {
                let of = class.map_or_else(String::new, |class| format!(" of '{class}'"));
                let holes: Vec<String> = holes.iter().map(u16::to_string).collect();
                let message = format!("nobody has place {}{of}", holes.join(", "));
                let path = format_args!("$.classifications[{c}].rows");
                let hint = "add the missing rows, or say in \"complete\" for which classes nobody is missing";
                report.error(&file, path, message, hint);
            }
        };
        if classification.complete.holds_for(None) {
            look("place", None, vague(&classification.rows, |row| row.place.as_ref()));
        }
        for class in &scope.season.classes {
            if classification.complete.holds_for(Some(&class.id)) {
                let of_class = |row: &&Row| class_of(scope, classification, row) == Some(&class.id);
                let rows: Vec<Row> = classification.rows.iter().filter(of_class).cloned().collect();
                look(
                    "class_place",
                    Some(&class.id),
                    vague(&rows, |row| row.class_place.as_ref()),
                );
            }
        }
    }
}

/// The places up to the last one that nobody holds. Behind a dead heat of two one place stays free.
fn holes(taken: &BTreeMap<u16, usize>) -> Vec<u16> {
    let last = taken.keys().next_back().copied().unwrap_or(0).min(MOST_PLACES);
    let mut free_until = 0;
    let mut holes = Vec::new();
    for place in 1..=last {
        match taken.get(&place) {
            Some(cars) => free_until = usize::from(place) + cars,
            None if usize::from(place) < free_until => {}
            None => holes.push(place),
        }
    }
    holes
}

/// How many rows may hold a place that is not written exactly.
fn vague<'r>(rows: &'r [Row], place: impl Fn(&'r Row) -> Option<&'r Place>) -> usize {
    let is_vague = |row: &&'r Row| match place(row) {
        Some(Place::Exactly(_)) => false,
        Some(Place::OneOf(_) | Place::From { .. }) => true,
        None => row.status == Status::Classified,
    };
    rows.iter().filter(is_vague).count()
}

fn rows_fit_entries(scope: &Scope<'_>, report: &mut Report<'_>) {
    let file = scope.file("results.json");
    for (c, classification, r, row) in rows(scope) {
        let weekend = &classification.session.weekend;
        let entries = || scope.entries_at(weekend).iter();
        let by_driver = row
            .driver
            .as_ref()
            .and_then(|driver| entries().find(|(_, entry)| entry.drivers.contains(driver)));
        let by_car = row
            .car
            .as_ref()
            .and_then(|car| entries().find(|(_, entry)| entry.car.as_ref() == Some(car)));
        let Some((e, entry)) = by_driver.or(by_car) else {
            continue;
        };
        let mut differ = |key: &str, here: String, there: &str| {
            let path = format_args!("$.classifications[{c}].rows[{r}].{key}");
            let message = format!("the {key} is '{here}' here and '{there}' in entries.json, $.entries[{e}]");
            let hint = "correct one of the two; somebody who changes has one entry for each part of the season";
            report.error(&file, path, message, hint);
        };
        if let (Some(here), Some(there)) = (&row.car, &entry.car)
            && here != there
        {
            differ("car", here.to_string(), there.as_str());
        }
        if let Some(here) = row.driver.as_ref().filter(|here| stranger(entry, here)) {
            differ("driver", here.to_string(), &names(&entry.drivers));
        }
        if let (Some(here), Some(there)) = (&row.team, &entry.team)
            && here != there
        {
            differ("team", here.to_string(), there.as_str());
        }
        if let (Some(here), Some(there)) = (&row.class, &entry.class)
            && here != there
        {
            differ("class", here.to_string(), there.as_str());
        }
    }
}

/// Whether an entry names its drivers, and this one is not among them.
fn stranger(entry: &Entry, driver: &Slug) -> bool {
    !entry.drivers.is_empty() && !entry.drivers.contains(driver)
}

fn names(ids: &[Slug]) -> String {
    ids.iter().map(Slug::as_str).collect::<Vec<_>>().join("', '")
}

fn rows_are_entered(scope: &Scope<'_>, report: &mut Report<'_>) {
    let season = scope.season;
    for (c, classification, r, row) in rows(scope) {
        let weekend = &classification.session.weekend;
        let size = season.field_sizes.iter().find(|size| size.weekend == *weekend);
        // Results know people whom no entry list at hand names; only a list as long as the field is a whole one.
        let all_known = size.is_some_and(|size| scope.entries_at(weekend).len() >= size.cars.into());
        let named = row.car.is_some() || row.driver.is_some();
        if all_known && named && season.entry(weekend, row.driver.as_ref(), row.car.as_ref()).is_none() {
            let who = row
                .driver
                .as_ref()
                .map(Slug::to_string)
                .or_else(|| row.car.as_ref().map(CarNumber::to_string));
            let message = format!(
                "'{}' is not entered for '{weekend}', whose entries are all known",
                who.unwrap_or_default()
            );
            let path = format_args!("$.classifications[{c}].rows[{r}]");
            report.error(
                &scope.file("results.json"),
                path,
                message,
                "correct the row, or add the entry",
            );
        }
    }
}

fn award_classes(scope: &Scope<'_>, report: &mut Report<'_>) {
    for (c, classification) in classifications(scope) {
        for (a, award) in classification.awards.iter().enumerate() {
            let (Some(class), Some(driver)) = (&award.class, &award.driver) else {
                continue;
            };
            let row = classification
                .rows
                .iter()
                .find(|row| row.driver.as_ref() == Some(driver));
            let entry = || scope.season.entry(&classification.session.weekend, Some(driver), None);
            let of = match row {
                Some(row) => class_of(scope, classification, row),
                None => entry().and_then(|entry| entry.class.as_ref()),
            };
            if let Some(of) = of.filter(|of| *of != class) {
                let message = format!("'{driver}' is in '{of}', and cannot win this in '{class}'");
                let path = format_args!("$.classifications[{c}].awards[{a}].driver");
                report.error(
                    &scope.file("results.json"),
                    path,
                    message,
                    "correct the driver or the class",
                );
            }
        }
    }
}

fn awards_known(scope: &Scope<'_>, report: &mut Report<'_>) {
    let rules = scope
        .season
        .rules
        .values()
        .flat_map(|rules| rules.awards.iter().flatten());
    let mut known: BTreeSet<&str> = rules.map(|rule| rule.award.as_str()).collect();
    known.extend(["pole", "fastest-lap"]);
    for (c, classification) in classifications(scope) {
        for (a, award) in classification.awards.iter().enumerate() {
            if !known.contains(award.award.as_str()) {
                let hint = match nearest(award.award.as_str(), known.iter().copied()) {
                    Some(near) => format!("did you mean '{near}'?"),
                    None => "correct it, or name it under \"awards\" of the rules in season.json".to_owned(),
                };
                let path = format_args!("$.classifications[{c}].awards[{a}].award");
                let message = format!("'{}' is no award that the rules know", award.award);
                report.error(&scope.file("results.json"), path, message, hint);
            }
        }
    }
}

fn shares(scope: &Scope<'_>, report: &mut Report<'_>) {
    for (c, classification) in classifications(scope) {
        if let Some(share) = classification
            .share
            .filter(|share| *share < Points::ZERO || *share > Points::whole(1))
        {
            let message = format!("a share of {share} is not between 0 and 1");
            let path = format_args!("$.classifications[{c}].share");
            report.error(
                &scope.file("results.json"),
                path,
                message,
                "write \"1/2\" for half points",
            );
        }
    }
}
