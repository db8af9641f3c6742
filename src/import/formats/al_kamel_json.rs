//! JSON of the Al Kamel timing system: results, grids, tables of points, entry lists, flags.
//!
//! Numbers are texts, dates have the day first and hours no half of the day, so that the hours are not read.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::domain::{Points, PublicationStatus, Status};
use crate::import::loose::Loose;
use crate::import::sheet::{
    EntryRow, EntrySheet, Heading, OrderKind, PointsRow, PointsSheet, RaceControlSheet, ResultSheet, Sheet,
    SheetExtent, SheetName, SheetRow,
};
use crate::import::source::FileFaults;
use crate::import::track_time::{TrackGap, TrackTime};
use crate::import::words;

/// Group of cars that take no place and no points in their class.
const GUESTS: &str = "V";

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct AlKamelFile {
    session: AlKamelSession,
    classification: Vec<AlKamelRow>,
    grid: Vec<AlKamelRow>,
    championship: Option<AlKamelTable>,
    event: Option<AlKamelEvent>,
    entries: Vec<AlKamelEntry>,
    flags: Vec<AlKamelFlag>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct AlKamelSession {
    #[serde(rename = "championship_name")]
    championship: String,
    #[serde(rename = "event_name")]
    event: String,
    #[serde(rename = "session_name")]
    name: String,
    #[serde(rename = "report_mark")]
    mark: String,
    #[serde(rename = "report_message")]
    messages: String,
    #[serde(rename = "session_type")]
    kind: String,
    #[serde(rename = "session_date")]
    date: String,
    #[serde(rename = "creation_date")]
    created: String,
    circuit: AlKamelCircuit,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct AlKamelCircuit {
    name: String,
}

/// A row of results, of a grid or of a table of points.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct AlKamelRow {
    status: String,
    not_finished: bool,
    position: Loose,
    number: Loose,
    elapsed_time: String,
    fastest_lap_number: Loose,
    fastest_lap_time: String,
    time: String,
    gap_first: String,
    laps: Loose,
    team: String,
    class: String,
    group: String,
    vehicle: String,
    drivers: Vec<AlKamelDriver>,
    starting_driver_number: Loose,
    total_points: Loose,
    key: String,
    points_by_session: Vec<AlKamelPoints>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct AlKamelDriver {
    number: Loose,
    firstname: String,
    surname: String,
    hometown: Option<String>,
    country: Option<String>,
    name: String,
    nationality: Option<String>,
    is_tbd: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct AlKamelPoints {
    total_points: Loose,
    race_points: Loose,
    status: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct AlKamelTable {
    year: Loose,
    main_title: String,
    name: String,
    creation_date: String,
    sessions: Vec<AlKamelRound>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct AlKamelRound {
    event_name: String,
    session_name: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct AlKamelEvent {
    name: String,
    circuit: String,
    series: String,
    start_date: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct AlKamelEntry {
    class_code: String,
    car_number: Loose,
    team: String,
    car_type: String,
    drivers: Vec<AlKamelDriver>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct AlKamelFlag {
    time: String,
    #[serde(rename = "flag")]
    colour: String,
    message: String,
}

/// True if an object with these keys is one of the system's documents.
pub fn recognises(has: &impl Fn(&str) -> bool) -> bool {
    let of_session = has("session") && (has("classification") || has("grid") || has("flags"));
    of_session || (has("championship") && has("classification")) || (has("event") && has("entries"))
}

/// Reads a document.
pub fn read(text: &str, faults: &mut FileFaults<'_>) -> Vec<Sheet> {
    let file: AlKamelFile = match serde_json::from_str(text) {
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
    let sheet = match file {
        AlKamelFile {
            championship: Some(championship),
            classification,
            ..
        } => Sheet::Points(points(&championship, classification)),
        AlKamelFile {
            event: Some(event),
            entries,
            ..
        } => Sheet::Entries(entry_list(&event, entries)),
        AlKamelFile { session, flags, .. } if !flags.is_empty() => Sheet::RaceControl(race_control(&session, flags)),
        AlKamelFile { session, grid, .. } if !grid.is_empty() => {
            Sheet::Results(results(&session, grid, Some(OrderKind::Grid)))
        }
        AlKamelFile {
            session,
            classification,
            ..
        } => Sheet::Results(results(&session, classification, None)),
    };
    vec![sheet]
}

fn results(session: &AlKamelSession, rows: Vec<AlKamelRow>, kind: Option<OrderKind>) -> ResultSheet {
    let said = || words::order_kind(&session.kind).or_else(|| words::order_kind(&session.name));
    let kind = kind.or_else(said);
    let is_race = matches!(kind, Some(OrderKind::Race | OrderKind::Sprint));
    ResultSheet {
        heading: session.heading(),
        kind,
        extent: SheetExtent::Whole,
        rows: rows
            .into_iter()
            .enumerate()
            .map(|(at, row)| result(at + 1, row, is_race))
            .collect(),
        messages: lines(&session.messages),
    }
}

fn result(at: usize, row: AlKamelRow, is_race: bool) -> SheetRow {
    let status = match words::status(&row.status).unwrap_or_default() {
        Status::Classified if row.not_finished => Status::Dnf,
        status => status,
    };
    let best_lap = TrackTime::parse(&row.fastest_lap_time).or_else(|| TrackTime::parse(&row.time));
    SheetRow {
        row: at,
        place: row.position.count().filter(|place| *place > 0),
        class: given(&row.class),
        number: row.number.text(),
        drivers: crew(row.drivers, row.starting_driver_number.count()),
        team: given(&row.team),
        vehicle: given(&row.vehicle),
        status: if is_race { status } else { Status::Classified },
        status_text: given(&row.status),
        laps: row.laps.count(),
        time: if is_race {
            TrackTime::parse(&row.elapsed_time)
        } else {
            TrackTime::parse(&row.time)
        },
        gap: TrackGap::parse(&row.gap_first),
        best_lap,
        best_lap_number: row.fastest_lap_number.count().filter(|lap| *lap > 0),
        guest: row.group == GUESTS,
        ..SheetRow::default()
    }
}

/// The drivers of a car, the one who starts first.
fn crew(drivers: Vec<AlKamelDriver>, starter: Option<u16>) -> Vec<SheetName> {
    let starts = |driver: &AlKamelDriver| starter.is_some() && driver.number.count() == starter;
    let (first, others): (Vec<_>, Vec<_>) = drivers.into_iter().partition(starts);
    first
        .into_iter()
        .chain(others)
        .filter_map(AlKamelDriver::into_name)
        .collect()
}

fn points(championship: &AlKamelTable, rows: Vec<AlKamelRow>) -> PointsSheet {
    let points_of = |value: &Loose| value.text().and_then(|text| text.parse::<Points>().ok());
    let row = |(at, row): (usize, AlKamelRow)| PointsRow {
        row: at + 1,
        place: row.position.count(),
        competitor: SheetName::whole(&row.key),
        points: points_of(&row.total_points).unwrap_or_default(),
        wins: None,
        cells: row
            .points_by_session
            .iter()
            .map(|cell| {
                let total = points_of(&cell.total_points)?;
                let was_driven = total != Points::default() || points_of(&cell.race_points) != Some(Points::default());
                (was_driven || words::status(&cell.status) == Some(Status::Nc)).then_some(total)
            })
            .collect(),
    };
    let title = given(&championship.main_title).or_else(|| given(&championship.name));
    PointsSheet {
        heading: Heading {
            series: None,
            year: championship.year.text().and_then(|year| year.parse().ok()),
            published: day(&championship.creation_date),
            ..Heading::default()
        },
        championship: title.unwrap_or_default(),
        of_teams: false,
        rounds: championship
            .sessions
            .iter()
            .map(|round| format!("{}, {}", round.event_name, round.session_name))
            .collect(),
        extent: SheetExtent::Whole,
        rows: rows.into_iter().enumerate().map(row).collect(),
    }
}

fn entry_list(event: &AlKamelEvent, entries: Vec<AlKamelEntry>) -> EntrySheet {
    let date = event.start_date.parse().ok();
    let row = |(at, entry): (usize, AlKamelEntry)| EntryRow {
        row: at + 1,
        number: entry.car_number.text(),
        class: given(&entry.class_code),
        team: given(&entry.team),
        vehicle: given(&entry.car_type),
        open_seats: u16::try_from(entry.drivers.iter().filter(|driver| driver.is_tbd).count()).unwrap_or(u16::MAX),
        drivers: entry.drivers.into_iter().filter_map(AlKamelDriver::into_name).collect(),
        ..EntryRow::default()
    };
    EntrySheet {
        heading: Heading {
            series: given(&event.series),
            year: date.map(|date: NaiveDate| chrono::Datelike::year(&date)),
            event: given(&event.name),
            circuit: given(&event.circuit),
            date,
            ..Heading::default()
        },
        rows: entries.into_iter().enumerate().map(row).collect(),
    }
}

fn race_control(session: &AlKamelSession, flags: Vec<AlKamelFlag>) -> RaceControlSheet {
    let said = |flag: AlKamelFlag| {
        let text = given(&flag.message).or_else(|| given(&flag.colour));
        (flag.time, text.unwrap_or_default())
    };
    RaceControlSheet {
        heading: session.heading(),
        messages: flags.into_iter().map(said).collect(),
    }
}

impl AlKamelSession {
    fn heading(&self) -> Heading {
        let date = day(&self.date);
        Heading {
            series: given(&self.championship),
            year: date.map(|date| chrono::Datelike::year(&date)),
            event: given(&self.event),
            circuit: given(&self.circuit.name),
            session: given(&self.name),
            date,
            status: mark(&self.mark),
            published: day(&self.created),
            ..Heading::default()
        }
    }
}

impl AlKamelDriver {
    fn into_name(self) -> Option<SheetName> {
        if self.is_tbd {
            return None;
        }
        let name = if self.surname.trim().is_empty() && self.firstname.trim().is_empty() {
            SheetName::whole(&self.name)
        } else {
            SheetName {
                given: self.firstname.trim().to_owned(),
                family: self.surname.trim().to_owned(),
                ..SheetName::default()
            }
        };
        let country = self.country.or(self.nationality);
        Some(SheetName {
            country: country.as_deref().and_then(given),
            hometown: self.hometown.as_deref().and_then(given),
            ..name
        })
        .filter(|name| !name.family.is_empty() || !name.given.is_empty())
    }
}

/// Status of a publication by the mark on a sheet; none if it has no mark.
pub(super) fn mark(text: &str) -> Option<PublicationStatus> {
    match text.trim().to_lowercase().as_str() {
        "official" | "final" => Some(PublicationStatus::Official),
        "provisional" => Some(PublicationStatus::Provisional),
        "unofficial" => Some(PublicationStatus::Unofficial),
        _ => None,
    }
}

/// The day of `06-06-2026 01:55` or `06/06/2026 01:55`, the day first.
fn day(text: &str) -> Option<NaiveDate> {
    let date = text.split_whitespace().next()?.replace('/', "-");
    NaiveDate::parse_from_str(&date, "%d-%m-%Y").ok()
}

pub(super) fn lines(text: &str) -> Vec<String> {
    text.lines().filter_map(given).collect()
}

/// A text without blanks around it; `None` if nothing is left.
pub(super) fn given(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}
