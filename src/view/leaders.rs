//! Documents of leaders and of gaps.

use super::{Block, Column, Inline, Line, Table, View, words};
use crate::answer::{Frame, Gap, History, Leader};
use crate::domain::ChampionshipId;
use crate::question::{Question, QuestionKind, Rival};

/// The document of the leaders.
pub(super) fn leaders(question: &Question, frame: &Frame, leaders: &[Leader]) -> View {
    let season = frame.year();
    let mut view = View::titled(format!("{} {season} · Leaders", frame.series.name))
        .with_headline(words::headline::tables::leaders(leaders));
    if leaders.is_empty() {
        view.line(Line::text(words::standings::NO_TABLE));
    }
    let mut moment = String::new();
    for leader in leaders {
        let now = words::standings::moment(leader.after.as_ref(), leader.of, &leader.basis, leader.age.as_ref());
        if now != moment && !leader.leaders.is_empty() {
            view.line(Line::small(words::sentence(&now)));
            for doubt in words::standings::doubts(&leader.doubts) {
                view.line(Line::small(doubt));
            }
            moment = now;
        }
        view.line(
            Line::strong(leader.championship.name.clone())
                .and(Inline::Text(format!(": {}", words::leaders::leader(leader)))),
        );
        if let Some(followers) = words::leaders::followers(leader) {
            view.line(Line::text(words::sentence(&followers)));
        }
        view.link(
            leader.championship.name.clone(),
            table(question, frame, &leader.championship.id),
        );
    }
    view
}

/// The document of gaps.
pub(super) fn gaps(question: &Question, frame: &Frame, gaps: &[Gap]) -> View {
    let season = frame.year();
    let mut view = View::titled(match gaps {
        [gap] => format!("{} {season} · {} gap", frame.series.name, gap.championship.name),
        _ => format!("{} {season} · Gaps", frame.series.name),
    });
    let asked = match &question.options.rival {
        Some(Rival::Driver(id)) => Some(id.slug()),
        Some(Rival::Team(id)) => Some(id.slug()),
        Some(Rival::Place(_)) | None => None,
    };
    view.headline = words::headline::gaps::gaps(question.form, asked, gaps);
    for gap in gaps {
        if gaps.len() > 1 {
            view.heading(gap.championship.name.clone());
        }
        // The headline of one gap says one of them: the first, or the gap to the second of those that follow a leader.
        let of_many = gap.about.is_none() && asked.is_none() && gap.sides.len() > 2;
        let said = (gaps.len() == 1 && view.headline.is_some()).then_some(usize::from(of_many));
        let sentences = sentences(gap).into_iter().enumerate();
        for (_, sentence) in sentences.filter(|(at, _)| Some(*at) != said) {
            view.line(Line::text(words::sentence(&sentence)));
        }
        for side in &gap.sides {
            view.line(Line::text(words::leaders::side(side)));
        }
        if let Some(history) = &gap.history {
            self::history(&mut view, history);
        }
        view.line(Line::small(words::sentence(&words::standings::moment(
            gap.after.as_ref(),
            gap.of,
            &gap.basis,
            gap.age.as_ref(),
        ))));
        for doubt in words::standings::doubts(&gap.doubts) {
            view.line(Line::small(doubt));
        }
        view.link(
            words::link::table(&gap.championship.name),
            table(question, frame, &gap.championship.id),
        );
    }
    if let [gap] = gaps
        && let Some((label, asked)) = to_the_leader(question, frame, gap)
    {
        view.link(label, asked);
    }
    view
}

/// The gap round by round, for a competitor whose neighbours were shown.
fn to_the_leader(question: &Question, frame: &Frame, gap: &Gap) -> Option<(String, Question)> {
    let about = gap.sides.get(gap.about?)?;
    let other = match gap.about? {
        0 => gap.sides.get(1)?,
        _ => gap.sides.first()?,
    };
    let asked = question
        .beside(QuestionKind::Gap)
        .rival(Rival::Driver(about.competitor.id.clone().into()))
        .to(Rival::Driver(other.competitor.id.clone().into()))
        .championship(gap.championship.id.clone())
        .after(question.options.after.clone())
        .season(frame.season.clone());
    Some((words::history::button(&other.row.short), asked))
}

/// A gap round by round: its trend, and a row per round.
fn history(view: &mut View, history: &History) {
    use words::history as say;
    if history.steps.len() < 2 {
        view.remark(say::unknown(history));
        return;
    }
    view.heading(say::heading(history));
    view.line(Line::text(say::bars(history)));
    for sentence in [say::trend(history), say::lead_changes(history)].into_iter().flatten() {
        view.line(Line::text(sentence));
    }
    let before = std::iter::once(None).chain(history.steps.iter().map(Some));
    let rows = history.steps.iter().zip(before).map(|(step, before)| {
        vec![
            step.after.to_string(),
            say::points(step.ahead),
            say::points(step.behind),
            say::signed(step.gap),
            say::change(before, step),
        ]
    });
    view.blocks.push(Block::Table(Table {
        columns: vec![
            Column::number("R"),
            Column::number("Pts"),
            Column::number("Pts"),
            Column::number("Gap"),
            Column::number("+/-"),
        ],
        rows: rows.collect(),
    }));
    view.remark(say::unknown(history));
}

/// The headline sentence of a gap.
fn sentences(gap: &Gap) -> Vec<String> {
    let last = gap.sides.len().saturating_sub(1);
    let Some(about) = gap.about else {
        let first = words::leaders::gap(gap, 0, last).filter(|_| last > 0);
        let steps = (1..=last)
            .filter(|_| last > 1)
            .filter_map(|at| words::leaders::gap(gap, at - 1, at));
        return first.into_iter().chain(steps).collect();
    };
    let mut pairs = Vec::new();
    if about > 0 {
        pairs.push((0, about));
    }
    if about > 1 {
        pairs.push((about - 1, about));
    }
    if about < last {
        pairs.push((about, about + 1));
    }
    pairs
        .into_iter()
        .filter_map(|(ahead, behind)| words::leaders::gap(gap, ahead, behind))
        .collect()
}

fn table(question: &Question, frame: &Frame, championship: &ChampionshipId) -> Question {
    question
        .beside(QuestionKind::Standings)
        .championship(championship.clone())
        .after(question.options.after.clone())
        .season(frame.season.clone())
}
