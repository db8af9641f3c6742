//! A championship's table with the names of those in it.

use chrono::NaiveDate;
use serde::Serialize;

use super::NamedId;
use crate::domain::{
    CarNumber, Championship, ChampionshipId, ClassId, Conflict, Entry, PublicationStatus, Ranks, RoundLabel, Rules,
    Season, Series, Slug, Weekend, Weekends,
};
use crate::scoring::{Standing, Standings};

/// A championship's table at a moment, with names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StandingsTable {
    /// The championship.
    pub title: NamedId<ChampionshipId>,
    /// The kind of competitor that it ranks.
    pub ranks: Ranks,
    /// The class whose order counts.
    pub class: Option<ClassId>,
    /// True if the scoring of the championship is known at all.
    pub rules_known: bool,
    /// True if results are dropped at the season's end; absent when that is not known.
    pub dropped: Option<bool>,
    /// The table.
    #[serde(flatten)]
    pub standings: Standings,
    /// The age of a table that is not of today, but the last full one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age: Option<TableAge>,
    /// Names and numbers of those in the rows, in the same order.
    pub names: Vec<CompetitorName>,
    /// The least status of the results that it was computed from, if one of them is not official yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unconfirmed: Option<PublicationStatus>,
    /// Known errors of the published table.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Conflict>,
}

/// Age of a table that is not of today: its date, and the sessions since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TableAge {
    /// The date of its last session, else the last day of that weekend.
    pub date: NaiveDate,
    /// The number of sessions since that count and are over.
    pub sessions: usize,
    /// True if some of their results are held.
    pub partly: bool,
}

/// Parts of a table that are not official yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Doubts {
    /// The status of the published part, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<PublicationStatus>,
    /// The least status of the results that were counted, if one of them is not official yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counted: Option<PublicationStatus>,
}

/// Names of the competitor in a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CompetitorName {
    /// The full name.
    pub name: String,
    /// The short name for a narrow table.
    pub short: String,
    /// The car's number, for a driver who had one number up to then.
    pub car: Option<CarNumber>,
}

impl StandingsTable {
    /// Looks up the names of a table.
    pub fn new(series: &Series, season: &Season, championship: &Championship, standings: Standings) -> Self {
        let after = standings.after.as_ref().map(|after| &after.round);
        let names = standings
            .rows
            .iter()
            .map(|row| CompetitorName::of((series, season), championship.ranks, &row.competitor, after))
            .collect();
        let rules = season.rules_of(championship);
        let concerns = |conflict: &&Conflict| {
            conflict.championship.as_ref() == Some(&championship.id) && conflict.after.as_ref() == after
        };
        Self {
            title: NamedId::new(&championship.id, &championship.name),
            ranks: championship.ranks,
            class: championship.class.clone(),
            rules_known: rules.is_some(),
            dropped: dropped(rules),
            conflicts: season.conflicts.iter().filter(concerns).cloned().collect(),
            unconfirmed: None,
            standings,
            age: None,
            names,
        }
    }

    /// Its parts that are not official yet.
    pub fn doubts(&self) -> Doubts {
        Doubts {
            published: self.standings.status,
            counted: self.unconfirmed,
        }
    }

    /// The rows with their names.
    pub fn rows(&self) -> impl Iterator<Item = (&Standing, &CompetitorName)> {
        self.standings.rows.iter().zip(&self.names)
    }
}

/// True if results are dropped, where that is known.
fn dropped(rules: Option<&Rules>) -> Option<bool> {
    rules
        .and_then(|rules| rules.drops.as_ref())
        .map(|drops| !drops.is_empty())
}

impl CompetitorName {
    /// Names of a competitor of a championship, as they were after a round; before the first if that is absent.
    pub fn of(
        (series, season): (&Series, &Season),
        ranks: Ranks,
        competitor: &Slug,
        after: Option<&RoundLabel>,
    ) -> Self {
        match ranks {
            Ranks::Driver => {
                let driver = series.drivers.get(competitor);
                let name = driver.map_or_else(|| competitor.to_string(), |driver| driver.name.clone());
                let short = driver.map_or_else(|| name.clone(), |driver| driver.short().to_owned());
                Self {
                    name,
                    short,
                    car: number(season, competitor, after),
                }
            }
            Ranks::Entrant | Ranks::Make => {
                let known = match ranks {
                    Ranks::Make => series.makes.get(competitor),
                    Ranks::Driver | Ranks::Entrant | Ranks::Car => series.teams.get(competitor),
                };
                let name = known.map_or_else(|| competitor.to_string(), |team| team.name.clone());
                Self {
                    short: name.clone(),
                    name,
                    car: None,
                }
            }
            Ranks::Car => Self {
                name: format!("#{competitor}"),
                short: format!("#{competitor}"),
                car: None,
            },
        }
    }
}

/// The number of a driver who drove under one number up to a round; entries for later weekends are not known then.
fn number(season: &Season, driver: &Slug, after: Option<&RoundLabel>) -> Option<CarNumber> {
    let of_round = |weekend: &&Weekend| weekend.sessions.iter().any(|one| one.round.as_ref() == after);
    let last = season.weekends.iter().filter(of_round).map(|weekend| weekend.start);
    let last = after.and(last.max());
    let begun = season.weekends.iter().filter(|weekend| Some(weekend.start) <= last);
    let is_known = |entry: &&Entry| match entry.weekends {
        Some(Weekends::Only(_)) => begun.clone().any(|weekend| entry.is_for(&weekend.id)),
        Some(Weekends::All(_)) | None => true,
    };
    let mut numbers = season
        .entries
        .iter()
        .filter(|entry| entry.has_driver(driver) && is_known(entry))
        .filter_map(|entry| entry.car.as_ref());
    let first = numbers.next()?;
    numbers.all(|number| number == first).then(|| first.clone())
}
