//! The named rules between the records of a catalogue: all are run, all faults are reported.

mod awards;
mod calendar;
mod computed;
mod course;
mod decisions;
mod drops;
mod entries;
mod exact;
mod holding;
mod limits;
mod mentions;
mod names;
mod phases;
mod places;
mod references;
mod report;
mod results;
mod rules;
mod scope;
mod season;
mod series;
mod sources;
mod starts;
mod tables;
mod tags;

use super::Fault;
use super::records::Records;
use report::Report;
use scope::{Scope, SeriesScope, Whole};

/// One named rule.
pub struct Rule {
    /// Its name, as faults print it.
    pub name: &'static str,
    /// What it holds.
    pub holds: &'static str,
    /// The files it looks things up in. It says nothing while one of them cannot be read, since everything would seem to
    /// be missing from it.
    needs: &'static [&'static str],
    check: Check,
}

/// What a rule looks at in one go.
enum Check {
    /// The circuits, and all series side by side.
    Whole(fn(&Whole<'_>, &mut Report<'_>)),
    /// One series with all its seasons.
    Series(fn(&SeriesScope<'_>, &mut Report<'_>)),
    /// One season.
    Season(fn(&Scope<'_>, &mut Report<'_>)),
    /// One season in whose needed files no rule before this one has found an error: a table computed from faulty results
    /// says nothing.
    Sound(fn(&Scope<'_>, &mut Report<'_>)),
}

/// The rules of single files, which are tried while these are read, and what each holds.
const OF_FILES: &[(&str, &str)] = &[
    ("unreadable-file", "every file can be read and has at most 8 MiB"),
    ("missing-file", "circuits.json, series.json and season.json are there"),
    ("unknown-file", "every file has a name that means something"),
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
    ("stray-space", "no name begins or ends with a space"),
    (
        "text-too-long",
        "no name is longer than 80 characters and no text than 2,000",
    ),
    ("too-many-faults", "a file with hundreds of faults is mended in steps"),
    ("too-many-records", "no season has absurdly many records"),
];

/// The name of every rule and what it holds.
pub fn catalogue() -> impl Iterator<Item = (&'static str, &'static str)> {
    OF_FILES
        .iter()
        .copied()
        .chain(rules().map(|rule| (rule.name, rule.holds)))
}

/// All rules between records, by topic.
fn rules() -> impl Iterator<Item = &'static Rule> {
    [
        references::RULES,
        names::RULES,
        series::RULES,
        season::RULES,
        sources::RULES,
        calendar::RULES,
        starts::RULES,
        entries::RULES,
        results::RULES,
        places::RULES,
        course::RULES,
        awards::RULES,
        rules::RULES,
        holding::RULES,
        drops::RULES,
        phases::RULES,
        tags::RULES,
        decisions::RULES,
        exact::RULES,
        tables::RULES,
        computed::RULES,
    ]
    .into_iter()
    .flatten()
}

/// Runs every rule on whatever could be read.
pub fn records(records: &Records, faults: &mut Vec<Fault>) {
    let whole = Whole::new(records);
    let series: Vec<SeriesScope<'_>> = records
        .series
        .values()
        .map(|series| SeriesScope { whole: &whole, series })
        .collect();
    let mut seasons: Vec<Scope<'_>> = Vec::new();
    for series in &series {
        for season in series.series.each_season() {
            // Rules compare records with each other, which takes too long where there are absurdly many.
            if limits::hold(series, season, faults) {
                seasons.push(Scope::new(*series, season));
            }
        }
    }
    for rule in rules() {
        let faulty = |path: &str| match rule.check {
            Check::Sound(_) => faults.iter().any(|fault| fault.is_error() && fault.file == *path),
            _ => records.broken.contains(path),
        };
        let hindered = |file: &dyn Fn(&str) -> String| rule.needs.iter().any(|name| faulty(&file(name)));
        let series: Vec<_> = series
            .iter()
            .filter(|scope| !hindered(&|name| scope.file(name)))
            .collect();
        let seasons: Vec<_> = seasons
            .iter()
            .filter(|scope| !hindered(&|name| scope.file(name)))
            .collect();
        let whole = Some(&whole).filter(|_| !hindered(&ToOwned::to_owned));
        let mut report = Report {
            rule: rule.name,
            faults,
        };
        match rule.check {
            Check::Whole(check) => {
                if let Some(whole) = whole {
                    check(whole, &mut report);
                }
            }
            Check::Series(check) => {
                for series in series {
                    check(series, &mut report);
                }
            }
            Check::Season(check) | Check::Sound(check) => {
                for season in seasons {
                    check(season, &mut report);
                }
            }
        }
    }
}
