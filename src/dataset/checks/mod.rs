//! Checks: the named rules between records. All are run and all faults are reported.

mod award_winners;
mod awards;
mod calendar;
mod champions;
mod computed;
mod contradictions;
mod crews;

mod decisions;
mod distance;
mod drops;
mod entries;
mod exactness;
mod ids;
mod limits;
mod names;
mod pack_path;
mod pasted;
mod phases;
mod places;
mod references;
mod report;
mod results;
mod resumed;
mod revisions;
mod rule;
mod rule_conditions;
mod rules;
mod scope;
mod season;
mod series;
mod sources;
mod starts;
mod tables;
mod tags;
mod times;
mod unknown_points;
mod versions;
mod zones;

use std::collections::BTreeMap;

use super::fault::Fault;
use super::records::Records;
use crate::domain::{SeasonId, SeriesId};
use crate::scoring::Ledger;
use pack_path::PackPath;
use report::Report;
use rule::{Rule, RuleCheck};
use scope::{DatasetScope, SeasonScope, SeriesScope};
pub use versions::in_future;

/// Rules of single files, which are tried while these are read: name and what it holds.
const OF_FILES: &[(&str, &str)] = &[
    ("unreadable-file", "every file can be read and has at most 8 MiB"),
    (
        "missing-file",
        "circuits.json, series.json and season.json are there, and every other file whose records are named",
    ),
    (
        "unknown-file",
        "every file has a name that means something, and no file that is not read is called like one that is",
    ),
    (
        "bad-folder-name",
        "the folders of series and seasons have ids for names",
    ),
    ("not-utf8", "every file is UTF-8"),
    (
        "does-not-parse",
        "every file is JSON, and every value of the type that belongs there",
    ),
    ("unknown-key", "every key is one that means something in its place"),
    ("duplicate-key", "no key stands twice in one object"),
    ("unknown-format", "every file is of a format that this version reads"),
    ("empty-text", "no text is empty"),
    (
        "control-character",
        "no text holds characters that garble what stands around it",
    ),
    (
        "stray-space",
        "no name begins or ends with a space, or holds two in a row or one that no keyboard writes",
    ),
    ("symbol-in-name", "no name holds an emoji"),
    (
        "garbled-text",
        "no text was misread on its way here, as another encoding or a web page",
    ),
    (
        "text-too-long",
        "no name is longer than 80 characters and no text than 2,000",
    ),
    ("too-many-faults", "a file with hundreds of faults is mended in steps"),
    ("too-many-records", "no season has absurdly many records"),
];

/// Name of every rule and what it holds.
pub fn rules() -> impl Iterator<Item = (&'static str, &'static str)> {
    OF_FILES
        .iter()
        .copied()
        .chain(record_rules().map(|rule| (rule.name, rule.holds)))
        .chain([versions::IN_FUTURE])
}

/// Rules between records, by topic.
fn record_rules() -> impl Iterator<Item = &'static Rule> {
    [
        references::RULES,
        names::RULES,
        series::RULES,
        zones::RULES,
        season::RULES,
        versions::RULES,
        sources::RULES,
        calendar::RULES,
        starts::RULES,
        resumed::RULES,
        entries::RULES,
        results::RULES,
        crews::RULES,
        pasted::RULES,
        revisions::RULES,
        places::RULES,
        contradictions::RULES,
        times::RULES,
        distance::RULES,
        awards::RULES,
        award_winners::RULES,
        rules::RULES,
        rule_conditions::RULES,
        drops::RULES,
        phases::RULES,
        tags::RULES,
        decisions::RULES,
        exactness::RULES,
        tables::RULES,
        champions::RULES,
        computed::RULES,
        unknown_points::RULES,
    ]
    .into_iter()
    .flatten()
}

/// Runs every rule on the records that could be read. Returns the ledgers of seasons that were built for it, by the ids
/// of series and season.
pub fn records(records: &Records, faults: &mut Vec<Fault>) -> BTreeMap<(SeriesId, SeasonId), Vec<Ledger>> {
    let whole = DatasetScope::new(records);
    let series = records.series.values();
    let series: Vec<_> = series.map(|series| SeriesScope { whole: &whole, series }).collect();
    let mut seasons: Vec<SeasonScope<'_>> = Vec::new();
    for of in &series {
        for season in of.series.each_season() {
            // Rules compare records with each other, which takes too long where there are too many.
            if limits::hold(of, season, faults) {
                seasons.push(SeasonScope::new(*of, season));
            }
        }
    }
    for rule in record_rules() {
        match rule.check {
            RuleCheck::Dataset(check) => run(rule, PackPath::default(), records, faults, |report| {
                check(&whole, report);
            }),
            RuleCheck::Series(check) => {
                for scope in &series {
                    run(rule, scope.path(), records, faults, |report| check(scope, report));
                }
            }
            RuleCheck::Season(check) | RuleCheck::Sound(check) => {
                for scope in &seasons {
                    run(rule, scope.path(), records, faults, |report| check(scope, report));
                }
            }
        }
    }
    seasons.into_iter().filter_map(SeasonScope::into_ledgers).collect()
}

/// Runs a rule on one scope unless a file that it needs cannot be read, or is not sound.
fn run(
    rule: &Rule,
    path: PackPath<'_>,
    records: &Records,
    faults: &mut Vec<Fault>,
    check: impl FnOnce(&mut Report<'_>),
) {
    let is_faulty = |file: String| match rule.check {
        RuleCheck::Sound(_) => faults.iter().any(|fault| fault.is_error() && fault.file == file),
        _ => records.broken.contains(&file),
    };
    if !rule.needs.iter().any(|name| is_faulty(path.file(name))) {
        check(&mut Report {
            rule: rule.name,
            path,
            faults,
        });
    }
}
