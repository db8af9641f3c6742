//! The documents of drivers and teams.

use chrono::Datelike as _;

use super::{Block, Column, Line, Table, View, words};
use crate::answer::{self, CarResult, DriverProfile, DriverSession, Frame, Seat, TeamProfile};

use crate::question::{Question, QuestionKind};
use words::people as say;
use words::results;

/// True for an answer about a year that has passed.
fn is_past(frame: &Frame) -> bool {
    let year = frame
        .season
        .as_ref()
        .and_then(|season| season.as_str().parse::<i32>().ok());
    year.is_some_and(|year| year < frame.as_of.year())
}

/// The document of a driver.
pub(super) fn driver(question: &Question, frame: &Frame, driver: &DriverProfile) -> View {
    let season = frame.year();
    let mut view = View::titled(format!("{} · {} {season}", driver.driver.name, frame.series.name))
        .with_headline(words::headline::people::driver(question.form, driver, is_past(frame)));
    if let Some(line) = say::origin(driver.hometown.as_deref(), driver.nationality.as_deref()) {
        view.line(Line::text(line));
    }
    for seat in &driver.seats {
        view.line(Line::text(say::seat(seat)));
    }
    if driver.seats.is_empty() {
        view.line(Line::small(say::NO_SEAT));
    }
    standings(&mut view, &driver.standings);
    for tally in &driver.tallies {
        view.line(Line::text(say::tally(tally)));
    }
    if !driver.results.is_empty() {
        view.heading(say::KNOWN_RESULTS);
        view.blocks.push(Block::Table(outings(&driver.results)));
        if driver
            .results
            .iter()
            .filter_map(|one| one.finish.as_ref())
            .any(|one| one.derived.is_some())
        {
            view.line(Line::small(results::DERIVED));
        }
    }
    for (title, text) in &driver.notes {
        view.line(Line::small(format!("{title}: {text}")));
    }
    for table in driver.standings.iter().take(1) {
        view.link(
            words::link::table(&table.title.name),
            self::table(question, frame, table),
        );
    }
    let teams = driver.seats.iter().rev().filter_map(|seat| seat.who.team.as_ref());
    for team in teams.take(1) {
        let asked = question.beside(QuestionKind::Team).team(team.id.clone());
        view.link(team.name.clone(), asked.season(frame.season.clone()));
    }
    for season in driver.seasons.iter().rev().take(3) {
        let asked = question.beside(QuestionKind::Driver).driver(driver.driver.id.clone());
        view.link(season.to_string(), asked.season(season.clone()));
    }
    view
}

/// The document of a team.
pub(super) fn team(question: &Question, frame: &Frame, team: &TeamProfile) -> View {
    let season = frame.year();
    let mut view = View::titled(format!("{} · {} {season}", team.team.name, frame.series.name))
        .with_headline(words::headline::people::team(team));
    if let Some(line) = say::origin(None, team.nationality.as_deref()) {
        view.line(Line::text(line));
    }
    standings(&mut view, &team.standings);
    if team.seats.is_empty() {
        view.line(Line::small(say::NO_CARS));
    } else {
        view.heading(say::CARS);
        view.blocks.push(Block::Table(cars(&team.seats)));
    }
    if !team.wins.is_empty() {
        view.heading(say::KNOWN_WINS);
        for win in &team.wins {
            view.line(Line::text(say::win(win)));
        }
        if team
            .wins
            .iter()
            .filter_map(|one| one.finish.as_ref())
            .any(|one| one.derived.is_some())
        {
            view.line(Line::small(results::DERIVED));
        }
    }
    for table in team.standings.iter().take(1) {
        view.link(
            words::link::table(&table.title.name),
            self::table(question, frame, table),
        );
    }
    for season in team.seasons.iter().rev().take(3) {
        let asked = question.beside(QuestionKind::Team).team(team.team.id.clone());
        view.link(season.to_string(), asked.season(season.clone()));
    }
    view
}

fn standings(view: &mut View, tables: &[answer::StandingsTable]) {
    for table in tables {
        view.line(Line::text(say::standing(table)));
    }
}

/// A driver's results as a table.
fn outings(results: &[DriverSession]) -> Table {
    let any = |has: fn(&CarResult) -> bool| results.iter().filter_map(|one| one.finish.as_ref()).any(has);
    let stars = any(|one| one.derived.is_some());
    let status = any(|one| results::status(one).is_some());
    let points = any(|one| one.points.is_some());
    let awards = results.iter().any(|one| !one.awards.is_empty());
    let mut columns = vec![Column::words("Race"), Column::number("P")];
    columns.extend(status.then_some(Column::short("")));
    columns.extend(points.then_some(Column::number("Pts")));
    columns.extend(awards.then_some(Column::words("Won")));
    let cells = |one: &DriverSession| {
        let finish = one.finish.as_ref();
        let mut cells = vec![
            say::race(one),
            finish.map(|one| results::place(one, stars)).unwrap_or_default(),
        ];
        cells.extend(status.then(|| finish.and_then(results::status).unwrap_or_default().to_owned()));
        cells.extend(points.then(|| finish.map(results::points).unwrap_or_default()));
        cells.extend(awards.then(|| say::awards(&one.awards)));
        cells
    };
    Table {
        rows: results.iter().map(cells).collect(),
        columns,
    }
}

/// A team's cars as a table.
fn cars(seats: &[Seat]) -> Table {
    let weekends = seats.iter().any(|seat| seat.weekends.is_some());
    let mut columns = vec![Column::number("No"), Column::words("Driver"), Column::short("Class")];
    columns.extend(weekends.then_some(Column::words("Weekends").extra()));
    let cells = |seat: &Seat| {
        let mut cells = vec![
            words::crew::number(&seat.who),
            words::crew::driver(&seat.who),
            say::class(seat),
        ];
        cells.extend(weekends.then(|| say::weekends(seat)));
        cells
    };
    Table {
        rows: seats.iter().map(cells).collect(),
        columns,
    }
}

fn table(question: &Question, frame: &Frame, table: &answer::StandingsTable) -> Question {
    question
        .beside(QuestionKind::Standings)
        .championship(table.title.id.clone())
        .season(frame.season.clone())
}
