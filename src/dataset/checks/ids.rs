//! Ids of a season: those that are known, and the references to any other.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};

use super::pack_path::PackPath;
use crate::dataset::read::references::IdKind;
use crate::dataset::records::Records;
use crate::domain::{Ranks, Season, Series, Slug};
use crate::lookup::nearest;

/// Files of a season that name other records.
const FILES: [&str; 5] = [
    "season.json",
    "weekends.json",
    "entries.json",
    "results.json",
    "published.json",
];

/// A reference to a record that there is not.
#[derive(Debug)]
pub struct UnknownReference<'c> {
    /// Name of the file.
    pub file: &'static str,
    /// JSON path in the file.
    pub path: String,
    /// Kind of record that is named.
    pub kind: IdKind,
    /// Id that no such record has.
    pub id: &'c str,
    /// Position of the field's declaration.
    pub declaration: usize,
}

/// Known ids of a season, and references to others.
pub struct Ids<'c> {
    known: BTreeMap<IdKind, BTreeSet<&'c str>>,
    /// Ids of weekends and their sessions.
    sessions: BTreeSet<(&'c str, &'c str)>,
    unknown: Vec<UnknownReference<'c>>,
}

impl<'c> Ids<'c> {
    /// Looks up every reference in the files of a season.
    pub fn of(records: &'c Records, series: &'c Series, season: &'c Season) -> Self {
        let mut ids = Self {
            known: known(records, series, season),
            sessions: sessions(season),
            unknown: Vec::new(),
        };
        let folder = PackPath {
            series: Some(series.id.as_str()),
            season: Some(season.id.as_str()),
        };
        for file in FILES {
            let Some(document) = records.documents.get(&folder.file(file)) else {
                continue;
            };
            document.references(&mut |path, reference| {
                let kind = match reference.kind {
                    IdKind::Competitor => reference.championship.and_then(|id| ranked(season, id)),
                    kind => Some(kind),
                };
                let unknown = kind.and_then(|kind| ids.unknown_part(kind, reference.id));
                ids.unknown.extend(unknown.map(|(kind, id)| UnknownReference {
                    file,
                    path: path.to_string(),
                    kind,
                    id,
                    declaration: reference.declaration,
                }));
            });
        }
        ids
    }

    /// References to records of a kind that there are not.
    pub fn unknown(&self, kind: IdKind) -> impl Iterator<Item = &UnknownReference<'c>> {
        self.unknown.iter().filter(move |reference| reference.kind == kind)
    }

    /// Known ids of a kind.
    pub fn known(&self, kind: IdKind) -> &BTreeSet<&'c str> {
        const NONE: &BTreeSet<&str> = &BTreeSet::new();
        self.known.get(&kind).unwrap_or(NONE)
    }

    /// Known id of a kind that looks like the one of a reference.
    pub fn nearest(&self, reference: &UnknownReference<'_>) -> Option<&'c str> {
        nearest(reference.id, self.known(reference.kind).iter().copied())
    }

    /// The part of a reference that is unknown: a session of an unknown weekend is reported as such alone.
    fn unknown_part<'i>(&self, kind: IdKind, id: &'i str) -> Option<(IdKind, &'i str)> {
        match id.split_once('/') {
            Some((weekend, _)) if !self.known(IdKind::Weekend).contains(weekend) => Some((IdKind::Weekend, weekend)),
            Some(session) => (!self.sessions.contains(&session)).then_some((kind, id)),
            None => (!self.known(kind).contains(id)).then_some((kind, id)),
        }
    }
}

/// Kind of competitor that a championship ranks. A car is named by its number, which no record explains further.
fn ranked(season: &Season, championship: &str) -> Option<IdKind> {
    match season.championship(championship)?.ranks {
        Ranks::Driver => Some(IdKind::Driver),
        Ranks::Entrant => Some(IdKind::Team),
        Ranks::Make => Some(IdKind::Make),
        Ranks::Car => None,
    }
}

fn known<'c>(records: &'c Records, series: &'c Series, season: &'c Season) -> BTreeMap<IdKind, BTreeSet<&'c str>> {
    fn set<'c, I: Borrow<str> + 'c>(ids: impl Iterator<Item = &'c I>) -> BTreeSet<&'c str> {
        ids.map(Borrow::borrow).collect()
    }
    let sessions = || season.weekends.iter().flat_map(|weekend| &weekend.sessions);
    let awards = season.rules.values().flat_map(|rules| rules.awards.iter().flatten());
    let mut awards = set(awards.map(|rule| &rule.award));
    awards.extend(["pole", "fastest-lap"]);
    BTreeMap::from([
        (IdKind::Driver, set(series.drivers.keys())),
        (IdKind::Team, set(series.teams.keys())),
        (IdKind::Make, set(series.makes.keys())),
        (IdKind::Source, set(series.sources.keys())),
        (IdKind::Circuit, set(records.circuits.iter().map(|circuit| &circuit.id))),
        (IdKind::Class, set(season.classes.iter().map(|class| &class.id))),
        (
            IdKind::Championship,
            set(season.championships.iter().map(|one| &one.id)),
        ),
        (IdKind::Rules, set(season.rules.keys())),
        (IdKind::Weekend, set(season.weekends.iter().map(|weekend| &weekend.id))),
        (
            IdKind::Round,
            set(sessions().filter_map(|session| session.round.as_ref())),
        ),
        (IdKind::Award, awards),
        (IdKind::Tag, set(tags(season))),
    ])
}

fn sessions(season: &Season) -> BTreeSet<(&str, &str)> {
    let weekends = season.weekends.iter();
    let sessions = weekends.flat_map(|weekend| weekend.sessions.iter().map(|session| (&weekend.id, &session.id)));
    sessions
        .map(|(weekend, session)| (weekend.as_str(), session.as_str()))
        .collect()
}

/// Tags that an entry, a row or a drive carries.
fn tags(season: &Season) -> impl Iterator<Item = &Slug> {
    let rows = || season.classifications.iter().flat_map(|one| &one.rows);
    let drives = rows().flat_map(|row| &row.crew).filter_map(|member| member.drive());
    let tags = season.entries.iter().map(|entry| &entry.tags);
    let tags = tags.chain(rows().map(|row| &row.tags));
    tags.chain(drives.map(|drive| &drive.tags)).flatten()
}
