//! Spreadsheets of results that leagues keep, saved as CSV.
//!
//! Titles stand above the header, sums below the rows, states in the column of places, gaps in that of times.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::al_kamel_json::given;
use crate::domain::{Points, Status};
use crate::import::sheet::{Heading, ResultSheet, Sheet, SheetExtent, SheetName, SheetRow};
use crate::import::source::FileFaults;
use crate::import::table::{self, TextTable};
use crate::import::track_time::{TrackGap, TrackTime};
use crate::import::words::{self, SheetColumn};

/// Columns that a header has at least, so that a line of words is not taken for one.
const FEWEST: usize = 3;

/// A record by what its columns mean.
struct SpreadsheetCells<'t> {
    columns: &'t HashMap<SheetColumn, usize>,
    cells: &'t [String],
}

impl SpreadsheetCells<'_> {
    fn get(&self, column: SheetColumn) -> Option<String> {
        given(self.cells.get(*self.columns.get(&column)?)?)
    }

    fn time(&self, column: SheetColumn) -> Option<TrackTime> {
        TrackTime::parse(&self.get(column)?)
    }
}

/// True if one of the upper lines is a header that names places, and drivers or cars.
pub fn recognises(text: &str) -> bool {
    table::read(text, is_header).is_some()
}

fn is_header(cells: &[String]) -> bool {
    let columns = columns(cells);
    let has = |column| columns.contains_key(&column);
    columns.len() >= FEWEST
        && (has(SheetColumn::Place) || has(SheetColumn::Points))
        && (has(SheetColumn::Driver) || has(SheetColumn::Number) || has(SheetColumn::Family))
}

/// The first column of each meaning.
fn columns(header: &[String]) -> HashMap<SheetColumn, usize> {
    let mut columns = HashMap::new();
    for (at, cell) in header.iter().enumerate() {
        if let Some(column) = words::column(cell) {
            columns.entry(column).or_insert(at);
        }
    }
    columns
}

/// Reads a sheet.
pub fn read(text: &str, faults: &mut FileFaults<'_>) -> Vec<Sheet> {
    let Some(table) = table::read(text, is_header) else {
        return Vec::new();
    };
    let columns = columns(&table.header);
    for (cell, at) in table.header.iter().zip(0..) {
        if !cell.is_empty() && !columns.values().any(|known| *known == at) {
            let message = format!("the column '{cell}' is not known and is left out");
            faults.note(
                None,
                "unknown-column",
                &message,
                "rename it if it holds something that counts",
            );
        }
    }
    let mut rows = Vec::new();
    for (line, cells) in &table.records {
        let record = SpreadsheetCells {
            columns: &columns,
            cells,
        };
        match row(rows.len() + 1, &record, *line, faults) {
            Some(row) => rows.push(row),
            None => left_out(*line, cells, faults),
        }
    }
    vec![Sheet::Results(ResultSheet {
        heading: heading(&table),
        kind: None,
        extent: SheetExtent::Whole,
        rows,
        messages: Vec::new(),
    })]
}

/// Notes a line under the rows that is none: sums, footnotes.
fn left_out(line: u64, cells: &[String], faults: &mut FileFaults<'_>) {
    let said: Vec<&str> = cells
        .iter()
        .map(String::as_str)
        .filter(|cell| !cell.is_empty())
        .collect();
    let text = said.join(" ");
    let reason = if said.iter().any(|cell| words::is_total(cell)) {
        "is a line of sums"
    } else {
        "names no driver and no car"
    };
    let message = format!("'{text}' {reason} and is left out");
    faults.note(Some(&format!("line {line}")), "no-row", &message, "");
}

fn row(at: usize, record: &SpreadsheetCells<'_>, line: u64, faults: &mut FileFaults<'_>) -> Option<SheetRow> {
    let driver = driver(record);
    let number = record.get(SheetColumn::Number);
    if (driver.is_none() && number.is_none()) || record.cells.iter().any(|cell| words::is_total(cell)) {
        return None;
    }
    let printed = record.get(SheetColumn::Place);
    let place = printed.as_deref().and_then(place_of);
    let status_text = match &printed {
        Some(text) if place.is_none() => Some(text.clone()),
        _ => record.get(SheetColumn::Status),
    };
    let status = status_text.as_deref().and_then(words::status);
    let trail = format!("line {line}");
    if let (None, Some(text)) = (status, &status_text) {
        let message = format!("'{text}' is no state of a car that is known: taken for a remark");
        faults.note(Some(&trail), "unknown-state", &message, "write DNF, DNS, DSQ or NC");
    }
    let printed_time = record.get(SheetColumn::Time);
    let gap = record
        .get(SheetColumn::Gap)
        .or_else(|| printed_time.clone().filter(|time| time.starts_with('+')));
    let gap = gap
        .or_else(|| printed_time.clone())
        .and_then(|gap| TrackGap::parse(&gap));
    let time = printed_time
        .filter(|time| !time.starts_with('+'))
        .and_then(|time| TrackTime::parse(&time));
    let points = record.get(SheetColumn::Points).and_then(|text| {
        let points = text.replace(',', ".").parse::<Points>().ok();
        if points.is_none() {
            faults.error(
                Some(&trail),
                "points",
                &format!("'{text}' is no number of points"),
                "write 12 or 12.5",
            );
        }
        points
    });
    let remark = |text: &Option<String>| text.clone().filter(|_| status.is_none());
    let note = [remark(&status_text), record.get(SheetColumn::Note)];
    Some(SheetRow {
        row: at,
        place,
        class_place: record.get(SheetColumn::ClassPlace).as_deref().and_then(place_of),
        class: record.get(SheetColumn::Class),
        number,
        drivers: driver.into_iter().collect(),
        team: record.get(SheetColumn::Team),
        vehicle: record.get(SheetColumn::Vehicle),
        status: status.unwrap_or(Status::Classified),
        status_text,
        laps: record.get(SheetColumn::Laps).and_then(|laps| laps.parse().ok()),
        time,
        gap: gap.filter(|gap| time.is_none_or(|time| *gap != TrackGap::Time(time))),
        best_lap: record.time(SheetColumn::BestLap),
        grid: record.get(SheetColumn::Grid).as_deref().and_then(place_of),
        points,
        penalty: record.get(SheetColumn::Penalty),
        guest: note.iter().flatten().any(|note| is_guest(note)),
        note: given(&note.into_iter().flatten().collect::<Vec<_>>().join("; ")),
        ..SheetRow::default()
    })
}

/// A place: `3`, `3.`, `P3`, `3rd`.
fn place_of(text: &str) -> Option<u16> {
    let digits = text
        .trim()
        .trim_start_matches(['P', 'p', '#'])
        .trim_end_matches(['.', 's', 't', 'n', 'd', 'r', 'h']);
    digits.parse().ok().filter(|place| (1..=999).contains(place))
}

fn is_guest(note: &str) -> bool {
    let words = note.to_lowercase();
    words
        .split(|letter: char| !letter.is_alphabetic())
        .any(|word| ["guest", "gast", "gaststarter", "invite"].contains(&word))
}

fn driver(record: &SpreadsheetCells<'_>) -> Option<SheetName> {
    let family = record.get(SheetColumn::Family);
    let name = match (record.get(SheetColumn::Driver), family) {
        (_, Some(family)) => SheetName {
            given: record.get(SheetColumn::Given).unwrap_or_default(),
            family,
            ..SheetName::default()
        },
        (Some(name), None) => SheetName::whole(&name),
        (None, None) => return None,
    };
    Some(SheetName {
        country: record.get(SheetColumn::Country),
        ..name
    })
}

/// The heading by the titles above the header: the first is the series, a date among them the date.
fn heading(table: &TextTable) -> Heading {
    let texts: Vec<&String> = table.titles.iter().flatten().filter(|cell| !cell.is_empty()).collect();
    let date = texts.iter().find_map(|text| date_of(text));
    let mut names = texts.into_iter().filter(|text| date_of(text).is_none());
    Heading {
        series: names.next().cloned(),
        event: names.next().cloned(),
        year: date.map(|date| chrono::Datelike::year(&date)),
        date,
        ..Heading::default()
    }
}

fn date_of(text: &str) -> Option<NaiveDate> {
    let formats = ["%Y-%m-%d", "%d.%m.%Y"];
    formats
        .iter()
        .find_map(|format| NaiveDate::parse_from_str(text, format).ok())
}
