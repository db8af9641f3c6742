//! What one result in the next session is worth: how much each of the others may score while it is enough.

use serde::Serialize;

use super::contender::{Contender, Hand, Who};
use super::open::{Open, Play};
use super::outlook::Outlook;
use super::verdict::Verdict;
use crate::domain::{Points, Slug};
use crate::scoring::score::Score;

/// A result of somebody in the next session, and what it is enough against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// The place; none for a car that does not finish.
    pub place: Option<u16>,
    /// The awards that come with it.
    pub awards: Vec<Slug>,
    /// The points it brings.
    pub points: Points,
    /// Who may still spoil it; nobody when it is enough whatever the others do.
    pub limits: Vec<Limit>,
}

/// How much somebody may score in the session while a result of another is enough.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Limit {
    /// Whose score is limited.
    pub who: Who,
    /// The most points, in all, awards included, that leave it enough.
    pub most: Points,
}

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

impl Outlook<'_> {
    /// What `who` can score in the first open session so as to be in front of everybody after it, and still be when the
    /// sessions up to `until` bring `who` nothing and another everything; the best results first.
    ///
    /// Nothing for teams with several cars, and for sessions of which one result does not say everything.
    pub fn lines(&self, who: usize, until: usize) -> Option<Vec<Line>> {
        let open = self.session(0).filter(|open| open.is_plain())?;
        let hero = self.contenders().get(who)?;
        if self.contenders().iter().any(|contender| contender.cars > 1) {
            return None;
        }
        let rivals: Vec<Rival<'_>> = self.others(who).map(|rival| Rival::new(self, rival, until)).collect();
        let places = (1..=open.paying()).map(Some).chain([None]);
        let mut lines = Vec::new();
        for place in places {
            for awards in open.subsets(place, &[]) {
                let play = open.play(place, &awards);
                let hand = self.with(hero, &play, until, false);
                lines.extend(self.line(open, &play, &hand, &rivals));
            }
        }
        Some(lines)
    }

    fn line(&self, open: &Open<'_>, play: &Play, hand: &Hand<'_>, rivals: &[Rival<'_>]) -> Option<Line> {
        let mut limits = Vec::new();
        let mut replies: Option<Vec<Vec<Play>>> = None;
        for rival in rivals {
            let best = best_reply(open, play);
            if self.verdict(hand, &rival.with(self, &best)) == Verdict::Ahead {
                continue;
            }
            let replies = replies.get_or_insert_with(|| groups(open, play));
            let ahead = |group: &Vec<Play>| {
                group
                    .iter()
                    .all(|reply| self.verdict(hand, &rival.with(self, reply)) == Verdict::Ahead)
            };
            // More points never make a rival worse, so the groups that leave it enough come first.
            let enough = replies.partition_point(ahead);
            let most = enough.checked_sub(1).and_then(|last| replies.get(last)?.first())?;
            limits.push(Limit {
                who: rival.contender.who.clone(),
                most: most.points(),
            });
        }
        let name = |award: &usize| open.awards.get(*award).map(|prize| prize.award.clone());
        Some(Line {
            place: play.place,
            awards: play.awards.iter().filter_map(name).collect(),
            points: play.points(),
            limits,
        })
    }

    /// The result that, in every one of the open sessions in `within`, keeps `who` in front of everybody, and still when the
    /// sessions from there up to `until` bring nothing.
    pub fn safe(&self, who: usize, within: usize, until: usize) -> Option<Safe> {
        let hero = self.contenders().get(who)?;
        if self.contenders().iter().any(|contender| contender.cars > 1) {
            return None;
        }
        let paying = self.sessions().iter().take(within).map(Open::paying).max()?;
        let holds = |place: Option<u16>| {
            self.others(who).all(|rival| {
                let (mine, theirs) = self.duel(hero, rival, place, within, until);
                self.verdict(&mine, &theirs) == Verdict::Ahead
            })
        };
        if holds(None) {
            return Some(Safe::Always);
        }
        let place = (1..=paying).rev().find(|place| holds(Some(*place)));
        Some(place.map_or(Safe::Never, Safe::Place))
    }

    /// One in `place` in every session, without awards, against another who makes the most of that.
    fn duel<'s>(
        &self,
        one: &'s Contender,
        other: &'s Contender,
        place: Option<u16>,
        within: usize,
        until: usize,
    ) -> (Hand<'s>, Hand<'s>) {
        let mut scores: (Vec<(usize, Score)>, Vec<(usize, Score)>) = (Vec::new(), Vec::new());
        for (at, open) in self.sessions().iter().enumerate().take(until) {
            if at < within && open.free && open.countback() {
                let first = Some(if place == Some(1) { 2 } else { 1 });
                let all: Vec<usize> = (0..open.awards.len())
                    .filter(|award| open.can_hold(first, *award))
                    .collect();
                let (mine, theirs) = open.against((place, &[]), (first, &all));
                scores.0.push((at, mine.score));
                scores.1.push((at, theirs.score));
            } else {
                scores.0.extend(self.worst_score(one, at).map(|score| (at, score)));
                scores.1.extend(self.best_score(other, at).map(|score| (at, score)));
            }
        }
        (self.hand(one, scores.0), self.hand(other, scores.1))
    }

    /// A hand after this play in the first session and the worst, or the best, of the others up to `until`.
    fn with<'s>(&self, who: &'s Contender, play: &Play, until: usize, best: bool) -> Hand<'s> {
        let rest = (1..until).filter_map(|at| {
            let score = if best {
                self.best_score(who, at)
            } else {
                self.worst_score(who, at)
            };
            Some((at, score?))
        });
        let scores = std::iter::once((0, play.score.clone())).chain(rest).collect();
        self.hand(who, scores)
    }
}

/// Somebody who may spoil a result.
struct Rival<'s> {
    contender: &'s Contender,
    rest: Vec<(usize, Score)>,
}

impl<'s> Rival<'s> {
    fn new(outlook: &Outlook<'_>, contender: &'s Contender, until: usize) -> Self {
        let rest = (1..until)
            .filter_map(|at| Some((at, outlook.best_score(contender, at)?)))
            .collect();
        Self { contender, rest }
    }

    fn with(&self, outlook: &Outlook<'_>, play: &Play) -> Hand<'s> {
        let mut scores = Vec::with_capacity(self.rest.len() + 1);
        scores.push((0, play.score.clone()));
        scores.extend(self.rest.iter().cloned());
        outlook.hand(self.contender, scores)
    }
}

/// The best that another can do beside a result.
fn best_reply(open: &Open<'_>, play: &Play) -> Play {
    let place = Some(if play.place == Some(1) { 2 } else { 1 });
    let awards = open.subsets(place, &play.awards).pop().unwrap_or_default();
    open.play(place, &awards)
}

/// Everything that another can do beside a result, by points, the fewest first.
fn groups(open: &Open<'_>, play: &Play) -> Vec<Vec<Play>> {
    let places = (1..=open.paying() + 1).map(Some).chain([None]);
    let free = places.filter(|place| place.is_none() || *place != play.place);
    let mut plays: Vec<Play> = free
        .flat_map(|place| {
            let subsets = open.subsets(place, &play.awards);
            subsets.into_iter().map(move |awards| (place, awards))
        })
        .map(|(place, awards)| open.play(place, &awards))
        .collect();
    plays.sort_by_key(Play::points);
    let mut groups: Vec<Vec<Play>> = Vec::new();
    for play in plays {
        match groups.last_mut() {
            Some(group) if group.first().is_some_and(|first| first.points() == play.points()) => group.push(play),
            _ => groups.push(vec![play]),
        }
    }
    groups
}
