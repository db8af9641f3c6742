//! A series: a name, its people, its seasons.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::sync::Arc;

use chrono_tz::Tz;
use serde::Serialize;

use super::{Driver, DriverId, Season, SeasonId, SeriesId, Slug, Source, SourceId, Team, TeamId};

/// A racing series with everybody who ever drove in it and all the seasons at hand.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Series {
    /// The series' id, which is its folder's name.
    pub id: SeriesId,
    /// The full name.
    pub name: String,
    /// The short name for a title: `PCCNA`.
    pub short: String,
    /// Other names in use.
    pub aliases: Vec<String>,
    /// The zone the series publishes its times in.
    pub zone: Tz,
    /// The series' own site.
    pub homepage: Option<String>,
    /// Facts about the series as such.
    pub notes: Vec<super::Note>,
    /// Every page that facts of this series were read from.
    pub sources: BTreeMap<SourceId, Source>,
    /// All drivers of all seasons.
    pub drivers: BTreeMap<DriverId, Driver>,
    /// All teams of all seasons.
    pub teams: BTreeMap<TeamId, Team>,
    /// All makes of all seasons.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub makes: BTreeMap<Slug, Team>,
    /// The seasons at hand, by id, the oldest first. Calendars that differ in one of them share the others.
    pub seasons: BTreeMap<SeasonId, Arc<Season>>,
}

impl Series {
    /// A season by its id.
    pub fn season<Q: Ord + ?Sized>(&self, id: &Q) -> Option<&Season>
    where
        SeasonId: Borrow<Q>,
    {
        self.seasons.get(id).map(Arc::as_ref)
    }

    /// The seasons, the oldest first.
    pub fn each_season(&self) -> impl DoubleEndedIterator<Item = &Season> + Clone {
        self.seasons.values().map(Arc::as_ref)
    }
}
