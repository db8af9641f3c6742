//! The rules of championships that are scored alike.

use serde::Serialize;

use super::Title;
use crate::domain::{Championship, Drops, Ranks, Rules, Season, Series, Slug, Weekend};

/// How some championships of a season are scored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Scoring {
    /// The championships.
    pub championships: Vec<Title>,
    /// Whom they rank.
    pub ranks: Ranks,
    /// The id of the rules in the pack.
    pub id: Option<Slug>,
    /// The rules; absent when they are not known.
    pub rules: Option<Rules>,
    /// The weekends that count, where not all do.
    pub weekends: Option<Vec<Title>>,
    /// Who can score, in words.
    pub eligibility: Option<String>,
    /// For drops that are not known: the other seasons of which they are, with what they were.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub drops_elsewhere: Vec<(Slug, Title, Drops)>,
}

impl Scoring {
    /// How a championship is scored.
    pub fn of(series: &Series, season: &Season, championship: &Championship, title: Title) -> Self {
        let rules = season.rules_of(championship);
        let named = |id: &Slug| {
            season
                .weekend(id.as_str())
                .map(|weekend: &Weekend| Title::new(id, &weekend.name))
        };
        let drops_known = rules.is_none_or(|rules| rules.drops.is_some());
        let elsewhere = series
            .seasons
            .values()
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
            drops_elsewhere: elsewhere.flat_map(dropping).collect(),
        }
    }
}

/// The championships of a season in which results are known to be dropped.
fn dropping(season: &Season) -> impl Iterator<Item = (Slug, Title, Drops)> {
    season.championships.iter().filter_map(|one| {
        let drops = season.rules_of(one)?.drops.clone().filter(|drops| drops.worst > 0)?;
        Some((season.id.clone(), Title::new(&one.id, &one.name), drops))
    })
}
