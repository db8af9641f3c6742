//! The document of an entry list.

use super::{Block, Column, Line, Table, View, words};
use crate::answer::{ClassEntries, Entries, Frame, Seat};

use crate::question::{Question, QuestionKind};
use words::entries as say;

/// The document of an entry list.
pub(super) fn view(question: &Question, frame: &Frame, entries: &Entries) -> View {
    let season = frame.year();
    let title = format!("{} {season} · {}", frame.series.name, say::title(entries));
    let mut view = View::titled(title).with_headline(Some(words::headline::places::entries(season, entries)));
    for line in say::field(entries) {
        view.line(Line::text(line));
    }
    for class in &entries.classes {
        view.heading(say::class(class));
        if class.seats.is_empty() {
            view.line(Line::small(say::NONE_KNOWN));
        } else {
            view.blocks.push(Block::Table(table(class, entries.weekend.is_none())));
        }
    }
    if let Some(unplaced) = say::unplaced(entries) {
        view.line(Line::small(unplaced));
    }
    links(&mut view, question, frame, entries);
    view
}

fn table(class: &ClassEntries, of_season: bool) -> Table {
    let any = |has: fn(&Seat) -> bool| class.seats.iter().any(has);
    let teams = any(|seat| seat.who.team.is_some());
    let homes = any(|seat| seat.hometown.is_some());
    let weekends = of_season && any(|seat| seat.weekends.is_some());
    let mut columns = vec![Column::number("No"), Column::words("Driver")];
    columns.extend(teams.then_some(Column::words("Team")));
    columns.extend(homes.then_some(Column::words("From").extra()));
    columns.extend(weekends.then_some(Column::words("Weekends").extra()));
    let cells = |seat: &Seat| {
        let mut cells = vec![words::crew::number(&seat.who), words::crew::driver(&seat.who)];
        cells.extend(teams.then(|| words::crew::team(&seat.who)));
        cells.extend(homes.then(|| seat.hometown.clone().unwrap_or_default()));
        cells.extend(weekends.then(|| words::people::weekends(seat)));
        cells
    };
    Table {
        rows: class.seats.iter().map(cells).collect(),
        columns,
    }
}

fn links(view: &mut View, question: &Question, frame: &Frame, entries: &Entries) {
    let asked = question
        .beside(QuestionKind::Entries)
        .weekend(entries.weekend.as_ref().map(|weekend| weekend.title.id.clone()))
        .class(question.options.class.clone())
        .season(frame.season.clone());
    for class in entries.classes.iter().filter_map(|class| class.class.as_ref()).take(3) {
        if entries.only.is_none() {
            view.link(class.name.clone(), asked.clone().class(class.id.clone()));
        }
    }
    if entries.only.is_some() {
        view.link(words::link::ALL_CLASSES, asked.clone().class(None));
    }
    let around = [&entries.neighbours.previous, &entries.neighbours.next];
    for neighbour in around.into_iter().flatten() {
        view.link(neighbour.name.clone(), asked.clone().weekend(neighbour.id.clone()));
    }
    if entries.weekend.is_some() && entries.known_from.is_some() {
        view.link(words::link::ENTRIES_SO_FAR, asked.weekend(None));
    }
}
