//! The result that keeps somebody in front, race after race, whatever the others do.

use serde::Serialize;

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

/// How the courses of several sessions are chosen for two who are compared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Courses {
    /// Each so that the one gains least on the other, or loses most.
    Together,
    /// For each of the two by itself, as if they ran apart: worse for the one than any real choice.
    Apart,
}

impl Outlook<'_> {
    /// The worst place that, in every one of the races among the first `within` open sessions, keeps `who` in front of
    /// everybody after the first `until` of them, when all else brings `who` nothing and another everything.
    ///
    /// Races are the sessions whose places count among equals and of which nothing is known. Places that pay nothing by name
    /// are not told apart: for them it is [`Safe::Always`] or the last place that pays. Where results are dropped and
    /// sessions can run several courses, a better place than needed may be named. Nothing for competitors with several
    /// cars or a shared one.
    pub fn safe(&self, who: usize, within: usize, until: usize) -> Option<Safe> {
        if !self.is_one_car_each() || self.shares_cars(until) {
            return None;
        }
        let races = self.sessions().iter().take(within).filter(|open| is_race(open));
        let paying = races
            .map(|open| open.paying() + u16::from(open.has_tail()))
            .max()
            .unwrap_or(0);
        let apart = self.drops() != Some(false) && !self.sessions().iter().take(within).all(Open::has_one_course);
        let holds = |place: Option<u16>| {
            self.others(who).all(|rival| {
                let ahead = |courses| self.stays_ahead((who, rival), place, (within, until), courses);
                ahead(Courses::Together) && (!apart || ahead(Courses::Apart))
            })
        };
        if holds(None) {
            return Some(Safe::Always);
        }
        let place = (1..=paying).rev().find(|place| holds(Some(*place)));
        Some(place.map_or(Safe::Never, Safe::Place))
    }

    /// Whether one in `place` in every race, without awards, is ahead of another who makes the most of that.
    fn stays_ahead(
        &self,
        (one, other): (usize, usize),
        place: Option<u16>,
        (within, until): (usize, usize),
        courses: Courses,
    ) -> bool {
        let mut scores: (Vec<(usize, Score)>, Vec<(usize, Score)>) = (Vec::new(), Vec::new());
        let bounds = |who: usize, at: usize| self.contenders().get(who)?.bounds.get(at);
        for (at, open) in self.sessions().iter().enumerate().take(until) {
            let (mine, theirs) = if at < within && is_race(open) {
                race(open, place, courses)
            } else {
                let Some((mine, theirs)) = bounds(one, at).zip(bounds(other, at)) else {
                    return false;
                };
                (mine.least.clone(), theirs.most.clone())
            };
            scores.0.push((at, mine));
            scores.1.push((at, theirs));
        }
        let mine = self.hand(one, scores.0.iter().map(|(at, score)| (*at, score)));
        let theirs = self.hand(other, scores.1.iter().map(|(at, score)| (*at, score)));
        let hands = mine.zip(theirs);
        hands.is_some_and(|(mine, theirs)| self.verdict((one, &mine), (other, &theirs), until == 0) == Verdict::Ahead)
    }
}

fn is_race(open: &Open<'_>) -> bool {
    open.free && open.countback()
}

/// What a race brings one in `place`, and another at best.
fn race(open: &Open<'_>, place: Option<u16>, courses: Courses) -> (Score, Score) {
    let first = Some(if place == Some(1) { 2 } else { 1 });
    // In a tail the place itself is not claimed.
    let mine = |play: Play| {
        if place.is_some_and(|place| place > open.paying()) {
            play.somewhere().score
        } else {
            play.score
        }
    };
    let pairs = open.pairs((place, &[]), (first, &open.held(first)));
    match courses {
        Courses::Together => {
            let gain = |(one, other): &(Play, Play)| other.points() - one.points();
            let worst = pairs.into_iter().max_by_key(gain);
            worst.map_or_else(|| (open.least(), open.most(1)), |(one, other)| (mine(one), other.score))
        }
        Courses::Apart => {
            let least = pairs.iter().map(|pair| &pair.0).min_by_key(|play| play.points());
            let most = pairs.iter().map(|pair| &pair.1).max_by_key(|play| play.points());
            (
                least.map_or_else(|| open.least(), |play| mine(play.clone())),
                most.map_or_else(|| open.most(1), |play| play.score.clone()),
            )
        }
    }
}
