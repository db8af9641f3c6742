//! Leaders of a championship after every round.

use super::finding::FactResult;
use crate::answer::{CompetitorName, Fact, LeadHistory, LeadStep, StandingsTable};
use crate::domain::{RoundLabel, Season, SourceId, Weekend};
use crate::question::Rival;
use crate::question::classification::SeasonView;
use crate::question::history::after_each_round;
use crate::question::request::Request;
use crate::question::standings::{Shown, row_in, row_of, tables_of};
use crate::scoring::{Standing, Standings};

/// The leaders of the championships after every round; of somebody, those of the tables that list them.
pub(super) fn history<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let shown = tables_of(request)?;
    let options = request.options;
    let driver = options.driver.clone().map(Rival::Driver);
    let who = driver.or_else(|| options.team.clone().map(Rival::Team));
    let lists = |table: &&StandingsTable| who.as_ref().is_none_or(|who| row_of(table, who).is_some());
    let tables = shown.tables.iter().filter(lists);
    let histories: Vec<LeadHistory> = tables
        .clone()
        .filter_map(|table| of_table(request, &shown, table, who.as_ref()))
        .collect();
    if histories.is_empty() {
        return Err(request.nothing_known(view.series, options.season.as_ref()));
    }
    let cited: Vec<&SourceId> = tables.flat_map(|table| &table.standings.sources).collect();
    let sources = view.series.sources.keys().filter(|id| cited.contains(id)).collect();
    Ok((Fact::LeadHistory(histories), sources))
}

fn of_table(
    request: Request<'_>,
    shown: &Shown<'_>,
    table: &StandingsTable,
    who: Option<&Rival>,
) -> Option<LeadHistory> {
    let known = table.standings.after.as_ref().map(|after| &after.round);
    let name = |row: &Standing| CompetitorName::of((shown.series, shown.season), table.ranks, &row.competitor, known);
    let steps = after_each_round(request, shown, table)?;
    let step = |standings: &Standings| {
        let after = &standings.after.as_ref()?.round;
        Some(LeadStep {
            after: after.clone(),
            weekend: weekend(shown.season, after),
            leaders: leaders(standings).into_iter().map(name).collect(),
        })
    };
    let row = who.and_then(|who| table.standings.rows.get(row_in(&table.standings, table.ranks, who)?));
    Some(LeadHistory {
        championship: table.title.clone(),
        who: row.map(name),
        steps: steps.iter().filter_map(step).collect(),
    })
}

/// The name of the weekend of a round.
fn weekend(season: &Season, round: &RoundLabel) -> String {
    let is_of = |weekend: &&Weekend| {
        weekend
            .sessions
            .iter()
            .any(|session| session.round.as_ref() == Some(round))
    };
    let weekend = season.weekends.iter().find(is_of);
    weekend.map_or_else(String::new, |weekend| weekend.name.clone())
}

/// The leaders that a table is sure of; none where points that are still open could make it another.
fn leaders(table: &Standings) -> Vec<&Standing> {
    let (first, others): (Vec<&Standing>, Vec<&Standing>) = table.rows.iter().partition(|row| row.position == Some(1));
    let most = others.iter().filter_map(|row| Some(row.points?.high)).max();
    let is_sure = |row: &&Standing| {
        row.points
            .is_none_or(|points| points.exact().is_some() || most.is_some_and(|most| points.low > most))
    };
    if first.iter().all(is_sure) { first } else { Vec::new() }
}
