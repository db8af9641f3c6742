//! Document of a what-if table.

use super::{Block, Column, Inline, Line, Table, View, words};
use crate::answer::{Frame, ProjectedRow, WhatIf};
use crate::domain::Ranks;
use crate::question::{Options, Question, QuestionKind};
use words::whatif as say;

/// The what-if table.
pub(super) fn view(question: &Question, frame: &Frame, whatif: &WhatIf) -> View {
    let headline = words::headline::supposed::supposed(question.form, whatif);
    let mut view = View::titled(say::title(frame, whatif)).with_headline(headline);
    for supposing in &whatif.supposed {
        view.line(Line::text(say::supposed(supposing)));
    }
    view.blocks.push(Block::Table(table(whatif)));
    view.line(Line::small(say::moment(whatif)));
    for remark in say::remarks(whatif) {
        view.line(Line::small(remark));
    }
    view.remark(whatif.stale.as_ref().map(|version| say::stale(version, frame)));
    if let Some(code) = &whatif.code {
        let code = Options {
            code: Some(code.clone()),
            ..Options::default()
        };
        let again = Question::new(QuestionKind::WhatIf, code);
        view.line(Line::text(say::RECALL).and(Inline::Command(again.line())));
        view.again = Some(again);
    }
    let asked = Question::of(QuestionKind::Standings)
        .championship(whatif.championship.id.clone())
        .season(frame.season.clone())
        .series(frame.series.id.clone());
    view.link(say::TABLE_NOW, asked);
    view
}

fn table(whatif: &WhatIf) -> Table {
    let who = match whatif.ranks {
        Ranks::Driver => "Driver",
        Ranks::Entrant => "Team",
        Ranks::Car => "Car",
        Ranks::Make => "Make",
    };
    let moved = whatif.rows.iter().any(|row| row.gained().is_some());
    let mut columns = vec![Column::number("P")];
    columns.extend(moved.then_some(Column::short("")));
    columns.extend([Column::words(who), Column::number("Pts"), Column::number("Gap")]);
    let cells = |row: &ProjectedRow| {
        let mut cells = vec![say::place(row)];
        cells.extend(moved.then(|| say::arrow(row)));
        cells.extend([row.row.short.clone(), say::points(row.points), say::gap(row)]);
        cells
    };
    Table {
        rows: whatif.rows.iter().map(cells).collect(),
        columns,
    }
}
