//! Hypothetical (what-if) results: the season with hypothetical results, and the table that would follow.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};

use super::Ledger;
use super::published::printed;
use super::standings::{Basis, Standings, counted_by, standings, within_bounds};
use crate::domain::{
    Award, Championship, Classification, Complete, Points, Range, Round, Row, Season, SessionRef, Slug,
};

/// The hypothetical result of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhatIfResult {
    /// The session.
    pub session: SessionRef,
    /// The cars with a hypothetical result.
    pub rows: Vec<Row>,
    /// The hypothetical awards.
    pub awards: Vec<Award>,
    /// True if these cars are the whole field.
    pub complete: bool,
}

/// The season once some sessions are over, with hypothetical results in others; the known rows of a session stay unless
/// the same drivers have a hypothetical one.
pub fn with_results(season: &Season, is_over: impl Fn(&SessionRef) -> bool, supposed: &[WhatIfResult]) -> Season {
    let mut then = season.clone();
    then.classifications.retain(|known| is_over(&known.session));
    let rounds = season.rounds();
    let all_over = |round: &Round<'_>| {
        let session = |one: &&crate::domain::Session| SessionRef {
            weekend: round.weekend.id.clone(),
            session: one.id.clone(),
        };
        round.sessions.iter().map(session).all(|one| is_over(&one))
    };
    then.tables.retain(|table| {
        let mut of_table = rounds.iter().filter(|round| *round.label == table.after);
        of_table.all(all_over)
    });
    for one in supposed {
        let known = then
            .classifications
            .iter_mut()
            .find(|known| known.stage.is_none() && known.session == one.session);
        match known {
            Some(known) => add(known, one),
            None => {
                let mut unknown = blank(one.session.clone());
                add(&mut unknown, one);
                then.classifications.push(unknown);
            }
        }
    }
    then
}

fn add(known: &mut Classification, supposed: &WhatIfResult) {
    let same = |row: &Row| supposed.rows.iter().any(|new| row.drivers().eq(new.drivers()));
    known.rows.retain(|row| !same(row));
    known.rows.extend(supposed.rows.iter().cloned());
    known.awards.extend(supposed.awards.iter().cloned());
    if supposed.complete {
        known.complete = Complete::Whole(true);
    }
}

fn blank(session: SessionRef) -> Classification {
    Classification {
        session,
        stage: None,
        complete: Complete::default(),
        share: None,
        rows: Vec::new(),
        awards: Vec::new(),
        cells: Vec::new(),
        penalties: Vec::new(),
        laps: None,
        scheduled_laps: None,
        leader_laps: None,
        green_laps: None,
        minutes: None,
        stopped: false,
        notes: Vec::new(),
        sources: Vec::new(),
    }
}

/// The table that would follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhatIfTable {
    /// The table as far as it is determined.
    pub table: Standings,
    /// All competitors in it, by certain lead.
    pub rows: Vec<WhatIfRow>,
    /// Maximum points of anybody without a row; absent if nobody can have any.
    pub unlisted: Option<Points>,
    /// The label of the round of the published table that it continues.
    pub base: Option<Slug>,
}

/// A row of such a table, valid whatever else happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhatIfRow {
    /// The competitor.
    pub competitor: Slug,
    /// The points.
    pub points: Range<Points>,
    /// The best and the worst place; [`u16::MAX`] if the worst is not bounded.
    pub place: Range<u16>,
}

impl WhatIfTable {
    /// The table over the sessions `over` of a season with hypothetical results; `before` is the current table.
    pub fn new(
        then: &Season,
        championship: &Championship,
        ledger: &Ledger,
        before: &Standings,
        over: &[usize],
        as_of: DateTime<Utc>,
    ) -> Self {
        let mut table = standings(then, championship, ledger, over, as_of);
        let printed = printed(then, ledger, over);
        let base = printed
            .iter()
            .rev()
            .find(|(_, table)| table.rows.iter().any(|row| row.points.is_some()));
        let counted = counted_by(then, championship, ledger)
            .filter(|(rules, _)| rules.phases.is_empty() && (before.basis == Basis::Computed || base.is_none()));
        if let Some(by) = counted.filter(|_| !table.unresolved.is_empty()) {
            table.rows = within_bounds(ledger, by, over, as_of);
            table.basis = Basis::Computed;
        }
        let base = base.filter(|_| table.basis != Basis::Computed);
        let first = base.map_or(0, |(at, _)| at + 1);
        let least_listed = base.map(|(_, table)| {
            let listed = table.rows.iter().filter_map(|row| row.points).min();
            if table.complete {
                Points::ZERO
            } else {
                listed.unwrap_or_default()
            }
        });
        let since = |index: usize| -> Range<Points> {
            let sessions = over.iter().filter(|at| **at >= first);
            sessions
                .filter_map(|at| ledger.session(*at, as_of).get(index))
                .map(super::Score::points)
                .sum()
        };
        let mut points: Vec<(Slug, Range<Points>)> = table
            .rows
            .iter()
            .filter_map(|row| Some((row.competitor.clone(), row.points?)))
            .collect();
        let ranked = table.basis == Basis::Computed && table.unresolved.is_empty();
        let mut unlisted = None;
        for (index, competitor) in ledger.competitors.iter().enumerate() {
            let in_row = points.iter().any(|(listed, _)| listed == competitor);
            if ranked || in_row || table.basis == Basis::Unknown {
                continue;
            }
            let start = Range::between(Points::ZERO, least_listed.unwrap_or_default());
            let total = start + since(index);
            let sessions = over.iter().filter(|at| **at >= first);
            let named = sessions
                .filter_map(|at| ledger.session(*at, as_of).get(index))
                .any(|score| !score.parts.is_empty());
            if named {
                points.push((competitor.clone(), total));
            } else if total.high > Points::ZERO {
                unlisted = unlisted.max(Some(total.high));
            }
        }
        let exact = |competitor: &Slug| {
            let row = table.rows.iter().find(|row| row.competitor == *competitor)?;
            row.position.filter(|_| ranked).map(Range::exactly)
        };
        let mut rows: Vec<WhatIfRow> = points
            .iter()
            .map(|(competitor, own)| WhatIfRow {
                competitor: competitor.clone(),
                points: *own,
                place: exact(competitor).unwrap_or_else(|| place(*own, &points, unlisted)),
            })
            .collect();
        if !ranked {
            rows.sort_by_key(|row| {
                (
                    Reverse(row.points.low),
                    Reverse(row.points.high),
                    row.competitor.clone(),
                )
            });
        }
        Self {
            base: base
                .and_then(|(at, _)| ledger.sessions.get(*at))
                .map(|counted| counted.round.clone()),
            table,
            rows,
            unlisted,
        }
    }
}

/// The best and the worst place at these points; equal points decide nothing, since the wins are not known.
fn place(own: Range<Points>, all: &[(Slug, Range<Points>)], unlisted: Option<Points>) -> Range<u16> {
    let count = |ahead: &dyn Fn(&Range<Points>) -> bool| {
        let ahead = all.iter().filter(|(_, points)| ahead(points)).count();
        u16::try_from(ahead).unwrap_or(u16::MAX)
    };
    let best = 1 + count(&|other| other.low > own.high);
    // Anybody who can have as many may be ahead; that includes the competitor itself.
    let worst = count(&|other| other.high >= own.low);
    let open = unlisted.is_some_and(|most| most >= own.low);
    Range {
        low: best,
        high: if open { u16::MAX } else { worst.max(best) },
    }
}
