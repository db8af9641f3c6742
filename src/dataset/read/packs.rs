//! Packs of a data folder: each file becomes records by its name.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono_tz::Tz;
use serde::de::DeserializeOwned;

use super::document::Document;
use super::files::{
    CircuitsFile, EntriesFile, FORMAT, PeopleFile, PublishedFile, ResultsFile, SeasonFile, SeriesFile, SourcesFile,
    WeekendsFile,
};
use super::json;
use super::missing::missing;
use crate::dataset::fault::Fault;
use crate::dataset::records::Records;
use crate::domain::{Calendar, Durations, Id, Season, SeasonId, Series, SeriesId};
use crate::lookup::nearest;

/// Reads every file of a folder, by path: the records that could be read, and the faults of single files after those of
/// files that could not be opened.
pub fn read(files: &BTreeMap<String, Vec<u8>>, faults: Vec<Fault>) -> (Records, Vec<Fault>) {
    let files = files.iter();
    let mut reader = PackReader {
        files: files.map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect(),
        broken: faults.iter().map(|fault| fault.file.clone()).collect(),
        documents: BTreeMap::new(),
        faults,
    };
    let mut records = Records::default();
    if let Some(circuits) = reader.required::<CircuitsFile>("circuits.json") {
        reader.format("circuits.json", circuits.format);
        records.circuits = circuits.circuits;
        records.circuit_sources = circuits.sources;
    }
    for id in reader.folders("") {
        if let Some(id) = reader.id("", &id, "a series") {
            let series = reader.series(&id);
            records.series.insert(id, series);
        }
    }
    reader.leftovers();
    records.broken = reader.broken;
    records.documents = reader.documents;
    let mut faults = reader.faults;
    faults.extend(missing(&mut records));
    (records, faults)
}

/// Names of the files of a pack.
const FILE_NAMES: [&str; 9] = [
    "circuits.json",
    "series.json",
    "people.json",
    "sources.json",
    "season.json",
    "weekends.json",
    "entries.json",
    "results.json",
    "published.json",
];

struct PackReader<'f> {
    /// Files that are not read yet, by path.
    files: BTreeMap<&'f str, &'f [u8]>,
    broken: BTreeSet<String>,
    documents: BTreeMap<String, Document>,
    faults: Vec<Fault>,
}

impl PackReader<'_> {
    /// Names of the folders directly below a folder.
    fn folders(&self, below: &str) -> Vec<String> {
        let name = |path: &&str| Some(path.strip_prefix(below)?.split_once('/')?.0.to_owned());
        let mut names: Vec<String> = self.files.keys().filter_map(name).collect();
        names.dedup();
        names
    }

    /// Parses a folder's name as an id; without one the files in it are not read.
    fn id<T>(&mut self, below: &str, name: &str, what: &str) -> Option<Id<T>> {
        let id: Option<Id<T>> = name.parse().ok();
        if id.is_none() {
            let folder = format!("{below}{name}");
            self.files.retain(|path, _| !path.starts_with(&format!("{folder}/")));
            let message = format!("'{name}' cannot be the id of {what}");
            let hint = "name the folder with lower-case letters and digits, in words joined by single hyphens";
            self.faults
                .push(Fault::error(folder, "$", "bad-folder-name", message).hint(hint));
        }
        id
    }

    fn series(&mut self, id: &SeriesId) -> Series {
        let file = format!("{id}/series.json");
        let read: Option<SeriesFile> = self.required(&file);
        if let Some(series) = &read {
            self.format(&file, series.format);
        }
        let people: PeopleFile = self.optional(&format!("{id}/people.json"));
        let sources: SourcesFile = self.optional(&format!("{id}/sources.json"));
        let zone = read.as_ref().map_or(Tz::UTC, |series| series.zone);
        let car = read.as_ref().and_then(|series| series.car.clone());
        let mut seasons = BTreeMap::new();
        for season in self.folders(&format!("{id}/")) {
            if let Some(season) = self.id(&format!("{id}/"), &season, "a season") {
                let mut read = self.season(id, &season, zone);
                read.car = read.car.or_else(|| car.clone());
                seasons.insert(season, Arc::new(read));
            }
        }
        // A series without a readable series.json is kept for the sake of its other files' faults.
        let series = read.unwrap_or_else(|| SeriesFile {
            format: FORMAT,
            name: id.to_string(),
            short: id.to_string(),
            aliases: Vec::new(),
            zone,
            car: None,
            homepage: None,
            notes: Vec::new(),
        });
        Series {
            id: id.clone(),
            name: series.name,
            short: series.short,
            aliases: series.aliases,
            zone: series.zone,
            homepage: series.homepage,
            notes: series.notes,
            sources: sources.sources,
            drivers: by_id(people.drivers, |driver| &driver.id),
            teams: by_id(people.teams, |team| &team.id),
            makes: by_id(people.makes, |make| make.id.slug()),
            seasons,
        }
    }

    fn season(&mut self, series: &SeriesId, id: &SeasonId, zone: Tz) -> Season {
        let within = format!("{series}/{id}");
        let file = format!("{within}/season.json");
        let read: Option<SeasonFile> = self.required(&file);
        if let Some(season) = &read {
            self.format(&file, season.format);
        }
        let mut weekends: WeekendsFile = self.optional(&format!("{within}/weekends.json"));
        let entries: EntriesFile = self.optional(&format!("{within}/entries.json"));
        let results: ResultsFile = self.optional(&format!("{within}/results.json"));
        let published: PublishedFile = self.optional(&format!("{within}/published.json"));
        // As above: the season's other files are checked all the same.
        let season = read.unwrap_or_else(|| SeasonFile {
            format: FORMAT,
            version: String::new(),
            calendar: Calendar::Partial,
            car: None,
            classes: Vec::new(),
            championships: Vec::new(),
            rules: BTreeMap::new(),
            durations: Durations::default(),
            adjustments: Vec::new(),
            notes: Vec::new(),
            conflicts: Vec::new(),
        });
        for session in weekends.weekends.iter_mut().flat_map(|weekend| &mut weekend.sessions) {
            session.usual_minutes = Some(season.durations.of(session.kind));
        }
        Season {
            id: id.clone(),
            version: season.version,
            zone,
            calendar: season.calendar,
            car: season.car,
            classes: season.classes,
            championships: season.championships,
            rules: season.rules,
            adjustments: season.adjustments,
            notes: season.notes,
            conflicts: season.conflicts,
            weekends: weekends.weekends,
            entries: entries.entries.into(),
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
        let Some((record, document)) = json::parse(file, bytes, &mut self.faults) else {
            self.broken.insert(file.to_owned());
            return None;
        };
        self.documents.insert(file.to_owned(), document);
        Some(record)
    }

    /// Reports the files that were not read: their names mean nothing.
    fn leftovers(&mut self) {
        for file in std::mem::take(&mut self.files).into_keys() {
            let fault = Fault::error(file, "$", "unknown-file", "no file of this name belongs here");
            let name = file.rsplit('/').next().unwrap_or_default();
            let hint = match nearest(&name.to_lowercase(), FILE_NAMES) {
                Some(known) if known == name => format!("move it to {}", home(known)),
                Some(known) => {
                    format!(
                        "name it '{known}' if it is that, or remove it; that belongs in {}",
                        home(known)
                    )
                }
                None => "data/README.md lists the files of a pack".to_owned(),
            };
            self.faults.push(fault.hint(hint));
        }
    }
}

/// The folder that a file of a pack belongs in.
fn home(name: &str) -> &'static str {
    match name {
        "circuits.json" => "the data folder itself",
        "series.json" | "people.json" | "sources.json" => "the folder of a series",
        _ => "the folder of a season",
    }
}

fn by_id<K: Ord + Clone, T>(records: Vec<T>, id: impl Fn(&T) -> &K) -> BTreeMap<K, T> {
    records
        .into_iter()
        .map(|record| (id(&record).clone(), record))
        .collect()
}
