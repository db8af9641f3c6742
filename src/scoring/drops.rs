//! Dropped results: which of a competitor's results do not count in the end.

use super::plan::DropPlan;
use crate::domain::{Drops, Points, Status};

/// What a competitor has from one result that can be dropped: a round, a session or a weekend.
#[derive(Debug, Clone)]
pub(super) struct Result {
    /// Which one, counted from 0 in its part of the season.
    index: usize,
    /// The whole points: places and awards are dropped together.
    pub points: Points,
    /// The positions of its sessions.
    pub sessions: Vec<usize>,
    /// How its sessions ended.
    statuses: Vec<Status>,
}

impl Result {
    /// Adds a session to the result it belongs to.
    pub fn add(results: &mut Vec<Self>, index: usize, session: usize, points: Points, status: Option<Status>) {
        match results.iter_mut().rfind(|result| result.index == index) {
            Some(result) => {
                result.points += points;
                result.sessions.push(session);
                result.statuses.extend(status);
            }
            None => results.push(Self {
                index,
                points,
                sessions: vec![session],
                statuses: status.into_iter().collect(),
            }),
        }
    }

    fn is_started(&self) -> bool {
        self.statuses.iter().any(|status| *status != Status::Dns)
    }
}

/// The results that are dropped after the session at `newest`.
///
/// While fewer are in than count in the end, all of them count, unless the rules say from when the worst are left out.
pub(super) fn dropped<'r>(
    drops: &Drops,
    part: &DropPlan,
    results: &'r [Result],
    newest: Option<usize>,
) -> impl Iterator<Item = &'r Result> {
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
    let starts = results.iter().filter(|result| result.is_started()).count();
    let enough = drops.least_starts.is_none_or(|least| starts >= usize::from(least));
    let free = |result: &&Result| !result.statuses.iter().any(|status| drops.keeps.contains(status));
    let mut candidates: Vec<&Result> = in_reach.filter(free).collect();
    candidates.sort_by_key(|result| (result.points, result.index));
    candidates.into_iter().take(if enough { now } else { 0 })
}
