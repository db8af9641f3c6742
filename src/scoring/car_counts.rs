//! Car counts: the number of cars that each competitor enters in a weekend.

use std::collections::BTreeMap;

use crate::domain::{Championship, Entry, Id, Ranks, Rules, Season, Slug, WeekendId};

/// The number of cars of each competitor of a championship in a weekend, by its entries.
#[derive(Debug, Clone, Default)]
pub(super) struct CarCounts<'a> {
    here: BTreeMap<&'a Slug, u16>,
    ever: BTreeMap<&'a Slug, u16>,
}

impl<'a> CarCounts<'a> {
    pub fn new(season: &'a Season, championship: &Championship, rules: Option<&Rules>, weekend: &WeekendId) -> Self {
        let mut car_counts = Self::default();
        for entry in season.entries.iter().filter(|entry| enters(entry, championship, rules)) {
            let whose: Vec<&Slug> = match championship.ranks {
                Ranks::Driver => entry.drivers.iter().map(Id::slug).collect(),
                Ranks::Entrant => entry.team.iter().map(Id::slug).collect(),
                Ranks::Make => entry.make.iter().collect(),
                Ranks::Car => Vec::new(),
            };
            for competitor in whose {
                let one_more = |cars: &mut u16| *cars = cars.saturating_add(1);
                if entry.is_for(weekend) {
                    one_more(car_counts.here.entry(competitor).or_default());
                }
                // A driver who changes cars has an entry for each of them, one after the other.
                if championship.ranks != Ranks::Driver {
                    one_more(car_counts.ever.entry(competitor).or_default());
                }
            }
        }
        car_counts
    }

    /// The number of cars of a competitor: those entered for the weekend, otherwise those of the season, at least one.
    pub fn of(&self, competitor: &Slug) -> u16 {
        let cars = self.here.get(competitor).or_else(|| self.ever.get(competitor));
        cars.copied().unwrap_or(1)
    }
}

/// True if a car of this entry can score in a championship.
pub(super) fn enters(entry: &Entry, championship: &Championship, rules: Option<&Rules>) -> bool {
    let class = championship.class.is_none() || entry.class == championship.class;
    let tagged = championship.tagged.is_empty() || entry.tags.iter().any(|tag| championship.tagged.contains(tag));
    let barred = |tag: &Slug| rules.is_some_and(|rules| rules.ineligible.contains_key(tag));
    !entry.guest && class && tagged && !entry.tags.iter().any(barred)
}
