//! A folder of files becomes a catalogue, or a list of everything that is wrong with it.

use super::report::{CheckReport, RecordCounts};
use super::{Catalogue, Fault, Folder, checks, fault, read};

/// Reads and checks a whole data folder.
///
/// # Errors
/// All faults, sorted, when one of them makes a pack unusable. Otherwise the catalogue comes with the notes.
pub fn load(folder: Folder) -> Result<(Catalogue, Vec<Fault>), Vec<Fault>> {
    let report = check(folder);
    match report.catalogue {
        Some(catalogue) => Ok((catalogue, report.faults)),
        None => Err(report.faults),
    }
}

/// Reads a whole data folder and says all that is wrong with it.
pub fn check(folder: Folder) -> CheckReport {
    let (records, mut faults) = read::read(folder);
    checks::records(&records, &mut faults);
    let counts = RecordCounts::of(&records);
    fault::sort(&mut faults);
    // Only records without an error are put to work: dates are in reason then, and every id is the id of something.
    let sound = !faults.iter().any(Fault::is_error);
    let catalogue = sound.then(|| Catalogue::new(records.circuits, records.circuit_sources, records.series));
    CheckReport {
        faults,
        catalogue,
        counts,
    }
}
