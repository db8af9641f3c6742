//! Checks of supposed results: the driver's class, the size of the field, the results that are known.

use super::scenario::{Baseline, Scenario, Supposition};
use super::unsupposable::Unsupposable;
use crate::answer::SupposedResult;
use crate::domain::{AwardId, AwardRule, Entry, Points, Ranks, Slug, WeekendId};
use crate::scoring::CountedSession;

impl Baseline<'_> {
    /// Checks a supposed result against the season and the rest of the scenario.
    pub fn check(
        &self,
        scenario: &Scenario,
        position: usize,
        counted: &CountedSession,
        result: &Supposition,
    ) -> Result<(), Unsupposable> {
        let at = || Box::new(self.at(&counted.session));
        let name = |driver: &Slug| {
            let known = self.series.drivers.get(driver);
            known.map_or_else(|| driver.to_string(), |driver| driver.name.clone())
        };
        self.is_in(&counted.session.weekend, result, &name)?;
        let supposed = scenario
            .sessions
            .iter()
            .find(|supposed| supposed.session == counted.session);
        let others = || supposed.into_iter().flat_map(|supposed| &supposed.results);
        let is_result = |result: &Supposition| !matches!(result.wanted, SupposedResult::Award(_));
        if is_result(result) && others().any(|other| is_result(other) && other.driver == result.driver) {
            let (name, at) = (name(&result.driver), at());
            return Err(Unsupposable::NamedTwice { name, at });
        }
        let taken = others().any(|other| other.wanted == result.wanted);
        match &result.wanted {
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
                self.agrees(position, counted, result, *place, &name)
            }
            SupposedResult::Award(award) if taken => Err(Unsupposable::AwardTwice {
                award: award.clone(),
                at: at(),
            }),
            SupposedResult::Award(award) => self.award(counted, result, award, &name),
            SupposedResult::Out(_) => Ok(()),
        }
    }

    /// Checks that a driver is eligible for the championship.
    fn is_in(
        &self,
        weekend: &WeekendId,
        result: &Supposition,
        name: &impl Fn(&Slug) -> String,
    ) -> Result<(), Unsupposable> {
        let class = self.championship.class.as_ref();
        let theirs = || {
            let entries = self.season.entries.iter();
            entries.filter(|entry| entry.has_driver(&result.driver))
        };
        let entry = self.season.entry(weekend, Some(&result.driver), None);
        let fits = |entry: &&Entry| class.is_none() || entry.class.as_ref() == class;
        let is_in_class = entry.iter().any(fits) || (entry.is_none() && theirs().any(|entry| fits(&entry)));
        let ranked =
            self.championship.ranks != Ranks::Driver || self.ledger.competitors.binary_search(&result.driver).is_ok();
        if is_in_class && ranked {
            return Ok(());
        }
        let other = entry.or_else(|| theirs().next()).and_then(|entry| entry.class.as_ref());
        let class = other
            .filter(|_| !is_in_class)
            .and_then(|id| self.season.class(id.as_str()));
        Err(Unsupposable::OtherClass {
            name: name(&result.driver),
            class: class.map(|class| class.name.clone()),
            championship: self.championship.name.clone(),
        })
    }

    /// Number of cars that can have a place.
    pub fn field(&self, weekend: &WeekendId) -> u16 {
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

    /// Checks a place against the known part of the result of a session that is over.
    fn agrees(
        &self,
        position: usize,
        counted: &CountedSession,
        result: &Supposition,
        place: u16,
        name: &impl Fn(&Slug) -> String,
    ) -> Result<(), Unsupposable> {
        if !self.over.contains(&position) || self.championship.ranks != Ranks::Driver {
            return Ok(());
        }
        let scores = self.ledger.session(position, self.asker.now);
        let known = self.ledger.competitors.iter().zip(scores);
        let mut held = known.filter_map(|(competitor, score)| Some((competitor, score.place?)));
        let other = held.find(|(competitor, held)| (**competitor == result.driver) != (*held == place));
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

    /// Checks that an award is paid and not known to be another driver's.
    fn award(
        &self,
        counted: &CountedSession,
        result: &Supposition,
        award: &AwardId,
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
            .classification(weekend, session, self.asker.now)
            .filter(|_| counted.end <= self.asker.now);
        let known = known.into_iter().flat_map(|known| &known.awards);
        let mut of_class = known.filter(|won| won.award == *award && won.class == self.championship.class);
        let other = of_class.find_map(|won| won.driver.as_ref().filter(|driver| **driver != result.driver));
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

    /// Checks that the place an award requires of its holder is supposed as well.
    pub fn is_whole(&self, scenario: &Scenario) -> Result<(), Unsupposable> {
        for supposed in &scenario.sessions {
            for result in &supposed.results {
                let SupposedResult::Award(award) = &result.wanted else {
                    continue;
                };
                let asks =
                    |rule: &AwardRule| rule.award == *award && (rule.holder.place.is_some() || rule.holder.classified);
                let placed = supposed
                    .results
                    .iter()
                    .any(|other| other.driver == result.driver && !matches!(other.wanted, SupposedResult::Award(_)));
                if !placed && self.rules.awards.iter().flatten().any(asks) {
                    let known = self.series.drivers.get(&result.driver);
                    return Err(Unsupposable::PlaceNeeded {
                        name: known.map_or_else(|| result.driver.to_string(), |driver| driver.name.clone()),
                        award: award.clone(),
                    });
                }
            }
        }
        Ok(())
    }
}
