//! Results of Assetto Corsa's server, one session a file.
//!
//! Times count milliseconds, 999999999 stands for no lap, and laps are counted in a list beside the result. The order is
//! that of the file: by laps, then by times, which are those up to each car's last lap.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::al_kamel_json::given;
use super::simulators::{self, gaps_in_laps};
use crate::domain::Status;
use crate::import::loose::Loose;
use crate::import::sheet::{Heading, ResultSheet, Sheet, SheetExtent, SheetName, SheetRow};
use crate::import::source::FileFaults;
use crate::import::words;

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
struct AssettoFile {
    track_name: Option<String>,
    #[serde(rename = "Type")]
    kind: Option<String>,
    event_name: Option<String>,
    date: Option<String>,
    cars: Option<Vec<AssettoCar>>,
    result: Option<Vec<AssettoRow>>,
    laps: Option<Vec<AssettoLap>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
struct AssettoCar {
    car_id: Loose,
    driver: AssettoDriver,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
struct AssettoDriver {
    team: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
struct AssettoRow {
    driver_name: Option<String>,
    car_id: Loose,
    car_model: Option<String>,
    best_lap: Loose,
    total_time: Loose,
    grid_position: Loose,
    disqualified: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
struct AssettoLap {
    driver_name: Option<String>,
    car_id: Loose,
    lap_time: Loose,
}

/// Laps of a driver in a car, in the order in which they were driven.
type Driven<'f> = BTreeMap<(Option<String>, Option<&'f str>), Vec<&'f AssettoLap>>;

/// True for a result with its cars.
pub fn recognises(has: &impl Fn(&str) -> bool) -> bool {
    has("TrackName") && has("Result")
}

/// Reads a result.
pub fn read(text: &str, faults: &mut FileFaults<'_>) -> Vec<Sheet> {
    let Some(file) = simulators::json::<AssettoFile>(text, faults) else {
        return Vec::new();
    };
    let results: Vec<&AssettoRow> = file.result.iter().flatten().filter(|row| row.is_taken()).collect();
    if results.is_empty() {
        simulators::nothing(faults);
        return Vec::new();
    }
    let kind = file.kind.as_deref().and_then(words::order_kind);
    let is_race = simulators::is_race(kind);
    if is_race {
        simulators::no_states(faults);
    }
    let mut driven = Driven::new();
    for lap in file.laps.iter().flatten() {
        let key = (lap.car_id.text(), lap.driver_name.as_deref());
        driven.entry(key).or_default().push(lap);
    }
    let teams: BTreeMap<Option<String>, &AssettoCar> =
        file.cars.iter().flatten().map(|car| (car.car_id.text(), car)).collect();
    let rows = results.iter().enumerate().map(|(at, row)| {
        let team = teams.get(&row.car_id.text()).and_then(|car| car.driver.team.as_deref());
        SheetRow {
            team: team.and_then(given),
            ..row.read(at + 1, &driven, is_race)
        }
    });
    let mut rows: Vec<SheetRow> = rows.collect();
    if is_race {
        gaps_in_laps(&mut rows);
    }
    let day = file.date.as_deref().and_then(|date| date.get(..10)?.parse().ok());
    vec![Sheet::Results(ResultSheet {
        heading: Heading {
            event: file.event_name.as_deref().and_then(given),
            circuit: file.track_name.as_deref().and_then(given),
            year: day.map(|day: chrono::NaiveDate| chrono::Datelike::year(&day)),
            date: day,
            ..Heading::default()
        },
        kind,
        extent: SheetExtent::Whole,
        rows,
        messages: Vec::new(),
    })]
}

impl AssettoRow {
    /// True if somebody sat in the car: servers list empty ones too.
    fn is_taken(&self) -> bool {
        self.driver_name.as_deref().and_then(given).is_some()
    }

    fn read(&self, at: usize, driven: &Driven<'_>, is_race: bool) -> SheetRow {
        let laps = driven.get(&(self.car_id.text(), self.driver_name.as_deref()));
        let laps = laps.map(Vec::as_slice).unwrap_or_default();
        let count = u16::try_from(laps.len()).ok();
        let best_lap = self.best_lap.millis();
        let number = |best: &Loose| laps.iter().position(|lap| lap.lap_time.text() == best.text());
        let total = self.total_time.millis();
        let never_drove = is_race && total.is_none() && laps.is_empty();
        SheetRow {
            row: at,
            place: u16::try_from(at).ok().filter(|_| !never_drove && !self.disqualified),
            drivers: self.driver_name.as_deref().map(SheetName::whole).into_iter().collect(),
            vehicle: self.car_model.as_deref().and_then(given),
            status: match (self.disqualified, never_drove) {
                (true, _) => Status::Dsq,
                (_, true) => Status::Dns,
                _ => Status::Classified,
            },
            laps: count,
            time: if is_race { total } else { best_lap },
            best_lap,
            best_lap_number: best_lap
                .and(number(&self.best_lap))
                .and_then(|at| u16::try_from(at + 1).ok()),
            grid: self.grid_position.count().filter(|grid| *grid > 0 && is_race),
            ..SheetRow::default()
        }
    }
}
