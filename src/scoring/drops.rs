//! Drops: the results of a competitor that do not count in the end.

use super::layout::DropLayout;
use crate::domain::{Drops, Points, Status};

/// A result that can be dropped: a round, a session or a weekend.
#[derive(Debug, Clone)]
pub(super) struct DroppableResult {
    /// Its index in its part of the season.
    index: usize,
    /// All its points: places and awards are dropped together.
    pub points: Points,
    /// The position of its first session, and of any others.
    first: usize,
    others: Vec<usize>,
    /// True if any of its sessions was started.
    started: bool,
    /// True if the status in one of its sessions protects it from being dropped.
    kept: bool,
}

impl DroppableResult {
    /// The result of one session.
    pub fn new(drops: &Drops, index: usize, session: usize, points: Points, status: Option<Status>) -> Self {
        Self {
            index,
            points,
            first: session,
            others: Vec::new(),
            started: status.is_some_and(|status| status != Status::Dns),
            kept: status.is_some_and(|status| drops.keeps.contains(&status)),
        }
    }

    /// The same with the result of another of its sessions.
    fn with(mut self, one: &Self) -> Self {
        self.points += one.points;
        self.others.push(one.first);
        self.started |= one.started;
        self.kept |= one.kept;
        self
    }

    /// The positions of its sessions.
    pub fn sessions(&self) -> impl Iterator<Item = usize> {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }

    /// The rank among the results that are dropped: the lowest goes first, of equals the earliest.
    const fn rank(&self) -> (Points, usize) {
        (self.points, self.index)
    }
}

/// The droppable results of one competitor in one part of the season, kept in order while they come in.
#[derive(Debug, Clone, Default)]
pub(super) struct DroppableResults {
    /// All of them, by index.
    results: Vec<DroppableResult>,
    /// The ranks of those that may be dropped, the first to go first.
    ranks: Vec<(Points, usize)>,
    /// The number of those that are not in protected rounds.
    in_reach: usize,
    /// The number of those that were started.
    starts: usize,
}

impl DroppableResults {
    /// Adds a session's result to the result it belongs to.
    pub fn add(&mut self, part: &DropLayout, one: DroppableResult) {
        match self.results.binary_search_by_key(&one.index, |known| known.index) {
            Ok(at) => {
                let known = self.results.remove(at);
                self.forget(part, &known);
                self.insert(part, at, known.with(&one));
            }
            Err(at) => self.insert(part, at, one),
        }
    }

    fn insert(&mut self, part: &DropLayout, at: usize, one: DroppableResult) {
        self.starts += usize::from(one.started);
        self.in_reach += usize::from(one.index < part.droppable);
        if one.index < part.droppable && !one.kept {
            let at = self.ranks.partition_point(|rank| *rank < one.rank());
            self.ranks.insert(at, one.rank());
        }
        self.results.insert(at, one);
    }

    fn forget(&mut self, part: &DropLayout, one: &DroppableResult) {
        self.starts -= usize::from(one.started);
        self.in_reach -= usize::from(one.index < part.droppable);
        if let Ok(at) = self.ranks.binary_search(&one.rank()) {
            self.ranks.remove(at);
        }
    }

    /// The results that are dropped after the session at `newest`.
    ///
    /// While fewer are in than count in the end, all of them count, unless the rules say from when the worst are left
    /// out.
    pub fn dropped(
        &self,
        drops: &Drops,
        part: &DropLayout,
        newest: Option<usize>,
    ) -> impl Iterator<Item = &DroppableResult> {
        let beyond = self.in_reach.saturating_sub(part.count);
        let now = match part.from {
            None => beyond,
            Some(from) if newest.is_some_and(|newest| newest >= from) => drops.worst.map_or(beyond, usize::from),
            Some(_) => 0,
        };
        let enough = drops.least_starts.is_none_or(|least| self.starts >= usize::from(least));
        let gone = self.ranks.iter().take(if enough { now } else { 0 });
        gone.filter_map(|(_, index)| {
            let at = self.results.binary_search_by_key(index, |known| known.index).ok()?;
            self.results.get(at)
        })
    }
}
