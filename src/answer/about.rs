//! Contents of the packs: series, seasons, versions, sources.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::{Extent, NamedId};
use crate::dataset::Catalogue;
use crate::domain::{Calendar, DayOrMonth, Season, SeasonId, Series, SeriesId, Slug};

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
    pub series: NamedId<SeriesId>,
    /// Its own site.
    pub homepage: Option<String>,
    /// Number of sources of the series.
    pub sources: usize,
    /// The dates of the oldest and the newest source that is dated to the month at least.
    pub dated: Option<(DayOrMonth, DayOrMonth)>,
    /// Facts about the series as such.
    pub notes: Vec<NamedId>,
    /// The seasons.
    pub seasons: Vec<SeasonPack>,
}

/// The pack of a season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeasonPack {
    /// The season.
    pub season: SeasonId,
    /// The pack's version.
    pub version: String,
    /// The extent of its results.
    pub extent: Extent,
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
            .map(|one| SeriesPack::of(catalogue, one, now))
            .collect();
        Self {
            program: env!("CARGO_PKG_VERSION"),
            packs,
        }
    }
}

impl SeriesPack {
    fn of(catalogue: &Catalogue, series: &Series, now: DateTime<Utc>) -> Self {
        let days = || series.sources.values().filter_map(crate::domain::Source::day_or_month);
        let notes = series.notes.iter();
        Self {
            series: NamedId::new(&series.id, &series.name),
            homepage: series.homepage.clone(),
            sources: series.sources.len(),
            dated: days()
                .min_by_key(|date| date.first())
                .zip(days().max_by_key(|date| date.first())),
            notes: notes.map(|note| NamedId::new(&note.topic, &note.text)).collect(),
            seasons: series
                .each_season()
                .map(|season| SeasonPack::of(catalogue, series, season, now))
                .collect(),
        }
    }
}

impl SeasonPack {
    fn of(catalogue: &Catalogue, series: &Series, season: &Season, now: DateTime<Utc>) -> Self {
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
            season: season.id.clone(),
            version: season.version.clone(),
            extent: Extent::of(catalogue, series, season, now),
            calendar: season.calendar,
            weekends: season.weekends.len(),
            classifications: sessions.len(),
            complete: sessions.values().filter(|complete| **complete).count(),
            tables: tables.len(),
            conflicts: season.conflicts.len(),
        }
    }
}
