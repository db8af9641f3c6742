//! Contents of the packs: series, seasons, versions, sources.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use super::NamedId;
use crate::dataset::Catalogue;
use crate::domain::{Calendar, Season, Series, Slug};

/// Contents of the packs that answers are made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct About {
    /// The version of the program.
    pub program: &'static str,
    /// The packs, by series.
    pub packs: Vec<SeriesPack>,
}

/// The packs of a series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeriesPack {
    /// The series.
    pub series: NamedId,
    /// Its own site.
    pub homepage: Option<String>,
    /// Number of sources of the series.
    pub sources: usize,
    /// The dates of the oldest and the newest source that is dated to the day.
    pub dated: Option<(NaiveDate, NaiveDate)>,
    /// Facts about the series as such.
    pub notes: Vec<NamedId>,
    /// The seasons.
    pub seasons: Vec<SeasonPack>,
}

/// The pack of a season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeasonPack {
    /// The season.
    pub season: Slug,
    /// The pack's version.
    pub version: String,
    /// Age of that version in days, for a version named after a day.
    pub age: Option<i64>,
    /// Completeness of the calendar.
    pub calendar: Calendar,
    /// Number of weekends.
    pub weekends: usize,
    /// Number of sessions with a classification, complete or partial.
    pub classifications: usize,
    /// Number of complete classifications.
    pub complete: usize,
    /// Number of published tables.
    pub tables: usize,
    /// Number of recorded contradictions between sources.
    pub conflicts: usize,
}

impl About {
    /// Contents of the packs of one series, or of all.
    pub fn of(catalogue: &Catalogue, series: Option<&Slug>, now: DateTime<Utc>) -> Self {
        let wanted = |one: &&Series| series.is_none_or(|series| one.id == *series);
        let packs = catalogue
            .series
            .values()
            .filter(wanted)
            .map(|one| SeriesPack::of(one, now))
            .collect();
        Self {
            program: env!("CARGO_PKG_VERSION"),
            packs,
        }
    }
}

impl SeriesPack {
    fn of(series: &Series, now: DateTime<Utc>) -> Self {
        let days = || series.sources.values().filter_map(crate::domain::Source::day);
        let notes = series.notes.iter();
        Self {
            series: NamedId::new(&series.id, &series.name),
            homepage: series.homepage.clone(),
            sources: series.sources.len(),
            dated: days().min().zip(days().max()),
            notes: notes.map(|note| NamedId::new(&note.topic, &note.text)).collect(),
            seasons: series.each_season().map(|season| SeasonPack::of(season, now)).collect(),
        }
    }
}

impl SeasonPack {
    fn of(season: &Season, now: DateTime<Utc>) -> Self {
        let made = season.version.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
        let sessions: BTreeMap<_, _> = season
            .classifications
            .iter()
            .map(|one| ((&one.session, &one.stage), one.complete.holds_for(None)))
            .collect();
        let tables: BTreeSet<_> = season
            .tables
            .iter()
            .map(|table| (&table.championship, &table.after))
            .collect();
        Self {
            season: season.id.clone().into(),
            version: season.version.clone(),
            age: made
                .map(|made| (now.date_naive() - made).num_days())
                .filter(|age| *age >= 0),
            calendar: season.calendar,
            weekends: season.weekends.len(),
            classifications: sessions.len(),
            complete: sessions.values().filter(|complete| **complete).count(),
            tables: tables.len(),
            conflicts: season.conflicts.len(),
        }
    }
}
