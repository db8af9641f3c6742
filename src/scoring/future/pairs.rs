//! Pairs of contenders compared in the best case of one and the worst case of the other.

use super::compare::Comparison;
use super::contender::Projection;
use super::exact::mates_are_alike;
use super::outlook::{Case, Outlook};
use crate::domain::TieStep;
use crate::scoring::score::Score;
use crate::scoring::ties::Ranking;

/// A contender by index, with its projection.
pub(super) type Projected<'h> = (usize, &'h Projection);

impl Outlook<'_> {
    /// True if the order at equal points is always known: false if it depends on something unknown, or if the rules can
    /// make a worse place the better one; such a tie is open as long as any session is.
    pub fn knows_ties(&self) -> bool {
        let ranking = self.ranking(0);
        ranking.is_some_and(|ranking| ranking.rises_with_places(self.rules))
    }

    /// The comparison of two contenders after the first `sessions` open sessions.
    pub(super) fn compare(&self, one: Projected<'_>, other: Projected<'_>, sessions: usize) -> Comparison {
        let ranking = self.ranking(sessions);
        let ranking = ranking.filter(|ranking| sessions == 0 || ranking.rises_with_places(self.rules));
        self.ranked(one, other, ranking.as_ref())
    }

    fn ranked(
        &self,
        (one, mine): Projected<'_>,
        (other, theirs): Projected<'_>,
        ranking: Option<&Ranking<'_>>,
    ) -> Comparison {
        match self.contenders().get(one).zip(self.contenders().get(other)) {
            Some((one, other)) => Comparison::between((one, mine), (other, theirs), ranking),
            None => Comparison::Open,
        }
    }

    fn ranking(&self, sessions: usize) -> Option<Ranking<'_>> {
        let at_the_end = sessions == self.sessions().len();
        self.ties.map(|ties| Ranking {
            ties,
            decisions: &self.decisions,
            by_finish: at_the_end && self.rules.phases.last().is_some_and(|phase| phase.by_finish),
        })
    }

    /// The comparison of two contenders in the best or the worst case of `one`, with the opposite case of `other`.
    pub(super) fn at_extremes(&self, one: usize, other: usize, sessions: usize, case: Case) -> Comparison {
        if self.crosses(sessions) {
            return Comparison::Open;
        }
        let projections = self.extremes(sessions);
        let projections = projections.filter(|_| !self.are_mates(one, other, sessions));
        let projections = projections.and_then(|extremes| match case {
            Case::Best => extremes.best.get(one).zip(extremes.worst.get(other)),
            Case::Worst => extremes.worst.get(one).zip(extremes.best.get(other)),
        });
        let verdict = match projections {
            Some((mine, theirs)) => self.compare((one, mine), (other, theirs), sessions),
            None => self.duel(one, other, sessions, |_| case),
        };
        // A contender with too few starts may be missing from the final table.
        match verdict {
            Comparison::Ahead if self.may_be_missing(one, sessions) => Comparison::Open,
            Comparison::Behind | Comparison::Level if self.may_be_missing(other, sessions) => Comparison::Open,
            verdict => verdict,
        }
    }

    /// True if a contender may not be listed after so many open sessions.
    pub(super) fn may_be_missing(&self, who: usize, sessions: usize) -> bool {
        let started = self
            .contenders()
            .get(who)
            .map_or(0, |contender| contender.start.rounds());
        let least = self.rules.least_rounds.filter(|_| sessions == self.sessions().len());
        least.is_some_and(|least| started < least)
    }

    /// The comparison of two contenders with a case of `one` for each session, and the opposite case of `other`.
    pub(super) fn duel(&self, one: usize, other: usize, sessions: usize, case: impl Fn(usize) -> Case) -> Comparison {
        let not = |at: usize| match case(at) {
            Case::Best => Case::Worst,
            Case::Worst => Case::Best,
        };
        // Drivers who share a car share its place: only an award can separate them.
        let alike = mates_are_alike(self.rules);
        let apart = |at: usize| {
            let open = self
                .sessions()
                .get(at)
                .filter(|_| alike && self.is_shared(one, other, at))?;
            let (ahead, behind) = open.awards_apart();
            Some(if case(at) == Case::Best {
                (ahead, behind)
            } else {
                (behind, ahead)
            })
        };
        let apart: Vec<Option<(Score, Score)>> = (0..sessions).map(apart).collect();
        let pair = |at: usize| apart.get(at).and_then(Option::as_ref);
        let mine = self.scores(one, sessions, &case);
        let mine = mine.map(|(at, score)| (at, pair(at).map_or(score, |pair| &pair.0)));
        let theirs = self.scores(other, sessions, not);
        let theirs = theirs.map(|(at, score)| (at, pair(at).map_or(score, |pair| &pair.1)));
        let Some((mine, theirs)) = self.project(one, mine).zip(self.project(other, theirs)) else {
            return Comparison::Open;
        };
        let (mine, theirs) = ((one, &mine), (other, &theirs));
        if apart.iter().any(Option::is_some) && !self.ties_by_number() {
            // If the session of a place matters, the same place can still separate them, or bring them level.
            return self.ranked(mine, theirs, None);
        }
        self.compare(mine, theirs, sessions)
    }

    /// True if the session of a place does not matter for ties.
    fn ties_by_number(&self) -> bool {
        let by_number = |step: &TieStep| matches!(step, TieStep::Countback | TieStep::Decision);
        self.ties.is_some_and(|ties| ties.by.iter().all(by_number))
    }

    /// True if two contenders share a car in any of the first `sessions` open sessions.
    pub(super) fn are_mates(&self, one: usize, other: usize, sessions: usize) -> bool {
        (0..sessions).any(|at| self.is_shared(one, other, at))
    }

    fn is_shared(&self, one: usize, other: usize, session: usize) -> bool {
        let car = |who: usize| self.contenders().get(who)?.shared.get(session).copied().flatten();
        let free = self.sessions().get(session).is_some_and(|open| open.free);
        free && car(one).is_some() && car(one) == car(other)
    }

    /// True if a contender has not reached a phase that others are in: all of these are ahead, whatever happens.
    pub(super) fn is_cut(&self, who: usize) -> bool {
        let phase = |who: usize| {
            self.contenders()
                .get(who)
                .map_or(0, |contender| contender.start.phase())
        };
        (0..self.contenders().len()).any(|other| phase(other) > phase(who))
    }
}
