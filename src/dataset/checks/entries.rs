//! Entry lists: one class a car, one seat a driver, and as many cars as the published field size.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Arguments;

use super::report::Report;
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;
use crate::dataset::read::json_path::PathKey;
use crate::domain::{CarNumber, Entry, FieldSize, Slug, WeekendId, Weekends};

pub const RULES: &[Rule] = &[
    Rule {
        name: "empty-entry",
        holds: "an entry names a car, a driver or a team",
        needs: &[],
        check: RuleCheck::Season(names_somebody),
    },
    Rule {
        name: "listed-twice",
        holds: "no list names the same driver, weekend or class twice",
        needs: &[],
        check: RuleCheck::Season(lists),
    },
    Rule {
        name: "car-in-two-classes",
        holds: "a car is in one class at a weekend",
        needs: &["weekends.json"],
        check: RuleCheck::Season(classes),
    },
    Rule {
        name: "car-entered-twice",
        holds: "a car has one entry at a weekend",
        needs: &["weekends.json"],
        check: RuleCheck::Season(cars),
    },
    Rule {
        name: "driver-in-two-entries",
        holds: "a driver has one entry at a weekend",
        needs: &["weekends.json"],
        check: RuleCheck::Season(drivers),
    },
    Rule {
        name: "duplicate-field-size",
        holds: "a weekend has one published field size",
        needs: &[],
        check: RuleCheck::Season(one_size),
    },
    Rule {
        name: "field-size-does-not-add-up",
        holds: "the classes of a field size come to all cars",
        needs: &["season.json"],
        check: RuleCheck::Season(sizes_add_up),
    },
    Rule {
        name: "more-entries-than-cars",
        holds: "no weekend has more entries than its field size says",
        needs: &["weekends.json"],
        check: RuleCheck::Season(sizes_hold_entries),
    },
];

fn names_somebody(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (e, entry) in scope.season.entries.iter().enumerate() {
        if entry.car.is_none() && entry.drivers.is_empty() && entry.team.is_none() {
            let message = "this entry names no car, no driver and no team";
            report.error(
                "entries.json",
                format_args!("$.entries[{e}]"),
                message,
                "write what is known of it, or remove it",
            );
        }
    }
}

fn lists(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (e, entry) in scope.season.entries.iter().enumerate() {
        look(
            report,
            "entries.json",
            format_args!("$.entries[{e}].drivers"),
            &entry.drivers,
        );
        if let Some(Weekends::Only(weekends)) = &entry.weekends {
            look(
                report,
                "entries.json",
                format_args!("$.entries[{e}].weekends"),
                weekends,
            );
        }
    }
    for (c, championship) in scope.season.championships.iter().enumerate() {
        if let Some(weekends) = &championship.weekends {
            look(
                report,
                "season.json",
                format_args!("$.championships[{c}].weekends"),
                weekends,
            );
        }
    }
    for (c, classification) in scope.season.classifications.iter().enumerate() {
        if let crate::domain::Complete::Classes(classes) = &classification.complete {
            look(
                report,
                "results.json",
                format_args!("$.classifications[{c}].complete"),
                classes,
            );
        }
    }
}

/// Reports ids that a list has twice.
fn look(report: &mut Report<'_>, file: &str, at: Arguments<'_>, ids: &[impl AsRef<Slug>]) {
    let mut seen = BTreeSet::new();
    for (index, id) in ids.iter().map(AsRef::as_ref).enumerate() {
        if !seen.insert(id) {
            let message = format!("'{id}' is listed twice");
            report.error(file, format_args!("{at}[{index}]"), message, "remove one");
        }
    }
}

/// Entries with their indices, by car number.
type EntriesByCar<'c> = BTreeMap<&'c CarNumber, Vec<(usize, &'c Entry)>>;

/// Entries with a car number, weekend by weekend.
fn by_car<'c>(scope: &SeasonScope<'c>) -> impl Iterator<Item = (&'c WeekendId, EntriesByCar<'c>)> {
    scope.season.weekends.iter().map(|weekend| {
        let mut cars = EntriesByCar::new();
        for (e, entry) in scope.entries_at(&weekend.id) {
            if let Some(car) = &entry.car {
                cars.entry(car).or_default().push((*e, entry));
            }
        }
        (&weekend.id, cars)
    })
}

fn classes(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let mut told = BTreeSet::new();
    for (weekend, cars) in by_car(scope) {
        for (car, entries) in cars {
            let Some((first, class)) = entries.iter().find_map(|(e, entry)| Some((*e, entry.class.as_ref()?))) else {
                continue;
            };
            for (e, entry) in entries {
                let Some(other) = entry.class.as_ref().filter(|other| *other != class) else {
                    continue;
                };
                // The same two entries clash at every weekend they share; they are reported once.
                if told.insert((first, e)) {
                    let message = format!(
                        "car {car} is in '{other}' and, by entry {}, in '{class}' at '{weekend}'",
                        first + 1
                    );
                    let hint = "correct one of the classes, or say at which weekends each entry holds";
                    report.error("entries.json", format_args!("$.entries[{e}].class"), message, hint);
                }
            }
        }
    }
}

fn cars(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let mut told = BTreeSet::new();
    for (weekend, cars) in by_car(scope) {
        for (car, entries) in cars {
            for [(first, one), (e, other)] in entries.array_windows() {
                let in_two_classes = one.class.is_some() && other.class.is_some() && one.class != other.class;
                if !in_two_classes && told.insert((*first, *e)) {
                    let message = format!("car {car} is entered by entry {} too at '{weekend}'", first + 1);
                    let hint = "make them one entry, or say at which weekends each holds";
                    report.error("entries.json", format_args!("$.entries[{e}].car"), message, hint);
                }
            }
        }
    }
}

fn drivers(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let mut told = BTreeSet::new();
    for weekend in &scope.season.weekends {
        let mut seats: BTreeMap<&Slug, usize> = BTreeMap::new();
        for (e, entry) in scope.entries_at(&weekend.id) {
            for (d, driver) in entry.drivers.iter().enumerate() {
                let Some(first) = seats.insert(driver, *e).filter(|first| first != e) else {
                    continue;
                };
                if told.insert((driver, first, *e)) {
                    let message = format!("'{driver}' is in entry {} too at '{}'", first + 1, weekend.id);
                    let path = format_args!("$.entries[{e}].drivers[{d}]");
                    let hint =
                        "say at which weekends each entry holds; who drove a second car stands in the crew of its row";
                    report.error("entries.json", path, message, hint);
                }
            }
        }
    }
}

/// Every field size with its index.
fn sizes<'c>(scope: &SeasonScope<'c>) -> impl Iterator<Item = (usize, &'c FieldSize)> {
    scope.season.field_sizes.iter().enumerate()
}

fn one_size(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let mut seen: BTreeMap<&Slug, usize> = BTreeMap::new();
    for (s, size) in sizes(scope) {
        if let Some(first) = seen.insert(&size.weekend, s) {
            let message = format!("'{}' has a field size already: field size {}", size.weekend, first + 1);
            let path = format_args!("$.field_sizes[{s}]");
            let hint = "keep one, and tell of the other under \"conflicts\" in season.json";
            report.error("entries.json", path, message, hint);
        }
    }
}

fn sizes_add_up(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (s, size) in sizes(scope) {
        let sum: u32 = size.classes.values().map(|cars| u32::from(*cars)).sum();
        let all_printed = scope
            .season
            .classes
            .iter()
            .all(|class| size.classes.contains_key(&class.id));
        let outside = scope
            .entries_at(&size.weekend)
            .iter()
            .any(|(_, entry)| entry.class.is_none());
        let too_few = !size.classes.is_empty() && all_printed && !outside && sum < size.cars.into();
        if sum > size.cars.into() || too_few {
            let message = format!("the classes come to {sum} cars, not to {}", size.cars);
            let path = format_args!("$.field_sizes[{s}].cars");
            let hint = "correct the number of cars, or of one class";
            report.error("entries.json", path, message, hint);
        }
    }
}

fn sizes_hold_entries(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (s, size) in sizes(scope) {
        let entries = scope.entries_at(&size.weekend);
        let mut look = |rest: String, count: usize, most: u16, what: &str| {
            if count > most.into() {
                let message = format!(
                    "{count} {what} are entered for '{}', more than the {most} here",
                    size.weekend
                );
                let hint = "correct the number, or the weekends of an entry";
                report.error("entries.json", format_args!("$.field_sizes[{s}]{rest}"), message, hint);
            }
        };
        look(".cars".to_owned(), entries.len(), size.cars, "cars");
        for (class, cars) in &size.classes {
            let count = entries
                .iter()
                .filter(|(_, entry)| entry.class.as_ref() == Some(class))
                .count();
            look(
                format!(".classes{}", PathKey(class.as_str())),
                count,
                *cars,
                &format!("'{class}' cars"),
            );
        }
        if let Some(teams) = size.teams {
            let count = entries
                .iter()
                .filter_map(|(_, entry)| entry.team.as_ref())
                .collect::<BTreeSet<_>>()
                .len();
            look(".teams".to_owned(), count, teams, "teams");
        }
    }
}
