//! Missing files whose records other files name: one fault each, in place of one for every name.

use std::collections::BTreeMap;

use super::references::IdKind;
use crate::dataset::fault::{Fault, clipped};
use crate::dataset::records::Records;
use crate::domain::Season;

/// Files that are named and missing, as faults. They count as broken from now on.
pub fn missing(records: &mut Records) -> Vec<Fault> {
    let mut named: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for (file, document) in &records.documents {
        document.references(&mut |_, reference| {
            if let Some(home) = home(file, reference.kind) {
                let first = || (0, clipped(reference.id, 60));
                named.entry(home).or_insert_with(first).0 += 1;
            }
        });
    }
    for series in records.series.values() {
        for season in series.each_season().filter(|season| season.entries.is_empty()) {
            if let Some((count, car)) = cars_alone(season) {
                named.insert(format!("{}/{}/entries.json", series.id, season.id), (count, car));
            }
        }
    }
    named.retain(|file, _| !records.documents.contains_key(file) && !records.broken.contains(file));
    let fault = |(file, (count, first)): (&String, &(usize, String))| {
        let more = match count {
            1 => String::new(),
            2 => " and 1 other place".to_owned(),
            count => format!(" and {} other places", count - 1),
        };
        let message = format!("this file is missing: '{first}'{more} name what stands in it");
        let message = if *count == 1 {
            message.replace(" name ", " names ")
        } else {
            message
        };
        Fault::error(file, "$", "missing-file", message).hint("data/README.md shows what it holds")
    };
    let faults = named.iter().map(fault).collect();
    records.broken.extend(named.into_keys());
    faults
}

/// File that records of a kind stand in, of the pack that a file belongs to.
fn home(file: &str, kind: IdKind) -> Option<String> {
    let (folder, _) = file.rsplit_once('/')?;
    let series = folder.split('/').next()?;
    let is_of_season = folder.contains('/');
    match kind {
        IdKind::Driver | IdKind::Team | IdKind::Make => Some(format!("{series}/people.json")),
        IdKind::Source => Some(format!("{series}/sources.json")),
        IdKind::Weekend | IdKind::Session | IdKind::Round if is_of_season => Some(format!("{folder}/weekends.json")),
        _ => None,
    }
}

/// Number of rows that name their car alone, and the first such car: only an entry tells who drove it.
fn cars_alone(season: &Season) -> Option<(usize, String)> {
    let rows = season.classifications.iter().flat_map(|one| &one.rows);
    let mut cars = rows
        .filter(|row| row.drivers().next().is_none())
        .filter_map(|row| row.car.as_ref());
    let first = cars.next()?;
    Some((1 + cars.count(), format!("car {first}")))
}
