//! Standings of a championship at a moment: computed if results suffice, otherwise published and continued.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::Ledger;
use super::published::{printed, publish};
use super::running_totals::RunningTotals;
use crate::domain::{Championship, ChampionshipId, Points, Range, Rules, Season, SessionRef, Slug, SourceId, Ties};

/// A championship's table at a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standings {
    /// The championship.
    pub championship: ChampionshipId,
    /// The progress of the season in this table; absent before the first session.
    pub after: Option<After>,
    /// The number of rounds of the championship.
    pub of: usize,
    /// The label of the last round before the first session with a missing result, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known_until: Option<Slug>,
    /// The origin of the table.
    pub basis: Basis,
    /// The rows, the leader first.
    pub rows: Vec<Standing>,
    /// True if everybody who is ranked has a row.
    pub complete: bool,
    /// The sessions so far without fully known results.
    pub unresolved: Vec<SessionRef>,
    /// The sources of the published part; questions add those of the counted results.
    pub sources: Vec<SourceId>,
    /// The note that came with the published part.
    pub note: Option<String>,
}

/// The progress of a season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct After {
    /// The label of the last round that counts.
    pub round: Slug,
    /// The number of rounds that count so far.
    pub rounds: usize,
}

/// The origin of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Every total follows from classifications.
    Computed,
    /// The series published it.
    Published,
    /// The series published it after this round, and the points known since are added.
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
    /// The place; absent if it is not known.
    pub position: Option<u16>,
    /// The number of rows that share the place.
    pub tied: u16,
    /// The competitor.
    pub competitor: Slug,
    /// The points: a range if not all results are known; absent if nothing is known.
    pub points: Option<Range<Points>>,
    /// The points before drops, in a computed table.
    pub gross: Option<Points>,
    /// The sessions whose results are dropped.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dropped: Vec<SessionRef>,
    /// The gap to the leader, if known.
    pub gap: Option<Points>,
    /// The wins that count, if all results are known.
    pub wins: Option<u16>,
    /// The origin of the row.
    pub basis: RowBasis,
}

/// The origin of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowBasis {
    /// It follows from classifications.
    Computed,
    /// The series published it.
    Published,
    /// Points published after this round, and those known since.
    Since(Slug),
}

impl Standings {
    /// An empty table over the sessions `over`, which are `rounds` of `of` rounds.
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
        // If results are missing since any published table, everybody has at least the known points.
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

/// The minimum and maximum points of all competitors, without dropped results.
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

/// A row with a range of points and no place; the upper bound comes from the row in `most`.
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

/// The rules and tie rules of a championship, if they say all that a total needs.
pub(super) fn counted_by<'a>(
    season: &'a Season,
    championship: &Championship,
    ledger: &Ledger,
) -> Option<(&'a Rules, &'a Ties)> {
    let rules = season.rules_of(championship).filter(|_| ledger.computable)?;
    Some((rules, rules.ties.as_ref()?))
}

/// The table after every session of a championship whose results are all known, as it stood at `as_of`, in one pass,
/// each with the position of its session; empty if it cannot be computed.
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
