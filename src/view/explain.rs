//! Document that explains a competitor's points.

use super::{Block, Column, Line, Table, View, words};
use crate::answer::{Explained, Frame, SessionPoints};

use crate::question::{Question, QuestionKind, Rival};
use crate::scoring::Inclusion;
use words::explain as say;

/// Explanation of points, in one championship or several.
pub(super) fn view(question: &Question, frame: &Frame, all: &[Explained]) -> View {
    let season = frame.year();
    let name = all.first().map_or("", |one| one.who.row.name.as_str());
    let mut view = View::titled(format!("{} {season} · {}", frame.series.name, say::title(name)))
        .with_headline(words::headline::people::explained(all));
    for explained in all {
        if all.len() > 1 {
            view.heading(explained.championship.name.clone());
        }
        one(&mut view, explained);
        table_of(&mut view, question, frame, explained);
    }
    if let [explained] = all {
        gap(&mut view, question, frame, explained);
    }
    view
}

fn one(view: &mut View, explained: &Explained) {
    view.line(Line::strong(say::total(explained)));
    let part = |counts: fn(Inclusion) -> bool| -> Vec<&SessionPoints> {
        let sessions = explained.sessions.iter();
        let part = sessions.filter(|one| counts(one.earned.counts));
        part.filter(|one| say::tells(one, explained)).collect()
    };
    if let Some(base) = &explained.base {
        let before = part(|counts| counts == Inclusion::InBase);
        view.line(Line::text(say::base(base, !before.is_empty())));
        if !before.is_empty() {
            view.blocks.push(Block::Table(table(&before)));
        }
    }
    let counted = part(|counts| counts != Inclusion::InBase);
    if !counted.is_empty() {
        if let Some(base) = &explained.base {
            view.line(Line::text(say::since(base)));
        }
        view.blocks.push(Block::Table(table(&counted)));
    }
    for decision in &explained.decisions {
        view.line(Line::text(say::decision(decision)));
    }
    if let Some(sum) = say::sum(explained) {
        view.line(Line::text(sum));
    }
    for remark in say::remarks(explained) {
        view.line(Line::small(remark));
    }
}

/// A row per session: the race, the place, the points, and the points that are not for the place.
fn table(sessions: &[&SessionPoints]) -> Table {
    let bonus = sessions.iter().any(|one| !say::bonus(one).is_empty());
    let mut columns = vec![Column::words("Race"), Column::number("P"), Column::number("Pts")];
    columns.extend(bonus.then_some(Column::short("with")));
    let cells = |one: &&SessionPoints| {
        let mut cells = vec![say::race(one), say::places(one), say::points(one)];
        cells.extend(bonus.then(|| say::bonus(one)));
        cells
    };
    Table {
        rows: sessions.iter().map(cells).collect(),
        columns,
    }
}

/// A question about the table that is explained.
fn about(kind: QuestionKind, question: &Question, frame: &Frame, explained: &Explained) -> Question {
    question
        .beside(kind)
        .championship(explained.championship.id.clone())
        .after(question.options.after.clone())
        .season(frame.season.clone())
}

fn table_of(view: &mut View, question: &Question, frame: &Frame, explained: &Explained) {
    view.link(
        words::link::table(&explained.championship.name),
        about(QuestionKind::Standings, question, frame, explained),
    );
}

fn gap(view: &mut View, question: &Question, frame: &Frame, explained: &Explained) {
    let Some(place) = explained.who.position else { return };
    view.link(
        words::link::gap(&explained.championship.name),
        about(QuestionKind::Gap, question, frame, explained).rival(Rival::Place(place)),
    );
}
