//! Bounds of contenders in open sessions: the minimum and maximum scores, and shared cars.

use chrono::{DateTime, Utc};

use super::contender::{Bounds, Contender};
use super::open::UnresolvedSession;
use crate::domain::{
    Championship, Classification, Points, Range, Ranks, Rules, Season, SessionRef, Slug, Status, WeekendId,
};
use crate::scoring::applies::{places, rounds};
use crate::scoring::car_counts::CarCounts;
use crate::scoring::layout::CountedSession;
use crate::scoring::ledger::Ledger;
use crate::scoring::score::{PointsSource, Score, ScorePart};

/// A championship as it stood at a moment.
pub(super) struct BoundsContext<'a> {
    pub season: &'a Season,
    pub championship: &'a Championship,
    pub ledger: &'a Ledger,
    pub rules: &'a Rules,
    pub now: DateTime<Utc>,
}

impl<'a> BoundsContext<'a> {
    /// The known part of the result of a session.
    pub fn known(&self, counted: &CountedSession) -> Option<&'a Classification> {
        let SessionRef { weekend, session } = &counted.session;
        let known = self.season.classification(weekend, session, self.now);
        known.filter(|_| counted.end <= self.now)
    }

    /// The open sessions at some positions of the ledger.
    pub fn open_sessions(&self, positions: &[usize]) -> Option<Vec<UnresolvedSession<'a>>> {
        let labels = rounds(self.season);
        let places = places(self.season, &labels);
        let open = |position: &usize| {
            let counted = self.ledger.sessions.get(*position)?;
            let (weekend, session) = (&counted.session.weekend, &counted.session.session);
            let mut places = places.iter();
            let place = places.find(|place| place.weekend.id == *weekend && place.session.id == *session)?;
            let known = self.known(counted);
            let free = known.is_none();
            Some(UnresolvedSession::new(
                self.rules,
                &labels,
                place,
                (*position, counted),
                free,
            ))
        };
        positions.iter().map(open).collect()
    }

    /// Adds the bounds and the shared car of every contender in a session.
    pub fn add(&self, session: &UnresolvedSession<'_>, contenders: &mut [Contender]) {
        let weekend = &session.session.weekend;
        let car_counts = CarCounts::new(self.season, self.championship, Some(self.rules), weekend);
        let annulled = self.ledger.annulled(self.now, &session.session);
        for contender in contenders {
            let who = contender.competitor();
            let known = who.filter(|_| !session.free).and_then(|who| self.score(session, who));
            let bounds = match known {
                Some(known) => bounds_of(known, session.worst),
                None if annulled.iter().any(|(whose, _)| who == Some(whose)) => Bounds {
                    least: Score::default(),
                    most: Score::default(),
                },
                None => Bounds {
                    least: session.least(),
                    most: session.most(who.map_or(1, |who| car_counts.of(who))),
                },
            };
            let shared = who.and_then(|who| self.shared_car(weekend, who));
            contender.bounds.push(bounds);
            contender.shared.push(shared);
        }
    }

    /// The score of a competitor, as far as known.
    fn score(&self, session: &UnresolvedSession<'_>, who: &Slug) -> Option<&'a Score> {
        let index = self.ledger.competitors.binary_search(who).ok()?;
        self.ledger.session(session.position, self.now).get(index)
    }

    /// The car that a driver shares, as the index of its entry.
    fn shared_car(&self, weekend: &WeekendId, who: &Slug) -> Option<usize> {
        if self.championship.ranks != Ranks::Driver {
            return None;
        }
        let entry = self.season.entry(weekend, Some(&who.clone().into()), None)?;
        let mut entries = self.season.entries.iter();
        entries.position(|one| entry.drivers.len() > 1 && std::ptr::eq(one, entry))
    }
}

/// The minimum and maximum of a partly known score; `worst` is the status that brings least.
fn bounds_of(score: &Score, worst: Status) -> Bounds {
    let exact = |bound: fn(Range<Points>) -> Points| {
        let mut exact = score.clone();
        exact.place_points = Range::exactly(bound(score.place_points));
        exact.award_points = Range::exactly(bound(score.award_points));
        exact
    };
    let mut most = exact(|range| range.high);
    most.parts.extend(score.at_best.iter().map(|finish| ScorePart {
        what: PointsSource::Place(finish.clone()),
        points: Range::exactly(Points::ZERO),
        pool: None,
    }));
    let mut least = exact(|range| range.low);
    if least.status.is_none() && !score.at_best.is_empty() {
        least.status = Some(worst);
    }
    Bounds { least, most }
}
