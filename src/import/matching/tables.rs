//! A sheet's table of points as a published table of the pack.

use std::collections::BTreeMap;

use super::people::{NameMatch, People};
use super::session::find;
use crate::dataset::Fault;
use crate::domain::{Championship, Points, PublishedRow, PublishedTable, RoundLabel, Season, Series, Slug, Team};
use crate::import::sheet::{OrderKind, PointsSheet, SheetName};
use crate::lookup::normalised;

/// The table of a sheet; a championship, round or competitor that cannot be told is a fault.
pub fn table(
    series: &Series,
    season: &Season,
    sheet: &PointsSheet,
    session: Option<&str>,
) -> Result<PublishedTable, Vec<Fault>> {
    let championship = championship(season, sheet).ok_or_else(|| vec![no_championship(season, sheet)])?;
    let after = after(season, sheet, session).ok_or_else(|| vec![no_round(season)])?;
    let people = People::of(series, season);
    let mut faults = Vec::new();
    let mut rows = Vec::new();
    for row in &sheet.rows {
        let competitor = if sheet.of_teams {
            team(series, &row.competitor)
        } else {
            driver(&people, &row.competitor)
        };
        match competitor {
            Some(competitor) => rows.push(PublishedRow {
                competitor,
                // Among those without points a source numbers on, though often nothing tells them apart.
                place: row.place.filter(|_| row.points != Points::default()),
                points: Some(row.points),
                gap: None,
                cells: cells(season, row.cells.iter().copied()),
                derived: None,
            }),
            None => {
                let message = format!("'{}' is nobody that the pack knows", row.competitor.full());
                let mut fault = Fault::error("", "$", "unknown-competitor", message);
                fault.trail = format!("row {}", row.row);
                faults.push(
                    fault.hint(
                        "add the name, or an alias, to people.json, or import the results with --add-missing first",
                    ),
                );
            }
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(PublishedTable {
        championship: championship.id.clone(),
        after,
        status: sheet.heading.status,
        revision: None,
        published: None,
        complete: false,
        champion: None,
        rows,
        note: None,
        sources: Vec::new(),
    })
}

/// True if a new table says nothing of anybody that the old one does not.
pub fn says_the_same(old: &PublishedTable, new: &PublishedTable) -> bool {
    let is_known = |row: &PublishedRow| {
        let same = |one: &&PublishedRow| one.competitor == row.competitor;
        let before = old.rows.iter().find(same);
        before.is_some_and(|before| before.points == row.points && (row.place.is_none() || before.place == row.place))
    };
    old.rows.len() == new.rows.len() && new.rows.iter().all(is_known)
}

/// The championship whose names all stand in the title of a sheet; of several the one with most words.
fn championship<'s>(season: &'s Season, sheet: &PointsSheet) -> Option<&'s Championship> {
    let title = format!(" {} ", normalised(&sheet.championship));
    let length = |one: &&Championship| {
        let class = one.class.as_ref().and_then(|class| season.class(class.as_str()));
        let of_class = class
            .into_iter()
            .flat_map(|class| class.aliases.iter().chain([&class.name]));
        let names = one
            .aliases
            .iter()
            .chain([&one.name])
            .chain(of_class)
            .map(|name| normalised(name));
        let fitting = names.filter(|name| title.contains(&format!(" {name} ")));
        fitting.map(|name| name.len()).max().unwrap_or(0)
    };
    let best = season
        .championships
        .iter()
        .max_by_key(length)
        .filter(|best| length(best) > 0);
    best.or_else(|| season.championships.first().filter(|_| season.championships.len() == 1))
}

/// The label of the round that the table follows: that of the session named, else of the last column with points.
fn after(season: &Season, sheet: &PointsSheet, session: Option<&str>) -> Option<RoundLabel> {
    let columns = sheet
        .rows
        .iter()
        .flat_map(|row| row.cells.iter().zip(0..))
        .filter(|(cell, _)| cell.is_some());
    if let Some(last) = columns.map(|(_, at)| at).max() {
        return season.rounds().get::<usize>(last).map(|round| round.label.clone());
    }
    let has_place = session.is_some() || sheet.heading.event_id.is_some() || sheet.heading.event.is_some();
    if has_place && let Ok(at) = find(season, &sheet.heading, Some(OrderKind::Race), session) {
        return at.session.round.clone();
    }
    let round = sheet.heading.round?.to_string();
    let rounds = season.rounds();
    rounds
        .iter()
        .find(|one| one.label.as_str() == round)
        .map(|round| round.label.clone())
}

/// Points by round, for the columns that have some.
fn cells(season: &Season, cells: impl Iterator<Item = Option<Points>>) -> BTreeMap<Slug, Points> {
    let rounds = season.rounds();
    let labelled = rounds
        .iter()
        .zip(cells)
        .filter_map(|(round, cell)| Some((round.label.slug().clone(), cell?)));
    labelled.collect()
}

fn driver(people: &People<'_>, name: &SheetName) -> Option<Slug> {
    match people.find(name, &[]) {
        NameMatch::Found(id) | NameMatch::Spelt(id) => Some(id.slug().clone()),
        NameMatch::Several(_) | NameMatch::Unknown(_) => None,
    }
}

fn team(series: &Series, name: &SheetName) -> Option<Slug> {
    let by_id = name.id.as_ref().and_then(|id| series.teams.get(id.as_str()));
    let key = normalised(&name.full());
    let is_it = |team: &&Team| {
        team.aliases
            .iter()
            .chain([&team.name])
            .any(|known| normalised(known) == key)
    };
    by_id
        .or_else(|| series.teams.values().find(is_it))
        .map(|team| team.id.slug().clone())
}

fn no_championship(season: &Season, sheet: &PointsSheet) -> Fault {
    let names: Vec<&str> = season.championships.iter().map(|one| one.name.as_str()).collect();
    let fault = Fault::error(
        "",
        "$",
        "no-championship",
        format!("no championship is called '{}'", sheet.championship),
    );
    fault.hint(format!(
        "championships: {}; add the name as an alias to season.json",
        names.join(", ")
    ))
}

fn no_round(season: &Season) -> Fault {
    let first = season.weekends.first().map_or("weekend", |weekend| weekend.id.as_str());
    let fault = Fault::error(
        "",
        "$",
        "no-round",
        "the round after which the table stands cannot be told".to_owned(),
    );
    fault.hint(format!("say after which race: --session {first}/race"))
}
