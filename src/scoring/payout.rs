//! Payout of one stage of a session into one pool, car by car.

use std::collections::{BTreeMap, BTreeSet};

use super::order::PlacedRow;
use super::place_points::{PlacePoints, split};
use super::score::{Finish, PointsSource, Score, ScorePart};
use super::session_context::SessionContext;
use crate::domain::{ClassId, Classification, CrewShare, Drive, Place, Points, Range, Ranks, Retired, Slug, Status};

/// The recipients of points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Recipients<'a> {
    /// Every car.
    All,
    /// The cars of one class, or those without one.
    Class(Option<&'a ClassId>),
}

/// The payout of one stage of a session into one pool.
pub(super) struct PoolPayout<'s, 'a> {
    pub context: &'s SessionContext<'a>,
    /// The pool; `None` for the total.
    pub pool: Option<&'s Slug>,
    /// The points for all cars, or for the cars of each class.
    pub pays: &'s [(Recipients<'a>, PlacePoints<'a>)],
    pub classification: &'a Classification,
    pub placed: &'s [PlacedRow<'a>],
    pub stage: Option<&'s Slug>,
}

impl<'a> PoolPayout<'_, 'a> {
    /// Adds the payout to the scores.
    pub fn add(&self, scores: &mut [Score], competitors: &[Slug]) {
        let complete = self
            .classification
            .complete
            .holds_for(self.context.championship.class.as_ref());
        let best_free = self.free().next().unwrap_or(u16::MAX);
        let mut lines: BTreeMap<Slug, Vec<ScorePart>> = BTreeMap::new();
        let mut at_best: BTreeMap<Slug, Vec<Finish>> = BTreeMap::new();
        for placed in self.placed {
            let vague = placed.row.status == Status::Classified
                && placed.place.as_ref().is_none_or(|place| place.exact().is_none());
            let Some(pay) = self.pay(placed) else { continue };
            for (competitor, part) in self.parts(pay, placed, best_free) {
                if vague && placed.eligible {
                    let best = placed.place.as_ref().and_then(Place::best).unwrap_or(best_free);
                    at_best.entry(competitor.clone()).or_default().push(self.at(best));
                }
                lines.entry(competitor).or_default().push(part);
            }
        }
        for (score, competitor) in scores.iter_mut().zip(competitors) {
            let listed = lines.remove(competitor).unwrap_or_default();
            let cars = if complete {
                0
            } else {
                usize::from(self.context.car_counts().of(competitor))
            };
            let not_listed: Vec<u16> = self.free().take(cars.saturating_sub(listed.len())).collect();
            if listed.is_empty() && not_listed.is_empty() {
                continue;
            }
            let (parts, mut sum) = self.counted(listed);
            if !not_listed.is_empty() {
                // Cars without a row may have done better than those with one.
                let free = not_listed.iter().map(|place| self.most(*place));
                sum.high = self.best_of(parts.iter().map(|part| part.points.high).chain(free).collect());
            }
            if self.stage.is_none() {
                let finishes = || parts.iter().filter_map(ScorePart::finish);
                let status = finishes()
                    .map(|finish| finish.status)
                    .min_by_key(|status| *status != Status::Classified);
                score.status = score.status.or(status);
                score.place = score
                    .place
                    .or_else(|| finishes().filter_map(|finish| finish.place).min());
            }
            if self.stage.is_none() && self.pool.is_none() {
                score.at_best.extend(at_best.remove(competitor).unwrap_or_default());
                score.at_best.extend(not_listed.into_iter().map(|place| self.at(place)));
            }
            score.parts.extend(parts);
            if self.pool.is_none() {
                score.place_points = score.place_points + sum;
            }
        }
    }

    /// The places not known to be taken, the best first.
    fn free(&self) -> impl Iterator<Item = u16> {
        let exact = |placed: &PlacedRow<'_>| placed.place.as_ref().and_then(Place::exact);
        // A place that is taken in one class may be free in another.
        let by_class = self.pays.iter().any(|(whom, _)| *whom != Recipients::All);
        let placed = self.placed.iter().filter(|_| !by_class);
        let taken: BTreeSet<u16> = placed.filter_map(exact).collect();
        (1..=u16::MAX).filter(move |place| !taken.contains(place))
    }

    /// The points table of a car; `None` if no scale applies to its class.
    fn pay(&self, placed: &PlacedRow<'a>) -> Option<&PlacePoints<'a>> {
        let theirs = |whom: &Recipients<'_>| *whom == Recipients::All || *whom == Recipients::Class(placed.seen.class);
        self.pays.iter().find(|(whom, _)| theirs(whom)).map(|(_, pay)| pay)
    }

    /// Maximum points for a place.
    fn most(&self, place: u16) -> Points {
        let points = self.pays.iter().map(|(_, pay)| pay.points(place).high);
        points.max().unwrap_or_default()
    }

    /// A car that finished in `place`.
    fn at(&self, place: u16) -> Finish {
        Finish {
            stage: None,
            place: Some(place),
            road: Some(place),
            status: Status::Classified,
            countback: self.pays.iter().any(|(_, pay)| pay.scale.countback),
            pays: self.most(place) > Points::ZERO,
            scores: true,
        }
    }

    /// The sum over the cars that score.
    fn best_of(&self, mut cars: Vec<Points>) -> Points {
        cars.sort_unstable_by(|one, other| other.cmp(one));
        let best = self.context.rules.cars.best.map_or(cars.len(), usize::from);
        cars.into_iter().take(best).sum()
    }

    /// The competitors that a car scores for, each with its line.
    fn parts(&self, pay: &PlacePoints<'_>, placed: &PlacedRow<'_>, best_free: u16) -> Vec<(Slug, ScorePart)> {
        let points = if placed.eligible && !self.is_unpaid(pay, placed) {
            place_points(pay, self.context.rules.retired, placed, pay.points(best_free).high)
        } else {
            Range::exactly(Points::ZERO)
        };
        let competitors = placed.seen.competitors(self.context.championship.ranks);
        let paid = match self.context.championship.ranks {
            Ranks::Driver => self.shared(pay, placed, &competitors, points),
            Ranks::Entrant | Ranks::Car | Ranks::Make => competitors.iter().map(|_| (points, true)).collect(),
        };
        competitors
            .into_iter()
            .zip(paid)
            .map(|(competitor, (points, entitled))| {
                let part = ScorePart {
                    what: PointsSource::Place(self.finish(pay, placed, placed.eligible && entitled)),
                    points,
                    pool: self.pool.cloned(),
                };
                (competitor, part)
            })
            .collect()
    }

    fn finish(&self, pay: &PlacePoints<'_>, placed: &PlacedRow<'_>, entitled: bool) -> Finish {
        let scores = match placed.row.status {
            Status::Classified => true,
            Status::Dnf => self.context.rules.retired != Retired::Nothing,
            Status::Dns | Status::Dsq | Status::Nc => false,
        };
        let held = entitled && scores;
        let place = placed.place.as_ref().and_then(Place::exact).filter(|_| held);
        Finish {
            stage: self.stage.cloned(),
            place,
            road: placed.road.filter(|_| held),
            status: placed.row.status,
            countback: pay.scale.countback && self.pool.is_none() && self.stage.is_none(),
            pays: !self.is_unpaid(pay, placed) && place.is_some_and(|place| pay.scale.points(place) > Points::ZERO),
            scores: true,
        }
    }

    /// Division of the points among a crew.
    fn share(&self, pay: &PlacePoints<'_>) -> CrewShare {
        pay.scale.crew.unwrap_or(self.context.rules.crew.share)
    }

    /// True if a car scores for nobody, because several drivers shared it.
    fn is_unpaid(&self, pay: &PlacePoints<'_>, placed: &PlacedRow<'_>) -> bool {
        self.share(pay) == CrewShare::None && placed.seen.drivers().len() > 1
    }

    /// The points of each driver of a car, and true if the driver is entitled to any.
    fn shared(
        &self,
        pay: &PlacePoints<'_>,
        placed: &PlacedRow<'_>,
        drivers: &[Slug],
        points: Range<Points>,
    ) -> Vec<(Range<Points>, bool)> {
        let entitled: Vec<bool> = drivers.iter().map(|driver| self.is_entitled(placed, driver)).collect();
        let share = self.share(pay);
        let sharing = entitled.iter().filter(|entitled| **entitled).count();
        let nothing = Range::exactly(Points::ZERO);
        entitled
            .iter()
            .enumerate()
            .map(|(index, entitled)| match share {
                _ if !entitled => (nothing, false),
                CrewShare::First if index > 0 => (nothing, false),
                CrewShare::Split => (split(points, sharing), true),
                CrewShare::All | CrewShare::None | CrewShare::First => (points, true),
            })
            .collect()
    }

    fn is_entitled(&self, placed: &PlacedRow<'_>, driver: &Slug) -> bool {
        let (rules, row) = (self.context.rules, placed.row);
        let member = row.crew.iter().find(|member| *member.driver() == *driver);
        let Some(drive) = member.and_then(|member| member.drive()) else {
            return true;
        };
        let enough =
            |driven: Option<u16>, least: Option<u16>| driven.zip(least).is_none_or(|(driven, least)| driven >= least);
        let share = |drive: &Drive| Points::ratio(drive.laps?, row.laps?);
        let tagged = drive.tags.iter().any(|tag| rules.ineligible.contains_key(tag));
        let shared = share(drive)
            .zip(rules.crew.least_share)
            .is_none_or(|(share, least)| share >= least);
        !tagged
            && shared
            && enough(drive.laps, rules.crew.least_laps)
            && enough(drive.minutes, rules.crew.least_minutes)
    }

    /// The lines of one competitor, with the scoring cars marked, and the sum of these.
    fn counted(&self, mut parts: Vec<ScorePart>) -> (Vec<ScorePart>, Range<Points>) {
        let Some(best) = self
            .context
            .rules
            .cars
            .best
            .map(usize::from)
            .filter(|best| *best < parts.len())
        else {
            let sum = parts.iter().map(|part| part.points).sum();
            return (parts, sum);
        };
        let sum = Range {
            low: self.best_of(parts.iter().map(|part| part.points.low).collect()),
            high: self.best_of(parts.iter().map(|part| part.points.high).collect()),
        };
        let place = |part: &ScorePart| part.finish().and_then(|finish| finish.place).unwrap_or(u16::MAX);
        parts.sort_by_key(|part| (std::cmp::Reverse(part.points.high), place(part)));
        for part in parts.iter_mut().skip(best) {
            if let PointsSource::Place(finish) = &mut part.what {
                finish.scores = false;
            }
        }
        (parts, sum)
    }
}

/// The points of a row for its place: exact, or a range if the place or the rule is not known.
fn place_points(pay: &PlacePoints<'_>, retired: Retired, placed: &PlacedRow<'_>, best_free: Points) -> Range<Points> {
    let up_to = |high: Points| Range::between(Points::ZERO, high);
    let for_place = match &placed.place {
        Some(Place::Exactly(place)) => pay.points(*place),
        Some(Place::OneOf(places)) => places
            .iter()
            .map(|place| pay.points(*place))
            .reduce(Range::or)
            .unwrap_or_else(|| up_to(best_free)),
        Some(Place::From { from }) => Range::between(pay.points(u16::MAX).low, pay.points(*from).high),
        None => up_to(best_free),
    };
    match (placed.row.status, retired) {
        (Status::Classified, _) | (Status::Dnf, Retired::Score) if placed.place.is_some() => for_place,
        (Status::Classified, _) => up_to(best_free),
        // A retired car without a place is behind all that have one.
        (Status::Dnf, Retired::Unknown) if placed.place.is_some() => up_to(for_place.high),
        (Status::Dnf, Retired::Unknown) => up_to(best_free),
        (Status::Dnf, Retired::Nothing | Retired::Score) | (Status::Dns | Status::Dsq | Status::Nc, _) => {
            Range::exactly(Points::ZERO)
        }
    }
}
