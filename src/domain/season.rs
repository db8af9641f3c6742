//! A season: its calendar, its entries, its results, its tables.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Adjustment, CarNumber, Championship, ChampionshipId, ClassId, Classification, DriverId, Entry, EntryList,
    FieldSize, Note, Published, PublishedTable, RoundLabel, Rules, SeasonId, Session, SessionId, Slug, SourceId, Tally,
    Weekend, WeekendId,
};

/// One season of a series, as far as the pack tells.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Season {
    /// The season's id, which is its folder's name: `2024`.
    pub id: SeasonId,
    /// The pack's version.
    pub version: String,
    /// The zone of the series, by whose clock days of publication and of decisions start.
    #[serde(skip)]
    pub zone: Tz,
    /// Coverage of the calendar.
    pub calendar: Calendar,
    /// The car, where all drive the same: `Porsche 911 GT3 Cup`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub car: Option<String>,
    /// The classes, in the order in which tables show them.
    pub classes: Vec<Class>,
    /// The championships, in the order in which tables show them.
    pub championships: Vec<Championship>,
    /// The rules the championships are scored by.
    pub rules: BTreeMap<Slug, Rules>,
    /// Points given or taken by decision.
    pub adjustments: Vec<Adjustment>,
    /// Facts of the season as such.
    pub notes: Vec<Note>,
    /// Contradictions between sources, or between a source and the rules.
    pub conflicts: Vec<Conflict>,
    /// The weekends in the order of the calendar.
    pub weekends: Vec<Weekend>,
    /// The entries.
    pub entries: EntryList,
    /// Published field sizes.
    pub field_sizes: Vec<FieldSize>,
    /// The classifications, of each session the oldest revision first.
    pub classifications: Vec<Classification>,
    /// Published tables, of each round the oldest revision first.
    pub tables: Vec<PublishedTable>,
    /// Published counts.
    pub tallies: Vec<Tally>,
}

/// Coverage of a season's weekends by its pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Calendar {
    /// It has all.
    Complete,
    /// It has some, so that nothing can be said of the season as a whole.
    Partial,
}

/// A class of cars or drivers in a season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Class {
    /// The class's id, the same in every season even when its name changes.
    pub id: ClassId,
    /// Name in this season.
    pub name: String,
    /// Other names in use.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Free remark, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
}

/// A contradiction that is known: reported as a note, not hidden.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Conflict {
    /// Subject of the contradiction.
    pub about: String,
    /// The contradicting statement.
    pub against: String,
    /// The version that this pack holds, and why.
    pub kept: String,
    /// The championship whose published table is concerned: its difference from the computed one is a note then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub championship: Option<ChampionshipId>,
    /// The label of the round after which that table stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<RoundLabel>,
    /// The weekend whose answers should mention it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekend: Option<WeekendId>,
    /// The sources concerned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
}

/// A round: a label, and the sessions that count together under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round<'a> {
    /// The label, for people.
    pub label: &'a RoundLabel,
    /// The weekend.
    pub weekend: &'a Weekend,
    /// The sessions that carry the label.
    pub sessions: Vec<&'a Session>,
}

impl Season {
    /// First day of its first weekend; absent while no weekend is known.
    pub fn start(&self) -> Option<NaiveDate> {
        self.weekends.first().map(|weekend| weekend.start)
    }

    /// The weekend with this id.
    pub fn weekend(&self, id: &str) -> Option<&Weekend> {
        self.weekends.iter().find(|weekend| weekend.id == *id)
    }

    /// The class with this id.
    pub fn class(&self, id: &str) -> Option<&Class> {
        self.classes.iter().find(|class| class.id == *id)
    }

    /// The championship with this id.
    pub fn championship(&self, id: &str) -> Option<&Championship> {
        self.championships.iter().find(|championship| championship.id == *id)
    }

    /// The rules a championship is scored by, if they are known.
    pub fn rules_of(&self, championship: &Championship) -> Option<&Rules> {
        championship.rules.as_ref().and_then(|id| self.rules.get(id))
    }

    /// The classification at the end of a session in its revision of `as_of`, if any of it is known then.
    pub fn classification(
        &self,
        weekend: &WeekendId,
        session: &SessionId,
        as_of: DateTime<Utc>,
    ) -> Option<&Classification> {
        let of =
            |c: &&Classification| c.stage.is_none() && c.session.weekend == *weekend && c.session.session == *session;
        let mut newest = self.classifications.iter().rev().filter(of);
        newest.find(|c| self.is_published(c.published, as_of))
    }

    /// True if something that was `published` then is known at `as_of`.
    pub fn is_published(&self, published: Option<Published>, as_of: DateTime<Utc>) -> bool {
        published.is_none_or(|published| published.instant(self.zone) <= as_of)
    }

    /// All rounds, in the order in which the calendar first names them.
    pub fn rounds(&self) -> Vec<Round<'_>> {
        let mut rounds: Vec<Round<'_>> = Vec::new();
        let mut known: BTreeMap<&Slug, usize> = BTreeMap::new();
        for weekend in &self.weekends {
            for session in &weekend.sessions {
                let Some(label) = &session.round else { continue };
                let at = *known.entry(label).or_insert_with(|| {
                    rounds.push(Round {
                        label,
                        weekend,
                        sessions: Vec::new(),
                    });
                    rounds.len() - 1
                });
                if let Some(round) = rounds.get_mut(at) {
                    round.sessions.push(session);
                }
            }
        }
        rounds
    }

    /// The entries for a weekend, as far as known.
    pub fn entries_at<'a, 'w>(&'a self, weekend: &'w WeekendId) -> impl Iterator<Item = &'a Entry> + use<'a, 'w> {
        self.entries.iter().filter(move |entry| entry.is_for(weekend))
    }

    /// The entry a result row belongs to: the one for that weekend with this number, else with this driver; else the only
    /// one of the season that can be meant.
    pub fn entry(&self, weekend: &WeekendId, driver: Option<&DriverId>, car: Option<&CarNumber>) -> Option<&Entry> {
        self.entries.of_row(weekend, driver, car)
    }
}
