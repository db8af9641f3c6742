//! Document of a weekend's results.

use super::{Block, Column, Line, Table, View, words};
use crate::answer::{self, CarResult, Frame, SessionResult};
use crate::domain::{ClassId, SessionId};
use crate::question::{Question, QuestionKind};
use words::results as say;

/// Number of rows of a class in a brief answer.
const BRIEF: usize = 3;
/// Maximum number of rows of a class that a brief answer shows whole.
const SHORT: usize = 5;

/// The document of a weekend's results.
pub(super) fn view(question: &Question, frame: &Frame, results: &answer::WeekendResults) -> View {
    let asked = question
        .beside(QuestionKind::Results)
        .weekend(results.weekend.title.id.clone())
        .session(question.options.session.clone())
        .class(question.options.class.clone())
        .season(frame.season.clone());
    let of_field = words::headline::field::field(question.form, &results.weekend, &results.sessions);
    let mut view = View::titled(say::title(&frame.series.name, &results.weekend, results.class.as_ref()))
        .with_headline(of_field.or_else(|| words::headline::results::results(question.form, results)));
    let single = match results.sessions.as_slice() {
        [session] => Some(session),
        _ => None,
    };
    for session in &results.sessions {
        if !session.classes.is_empty() || single.is_some() {
            view.heading(say::session(session));
        }
        // Of a single session without a result the headline says all.
        if !session.classes.is_empty() || single.is_none() {
            self::session(&mut view, &asked, session);
        }
    }
    if asked.options.session.is_none() && !results.unknown_since.is_empty() {
        view.line(Line::small(say::unknown_since(&results.unknown_since)));
    }
    view.remark(say::class_note(results));
    for note in &results.notes {
        view.line(Line::small(note));
    }
    links(&mut view, &asked, results);
    view
}

fn session(view: &mut View, asked: &Question, session: &SessionResult) {
    if session.classes.is_empty() {
        view.line(Line::text(say::without_result(session)));
        return;
    }
    let brief = is_brief(asked);
    let several = session.classes.len() > 1;
    for class in session.classes.iter().filter(|class| !class.rows.is_empty()) {
        if several {
            view.line(Line::strong(say::class(class)));
        }
        let shown = if brief && class.rows.len() > SHORT {
            BRIEF
        } else {
            class.rows.len()
        };
        let rows = class.rows.get(..shown).unwrap_or(&class.rows);
        view.blocks.push(Block::Table(table(rows)));
        if let Some(awards) = say::awards(class, brief) {
            view.line(Line::text(awards));
        }
        for line in say::remarks(class, rows, brief) {
            view.line(Line::small(line));
        }
    }
    for line in say::unknown(session).into_iter().chain(say::about(session, brief)) {
        view.line(Line::small(line));
    }
}

fn table(rows: &[CarResult]) -> Table {
    let any = |has: fn(&CarResult) -> bool| rows.iter().any(has);
    let stars = any(|row| row.derived.is_some());
    let cars = any(|row| row.who.car.is_some());
    let status = any(|row| say::status(row).is_some());
    let points = any(|row| row.points.is_some());
    let times = any(|row| row.time.is_some());
    let teams = any(|row| row.who.team.is_some());
    let mut columns = vec![Column::number("P")];
    columns.extend(cars.then_some(Column::number("No")));
    columns.push(Column::words("Driver"));
    columns.extend(status.then_some(Column::short("")));
    columns.extend(points.then_some(Column::number("Pts")));
    columns.extend(times.then_some(Column::number("Time").extra()));
    columns.extend(teams.then_some(Column::words("Team").extra()));
    let cells = |row: &CarResult| {
        let mut cells = vec![say::place(row, stars)];
        cells.extend(cars.then(|| words::crew::number(&row.who)));
        cells.push(words::crew::driver(&row.who));
        cells.extend(status.then(|| say::status(row).unwrap_or_default().to_owned()));
        cells.extend(points.then(|| say::points(row)));
        cells.extend(times.then(|| row.time.clone().unwrap_or_default()));
        cells.extend(teams.then(|| words::crew::team(&row.who)));
        cells
    };
    Table {
        rows: rows.iter().map(cells).collect(),
        columns,
    }
}

/// True if all is asked for, so that the best of each class suffice.
fn is_brief(asked: &Question) -> bool {
    asked.options.session.is_none() && asked.options.class.is_none()
}

/// Links to the weekend that was shown; each names it, since the default may change.
fn links(view: &mut View, here: &Question, results: &answer::WeekendResults) {
    let known: Vec<&SessionResult> = results.sessions.iter().filter(|one| !one.classes.is_empty()).collect();
    if is_brief(here) {
        for session in known.iter().rev().take(2).rev() {
            let session = &session.session;
            view.link(say::in_full(&session.name), here.clone().session(session.id.clone()));
        }
        let winners = here.beside(QuestionKind::Winners).season(here.options.season.clone());
        view.link(words::link::winners_of(results.weekend.season.as_str()), winners);
    } else {
        view.link(
            say::WHOLE_WEEKEND,
            here.clone().session(None::<SessionId>).class(None::<ClassId>),
        );
    }
    if let Some(previous) = &results.neighbours.previous {
        view.link(say::previous(&previous.name), here.clone().weekend(previous.id.clone()));
    }
    if let Some(next) = &results.neighbours.next {
        view.link(say::next(&next.name), here.clone().weekend(next.id.clone()));
    }
}
