//! Files of a pack and the records that each holds.
//!
//! ```text
//! data/circuits.json                    circuits, shared by all series
//! data/<series>/series.json             the series
//! data/<series>/people.json             its drivers and teams, of all seasons
//! data/<series>/sources.json            every page its facts were read from
//! data/<series>/<season>/season.json    version, classes, championships, rules, notes, conflicts
//! data/<series>/<season>/weekends.json  calendar and sessions
//! data/<series>/<season>/entries.json   entries and field sizes
//! data/<series>/<season>/results.json   classifications
//! data/<series>/<season>/published.json printed tables and counts
//! ```

use std::collections::BTreeMap;

use chrono_tz::Tz;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::domain::{
    Adjustment, Calendar, Championship, Circuit, Class, Classification, Conflict, Driver, Durations, Entry, FieldSize,
    Note, PublishedTable, Rules, Slug, Source, SourceId, Tally, Team, Weekend,
};

/// The only `format` that is read.
pub const FORMAT: u32 = 1;

/// `circuits.json`: circuits, shared by all series.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct CircuitsFile {
    /// The format of the pack: 1.
    pub format: u32,
    /// The circuits.
    pub circuits: Vec<Circuit>,
    /// The pages that the circuits' facts were read from, by id.
    #[serde(default)]
    pub sources: BTreeMap<SourceId, Source>,
}

/// `series.json`: the series.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct SeriesFile {
    /// The format of the pack: 1.
    pub format: u32,
    /// The full name.
    pub name: String,
    /// The short name for a title.
    pub short: String,
    /// Other names people use for it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The IANA zone the series publishes its times in.
    #[schemars(with = "String")]
    pub zone: Tz,
    /// The car of the seasons that name none, where all drive the same.
    pub car: Option<String>,
    /// The series' own site.
    pub homepage: Option<String>,
    /// Facts about the series as such.
    #[serde(default)]
    pub notes: Vec<Note>,
}

/// `people.json`: the drivers and teams of all seasons.
#[derive(Debug, Default, Deserialize, JsonSchema)]
pub struct PeopleFile {
    /// The drivers.
    #[serde(default)]
    pub drivers: Vec<Driver>,
    /// The teams.
    #[serde(default)]
    pub teams: Vec<Team>,
    /// The makes of cars, where a championship ranks them.
    #[serde(default)]
    pub makes: Vec<Team>,
}

/// `sources.json`: every page that facts of the series were read from.
#[derive(Debug, Default, Deserialize, JsonSchema)]
pub struct SourcesFile {
    /// The sources, by id.
    #[serde(default)]
    pub sources: BTreeMap<SourceId, Source>,
}

/// `season.json`: a season's classes, championships and rules.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct SeasonFile {
    /// The format of the pack: 1.
    pub format: u32,
    /// The pack's version: the date of its last change, and a number where one day has several.
    pub version: String,
    /// Completeness of the calendar.
    pub calendar: Calendar,
    /// The car, where all drive the same.
    pub car: Option<String>,
    /// The classes, in the order in which tables show them.
    #[serde(default)]
    pub classes: Vec<Class>,
    /// The championships, in the order in which tables show them.
    #[serde(default)]
    pub championships: Vec<Championship>,
    /// The rules the championships are scored by, by id.
    #[serde(default)]
    pub rules: BTreeMap<Slug, Rules>,
    /// Usual durations of sessions, for those without `minutes`.
    #[serde(default)]
    pub durations: Durations,
    /// Points given or taken by decision.
    #[serde(default)]
    pub adjustments: Vec<Adjustment>,
    /// Facts of the season as such.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// Contradictions between sources, or between a source and the rules.
    #[serde(default)]
    pub conflicts: Vec<Conflict>,
}

/// `weekends.json`: the calendar, in its order.
#[derive(Debug, Default, Deserialize, JsonSchema)]
pub struct WeekendsFile {
    /// The weekends.
    #[serde(default)]
    pub weekends: Vec<Weekend>,
}

/// `entries.json`: who is entered, and how many are.
#[derive(Debug, Default, Deserialize, JsonSchema)]
pub struct EntriesFile {
    /// The entries.
    #[serde(default)]
    pub entries: Vec<Entry>,
    /// Published field sizes.
    #[serde(default)]
    pub field_sizes: Vec<FieldSize>,
}

/// `results.json`: the classifications.
#[derive(Debug, Default, Deserialize, JsonSchema)]
pub struct ResultsFile {
    /// The classifications, in the order of the sessions.
    #[serde(default)]
    pub classifications: Vec<Classification>,
}

/// `published.json`: printed tables and counts.
#[derive(Debug, Default, Deserialize, JsonSchema)]
pub struct PublishedFile {
    /// The tables.
    #[serde(default)]
    pub tables: Vec<PublishedTable>,
    /// The counts.
    #[serde(default)]
    pub tallies: Vec<Tally>,
}
