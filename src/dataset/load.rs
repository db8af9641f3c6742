//! Loading and checking of a data folder: a catalogue, or all faults.

use chrono::NaiveDate;

use super::catalogue::Catalogue;
use super::fault::{self, Fault};
use super::folder::Folder;
use super::report::{CheckReport, RecordCounts};
use super::{checks, namesakes, read};

/// Reads and checks a whole data folder.
///
/// # Errors
/// Returns all faults, sorted, when one of them makes a pack unusable. Otherwise the catalogue comes with the notes.
pub fn load(folder: Folder) -> Result<(Catalogue, Vec<Fault>), Vec<Fault>> {
    let report = check(folder);
    match report.catalogue {
        Some(catalogue) => Ok((catalogue, report.faults)),
        None => Err(report.faults),
    }
}

/// Reads a whole data folder and reports everything that is wrong with it, whatever day it is: what a pack says is
/// compared with the date of its own version alone.
pub fn check(folder: Folder) -> CheckReport {
    check_on(folder, None)
}

/// Reads a whole data folder and reports everything that is wrong with it, on a day: no version and no result is of a later
/// one.
pub fn check_on(folder: Folder, today: Option<NaiveDate>) -> CheckReport {
    let Folder { root, files, faults } = folder;
    let (mut records, mut faults) = read::read(&files, faults);
    let ledgers = checks::records(&records, &mut faults);
    if let Some(today) = today {
        checks::in_future(&records, today, &mut faults);
    }
    let counts = RecordCounts::of(&records);
    fault::sort(&mut faults);
    read::locate(&mut faults, &files);
    // Only records without an error make a catalogue: their dates are plausible and every id is known.
    let sound = !faults.iter().any(Fault::is_error);
    records.series.values_mut().for_each(namesakes::tell_apart);
    let built = sound.then(|| {
        let (circuits, sources) = (records.circuits, records.circuit_sources);
        Catalogue::with_ledgers(circuits, sources, records.series, ledgers)
    });
    let catalogue = match built {
        Some(Ok(catalogue)) => Some(catalogue),
        Some(Err(unknown)) => {
            faults.push(Fault::error(
                "circuits.json",
                "$",
                "unknown-circuit",
                unknown.to_string(),
            ));
            None
        }
        None => None,
    };
    for fault in &mut faults {
        fault.folder.clone_from(&root);
    }
    CheckReport {
        faults,
        catalogue,
        counts,
    }
}
