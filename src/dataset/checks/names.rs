//! Names and ids: each is the name or id of one record.

use std::collections::BTreeMap;
use std::fmt::Arguments;

use serde_json::Value;

use super::report::Report;
use super::rule::{Rule, RuleCheck};
use super::scope::{DatasetScope, SeasonScope, SeriesScope};
use crate::dataset::namesakes::{Mark, Namesakes, namesakes};
use crate::dataset::read::document::{Document, list};
use crate::domain::Slug;
use crate::lookup::normalised;

pub const RULES: &[Rule] = &[
    Rule {
        name: "duplicate-id",
        holds: "no two circuits have one id",
        needs: &[],
        check: RuleCheck::Dataset(circuit_ids),
    },
    Rule {
        name: "duplicate-id",
        holds: "no two drivers, no two teams and no two makes have one id",
        needs: &[],
        check: RuleCheck::Series(people_ids),
    },
    Rule {
        name: "duplicate-id",
        holds: "no two classes, championships, weekends, or sessions of a weekend have one id",
        needs: &[],
        check: RuleCheck::Season(season_ids),
    },
    Rule {
        name: "duplicate-name",
        holds: "no two circuits and no two series share a name or alias, whatever its case and accents",
        needs: &[],
        check: RuleCheck::Dataset(shared_names),
    },
    Rule {
        name: "duplicate-name",
        holds: "no two drivers, no two teams and no two makes share a name or alias, whatever its case and accents; of drivers of one name home towns, numbers or teams tell who is who",
        needs: &[],
        check: RuleCheck::Series(people_names),
    },
    Rule {
        name: "duplicate-name",
        holds: "no two classes, championships or weekends share a name or alias, whatever its case and accents",
        needs: &[],
        check: RuleCheck::Season(season_names),
    },
    Rule {
        name: "similar-names",
        holds: "names of drivers, or of teams, that are one slip apart are worth a second look",
        needs: &[],
        check: RuleCheck::Series(similar_names),
    },
];

/// Lists of a file whose records have ids and names of their own.
type Lists = (&'static str, &'static [&'static str]);

const CIRCUITS: Lists = ("circuits.json", &["circuits"]);
const PEOPLE: Lists = ("people.json", &["drivers", "teams", "makes"]);
const SEASON: Lists = ("season.json", &["classes", "championships"]);
const WEEKENDS: Lists = ("weekends.json", &["weekends"]);

/// Calls `visit` with every list of a file, by file, key and records.
fn each<'d>(
    (file, keys): Lists,
    document: Option<&'d Document>,
    mut visit: impl FnMut(&'static str, &'static str, Vec<NamedRecord<'d>>),
) {
    for (document, key) in document
        .into_iter()
        .flat_map(|document| keys.iter().map(move |key| (document, key)))
    {
        visit(file, key, document.list(key).filter_map(NamedRecord::of).collect());
    }
}

fn circuit_ids(scope: &DatasetScope<'_>, report: &mut Report<'_>) {
    ids_differ(report, CIRCUITS, scope.document(CIRCUITS.0));
}

fn people_ids(scope: &SeriesScope<'_>, report: &mut Report<'_>) {
    ids_differ(report, PEOPLE, scope.document(PEOPLE.0));
}

fn season_ids(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for lists in [SEASON, WEEKENDS] {
        ids_differ(report, lists, scope.document(lists.0));
    }
    let weekends = scope.document(WEEKENDS.0);
    for (w, weekend) in weekends.into_iter().flat_map(|document| document.list("weekends")) {
        let sessions = list(weekend, "sessions").filter_map(NamedRecord::of).collect();
        let at = format_args!("$.weekends[{w}].sessions");
        ids_of_list_differ(report, WEEKENDS.0, at, "sessions of one weekend", sessions);
    }
}

fn ids_differ(report: &mut Report<'_>, lists: Lists, document: Option<&Document>) {
    each(lists, document, |file, key, records| {
        ids_of_list_differ(report, file, format_args!("$.{key}"), key, records);
    });
}

fn ids_of_list_differ(
    report: &mut Report<'_>,
    file: &str,
    at: Arguments<'_>,
    what: &str,
    records: Vec<NamedRecord<'_>>,
) {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for NamedRecord { index, id, .. } in records {
        if let Some(first) = seen.insert(id, index) {
            let message = format!(
                "two {what} have the id '{id}'; the other is number {} of the list",
                first + 1
            );
            let hint = "give one of them another id, or make them one";
            report.error(file, format_args!("{at}[{index}].id"), message, hint);
        }
    }
}

/// A record with an id, and its index in its list.
struct NamedRecord<'d> {
    index: usize,
    id: &'d str,
    name: &'d str,
    record: &'d Value,
}

impl<'d> NamedRecord<'d> {
    fn of((index, record): (usize, &'d Value)) -> Option<Self> {
        let text = |key| record.get(key).and_then(Value::as_str);
        Some(Self {
            index,
            id: text("id")?,
            name: text("name").unwrap_or_default(),
            record,
        })
    }

    /// Name and aliases, each with the rest of its path.
    fn names(&self) -> impl Iterator<Item = (String, &'d str)> + use<'d> {
        let index = self.index;
        let aliases = list(self.record, "aliases").filter_map(|(a, alias)| Some((a, alias.as_str()?)));
        let aliases = aliases.map(move |(a, alias)| (format!("[{index}].aliases[{a}]"), alias));
        std::iter::once((format!("[{index}].name"), self.name)).chain(aliases)
    }
}

fn shared_names(scope: &DatasetScope<'_>, report: &mut Report<'_>) {
    names_differ(report, CIRCUITS, scope.document(CIRCUITS.0));
    let mut seen: BTreeMap<String, &Slug> = BTreeMap::new();
    for series in scope.records.series.values() {
        let aliases = series.aliases.iter().enumerate();
        let aliases = aliases.map(|(a, alias)| (format!("$.aliases[{a}]"), alias));
        let names = [
            ("$.name".to_owned(), &series.name),
            ("$.short".to_owned(), &series.short),
        ];
        for (path, name) in names.into_iter().chain(aliases) {
            let other = seen.insert(normalised(name), &series.id);
            if let Some(other) = other.filter(|other| **other != series.id) {
                let file = format!("{}/series.json", series.id);
                let message = format!("'{name}' is a name of '{other}' too");
                report.error(
                    &file,
                    format_args!("{path}"),
                    message,
                    "keep it for one of the two series",
                );
            }
        }
    }
}

fn people_names(scope: &SeriesScope<'_>, report: &mut Report<'_>) {
    let groups = namesakes(scope.series);
    let told: Vec<&Namesakes<'_>> = groups.iter().filter(|group| group.marks.is_some()).collect();
    let is_told = |one: &str, other: &str| {
        let has = |group: &Namesakes<'_>, id: &str| group.drivers.iter().any(|driver| driver.id == *id);
        told.iter().any(|group| has(group, one) && has(group, other))
    };
    names_differ_unless(report, PEOPLE, scope.document(PEOPLE.0), is_told);
}

fn season_names(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for lists in [SEASON, WEEKENDS] {
        names_differ(report, lists, scope.document(lists.0));
    }
}

/// Reports every name that an earlier record of its list has too.
fn names_differ(report: &mut Report<'_>, lists: Lists, document: Option<&Document>) {
    names_differ_unless(report, lists, document, |_, _| false);
}

/// Reports every name that an earlier record of its list has too, unless the two, by their ids, are told apart.
fn names_differ_unless(
    report: &mut Report<'_>,
    lists: Lists,
    document: Option<&Document>,
    is_told: impl Fn(&str, &str) -> bool,
) {
    each(lists, document, |file, key, records| {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for record in records {
            for (rest, name) in record.names() {
                let other = seen.insert(normalised(name), record.id);
                if let Some(other) = other.filter(|other| *other != record.id && !is_told(other, record.id)) {
                    let message = format!("'{name}' is a name of '{other}' too");
                    let hint = match key {
                        "drivers" => {
                            "make the two one; or if they are two people, write the \"hometown\" of both, or enter them with \
                             their numbers"
                        }
                        _ => "keep it for one of the two, or add what tells them apart",
                    };
                    report.error(file, format_args!("$.{key}{rest}"), message, hint);
                }
            }
        }
    });
}

/// Minimum length of a name that is compared, in characters: shorter ones are one typo from many others.
const SHORTEST: usize = 6;

fn similar_names(scope: &SeriesScope<'_>, report: &mut Report<'_>) {
    same_names(scope, report);
    let lists = (PEOPLE.0, &["drivers", "teams"][..]);
    each(lists, scope.document(PEOPLE.0), |file, key, records| {
        // Two words one typo apart share a form that lacks one letter, so that not all pairs must be compared.
        let mut forms: BTreeMap<String, Vec<(&str, &str)>> = BTreeMap::new();
        for NamedRecord { index, id, name, .. } in records {
            let word = normalised(name);
            if word.chars().count() < SHORTEST {
                continue;
            }
            let mut alike: Vec<(&str, &str)> = Vec::new();
            for form in shortened(&word) {
                let others = forms.entry(form).or_default();
                alike.extend_from_slice(others);
                others.push((id, name));
            }
            alike.sort_unstable();
            alike.dedup();
            for (other_id, other) in alike {
                if other_id != id && strsim::osa_distance(&normalised(other), &word) == 1 {
                    let message = format!("'{name}' looks like '{other}'");
                    let hint = "if both are one, make the second spelling an alias; if not, nothing is wrong";
                    report.note(file, format_args!("$.{key}[{index}].name"), message, hint);
                }
            }
        }
    });
}

/// Notes drivers of one name whose home towns are not known: they may be one who changed number or team.
fn same_names(scope: &SeriesScope<'_>, report: &mut Report<'_>) {
    let people = scope.document(PEOPLE.0);
    let place = |id: &str| {
        let mut drivers = people?.list("drivers").filter_map(NamedRecord::of);
        drivers.find(|record| record.id == id).map(|record| record.index)
    };
    for group in namesakes(scope.series) {
        let Some((Mark::Number | Mark::Team, marks)) = &group.marks else {
            continue;
        };
        let names: Vec<String> = group
            .drivers
            .iter()
            .zip(marks)
            .map(|(one, mark)| format!("'{}' ({mark})", one.id))
            .collect();
        if let Some(index) = group.drivers.last().and_then(|last| place(last.id.as_str())) {
            let message = format!("{} have one name", names.join(" and "));
            let hint = "if all are one, keep one record; if not, \"hometown\" tells them apart for good";
            report.note(PEOPLE.0, format_args!("$.drivers[{index}].name"), message, hint);
        }
    }
}

/// A word, and the word with each letter left out.
fn shortened(word: &str) -> impl Iterator<Item = String> {
    let letters = word.char_indices().map(|(at, letter)| {
        let (before, after) = word.split_at(at);
        format!("{before}{}", after.get(letter.len_utf8()..).unwrap_or_default())
    });
    std::iter::once(word.to_owned()).chain(letters)
}
