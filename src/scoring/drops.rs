//! Dropped results: which of a competitor's sessions do not count in the end.

use super::Ledger;
use crate::domain::{Drops, Points};

/// The sessions whose results a competitor drops, as positions in the ledger.
///
/// `results` are the sessions that count so far, with the whole points of each: place and awards are dropped together.
pub(super) fn dropped(drops: &Drops, ledger: &Ledger, results: &[(usize, Points)]) -> Vec<usize> {
    let last = ledger.sessions.len().saturating_sub(1);
    let until = drops
        .until
        .as_ref()
        .and_then(|label| ledger.last_of_round(label.as_str()))
        .unwrap_or(last);
    let droppable = || results.iter().filter(|(session, _)| *session <= until);
    let worst = usize::from(drops.worst);
    let now = match drops
        .from
        .as_ref()
        .and_then(|label| ledger.last_of_round(label.as_str()))
    {
        Some(from) if results.iter().any(|(session, _)| *session >= from) => worst,
        Some(_) => 0,
        // "The best so many count": nothing is dropped before there are more.
        None => droppable().count().saturating_sub((until + 1).saturating_sub(worst)),
    };
    let mut candidates: Vec<&(usize, Points)> = droppable().collect();
    candidates.sort_by_key(|(session, points)| (*points, *session));
    candidates.into_iter().take(now).map(|(session, _)| *session).collect()
}
