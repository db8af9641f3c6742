//! History of a gap: the gap between two competitors after every round.

use super::Rival;
use super::request::Request;
use super::standings::{Shown, moment, row_in, row_of};
use crate::answer::{History, StandingsTable};
use crate::domain::Ranks;
use crate::scoring::{Standing, Standings, after_every_round};

/// The history of the gap between the two competitors of the request in `table`.
pub(super) fn of(request: Request<'_>, shown: &Shown<'_>, table: &StandingsTable) -> Option<History> {
    let asked = request.options;
    let (one, other) = asked.rival.as_ref().zip(asked.to.as_ref())?;
    let (first, second) = (row_of(table, one)?, row_of(table, other)?);
    let (ahead, behind) = match first.cmp(&second) {
        std::cmp::Ordering::Less => (one, other),
        std::cmp::Ordering::Equal => return None,
        std::cmp::Ordering::Greater => (other, one),
    };
    let tables = after_each_round(request, shown, table)?;
    let name = |rival: &Rival, at: usize| match rival {
        Rival::Place(place) => format!("P{place}"),
        Rival::Driver(_) | Rival::Team(_) => table.names.get(at).map_or_else(String::new, |name| name.short.clone()),
    };
    let (names, ranks) = (
        (name(ahead, first.min(second)), name(behind, first.max(second))),
        table.ranks,
    );
    Some(History::new(names.0, names.1, &tables, |table| {
        sides(table, ranks, ahead, behind)
    }))
}

/// The tables after every round up to `table`.
pub(super) fn after_each_round(
    request: Request<'_>,
    shown: &Shown<'_>,
    table: &StandingsTable,
) -> Option<Vec<Standings>> {
    let (series, season) = (shown.series, shown.season);
    let championship = season.championship(table.title.id.as_str())?;
    let ledger = request.catalogue.ledger(&series.id, &season.id, &championship.id)?;
    let after = request.options.after.as_ref();
    let (mut over, _) = moment(series, season, championship, ledger, after, request.asker).ok()?;
    if let Some(age) = &table.age {
        over.truncate(over.len().saturating_sub(age.sessions));
    }
    let mut tables = after_every_round(season, championship, ledger, &over, request.asker.now);
    // The last step is the table that was asked for, which has what was decided since its round.
    if let Some(last) = tables.last_mut() {
        last.clone_from(&table.standings);
    }
    Some(tables)
}

/// The rows of two in a table. Whoever is asked about by place is somebody else than the other one: the next, where the
/// other one holds that place.
fn sides<'t>(
    table: &'t Standings,
    ranks: Ranks,
    ahead: &Rival,
    behind: &Rival,
) -> Option<(&'t Standing, &'t Standing)> {
    let (one, other) = (row_in(table, ranks, ahead)?, row_in(table, ranks, behind)?);
    let (one, other) = match (ahead, behind) {
        _ if one != other => (one, other),
        (Rival::Place(_), _) => (one + 1, other),
        _ => (one, other + 1),
    };
    table.rows.get(one).zip(table.rows.get(other))
}
