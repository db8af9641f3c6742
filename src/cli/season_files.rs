//! Files of a season that is imported into: those that are there, those that are new, and what is wrong with them after.

use std::path::Path;

use chrono::NaiveDate;

use crate::app::folder;
use crate::dataset::edit::PackEdit;
use crate::dataset::{Fault, Folder, check_on, load};
use crate::domain::{Season, Series};
use crate::import::{Draft, ImportReading, NewSeason, scaffold};

/// The packs, with the files of the season in place where they have none and a calendar was read.
///
/// # Errors
/// If the folder cannot be read, or an id cannot be one.
pub(super) fn with_season(
    root: Option<&Path>,
    reading: &ImportReading,
    (series, season): (&str, &str),
    today: NaiveDate,
) -> anyhow::Result<(PackEdit, Vec<Fault>)> {
    let is_there = root.is_none_or(Path::exists);
    let packs = if is_there { folder(root)? } else { Folder::default() };
    let mut edit = PackEdit::of(packs);
    if edit.has(&format!("{series}/{season}/season.json")) {
        return Ok((edit, Vec::new()));
    }
    let shipped = load(Folder::embedded()).map(|(catalogue, _)| catalogue);
    let mut circuits = shipped.map(|catalogue| catalogue.circuits).unwrap_or_default();
    let mut known = None;
    if let Some(catalogue) = check_on(edit.folder(), Some(today)).catalogue {
        circuits.extend(catalogue.circuits);
        known = catalogue.series.into_values().find(|one| one.id.as_str() == series);
    }
    let new = NewSeason {
        series: &series.parse()?,
        season: &season.parse()?,
        known: known.as_ref(),
        circuits: &circuits,
        version: today.to_string(),
    };
    let Some(scaffold) = scaffold(&new, &reading.sheets) else {
        return Ok((edit, Vec::new()));
    };
    for (file, node) in &scaffold.files {
        edit.put(file, node)?;
    }
    Ok((edit, scaffold.faults))
}

/// The packs as they will be, and what is wrong with them then that is not wrong now.
///
/// # Errors
/// If a file is missing or no JSON.
pub(super) fn edited(
    (mut edit, before): (PackEdit, &[Fault]),
    (series, season): (&Series, &Season),
    draft: &Draft,
    today: NaiveDate,
) -> anyhow::Result<(PackEdit, Vec<Fault>)> {
    if draft.changes.is_empty() || draft.faults.iter().any(Fault::is_error) {
        return Ok((edit, Vec::new()));
    }
    let version = next_version(&season.version, today);
    edit.apply(&series.id, &season.id, &draft.changes, &version)?;
    let is_known = |fault: &Fault| {
        before
            .iter()
            .any(|one| one.rule == fault.rule && one.message == fault.message)
    };
    let mut faults = check_on(edit.folder(), Some(today)).faults;
    faults.retain(|fault| fault.is_error() || !is_known(fault));
    Ok((edit, faults))
}

/// The version of a pack that is changed on a day: the day, with a number where it was changed on it before.
fn next_version(version: &str, today: NaiveDate) -> String {
    let today = today.to_string();
    let number = match version.strip_prefix(today.as_str()) {
        None => return today,
        Some(rest) => rest
            .strip_prefix('.')
            .and_then(|number| number.parse::<u32>().ok())
            .unwrap_or(1),
    };
    format!("{today}.{}", number + 1)
}
