//! CSV of the Al Kamel timing system, also where somebody saved it again with commas: results, qualifying, grids.

use std::collections::HashMap;

use super::al_kamel_json::given;
use crate::domain::Status;
use crate::import::sheet::{Heading, OrderKind, ResultSheet, Sheet, SheetExtent, SheetName, SheetRow};
use crate::import::source::FileFaults;
use crate::import::table;
use crate::import::track_time::{TrackGap, TrackTime};
use crate::import::words;

/// Drivers of one car at most.
const CREW: usize = 6;

/// A record by the names of its columns.
struct AlKamelCells<'t> {
    columns: &'t HashMap<String, usize>,
    cells: &'t [String],
}

impl AlKamelCells<'_> {
    fn get(&self, column: &str) -> Option<String> {
        given(self.cells.get(*self.columns.get(column)?)?)
    }

    fn count(&self, column: &str) -> Option<u16> {
        self.get(column)?.parse().ok()
    }

    fn has(&self, column: &str) -> bool {
        self.columns.contains_key(column)
    }
}

/// True if a text begins with one of the system's headers.
pub fn recognises(text: &str) -> bool {
    let header = text.lines().next().unwrap_or_default();
    let has = |column: &str| header.contains(column);
    has("NUMBER") && has("POS") && (has("DRIVER_FIRSTNAME") || has("DRIVER1_FIRSTNAME") || has("STARTING_DRIVER"))
}

/// Reads a sheet.
pub fn read(text: &str, faults: &mut FileFaults<'_>) -> Vec<Sheet> {
    let is_header = |cells: &[String]| cells.iter().any(|cell| cell == "NUMBER");
    let Some(table) = table::read(text, is_header) else {
        faults.error(
            None,
            "no-header",
            "its header cannot be read",
            "download the file again",
        );
        return Vec::new();
    };
    let columns: HashMap<String, usize> = table.header.iter().cloned().zip(0..).collect();
    let rows = table.records.iter().enumerate().map(|(at, (_, cells))| {
        let cells = AlKamelCells {
            columns: &columns,
            cells,
        };
        row(at + 1, &cells)
    });
    let kind = match () {
        () if columns.contains_key("STARTING_DRIVER") => Some(OrderKind::Grid),
        () if columns.contains_key("TOTAL_TIME") => Some(OrderKind::Race),
        () => None,
    };
    vec![Sheet::Results(ResultSheet {
        heading: Heading::default(),
        kind,
        extent: SheetExtent::Whole,
        rows: rows.collect(),
        messages: Vec::new(),
    })]
}

fn row(at: usize, cells: &AlKamelCells<'_>) -> SheetRow {
    let status_text = cells.get("STATUS");
    let is_race = cells.has("TOTAL_TIME");
    let best_lap = cells.get(if is_race { "FL_TIME" } else { "TIME" });
    let best_lap = best_lap.and_then(|time| TrackTime::parse(&time));
    let race_time = || cells.get("TOTAL_TIME").and_then(|time| TrackTime::parse(&time));
    let lap_number = cells.count(if is_race { "FL_LAPNUM" } else { "LAP" });
    SheetRow {
        row: at,
        place: cells.count("POSITION").or_else(|| cells.count("POS")),
        class: cells.get("CLASS"),
        number: cells.get("NUMBER"),
        drivers: drivers(cells),
        team: cells.get("TEAM"),
        vehicle: cells.get("VEHICLE").or_else(|| cells.get("CAR")),
        status: status_text
            .as_deref()
            .and_then(words::status)
            .unwrap_or(Status::Classified),
        status_text,
        laps: cells.count("LAPS"),
        time: if is_race { race_time() } else { best_lap },
        gap: cells.get("GAP_FIRST").and_then(|gap| TrackGap::parse(&gap)),
        best_lap,
        best_lap_number: lap_number.filter(|lap| *lap > 0),
        guest: cells.get("GROUP").as_deref() == Some("V"),
        ..SheetRow::default()
    }
}

/// The drivers of a car, the one who starts first.
fn drivers(cells: &AlKamelCells<'_>) -> Vec<SheetName> {
    let of_columns = |prefix: &str| {
        let family = cells.get(&format!("{prefix}_SECONDNAME"));
        let first = cells.get(&format!("{prefix}_FIRSTNAME"));
        (family.is_some() || first.is_some()).then(|| SheetName {
            given: first.unwrap_or_default(),
            family: family.unwrap_or_default(),
            country: cells.get(&format!("{prefix}_COUNTRY")),
            hometown: cells.get(&format!("{prefix}_HOMETOWN")),
            ..SheetName::default()
        })
    };
    let numbered = (1..=CREW).filter_map(|number| of_columns(&format!("DRIVER{number}")));
    let mut names: Vec<SheetName> = of_columns("DRIVER").into_iter().chain(numbered).collect();
    let listed = (1..=CREW).filter_map(|number| cells.get(&format!("DRIVER_{number}")));
    names.extend(listed.map(|name| SheetName::whole(&name)));
    if let Some(starter) = cells.get("STARTING_DRIVER").map(|name| SheetName::whole(&name)) {
        names.retain(|name| *name != starter);
        names.insert(0, starter);
    }
    names
}
