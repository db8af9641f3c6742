//! The document of points tables.

use super::{Block, Column, Line, Table, View, words};
use crate::answer::{self, Frame};
use crate::domain::{ChampionshipId, Ranks};
use crate::question::{Question, QuestionKind, Relation};
use crate::scoring::Basis;

/// The document of one table or several.
pub(super) fn view(question: &Question, frame: &Frame, tables: &[answer::StandingsTable]) -> View {
    let season = frame.year();
    let mut view = match tables {
        [table] => View::titled(format!(
            "{} {season} · {} standings",
            frame.series.name, table.title.name
        )),
        _ => View::titled(format!("{} {season} · Standings", frame.series.name)),
    };
    let placed = words::headline::table_places::places(question.form, tables);
    view.headline = placed.or_else(|| words::headline::tables::standings(question.form, tables));
    if tables.is_empty() {
        view.line(Line::text(words::standings::NO_TABLE));
    }
    for table in tables {
        let standings = &table.standings;
        let how = words::standings::moment(
            standings.after.as_ref(),
            standings.of,
            &standings.basis,
            table.age.as_ref(),
        );
        if tables.len() > 1 {
            view.heading(table.title.name.clone());
        }
        view.line(Line::text(super::words::sentence(&how)));
        if !table.standings.rows.is_empty() {
            view.blocks.push(Block::Table(rows(table, top(question, tables))));
        }
        for remark in words::standings::remarks(table) {
            view.line(Line::small(remark));
        }
    }
    let other = |championship: &ChampionshipId| {
        question
            .beside(QuestionKind::Standings)
            .championship(championship.clone())
            .after(question.options.after.clone())
            .season(frame.season.clone())
    };
    if let [table] = tables
        && let (Some(round), Basis::Computed) = (&table.standings.known_until, &table.standings.basis)
    {
        view.link(
            words::link::after(round),
            other(&table.title.id).after(round.slug().clone()),
        );
    }
    for table in tables.iter().filter(|_| tables.len() > 1) {
        view.link(table.title.name.clone(), other(&table.title.id));
    }
    if let [table] = tables {
        for title in frame.championships.iter().filter(|title| title.id != table.title.id) {
            view.link(title.name.clone(), other(&title.id));
        }
    }
    view
}

/// The number of rows that were asked for, if not all.
fn top(question: &Question, tables: &[answer::StandingsTable]) -> Option<u16> {
    match (question.form.relation, tables) {
        (Some(Relation::Top(number)), [_]) => Some(number),
        _ => None,
    }
}

fn rows(table: &answer::StandingsTable, top: Option<u16>) -> Table {
    let who = match table.ranks {
        Ranks::Driver => "Driver",
        Ranks::Entrant => "Team",
        Ranks::Car => "Car",
        Ranks::Make => "Make",
    };
    let gap = table.standings.rows.iter().any(|row| row.gap.is_some());
    let cars = table.names.iter().any(|name| name.car.is_some());
    let mut columns = vec![Column::number("P")];
    columns.extend(cars.then_some(Column::number("No")));
    columns.extend([Column::words(who), Column::number("Pts")]);
    columns.extend(gap.then_some(Column::number("Gap")));
    let rows = table
        .rows()
        .take(top.map_or(usize::MAX, usize::from))
        .map(|(row, name)| {
            let mut cells = vec![words::standings::position(row)];
            cells.extend(cars.then(|| name.car.as_ref().map_or_else(String::new, ToString::to_string)));
            cells.extend([name.name.clone(), words::standings::points(row.points)]);
            cells.extend(gap.then(|| words::standings::gap(row)));
            cells
        })
        .collect();
    Table { columns, rows }
}
