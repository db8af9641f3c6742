//! Scopes of rules: the dataset, a series or a season, with the look-ups that many rules share.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::ids::Ids;
use super::pack_path::PackPath;
use crate::dataset::read::document::Document;
use crate::dataset::read::json_path::PathKey;
use crate::dataset::records::Records;
use crate::domain::{
    CarNumber, Championship, Circuit, Entry, Ranks, Rules, Season, SeasonId, Series, SeriesId, Session, Slug, Weekend,
    WeekendId,
};
use crate::schedule::known_from;
use crate::scoring::Ledger;

/// Everything that could be read.
pub struct DatasetScope<'c> {
    /// Records of all files.
    pub records: &'c Records,
    circuits: BTreeMap<&'c str, &'c Circuit>,
}

impl<'c> DatasetScope<'c> {
    /// Scope of all records.
    pub fn new(records: &'c Records) -> Self {
        let circuits = records.circuits.iter().map(|circuit| (circuit.id.as_str(), circuit));
        Self {
            records,
            circuits: circuits.collect(),
        }
    }

    /// Document of a file, if it could be read.
    pub fn document(&self, name: &str) -> Option<&'c Document> {
        self.records.documents.get(name)
    }

    /// Circuit with this id.
    pub fn circuit(&self, id: &Slug) -> Option<&'c Circuit> {
        self.circuits.get(id.as_str()).copied()
    }
}

/// Scope of one series.
#[derive(Clone, Copy)]
pub struct SeriesScope<'c> {
    /// Scope of all records.
    pub whole: &'c DatasetScope<'c>,
    /// The series.
    pub series: &'c Series,
}

impl<'c> SeriesScope<'c> {
    /// Folder of the series.
    pub fn path(&self) -> PackPath<'c> {
        PackPath {
            series: Some(self.series.id.as_str()),
            season: None,
        }
    }

    /// Document of a file, if it could be read.
    pub fn document(&self, name: &str) -> Option<&'c Document> {
        self.whole.records.documents.get(&self.path().file(name))
    }
}

/// Scope of one season.
pub struct SeasonScope<'c> {
    /// Scope of all records.
    pub whole: &'c DatasetScope<'c>,
    /// The season's series.
    pub series: &'c Series,
    /// The season.
    pub season: &'c Season,
    weekends: BTreeMap<&'c str, &'c Weekend>,
    rounds: BTreeMap<&'c Slug, usize>,
    entries: BTreeMap<&'c WeekendId, Vec<(usize, &'c Entry)>>,
    ledgers: OnceCell<Vec<Ledger>>,
    ids: OnceCell<Ids<'c>>,
}

impl<'c> SeasonScope<'c> {
    /// Scope of one season of a series.
    pub fn new(of: SeriesScope<'c>, season: &'c Season) -> Self {
        let rounds = season.rounds();
        let entries_at = |weekend: &'c Weekend| {
            let entries = season.entries.iter().enumerate();
            (
                &weekend.id,
                entries.filter(|(_, entry)| entry.is_for(&weekend.id)).collect(),
            )
        };
        Self {
            whole: of.whole,
            series: of.series,
            season,
            weekends: season
                .weekends
                .iter()
                .map(|weekend| (weekend.id.as_str(), weekend))
                .collect(),
            rounds: rounds
                .iter()
                .enumerate()
                .map(|(index, round)| (round.label.slug(), index))
                .collect(),
            entries: season.weekends.iter().map(entries_at).collect(),
            ledgers: OnceCell::new(),
            ids: OnceCell::new(),
        }
    }

    /// The ledgers, with the ids of series and season, if a rule needed them.
    pub fn into_ledgers(self) -> Option<((SeriesId, SeasonId), Vec<Ledger>)> {
        let ledgers = self.ledgers.into_inner()?;
        Some(((self.series.id.clone(), self.season.id.clone()), ledgers))
    }

    /// Championships with index and ledger. The ledgers are built once, by the first rule that needs them.
    pub fn ledgers(&self) -> impl Iterator<Item = (usize, &'c Championship, &Ledger)> {
        let championships = self.season.championships.iter();
        let ledgers = self.ledgers.get_or_init(|| {
            let written = |one| Ledger::new(self.season, one, |weekend, session| self.end(weekend, session));
            championships.clone().map(written).collect()
        });
        let pairs = championships.zip(ledgers).enumerate();
        pairs.map(|(index, (championship, ledger))| (index, championship, ledger))
    }

    /// Championships whose rules are known, with the path of the rules, the rules and the ledger.
    pub fn scored(&self) -> impl Iterator<Item = (&'c Championship, String, &'c Rules, &Ledger)> {
        self.ledgers().filter_map(|(_, championship, ledger)| {
            let id = championship.rules.as_ref()?;
            let rules = self.season.rules.get(id)?;
            Some((championship, format!("$.rules{}", PathKey(id.as_str())), rules, ledger))
        })
    }

    /// Moment from which a session's result counts as known.
    pub fn end(&self, weekend: &Weekend, session: &Session) -> DateTime<Utc> {
        let circuit = self.whole.circuit(&weekend.circuit);
        known_from(weekend, session, circuit.map_or(Tz::UTC, |circuit| circuit.zone))
    }

    /// Folder of the season.
    pub fn path(&self) -> PackPath<'c> {
        PackPath {
            series: Some(self.series.id.as_str()),
            season: Some(self.season.id.as_str()),
        }
    }

    /// Document of a file, if it could be read.
    pub fn document(&self, name: &str) -> Option<&'c Document> {
        self.whole.records.documents.get(&self.path().file(name))
    }

    /// Ids of the season and references to others. They are looked up once, by the first rule that needs them.
    pub fn ids(&self) -> &Ids<'c> {
        self.ids
            .get_or_init(|| Ids::of(self.whole.records, self.series, self.season))
    }

    /// Weekend with this id.
    pub fn weekend(&self, id: &Slug) -> Option<&'c Weekend> {
        self.weekends.get(id.as_str()).copied()
    }

    /// Index of a round by its label, in the order of the calendar.
    pub fn round(&self, label: &Slug) -> Option<usize> {
        self.rounds.get(label).copied()
    }

    /// Entries of a weekend with their indices in the file.
    pub fn entries_at(&self, weekend: &WeekendId) -> &[(usize, &'c Entry)] {
        self.entries.get(weekend).map_or(&[], Vec::as_slice)
    }

    /// Entries of a competitor of a championship.
    pub fn entries_of(&self, championship: &Championship, competitor: &Slug) -> impl Iterator<Item = &'c Entry> {
        let ranks = championship.ranks;
        self.season.entries.iter().filter(move |entry| match ranks {
            Ranks::Driver => entry.has_driver(competitor),
            Ranks::Entrant => entry.team.as_deref() == Some(competitor),
            Ranks::Make => entry.make.as_ref() == Some(competitor),
            Ranks::Car => entry.car.as_ref().and_then(CarNumber::slug).as_ref() == Some(competitor),
        })
    }
}
