//! The rules of championships that are scored alike.

use serde::Serialize;

use super::NamedId;
use crate::domain::{
    Championship, ChampionshipId, Drops, Ranks, Rules, Season, SeasonId, Series, Slug, Weekend, WeekendId,
};

/// Scoring of championships of a season that are scored alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Scoring {
    /// The championships.
    pub championships: Vec<NamedId<ChampionshipId>>,
    /// The kind of competitor that they rank.
    pub ranks: Ranks,
    /// The id of the rules in the pack.
    pub id: Option<Slug>,
    /// The rules; absent when they are not known.
    pub rules: Option<Rules>,
    /// The weekends that count, where not all do.
    pub weekends: Option<Vec<NamedId<WeekendId>>>,
    /// Eligibility for points, in words.
    pub eligibility: Option<String>,
    /// For drops that are not known: what is known of them in other seasons.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub drops_elsewhere: Vec<Dropping>,
}

/// A season and the championships in which it is known how many results were dropped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dropping {
    /// The season.
    pub season: SeasonId,
    /// The championships that drop alike.
    pub championships: Vec<NamedId<ChampionshipId>>,
    /// Dropped results.
    pub drops: Vec<Drops>,
}

impl Scoring {
    /// Scoring of a championship.
    pub fn of(series: &Series, season: &Season, championship: &Championship, title: NamedId<ChampionshipId>) -> Self {
        let rules = season.rules_of(championship);
        let named = |id: &WeekendId| {
            season
                .weekend(id.as_str())
                .map(|weekend: &Weekend| NamedId::new(id, &weekend.name))
        };
        let drops_known = rules.is_none_or(|rules| rules.drops.is_some());
        let elsewhere = series
            .each_season()
            .filter(|other| !drops_known && other.id != season.id);
        Self {
            championships: vec![title],
            ranks: championship.ranks,
            id: championship.rules.clone(),
            rules: rules.cloned(),
            weekends: championship
                .weekends
                .as_ref()
                .map(|ids| ids.iter().filter_map(named).collect()),
            eligibility: championship.eligibility.clone(),
            drops_elsewhere: elsewhere
                .filter_map(|other| Dropping::of(other, championship.ranks))
                .collect(),
        }
    }
}

impl Dropping {
    /// Drops of the championships of a season that rank the same kind, where some drop and all that do drop alike.
    fn of(season: &Season, ranks: Ranks) -> Option<Self> {
        let mut found: Option<Self> = None;
        for one in season.championships.iter().filter(|one| one.ranks == ranks) {
            let drops = season.rules_of(one).and_then(|rules| rules.drops.clone());
            let Some(drops) = drops.filter(|drops| !drops.is_empty()) else {
                continue;
            };
            let title = NamedId::new(&one.id, &one.name);
            match &mut found {
                Some(known) if known.drops == drops => known.championships.push(title),
                Some(_) => return None,
                None => {
                    found = Some(Self {
                        season: season.id.clone(),
                        championships: vec![title],
                        drops,
                    });
                }
            }
        }
        found
    }
}
