//! Published tables, continued with the results known since.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::champion::published_champion;
use super::context::TableContext;
use super::table::{Basis, RowBasis, Standing, Standings};
use crate::domain::{Points, PublishedRow, PublishedTable, Range, Slug};

/// Fills a table from published tables and the results known since.
pub(super) fn publish(context: &TableContext<'_>, table: &mut Standings) {
    let printed = context.printed();
    let Some((newest, latest)) = printed.last() else { return };
    let is_current = context.over.last() == Some(newest);
    // Only a published table of this very moment gives current places.
    let current = latest.rows.iter().filter(|_| is_current);
    let current: BTreeMap<&Slug, &PublishedRow> = current.map(|row| (&row.competitor, row)).collect();
    let listed: BTreeSet<&Slug> = printed
        .iter()
        .flat_map(|(_, table)| &table.rows)
        .filter(|row| row.points.is_some() || current.contains_key(&row.competitor))
        .map(|row| &row.competitor)
        .collect();
    let anchors: Vec<(&Slug, Option<(usize, Points)>)> = listed
        .into_iter()
        .map(|competitor| (competitor, anchor(&printed, competitor)))
        .collect();
    table.rows = anchors
        .iter()
        .map(|(competitor, anchor)| continued(context, competitor, *anchor, current.get(competitor).copied()))
        .collect();
    table.rows.sort_by_key(|row| {
        let points = row.points.map_or(Points::ZERO, |points| points.low);
        (
            row.position.unwrap_or(u16::MAX),
            Reverse(points),
            row.competitor.clone(),
        )
    });
    share(&mut table.rows);
    gaps(&mut table.rows);
    table.complete = is_current && latest.complete;
    let champion = published_champion(context.season, context.ledger, context.over, context.as_of);
    table.champion = champion.map(|champion| champion.who.clone());
    table.status = latest.status;
    table.note.clone_from(&latest.note);
    table.sources.clone_from(&latest.sources);
    let oldest = anchors.iter().filter_map(|(_, anchor)| *anchor).map(|(at, _)| at).min();
    let base = match oldest {
        Some(oldest) if oldest < *newest || !is_current => Some(oldest),
        _ if !is_current => Some(*newest),
        _ => None,
    };
    let base = base.and_then(|base| context.ledger.sessions.get(base));
    table.basis = base.map_or(Basis::Published, |base| Basis::PublishedAndComputed {
        since: base.round.clone(),
        places: is_current,
    });
}

/// The row of a competitor: published points with the results since, and the row of a table of this very moment.
fn continued(
    context: &TableContext<'_>,
    competitor: &Slug,
    anchor: Option<(usize, Points)>,
    current: Option<&PublishedRow>,
) -> Standing {
    let points = anchor.map(|(at, points)| {
        let adjusted = context.ledger.adjusted_between(competitor, at, context.as_of);
        let since = context.scores(competitor, at + 1).map(|(_, score)| score.points());
        Range::exactly(points + adjusted) + since.sum()
    });
    let is_exact = current.is_some_and(|row| row.points.is_some());
    Standing {
        position: current.and_then(|row| row.place),
        tied: 1,
        competitor: competitor.clone(),
        points,
        gross: None,
        dropped: Vec::new(),
        gap: current.and_then(|row| row.gap),
        wins: None,
        basis: match anchor.and_then(|(at, _)| context.ledger.sessions.get(at)) {
            Some(base) if !is_exact => RowBasis::Since(base.round.clone()),
            _ => RowBasis::Published,
        },
    }
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
