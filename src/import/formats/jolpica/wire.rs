//! Pages as the API gives them.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::import::loose::Loose;

/// Envelope of a page.
#[derive(Debug, Deserialize)]
pub struct Envelope {
    #[serde(rename = "MRData")]
    pub data: Page,
}

/// A page.
#[derive(Debug, Deserialize)]
pub struct Page {
    #[serde(default)]
    pub url: String,
    #[serde(default)]
    pub offset: Loose,
    #[serde(default)]
    pub total: Loose,
    #[serde(rename = "RaceTable", default)]
    pub races: RaceTable,
    #[serde(rename = "StandingsTable", default)]
    pub standings: PagedTable,
}

impl Page {
    /// True if it holds no race and no row of a table.
    pub fn is_empty(&self) -> bool {
        let is_bare = |list: &StandingsList| list.drivers.is_empty() && list.constructors.is_empty();
        self.races.races.is_empty() && self.standings.lists.iter().all(is_bare)
    }
}

#[derive(Debug, Default, Deserialize)]
pub struct RaceTable {
    #[serde(rename = "Races", default)]
    pub races: Vec<PagedRace>,
}

#[derive(Debug, Default, Deserialize)]
pub struct PagedTable {
    #[serde(rename = "StandingsLists", default)]
    pub lists: Vec<StandingsList>,
}

#[derive(Debug, Deserialize)]
pub struct StandingsList {
    pub season: Loose,
    pub round: Loose,
    #[serde(rename = "DriverStandings", default)]
    pub drivers: Vec<PagedStanding>,
    #[serde(rename = "ConstructorStandings", default)]
    pub constructors: Vec<PagedStanding>,
}

#[derive(Debug, Deserialize)]
pub struct PagedStanding {
    #[serde(default)]
    pub position: Loose,
    pub points: Loose,
    #[serde(default)]
    pub wins: Loose,
    #[serde(rename = "Driver")]
    pub driver: Option<PagedDriver>,
    #[serde(rename = "Constructor")]
    pub constructor: Option<PagedConstructor>,
}

#[derive(Debug, Clone, Deserialize)]
pub struct PagedRace {
    pub season: Loose,
    pub round: Loose,
    #[serde(rename = "raceName", default)]
    pub name: String,
    #[serde(rename = "Circuit", default)]
    pub circuit: PagedCircuit,
    #[serde(default)]
    pub date: Loose,
    #[serde(default)]
    pub time: Loose,
    #[serde(rename = "Results", default)]
    pub results: Vec<PagedResult>,
    #[serde(rename = "SprintResults", default)]
    pub sprint: Vec<PagedResult>,
    #[serde(rename = "QualifyingResults", default)]
    pub qualifying: Vec<PagedResult>,
    #[serde(flatten)]
    pub sessions: BTreeMap<String, serde_json::Value>,
}

#[derive(Debug, Clone, Default, Deserialize)]
pub struct PagedCircuit {
    #[serde(rename = "circuitName", default)]
    pub name: String,
}

#[derive(Debug, Clone, Deserialize)]
pub struct PagedResult {
    #[serde(default)]
    pub number: Loose,
    #[serde(default)]
    pub position: Loose,
    #[serde(rename = "positionText", default)]
    pub position_text: Loose,
    #[serde(default)]
    pub points: Loose,
    #[serde(rename = "Driver")]
    pub driver: PagedDriver,
    #[serde(rename = "Constructor")]
    pub constructor: Option<PagedConstructor>,
    #[serde(default)]
    pub grid: Loose,
    #[serde(default)]
    pub laps: Loose,
    #[serde(default)]
    pub status: Loose,
    #[serde(rename = "Time")]
    pub time: Option<PagedTime>,
    #[serde(rename = "FastestLap")]
    pub fastest_lap: Option<PagedLap>,
    #[serde(rename = "Q1", default)]
    pub q1: Loose,
    #[serde(rename = "Q2", default)]
    pub q2: Loose,
    #[serde(rename = "Q3", default)]
    pub q3: Loose,
}

#[derive(Debug, Clone, Deserialize)]
pub struct PagedDriver {
    #[serde(rename = "driverId", default)]
    pub id: String,
    #[serde(rename = "givenName", default)]
    pub given: String,
    #[serde(rename = "familyName", default)]
    pub family: String,
    pub nationality: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
pub struct PagedConstructor {
    #[serde(rename = "constructorId", default)]
    pub id: String,
    #[serde(default)]
    pub name: String,
}

#[derive(Debug, Clone, Deserialize)]
pub struct PagedTime {
    #[serde(default)]
    pub millis: Loose,
    #[serde(default)]
    pub time: Loose,
}

#[derive(Debug, Clone, Deserialize)]
pub struct PagedLap {
    #[serde(default)]
    pub lap: Loose,
    #[serde(rename = "Time")]
    pub time: Option<PagedTime>,
}
