//! Season tables for export, one line a table.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::dataset::Catalogue;
use crate::domain::{Championship, Points, Range, Season, Series, Slug};
use crate::scoring::{Basis, Ledger, Standing, Standings, UNBOUNDED, after_every_round, standings};

/// The moment of a table that has everything, decisions of the winter included.
pub const FINAL: &str = "final";

/// A championship's table after a round, or in the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TableLine {
    /// The championship.
    pub championship: Slug,
    /// The label of the round, or [`FINAL`].
    pub after: String,
    /// Origin of the table: computed or published.
    pub basis: Basis,
    /// The rows, the leader first.
    pub rows: Vec<RowLine>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowLine {
    /// The place; absent when it is not known, and for a competitor struck from the table.
    pub position: Option<u16>,
    /// The competitor.
    pub competitor: Slug,
    /// The points, as far as anything is known of them.
    pub points: Option<Number>,
    /// The points before any result is dropped, where the table follows from results.
    pub gross: Option<String>,
    /// The first places that count when points are equal, where all are known.
    pub wins: Option<u16>,
    /// Number of competitors that share the place.
    pub tied: u16,
}

/// Points as text: exact, or within bounds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Number {
    /// `12.5`, `1/3`
    Exact(String),
    /// From one number to another.
    Between {
        /// The least.
        low: String,
        /// The most; absent where nothing bounds it.
        high: Option<String>,
    },
}

/// The tables of every championship, after the round `after` alone, or after each and in the end; a championship without
/// that round has none.
pub fn table_lines(catalogue: &Catalogue, series: &Series, season: &Season, after: Option<&str>) -> Vec<TableLine> {
    let ledgers = season.championships.iter().filter_map(|championship| {
        let ledger = catalogue.ledger(&series.id, &season.id, &championship.id)?;
        Some((championship, ledger))
    });
    ledgers
        .flat_map(|(championship, ledger)| tables(season, championship, ledger, after))
        .map(|(after, table)| line(after, &table))
        .collect()
}

fn tables(
    season: &Season,
    championship: &Championship,
    ledger: &Ledger,
    wanted: Option<&str>,
) -> Vec<(String, Standings)> {
    let all = ledger.sessions.len();
    let last = match wanted {
        None => all,
        Some(round) => ledger.last_of_round(round).map_or(0, |last| last + 1),
    };
    let sessions: Vec<usize> = (0..last).collect();
    let rounds = after_every_round(season, championship, ledger, &sessions, DateTime::<Utc>::MAX_UTC);
    let named = |table: Standings| Some((table.after.as_ref()?.round.to_string(), table));
    let mut tables: Vec<(String, Standings)> = rounds.into_iter().filter_map(named).collect();
    tables.retain(|(after, _)| wanted.is_none_or(|wanted| wanted == after));
    if wanted.is_none_or(|wanted| wanted == FINAL) {
        let sessions: Vec<usize> = (0..all).collect();
        let table = standings(season, championship, ledger, &sessions, DateTime::<Utc>::MAX_UTC);
        tables.push((FINAL.to_owned(), table));
    }
    tables
}

fn line(after: String, table: &Standings) -> TableLine {
    TableLine {
        championship: table.championship.clone().into(),
        after,
        basis: table.basis.clone(),
        rows: table.rows.iter().map(row).collect(),
    }
}

fn row(row: &Standing) -> RowLine {
    RowLine {
        position: row.position,
        competitor: row.competitor.clone(),
        points: row.points.map(number),
        gross: row.gross.as_ref().map(Points::to_string),
        wins: row.wins,
        tied: row.tied,
    }
}

fn number(points: Range<Points>) -> Number {
    match points.exact() {
        Some(exact) => Number::Exact(exact.to_string()),
        None => Number::Between {
            low: points.low.to_string(),
            high: (points.high < UNBOUNDED).then(|| points.high.to_string()),
        },
    }
}
