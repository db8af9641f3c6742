//! Finishing of a sheet, whatever its format: classes of one spelling, times from gaps, and what cannot be right.

use std::collections::BTreeMap;

use super::messages;
use super::sheet::{OrderKind, ResultSheet, Sheet, SheetExtent, SheetRow};
use super::source::FileFaults;
use super::track_time::TrackGap;
use super::words;
use crate::domain::Status;

/// Completes a sheet and notes what people should look at.
pub fn finish(sheet: &mut Sheet, file_name: &str, faults: &mut FileFaults<'_>) {
    let Sheet::Results(results) = sheet else { return };
    if results.kind.is_none() {
        let title = results.heading.session.as_deref().unwrap_or_default();
        results.kind = words::order_kind(title).or_else(|| words::order_kind(file_name));
    }
    if results.kind.is_none() && results.rows.iter().any(|row| row.points.is_some()) {
        // Only races pay points.
        results.kind = Some(OrderKind::Race);
    }
    one_spelling(&mut results.rows);
    times_from_gaps(results);
    messages::penalties(results);
    if results.extent == SheetExtent::Whole && !missing_places(results).is_empty() {
        results.extent = SheetExtent::Extract;
    }
    note_oddities(results, faults);
}

/// Gives classes that differ in letter case alone the spelling that most rows have.
fn one_spelling(rows: &mut [SheetRow]) {
    let mut spellings: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for class in rows.iter().filter_map(|row| row.class.as_ref()) {
        *spellings
            .entry(class.to_lowercase())
            .or_default()
            .entry(class.clone())
            .or_default() += 1;
    }
    for class in rows.iter_mut().filter_map(|row| row.class.as_mut()) {
        let usual = spellings.get(&class.to_lowercase());
        if let Some((usual, _)) = usual.and_then(|counts| counts.iter().max_by_key(|(_, count)| **count)) {
            class.clone_from(usual);
        }
    }
}

/// Works out race times of cars of which the gap to a winner with a time is printed alone.
fn times_from_gaps(sheet: &mut ResultSheet) {
    let winner = sheet.rows.iter().find(|row| row.place == Some(1));
    let Some((time, laps)) = winner.and_then(|row| Some((row.time?, row.laps))) else {
        return;
    };
    for row in &mut sheet.rows {
        if let (None, Some(TrackGap::Time(gap)), true) = (row.time, row.gap, row.laps == laps) {
            row.time = time.plus(gap);
        }
    }
}

/// The places that no row has, up to the last one.
fn missing_places(sheet: &ResultSheet) -> Vec<u16> {
    let mut places: Vec<u16> = sheet.rows.iter().filter_map(|row| row.place).collect();
    places.sort_unstable();
    let last = places.last().copied().unwrap_or(0).min(999);
    (1..=last)
        .filter(|place| places.binary_search(place).is_err())
        .collect()
}

fn note_oddities(sheet: &ResultSheet, faults: &mut FileFaults<'_>) {
    if sheet.extent == SheetExtent::Extract {
        let missing: Vec<String> = missing_places(sheet).iter().map(u16::to_string).collect();
        let message = format!("it is an extract: nobody has place {}", list_of(&missing));
        faults.note(
            None,
            "missing-places",
            &message,
            "import the whole sheet, or what is missing stays unknown",
        );
    }
    if let SheetExtent::Cut { total } = sheet.extent {
        let message = format!("it holds {} of {total} rows", sheet.rows.len());
        faults.note(None, "cut", &message, "import all pages together");
    }
    let mut seen = BTreeMap::new();
    for row in &sheet.rows {
        if let Some(place) = row.place
            && let Some(before) = seen.insert(place, row.row)
        {
            let message = format!("place {place} stands in row {before} already");
            faults.note(
                Some(&named(row)),
                "same-place",
                &message,
                "two cars share a place only in a dead heat",
            );
        }
    }
    note_times(sheet, faults);
}

/// Notes cars of a race that have more laps, or less time for as many, than the one before them.
fn note_times(sheet: &ResultSheet, faults: &mut FileFaults<'_>) {
    if !matches!(sheet.kind, Some(OrderKind::Race | OrderKind::Sprint) | None) {
        return;
    }
    let mut ahead: Option<&SheetRow> = None;
    for row in sheet
        .rows
        .iter()
        .filter(|row| row.place.is_some() && row.status == Status::Classified)
    {
        let runs_back = ahead.is_some_and(|ahead| match (ahead.time, row.time) {
            (Some(first), Some(second)) if ahead.laps == row.laps => second < first,
            _ => ahead.laps < row.laps,
        });
        if runs_back {
            let hint = "the place is believed: a car moved back by the stewards keeps its time and laps";
            faults.note(
                Some(&named(row)),
                "out-of-order",
                "it is faster than the car before it",
                hint,
            );
        } else {
            ahead = Some(row);
        }
    }
}

/// A row as people find it: its count, number and driver.
fn named(row: &SheetRow) -> String {
    let driver = row
        .drivers
        .first()
        .map(|name| format!(" {}", name.full()))
        .unwrap_or_default();
    match &row.number {
        Some(number) => format!("row {} (#{number}{driver})", row.row),
        None => format!("row {} ({})", row.row, driver.trim()),
    }
}

fn list_of(items: &[String]) -> String {
    let shown: Vec<&str> = items.iter().take(10).map(String::as_str).collect();
    let rest = items.len().saturating_sub(10);
    match rest {
        0 => shown.join(", "),
        _ => format!("{} and {rest} more", shown.join(", ")),
    }
}
