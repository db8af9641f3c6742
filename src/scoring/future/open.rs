//! A session that is not resolved, and what can come of it.

use crate::domain::{Championship, Holder, Points, Ranks, Rules, Season, Slug, Status};
use crate::domain::{Range, SessionRef};
use crate::scoring::fits::{Place, Rounds, may_hold};
use crate::scoring::page::Page;
use crate::scoring::pay::Pay;
use crate::scoring::score::{Finish, Part, Score, What};

/// A session that is not resolved.
#[derive(Debug, Clone)]
pub(super) struct Open<'a> {
    /// Its position in the ledger.
    pub position: usize,
    /// The label of its round.
    pub round: Slug,
    /// Which one it is.
    pub session: SessionRef,
    /// Whether nothing is known of its result.
    pub free: bool,
    /// What it may pay by place: one for each course that the rules allow, the full one last.
    courses: Vec<Pay<'a>>,
    /// What else it pays.
    pub awards: Vec<Prize<'a>>,
    /// The most its stages pay to one car.
    stages: Points,
}

/// An award of an open session.
#[derive(Debug, Clone)]
pub(super) struct Prize<'a> {
    pub award: &'a Slug,
    pub points: Points,
    pub several: bool,
    holder: Holder,
}

/// A result that somebody may have in an open session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Play {
    /// The place; none for a car that does not finish, or does not start.
    pub place: Option<u16>,
    /// The awards that come with it, as positions in the session's list.
    pub awards: Vec<usize>,
    pub(super) score: Score,
}

impl Play {
    /// The points it brings.
    pub fn points(&self) -> Points {
        self.score.points().high
    }
}

impl<'a> Open<'a> {
    pub fn new(
        rules: &'a Rules,
        place: &Place<'a>,
        rounds: &Rounds<'_>,
        (position, session, round): (usize, SessionRef, Slug),
        free: bool,
    ) -> Self {
        let mut courses = Pay::possible(rules, place, rounds, crate::domain::END);
        courses.sort_by_key(Pay::most);
        let awards = rules.awards.iter().flatten();
        let paid = awards.filter(|rule| rule.pool.is_none() && may_hold(&rule.when, place, rounds));
        let prize = |rule: &'a crate::domain::AwardRule| Prize {
            award: &rule.award,
            points: rule.points,
            several: rule.several,
            holder: rule.holder,
        };
        let stage = |stage: &Slug| {
            Pay::possible(rules, place, rounds, stage.as_str())
                .iter()
                .map(Pay::most)
                .max()
        };
        Self {
            position,
            round,
            session,
            free,
            courses,
            awards: paid.map(prize).collect(),
            stages: place.session.stages.iter().filter_map(stage).sum(),
        }
    }

    /// Whether one car's result says all that the session pays.
    pub fn is_plain(&self) -> bool {
        self.stages == Points::ZERO && self.free && self.awards.len() <= 6
    }

    /// Whether its places count when ties are told apart, as those of a race do.
    pub fn countback(&self) -> bool {
        self.courses.last().is_some_and(|course| course.scale.countback)
    }

    /// How many places pay, on the course that pays most.
    pub fn paying(&self) -> u16 {
        let most = |pay: &Pay<'_>| u16::try_from(pay.scale.points.len()).unwrap_or(u16::MAX);
        self.courses.iter().map(most).max().unwrap_or(0).min(99)
    }

    /// The result of a car that finishes in `place` with these awards, on the full course.
    pub fn play(&self, place: Option<u16>, awards: &[usize]) -> Play {
        self.on(self.courses.last(), place, awards)
    }

    /// The same two results on the course on which the second gains most on the first.
    pub fn against(&self, one: (Option<u16>, &[usize]), other: (Option<u16>, &[usize])) -> (Play, Play) {
        let plays = |course| (self.on(course, one.0, one.1), self.on(course, other.0, other.1));
        let gain = |(one, other): &(Play, Play)| other.points() - one.points();
        let courses = self.courses.iter().map(|course| plays(Some(course)));
        courses.max_by_key(gain).unwrap_or_else(|| plays(None))
    }

    fn on(&self, course: Option<&Pay<'_>>, place: Option<u16>, awards: &[usize]) -> Play {
        let points = place
            .zip(course)
            .map_or(Points::ZERO, |(place, course)| course.points(place).high);
        let finish = Finish {
            stage: None,
            place,
            road: place,
            status: if place.is_some() {
                Status::Classified
            } else {
                Status::Dnf
            },
            countback: course.is_some_and(|course| course.scale.countback),
            pays: points > Points::ZERO,
            scores: true,
        };
        let won: Points = awards
            .iter()
            .filter_map(|at| self.awards.get(*at))
            .map(|prize| prize.points)
            .sum();
        Play {
            place,
            awards: awards.to_vec(),
            score: Score {
                place,
                status: Some(finish.status),
                place_points: Range::exactly(points),
                award_points: Range::exactly(won),
                parts: vec![Part {
                    what: What::Place(finish),
                    points: Range::exactly(points),
                    pool: None,
                }],
            },
        }
    }

    /// The best that one car can do.
    pub fn best(&self) -> Play {
        let all: Vec<usize> = (0..self.awards.len())
            .filter(|at| self.can_hold(Some(1), *at))
            .collect();
        let mut play = self.play(Some(1), &all);
        play.score.award_points = play.score.award_points + Range::exactly(self.stages);
        play
    }

    /// The best that `cars` cars of one competitor can do together.
    pub fn best_of(&self, cars: u16) -> Play {
        let mut play = self.best();
        for place in 2..=cars {
            let next = self.play(Some(place), &[]);
            play.score.place_points = play.score.place_points + next.score.place_points;
            play.score.award_points = play.score.award_points + Range::exactly(self.stages);
            play.score.parts.extend(next.score.parts);
        }
        play
    }

    /// Whether a car in `place` may hold an award.
    pub fn can_hold(&self, place: Option<u16>, award: usize) -> bool {
        self.awards.get(award).is_some_and(|prize| {
            let near = prize
                .holder
                .place
                .is_none_or(|last| place.is_some_and(|place| place <= last));
            near && (!prize.holder.classified || place.is_some())
        })
    }

    /// Every combination of the awards that a car in `place` may hold, those in `taken` left out; none first.
    pub fn subsets(&self, place: Option<u16>, taken: &[usize]) -> Vec<Vec<usize>> {
        let exclusive = |at: usize| self.awards.get(at).is_some_and(|prize| !prize.several);
        let free = |at: &usize| self.can_hold(place, *at) && !(taken.contains(at) && exclusive(*at));
        let mut subsets = vec![Vec::new()];
        for award in (0..self.awards.len()).filter(free) {
            let with = subsets
                .iter()
                .map(|subset: &Vec<usize>| [subset.as_slice(), &[award]].concat());
            let with: Vec<_> = with.collect();
            subsets.extend(with);
        }
        subsets
    }
}

/// How many cars of a competitor score in a session at most.
pub(super) fn cars(
    season: &Season,
    championship: &Championship,
    rules: &Rules,
    at: Place<'_>,
    competitor: &Slug,
) -> u16 {
    match championship.ranks {
        Ranks::Driver | Ranks::Car => 1,
        Ranks::Entrant | Ranks::Make => {
            let page = Page {
                season,
                championship,
                rules,
                rounds: &Rounds::new(),
                at,
                annulled: &[],
            };
            page.cars(competitor).min(rules.cars.best.unwrap_or(u16::MAX))
        }
    }
}
