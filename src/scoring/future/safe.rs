//! The result that keeps somebody in front, race after race, whatever the others do.

use serde::Serialize;

use super::contender::Hand;
use super::open::{Open, Play};
use super::outlook::Outlook;
use super::verdict::Verdict;
use crate::scoring::score::Score;

/// The results that keep somebody in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Safe {
    /// Any, even none.
    Always,
    /// This place or a better one, in every one of the sessions.
    Place(u16),
    /// None: not even to win them all, without any award.
    Never,
}

/// More combinations of courses than this are not gone through.
const MOST_COMBINATIONS: usize = 1024;

/// Two who are compared, and the sessions over which.
#[derive(Clone, Copy)]
struct Match {
    one: usize,
    other: usize,
    within: usize,
    until: usize,
}

/// What each of several sessions brings two who are compared.
type Scores = Vec<(Score, Score)>;

impl Outlook<'_> {
    /// The worst place that, in every one of the races among the first `within` open sessions, keeps `who` in front of
    /// everybody after the first `until` of them, when all else brings `who` nothing and another everything.
    ///
    /// Races are the sessions whose places count among equals and of which nothing is known. Places that pay nothing by name
    /// are not told apart: for them it is [`Safe::Always`] or the last place that pays. Where results are dropped and very
    /// many races can run several courses, a better place than needed may be named. Nothing for competitors with several
    /// cars or a shared one.
    pub fn safe(&self, who: usize, within: usize, until: usize) -> Option<Safe> {
        if !self.is_one_car_each() || self.shares_cars(until) || self.crosses(until) || self.may_be_missing(who, until)
        {
            return None;
        }
        let races = self.sessions().iter().take(within).filter(|open| is_race(open));
        let paying = races
            .map(|open| open.paying() + u16::from(open.has_tail()))
            .max()
            .unwrap_or(0);
        let holds = |place: Option<u16>| {
            self.others(who).all(|other| {
                let one = Match {
                    one: who,
                    other,
                    within,
                    until,
                };
                self.stays_ahead(one, place)
            })
        };
        if holds(None) {
            return Some(Safe::Always);
        }
        let place = (1..=paying).rev().find(|place| holds(Some(*place)));
        Some(place.map_or(Safe::Never, Safe::Place))
    }

    /// Whether one in `place` in every race, without awards, is ahead of another who makes the most of that.
    fn stays_ahead(&self, two: Match, place: Option<u16>) -> bool {
        let mut choices: Vec<Scores> = Vec::with_capacity(two.until);
        let bounds = |who: usize, at: usize| self.contenders().get(who)?.bounds.get(at);
        for (at, open) in self.sessions().iter().enumerate().take(two.until) {
            if at < two.within && is_race(open) {
                choices.push(race(open, place));
            } else if let Some((mine, theirs)) = bounds(two.one, at).zip(bounds(two.other, at)) {
                choices.push(vec![(mine.least.clone(), theirs.most.clone())]);
            }
        }
        let gain = |(one, other): &&(Score, Score)| other.points().high - one.points().high;
        let worst: Scores = choices
            .iter()
            .filter_map(|ways| ways.iter().max_by_key(gain).cloned())
            .collect();
        if !self.is_ahead(two, &worst) {
            return false;
        }
        // What is gained on one race adds up to what is gained in all only where no result is dropped.
        if self.drops() == Some(false) || choices.iter().all(|ways| ways.len() == 1) {
            return true;
        }
        let least = |ways: &Scores| {
            ways.iter()
                .map(|(one, _)| one)
                .min_by_key(|score| score.points().high)
                .cloned()
        };
        let most = |ways: &Scores| {
            ways.iter()
                .map(|(_, other)| other)
                .max_by_key(|score| score.points().high)
                .cloned()
        };
        let apart: Scores = choices.iter().filter_map(|ways| least(ways).zip(most(ways))).collect();
        self.is_ahead(two, &apart)
            || combinations(&choices).is_some_and(|all| all.iter().all(|one| self.is_ahead(two, one)))
    }

    fn is_ahead(&self, two: Match, scores: &Scores) -> bool {
        let mine = self.hand(two.one, scores.iter().map(|(one, _)| one).enumerate());
        let theirs = self.hand(two.other, scores.iter().map(|(_, other)| other).enumerate());
        let verdict = |mine: &Hand, theirs: &Hand| self.verdict((two.one, mine), (two.other, theirs), two.until);
        mine.zip(theirs)
            .is_some_and(|(mine, theirs)| verdict(&mine, &theirs) == Verdict::Ahead)
    }
}

/// Every way to take one of the choices for each session; `None` when there are very many.
fn combinations(choices: &[Scores]) -> Option<Vec<Scores>> {
    let mut all: Vec<Scores> = vec![Vec::new()];
    for ways in choices {
        if all.len() * ways.len() > MOST_COMBINATIONS {
            return None;
        }
        let with = |one: &Scores| -> Vec<Scores> {
            ways.iter()
                .map(|way| [one.as_slice(), std::slice::from_ref(way)].concat())
                .collect()
        };
        all = all.iter().flat_map(with).collect();
    }
    Some(all)
}

fn is_race(open: &Open<'_>) -> bool {
    open.free && open.countback()
}

/// What a race brings one in `place`, and another at best, on each of its courses.
fn race(open: &Open<'_>, place: Option<u16>) -> Scores {
    let first = Some(if place == Some(1) { 2 } else { 1 });
    // In a tail the place itself is not claimed.
    let in_tail = place.is_some_and(|place| place > open.paying());
    let mine = |play: Play| if in_tail { play.somewhere().score } else { play.score };
    let pairs = open.pairs((place, &[]), (first, &open.held(first)));
    pairs.into_iter().map(|(one, other)| (mine(one), other.score)).collect()
}
