//! Names and ids: each is the name or id of one record.

use std::collections::BTreeMap;
use std::fmt::Arguments;

use super::report::Report;
use super::rule::{Rule, RuleCheck};
use super::scope::{DatasetScope, SeasonScope, SeriesScope};
use crate::dataset::normalise::normalised;
use crate::domain::Slug;

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
        holds: "no two drivers, no two teams and no two makes share a name or alias, whatever its case and accents",
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

fn circuit_ids(whole: &DatasetScope<'_>, report: &mut Report<'_>) {
    let ids = whole.records.circuits.iter().map(|circuit| &circuit.id);
    ids_differ(report, "circuits.json", format_args!("$.circuits"), "circuits", ids);
}

fn people_ids(scope: &SeriesScope<'_>, report: &mut Report<'_>) {
    let file = scope.file("people.json");
    if let Some(people) = scope.whole.records.people.get(&scope.series.id) {
        ids_differ(
            report,
            &file,
            format_args!("$.drivers"),
            "drivers",
            people.drivers.iter(),
        );
        ids_differ(report, &file, format_args!("$.teams"), "teams", people.teams.iter());
        ids_differ(report, &file, format_args!("$.makes"), "makes", people.makes.iter());
    }
}

fn season_ids(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let season = scope.season;
    let file = scope.file("season.json");
    let classes = season.classes.iter().map(|class| &class.id);
    ids_differ(report, &file, format_args!("$.classes"), "classes", classes);
    let championships = season.championships.iter().map(|championship| &championship.id);
    ids_differ(
        report,
        &file,
        format_args!("$.championships"),
        "championships",
        championships,
    );
    let file = scope.file("weekends.json");
    let weekends = season.weekends.iter().map(|weekend| &weekend.id);
    ids_differ(report, &file, format_args!("$.weekends"), "weekends", weekends);
    for (w, weekend) in season.weekends.iter().enumerate() {
        let sessions = weekend.sessions.iter().map(|session| &session.id);
        let at = format_args!("$.weekends[{w}].sessions");
        ids_differ(report, &file, at, "sessions of one weekend", sessions);
    }
}

fn ids_differ<'c>(
    report: &mut Report<'_>,
    file: &str,
    at: Arguments<'_>,
    what: &str,
    ids: impl Iterator<Item = &'c (impl AsRef<Slug> + 'c)>,
) {
    let mut seen: BTreeMap<&Slug, usize> = BTreeMap::new();
    for (index, id) in ids.enumerate() {
        if let Some(first) = seen.insert(id.as_ref(), index) {
            let message = format!("two {what} have the id '{}'; the other is {at}[{first}]", id.as_ref());
            let hint = "give one of them another id, or make them one";
            report.error(file, format_args!("{at}[{index}].id"), message, hint);
        }
    }
}

/// A record with a name and aliases, and its index in its list.
struct NamedRecord<'c> {
    index: usize,
    id: &'c Slug,
    name: &'c str,
    aliases: &'c [String],
}

impl<'c> NamedRecord<'c> {
    fn new(index: usize, id: &'c Slug, name: &'c str, aliases: &'c [String]) -> Self {
        Self {
            index,
            id,
            name,
            aliases,
        }
    }

    /// Name and aliases, each with the rest of its path.
    fn names(&self) -> impl Iterator<Item = (String, &'c str)> + use<'c> {
        let index = self.index;
        let aliases = self.aliases.iter().enumerate();
        let aliases = aliases.map(move |(a, alias)| (format!("[{index}].aliases[{a}]"), alias.as_str()));
        std::iter::once((format!("[{index}].name"), self.name)).chain(aliases)
    }
}

fn shared_names(whole: &DatasetScope<'_>, report: &mut Report<'_>) {
    let circuits = whole
        .records
        .circuits
        .iter()
        .enumerate()
        .map(|(at, one)| NamedRecord::new(at, &one.id, &one.name, &one.aliases));
    names_differ(report, "circuits.json", format_args!("$.circuits"), circuits);
    let mut seen: BTreeMap<String, &Slug> = BTreeMap::new();
    for series in whole.records.series.values() {
        let file = format!("{}/series.json", series.id);
        let aliases = series.aliases.iter().enumerate();
        let aliases = aliases.map(|(a, alias)| (format!("$.aliases[{a}]"), alias));
        let names = [
            ("$.name".to_owned(), &series.name),
            ("$.short".to_owned(), &series.short),
        ];
        for (path, name) in names.into_iter().chain(aliases) {
            if let Some(other) = seen
                .insert(normalised(name), &series.id)
                .filter(|other| **other != series.id)
            {
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
    let file = scope.file("people.json");
    names_differ(
        report,
        &file,
        format_args!("$.drivers"),
        scope
            .drivers()
            .map(|(at, one)| NamedRecord::new(at, &one.id, &one.name, &one.aliases)),
    );
    names_differ(
        report,
        &file,
        format_args!("$.teams"),
        scope
            .teams()
            .map(|(at, one)| NamedRecord::new(at, &one.id, &one.name, &one.aliases)),
    );
    names_differ(
        report,
        &file,
        format_args!("$.makes"),
        scope
            .makes()
            .map(|(at, one)| NamedRecord::new(at, &one.id, &one.name, &one.aliases)),
    );
}

fn season_names(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let season = scope.season;
    let file = scope.file("season.json");
    names_differ(
        report,
        &file,
        format_args!("$.classes"),
        season
            .classes
            .iter()
            .enumerate()
            .map(|(at, one)| NamedRecord::new(at, &one.id, &one.name, &one.aliases)),
    );
    let championships = season
        .championships
        .iter()
        .enumerate()
        .map(|(at, one)| NamedRecord::new(at, &one.id, &one.name, &one.aliases));
    names_differ(report, &file, format_args!("$.championships"), championships);
    let file = scope.file("weekends.json");
    names_differ(
        report,
        &file,
        format_args!("$.weekends"),
        season
            .weekends
            .iter()
            .enumerate()
            .map(|(at, one)| NamedRecord::new(at, &one.id, &one.name, &one.aliases)),
    );
}

/// Reports every name that an earlier record has too.
fn names_differ<'c>(
    report: &mut Report<'_>,
    file: &str,
    at: Arguments<'_>,
    records: impl Iterator<Item = NamedRecord<'c>>,
) {
    let mut seen: BTreeMap<String, &Slug> = BTreeMap::new();
    for record in records {
        for (rest, name) in record.names() {
            if let Some(other) = seen
                .insert(normalised(name), record.id)
                .filter(|other| *other != record.id)
            {
                let message = format!("'{name}' is a name of '{other}' too");
                let hint = "keep it for one of the two, or add what tells them apart";
                report.error(file, format_args!("{at}{rest}"), message, hint);
            }
        }
    }
}

fn similar_names(scope: &SeriesScope<'_>, report: &mut Report<'_>) {
    let file = scope.file("people.json");
    names_are_far_apart(
        report,
        &file,
        format_args!("$.drivers"),
        scope
            .drivers()
            .map(|(at, one)| NamedRecord::new(at, &one.id, &one.name, &one.aliases)),
    );
    names_are_far_apart(
        report,
        &file,
        format_args!("$.teams"),
        scope
            .teams()
            .map(|(at, one)| NamedRecord::new(at, &one.id, &one.name, &one.aliases)),
    );
}

/// Minimum length of a name that is compared, in characters: shorter ones are one typo from many others.
const SHORTEST: usize = 6;

fn names_are_far_apart<'c>(
    report: &mut Report<'_>,
    file: &str,
    at: Arguments<'_>,
    records: impl Iterator<Item = NamedRecord<'c>>,
) {
    // Two words one typo apart share a form that lacks one letter, so that not all pairs must be compared.
    let mut forms: BTreeMap<String, Vec<(usize, &Slug, &str)>> = BTreeMap::new();
    for record in records {
        let key = normalised(record.name);
        if key.chars().count() < SHORTEST {
            continue;
        }
        let mut alike: Vec<(&Slug, &str)> = Vec::new();
        for form in shortened(&key) {
            let others = forms.entry(form).or_default();
            alike.extend(others.iter().map(|(_, id, name)| (*id, *name)));
            others.push((record.index, record.id, record.name));
        }
        alike.sort_unstable();
        alike.dedup();
        for (id, other) in alike {
            if id != record.id && strsim::osa_distance(&normalised(other), &key) == 1 {
                let index = record.index;
                let message = format!("'{}' looks like '{other}'", record.name);
                let hint = "if both are one, make the second spelling an alias; if not, nothing is wrong";
                report.note(file, format_args!("{at}[{index}].name"), message, hint);
            }
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
