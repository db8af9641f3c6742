//! Standings of a championship at a moment: computed if results suffice, otherwise published and continued.

use chrono::{DateTime, Utc};

use super::context::TableContext;
use super::ledger::Ledger;
use super::published::publish;
use super::running_totals::RunningTotals;
use super::table::{Basis, Standing, Standings};
use crate::domain::{Championship, Rules, Season, Slug, Ties};

/// The table of a championship over the sessions `over` (positions in the ledger, rising), as it stood at `as_of`.
pub fn standings(
    season: &Season,
    championship: &Championship,
    ledger: &Ledger,
    over: &[usize],
    as_of: DateTime<Utc>,
) -> Standings {
    let context = TableContext {
        season,
        championship,
        ledger,
        over,
        as_of,
    };
    table(&context)
}

/// The sessions, of those `over`, after which the last table with places stands: those before the first whose result is
/// missing, or up to the last published table. Empty if there is none.
pub fn last_full<'o>(
    season: &Season,
    championship: &Championship,
    ledger: &Ledger,
    over: &'o [usize],
    as_of: DateTime<Utc>,
) -> &'o [usize] {
    let mut resolved = over
        .iter()
        .position(|session| !ledger.is_resolved(*session, as_of))
        .unwrap_or(over.len());
    let known = over.get(..resolved).unwrap_or_default();
    if ledger.computed_by(season, championship, known).is_none() {
        resolved = 0;
    }
    let printed = ledger.printed(season, over, as_of).last().map_or(0, |(at, _)| {
        let up_to = |session: &usize| session <= at;
        over.partition_point(up_to)
    });
    over.get(..resolved.max(printed)).unwrap_or_default()
}

/// The table in its context.
pub(super) fn table(context: &TableContext<'_>) -> Standings {
    let TableContext {
        ledger, over, as_of, ..
    } = *context;
    let unresolved: Vec<usize> = over
        .iter()
        .copied()
        .filter(|session| !ledger.is_resolved(*session, as_of))
        .collect();
    let session = |index: &usize| ledger.sessions.get(*index).map(|counted| counted.session.clone());
    let mut table = Standings::blank(ledger, over, ledger.rounds(over.iter().copied()), ledger.all_rounds());
    table.known_until = unresolved.first().and_then(|first| {
        let round = |session: usize| ledger.sessions.get(session).map(|at| (&at.session.weekend, &at.round));
        let of_earlier = |session: &&usize| *session < first && round(**session) != round(*first);
        let before = over.iter().rev().find(of_earlier)?;
        Some(ledger.sessions.get(*before)?.round.clone())
    });
    table.unresolved = unresolved.iter().filter_map(session).collect();
    let first_missing = unresolved.first().copied().unwrap_or(usize::MAX);
    let is_needed = || context.printed().last().is_some_and(|(at, _)| *at >= first_missing);
    let rows = match context.computed_by() {
        Some(by) if unresolved.is_empty() => Some(context.totals(by).table()),
        // If results are missing since any published table, everybody has at least the known points.
        Some(by) if unresolved.len() < over.len() && by.0.phases.is_empty() && !is_needed() => {
            Some(within_bounds(context, by))
        }
        _ => None,
    };
    match rows {
        Some(rows) => {
            table.basis = Basis::Computed;
            table.complete = true;
            table.rows = rows;
        }
        None => publish(context, &mut table),
    }
    if table.basis == Basis::Unknown {
        table.missing = ledger.missing(over);
    }
    table
}

/// The row of a competitor whom a computed table does not list, for want of a result or of points.
pub fn unlisted(context: &TableContext<'_>, competitor: &Slug) -> Option<Standing> {
    let by = context.computed_by().filter(|_| !context.over.is_empty())?;
    let is_known = |session: &usize| context.ledger.is_resolved(*session, context.as_of);
    if !context.over.iter().all(is_known) {
        return None;
    }
    context.totals(by).unlisted(competitor)
}

/// The minimum and maximum points of all competitors, without dropped results.
pub(super) fn within_bounds(context: &TableContext<'_>, (rules, ties): (&Rules, &Ties)) -> Vec<Standing> {
    let totals = RunningTotals::new(context.ledger, rules, ties, context.as_of);
    let most = totals.clone().at_most().over(context.over).table();
    let least = totals.over(context.over).table().into_iter();
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

/// The table after every session of a championship whose results are all known, as it stood at `as_of`, in one pass,
/// each with the position of its session; empty if it cannot be computed.
pub fn after_every_session(
    season: &Season,
    championship: &Championship,
    ledger: &Ledger,
    as_of: DateTime<Utc>,
) -> Vec<(usize, Vec<Standing>)> {
    let Some((rules, ties)) = ledger.computed_by(season, championship, &[]) else {
        return Vec::new();
    };
    let mut count = RunningTotals::new(ledger, rules, ties, as_of);
    let known = (0..ledger.sessions.len())
        .take_while(|session| ledger.missing(&[*session]).is_empty() && ledger.is_resolved(*session, as_of));
    known
        .map(|session| {
            count.add(session);
            (session, count.table())
        })
        .collect()
}
