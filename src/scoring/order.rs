//! Scoring order: the place of each row of a classification in a championship.

use std::collections::BTreeMap;

use super::ranked::{CarsAhead, RankedRow, exact, in_class, overall};
use super::resolved_row::{ResolvedRow, strongest};
use crate::domain::{
    Annul, CarNumber, Championship, ClassId, Classification, DriverId, Order, Others, Place, Row, Rules, Season, Slug,
    TeamId,
};

/// A row of a classification with its place in one championship.
#[derive(Debug, Clone)]
pub(super) struct PlacedRow<'a> {
    /// The row.
    pub row: &'a Row,
    /// The row with the details of its entry.
    pub seen: ResolvedRow<'a>,
    /// The place that is paid, as far as known; `None` for a row without one.
    pub place: Option<Place>,
    /// The place before others moved up, if known exactly.
    pub road: Option<u16>,
    /// True if the championship pays it at all.
    pub eligible: bool,
}

/// A classification as one championship sees it.
pub(super) struct ChampionshipView<'a, 'r> {
    pub season: &'a Season,
    pub championship: &'r Championship,
    pub rules: &'r Rules,
    /// The competitors whose results in this session were annulled.
    pub annulled: &'r [(&'r Slug, &'r Annul)],
}

impl<'a> ChampionshipView<'a, '_> {
    /// The rows that the championship covers, each with its place in the scoring order.
    pub fn order(&self, classification: &'a Classification) -> Vec<PlacedRow<'a>> {
        let mut rows = self.field(classification);
        self.beyond_best(&mut rows);
        let ahead = CarsAhead::of(&rows);
        let places = |ranked: &RankedRow<'_>| match self.rules.order {
            Order::Overall => overall(ranked, &ahead),
            Order::Class => in_class(ranked, &ahead, classification),
        };
        let placed: Vec<(Option<Place>, Option<u16>)> = rows.iter().map(places).collect();
        rows.into_iter()
            .zip(placed)
            .filter(|(ranked, _)| ranked.inside)
            .map(|(ranked, (place, road))| PlacedRow {
                row: ranked.seen.row,
                eligible: ranked.excluded.is_none(),
                seen: ranked.seen,
                place,
                road,
            })
            .collect()
    }

    fn field(&self, classification: &'a Classification) -> Vec<RankedRow<'a>> {
        let weekend = &classification.session.weekend;
        let annulled = |seen: &ResolvedRow<'_>| {
            let competitors = seen.competitors(self.championship.ranks);
            let theirs = self.annulled.iter().filter(|(whose, _)| competitors.contains(whose));
            theirs.map(|(_, annul)| annul.others).collect::<Vec<_>>()
        };
        classification
            .rows
            .iter()
            .map(|row| {
                let seen = ResolvedRow::new(self.season, weekend, row);
                let by_decision = if self.annulled.is_empty() {
                    Vec::new()
                } else {
                    annulled(&seen)
                };
                RankedRow {
                    inside: seen.is_in(self.championship),
                    excluded: strongest(seen.excluded(Some(self.rules)).into_iter().chain(by_decision)),
                    seen,
                }
            })
            .collect()
    }

    /// Removes the cars beyond a competitor's best from the order, if the rules let the others gain by it.
    fn beyond_best(&self, rows: &mut [RankedRow<'_>]) {
        let (Some(best), effect) = (self.rules.cars.best, self.rules.cars.others) else {
            return;
        };
        if effect == Others::KeepPlaces {
            return;
        }
        let mut by_place: Vec<usize> = (0..rows.len()).collect();
        let place = |at: &usize| {
            rows.get(*at)
                .and_then(|ranked| exact(ranked.seen.row))
                .unwrap_or(u16::MAX)
        };
        by_place.sort_by_key(place);
        let mut cars: BTreeMap<Slug, u16> = BTreeMap::new();
        for at in by_place {
            let Some(ranked) = rows
                .get_mut(at)
                .filter(|ranked| ranked.inside && ranked.excluded.is_none())
            else {
                continue;
            };
            for competitor in ranked.seen.competitors(self.championship.ranks) {
                let count = cars.entry(competitor).or_default();
                *count = count.saturating_add(1);
                if *count > best {
                    ranked.excluded = Some(effect);
                }
            }
        }
    }
}

/// A row of a classification with what its entry adds and the place in its class.
#[derive(Debug, Clone)]
pub struct Finisher<'a> {
    /// The row.
    pub row: &'a Row,
    /// The drivers, from the row or its entry; the starting driver first.
    pub drivers: Vec<&'a DriverId>,
    /// The car's number, from the row or its entry.
    pub car: Option<&'a CarNumber>,
    /// The team, from the row or its entry.
    pub team: Option<&'a TeamId>,
    /// The class, from the row or its entry.
    pub class: Option<&'a ClassId>,
    /// The place in the class without guests, as far as known.
    pub class_place: Option<Place>,
}

impl<'a> Finisher<'a> {
    /// True if `driver` is one of the drivers.
    pub fn has_driver(&self, driver: &Slug) -> bool {
        self.drivers.iter().any(|one| **one == *driver)
    }

    /// The starting driver.
    pub fn driver(&self) -> Option<&'a DriverId> {
        self.drivers.first().copied()
    }
}

/// All rows of a classification for display, regardless of championships.
pub fn finishers<'a>(season: &'a Season, classification: &'a Classification) -> Vec<Finisher<'a>> {
    let ranked = |row: &'a Row| {
        let seen = ResolvedRow::new(season, &classification.session.weekend, row);
        RankedRow {
            inside: true,
            excluded: seen.excluded(None),
            seen,
        }
    };
    let rows: Vec<RankedRow<'_>> = classification.rows.iter().map(ranked).collect();
    let ahead = CarsAhead::of(&rows);
    let finisher = |ranked: &RankedRow<'a>| Finisher {
        row: ranked.seen.row,
        drivers: ranked.seen.drivers(),
        car: ranked.seen.car,
        team: ranked.seen.team,
        class: ranked.seen.class,
        class_place: in_class(ranked, &ahead, classification)
            .0
            .filter(|_| ranked.excluded.is_none()),
    };
    rows.iter().map(finisher).collect()
}
