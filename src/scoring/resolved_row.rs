//! Resolved rows of a classification, with the details that only their entry has.

use crate::domain::{
    CarNumber, Championship, ClassId, DriverId, Entry, Others, Ranks, Row, Rules, Season, Slug, TeamId, WeekendId,
};

/// A row with the missing details of its entry.
#[derive(Debug, Clone)]
pub(super) struct ResolvedRow<'a> {
    /// The row.
    pub row: &'a Row,
    /// The entry it belongs to.
    pub entry: Option<&'a Entry>,
    /// The car's number.
    pub car: Option<&'a CarNumber>,
    /// The team.
    pub team: Option<&'a TeamId>,
    /// The make of the car.
    pub make: Option<&'a Slug>,
    /// The class.
    pub class: Option<&'a ClassId>,
}

impl<'a> ResolvedRow<'a> {
    pub fn new(season: &'a Season, weekend: &WeekendId, row: &'a Row) -> Self {
        let entry = season.entry(weekend, row.drivers().next(), row.car.as_ref());
        Self {
            row,
            entry,
            car: row.car.as_ref().or_else(|| entry.and_then(|entry| entry.car.as_ref())),
            team: row
                .team
                .as_ref()
                .or_else(|| entry.and_then(|entry| entry.team.as_ref())),
            make: row
                .make
                .as_ref()
                .or_else(|| entry.and_then(|entry| entry.make.as_ref())),
            class: row
                .class
                .as_ref()
                .or_else(|| entry.and_then(|entry| entry.class.as_ref())),
        }
    }

    /// The drivers: those of the row, otherwise all of the entry.
    pub fn drivers(&self) -> Vec<&'a DriverId> {
        let named: Vec<&DriverId> = self.row.drivers().collect();
        if named.is_empty() {
            self.entry.iter().flat_map(|entry| &entry.drivers).collect()
        } else {
            named
        }
    }

    /// The competitors that a championship ranks for this car.
    pub fn competitors(&self, ranks: Ranks) -> Vec<Slug> {
        match ranks {
            Ranks::Driver => self.drivers().into_iter().map(|driver| driver.slug().clone()).collect(),
            Ranks::Entrant => self.team.map(|team| team.slug().clone()).into_iter().collect(),
            Ranks::Make => self.make.cloned().into_iter().collect(),
            Ranks::Car => self.car.and_then(CarNumber::slug).into_iter().collect(),
        }
    }

    /// True if the championship covers this car.
    pub fn is_in(&self, championship: &Championship) -> bool {
        let class = championship
            .class
            .as_ref()
            .is_none_or(|class| self.class == Some(class));
        class && (championship.tagged.is_empty() || self.tags().any(|tag| championship.tagged.contains(tag)))
    }

    fn tags(&self) -> impl Iterator<Item = &'a Slug> {
        self.row
            .tags
            .iter()
            .chain(self.entry.into_iter().flat_map(|entry| &entry.tags))
    }

    /// The effect on the others of this car not scoring; `None` if it scores.
    pub fn excluded(&self, rules: Option<&Rules>) -> Option<Others> {
        let effect = |tag: &Slug| rules.and_then(|rules| rules.ineligible.get(tag)).copied();
        let guest = self.entry.is_some_and(|entry| entry.guest).then_some(Others::MoveUp);
        strongest(self.tags().filter_map(effect).chain(guest))
    }
}

/// The strongest of several effects: the one that leaves least of the car in the order.
pub(super) fn strongest(effects: impl Iterator<Item = Others>) -> Option<Others> {
    effects.max_by_key(|effect| match effect {
        Others::KeepPlaces => 0,
        Others::MoveUp => 1,
        Others::Invisible => 2,
    })
}
