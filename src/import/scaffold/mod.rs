//! A new season of sheets alone: its calendar, people, entries and championships, as the files of a pack.
//!
//! The scale of points is read off the results, since a place pays the same in every race of one kind.

mod calendar;
mod people;
mod scale;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::dataset::Fault;
use crate::dataset::edit::Node;
use crate::domain::{Championship, Circuit, CircuitId, Class, Ranks, SeasonId, Series, SeriesId, Source, SourceId};
use crate::import::format::SheetOf;
use crate::import::matching::id_for;
use crate::import::sheet::{CalendarSheet, PointsSheet, ResultSheet, Sheet};

/// Files of a new season by their paths, and what is wrong.
#[derive(Debug, Default)]
pub struct Scaffold {
    /// The files.
    pub files: BTreeMap<String, Node>,
    /// Errors and notes.
    pub faults: Vec<Fault>,
}

/// The place of a new season.
#[derive(Debug)]
pub struct NewSeason<'n> {
    /// The series' id.
    pub series: &'n SeriesId,
    /// The season's id.
    pub season: &'n SeasonId,
    /// The series, where the packs have it.
    pub known: Option<&'n Series>,
    /// Circuits that are known, those of the packs first.
    pub circuits: &'n BTreeMap<CircuitId, Circuit>,
    /// Version of the pack: the day of the import.
    pub version: String,
}

/// The file `series.json`.
#[derive(Serialize)]
struct NewSeries<'f> {
    format: u8,
    name: &'f str,
    short: String,
    zone: &'f str,
}

/// The file `season.json`.
#[derive(Serialize)]
struct NewSeasonFile<'f> {
    format: u8,
    version: &'f str,
    calendar: &'f str,
    classes: Vec<Class>,
    championships: Vec<Championship>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rules: Option<serde_json::Value>,
}

/// The files of a season that the packs do not have; `None` without a calendar, of which it would be.
pub fn scaffold(new: &NewSeason<'_>, sheets: &[SheetOf]) -> Option<Scaffold> {
    let of = sheets.iter().find(|of| matches!(of.sheet, Sheet::Calendar(_)))?;
    let Sheet::Calendar(calendar) = &of.sheet else {
        return None;
    };
    let entries = sheets.iter().find_map(|of| match &of.sheet {
        Sheet::Entries(entries) => Some(entries),
        _ => None,
    });
    let orders: Vec<&ResultSheet> = sheets.iter().filter_map(SheetOf::results).collect();
    let tables: Vec<&PointsSheet> = sheets.iter().filter_map(SheetOf::points).collect();
    let mut scaffold = Scaffold::default();
    let source: SourceId = id_for(&format!("import {}", of.file), |_| false)?.into();
    let season = format!("{}/{}", new.series, new.season);
    let weekends = calendar::weekends(calendar, new.circuits, &source, &mut scaffold.faults);
    scaffold.series_files(new, calendar, (&source, of));
    scaffold.put(
        &format!("{season}/weekends.json"),
        &BTreeMap::from([("weekends", &weekends)]),
    );
    let entries = entries
        .map(|entries| people::entries(entries, &weekends, &source))
        .unwrap_or_default();
    scaffold.put(
        &format!("{season}/entries.json"),
        &BTreeMap::from([("entries", entries)]),
    );
    let (championships, rules) = championships(&tables, &orders, &source, &mut scaffold.faults);
    let file = NewSeasonFile {
        format: 1,
        version: &new.version,
        calendar: "partial",
        classes: Vec::new(),
        championships,
        rules,
    };
    scaffold.put(&format!("{season}/season.json"), &file);
    scaffold.put(
        &format!("{season}/results.json"),
        &serde_json::json!({ "classifications": [] }),
    );
    scaffold.put(
        &format!("{season}/published.json"),
        &serde_json::json!({ "tables": [] }),
    );
    scaffold.circuits(new, &weekends);
    scaffold.people(new, sheets, &source);
    Some(scaffold)
}

/// The championships that tables name, with the rules that the points of results follow.
fn championships(
    tables: &[&PointsSheet],
    orders: &[&ResultSheet],
    source: &SourceId,
    faults: &mut Vec<Fault>,
) -> (Vec<Championship>, Option<serde_json::Value>) {
    let rules = scale::rules(orders, source, faults);
    let mut championships: Vec<Championship> = Vec::new();
    let drivers = ("Drivers".to_owned(), false);
    let named = tables.iter().map(|table| (table.championship.clone(), table.of_teams));
    for (name, of_teams) in std::iter::once(drivers).filter(|_| tables.is_empty()).chain(named) {
        let Some(id) = id_for(&name, |_| false) else { continue };
        if championships.iter().any(|one| *one.id.slug() == id) {
            continue;
        }
        championships.push(Championship {
            id: id.into(),
            name,
            aliases: Vec::new(),
            ranks: if of_teams { Ranks::Entrant } else { Ranks::Driver },
            class: None,
            tagged: Vec::new(),
            weekends: None,
            rules: rules.as_ref().and_then(|_| "points".parse().ok()),
            eligibility: None,
            note: None,
            sources: vec![source.clone()],
        });
    }
    (championships, rules)
}

impl Scaffold {
    fn put(&mut self, file: &str, content: &impl Serialize) {
        if let Some(node) = Node::of_record(content) {
            self.files.insert(file.to_owned(), node);
        }
    }

    /// The files of a series that is new.
    fn series_files(&mut self, new: &NewSeason<'_>, calendar: &CalendarSheet, (source, of): (&SourceId, &SheetOf)) {
        if new.known.is_some() {
            return;
        }
        let series = new.series.as_str();
        let file = NewSeries {
            format: 1,
            name: calendar.heading.series.as_deref().unwrap_or(series),
            short: series.to_uppercase(),
            zone: "UTC",
        };
        self.put(&format!("{series}/series.json"), &file);
        let title = format!("{} ({})", file.name, of.file);
        let sources = BTreeMap::from([(
            source.clone(),
            Source {
                title,
                url: None,
                date: None,
            },
        )]);
        self.put(
            &format!("{series}/sources.json"),
            &BTreeMap::from([("sources", sources)]),
        );
    }

    /// The circuits of a folder that has none yet: those of the weekends.
    fn circuits(&mut self, new: &NewSeason<'_>, weekends: &[crate::domain::Weekend]) {
        if new.known.is_some() {
            return;
        }
        let mut circuits: Vec<Circuit> = Vec::new();
        for weekend in weekends {
            let known = new
                .circuits
                .get(&weekend.circuit)
                .filter(|one| !circuits.iter().any(|had| had.id == one.id));
            // The sources of the packs they are from are not those of this folder.
            circuits.extend(known.map(|one| Circuit {
                sources: Vec::new(),
                records: Vec::new(),
                ..one.clone()
            }));
        }
        let file = NewCircuits { format: 1, circuits };
        self.put("circuits.json", &file);
    }

    fn people(&mut self, new: &NewSeason<'_>, sheets: &[SheetOf], source: &SourceId) {
        if new.known.is_none() {
            let found = people::people(sheets, source);
            self.put(&format!("{}/people.json", new.series), &found);
        }
    }
}

/// The file `circuits.json`.
#[derive(Serialize)]
struct NewCircuits {
    format: u8,
    circuits: Vec<Circuit>,
}
