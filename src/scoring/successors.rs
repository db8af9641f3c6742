//! Successors: competitors who carry on the points of another, as a car does under a new number.

use std::collections::{BTreeMap, BTreeSet};

use super::score::Score;
use crate::domain::{Adjustment, Slug};

/// The competitors who carry on the points of others by decision, as indices of a ledger's competitors.
#[derive(Debug, Clone, Default)]
pub(super) struct Successors {
    /// For each of them those taken over, directly or by way of others.
    before: BTreeMap<usize, Vec<usize>>,
    /// Those whose points somebody else carries on.
    gone: BTreeSet<usize>,
}

impl Successors {
    /// The successors by some decisions; `competitors` are sorted.
    pub fn new<'d>(competitors: &[Slug], decisions: impl Iterator<Item = &'d Adjustment>) -> Self {
        let index = |who: &Slug| competitors.binary_search(who).ok();
        let pair = |one: &Adjustment| Some((index(&one.competitor)?, index(one.takes_over.as_ref()?)?));
        let pairs: Vec<(usize, usize)> = decisions.filter_map(pair).collect();
        let before = |successor: usize| {
            let mut found = vec![successor];
            let mut next = 0;
            while let Some(at) = found.get(next).copied() {
                for (_, former) in pairs.iter().filter(|(who, _)| *who == at) {
                    if !found.contains(former) {
                        found.push(*former);
                    }
                }
                next += 1;
            }
            found.split_off(1)
        };
        Self {
            before: pairs.iter().map(|(who, _)| (*who, before(*who))).collect(),
            gone: pairs.iter().map(|(_, former)| *former).collect(),
        }
    }

    /// True if somebody else carries on the points of a competitor.
    pub fn is_gone(&self, index: usize) -> bool {
        self.gone.contains(&index)
    }

    /// The score of a session that counts for a competitor: its own, or that of one taken over.
    pub fn score<'s>(&self, index: usize, scores: &'s [Score]) -> Option<&'s Score> {
        let own = scores.get(index)?;
        let before = self.before.get(&index).into_iter().flatten();
        let mut before = before.filter_map(|at| scores.get(*at));
        let theirs = before.find(|score| own.parts.is_empty() && !score.parts.is_empty());
        theirs.or(Some(own))
    }
}
