//! People and entries of a new season, by the names of sheets.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::{Driver, DriverId, Entry, SourceId, Team, TeamId, Weekend, Weekends};
use crate::import::format::SheetOf;
use crate::import::matching::{id_for, written};
use crate::import::sheet::{EntryRow, EntrySheet, Sheet, SheetName};

/// The file `people.json`.
#[derive(Debug, Serialize)]
pub struct NewPeople {
    drivers: Vec<Driver>,
    teams: Vec<Team>,
}

/// Everybody whom entries and results name.
pub fn people(sheets: &[SheetOf], source: &SourceId) -> NewPeople {
    let mut drivers: BTreeMap<DriverId, Driver> = BTreeMap::new();
    let mut teams: BTreeMap<TeamId, Team> = BTreeMap::new();
    for of in sheets {
        let names: Vec<&SheetName> = match &of.sheet {
            Sheet::Entries(entries) => {
                for row in &entries.rows {
                    teams.extend(team(row, source));
                }
                entries.rows.iter().flat_map(|row| &row.drivers).collect()
            }
            Sheet::Results(order) => order.rows.iter().flat_map(|row| &row.drivers).collect(),
            _ => Vec::new(),
        };
        drivers.extend(names.into_iter().filter_map(|name| driver(name, source)));
    }
    NewPeople {
        drivers: drivers.into_values().collect(),
        teams: teams.into_values().collect(),
    }
}

fn driver(name: &SheetName, source: &SourceId) -> Option<(DriverId, Driver)> {
    let id = driver_id(name)?;
    let driver = Driver {
        id: id.clone(),
        name: written(&name.full()),
        surname: None,
        aliases: Vec::new(),
        hometown: name.hometown.clone(),
        nationality: None,
        notes: Vec::new(),
        sources: vec![source.clone()],
    };
    Some((id, driver))
}

fn team(row: &EntryRow, source: &SourceId) -> Option<(TeamId, Team)> {
    let id = team_id(row)?;
    let team = Team {
        id: id.clone(),
        name: row.team.clone().unwrap_or_else(|| id.to_string()),
        aliases: Vec::new(),
        nationality: None,
        sources: vec![source.clone()],
    };
    Some((id, team))
}

/// The entries of a list, for the weekends of their rounds.
pub fn entries(sheet: &EntrySheet, weekends: &[Weekend], source: &SourceId) -> Vec<Entry> {
    let entry = |row: &EntryRow| Entry {
        car: row.number.as_ref().and_then(|number| number.parse().ok()),
        drivers: row.drivers.iter().filter_map(driver_id).collect(),
        team: team_id(row),
        make: None,
        class: None,
        weekends: Some(weekends_of(row, weekends)),
        guest: false,
        tags: Vec::new(),
        rookie: None,
        note: None,
        sources: vec![source.clone()],
        derived: None,
    };
    sheet.rows.iter().map(entry).collect()
}

fn weekends_of(row: &EntryRow, weekends: &[Weekend]) -> Weekends {
    let has = |weekend: &&Weekend| {
        let labels = weekend.sessions.iter().filter_map(|session| session.round.as_ref());
        labels
            .into_iter()
            .any(|label| row.rounds.iter().any(|round| label.as_str() == round.to_string()))
    };
    let some: Vec<&Weekend> = weekends.iter().filter(has).collect();
    if row.rounds.is_empty() || some.len() == weekends.len() {
        return Weekends::All(crate::domain::AllWord::All);
    }
    Weekends::Only(some.into_iter().map(|weekend| weekend.id.clone()).collect())
}

fn driver_id(name: &SheetName) -> Option<DriverId> {
    let given = name.id.as_ref().and_then(|id| id.parse().ok());
    given.or_else(|| id_for(&written(&name.full()), |_| false).map(Into::into))
}

fn team_id(row: &EntryRow) -> Option<TeamId> {
    let given = row.team_id.as_ref().and_then(|id| id.parse().ok());
    given.or_else(|| id_for(row.team.as_ref()?, |_| false).map(Into::into))
}
