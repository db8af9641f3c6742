//! `gap`: the gap in points between competitors of a table.

use super::request::Request;
use super::standings::{Shown, in_context, row_of, tables_of};
use super::{Misunderstanding, Question, QuestionKind, Relation, Rival, defaults, history};
use crate::answer::{Answer, Body, CompetitorName, Gap, RankedCompetitor, StandingsTable};
use crate::domain::{Points, Range, Ranks, Season, Series, Slug};
use crate::scoring::future::most_points;
use crate::scoring::{Standing, unlisted};

pub(super) fn answer(request: Request<'_>) -> Result<Answer, Misunderstanding> {
    let mut shown = tables_of(request)?;
    let (series, season) = (shown.series, shown.season);
    for table in &mut shown.tables {
        add_unlisted(request, series, season, table);
    }
    let gaps = shown.tables.iter().filter_map(|table| gap(request, &shown, table));
    let gaps: Vec<Gap> = gaps.collect();
    if gaps.is_empty() {
        return Err(why_not(request, &shown));
    }
    let has_gap = |table: &StandingsTable| gaps.iter().any(|gap| gap.championship == table.title);
    shown.tables.retain(has_gap);
    Ok(Answer::new(shown.frame(request), Body::Gap(gaps)))
}

/// Adds those asked about whom a computed table does not list: they have no points, and a gap all the same.
fn add_unlisted(request: Request<'_>, series: &Series, season: &Season, table: &mut StandingsTable) {
    let asked = request.options.rival.iter().chain(&request.options.to);
    let missing: Vec<Slug> = asked
        .filter(|rival| row_of(table, rival).is_none())
        .filter_map(|rival| rival.in_ranks(table.ranks).cloned())
        .collect();
    let rows = in_context(request, series, season, table, |context| {
        let rows = missing.iter().filter_map(|who| unlisted(context, who));
        Some(rows.collect::<Vec<_>>())
    });
    for row in rows.unwrap_or_default() {
        let after = table.standings.after.as_ref().map(|after| &after.round);
        let name = CompetitorName::of((series, season), table.ranks, &row.competitor, after);
        table.names.push(name);
        table.standings.rows.push(row);
    }
}

/// The gap that is asked for in one table, if it has all who are asked about.
fn gap(request: Request<'_>, shown: &Shown<'_>, table: &StandingsTable) -> Option<Gap> {
    let (rival, to) = (&request.options.rival, &request.options.to);
    let side = |row| {
        let (row, name) = table.standings.rows.get(row).zip(table.names.get(row))?;
        Some(RankedCompetitor::of(shown.series, shown.season, table, row, name))
    };
    let head = 0..table.standings.rows.len().min(3);
    let rows: Option<Vec<usize>> = rival.iter().chain(to).map(|rival| row_of(table, rival)).collect();
    let mut gap = match rows?.as_slice() {
        [] => Some(Gap::between(table, &head.collect::<Vec<_>>(), side)).filter(|gap| !gap.sides.is_empty())?,
        // One competitor: gaps to the head of the table and to the neighbours.
        [one] if rival.is_none() => {
            let rows: Vec<usize> = head.chain([*one]).collect();
            Gap::between(table, &rows, side)
        }
        [one] => Gap::around(table, *one, side),
        // Somebody and the place they hold are one.
        [one, other, ..] if one == other => Gap::around(table, *one, side),
        [one, other, ..] => Gap {
            history: history::of(request, shown, table),
            ..Gap::between(table, &[*one, *other], side)
        },
    };
    let needs = request.question.form.relation == Some(Relation::Needs);
    gap.left = needs.then(|| left(request, shown, table)).flatten();
    Some(gap)
}

/// The most points that one car can score in the sessions to come of a championship.
fn left(request: Request<'_>, shown: &Shown<'_>, table: &StandingsTable) -> Option<Points> {
    let id = &table.title.id;
    let championship = shown.season.championship(id.as_str())?;
    let ledger = request.catalogue.ledger(&shown.series.id, &shown.season.id, id)?;
    let over = ledger.over(request.asker.now);
    let all = most_points(shown.season, championship, ledger)?.into_iter().enumerate();
    let ahead = all.filter(|(at, _)| !over.contains(at));
    Some(ahead.map(|(_, session)| session.total()).sum())
}

/// Why no table has all that was asked for.
pub(super) fn why_not(request: Request<'_>, shown: &Shown<'_>) -> Misunderstanding {
    let (rival, to) = (request.options.rival.as_ref(), request.options.to.as_ref());
    let table_of = |rival: &Rival| shown.tables.iter().find(|table| row_of(table, rival).is_some());
    let unbegun = |table: &StandingsTable| table.standings.after.is_none() && table.standings.rows.is_empty();
    if !shown.tables.is_empty() && shown.tables.iter().all(unbegun) {
        return no_points_yet(request, shown.series, shown.season);
    }
    if let Some((one, other)) = rival.zip(to)
        && let Some((of_one, of_other)) = table_of(one).zip(table_of(other))
    {
        let alone = |rival: &Rival| request.question.clone().rival(rival.clone()).to(None);
        return Misunderstanding::AcrossClasses {
            one: (name(shown, one), of_one.title.name.clone()),
            other: (name(shown, other), of_other.title.name.clone()),
            instead: [one, other].map(alone).to_vec(),
        };
    }
    let mut asked = rival.into_iter().chain(to);
    match asked.find(|rival| table_of(rival).is_none()) {
        Some(Rival::Place(place)) => {
            let table = shown.tables.first();
            Misunderstanding::NoSuchPlace {
                place: *place,
                championship: table.map_or_else(String::new, |table| table.title.name.clone()),
                rows: table.map_or(0, |table| table.standings.rows.len()),
                complete: table.is_some_and(|table| table.standings.complete),
                shared: table.and_then(|table| shared(table, *place)),
                instead: table.map(|table| whole(request, table)).into_iter().collect(),
            }
        }
        Some(missing) => match shown.tables.iter().find(|table| belongs(shown, table, missing)) {
            None => not_in_season(request, shown, missing),
            Some(home) => not_in_table(request, name(shown, missing), home),
        },
        None => request.nothing_known(shown.series, Some(&shown.season.id)),
    }
}

/// The place that several share, so that nobody holds this one, with their names.
fn shared(table: &StandingsTable, place: u16) -> Option<(u16, Vec<String>)> {
    let first = |row: &Standing| {
        let first = row.position?;
        (first < place && place < first + row.tied).then_some(first)
    };
    let first = table.standings.rows.iter().find_map(first)?;
    let holders = table.rows().filter(|(row, _)| row.position == Some(first));
    Some((first, holders.map(|(_, name)| name.name.clone()).collect()))
}

/// No race of the season has been run.
pub(super) fn no_points_yet(request: Request<'_>, series: &Series, season: &Season) -> Misunderstanding {
    let calendar = request.question.beside(QuestionKind::Schedule);
    Misunderstanding::NoPointsYet {
        series: series.name.clone(),
        season: season.id.clone(),
        start: season.start(),
        instead: vec![calendar.season(season.id.clone())],
    }
}

/// A competitor's name, or the place.
fn name(shown: &Shown<'_>, rival: &Rival) -> String {
    let known = match rival {
        Rival::Driver(id) => shown.series.drivers.get(id).map(|driver| driver.name.clone()),
        Rival::Team(id) => shown.series.teams.get(id).map(|team| team.name.clone()),
        Rival::Place(place) => Some(format!("P{place}")),
    };
    known.unwrap_or_else(|| rival.to_string())
}

/// A competitor who is missing in a table that ranks their like.
fn not_in_table(request: Request<'_>, name: String, home: &StandingsTable) -> Misunderstanding {
    let last = || home.standings.rows.iter().filter_map(|row| row.points).next_back();
    Misunderstanding::NotInTable {
        name,
        championship: Some(home.title.name.clone()),
        at_most: (!home.standings.complete).then(last).flatten().and_then(Range::exact),
        instead: vec![whole(request, home)],
    }
}

/// A competitor who is in no class of the season: the seasons that have them, latest first.
fn not_in_season(request: Request<'_>, shown: &Shown<'_>, rival: &Rival) -> Misunderstanding {
    let begun = |season: &&Season| {
        let mut weekends = season.weekends.iter();
        weekends.any(|one| defaults::begun(one, request.catalogue, request.asker))
    };
    let has = |season: &&Season| {
        season.entries.iter().any(|entry| match rival {
            Rival::Driver(id) => entry.has_driver(id),
            Rival::Team(id) => entry.team.as_deref() == Some(id),
            Rival::Place(_) => false,
        })
    };
    let seasons = shown.series.each_season().rev().filter(begun).filter(has);
    let seasons: Vec<_> = seasons.map(|season| season.id.clone()).collect();
    // That season may have no table with them, but it tells who they are.
    let who = match rival {
        Rival::Driver(id) => Some(request.question.beside(QuestionKind::Driver).driver(id.clone())),
        Rival::Team(id) => Some(request.question.beside(QuestionKind::Team).team(id.clone())),
        Rival::Place(_) => None,
    };
    let line = |season| Some(who.clone()?.season(season));
    Misunderstanding::NotInSeason {
        name: name(shown, rival),
        season: shown.season.id.clone(),
        instead: seasons.iter().cloned().filter_map(line).collect(),
        seasons,
    }
}

/// The question for a whole table.
fn whole(request: Request<'_>, table: &StandingsTable) -> Question {
    let asked = request.question.beside(QuestionKind::Standings);
    asked
        .championship(table.title.id.clone())
        .after(request.options.after.clone())
        .season(request.options.season.clone())
}

/// True if a table is the one that a competitor who is not in it would be in.
fn belongs(shown: &Shown<'_>, table: &StandingsTable, rival: &Rival) -> bool {
    let in_class = |driver: &Slug| {
        let mut entries = shown.season.entries.iter();
        entries.any(|entry| entry.has_driver(driver) && (table.class.is_none() || entry.class == table.class))
    };
    match rival {
        Rival::Driver(driver) => table.ranks == Ranks::Driver && in_class(driver),
        Rival::Team(_) => table.ranks == Ranks::Entrant,
        Rival::Place(_) => false,
    }
}
