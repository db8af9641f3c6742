//! The tables of an archive, read from its files.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use super::wire::{F1dbDriver, F1dbEntrant, F1dbLap, F1dbNamed, F1dbRace, F1dbResult, F1dbStanding};
use crate::import::source::{FileFaults, ForeignFile};

/// Major version of the schema that is understood.
const MAJOR: &str = "6";
/// Beginning of the names of its files.
const PREFIX: &str = "f1db-";

/// The tables of an archive, as far as they are there.
#[derive(Debug, Default)]
pub struct F1dbArchive {
    pub races: Vec<F1dbRace>,
    pub results: Vec<F1dbResult>,
    pub sprints: Vec<F1dbResult>,
    pub qualifying: Vec<F1dbResult>,
    pub laps: Vec<F1dbLap>,
    pub drivers_tables: Vec<F1dbStanding>,
    pub constructors_tables: Vec<F1dbStanding>,
    pub entrants: Vec<F1dbEntrant>,
    pub drivers: BTreeMap<String, F1dbDriver>,
    pub constructors: BTreeMap<String, F1dbNamed>,
    pub grands_prix: BTreeMap<String, F1dbNamed>,
    pub circuits: BTreeMap<String, F1dbNamed>,
}

/// True if a file is one of an archive, by its name: its tables have no mark inside.
pub fn is_part(file: &ForeignFile) -> bool {
    name(file)
        .strip_prefix(PREFIX)
        .is_some_and(|rest| rest.rsplit('.').next() == Some("json"))
}

fn name(file: &ForeignFile) -> &str {
    file.name.rsplit(['/', '\\']).next().unwrap_or(&file.name)
}

impl F1dbArchive {
    /// Reads the files of an archive. Those that are not needed are passed over.
    pub fn read(files: &[ForeignFile], faults: &mut Vec<crate::dataset::Fault>) -> Self {
        let mut archive = Self::default();
        for file in files {
            let mut told = FileFaults::of(file);
            archive.take(file, &mut told);
            faults.extend(told.into_faults());
        }
        archive
    }

    fn take(&mut self, file: &ForeignFile, faults: &mut FileFaults<'_>) {
        match name(file).trim_start_matches(PREFIX) {
            "races.json" => self.races = table(file, faults),
            "races-race-results.json" => self.results = table(file, faults),
            "races-sprint-race-results.json" => self.sprints = table(file, faults),
            "races-qualifying-results.json" => self.qualifying = table(file, faults),
            "races-fastest-laps.json" => self.laps = table(file, faults),
            "races-driver-standings.json" => self.drivers_tables = table(file, faults),
            "races-constructor-standings.json" => self.constructors_tables = table(file, faults),
            "seasons-entrants-drivers.json" => self.entrants = table(file, faults),
            "drivers.json" => self.drivers = keyed(table(file, faults), |one: &F1dbDriver| &one.id),
            "constructors.json" => self.constructors = keyed(table(file, faults), |one: &F1dbNamed| &one.id),
            "grands-prix.json" => self.grands_prix = keyed(table(file, faults), |one: &F1dbNamed| &one.id),
            "circuits.json" => self.circuits = keyed(table(file, faults), |one: &F1dbNamed| &one.id),
            other if other.contains(".schema.") => check_major(file, faults),
            _ => {}
        }
    }

    /// The season that is meant: the one named, or the newest.
    pub fn season(&self, year: Option<i32>) -> Option<i32> {
        year.or_else(|| self.races.iter().map(|race| race.year).max())
    }
}

fn table<T: DeserializeOwned>(file: &ForeignFile, faults: &mut FileFaults<'_>) -> Vec<T> {
    serde_json::from_slice(&file.bytes).unwrap_or_else(|error| {
        faults.error(
            None,
            "json",
            &error.to_string(),
            "download the archive again: it is cut, or of another version",
        );
        Vec::new()
    })
}

fn keyed<T>(rows: Vec<T>, id: fn(&T) -> &String) -> BTreeMap<String, T> {
    rows.into_iter().map(|row| (id(&row).clone(), row)).collect()
}

/// Refuses an archive whose schema is of another major version.
fn check_major(file: &ForeignFile, faults: &mut FileFaults<'_>) {
    let schema: serde_json::Value = serde_json::from_slice(&file.bytes).unwrap_or_default();
    let id = schema
        .get("$id")
        .and_then(serde_json::Value::as_str)
        .unwrap_or_default();
    let version = id.split("/v").nth(1).and_then(|rest| rest.split('/').next());
    if let Some(version) = version.filter(|version| version.split('.').next() != Some(MAJOR)) {
        let message = format!("its schema is version {version}, and only {MAJOR} is understood");
        faults.error(
            None,
            "schema-version",
            &message,
            "use a release with that schema, or a newer raceweek",
        );
    }
}
