//! Explanation of a competitor's points: one line per session, the decisions, and the base of the sum.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::context::TableContext;
use super::published::anchor;
use super::score::Score;
use super::table::{RowBasis, Standing, Standings};
use crate::domain::{Adjustment, Points, Range, RoundLabel, SessionRef, Slug, Strike};

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
        after: RoundLabel,
        /// The points.
        points: Points,
    },
    /// Points at the start of a phase of the season.
    Phase {
        /// The label of its first round.
        from: RoundLabel,
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
    pub round: RoundLabel,
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

impl TableContext<'_> {
    /// Explains the points of a competitor in `table`, the championship's table in this context; `None` for a competitor
    /// without a row.
    pub fn explain(&self, table: &Standings, competitor: &Slug) -> Option<Explanation> {
        let row = table.rows.iter().find(|row| row.competitor == *competitor)?;
        match row.basis {
            RowBasis::Computed => self.explain_computed(row),
            RowBasis::Published | RowBasis::Since(_) => Some(self.explain_published(row)),
        }
    }

    fn explain_computed(&self, row: &Standing) -> Option<Explanation> {
        let (rules, ties) = self.computed_by()?;
        let totals = self.totals((rules, ties));
        let index = self.ledger.competitors.binary_search(&row.competitor).ok();
        let account = index.and_then(|index| totals.accounts().get(index));
        let start = account.and_then(|account| account.start);
        let first = start.map_or(0, |(first, _)| first);
        let is_exact = row.points.is_some_and(|points| points.exact().is_some());
        Some(Explanation {
            base: start.and_then(|(first, points)| {
                let from = self.ledger.sessions.get(first)?.round.clone();
                Some(Base::Phase { from, points })
            }),
            sessions: self.earned(row, |at, session| match () {
                () if at < first => Inclusion::InBase,
                () if row.dropped.contains(session) => Inclusion::Dropped,
                () => Inclusion::Yes,
            }),
            carried: account.map(|account| account.carried).unwrap_or_default(),
            decisions: self.decisions(row, None),
            before_drops: !is_exact && rules.drops.iter().any(|drops| !drops.is_empty()),
            points: row.points,
        })
    }

    fn explain_published(&self, row: &Standing) -> Explanation {
        let base = anchor(&self.printed(), &row.competitor);
        let base = base.and_then(|(at, points)| Some((at, points, self.ledger.sessions.get(at)?)));
        Explanation {
            base: base.map(|(_, points, counted)| Base::Published {
                after: counted.round.clone(),
                points,
            }),
            sessions: self.earned(row, |at, _| match base {
                Some((last, ..)) if at > last => Inclusion::Yes,
                _ => Inclusion::InBase,
            }),
            carried: Points::ZERO,
            decisions: base.map_or_else(Vec::new, |(.., counted)| self.decisions(row, Some(counted.end))),
            before_drops: false,
            points: row.points,
        }
    }

    /// The points of a row from every session, each with its inclusion.
    fn earned(&self, row: &Standing, inclusion: impl Fn(usize, &SessionRef) -> Inclusion) -> Vec<Earned> {
        let earned = |(at, score): (usize, &Score)| {
            let counted = self.ledger.sessions.get(at)?;
            Some(Earned {
                counts: inclusion(at, &counted.session),
                session: counted.session.clone(),
                round: counted.round.clone(),
                score: score.clone(),
            })
        };
        self.scores(&row.competitor, 0).filter_map(earned).collect()
    }

    /// The decisions about a row's competitor after `since`, if given.
    fn decisions(&self, row: &Standing, since: Option<DateTime<Utc>>) -> Vec<Adjustment> {
        let decided = self.ledger.decided_since(since, self.as_of);
        decided
            .filter(|one| one.competitor == row.competitor)
            .cloned()
            .collect()
    }
}
