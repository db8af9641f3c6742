//! Sufficient results in the next session, and the scores of others up to which they are enough.

use serde::Serialize;

use super::compare::Comparison;
use super::contender::{ContenderId, Projection};
use super::open::{PossibleResult, UnresolvedSession};
use super::outlook::{Case, Outlook};
use crate::domain::{AwardId, Points};

/// A result of a contender in the next session, with the limits for the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SufficientResult {
    /// The place. The first place without points of its own stands for all behind it, if these pay as well; `None` is
    /// for a car without points for its place, whether it finishes or not.
    pub place: Option<u16>,
    /// The awards that come with it, and no others.
    pub awards: Vec<AwardId>,
    /// The points it brings.
    pub points: Points,
    /// The contenders who may still spoil it; empty if it is enough in any case.
    pub limits: Vec<ScoreLimit>,
}

/// The maximum score of another contender in the session up to which a result is enough.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScoreLimit {
    /// The other contender.
    pub who: ContenderId,
    /// Maximum points including awards; any more are too many.
    pub most: Points,
}

impl Outlook<'_> {
    /// The results of `who` in the first open session that are enough to be first after it, and still after the
    /// sessions up to `until` if these bring `who` nothing and another everything; the best results first.
    ///
    /// The first session runs in the variant that pays most. A result is enough as long as all of its limits hold; one
    /// that is missing is not enough even if the others score nothing. `None` for competitors with several cars or a
    /// shared one, and for sessions that one result does not determine.
    pub fn lines(&self, who: usize, until: usize) -> Option<Vec<SufficientResult>> {
        let open = self.sessions().first().filter(|open| open.is_plain())?;
        if !self.is_one_car_each() || self.shares_cars(until) || self.crosses(until) || self.may_be_missing(who, until)
        {
            return None;
        }
        let rest = self.after_the_first(who, until, Case::Worst)?;
        let replies = replies(open);
        let spoilers = self.threats(who, until).into_iter();
        let next = NextSession {
            outlook: self,
            open,
            who,
            until,
            spoilers: spoilers
                .filter_map(|other| Spoiler::new(self, other, until, &replies))
                .collect(),
        };
        let mut lines = Vec::new();
        for (place, play) in results(open) {
            let mine = self.with(&rest, 0, &play.score)?;
            lines.extend(next.line(place, &play, &mine));
        }
        Some(lines)
    }
}

/// The next session of a contender, with those who may spoil a result.
struct NextSession<'o> {
    outlook: &'o Outlook<'o>,
    open: &'o UnresolvedSession<'o>,
    who: usize,
    until: usize,
    spoilers: Vec<Spoiler<'o>>,
}

impl NextSession<'_> {
    /// The limits up to which a result is enough, if it can be; `mine` is the projection with it.
    fn line(&self, place: Option<u16>, play: &PossibleResult, mine: &Projection) -> Option<SufficientResult> {
        let mut limits = Vec::new();
        for spoiler in &self.spoilers {
            let free = spoiler.replies.iter().filter(|(reply, _)| {
                (reply.place.is_none() || reply.place != play.place) && self.open.can_share(&play.awards, &reply.awards)
            });
            let spoils = |theirs: &Projection| {
                let compared = self
                    .outlook
                    .compare((self.who, mine), (spoiler.who, theirs), self.until);
                compared != Comparison::Ahead
            };
            let Some((first, _)) = free.clone().find(|(_, theirs)| spoils(theirs)) else {
                continue;
            };
            let fewer = free.take_while(|(reply, _)| reply.points() < first.points());
            limits.push(ScoreLimit {
                who: self.outlook.contenders().get(spoiler.who)?.who.clone(),
                most: fewer.last()?.0.points(),
            });
        }
        let name = |award: &usize| self.open.awards.get(*award).map(|prize| prize.award.clone());
        Some(SufficientResult {
            place,
            awards: play.awards.iter().filter_map(name).collect(),
            points: play.points(),
            limits,
        })
    }
}

/// A contender who may spoil a result.
struct Spoiler<'r> {
    who: usize,
    /// The possible results in the first session by points, the fewest first, each with the projection.
    replies: Vec<(&'r PossibleResult, Projection)>,
}

impl<'r> Spoiler<'r> {
    fn new(outlook: &Outlook<'_>, who: usize, until: usize, replies: &'r [PossibleResult]) -> Option<Self> {
        let rest = outlook.after_the_first(who, until, Case::Best)?;
        let with = |reply: &'r PossibleResult| Some((reply, outlook.with(&rest, 0, &reply.score)?));
        Some(Self {
            who,
            replies: replies.iter().map(with).collect::<Option<_>>()?,
        })
    }
}

/// The results to examine, each with the place that it goes by.
fn results(open: &UnresolvedSession<'_>) -> Vec<(Option<u16>, PossibleResult)> {
    let behind = open.paying().saturating_add(1);
    let mut results = Vec::new();
    for place in 1..=open.paying() {
        let plays = open
            .subsets(Some(place))
            .into_iter()
            .map(|awards| open.play(Some(place), &awards));
        results.extend(plays.map(|play| (Some(place), play)));
    }
    let last = open.has_tail().then_some(behind);
    let plays = open
        .subsets(Some(behind))
        .into_iter()
        .map(|awards| open.behind(&awards));
    results.extend(plays.map(|play| (last, play)));
    if open.has_tail() {
        let plays = open.subsets(None).into_iter().map(|awards| open.play(None, &awards));
        results.extend(plays.map(|play| (None, play)));
    }
    results
}

/// All possible results of another, by points, the fewest first.
fn replies(open: &UnresolvedSession<'_>) -> Vec<PossibleResult> {
    // Of the places without points of their own the first and the second are as good as any: one of them is free.
    let last = open.paying().saturating_add(2);
    let placed = (1..=last).flat_map(|place| {
        let subsets = open.subsets(Some(place)).into_iter();
        subsets.map(move |awards| open.play(Some(place), &awards))
    });
    let unplaced = open.subsets(None).into_iter().map(|awards| open.unplaced(&awards));
    let mut replies: Vec<PossibleResult> = placed.chain(unplaced).collect();
    replies.sort_by_key(PossibleResult::points);
    replies
}
