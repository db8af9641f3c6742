//! Most points of a session: what one competitor can score in it, part by part, by the rules alone.

use super::open::UnresolvedSession;
use crate::domain::{AwardId, Championship, Points, Ranks, Season, SessionKind, SessionRef};
use crate::scoring::applies::{places, rounds};
use crate::scoring::car_counts::CarCounts;
use crate::scoring::ledger::Ledger;

/// The most that one competitor can score in a session if it pays in full.
#[derive(Debug, Clone)]
pub struct MostPoints {
    /// The session.
    pub session: SessionRef,
    /// Its kind.
    pub kind: SessionKind,
    /// The points of the first place, and of the next ones for further cars.
    pub places: Vec<Points>,
    /// The points of each award, and of stages.
    pub awards: Vec<(AwardId, Points)>,
}

impl MostPoints {
    /// The sum.
    pub fn total(&self) -> Points {
        let places = self.places.iter().copied();
        places.chain(self.awards.iter().map(|(_, points)| *points)).sum()
    }
}

/// The most points of every session that a championship counts; `None` if its rules are not known.
pub fn most_points(season: &Season, championship: &Championship, ledger: &Ledger) -> Option<Vec<MostPoints>> {
    let rules = season.rules_of(championship)?;
    rules.scales.as_ref()?;
    rules.awards.as_ref()?;
    let labels = rounds(season);
    let at = places(season, &labels);
    let most = |(position, counted): (usize, _)| {
        let counted: &crate::scoring::CountedSession = counted;
        let SessionRef { weekend, session } = &counted.session;
        let place = at
            .iter()
            .find(|at| at.weekend.id == *weekend && at.session.id == *session)?;
        let open = UnresolvedSession::new(rules, &labels, place, (position, counted), true);
        let cars = CarCounts::new(season, championship, Some(rules), weekend);
        let entered = ledger.competitors.iter().map(|who| cars.of(who)).max();
        let entered = entered.filter(|_| championship.ranks != Ranks::Driver).unwrap_or(1);
        let scoring = entered.min(rules.cars.best.unwrap_or(entered)).max(1);
        let awards = open.held(Some(1)).into_iter().filter_map(|award| {
            let name = open.awards.get(award)?.award;
            Some((name.clone(), open.play(None, &[award]).points()))
        });
        Some(MostPoints {
            session: counted.session.clone(),
            kind: place.session.kind,
            places: (1..=scoring)
                .map(|place| open.play(Some(place), &[]).points())
                .collect(),
            awards: awards.filter(|(_, points)| *points > Points::ZERO).collect(),
        })
    };
    ledger.sessions.iter().enumerate().map(most).collect()
}
