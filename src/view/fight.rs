//! Documents of title contenders and of the lead.

use super::{Block, Column, Inline, Line, Table, View, words};
use crate::answer::{Doubts, Fight, Frame, LeadOutlook, NamedId, TableLead};
use crate::domain::ChampionshipId;
use crate::question::{Form, Question, QuestionKind};

/// The contenders for titles.
pub(super) fn title(question: &Question, frame: &Frame, fights: &[Fight], unknown: &[NamedId<ChampionshipId>]) -> View {
    let season = frame.year();
    let mut view = View::titled(match fights {
        [fight] => format!("{} {season} · {} title", frame.series.name, fight.championship.name),
        _ => format!("{} {season} · Titles", frame.series.name),
    })
    .with_headline(words::headline::outlook::title(question.form, fights, unknown));
    let alone = fights.len() == 1 && unknown.is_empty();
    for fight in fights {
        if fights.len() > 1 {
            view.heading(fight.championship.name.clone());
        }
        view.line(Line::small(words::sentence(&words::fight::scene(&fight.scene))));
        doubts(&mut view, &fight.scene.doubts);
        if !alone && fight.champion.is_none() {
            let contenders = words::headline::outlook::contenders(fight);
            view.line(Line::text(words::sentence(&contenders)));
        }
        for sentence in words::fight::title(fight) {
            view.line(Line::text(sentence));
        }
        if fights.len() == 1 && fight.champion.is_none() && !fight.over && fight.hopes.len() > 1 {
            view.blocks.push(Block::Table(hopes(fight)));
        }
        for sentence in words::fight::clinch(fight)
            .into_iter()
            .take(if alone { usize::MAX } else { 1 })
        {
            view.line(Line::text(sentence));
        }
        let remarks = words::fight::remarks(&fight.scene);
        for remark in remarks.into_iter().filter(|_| fight.champion.is_none() && !fight.over) {
            view.line(Line::small(remark));
        }
        view.link(
            words::link::table(&fight.championship.name),
            table(question, frame, &fight.championship.id),
        );
    }
    if let Some(unknown) = words::fight::unknown(unknown) {
        view.line(Line::small(unknown));
    }
    view
}

/// The parts that are not official yet.
fn doubts(view: &mut View, doubts: &Doubts) {
    for doubt in words::standings::doubts(doubts) {
        view.line(Line::small(doubt));
    }
}

fn hopes(fight: &Fight) -> Table {
    let columns = vec![
        Column::words(words::fight::contenders(fight)),
        Column::number("Pts"),
        Column::number("Gap"),
        Column::number("Most"),
    ];
    let row = |hope: &crate::answer::ContenderOutlook| {
        vec![
            words::fight::name(&hope.who),
            words::fight::so_far(hope.points),
            hope.gap.map_or_else(String::new, |gap| gap.to_string()),
            hope.most.to_string(),
        ]
    };
    Table {
        columns,
        rows: fight.hopes.iter().map(row).collect(),
    }
}

/// Maximum number of lines of working in an answer that is not about a championship in full.
const MOST_LINES: usize = 3;

/// The outlook for the lead.
pub(super) fn lead(question: &Question, frame: &Frame, leads: &[LeadOutlook], tables: &[TableLead]) -> View {
    let season = frame.year();
    let mut titles = leads.iter().map(|lead| &lead.championship);
    let mut others = tables.iter().map(|table| &table.leader.championship);
    let alone = leads.len() + tables.len() == 1;
    let only = titles.next().or_else(|| others.next()).filter(|_| alone);
    let mut view = View::titled(match only {
        Some(only) => format!("{} {season} · {} lead", frame.series.name, only.name),
        None => format!("{} {season} · Lead", frame.series.name),
    })
    .with_headline(words::headline::lead::lead(question.form, leads, tables));
    // In full only where a championship is named and nothing else is asked.
    let whole = question.options.championship.is_some() && question.form == Form::default();
    for lead in leads {
        if !alone {
            view.heading(lead.championship.name.clone());
        }
        view.line(Line::small(words::sentence(&words::fight::scene(&lead.scene))));
        doubts(&mut view, &lead.scene.doubts);
        view.line(Line::text(words::fight::leader(lead)));
        let lines = working(lead);
        let shown = if whole { lines.len() } else { MOST_LINES };
        let more = lines.len().saturating_sub(shown);
        for line in lines.into_iter().take(shown) {
            view.line(line);
        }
        if more > 0 {
            let all = question.beside(QuestionKind::Lead);
            let all = all
                .championship(lead.championship.id.clone())
                .season(frame.season.clone());
            view.link(
                words::fight::more(&lead.championship.name),
                all.rival(question.options.rival.clone()),
            );
        }
        for remark in words::fight::remarks(&lead.scene).into_iter().filter(|_| !lead.over) {
            view.line(Line::small(remark));
        }
        view.link(
            words::link::table(&lead.championship.name),
            table(question, frame, &lead.championship.id),
        );
    }
    for TableLead { leader, over } in tables {
        let title = &leader.championship;
        if !alone {
            view.heading(title.name.clone());
        }
        let moment = words::standings::moment(leader.after.as_ref(), leader.of, &leader.basis, leader.age.as_ref());
        view.line(Line::small(words::sentence(&moment)));
        doubts(&mut view, &leader.doubts);
        // Of one alone the headline says it.
        if !alone {
            view.line(Line::text(words::leaders::without_outlook(leader, *over)));
        }
        view.link(words::link::table(&title.name), table(question, frame, &title.id));
    }
    view
}

/// The forecasts at each horizon, then the results with which challengers lead.
fn working(lead: &LeadOutlook) -> Vec<Line> {
    let forecast = |span| {
        let told = format!(": {}", words::fight::span(lead, span));
        Line::strong(words::fight::by(span)).and(Inline::Text(told))
    };
    let mut lines: Vec<Line> = lead.spans.iter().map(forecast).collect();
    for (take, race) in lead.takes.iter().filter_map(|take| Some((take, lead.spans.first()?))) {
        lines.push(Line::text(words::fight::takes(take, &race.until)));
        let results = words::sufficient::lines(&take.lines, &take.limited);
        lines.extend(results.into_iter().map(Line::text));
    }
    lines
}

fn table(question: &Question, frame: &Frame, championship: &ChampionshipId) -> Question {
    question
        .beside(QuestionKind::Standings)
        .championship(championship.clone())
        .season(frame.season.clone())
}
