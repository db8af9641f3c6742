//! Sheets of one season of the archive: calendar, entries, and the orders and tables of each weekend.

use super::archive::F1dbArchive;
use super::wire::{F1dbEntrant, F1dbNamed, F1dbRace, F1dbResult, F1dbStanding};
use crate::domain::Status;
use crate::import::sheet::{
    CalendarRow, CalendarSheet, CalendarStart, EntryRow, EntrySheet, Heading, OrderKind, PointsRow, PointsSheet,
    ResultSheet, Sheet, SheetExtent, SheetName, SheetRow,
};
use crate::import::track_time::{TrackGap, TrackTime};
use crate::import::words;

/// The sheets of a season, or of the newest one if none is named.
pub fn sheets(archive: &F1dbArchive, year: Option<i32>) -> Vec<Sheet> {
    let Some(year) = archive.season(year) else {
        return Vec::new();
    };
    let mut races: Vec<&F1dbRace> = archive.races.iter().filter(|race| race.year == year).collect();
    races.sort_by_key(|race| race.round);
    let mut sheets = Vec::new();
    if !races.is_empty() {
        sheets.push(Sheet::Calendar(calendar(archive, year, &races)));
    }
    let entries = entries(archive, year);
    if !entries.rows.is_empty() {
        sheets.push(Sheet::Entries(entries));
    }
    for race in races {
        let orders = [
            (OrderKind::Qualifying, "Qualifying", &archive.qualifying),
            (OrderKind::Sprint, "Sprint", &archive.sprints),
            (OrderKind::Race, "Race", &archive.results),
        ];
        for (kind, name, table) in orders {
            let rows: Vec<&F1dbResult> = table
                .iter()
                .filter(|row| (row.year, row.round) == (year, race.round))
                .collect();
            if !rows.is_empty() {
                sheets.push(Sheet::Results(order(archive, race, (kind, name), &rows)));
            }
        }
        let tables = [
            ("Drivers", &archive.drivers_tables),
            ("Constructors", &archive.constructors_tables),
        ];
        for (name, table) in tables {
            let rows: Vec<&F1dbStanding> = table
                .iter()
                .filter(|row| (row.year, row.round) == (year, race.round))
                .collect();
            if !rows.is_empty() {
                sheets.push(Sheet::Points(points(archive, race, name, &rows)));
            }
        }
    }
    sheets
}

fn order(archive: &F1dbArchive, race: &F1dbRace, (kind, name): (OrderKind, &str), rows: &[&F1dbResult]) -> ResultSheet {
    let row = |(at, row): (usize, &&F1dbResult)| {
        let best = archive.laps.iter().find(|lap| {
            kind == OrderKind::Race && (lap.year, lap.round) == (row.year, row.round) && lap.driver_id == row.driver_id
        });
        let text = |text: &Option<String>| text.as_deref().and_then(TrackTime::parse);
        let lap = text(&row.q3)
            .or_else(|| text(&row.q2))
            .or_else(|| text(&row.q1))
            .or_else(|| text(&row.time));
        let is_race = kind != OrderKind::Qualifying;
        let status = if is_race {
            words::status(&row.position_text)
        } else {
            None
        };
        SheetRow {
            row: at + 1,
            place: row.position_number,
            number: row.driver_number.clone(),
            drivers: vec![archive.driver(&row.driver_id)],
            team: archive
                .constructors
                .get(&row.constructor_id)
                .map(|team| team.name.clone()),
            status: status.unwrap_or(Status::Classified),
            status_text: Some(row.position_text.clone()).filter(|_| row.position_number.is_none()),
            laps: row.laps.filter(|_| is_race),
            time: if is_race { text(&row.time) } else { lap },
            gap: row.gap.as_deref().and_then(TrackGap::parse),
            best_lap: if is_race {
                best.and_then(|lap| text(&lap.time))
            } else {
                lap
            },
            best_lap_number: best.and_then(|lap| lap.lap),
            grid: row.grid_position_number,
            points: row.points.as_ref().and_then(|points| points.to_string().parse().ok()),
            penalty: row.time_penalty.as_ref().map(|time| format!("+{time} s")),
            note: row.reason_retired.clone(),
            pole: row.pole_position == Some(true),
            ..SheetRow::default()
        }
    };
    ResultSheet {
        heading: archive.heading(race, Some(name)),
        kind: Some(kind),
        extent: SheetExtent::Whole,
        rows: rows.iter().enumerate().map(row).collect(),
        messages: Vec::new(),
    }
}

fn points(archive: &F1dbArchive, race: &F1dbRace, name: &str, rows: &[&F1dbStanding]) -> PointsSheet {
    let row = |(at, row): (usize, &&F1dbStanding)| {
        let team = || row.constructor_id.as_ref().map(|id| archive.constructor(id));
        Some(PointsRow {
            row: at + 1,
            place: row.position_number,
            competitor: row.driver_id.as_ref().map(|id| archive.driver(id)).or_else(team)?,
            points: row.points.to_string().parse().ok()?,
            wins: None,
            cells: Vec::new(),
        })
    };
    PointsSheet {
        heading: archive.heading(race, None),
        championship: name.to_owned(),
        of_teams: name == "Constructors",
        rounds: Vec::new(),
        extent: SheetExtent::Whole,
        rows: rows.iter().enumerate().filter_map(row).collect(),
    }
}

fn entries(archive: &F1dbArchive, year: i32) -> EntrySheet {
    let of_year = archive
        .entrants
        .iter()
        .filter(|entrant| entrant.year == year && !entrant.test_driver);
    let row = |(at, entrant): (usize, &F1dbEntrant)| {
        let drove = archive
            .results
            .iter()
            .find(|row| row.year == year && row.driver_id == entrant.driver_id);
        let permanent = || archive.drivers.get(&entrant.driver_id)?.permanent_number.clone();
        EntryRow {
            row: at + 1,
            number: drove.and_then(|row| row.driver_number.clone()).or_else(permanent),
            team: archive
                .constructors
                .get(&entrant.constructor_id)
                .map(|team| team.name.clone()),
            team_id: Some(entrant.constructor_id.clone()),
            drivers: vec![archive.driver(&entrant.driver_id)],
            rounds: entrant.rounds.clone(),
            ..EntryRow::default()
        }
    };
    EntrySheet {
        heading: Heading {
            series: Some("Formula 1".to_owned()),
            year: Some(year),
            ..Heading::default()
        },
        rows: of_year.enumerate().map(row).collect(),
    }
}

fn calendar(archive: &F1dbArchive, year: i32, races: &[&F1dbRace]) -> CalendarSheet {
    let mut sessions = Vec::new();
    for race in races {
        let list = [
            (
                "Practice 1",
                race.free_practice1_date.as_ref(),
                race.free_practice1_time.as_ref(),
            ),
            (
                "Practice 2",
                race.free_practice2_date.as_ref(),
                race.free_practice2_time.as_ref(),
            ),
            (
                "Practice 3",
                race.free_practice3_date.as_ref(),
                race.free_practice3_time.as_ref(),
            ),
            (
                "Sprint Qualifying",
                race.sprint_qualifying_date.as_ref(),
                race.sprint_qualifying_time.as_ref(),
            ),
            ("Sprint", race.sprint_race_date.as_ref(), race.sprint_race_time.as_ref()),
            (
                "Qualifying",
                race.qualifying_date.as_ref(),
                race.qualifying_time.as_ref(),
            ),
            ("Race", Some(&race.date), race.time.as_ref()),
        ];
        for (name, date, time) in list {
            let Some(date) = date else { continue };
            let heading = archive.heading(race, Some(name));
            sessions.push(CalendarRow {
                row: sessions.len() + 1,
                key: format!("{} {name}", race.grand_prix_id),
                event: heading.event.unwrap_or_default(),
                event_id: Some(race.grand_prix_id.clone()),
                session: Some(name.to_owned()),
                circuit: archive
                    .circuits
                    .get(&race.circuit_id)
                    .map(|circuit| circuit.name.clone()),
                circuit_id: Some(race.circuit_id.clone()),
                round: Some(race.round),
                start: start(date, time.map(String::as_str)),
                ..CalendarRow::default()
            });
        }
    }
    CalendarSheet {
        heading: Heading {
            series: Some("Formula 1".to_owned()),
            year: Some(year),
            ..Heading::default()
        },
        sessions,
    }
}

/// A start in UTC, as the archive has them.
fn start(date: &str, time: Option<&str>) -> CalendarStart {
    let instant = time.and_then(|time| format!("{date}T{time}:00Z").parse().ok());
    let day = || date.parse().ok().map(CalendarStart::On);
    instant.map(CalendarStart::At).or_else(day).unwrap_or_default()
}

impl F1dbArchive {
    fn heading(&self, race: &F1dbRace, session: Option<&str>) -> Heading {
        let grand_prix = self.grands_prix.get(&race.grand_prix_id);
        Heading {
            series: Some("Formula 1".to_owned()),
            year: Some(race.year),
            event: grand_prix.and_then(|one| one.full_name.clone()),
            circuit: Some(grand_prix.map_or_else(|| race.grand_prix_id.clone(), |one| one.name.clone())),
            event_id: Some(race.grand_prix_id.clone()),
            round: Some(race.round),
            session: session.map(str::to_owned),
            scheduled_laps: match session {
                Some("Race") => race.scheduled_laps.or(race.laps),
                Some("Sprint") => race.sprint_race_laps,
                _ => None,
            },
            ..Heading::default()
        }
    }

    fn driver(&self, id: &str) -> SheetName {
        let known = self.drivers.get(id);
        SheetName {
            id: Some(id.to_owned()),
            given: known.map(|driver| driver.first_name.clone()).unwrap_or_default(),
            family: known.map_or_else(|| in_words(id), |driver| driver.last_name.clone()),
            country: known.and_then(|driver| driver.nationality_country_id.clone()),
            hometown: known.and_then(|driver| driver.place_of_birth.clone()),
        }
    }

    fn constructor(&self, id: &str) -> SheetName {
        SheetName {
            id: Some(id.to_owned()),
            family: self
                .constructors
                .get(id)
                .map_or_else(|| in_words(id), |one: &F1dbNamed| one.name.clone()),
            ..SheetName::default()
        }
    }
}

/// An id in words, for a name that the archive does not tell: `Kimi Antonelli`.
fn in_words(id: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        let first = letters
            .next()
            .map(|letter| letter.to_uppercase().to_string())
            .unwrap_or_default();
        format!("{first}{}", letters.as_str())
    };
    id.split('-').map(word).collect::<Vec<_>>().join(" ")
}
