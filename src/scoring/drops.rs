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

    /// Adds a session's result to the result it belongs to.
    pub fn add(results: &mut Vec<Self>, one: Self) {
        match results.iter_mut().rfind(|result| result.index == one.index) {
            Some(result) => {
                result.points += one.points;
                result.others.push(one.first);
                result.started |= one.started;
                result.kept |= one.kept;
            }
            None => results.push(one),
        }
    }

    /// The positions of its sessions.
    pub fn sessions(&self) -> impl Iterator<Item = usize> {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }
}

/// The results that are dropped after the session at `newest`.
///
/// While fewer are in than count in the end, all of them count, unless the rules say from when the worst are left out.
pub(super) fn dropped<'r>(
    drops: &Drops,
    part: &DropLayout,
    results: &'r [DroppableResult],
    newest: Option<usize>,
) -> impl Iterator<Item = &'r DroppableResult> {
    let in_reach = results.iter().filter(|result| result.index < part.droppable);
    let so_far = in_reach.clone().count();
    let now = match part.from {
        None => so_far.saturating_sub(part.count),
        Some(from) if newest.is_some_and(|newest| newest >= from) => match drops.worst {
            Some(worst) => usize::from(worst),
            None => so_far.saturating_sub(part.count),
        },
        Some(_) => 0,
    };
    let starts = results.iter().filter(|result| result.started).count();
    let enough = drops.least_starts.is_none_or(|least| starts >= usize::from(least));
    let mut candidates: Vec<&DroppableResult> = in_reach.filter(|result| !result.kept).collect();
    candidates.sort_by_key(|result| (result.points, result.index));
    candidates.into_iter().take(if enough { now } else { 0 })
}
