//! The documents of leaders and of gaps.

use super::{Line, Span, View, words};
use crate::answer::{Frame, Gap, Leader};
use crate::domain::Slug;
use crate::question::{Question, Standings};

/// The document of the leaders.
pub(super) fn leaders(question: &Question, frame: &Frame, leaders: &[Leader]) -> View {
    let season = frame.season.as_ref().map_or("", Slug::as_str);
    let mut view = View::titled(format!("{} {season} · Leaders", frame.series.name));
    let mut moment = String::new();
    for leader in leaders {
        let now = words::leaders::moment(leader.after.as_ref(), leader.of, &leader.basis);
        if now != moment && !leader.leaders.is_empty() {
            view.line(Line::small(words::sentence(&now)));
            moment = now;
        }
        view.line(
            Line::strong(leader.championship.name.clone())
                .and(Span::Text(format!(": {}", words::leaders::leader(leader)))),
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
    let season = frame.season.as_ref().map_or("", Slug::as_str);
    let mut view = View::titled(match gaps {
        [gap] => format!("{} {season} · {} gap", frame.series.name, gap.championship.name),
        _ => format!("{} {season} · Gaps", frame.series.name),
    });
    for gap in gaps {
        if gaps.len() > 1 {
            view.heading(gap.championship.name.clone());
        }
        for sentence in sentences(gap) {
            view.line(Line::text(words::sentence(&sentence)));
        }
        for side in &gap.sides {
            view.line(Line::text(words::leaders::side(side)));
        }
        view.line(Line::small(words::sentence(&words::leaders::moment(
            gap.after.as_ref(),
            gap.of,
            &gap.basis,
        ))));
        view.link(
            words::link::table(&gap.championship.name),
            table(question, frame, &gap.championship.id),
        );
    }
    view
}

/// What the gap is, the sentence that was asked for first.
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

fn table(question: &Question, frame: &Frame, championship: &Slug) -> String {
    let asked = Standings {
        championship: Some(championship.clone()),
        after: question.option("after"),
        season: frame.season.clone(),
        series: question.option("series"),
    };
    Question::Standings(asked).line()
}
