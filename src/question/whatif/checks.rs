//! Whether something can be supposed at all: who is in which class, which places there are, what is known already.

use super::fault::Unsupposable;
use super::scenario::{Piece, Scenario, Scene};
use crate::answer::SupposedResult;
use crate::domain::{AwardRule, Entry, Points, Ranks, Slug};
use crate::scoring::CountedSession;

impl Scene<'_> {
    /// Whether a piece goes with the season and with what is supposed already.
    pub fn check(
        &self,
        scenario: &Scenario,
        position: usize,
        counted: &CountedSession,
        piece: &Piece,
    ) -> Result<(), Unsupposable> {
        let at = || Box::new(self.at(&counted.session));
        let name = |driver: &Slug| {
            let known = self.series.drivers.get(driver);
            known.map_or_else(|| driver.to_string(), |driver| driver.name.clone())
        };
        self.is_in(&counted.session.weekend, piece, &name)?;
        let part = scenario.parts.iter().find(|part| part.session == counted.session);
        let others = || part.into_iter().flat_map(|part| &part.pieces);
        let is_result = |piece: &Piece| !matches!(piece.wanted, SupposedResult::Award(_));
        if is_result(piece) && others().any(|other| is_result(other) && other.driver == piece.driver) {
            let (name, at) = (name(&piece.driver), at());
            return Err(Unsupposable::NamedTwice { name, at });
        }
        let taken = others().any(|other| other.wanted == piece.wanted);
        match &piece.wanted {
            SupposedResult::Place(place) if taken => Err(Unsupposable::PlaceTwice {
                place: *place,
                at: at(),
            }),
            SupposedResult::Place(place) => {
                let field = self.field(&counted.session.weekend);
                if *place > field {
                    let (place, at) = (*place, at());
                    return Err(Unsupposable::BeyondField { place, field, at });
                }
                self.agrees(position, counted, piece, *place, &name)
            }
            SupposedResult::Award(award) if taken => Err(Unsupposable::AwardTwice {
                award: award.clone(),
                at: at(),
            }),
            SupposedResult::Award(award) => self.award(counted, piece, award, &name),
            SupposedResult::Out(_) => Ok(()),
        }
    }

    /// Whether a driver is one of those whom the championship is for.
    fn is_in(&self, weekend: &Slug, piece: &Piece, name: &impl Fn(&Slug) -> String) -> Result<(), Unsupposable> {
        let class = self.championship.class.as_ref();
        let theirs = || {
            let entries = self.season.entries.iter();
            entries.filter(|entry| entry.drivers.contains(&piece.driver))
        };
        let entry = self.season.entry(weekend, Some(&piece.driver), None);
        let fits = |entry: &&Entry| class.is_none() || entry.class.as_ref() == class;
        let is_in_class = entry.iter().any(fits) || (entry.is_none() && theirs().any(|entry| fits(&entry)));
        let ranked =
            self.championship.ranks != Ranks::Driver || self.ledger.competitors.binary_search(&piece.driver).is_ok();
        if is_in_class && ranked {
            return Ok(());
        }
        let other = entry.or_else(|| theirs().next()).and_then(|entry| entry.class.as_ref());
        let class = other
            .filter(|_| !is_in_class)
            .and_then(|id| self.season.class(id.as_str()));
        Err(Unsupposable::OtherClass {
            name: name(&piece.driver),
            class: class.map(|class| class.name.clone()),
            championship: self.championship.name.clone(),
        })
    }

    /// How many cars can have a place.
    pub fn field(&self, weekend: &Slug) -> u16 {
        let class = self.championship.class.as_ref();
        let of_class = |entry: &&Entry| class.is_none() || entry.class.as_ref() == class;
        let printed = self.season.field_sizes.iter().find(|size| size.weekend == *weekend);
        let printed = printed.and_then(|size| match class {
            Some(class) => size.classes.get(class).copied(),
            None => Some(size.cars),
        });
        let here = self.season.entries_at(weekend).filter(of_class).count();
        let unplaced = |entry: &&Entry| entry.weekends.is_none();
        let maybe = self.season.entries.iter().filter(of_class).filter(unplaced).count();
        let all = self.season.entries.iter().filter(of_class).count();
        let known = if here + maybe > 0 { here + maybe } else { all };
        u16::try_from(known).unwrap_or(u16::MAX).max(printed.unwrap_or(0))
    }

    /// Whether a place goes with what is known of a session that is over.
    fn agrees(
        &self,
        position: usize,
        counted: &CountedSession,
        piece: &Piece,
        place: u16,
        name: &impl Fn(&Slug) -> String,
    ) -> Result<(), Unsupposable> {
        if !self.over.contains(&position) || self.championship.ranks != Ranks::Driver {
            return Ok(());
        }
        let scores = self.ledger.session(position, self.asker.now);
        let known = self.ledger.competitors.iter().zip(scores);
        let mut held = known.filter_map(|(competitor, score)| Some((competitor, score.place?)));
        let other = held.find(|(competitor, held)| (**competitor == piece.driver) != (*held == place));
        match other {
            Some((competitor, held)) => Err(Unsupposable::Known {
                at: Box::new(self.at(&counted.session)),
                name: name(competitor),
                place: Some(held),
                award: None,
            }),
            None => Ok(()),
        }
    }

    /// Whether an award is one that is paid, and goes with what is known.
    fn award(
        &self,
        counted: &CountedSession,
        piece: &Piece,
        award: &Slug,
        name: &impl Fn(&Slug) -> String,
    ) -> Result<(), Unsupposable> {
        let pays = |rule: &&AwardRule| rule.award == *award && rule.points != Points::ZERO;
        if !self.rules.awards.iter().flatten().any(|rule| pays(&rule)) {
            return Err(Unsupposable::NoAward {
                award: award.clone(),
                championship: self.championship.name.clone(),
                awards: self.awards(),
            });
        }
        let (weekend, session) = (&counted.session.weekend, &counted.session.session);
        let known = self
            .season
            .classification(weekend, session)
            .filter(|_| counted.end <= self.asker.now);
        let known = known.into_iter().flat_map(|known| &known.awards);
        let mut of_class = known.filter(|won| won.award == *award && won.class == self.championship.class);
        let other = of_class.find_map(|won| won.driver.as_ref().filter(|driver| **driver != piece.driver));
        match other {
            Some(driver) => Err(Unsupposable::Known {
                at: Box::new(self.at(&counted.session)),
                name: name(driver),
                place: None,
                award: Some(award.clone()),
            }),
            None => Ok(()),
        }
    }

    /// Whether everything an award asks of its holder is supposed as well.
    pub fn is_whole(&self, scenario: &Scenario) -> Result<(), Unsupposable> {
        for part in &scenario.parts {
            for piece in &part.pieces {
                let SupposedResult::Award(award) = &piece.wanted else {
                    continue;
                };
                let asks =
                    |rule: &AwardRule| rule.award == *award && (rule.holder.place.is_some() || rule.holder.classified);
                let placed = part
                    .pieces
                    .iter()
                    .any(|other| other.driver == piece.driver && !matches!(other.wanted, SupposedResult::Award(_)));
                if !placed && self.rules.awards.iter().flatten().any(asks) {
                    let known = self.series.drivers.get(&piece.driver);
                    return Err(Unsupposable::PlaceNeeded {
                        name: known.map_or_else(|| piece.driver.to_string(), |driver| driver.name.clone()),
                        award: award.clone(),
                    });
                }
            }
        }
        Ok(())
    }
}
