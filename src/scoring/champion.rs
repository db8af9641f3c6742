//! Champions of published tables: the first place of the final one, or whoever an earlier one names.

use chrono::{DateTime, Utc};

use super::ledger::Ledger;
use crate::domain::{PublishedTable, Season, Slug};

/// A champion of a published table.
#[derive(Debug, Clone, Copy)]
pub struct PublishedChampion<'a> {
    /// The competitor.
    pub who: &'a Slug,
    /// The table: the final one, or the first that names the champion.
    pub table: &'a PublishedTable,
    /// The position of the session that the table follows.
    pub after: usize,
    /// True if it is the table after the last session.
    pub is_final: bool,
}

/// The champion that the tables published after some sessions `over` tell, as of a moment.
pub fn published_champion<'a>(
    season: &'a Season,
    ledger: &Ledger,
    over: &[usize],
    as_of: DateTime<Utc>,
) -> Option<PublishedChampion<'a>> {
    let tables = ledger.printed(season, over, as_of);
    let last = tables.last()?;
    let of_final = || {
        let is_final = ledger.is_over_after(last.0 + 1);
        Some((last, only_first(last.1).filter(|_| is_final)?, true))
    };
    let named = || {
        tables
            .iter()
            .find_map(|one| Some((one, one.1.champion.as_ref()?, false)))
    };
    let ((after, table), who, is_final) = of_final().or_else(named)?;
    Some(PublishedChampion {
        who,
        table,
        after: *after,
        is_final,
    })
}

/// The only first place of a table.
pub fn only_first(table: &PublishedTable) -> Option<&Slug> {
    let mut first = table.rows.iter().filter(|row| row.place == Some(1));
    let only = first.next()?;
    first.next().is_none().then_some(&only.competitor)
}
