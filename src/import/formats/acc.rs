//! Results of Assetto Corsa Competizione's server, one session a file, in UTF-16 without a mark.
//!
//! Times count milliseconds; the largest number stands for no lap.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::al_kamel_json::given;
use super::simulators::{self, gaps_in_laps};
use crate::domain::Status;
use crate::import::loose::Loose;
use crate::import::sheet::{Heading, OrderKind, ResultSheet, Sheet, SheetExtent, SheetName, SheetRow};
use crate::import::source::FileFaults;

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct AccFile {
    session_type: Loose,
    track_name: Option<String>,
    server_name: Option<String>,
    session_result: AccResult,
    laps: Vec<AccLap>,
    penalties: Vec<AccPenalty>,
    #[serde(alias = "post_race_penalties")]
    post_race_penalties: Vec<AccPenalty>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct AccResult {
    is_wet_session: Loose,
    leader_board_lines: Vec<AccLine>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct AccLine {
    car: AccCar,
    timing: AccTiming,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct AccCar {
    car_id: Loose,
    race_number: Loose,
    cup_category: Loose,
    car_group: Option<String>,
    team_name: Option<String>,
    drivers: Vec<AccDriver>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct AccDriver {
    first_name: String,
    last_name: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct AccTiming {
    best_lap: Loose,
    total_time: Loose,
    lap_count: Loose,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct AccLap {
    car_id: Loose,
    laptime: Loose,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct AccPenalty {
    car_id: Loose,
    reason: Option<String>,
    penalty: Option<String>,
    violation_in_lap: Loose,
}

/// True for a result with its lines.
pub fn recognises(has: &impl Fn(&str) -> bool) -> bool {
    has("sessionResult") && has("sessionType")
}

/// Reads a result.
pub fn read(text: &str, faults: &mut FileFaults<'_>) -> Vec<Sheet> {
    let Some(file) = simulators::json::<AccFile>(text, faults) else {
        return Vec::new();
    };
    if file.session_result.leader_board_lines.is_empty() {
        simulators::nothing(faults);
        return Vec::new();
    }
    let session = file.session_type.text().unwrap_or_default();
    let kind = kind(&session);
    let is_race = simulators::is_race(kind);
    if is_race {
        simulators::no_states(faults);
    }
    let differs = |part: fn(&AccCar) -> Option<String>| {
        let lines = file.session_result.leader_board_lines.iter();
        let parts: BTreeSet<Option<String>> = lines.map(|line| part(&line.car)).collect();
        parts.len() > 1
    };
    let class_parts = [AccCar::group, AccCar::cup].map(|part| Some(part).filter(|part| differs(*part)));
    let lap_numbers = lap_numbers(&file.laps);
    let lines = file.session_result.leader_board_lines.iter().enumerate();
    let rows = lines.map(|(at, line)| {
        let mut row = row(at + 1, line, is_race, faults);
        let car = line.car.car_id.text().unwrap_or_default();
        let best = line.timing.best_lap.text().unwrap_or_default();
        row.best_lap_number = row.best_lap.and(lap_numbers.get(&(car.clone(), best)).copied());
        let class = class_parts.iter().flatten().filter_map(|part| part(&line.car));
        row.class = given(&class.collect::<Vec<_>>().join(" "));
        let penalties = file.penalties.iter().chain(&file.post_race_penalties);
        let penalties = penalties.filter(|one| one.car_id.text().as_deref() == Some(car.as_str()));
        let penalties: Vec<String> = penalties.filter_map(AccPenalty::words).collect();
        row.penalty = given(&penalties.join("; "));
        row
    });
    let mut rows: Vec<SheetRow> = rows.collect();
    if is_race {
        gaps_in_laps(&mut rows);
    }
    let is_wet = file.session_result.is_wet_session.count_above_zero();
    vec![Sheet::Results(ResultSheet {
        heading: Heading {
            series: file.server_name.as_deref().and_then(given),
            circuit: file.track_name.map(|name| name.replace('_', " ")),
            ..Heading::default()
        },
        kind,
        extent: SheetExtent::Whole,
        rows,
        messages: is_wet.then(|| "a wet session".to_owned()).into_iter().collect(),
    })]
}

/// The kind of session by its letters: `FP`, `Q`, `R`, with a number where there are several.
fn kind(letters: &str) -> Option<OrderKind> {
    match letters.trim_end_matches(|letter: char| letter.is_ascii_digit()) {
        "FP" | "P" => Some(OrderKind::Practice),
        "Q" => Some(OrderKind::Qualifying),
        "R" => Some(OrderKind::Race),
        _ => None,
    }
}

/// The numbers of laps by car and time, each the first of its time.
fn lap_numbers(laps: &[AccLap]) -> BTreeMap<(String, String), u16> {
    let mut counts: BTreeMap<String, u16> = BTreeMap::new();
    let mut numbers = BTreeMap::new();
    for lap in laps {
        let (Some(car), Some(time)) = (lap.car_id.text(), lap.laptime.text()) else {
            continue;
        };
        let count = counts.entry(car.clone()).or_default();
        *count = count.saturating_add(1);
        numbers.entry((car, time)).or_insert(*count);
    }
    numbers
}

fn row(at: usize, line: &AccLine, is_race: bool, faults: &mut FileFaults<'_>) -> SheetRow {
    let laps = line.timing.lap_count.count();
    let best_lap = line.timing.best_lap.millis();
    let total = line.timing.total_time.millis();
    let never_drove = is_race && laps == Some(0);
    let drivers = line.car.drivers.iter().map(|driver| driver.name(at, faults));
    SheetRow {
        row: at,
        place: u16::try_from(at).ok(),
        number: line.car.race_number.text(),
        drivers: drivers.collect(),
        team: line.car.team_name.as_deref().and_then(given),
        status: if never_drove { Status::Dns } else { Status::Classified },
        laps,
        time: if is_race {
            total.filter(|_| !never_drove)
        } else {
            best_lap
        },
        best_lap,
        ..SheetRow::default()
    }
}

impl AccCar {
    fn group(&self) -> Option<String> {
        self.car_group.as_deref().and_then(given)
    }

    fn cup(&self) -> Option<String> {
        let cup = match self.cup_category.count()? {
            0 => "Pro",
            1 => "Pro-Am",
            2 => "Am",
            3 => "Silver",
            4 => "National",
            _ => return None,
        };
        Some(cup.to_owned())
    }
}

impl AccDriver {
    /// The name up to the end of its line: people write their team behind it.
    fn name(&self, row: usize, faults: &mut FileFaults<'_>) -> SheetName {
        let first_line = |text: &str| text.lines().find_map(given).unwrap_or_default();
        let name = SheetName {
            given: first_line(&self.first_name),
            family: first_line(&self.last_name),
            ..SheetName::default()
        };
        let printed = format!("{} {}", self.first_name.trim(), self.last_name.trim());
        if printed.lines().count() > 1 {
            let message = format!(
                "the name '{}' has a line break: '{}' is taken for it",
                printed.lines().collect::<Vec<_>>().join(" / "),
                name.full()
            );
            faults.note(Some(&format!("row {row}")), "line-break", &message, "");
        }
        name
    }
}

impl AccPenalty {
    /// `DriveThrough (Cutting), lap 3`.
    fn words(&self) -> Option<String> {
        let penalty = self.penalty.as_deref().and_then(given).filter(|one| one != "None")?;
        let reason = self.reason.as_deref().and_then(given);
        let reason = reason.map(|reason| format!(" ({reason})")).unwrap_or_default();
        let lap = self.violation_in_lap.count().filter(|lap| *lap > 0);
        let lap = lap.map(|lap| format!(", lap {lap}")).unwrap_or_default();
        Some(format!("{penalty}{reason}{lap}"))
    }
}
