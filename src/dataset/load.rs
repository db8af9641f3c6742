//! A folder of files becomes a catalogue, or a list of everything that is wrong with it.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use super::files::{
    CircuitsFile, EntriesFile, FORMAT, PeopleFile, PublishedFile, ResultsFile, SeasonFile, SeriesFile, SourcesFile,
    WeekendsFile,
};
use super::{Catalogue, Fault, Folder, checks, json};
use crate::domain::{Season, Series, Slug};

/// Reads and checks a whole data folder.
///
/// # Errors
/// All faults, sorted, when one of them makes a pack unusable. Otherwise the catalogue comes with the notes.
pub fn load(folder: Folder) -> Result<(Catalogue, Vec<Fault>), Vec<Fault>> {
    let mut reader = Reader {
        files: folder.files,
        faults: folder.faults,
    };
    let circuits: CircuitsFile = reader.required("circuits.json").unwrap_or_else(|| CircuitsFile {
        format: FORMAT,
        circuits: Vec::new(),
        sources: BTreeMap::new(),
    });
    reader.format("circuits.json", circuits.format);

    let mut series = BTreeMap::new();
    for id in reader.folders("") {
        if let Some(id) = reader.slug(&id, "a series' folder") {
            series.extend(reader.series(&id).map(|series| (id, series)));
        }
    }
    reader.leftovers();

    let mut faults = reader.faults;
    let catalogue = Catalogue::new(circuits.circuits, circuits.sources, series);
    // Checks between files only make sense once every file has been read.
    if !faults.iter().any(Fault::is_error) {
        checks::all(&catalogue, &mut faults);
    }
    faults.sort();
    faults.dedup();
    if faults.iter().any(Fault::is_error) {
        Err(faults)
    } else {
        Ok((catalogue, faults))
    }
}

struct Reader {
    files: BTreeMap<String, Vec<u8>>,
    faults: Vec<Fault>,
}

impl Reader {
    /// The folders directly below a folder, by name.
    fn folders(&self, below: &str) -> Vec<String> {
        let mut names: Vec<String> = self
            .files
            .keys()
            .filter_map(|path| {
                path.strip_prefix(below)?
                    .split_once('/')
                    .map(|(name, _)| name.to_owned())
            })
            .collect();
        names.dedup();
        names
    }

    fn slug(&mut self, name: &str, what: &str) -> Option<Slug> {
        let slug = name.parse().ok();
        if slug.is_none() {
            let message = format!("'{name}' cannot name {what}");
            let hint = "use lower-case letters and digits in words joined by single hyphens";
            self.faults
                .push(Fault::error(name, "$", "bad-folder-name", message).hint(hint));
        }
        slug
    }

    fn series(&mut self, id: &Slug) -> Option<Series> {
        let file = format!("{id}/series.json");
        let series: Option<SeriesFile> = self.required(&file);
        if let Some(series) = &series {
            self.format(&file, series.format);
        }
        let people: PeopleFile = self.optional(&format!("{id}/people.json"));
        let sources: SourcesFile = self.optional(&format!("{id}/sources.json"));
        let mut seasons = BTreeMap::new();
        for season in self.folders(&format!("{id}/")) {
            if let Some(season) = self.slug(&season, "a season's folder") {
                seasons.extend(self.season(id, &season).map(|read| (season, read)));
            }
        }
        let mut drivers = BTreeMap::new();
        for (at, driver) in people.drivers.into_iter().enumerate() {
            let path = format!("$.drivers[{at}].id");
            if let Some(first) = drivers.insert(driver.id.clone(), driver) {
                self.doubled(&format!("{id}/people.json"), path, "driver", &first.id);
            }
        }
        let mut teams = BTreeMap::new();
        for (at, team) in people.teams.into_iter().enumerate() {
            let path = format!("$.teams[{at}].id");
            if let Some(first) = teams.insert(team.id.clone(), team) {
                self.doubled(&format!("{id}/people.json"), path, "team", &first.id);
            }
        }
        let series = series?;
        Some(Series {
            id: id.clone(),
            name: series.name,
            short: series.short,
            aliases: series.aliases,
            zone: series.zone,
            car: series.car,
            homepage: series.homepage,
            notes: series.notes,
            sources: sources.sources,
            drivers,
            teams,
            seasons,
        })
    }

    fn doubled(&mut self, file: &str, path: String, what: &str, id: &Slug) {
        let fault = Fault::error(file, path, "duplicate-id", format!("two {what}s have the id '{id}'"));
        self.faults
            .push(fault.hint("give one of them another id, or make them one"));
    }

    fn season(&mut self, series: &Slug, id: &Slug) -> Option<Season> {
        let within = format!("{series}/{id}");
        let file = format!("{within}/season.json");
        let season: Option<SeasonFile> = self.required(&file);
        if let Some(season) = &season {
            self.format(&file, season.format);
        }
        let weekends: WeekendsFile = self.optional(&format!("{within}/weekends.json"));
        let entries: EntriesFile = self.optional(&format!("{within}/entries.json"));
        let results: ResultsFile = self.optional(&format!("{within}/results.json"));
        let published: PublishedFile = self.optional(&format!("{within}/published.json"));
        let season = season?;
        Some(Season {
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
        })
    }

    fn format(&mut self, file: &str, format: u32) {
        if format != FORMAT {
            let message = format!("format {format} is not one that this version reads");
            self.faults
                .push(Fault::error(file, "$.format", "unknown-format", message).hint(format!("write {FORMAT}")));
        }
    }

    fn required<T: DeserializeOwned + 'static>(&mut self, file: &str) -> Option<T> {
        if !self.files.contains_key(file) {
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
        json::parse(file, &bytes, &mut self.faults)
    }

    /// Every file has been taken by now; what is left has a name that means nothing.
    fn leftovers(&mut self) {
        for file in std::mem::take(&mut self.files).into_keys() {
            let fault = Fault::error(file, "$", "unknown-file", "no file of this name belongs here");
            self.faults.push(fault.hint("data/README.md lists the files of a pack"));
        }
    }
}
