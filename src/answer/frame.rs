//! Frame of an answer: the pack, the moment and the sources it rests on.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use crate::dataset::{AppliedOverride, Catalogue};
use crate::domain::{
    Asker, Calendar, ChampionshipId, Id, RoundLabel, Season, SeasonId, Series, SeriesId, SessionId, SessionKind, Slug,
    Source, SourceId, Weekend, WeekendId,
};
use crate::schedule::SeasonProgress;

/// The pack, the moment and the sources that an answer rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Frame {
    /// The series.
    pub series: NamedId<SeriesId>,
    /// The season, for an answer about one.
    pub season: Option<SeasonId>,
    /// The version of the season's pack.
    pub version: Option<String>,
    /// The moment the answer speaks of: nothing later is used.
    pub as_of: DateTime<Utc>,
    /// True if that is a rehearsal's moment rather than now.
    pub rehearsal: bool,
    /// True if no season of the series is on at that moment.
    pub off_season: bool,
    /// The weekend of the series that was last at that moment, of all seasons, with its season.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<(NamedId<WeekendId>, SeasonId)>,
    /// The weekend of the series that is next, with its season.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<(NamedId<WeekendId>, SeasonId)>,
    /// The extent of the season's results, where later ones are missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stale: Option<Extent>,
    /// The championships of the season.
    pub championships: Vec<NamedId<ChampionshipId>>,
    /// The changes to the season's calendar that hold where it was asked, and that its pack does not have.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<AppliedOverride>,
    /// Sources of the published part.
    pub sources: Vec<CitedSource>,
}

/// Something by its id and its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NamedId<I = Slug> {
    /// The id.
    pub id: I,
    /// The name.
    pub name: String,
}

impl<I: Clone> NamedId<I> {
    /// A thing's id and name.
    pub fn new(id: &I, name: &str) -> Self {
        Self {
            id: id.clone(),
            name: name.to_owned(),
        }
    }
}

impl<T> NamedId<Id<T>> {
    /// The same without the type of its id, for where ids of several kinds stand side by side.
    pub fn untyped(self) -> NamedId {
        NamedId {
            id: self.id.into(),
            name: self.name,
        }
    }
}

/// Extent of the results of a season that are held at a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Extent {
    /// The last session whose result is held.
    pub last: Option<HeldSession>,
    /// The number of races and sprints since that are over and not held.
    pub missing: usize,
}

/// A session whose result is held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HeldSession {
    /// The weekend.
    pub weekend: NamedId<WeekendId>,
    /// The session.
    pub session: NamedId<SessionId>,
    /// The label of its round.
    pub round: Option<RoundLabel>,
    /// True if it is a sprint, so that its round is not run with it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub sprint: bool,
    /// Its date, else the last day of the weekend.
    pub date: NaiveDate,
}

impl Extent {
    /// The extent of a season's results.
    pub fn of(catalogue: &Catalogue, series: &Series, season: &Season, now: DateTime<Utc>) -> Self {
        let extent = catalogue.at(series, now).extent(season);
        let last = extent.last.map(|(weekend, session)| HeldSession {
            weekend: NamedId::new(&weekend.id, &weekend.name),
            session: NamedId::new(&session.id, &session.name),
            round: session.round.clone(),
            sprint: session.kind == SessionKind::Sprint,
            date: session.date.unwrap_or(weekend.end),
        });
        Self {
            last,
            missing: extent.missing,
        }
    }
}

/// A source as an answer names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CitedSource {
    /// The source's id.
    pub id: SourceId,
    /// The title.
    pub title: String,
    /// Date of publication, as exactly as known.
    pub date: Option<String>,
    /// Address.
    pub url: Option<String>,
}

impl Frame {
    /// The season's id; empty without a season.
    pub fn year(&self) -> &str {
        self.season.as_deref().map_or("", Slug::as_str)
    }

    /// The frame of an answer about a series, or one of its seasons.
    pub fn of(catalogue: &Catalogue, series: &Series, season: Option<&Season>, asker: &Asker) -> Self {
        let concerns = |one: &&AppliedOverride| {
            let changed = &one.change.session;
            changed.series == series.id && season.is_some_and(|season| season.id == changed.season)
        };
        let stages: Vec<(SeasonProgress<'_>, &Season)> = series
            .each_season()
            .map(|season| (catalogue.progress(season, asker.now), season))
            .collect();
        let on = stages
            .iter()
            .any(|(stage, _)| stage.running.is_some() || (stage.last.is_some() && stage.next.is_some()));
        // Of a longer calendar a weekend may be on that the pack does not have.
        let latest = catalogue.at(series, asker.now).season();
        let off_season = !on && latest.is_none_or(|season| season.calendar == Calendar::Complete);
        let titled =
            |(weekend, season): (&Weekend, &Season)| (NamedId::new(&weekend.id, &weekend.name), season.id.clone());
        let last = stages.iter().filter_map(|(stage, season)| Some((stage.last?, *season)));
        let next = stages.iter().filter_map(|(stage, season)| Some((stage.next?, *season)));
        let last = last.max_by_key(|(weekend, _)| weekend.start);
        let next = next.min_by_key(|(weekend, _)| weekend.start);
        Self {
            series: NamedId::new(&series.id, &series.name),
            season: season.map(|season| season.id.clone()),
            version: season.map(|season| season.version.clone()),
            as_of: asker.now,
            rehearsal: asker.rehearsal,
            off_season,
            last: last.filter(|_| off_season).map(titled),
            next: next.filter(|_| off_season).map(titled),
            stale: season
                .map(|season| Extent::of(catalogue, series, season, asker.now))
                .filter(|extent| extent.missing > 0),
            championships: season
                .map(|season| {
                    season
                        .championships
                        .iter()
                        .map(|one| NamedId::new(&one.id, &one.name))
                        .collect()
                })
                .unwrap_or_default(),
            changes: catalogue.changes.iter().filter(|one| concerns(one)).cloned().collect(),
            sources: Vec::new(),
        }
    }

    /// The frame with the sources that were used, each once.
    #[must_use]
    pub fn citing<'a>(self, series: &Series, ids: impl IntoIterator<Item = &'a SourceId>) -> Self {
        self.citing_pages(&series.sources, ids)
    }

    /// The frame with pages of another collection, such as that of the circuits.
    #[must_use]
    pub fn citing_pages<'a>(
        mut self,
        pages: &BTreeMap<SourceId, Source>,
        ids: impl IntoIterator<Item = &'a SourceId>,
    ) -> Self {
        for id in ids {
            if let Some(source) = pages
                .get(id)
                .filter(|_| !self.sources.iter().any(|cited| cited.id == *id))
            {
                self.sources.push(CitedSource {
                    id: id.clone(),
                    title: source.title.clone(),
                    date: source.date.clone(),
                    url: source.url.clone(),
                });
            }
        }
        self
    }
}
