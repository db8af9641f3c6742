//! `explain`: the breakdown of a competitor's points, session by session.

use super::request::Request;
use super::standings::{Shown, in_context, partial_tables_of, row_of};
use super::{Misunderstanding, Rival, gap};
use crate::answer::{Answer, Body, Explained, RankedCompetitor, StandingsTable};

pub(super) fn answer(request: Request<'_>) -> Result<Answer, Misunderstanding> {
    let rival = request.options.rival.as_ref().ok_or_else(|| request.missing())?;
    let mut shown = partial_tables_of(request)?;
    let explained = |table| explained(request, &shown, table, rival);
    let all: Vec<Explained> = shown.tables.iter().filter_map(explained).collect();
    if all.is_empty() {
        return Err(gap::why_not(request, &shown));
    }
    let is_explained = |table: &StandingsTable| all.iter().any(|one| one.championship == table.title);
    shown.tables.retain(is_explained);
    Ok(Answer::new(shown.frame(request), Body::Explain(all)))
}

/// The breakdown of a competitor's points in a table.
fn explained(request: Request<'_>, shown: &Shown<'_>, table: &StandingsTable, rival: &Rival) -> Option<Explained> {
    let (series, season) = (shown.series, shown.season);
    let at = row_of(table, rival)?;
    let (row, name) = table.standings.rows.get(at).zip(table.names.get(at))?;
    let explanation = in_context(request, series, season, table, |context| {
        context.explain(&table.standings, &row.competitor)
    })?;
    let side = RankedCompetitor::of(series, season, table, row, name);
    Some(Explained::new(season, table, side, explanation))
}
