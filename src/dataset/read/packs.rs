//! Packs of a data folder: each file becomes records by its name.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono_tz::Tz;
use serde::de::DeserializeOwned;

use super::files::{
    CircuitsFile, EntriesFile, FORMAT, PeopleFile, PublishedFile, ResultsFile, SeasonFile, SeriesFile, SourcesFile,
    WeekendsFile,
};
use super::json;
use crate::dataset::fault::Fault;
use crate::dataset::folder::Folder;
use crate::dataset::records::{People, Records};
use crate::domain::{Calendar, Season, Series, Slug};

/// Reads every file of a folder: the records that could be read, and the faults of single files.
pub fn read(folder: Folder) -> (Records, Vec<Fault>) {
    let mut reader = PackReader {
        broken: folder.faults.iter().map(|fault| fault.file.clone()).collect(),
        files: folder.files,
        faults: folder.faults,
    };
    let mut records = Records::default();
    if let Some(circuits) = reader.required::<CircuitsFile>("circuits.json") {
        reader.format("circuits.json", circuits.format);
        records.circuits = circuits.circuits;
        records.circuit_sources = circuits.sources;
    }
    for id in reader.folders("") {
        if let Some(id) = reader.slug("", &id, "a series") {
            let (series, people) = reader.series(&id);
            records.series.insert(id.clone(), series);
            records.people.insert(id, people);
        }
    }
    reader.leftovers();
    records.broken = reader.broken;
    (records, reader.faults)
}

struct PackReader {
    files: BTreeMap<String, Vec<u8>>,
    broken: BTreeSet<String>,
    faults: Vec<Fault>,
}

impl PackReader {
    /// Names of the folders directly below a folder.
    fn folders(&self, below: &str) -> Vec<String> {
        let name = |path: &String| Some(path.strip_prefix(below)?.split_once('/')?.0.to_owned());
        let mut names: Vec<String> = self.files.keys().filter_map(name).collect();
        names.dedup();
        names
    }

    /// Parses a folder's name as an id; without one the files in it are not read.
    fn slug(&mut self, below: &str, name: &str, what: &str) -> Option<Slug> {
        let slug = name.parse().ok();
        if slug.is_none() {
            let folder = format!("{below}{name}");
            self.files.retain(|path, _| !path.starts_with(&format!("{folder}/")));
            let message = format!("'{name}' cannot be the id of {what}");
            let hint = "name the folder with lower-case letters and digits, in words joined by single hyphens";
            self.faults
                .push(Fault::error(folder, "$", "bad-folder-name", message).hint(hint));
        }
        slug
    }

    fn series(&mut self, id: &Slug) -> (Series, People) {
        let file = format!("{id}/series.json");
        let read: Option<SeriesFile> = self.required(&file);
        if let Some(series) = &read {
            self.format(&file, series.format);
        }
        let people: PeopleFile = self.optional(&format!("{id}/people.json"));
        let sources: SourcesFile = self.optional(&format!("{id}/sources.json"));
        let mut seasons = BTreeMap::new();
        for season in self.folders(&format!("{id}/")) {
            if let Some(season) = self.slug(&format!("{id}/"), &season, "a season") {
                let read = self.season(id, &season);
                seasons.insert(season, Arc::new(read));
            }
        }
        let order = People {
            drivers: people.drivers.iter().map(|driver| driver.id.clone()).collect(),
            teams: people.teams.iter().map(|team| team.id.clone()).collect(),
            makes: people.makes.iter().map(|make| make.id.clone()).collect(),
        };
        // A series without a readable series.json is kept for the sake of its other files' faults.
        let series = read.unwrap_or_else(|| SeriesFile {
            format: FORMAT,
            name: id.to_string(),
            short: id.to_string(),
            aliases: Vec::new(),
            zone: Tz::UTC,
            car: None,
            homepage: None,
            notes: Vec::new(),
        });
        let series = Series {
            id: id.clone(),
            name: series.name,
            short: series.short,
            aliases: series.aliases,
            zone: series.zone,
            car: series.car,
            homepage: series.homepage,
            notes: series.notes,
            sources: sources.sources,
            drivers: people
                .drivers
                .into_iter()
                .map(|driver| (driver.id.clone(), driver))
                .collect(),
            teams: people.teams.into_iter().map(|team| (team.id.clone(), team)).collect(),
            makes: people.makes.into_iter().map(|make| (make.id.clone(), make)).collect(),
            seasons,
        };
        (series, order)
    }

    fn season(&mut self, series: &Slug, id: &Slug) -> Season {
        let within = format!("{series}/{id}");
        let file = format!("{within}/season.json");
        let read: Option<SeasonFile> = self.required(&file);
        if let Some(season) = &read {
            self.format(&file, season.format);
        }
        let weekends: WeekendsFile = self.optional(&format!("{within}/weekends.json"));
        let entries: EntriesFile = self.optional(&format!("{within}/entries.json"));
        let results: ResultsFile = self.optional(&format!("{within}/results.json"));
        let published: PublishedFile = self.optional(&format!("{within}/published.json"));
        // As above: the season's other files are checked all the same.
        let season = read.unwrap_or_else(|| SeasonFile {
            format: FORMAT,
            version: String::new(),
            calendar: Calendar::Partial,
            classes: Vec::new(),
            championships: Vec::new(),
            rules: BTreeMap::new(),
            adjustments: Vec::new(),
            notes: Vec::new(),
            conflicts: Vec::new(),
        });
        Season {
            id: id.clone(),
            version: season.version,
            calendar: season.calendar,
            classes: season.classes,
            championships: season.championships,
            rules: season.rules,
            adjustments: season.adjustments,
            notes: season.notes,
            conflicts: season.conflicts,
            weekends: weekends.weekends,
            entries: entries.entries,
            field_sizes: entries.field_sizes,
            classifications: results.classifications,
            tables: published.tables,
            tallies: published.tallies,
        }
    }

    fn format(&mut self, file: &str, format: u32) {
        if format != FORMAT {
            let message = format!("format {format} is not one that this version reads");
            self.faults
                .push(Fault::error(file, "$.format", "unknown-format", message).hint(format!("write {FORMAT}")));
        }
    }

    fn required<T: DeserializeOwned + 'static>(&mut self, file: &str) -> Option<T> {
        if !self.files.contains_key(file) && self.broken.insert(file.to_owned()) {
            let fault = Fault::error(file, "$", "missing-file", "this file is missing");
            self.faults.push(fault.hint("data/README.md shows what it holds"));
        }
        self.parse(file)
    }

    fn optional<T: DeserializeOwned + Default + 'static>(&mut self, file: &str) -> T {
        self.parse(file).unwrap_or_default()
    }

    fn parse<T: DeserializeOwned + 'static>(&mut self, file: &str) -> Option<T> {
        let bytes = self.files.remove(file)?;
        let record = json::parse(file, &bytes, &mut self.faults);
        if record.is_none() {
            self.broken.insert(file.to_owned());
        }
        record
    }

    /// Reports the files that were not read: their names mean nothing.
    fn leftovers(&mut self) {
        for file in std::mem::take(&mut self.files).into_keys() {
            let fault = Fault::error(file, "$", "unknown-file", "no file of this name belongs here");
            self.faults.push(fault.hint("data/README.md lists the files of a pack"));
        }
    }
}
