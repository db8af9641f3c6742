//! Event results of iRacing: practice, qualifying and races of one subsession.
//!
//! Times count ten-thousandths of a second, places from 0, and -1 stands for none. The file is the result itself, or has
//! it as the data of an `event_result`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::al_kamel_json::given;
use super::simulators::{self, gaps_in_laps};
use crate::domain::{Points, Status};
use crate::import::loose::Loose;
use crate::import::sheet::{Heading, ResultSheet, Sheet, SheetExtent, SheetName, SheetRow};
use crate::import::source::FileFaults;
use crate::import::track_time::TrackGap;
use crate::import::words;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct IracingEnvelope {
    data: Option<IracingEvent>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct IracingEvent {
    session_name: Option<String>,
    league_id: Loose,
    league_name: Option<String>,
    league_season_name: Option<String>,
    series_name: Option<String>,
    start_time: Option<String>,
    track: IracingTrack,
    car_classes: Vec<CarClass>,
    session_results: Vec<IracingSession>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct IracingTrack {
    track_name: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct CarClass {
    #[serde(rename = "car_class_id")]
    id: Loose,
    name: Option<String>,
    short_name: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct IracingSession {
    simsession_type_name: Option<String>,
    simsession_name: Option<String>,
    results: Vec<IracingRow>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct IracingRow {
    display_name: Option<String>,
    finish_position: Loose,
    finish_position_in_class: Loose,
    laps_complete: Loose,
    interval: Loose,
    best_lap_num: Loose,
    best_lap_time: Loose,
    starting_position: Loose,
    reason_out: Option<String>,
    league_points: Loose,
    car_class_id: Loose,
    car_name: Option<String>,
    livery: Livery,
    /// The drivers of a team's car, whose own name is the team's.
    driver_results: Vec<TeamDriver>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Livery {
    car_number: Loose,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct TeamDriver {
    display_name: Option<String>,
}

/// Parts of a file that all its sessions share.
struct Shared {
    classes: BTreeMap<String, String>,
    has_points: bool,
    /// Names without the numbers that the service puts behind them, by the names with them.
    names: BTreeMap<String, String>,
}

/// True for a result, or for its envelope.
pub fn recognises(has: &impl Fn(&str) -> bool) -> bool {
    (has("session_results") && has("subsession_id")) || (has("type") && has("data"))
}

/// Reads a result: a sheet for each of its sessions, in the order of the file.
pub fn read(text: &str, faults: &mut FileFaults<'_>) -> Vec<Sheet> {
    let Some(envelope) = simulators::json::<IracingEnvelope>(text, faults) else {
        return Vec::new();
    };
    let event = match envelope.data {
        Some(event) => event,
        None => match simulators::json::<IracingEvent>(text, faults) {
            Some(event) => event,
            None => return Vec::new(),
        },
    };
    if event.session_results.is_empty() {
        simulators::nothing(faults);
    }
    let shared = Shared::of(&event, faults);
    let sessions = event.session_results.iter();
    let sheets = sessions.map(|session| Sheet::Results(shared.sheet(&event, session)));
    sheets.collect()
}

impl Shared {
    fn of(event: &IracingEvent, faults: &mut FileFaults<'_>) -> Self {
        let classes = event.car_classes.iter().filter_map(|class| {
            let name = class.short_name.as_deref().and_then(given);
            Some((
                class.id.text()?,
                name.or_else(|| class.name.as_deref().and_then(given))?,
            ))
        });
        let shared = Self {
            classes: classes.collect(),
            has_points: event.league_id.count_above_zero(),
            names: names(event),
        };
        for (printed, name) in &shared.names {
            if printed != name {
                let message = format!("'{printed}' is taken for '{name}'");
                let hint = "iRacing puts numbers behind names that two people have";
                faults.note(None, "numbered-name", &message, hint);
            }
        }
        shared
    }

    fn sheet(&self, event: &IracingEvent, session: &IracingSession) -> ResultSheet {
        let kind = [&session.simsession_type_name, &session.simsession_name];
        let kind = kind.into_iter().flatten().find_map(|name| words::order_kind(name));
        let day = event
            .start_time
            .as_deref()
            .and_then(|time| time.get(..10)?.parse().ok());
        let text = |text: &Option<String>| text.as_deref().and_then(given);
        let finishers = session.results.iter().enumerate();
        let is_race = simulators::is_race(kind);
        let mut rows: Vec<SheetRow> = finishers.map(|(at, one)| self.row(at + 1, one, is_race)).collect();
        if is_race {
            gaps_in_laps(&mut rows);
        }
        ResultSheet {
            heading: Heading {
                series: text(&event.league_season_name)
                    .or_else(|| text(&event.league_name))
                    .or_else(|| text(&event.series_name)),
                year: day.map(|day: chrono::NaiveDate| chrono::Datelike::year(&day)),
                event: text(&event.session_name),
                circuit: text(&event.track.track_name),
                session: text(&session.simsession_name),
                date: day,
                ..Heading::default()
            },
            kind,
            extent: SheetExtent::Whole,
            rows,
            messages: Vec::new(),
        }
    }

    fn row(&self, at: usize, one: &IracingRow, is_race: bool) -> SheetRow {
        let best_lap = one.best_lap_time.ten_thousandths();
        let name = |printed: &Option<String>| {
            let printed = printed.as_deref().and_then(given)?;
            Some(SheetName::whole(self.names.get(&printed).unwrap_or(&printed)))
        };
        let is_team = !one.driver_results.is_empty();
        let reason = one.reason_out.as_deref().and_then(given);
        let status = match reason.as_deref() {
            _ if !is_race => Status::Classified,
            None | Some("Running") => Status::Classified,
            Some(reason) => words::status(reason).unwrap_or(Status::Dnf),
        };
        SheetRow {
            row: at,
            place: one.finish_position.counted_from_zero(),
            class_place: one.finish_position_in_class.counted_from_zero(),
            class: one.car_class_id.text().and_then(|id| self.classes.get(&id).cloned()),
            number: one.livery.car_number.text(),
            drivers: if is_team {
                let team = one.driver_results.iter();
                team.filter_map(|one| name(&one.display_name)).collect()
            } else {
                name(&one.display_name).into_iter().collect()
            },
            team: one.display_name.as_deref().and_then(given).filter(|_| is_team),
            vehicle: one.car_name.as_deref().and_then(given),
            status,
            status_text: reason.filter(|_| status != Status::Classified),
            laps: one.laps_complete.count(),
            time: best_lap.filter(|_| !is_race),
            gap: one.interval.ten_thousandths().filter(|_| is_race).map(TrackGap::Time),
            best_lap,
            best_lap_number: best_lap.and(one.best_lap_num.count()).filter(|number| *number > 0),
            grid: one.starting_position.counted_from_zero().filter(|_| is_race),
            points: one
                .league_points
                .count()
                .filter(|_| is_race && self.has_points)
                .map(|points| Points::whole(points.into())),
            ..SheetRow::default()
        }
    }
}

/// Names without the service's numbers, unless two drivers of the event would then be called alike.
fn names(event: &IracingEvent) -> BTreeMap<String, String> {
    let finishers = event.session_results.iter().flat_map(|session| &session.results);
    let printed = finishers.flat_map(|one| {
        let team = one.driver_results.iter().map(|driver| &driver.display_name);
        std::iter::once(&one.display_name)
            .filter(|_| one.driver_results.is_empty())
            .chain(team)
    });
    let bare = |name: &str| name.trim_end_matches(|letter: char| letter.is_ascii_digit()).to_owned();
    let names: BTreeMap<String, String> = printed
        .filter_map(|name| given(name.as_deref()?))
        .map(|name| (name.clone(), bare(&name)))
        .collect();
    let is_alone = |name: &String| names.values().filter(|other| *other == name).count() == 1;
    let kept = names.iter().map(|(printed, bare)| {
        let is_name = bare.contains(' ') && !bare.ends_with(' ') && is_alone(bare);
        (printed.clone(), if is_name { bare.clone() } else { printed.clone() })
    });
    kept.collect()
}
