//! JSON made of an organiser's printed document: results, qualifying and grids of a support race.

use serde::Deserialize;

use super::al_kamel_json::{given, lines, mark};
use crate::domain::Status;
use crate::import::loose::Loose;
use crate::import::sheet::{Heading, OrderKind, ResultSheet, Sheet, SheetExtent, SheetName, SheetRow};
use crate::import::source::FileFaults;
use crate::import::track_time::{TrackGap, TrackTime};
use crate::import::words;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct DocumentFile {
    document: String,
    event: Option<String>,
    location: Option<String>,
    year: Option<i32>,
    session: Option<String>,
    status: Option<String>,
    notes: Option<String>,
    rows: Vec<DocumentRow>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct DocumentRow {
    position: Loose,
    number: Loose,
    first_name: Option<String>,
    surname: Option<String>,
    class: Option<String>,
    team: Option<String>,
    classified: Option<bool>,
    status: Option<String>,
    laps: Loose,
    time: Option<String>,
    gap: Loose,
    fastest_lap: Option<String>,
    fastest_lap_number: Loose,
    second_time: Option<String>,
}

/// Reads a document.
pub fn read(text: &str, faults: &mut FileFaults<'_>) -> Vec<Sheet> {
    let file: DocumentFile = match serde_json::from_str(text) {
        Ok(file) => file,
        Err(error) => {
            faults.error(
                None,
                "json",
                &error.to_string(),
                "download the file again: it is cut or was edited",
            );
            return Vec::new();
        }
    };
    let kind = words::order_kind(&file.document);
    let is_race = kind == Some(OrderKind::Race);
    let rows = file.rows.into_iter().enumerate();
    vec![Sheet::Results(ResultSheet {
        heading: Heading {
            year: file.year,
            event: file.event,
            circuit: file.location,
            session: file.session,
            status: file.status.as_deref().and_then(mark),
            ..Heading::default()
        },
        kind,
        extent: SheetExtent::Whole,
        rows: rows.map(|(at, row)| result(at + 1, row, is_race)).collect(),
        messages: lines(&file.notes.unwrap_or_default()),
    })]
}

fn result(at: usize, row: DocumentRow, is_race: bool) -> SheetRow {
    let text = |text: Option<String>| text.as_deref().and_then(given);
    let time = row.time.as_deref().and_then(TrackTime::parse);
    let best_lap = row.fastest_lap.as_deref().and_then(TrackTime::parse);
    let said = row.status.as_deref().and_then(words::status);
    let status = match said {
        Some(status) => status,
        None if is_race && row.classified == Some(false) => Status::Nc,
        None => Status::Classified,
    };
    let gap = row.gap.text().and_then(|gap| TrackGap::parse(&gap));
    SheetRow {
        row: at,
        place: row.position.count(),
        class: text(row.class),
        number: row.number.text(),
        drivers: vec![SheetName {
            given: text(row.first_name).unwrap_or_default(),
            family: text(row.surname).unwrap_or_default(),
            ..SheetName::default()
        }],
        team: text(row.team),
        status,
        status_text: text(row.status),
        laps: row.laps.count(),
        time,
        gap,
        best_lap: if is_race { best_lap } else { time },
        best_lap_number: row.fastest_lap_number.count(),
        note: text(row.second_time).map(|time| format!("second best lap {time}")),
        ..SheetRow::default()
    }
}
