//! Tables of the release archive of f1db, each of which is one file: `f1db-races.json` and so on.

use serde::Deserialize;

/// A race weekend.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct F1dbRace {
    pub year: i32,
    pub round: u16,
    pub date: String,
    pub time: Option<String>,
    pub grand_prix_id: String,
    pub circuit_id: String,
    pub laps: Option<u16>,
    pub scheduled_laps: Option<u16>,
    pub sprint_race_laps: Option<u16>,
    pub free_practice1_date: Option<String>,
    pub free_practice1_time: Option<String>,
    pub free_practice2_date: Option<String>,
    pub free_practice2_time: Option<String>,
    pub free_practice3_date: Option<String>,
    pub free_practice3_time: Option<String>,
    pub qualifying_date: Option<String>,
    pub qualifying_time: Option<String>,
    pub sprint_qualifying_date: Option<String>,
    pub sprint_qualifying_time: Option<String>,
    pub sprint_race_date: Option<String>,
    pub sprint_race_time: Option<String>,
}

/// A row of a race, sprint or qualifying.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct F1dbResult {
    pub year: i32,
    pub round: u16,
    pub position_number: Option<u16>,
    pub position_text: String,
    pub driver_number: Option<String>,
    pub driver_id: String,
    pub constructor_id: String,
    pub laps: Option<u16>,
    pub time: Option<String>,
    pub time_penalty: Option<String>,
    pub gap: Option<String>,
    pub reason_retired: Option<String>,
    pub points: Option<serde_json::Number>,
    pub pole_position: Option<bool>,
    pub q1: Option<String>,
    pub q2: Option<String>,
    pub q3: Option<String>,
    pub grid_position_number: Option<u16>,
}

/// A fastest lap.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct F1dbLap {
    pub year: i32,
    pub round: u16,
    pub driver_id: String,
    pub lap: Option<u16>,
    pub time: Option<String>,
}

/// A row of a table after a round.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct F1dbStanding {
    pub year: i32,
    pub round: u16,
    pub position_number: Option<u16>,
    pub driver_id: Option<String>,
    pub constructor_id: Option<String>,
    pub points: serde_json::Number,
}

/// A driver of an entrant in a season.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct F1dbEntrant {
    pub year: i32,
    pub constructor_id: String,
    pub driver_id: String,
    #[serde(default)]
    pub rounds: Vec<u16>,
    #[serde(default)]
    pub test_driver: bool,
}

/// A driver.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct F1dbDriver {
    pub id: String,
    pub first_name: String,
    pub last_name: String,
    pub permanent_number: Option<String>,
    pub place_of_birth: Option<String>,
    pub nationality_country_id: Option<String>,
}

/// A constructor, Grand Prix or circuit, by its name.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct F1dbNamed {
    pub id: String,
    pub name: String,
    pub full_name: Option<String>,
}
