//! Tables of a championship after every round, each as it stood then, in one pass over the season.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::ledger::Ledger;
use super::running_totals::RunningTotals;
use super::standings::standings;
use super::table::{Basis, Standing, Standings};
use crate::domain::{Championship, Season, Slug, WeekendId};

/// The table after every round of the sessions `over` (positions in the ledger, rising), in the order of the season.
///
/// A round is over with the last of its sessions that counts, and its table stands as of the moment from which it is
/// known, but not of one after `now`: later decisions and revisions are not in it.
pub fn after_every_round(
    season: &Season,
    championship: &Championship,
    ledger: &Ledger,
    over: &[usize],
    now: DateTime<Utc>,
) -> Vec<Standings> {
    let mut last: BTreeMap<&Slug, usize> = BTreeMap::new();
    let sessions = over.iter().filter_map(|at| Some((*at, ledger.sessions.get(*at)?)));
    for (at, counted) in sessions {
        last.insert(&counted.round, at);
    }
    let mut ends: Vec<usize> = last.into_values().collect();
    ends.sort_unstable();
    let mut running = RoundByRound {
        season,
        championship,
        ledger,
        over,
        now,
        of: ledger.all_rounds(),
        rounds: BTreeSet::new(),
        sessions: 0,
        count: None,
    };
    ends.into_iter().filter_map(|end| running.after(end)).collect()
}

/// The state of the pass from round to round.
struct RoundByRound<'a> {
    season: &'a Season,
    championship: &'a Championship,
    ledger: &'a Ledger,
    over: &'a [usize],
    now: DateTime<Utc>,
    /// The number of rounds of the championship, if known.
    of: Option<usize>,
    /// The rounds so far, each with its weekend, and the number of their sessions.
    rounds: BTreeSet<(&'a WeekendId, &'a Slug)>,
    sessions: usize,
    count: Option<CachedTotals<'a>>,
}

/// Totals over the first sessions, up to one that is not resolved.
struct CachedTotals<'a> {
    count: RunningTotals<'a>,
    sessions: usize,
    /// The number of decisions at its start: another decision changes what was counted before.
    decided: usize,
    /// The moment of its last table: a revision since of what was counted changes it too.
    as_of: DateTime<Utc>,
}

impl RoundByRound<'_> {
    fn after(&mut self, end: usize) -> Option<Standings> {
        for at in self.over.iter().skip(self.sessions).take_while(|at| **at <= end) {
            let counted = self.ledger.sessions.get(*at)?;
            self.rounds.insert((&counted.session.weekend, &counted.round));
            self.sessions += 1;
        }
        let over = self.over.get(..self.sessions)?;
        let as_of = self.ledger.known_from(over)?.min(self.now);
        let Some(rows) = self.counted(over, as_of) else {
            return Some(standings(self.season, self.championship, self.ledger, over, as_of));
        };
        let mut table = Standings::blank(self.ledger, over, self.rounds.len(), self.of);
        table.basis = Basis::Computed;
        table.complete = true;
        table.rows = rows;
        Some(table)
    }

    /// The rows that follow from results, if all of them are known; reuses the totals of the round before.
    fn counted(&mut self, over: &[usize], as_of: DateTime<Utc>) -> Option<Vec<Standing>> {
        let (rules, ties) = self.ledger.computed_by(self.season, self.championship, over)?;
        let decided = self.ledger.decided(as_of).count();
        let is_as_counted = |known: &CachedTotals<'_>| {
            let mut counted = over.iter().take(known.sessions);
            known.decided == decided && !counted.any(|at| self.ledger.is_revised(*at, known.as_of, as_of))
        };
        let kept = self.count.take().filter(is_as_counted);
        let known = self.count.insert(kept.unwrap_or_else(|| CachedTotals {
            count: RunningTotals::new(self.ledger, rules, ties, as_of),
            sessions: 0,
            decided,
            as_of,
        }));
        known.as_of = as_of;
        known.count.move_to(as_of);
        for session in over.get(known.sessions..)? {
            if !self.ledger.is_resolved(*session, as_of) {
                return None;
            }
            known.count.add(*session);
            known.sessions += 1;
        }
        Some(known.count.table())
    }
}
