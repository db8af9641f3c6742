//! Published tables, continued with the results known since.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::standings::{Basis, RowBasis, Standing, Standings};
use super::{Ledger, Score};
use crate::domain::{Points, PublishedRow, PublishedTable, Range, Season, Slug};

/// Fills a table from published tables and the results known since.
pub(super) fn publish(table: &mut Standings, season: &Season, ledger: &Ledger, over: &[usize], as_of: DateTime<Utc>) {
    let printed = printed(season, ledger, over);
    let Some((newest, latest)) = printed.last() else { return };
    let current = over.last() == Some(newest);
    // Only a published table of this very moment gives current places.
    let places: BTreeMap<&Slug, &PublishedRow> = if current {
        latest.rows.iter().map(|row| (&row.competitor, row)).collect()
    } else {
        BTreeMap::new()
    };
    let listed: BTreeSet<&Slug> = printed
        .iter()
        .flat_map(|(_, table)| &table.rows)
        .filter(|row| row.points.is_some() || places.contains_key(&row.competitor))
        .map(|row| &row.competitor)
        .collect();
    let mut bases: BTreeSet<usize> = BTreeSet::new();
    table.rows = listed
        .into_iter()
        .map(|competitor| {
            let known = anchor(&printed, competitor);
            let since = known.map(|(at, points)| {
                bases.insert(at);
                let since = over.iter().filter(|session| **session > at);
                let index = ledger.competitors.iter().position(|one| one == competitor);
                let score = |session: &usize| index.and_then(|index| ledger.session(*session, as_of).get(index));
                let adjusted = ledger.adjusted_between(competitor, at, as_of);
                Range::exactly(points + adjusted) + since.filter_map(score).map(Score::points).sum()
            });
            let row = places.get(competitor);
            let exact_now = row.is_some_and(|row| row.points.is_some());
            Standing {
                position: row.and_then(|row| row.place),
                tied: 1,
                competitor: competitor.clone(),
                points: since,
                gross: None,
                dropped: Vec::new(),
                gap: row.and_then(|row| row.gap),
                wins: None,
                basis: match known.and_then(|(at, _)| ledger.sessions.get(at)) {
                    Some(base) if !exact_now => RowBasis::Since(base.round.clone()),
                    _ => RowBasis::Published,
                },
            }
        })
        .collect();
    table.rows.sort_by_key(|row| {
        let points = row.points.map_or(Points::ZERO, |points| points.low);
        (
            row.position.unwrap_or(u16::MAX),
            std::cmp::Reverse(points),
            row.competitor.clone(),
        )
    });
    share(&mut table.rows);
    gaps(&mut table.rows);
    table.complete = current && latest.complete;
    table.note.clone_from(&latest.note);
    table.sources.clone_from(&latest.sources);
    let oldest = bases.first().copied().filter(|oldest| oldest < newest || !current);
    table.basis = match oldest
        .or((!current).then_some(*newest))
        .and_then(|base| ledger.sessions.get(base))
    {
        Some(base) => Basis::PublishedAndComputed {
            since: base.round.clone(),
        },
        None => Basis::Published,
    };
}

/// The championship's published tables that follow a session of `over`, with that session's position, the oldest first.
pub(super) fn printed<'a>(season: &'a Season, ledger: &Ledger, over: &[usize]) -> Vec<(usize, &'a PublishedTable)> {
    let mut printed: Vec<(usize, &PublishedTable)> = season
        .tables
        .iter()
        .filter(|table| table.championship == ledger.championship)
        .filter_map(|table| Some((ledger.last_of_round(table.after.as_str())?, table)))
        .filter(|(at, _)| over.contains(at))
        .collect();
    printed.sort_by_key(|(at, _)| *at);
    printed
}

/// The newest published points of a competitor, with the position of the session they follow.
pub(super) fn anchor(printed: &[(usize, &PublishedTable)], competitor: &Slug) -> Option<(usize, Points)> {
    printed.iter().rev().find_map(|(at, table)| {
        let row = table.rows.iter().find(|row| row.competitor == *competitor)?;
        let behind_leader = || {
            let leader = table
                .rows
                .iter()
                .find(|row| row.place == Some(1) || row.gap == Some(Points::ZERO))?;
            Some(leader.points? - row.gap?)
        };
        row.points.or_else(behind_leader).map(|points| (*at, points))
    })
}

/// Sets the number of rows that share each published place.
fn share(rows: &mut [Standing]) {
    let mut shared: BTreeMap<u16, u16> = BTreeMap::new();
    for position in rows.iter().filter_map(|row| row.position) {
        *shared.entry(position).or_default() += 1;
    }
    for row in rows {
        row.tied = row
            .position
            .and_then(|position| shared.get(&position).copied())
            .unwrap_or(1);
    }
}

/// Fills in the gaps that follow from exact points.
fn gaps(rows: &mut [Standing]) {
    let exact = |row: &Standing| row.points.and_then(Range::exact);
    let lead = rows.first().filter(|row| row.position == Some(1)).and_then(exact);
    for row in rows {
        row.gap = row.gap.or_else(|| Some(lead? - exact(row)?));
    }
}
