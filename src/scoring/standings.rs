//! A championship's table at a moment: computed where results suffice, published where they do not, and honest in between.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::Ledger;
use super::published::{printed, publish};
use super::running_totals::RunningTotals;
use crate::domain::{Championship, Points, Range, Rules, Season, SessionRef, Slug, Ties};

/// A championship's table at a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standings {
    /// The championship.
    pub championship: Slug,
    /// How far the season is in this table; absent before the first session.
    pub after: Option<After>,
    /// How many rounds the championship counts in all.
    pub of: usize,
    /// The label of the last round before the first session whose result is missing, where one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known_until: Option<Slug>,
    /// Where the table comes from.
    pub basis: Basis,
    /// The rows, the leader first.
    pub rows: Vec<Standing>,
    /// Whether everybody who is ranked has a row.
    pub complete: bool,
    /// The sessions so far whose results are not fully known.
    pub unresolved: Vec<SessionRef>,
    /// The sources of the published part; questions add those of the results that were counted.
    pub sources: Vec<Slug>,
    /// The note that came with the published part.
    pub note: Option<String>,
}

/// How far a season is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct After {
    /// The label of the last round that counts.
    pub round: Slug,
    /// How many rounds count so far.
    pub rounds: usize,
}

/// Where a table comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Every total follows from the classifications.
    Computed,
    /// It was printed so by the series.
    Published,
    /// It was printed after this round, and what is known since is added.
    PublishedAndComputed {
        /// The label of the round the printed table follows.
        since: Slug,
    },
    /// Nothing is known of it.
    Unknown,
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// The place; absent when it is not known.
    pub position: Option<u16>,
    /// How many share the place.
    pub tied: u16,
    /// Whose row it is.
    pub competitor: Slug,
    /// The points: a range where not all results are known; absent when nothing is known of them.
    pub points: Option<Range<Points>>,
    /// The points before any result is dropped, where the table is computed.
    pub gross: Option<Points>,
    /// The sessions whose results are dropped.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dropped: Vec<SessionRef>,
    /// The gap to the leader, where it is known.
    pub gap: Option<Points>,
    /// The wins that count, where all results are known.
    pub wins: Option<u16>,
    /// Where the row comes from.
    pub basis: RowBasis,
}

/// Where a row comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowBasis {
    /// It follows from the classifications.
    Computed,
    /// It was printed so.
    Published,
    /// Points printed after this round, and what is known since.
    Since(Slug),
}

impl Standings {
    /// A table over the sessions `over`, which are so many rounds of all, that says nothing yet.
    pub(super) fn blank(ledger: &Ledger, over: &[usize], rounds: usize, of: usize) -> Self {
        let last = over.last().and_then(|last| ledger.sessions.get(*last));
        Self {
            championship: ledger.championship.clone(),
            after: last.map(|counted| After {
                round: counted.round.clone(),
                rounds,
            }),
            of,
            known_until: None,
            basis: Basis::Unknown,
            rows: Vec::new(),
            complete: false,
            unresolved: Vec::new(),
            sources: Vec::new(),
            note: None,
        }
    }
}

/// The table of a championship over the sessions `over` (positions in the ledger, rising), as it stood at `as_of`.
pub fn standings(
    season: &Season,
    championship: &Championship,
    ledger: &Ledger,
    over: &[usize],
    as_of: DateTime<Utc>,
) -> Standings {
    let unresolved: Vec<usize> = over
        .iter()
        .copied()
        .filter(|session| !ledger.is_resolved(*session, as_of))
        .collect();
    let session = |index: &usize| ledger.sessions.get(*index).map(|counted| counted.session.clone());
    let (rounds, of) = (
        ledger.rounds(over.iter().copied()),
        ledger.rounds(0..ledger.sessions.len()),
    );
    let mut table = Standings::blank(ledger, over, rounds, of);
    table.known_until = unresolved.first().and_then(|first| {
        let before = over.iter().rev().find(|session| *session < first)?;
        Some(ledger.sessions.get(*before)?.round.clone())
    });
    table.unresolved = unresolved.iter().filter_map(session).collect();
    let first_missing = unresolved.first().copied().unwrap_or(usize::MAX);
    let is_needed = || {
        printed(season, ledger, over)
            .last()
            .is_some_and(|(at, _)| *at >= first_missing)
    };
    match counted_by(season, championship, ledger) {
        Some((rules, ties)) if unresolved.is_empty() => {
            table.basis = Basis::Computed;
            table.complete = true;
            table.rows = sum(RunningTotals::new(ledger, rules, ties, as_of), over);
        }
        // Where results are missing since any printed table, everybody has at least what is known.
        Some((rules, ties)) if unresolved.len() < over.len() && rules.phases.is_empty() && !is_needed() => {
            table.basis = Basis::Computed;
            table.complete = true;
            table.rows = within_bounds(ledger, (rules, ties), over, as_of);
        }
        _ => publish(&mut table, season, ledger, over, as_of),
    }
    table
}

fn sum(mut count: RunningTotals<'_>, over: &[usize]) -> Vec<Standing> {
    for session in over {
        count.add(*session);
    }
    count.table()
}

/// What everybody has at least and at most, dropped results left out.
pub(super) fn within_bounds(
    ledger: &Ledger,
    (rules, ties): (&Rules, &Ties),
    over: &[usize],
    as_of: DateTime<Utc>,
) -> Vec<Standing> {
    let most = sum(RunningTotals::new(ledger, rules, ties, as_of).at_most(), over);
    let least = sum(RunningTotals::new(ledger, rules, ties, as_of), over).into_iter();
    least.map(|least| bounded(least, &most)).collect()
}

/// A row of which only the least is known for sure: no place, and the most from the other end.
fn bounded(least: Standing, most: &[Standing]) -> Standing {
    let high = most
        .iter()
        .find(|row| row.competitor == least.competitor)
        .and_then(|row| row.points);
    Standing {
        position: None,
        tied: 1,
        points: least.points.map(|points| high.map_or(points, |high| points.or(high))),
        gross: None,
        dropped: Vec::new(),
        gap: None,
        wins: None,
        ..least
    }
}

/// The rules of a championship and of its ties, where they say all that a total needs.
pub(super) fn counted_by<'a>(
    season: &'a Season,
    championship: &Championship,
    ledger: &Ledger,
) -> Option<(&'a Rules, &'a Ties)> {
    let rules = season.rules_of(championship).filter(|_| ledger.computable)?;
    Some((rules, rules.ties.as_ref()?))
}

/// The table after every session of a championship whose results are all known, as it stood at `as_of`, in one pass;
/// nothing for one that cannot be computed. Each comes with the position of its session.
pub fn after_every_session(
    season: &Season,
    championship: &Championship,
    ledger: &Ledger,
    as_of: DateTime<Utc>,
) -> Vec<(usize, Vec<Standing>)> {
    let Some((rules, ties)) = counted_by(season, championship, ledger) else {
        return Vec::new();
    };
    let mut count = RunningTotals::new(ledger, rules, ties, as_of);
    let known = (0..ledger.sessions.len()).take_while(|session| ledger.is_resolved(*session, as_of));
    known
        .map(|session| {
            count.add(session);
            (session, count.table())
        })
        .collect()
}
