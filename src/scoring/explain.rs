//! Explanation of a competitor's points: one line per session, the decisions, and the base of the sum.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::published::{anchor, printed};
use super::running_totals::RunningTotals;
use super::standings::{RowBasis, Standings, counted_by};
use super::{Ledger, Score};
use crate::domain::{Adjustment, Championship, Points, Range, Season, SessionRef, Slug, Strike};

/// The origin of the points in one row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// The base of the sum; zero if absent.
    pub base: Option<Base>,
    /// The points of every session, in order.
    pub sessions: Vec<Earned>,
    /// Points that phases carried over from other pools.
    pub carried: Points,
    /// Decisions, the oldest first.
    pub decisions: Vec<Adjustment>,
    /// True if results will be dropped and it is open which: the sum then exceeds the points.
    pub before_drops: bool,
    /// The points in the table; absent for a row without points.
    pub points: Option<Range<Points>>,
}

/// The base of a sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Base {
    /// Points published by the series.
    Published {
        /// The label of the round they follow.
        after: Slug,
        /// The points.
        points: Points,
    },
    /// Points at the start of a phase of the season.
    Phase {
        /// The label of its first round.
        from: Slug,
        /// The points.
        points: Points,
    },
}

/// The points of one session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Earned {
    /// The session.
    pub session: SessionRef,
    /// The label of its round.
    pub round: Slug,
    /// The score.
    pub score: Score,
    /// Its inclusion in the sum.
    pub counts: Inclusion,
}

/// The inclusion of a session in a sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Inclusion {
    /// It is included.
    Yes,
    /// It is dropped.
    Dropped,
    /// It is part of the base.
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
    /// The sum of everything that is included.
    pub fn sum(&self) -> Range<Points> {
        let base = self.base.as_ref().map(Base::points).unwrap_or_default();
        let counted = self.sessions.iter().filter(|earned| earned.counts == Inclusion::Yes);
        let decided: Points = self.decisions.iter().filter_map(|one| one.points).sum();
        Range::exactly(base + self.carried + decided) + counted.map(|earned| earned.score.points()).sum()
    }

    /// The competitor's removal from the table, if decided.
    pub fn strike(&self) -> Option<Strike> {
        self.decisions.iter().filter_map(|one| one.strike).next_back()
    }
}

/// Explains the points of a competitor in `table`, the championship's table over the sessions `over` as it stood at
/// `as_of`; `None` for a competitor without a row.
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
