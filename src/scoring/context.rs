//! Table context: a championship over some sessions, as it stood at a moment.

use chrono::{DateTime, Utc};

use super::ledger::Ledger;
use super::running_totals::RunningTotals;
use super::score::Score;
use super::successors::Successors;
use crate::domain::{Championship, PublishedTable, Rules, Season, Slug, Ties};

/// A championship over some sessions, as it stood at a moment.
#[derive(Debug, Clone, Copy)]
pub struct TableContext<'a> {
    /// The season.
    pub season: &'a Season,
    /// The championship.
    pub championship: &'a Championship,
    /// Its ledger.
    pub ledger: &'a Ledger,
    /// The positions of the sessions in the ledger, rising.
    pub over: &'a [usize],
    /// The moment up to which decisions and revisions are known.
    pub as_of: DateTime<Utc>,
}

impl<'a> TableContext<'a> {
    /// The rules of the championship and of its ties, if they say all that a total over the sessions needs.
    pub(super) fn computed_by(&self) -> Option<(&'a Rules, &'a Ties)> {
        self.ledger.computed_by(self.season, self.championship, self.over)
    }

    /// Totals over all sessions by rules that say all that a total needs.
    pub(super) fn totals(&self, (rules, ties): (&'a Rules, &'a Ties)) -> RunningTotals<'a> {
        RunningTotals::new(self.ledger, rules, ties, self.as_of).over(self.over)
    }

    /// The published tables that follow one of the sessions, with its position, the oldest first.
    pub(super) fn printed(&self) -> Vec<(usize, &'a PublishedTable)> {
        self.ledger.printed(self.season, self.over, self.as_of)
    }

    /// The scores of a competitor in those of the sessions from position `first` on.
    pub(super) fn scores(&self, competitor: &Slug, first: usize) -> impl Iterator<Item = (usize, &'a Score)> {
        let (ledger, as_of) = (self.ledger, self.as_of);
        let successors = Successors::new(&ledger.competitors, ledger.decided(as_of));
        let index = ledger.competitors.binary_search(competitor).ok();
        let sessions = self.over.iter().copied().filter(move |at| *at >= first);
        sessions.filter_map(move |at| Some((at, successors.score(index?, ledger.session(at, as_of))?)))
    }
}
