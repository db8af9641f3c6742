//! Where a competitor's points come from: a line a session, what was decided, and what the sum starts from.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::published::{anchor, printed};
use super::running_totals::RunningTotals;
use super::standings::{RowBasis, Standings, counted_by};
use super::{Ledger, Score};
use crate::domain::{Adjustment, Championship, Points, Range, Season, SessionRef, Slug, Strike};

/// Where the points of one row of a table come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// What the sum starts from; from nothing if absent.
    pub base: Option<Base>,
    /// What every session brought, in order.
    pub sessions: Vec<Earned>,
    /// What phases added from other counts.
    pub carried: Points,
    /// What was decided, the oldest first.
    pub decisions: Vec<Adjustment>,
    /// Whether results will be dropped, and which is still open: the sum is more than the points then.
    pub before_drops: bool,
    /// The points in the table; absent when it has the row without points.
    pub points: Option<Range<Points>>,
}

/// What a sum starts from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Base {
    /// What the series printed.
    Published {
        /// After which round.
        after: Slug,
        /// The points.
        points: Points,
    },
    /// What a phase of the season began with.
    Phase {
        /// The label of its first round.
        from: Slug,
        /// The points.
        points: Points,
    },
}

/// What one session brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Earned {
    /// The session.
    pub session: SessionRef,
    /// The label of its round.
    pub round: Slug,
    /// What it is made of.
    pub score: Score,
    /// Whether it is in the sum.
    pub counts: Inclusion,
}

/// Whether a session is in a sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Inclusion {
    /// It is.
    Yes,
    /// It is dropped.
    Dropped,
    /// It is not, since the base has it.
    InBase,
}

impl Base {
    /// The points.
    pub const fn points(&self) -> Points {
        match self {
            Self::Published { points, .. } | Self::Phase { points, .. } => *points,
        }
    }
}

impl Explanation {
    /// Everything that is in the sum, added up.
    pub fn sum(&self) -> Range<Points> {
        let base = self.base.as_ref().map(Base::points).unwrap_or_default();
        let counted = self.sessions.iter().filter(|earned| earned.counts == Inclusion::Yes);
        let decided: Points = self.decisions.iter().filter_map(|one| one.points).sum();
        Range::exactly(base + self.carried + decided) + counted.map(|earned| earned.score.points()).sum()
    }

    /// How the competitor was struck from the table, if that was decided.
    pub fn strike(&self) -> Option<Strike> {
        self.decisions.iter().filter_map(|one| one.strike).next_back()
    }
}

/// Where the points of a competitor in `table` come from: the championship's table over the sessions `over`, as it stood
/// at `as_of`; nothing for somebody who is not in it.
pub fn explain(
    season: &Season,
    championship: &Championship,
    ledger: &Ledger,
    over: &[usize],
    as_of: DateTime<Utc>,
    table: &Standings,
    competitor: &Slug,
) -> Option<Explanation> {
    let row = table.rows.iter().find(|row| row.competitor == *competitor)?;
    let decided = |since: Option<DateTime<Utc>>| -> Vec<Adjustment> {
        let theirs = ledger.decided_since(since, as_of);
        theirs.filter(|one| one.competitor == *competitor).cloned().collect()
    };
    let index = ledger.competitors.binary_search(competitor).ok();
    let score = |at: usize| {
        let score = ledger.session(at, as_of).get(index?)?;
        let counted = ledger.sessions.get(at)?;
        Some((counted, score.clone()))
    };
    let sessions = |counts: &dyn Fn(usize, &SessionRef) -> Inclusion| -> Vec<Earned> {
        let earned = |at: &usize| {
            let (counted, score) = score(*at)?;
            Some(Earned {
                counts: counts(*at, &counted.session),
                session: counted.session.clone(),
                round: counted.round.clone(),
                score,
            })
        };
        over.iter().filter_map(earned).collect()
    };
    if row.basis == RowBasis::Computed {
        let (rules, ties) = counted_by(season, championship, ledger)?;
        let mut count = RunningTotals::new(ledger, rules, ties, as_of);
        for session in over {
            count.add(*session);
        }
        let account = index.and_then(|index| count.accounts().get(index));
        let start = account.and_then(|account| account.start);
        let first = start.map_or(0, |(first, _)| first);
        let exact = row.points.is_some_and(|points| points.exact().is_some());
        return Some(Explanation {
            base: start.and_then(|(first, points)| {
                let from = ledger.sessions.get(first)?.round.clone();
                Some(Base::Phase { from, points })
            }),
            sessions: sessions(&|at, session| match () {
                () if at < first => Inclusion::InBase,
                () if row.dropped.contains(session) => Inclusion::Dropped,
                () => Inclusion::Yes,
            }),
            carried: account.map(|account| account.carried).unwrap_or_default(),
            decisions: decided(None),
            before_drops: !exact && rules.drops.iter().any(|drops| !drops.is_empty()),
            points: row.points,
        });
    }
    let base = anchor(&printed(season, ledger, over), competitor);
    let base = base.and_then(|(at, points)| Some((at, points, ledger.sessions.get(at)?)));
    let last = base.map(|(at, ..)| at);
    Some(Explanation {
        base: base.map(|(_, points, counted)| Base::Published {
            after: counted.round.clone(),
            points,
        }),
        sessions: sessions(&|at, _| match last {
            Some(last) if at > last => Inclusion::Yes,
            _ => Inclusion::InBase,
        }),
        carried: Points::ZERO,
        decisions: base.map_or_else(Vec::new, |(.., counted)| decided(Some(counted.end))),
        before_drops: false,
        points: row.points,
    })
}
