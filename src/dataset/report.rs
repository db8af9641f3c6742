//! What a check comes to: the faults like a compiler prints them, and what was counted.

use std::collections::BTreeMap;
use std::fmt;

use super::records::Records;
use super::{Catalogue, Fault};
use crate::domain::{Season, Series};

/// What was found in a data folder.
#[derive(Debug)]
pub struct CheckReport {
    /// Everything that is wrong or worth knowing, in the order of the files.
    pub faults: Vec<Fault>,
    /// The catalogue, if no fault is an error.
    pub catalogue: Option<Catalogue>,
    /// How much there is.
    pub counts: RecordCounts,
}

/// How many records of each kind there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecordCounts(Vec<(&'static str, &'static str, usize)>);

impl RecordCounts {
    /// Counts of what could be read.
    pub(super) fn of(records: &Records) -> Self {
        let series = || records.series.values();
        let seasons = || series().flat_map(Series::each_season);
        let sum = |count: fn(&Season) -> usize| seasons().map(count).sum::<usize>();
        let sessions = |season: &Season| season.weekends.iter().map(|weekend| weekend.sessions.len()).sum();
        Self(vec![
            ("series", "series", series().count()),
            ("season", "seasons", seasons().count()),
            ("circuit", "circuits", records.circuits.len()),
            ("weekend", "weekends", sum(|season| season.weekends.len())),
            ("session", "sessions", sum(sessions)),
            ("driver", "drivers", series().map(|series| series.drivers.len()).sum()),
            ("team", "teams", series().map(|series| series.teams.len()).sum()),
            ("entry", "entries", sum(|season| season.entries.len())),
            (
                "classification",
                "classifications",
                sum(|season| season.classifications.len()),
            ),
            (
                "championship",
                "championships",
                sum(|season| season.championships.len()),
            ),
            ("published table", "published tables", sum(|season| season.tables.len())),
            ("tally", "tallies", sum(|season| season.tallies.len())),
            (
                "source",
                "sources",
                series().map(|series| series.sources.len()).sum::<usize>() + records.circuit_sources.len(),
            ),
        ])
    }
}

impl fmt::Display for RecordCounts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts: Vec<String> = self
            .0
            .iter()
            .map(|&(one, many, count)| counted(count, one, many))
            .collect();
        f.write_str(&counts.join(", "))
    }
}

impl CheckReport {
    /// Whether the packs can be used.
    pub fn passed(&self) -> bool {
        self.catalogue.is_some()
    }

    /// The last line: how many faults there are, or that there are none, and how much was checked.
    pub fn summary(&self) -> String {
        let errors: Vec<&Fault> = self.faults.iter().filter(|fault| fault.is_error()).collect();
        let notes = counted(self.faults.len() - errors.len(), "note", "notes");
        if errors.is_empty() {
            return format!("no errors, {notes}: {}", self.counts);
        }
        let mut files: BTreeMap<&str, usize> = BTreeMap::new();
        for fault in &errors {
            *files.entry(fault.file.as_str()).or_default() += 1;
        }
        let errors = counted(errors.len(), "error", "errors");
        format!("{errors} in {}, {notes}", counted(files.len(), "file", "files"))
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Every fault with an empty line after it, then the summary.
impl fmt::Display for CheckReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for fault in &self.faults {
            writeln!(f, "{fault}\n")?;
        }
        f.write_str(&self.summary())
    }
}
