//! Open sessions: sessions without a resolved result, and the results that are possible in them.

use crate::domain::{AwardId, AwardRule, Cars, END, Holder, Others, Points, RoundLabel, Rules, Slug, Status};
use crate::domain::{Range, SessionRef};
use crate::scoring::applies::{self, Rounds, RunConditions, SeasonSession};
use crate::scoring::awards::{may_hold, won_at_most};
use crate::scoring::layout::CountedSession;
use crate::scoring::place_points::{PlacePoints, courses, prize};
use crate::scoring::score::{Finish, PointsSource, Score, ScorePart};

/// A session without a resolved result.
#[derive(Debug, Clone)]
pub(super) struct UnresolvedSession<'a> {
    /// Its position in the ledger.
    pub position: usize,
    /// The label of its round.
    pub round: RoundLabel,
    /// The session.
    pub session: SessionRef,
    /// True if nothing is known of its result.
    pub free: bool,
    /// Its awards.
    pub awards: Vec<OpenAward<'a>>,
    /// Its pay variants: one for each set of conditions that the rules distinguish, the one that pays most last.
    ways: Vec<PayVariant<'a>>,
    /// Maximum points of its stages for one car.
    stages: Points,
    /// The number of cars of a competitor that score, and the effect of the others.
    cars: Cars,
    /// The status that brings least, and one that brings nothing but leaves a result droppable.
    pub worst: Status,
    nothing: Status,
}

/// An award of an open session.
#[derive(Debug, Clone)]
pub(super) struct OpenAward<'a> {
    pub award: &'a AwardId,
    rule: &'a AwardRule,
}

/// The points paid under one set of conditions.
#[derive(Debug, Clone)]
struct PayVariant<'a> {
    /// For places; `None` if no scale applies.
    places: Option<PlacePoints<'a>>,
    /// For each award.
    prizes: Vec<Points>,
}

/// A possible result of a contender in an open session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PossibleResult {
    /// The place; `None` for a car behind all places that pay, or without a place.
    pub place: Option<u16>,
    /// The awards that come with it, as indices in the session's list.
    pub awards: Vec<usize>,
    pub(super) score: Score,
}

impl PossibleResult {
    /// The points it brings.
    pub fn points(&self) -> Points {
        self.score.points().high
    }

    /// The same points without a claim to the place.
    pub(super) fn somewhere(mut self) -> Self {
        self.place = None;
        self.score.place = None;
        self.score.parts.clear();
        self
    }
}

impl<'a> UnresolvedSession<'a> {
    /// The session that the ledger has at a position; `free` is true if nothing is known of its result.
    pub fn new(
        rules: &'a Rules,
        rounds: &Rounds<'_>,
        place: &SeasonSession<'a>,
        (position, counted): (usize, &CountedSession),
        free: bool,
    ) -> Self {
        let total = |moment: &str, course: &RunConditions| {
            let pays = PlacePoints::on(rules, place, rounds, moment, course, None);
            pays.into_iter().find(|pay| pay.scale.pool.is_none())
        };
        let all = rules.awards.iter().flatten();
        let paid = all.filter(|rule| rule.pool.is_none() && applies::may_hold(&rule.when, place, rounds));
        let awards: Vec<OpenAward<'_>> = paid
            .map(|rule| OpenAward {
                award: &rule.award,
                rule,
            })
            .collect();
        let courses = courses(rules, place, rounds);
        let way = |course: &RunConditions| PayVariant {
            places: total(END, course),
            prizes: awards
                .iter()
                .map(|one| prize(rules, place, rounds, one.rule, course))
                .collect(),
        };
        let mut ways: Vec<PayVariant<'_>> = Vec::new();
        for way in courses.iter().map(way) {
            if !ways.iter().any(|known| known.pays_like(&way)) {
                ways.push(way);
            }
        }
        ways.sort_by_key(|way| way.place(1) + way.prizes.iter().copied().sum());
        let stage = |stage: &Slug| {
            let pays = courses.iter().filter_map(|course| total(stage.as_str(), course));
            pays.map(|pay| pay.first(1)).max()
        };
        let keeps = |status: &Status| rules.drops.iter().flatten().any(|drops| drops.keeps.contains(status));
        let out = [Status::Dnf, Status::Dsq, Status::Nc, Status::Dns];
        Self {
            position,
            round: counted.round.clone(),
            session: counted.session.clone(),
            free,
            stages: place.session.stages.iter().filter_map(stage).sum(),
            awards,
            ways,
            cars: rules.cars,
            worst: out.into_iter().find(keeps).unwrap_or(Status::Dnf),
            nothing: out.into_iter().find(|status| !keeps(status)).unwrap_or(Status::Dnf),
        }
    }

    /// True if one car's result determines all that the session pays.
    pub fn is_plain(&self) -> bool {
        self.stages == Points::ZERO && self.free && self.awards.len() <= 6
    }

    /// True if its places count for ties, as those of a race do.
    pub fn countback(&self) -> bool {
        self.ways.last().is_some_and(PayVariant::countback)
    }

    /// The number of places with points of their own, in the variant that pays most.
    pub fn paying(&self) -> u16 {
        let table = self.ways.last().and_then(|way| way.places.as_ref());
        table.map_or(0, |pay| {
            u16::try_from(pay.scale.points.len()).unwrap_or(u16::MAX).min(99)
        })
    }

    /// True if every later place pays as well.
    pub fn has_tail(&self) -> bool {
        self.ways.last().is_some_and(|way| way.place(u16::MAX) > Points::ZERO)
    }

    /// The result of a car in `place` with these awards, in the variant that pays most.
    pub fn play(&self, place: Option<u16>, awards: &[usize]) -> PossibleResult {
        self.on(self.ways.last(), place, awards)
    }

    /// The result of a car behind all places with points of their own, without a claim to the place.
    pub fn behind(&self, awards: &[usize]) -> PossibleResult {
        if self.has_tail() {
            self.play(Some(self.paying().saturating_add(1)), awards).somewhere()
        } else {
            self.play(None, awards)
        }
    }

    /// One car in `place` without awards, with the best other car, in every variant.
    pub fn pairs(&self, place: u16) -> Vec<(PossibleResult, PossibleResult)> {
        let first = Some(if place == 1 { 2 } else { 1 });
        let awards = self.held(first);
        let most = |way| {
            let mut most = self.on(way, first, &awards);
            most.score.award_points = most.score.award_points + Range::exactly(self.stages);
            most
        };
        let pair = |way| (self.on(way, Some(place), &[]), most(way));
        self.ways.iter().map(|way| pair(Some(way))).collect()
    }

    fn on(&self, way: Option<&PayVariant<'_>>, place: Option<u16>, awards: &[usize]) -> PossibleResult {
        let points = place.zip(way).map_or(Points::ZERO, |(place, way)| way.place(place));
        let finish = Finish {
            stage: None,
            place,
            road: place,
            status: if place.is_some() {
                Status::Classified
            } else {
                self.worst
            },
            countback: way.is_some_and(PayVariant::countback),
            pays: place.is_some_and(|place| way.is_some_and(|way| way.pays(place))),
            scores: true,
        };
        let prize = |at: &usize| way.and_then(|way| way.prizes.get(*at)).copied();
        PossibleResult {
            place,
            awards: awards.to_vec(),
            score: Score {
                place,
                status: Some(finish.status),
                place_points: Range::exactly(points),
                award_points: Range::exactly(awards.iter().filter_map(prize).sum()),
                parts: vec![ScorePart {
                    what: PointsSource::Place(finish),
                    points: Range::exactly(points),
                    pool: None,
                }],
                at_best: Vec::new(),
            },
        }
    }

    /// The minimum score of a competitor.
    pub fn least(&self) -> Score {
        self.play(None, &[]).score
    }

    /// The result of a car that brings no points for its place, and protects no other result from being dropped.
    pub fn unplaced(&self, awards: &[usize]) -> PossibleResult {
        let mut play = self.play(None, awards);
        play.score.status = Some(self.nothing);
        play
    }

    /// The maximum score of `cars` cars of one competitor together.
    pub fn most(&self, cars: u16) -> Score {
        let scoring = cars.min(self.cars.best.unwrap_or(cars));
        let ranked = if self.cars.others == Others::KeepPlaces {
            cars
        } else {
            scoring
        };
        let mut most = self.play(Some(1), &[]).score;
        for place in 2..=ranked {
            let next = self.play(Some(place), &[]).score;
            let scores = place <= scoring;
            most.parts.extend(next.parts.into_iter().map(|mut part| {
                if let PointsSource::Place(finish) = &mut part.what {
                    finish.scores = scores;
                }
                part
            }));
            if scores {
                most.place_points = most.place_points + next.place_points;
            }
        }
        for (at, prize) in self.awards.iter().enumerate() {
            let holders = (1..=ranked).filter(|place| self.can_hold(Some(*place), at)).count();
            let won = won_at_most(prize.rule, u16::try_from(holders).unwrap_or(u16::MAX));
            for _ in 0..won {
                most.award_points = most.award_points + self.play(None, &[at]).score.award_points;
            }
        }
        for _ in 0..scoring {
            most.award_points = most.award_points + Range::exactly(self.stages);
        }
        most
    }

    /// The scores of two contenders who share a car, if awards separate them: one has every award that can be held
    /// alone.
    pub fn awards_apart(&self) -> (Score, Score) {
        let pair = |place: Option<u16>| {
            let (one, other) = (self.play(place, &self.held(place)), self.play(place, &[]));
            (one.score, other.score)
        };
        let (placed, unplaced) = (pair(Some(1)), pair(None));
        if placed.0.award_points.high > unplaced.0.award_points.high {
            placed
        } else {
            unplaced
        }
    }

    /// The awards that a car in `place` may hold.
    pub fn held(&self, place: Option<u16>) -> Vec<usize> {
        (0..self.awards.len())
            .filter(|award| self.can_hold(place, *award))
            .collect()
    }

    fn can_hold(&self, place: Option<u16>, award: usize) -> bool {
        let status = if place.is_some() {
            Status::Classified
        } else {
            Status::Dnf
        };
        let holder = self.awards.get(award).map(|prize| prize.rule.holder);
        holder.is_some_and(|holder: Holder| may_hold(holder, place, status))
    }

    /// True if two cars can have these awards in one session.
    pub fn can_share(&self, some: &[usize], others: &[usize]) -> bool {
        let several = |award: &usize| self.awards.get(*award).is_some_and(|prize| prize.rule.several);
        !some.iter().any(|award| others.contains(award) && !several(award))
    }

    /// Every combination of the awards that a car in `place` may hold; the empty one first.
    pub fn subsets(&self, place: Option<u16>) -> Vec<Vec<usize>> {
        let mut subsets = vec![Vec::new()];
        for award in self.held(place) {
            let with = subsets
                .iter()
                .map(|subset: &Vec<usize>| [subset.as_slice(), &[award]].concat());
            let with: Vec<_> = with.collect();
            subsets.extend(with);
        }
        subsets
    }
}

impl PayVariant<'_> {
    fn place(&self, place: u16) -> Points {
        self.places.as_ref().map_or(Points::ZERO, |pay| pay.points(place).high)
    }

    fn countback(&self) -> bool {
        self.places.as_ref().is_some_and(|pay| pay.scale.countback)
    }

    fn pays(&self, place: u16) -> bool {
        let pay = self.places.as_ref();
        pay.is_some_and(|pay| pay.scale.points(place) > Points::ZERO)
    }

    fn pays_like(&self, other: &Self) -> bool {
        let table = |way: &Self| way.places.as_ref().map(|pay| pay.scale.points.len());
        let places = table(self).max(table(other)).unwrap_or(0) + 1;
        let alike = |place: u16| self.place(place) == other.place(place) && self.pays(place) == other.pays(place);
        self.countback() == other.countback()
            && self.prizes == other.prizes
            && (1..=u16::try_from(places).unwrap_or(u16::MAX)).all(alike)
    }
}
