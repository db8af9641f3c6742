//! Check report: faults as a compiler prints them, and the number of records.

use std::collections::BTreeMap;
use std::fmt;

use super::catalogue::Catalogue;
use super::fault::Fault;
use super::records::Records;
use crate::domain::{Season, Series};

/// Result of checking a data folder.
#[derive(Debug)]
pub struct CheckReport {
    /// All faults, in the order of the files.
    pub faults: Vec<Fault>,
    /// The catalogue, if no fault is an error.
    pub catalogue: Option<Catalogue>,
    /// Numbers of records.
    pub counts: RecordCounts,
}

/// Number of records of each kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecordCounts(Vec<(&'static str, &'static str, usize)>);

impl RecordCounts {
    /// Counts the records that could be read.
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
    /// True if the packs can be used.
    pub fn passed(&self) -> bool {
        self.catalogue.is_some()
    }

    /// The last line: the number of faults, or of records if there are none.
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
