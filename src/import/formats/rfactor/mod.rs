//! Results of rFactor, rFactor 2, Le Mans Ultimate and Automobilista: sessions of a server's XML.
//!
//! Drivers stand in any order, their places beside them; the time at the finish holds what stewards added.

mod penalties;
mod xml;

use std::collections::BTreeSet;

use super::al_kamel_json::given;
use super::simulators::{self, gaps_in_laps};
use crate::domain::{Points, Status};
use crate::import::sheet::{Heading, OrderKind, ResultSheet, Sheet, SheetExtent, SheetName, SheetRow};
use crate::import::source::FileFaults;
use crate::import::track_time::TrackTime;
use crate::import::words;
use xml::{RfactorDriver, RfactorFile, RfactorSession};

/// Root of the files.
const ROOT: &str = "<rFactorXML";
/// Part of a file, in bytes, in which its root begins.
const PROBE: usize = 4096;

/// True if a text is XML with the root of such files near its start.
pub fn recognises(text: &str) -> bool {
    let start = text.get(..text.floor_char_boundary(PROBE)).unwrap_or_default();
    start.starts_with('<') && start.contains(ROOT)
}

/// Reads a file: a sheet for each of its sessions that somebody drove in.
pub fn read(text: &str, faults: &mut FileFaults<'_>) -> Vec<Sheet> {
    let file = match RfactorFile::read(text) {
        Ok(file) => file,
        Err(problem) => {
            faults.error(None, "xml", &problem.to_string(), problem.hint());
            return Vec::new();
        }
    };
    let driven = file.sessions.iter().filter(|session| !session.drivers.is_empty());
    let sheets: Vec<Sheet> = driven.map(|session| Sheet::Results(sheet(&file, session))).collect();
    if sheets.is_empty() {
        simulators::nothing(faults);
    }
    sheets
}

fn sheet(file: &RfactorFile, session: &RfactorSession) -> ResultSheet {
    let kind = kind(&session.name);
    let setting = |name: &str| file.settings.get(name).and_then(|text| given(text));
    let mut penalties = penalties::by_driver(session);
    let rows = session.drivers.iter().enumerate().map(|(at, driver)| SheetRow {
        penalty: penalties.remove(driver.text("Name").unwrap_or_default()),
        ..row(at + 1, driver, simulators::is_race(kind))
    });
    let mut rows: Vec<SheetRow> = rows.collect();
    rows.sort_by_key(|row| row.place.unwrap_or(u16::MAX));
    if simulators::is_race(kind) {
        gaps_in_laps(&mut rows);
    }
    let day = session.date.as_deref().and_then(|time| {
        let day = time.split_whitespace().next()?;
        chrono::NaiveDate::parse_from_str(day, "%Y/%m/%d").ok()
    });
    ResultSheet {
        heading: Heading {
            series: setting("Season").or_else(|| setting("ServerName")),
            event: setting("TrackEvent"),
            circuit: setting("TrackVenue"),
            session: Some(session.name.clone()),
            year: day.map(|day| chrono::Datelike::year(&day)),
            date: day,
            ..Heading::default()
        },
        kind,
        extent: SheetExtent::Whole,
        rows,
        messages: Vec::new(),
    }
}

/// The kind of session by the element that holds it: `Race`, `Race2`, `Qualify`, `Practice1`, `TestDay`.
fn kind(element: &str) -> Option<OrderKind> {
    match element.trim_end_matches(|letter: char| letter.is_ascii_digit()) {
        "TestDay" => Some(OrderKind::Practice),
        name => words::order_kind(name),
    }
}

fn row(at: usize, driver: &RfactorDriver, is_race: bool) -> SheetRow {
    let count = |name: &str| driver.text(name)?.parse::<u16>().ok();
    let above_zero = |name: &str| count(name).filter(|count| *count > 0);
    let text = |name: &str| driver.text(name).and_then(given);
    let time = |name: &str| driver.text(name).and_then(TrackTime::parse);
    let points = |name: &str| driver.text(name)?.parse::<Points>().ok();
    let best_lap = time("BestLapTime");
    let laps = count("Laps");
    let finish = text("FinishStatus").filter(|_| is_race);
    let status = match finish.as_deref() {
        None => Status::Classified,
        Some("None") if laps == Some(0) => Status::Dns,
        Some("None") => Status::Nc,
        Some(finish) => words::status(finish).unwrap_or(Status::Nc),
    };
    let reason = text("DNFReason").map(|reason| format!(" ({reason})"));
    SheetRow {
        row: at,
        place: above_zero("Position"),
        class_place: above_zero("ClassPosition"),
        class: text("CarClass"),
        number: text("CarNumber"),
        drivers: names(driver),
        team: text("TeamName"),
        vehicle: text("CarType"),
        status,
        status_text: finish
            .filter(|_| status != Status::Classified)
            .map(|finish| finish + &reason.unwrap_or_default()),
        laps,
        time: if is_race { time("FinishTime") } else { best_lap },
        best_lap,
        best_lap_number: best_lap.and_then(|best| {
            driver
                .laps
                .iter()
                .find(|(_, lap)| *lap == best)
                .map(|(number, _)| *number)
        }),
        grid: above_zero("GridPos").filter(|_| is_race),
        points: points("Points").filter(|_| is_race),
        class_points: points("ClassPoints").filter(|_| is_race),
        ..SheetRow::default()
    }
}

/// The drivers of a car in the order in which they drove; the one named for it where nobody took over.
fn names(driver: &RfactorDriver) -> Vec<SheetName> {
    let mut seen = BTreeSet::new();
    let named = driver.text("Name").into_iter();
    let all = driver.swaps.iter().map(String::as_str).chain(named).filter_map(given);
    all.filter(|name| seen.insert(name.clone()))
        .map(|name| SheetName::whole(&name))
        .collect()
}
