//! Two contenders compared where all luck is with one of them, and none with the other.

use super::contender::Hand;
use super::exact::mates_are_alike;
use super::outlook::{Luck, Outlook};
use super::verdict::Verdict;
use crate::domain::TieStep;
use crate::scoring::score::Score;
use crate::scoring::ties::Ranking;

/// A contender by index, with what it has.
pub(super) type Holding<'h> = (usize, &'h Hand);

impl Outlook<'_> {
    /// Whether it is always known who is ahead at equal points. It is not where ties are decided by nothing known, nor where
    /// the rules can make a worse place the better one: such a tie is open as long as any session is.
    pub fn knows_ties(&self) -> bool {
        let ranking = self.ranking(0);
        ranking.is_some_and(|ranking| ranking.rises_with_places(self.rules))
    }

    /// Who of two is ahead after the first `sessions` open sessions.
    pub(super) fn verdict(&self, one: Holding<'_>, other: Holding<'_>, sessions: usize) -> Verdict {
        let ranking = self.ranking(sessions);
        let ranking = ranking.filter(|ranking| sessions == 0 || ranking.rises_with_places(self.rules));
        self.ranked(one, other, ranking.as_ref())
    }

    fn ranked(&self, (one, mine): Holding<'_>, (other, theirs): Holding<'_>, ranking: Option<&Ranking<'_>>) -> Verdict {
        match self.contenders().get(one).zip(self.contenders().get(other)) {
            Some((one, other)) => Verdict::between((one, mine), (other, theirs), ranking),
            None => Verdict::Open,
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

    /// Who of two is ahead when all luck is with one and none with the other, or the other way round.
    pub(super) fn at_extremes(&self, one: usize, other: usize, sessions: usize, luck: Luck) -> Verdict {
        if self.crosses(sessions) {
            return Verdict::Open;
        }
        let hands = self.extremes(sessions);
        let hands = hands.filter(|_| !self.are_mates(one, other, sessions));
        let hands = hands.and_then(|extremes| match luck {
            Luck::Best => extremes.best.get(one).zip(extremes.worst.get(other)),
            Luck::Worst => extremes.worst.get(one).zip(extremes.best.get(other)),
        });
        let verdict = match hands {
            Some((mine, theirs)) => self.verdict((one, mine), (other, theirs), sessions),
            None => self.duel(one, other, sessions, |_| luck),
        };
        // Who has not started often enough yet may be missing from the final table.
        match verdict {
            Verdict::Ahead if self.may_be_missing(one, sessions) => Verdict::Open,
            Verdict::Behind | Verdict::Level if self.may_be_missing(other, sessions) => Verdict::Open,
            verdict => verdict,
        }
    }

    /// Whether somebody may not be listed after so many open sessions.
    pub(super) fn may_be_missing(&self, who: usize, sessions: usize) -> bool {
        let started = self
            .contenders()
            .get(who)
            .map_or(0, |contender| contender.start.rounds());
        let least = self.rules.least_rounds.filter(|_| sessions == self.sessions().len());
        least.is_some_and(|least| started < least)
    }

    /// Who of two is ahead when each session is all luck for one and none for the other.
    pub(super) fn duel(&self, one: usize, other: usize, sessions: usize, luck: impl Fn(usize) -> Luck) -> Verdict {
        let not = |at: usize| match luck(at) {
            Luck::Best => Luck::Worst,
            Luck::Worst => Luck::Best,
        };
        // Who shares a car shares its place: only an award can tell the two apart.
        let alike = mates_are_alike(self.rules);
        let apart = |at: usize| {
            let open = self
                .sessions()
                .get(at)
                .filter(|_| alike && self.is_shared(one, other, at))?;
            let (ahead, behind) = open.awards_apart();
            Some(if luck(at) == Luck::Best {
                (ahead, behind)
            } else {
                (behind, ahead)
            })
        };
        let apart: Vec<Option<(Score, Score)>> = (0..sessions).map(apart).collect();
        let pair = |at: usize| apart.get(at).and_then(Option::as_ref);
        let mine = self.scores(one, sessions, &luck);
        let mine = mine.map(|(at, score)| (at, pair(at).map_or(score, |pair| &pair.0)));
        let theirs = self.scores(other, sessions, not);
        let theirs = theirs.map(|(at, score)| (at, pair(at).map_or(score, |pair| &pair.1)));
        let Some((mine, theirs)) = self.hand(one, mine).zip(self.hand(other, theirs)) else {
            return Verdict::Open;
        };
        let (mine, theirs) = ((one, &mine), (other, &theirs));
        if apart.iter().any(Option::is_some) && !self.ties_by_number() {
            // Where it matters when a place was taken, the same place can still part them, or bring them level.
            return self.ranked(mine, theirs, None);
        }
        self.verdict(mine, theirs, sessions)
    }

    /// Whether it is all the same for a tie when a place was taken.
    fn ties_by_number(&self) -> bool {
        let by_number = |step: &TieStep| matches!(step, TieStep::Countback | TieStep::Decision);
        self.ties.is_some_and(|ties| ties.by.iter().all(by_number))
    }

    /// Whether two share a car in any of the first `sessions` open sessions.
    pub(super) fn are_mates(&self, one: usize, other: usize, sessions: usize) -> bool {
        (0..sessions).any(|at| self.is_shared(one, other, at))
    }

    fn is_shared(&self, one: usize, other: usize, session: usize) -> bool {
        let car = |who: usize| self.contenders().get(who)?.shared.get(session).copied().flatten();
        let free = self.sessions().get(session).is_some_and(|open| open.free);
        free && car(one).is_some() && car(one) == car(other)
    }

    /// Whether somebody has not gone on to a phase that others are in: all of these are ahead, whatever happens.
    pub(super) fn is_cut(&self, who: usize) -> bool {
        let phase = |who: usize| {
            self.contenders()
                .get(who)
                .map_or(0, |contender| contender.start.phase())
        };
        (0..self.contenders().len()).any(|other| phase(other) > phase(who))
    }
}
