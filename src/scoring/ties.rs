//! Tie-breaks: the order at equal points, shared places, and the numbering of places after them.

use std::cmp::Ordering;

use super::account::Account;
use crate::domain::{Adjustment, Numbering, Points, Rules, Slug, TieStep, Ties};

/// A competitor's standing in all criteria.
#[derive(Debug, Clone)]
pub(super) struct Rank<'a> {
    pub competitor: &'a Slug,
    pub points: Points,
    pub account: &'a Account,
    /// The positions of the dropped sessions, rising.
    pub dropped: &'a [usize],
}

/// The ranking rules of a championship at a moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ranking<'a> {
    pub ties: &'a Ties,
    /// The decisions so far.
    pub decisions: &'a [&'a Adjustment],
    /// True if the place in the newest session comes before the points.
    pub by_finish: bool,
}

impl Ranking<'_> {
    /// The order of two competitors: `Less` if `one` is ahead.
    pub fn compare(&self, one: &Rank<'_>, other: &Rank<'_>) -> Ordering {
        let phase = other.account.phase.cmp(&one.account.phase);
        let finish = || {
            if self.by_finish {
                newest(one, other)
            } else {
                Ordering::Equal
            }
        };
        let points = || other.points.cmp(&one.points);
        phase
            .then_with(finish)
            .then_with(points)
            .then_with(|| self.tie(one, other))
    }

    /// True if a better place in any session is never worse at equal points: false if only some results are compared,
    /// or if the first good place decides, whatever follows it.
    pub fn rises_with_places(&self, rules: &Rules) -> bool {
        let drops = rules.drops.iter().flatten().count() > 0;
        let mut before_countback = self.ties.by.iter().take_while(|step| **step != TieStep::Countback);
        let by_the_earliest = before_countback.any(|step| *step == TieStep::Earliest);
        !(by_the_earliest || self.ties.without_dropped && drops)
    }

    /// True if the number of wins is the first criterion at equal points.
    pub fn is_by_wins(&self) -> bool {
        self.ties.by.first() == Some(&TieStep::Countback)
    }

    fn tie(&self, one: &Rank<'_>, other: &Rank<'_>) -> Ordering {
        let step = |step: &TieStep| match step {
            TieStep::Countback => self.countback(one, other),
            TieStep::Earliest => {
                let best = |rank| self.best(rank, true).unwrap_or(usize::MAX);
                best(one).cmp(&best(other))
            }
            TieStep::Latest => self.best(other, false).cmp(&self.best(one, false)),
            TieStep::LastSession => newest(one, other),
            TieStep::Decision => self.decision(one, other),
        };
        self.ties
            .by
            .iter()
            .map(step)
            .find(|order| order.is_ne())
            .unwrap_or(Ordering::Equal)
    }

    fn countback(&self, one: &Rank<'_>, other: &Rank<'_>) -> Ordering {
        if !self.ties.without_dropped {
            return deeper(&one.account.places, &other.account.places);
        }
        deeper(&self.kept(one), &self.kept(other))
    }

    /// The number of times each place was taken in results that are not dropped.
    fn kept(&self, rank: &Rank<'_>) -> Vec<u16> {
        let mut places = vec![0_u16; rank.account.places.len()];
        for (_, place) in self.finishes(rank) {
            if let Some(count) = usize::from(place)
                .checked_sub(1)
                .and_then(|index| places.get_mut(index))
            {
                *count = count.saturating_add(1);
            }
        }
        places
    }

    fn finishes(&self, rank: &Rank<'_>) -> impl Iterator<Item = (usize, u16)> {
        let counts = |session: &usize| !self.ties.without_dropped || rank.dropped.binary_search(session).is_err();
        rank.account
            .finishes
            .iter()
            .copied()
            .filter(move |(session, _)| counts(session))
    }

    /// The position of the first or the last session with the competitor's best place.
    fn best(&self, rank: &Rank<'_>, first: bool) -> Option<usize> {
        let best = self.finishes(rank).map(|(_, place)| place).min()?;
        let sessions = self
            .finishes(rank)
            .filter(|(_, place)| *place == best)
            .map(|(session, _)| session);
        if first { sessions.min() } else { sessions.max() }
    }

    fn decision(&self, one: &Rank<'_>, other: &Rank<'_>) -> Ordering {
        self.behind(other.competitor).cmp(&self.behind(one.competitor))
    }

    /// The number of competitors decided to be behind this one, directly or transitively.
    fn behind(&self, competitor: &Slug) -> usize {
        let mut found = vec![competitor];
        let mut next = 0;
        while let Some(ahead) = found.get(next).copied() {
            let decided = self.decisions.iter().filter(|one| one.competitor == *ahead);
            for behind in decided.filter_map(|one| one.ahead_of.as_ref()) {
                if !found.contains(&behind) {
                    found.push(behind);
                }
            }
            next += 1;
        }
        found.len()
    }
}

fn newest(one: &Rank<'_>, other: &Rank<'_>) -> Ordering {
    let place = |rank: &Rank<'_>| rank.account.newest.unwrap_or(u16::MAX);
    place(one).cmp(&place(other))
}

/// Countback: most first places, then most second places, and so on.
fn deeper(one: &[u16], other: &[u16]) -> Ordering {
    let taken = |places: &[u16], place: usize| places.get(place).copied().unwrap_or(0);
    (0..one.len().max(other.len()))
        .map(|place| taken(other, place).cmp(&taken(one, place)))
        .find(|order| order.is_ne())
        .unwrap_or(Ordering::Equal)
}

/// The positions of `count` competitors in order, each with the number that share it; `level` is true if the one at an
/// index is level with the one before it.
pub(super) fn positions(numbering: Numbering, count: usize, level: impl Fn(usize) -> bool) -> Vec<(u16, u16)> {
    let mut positions: Vec<(u16, u16)> = Vec::with_capacity(count);
    let mut next = 1_u16;
    let mut start = 0;
    while start < count {
        let shared = 1 + (start + 1..count).take_while(|index| level(*index)).count();
        let tied = u16::try_from(shared).unwrap_or(u16::MAX);
        positions.extend(std::iter::repeat_n((next, tied), shared));
        next = next.saturating_add(match numbering {
            Numbering::Gapped => tied,
            Numbering::Dense => 1,
        });
        start += shared;
    }
    positions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_wins_then_most_second_places_decide() {
        assert_eq!(deeper(&[2, 0, 1], &[1, 9, 9]), Ordering::Less);
        assert_eq!(deeper(&[8, 5], &[8, 4]), Ordering::Less);
        assert_eq!(deeper(&[8], &[8, 0, 0]), Ordering::Equal);
    }

    #[test]
    fn places_after_a_shared_one_are_numbered_by_the_rule() {
        let points = [9, 7, 7, 5];
        let level = |at: usize| points[at] == points[at - 1];
        assert_eq!(
            positions(Numbering::Gapped, points.len(), level),
            [(1, 1), (2, 2), (2, 2), (4, 1)]
        );
        assert_eq!(
            positions(Numbering::Dense, points.len(), level),
            [(1, 1), (2, 2), (2, 2), (3, 1)]
        );
    }
}
