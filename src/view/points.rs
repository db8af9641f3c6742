//! The document of scoring rules.

use super::{Line, View, words};
use crate::answer::{Frame, Scoring};

/// The document of the rules of some championships.
pub(super) fn view(frame: &Frame, scorings: &[Scoring]) -> View {
    let season = frame.year();
    let headline = words::headline::rules::points(season, scorings);
    let mut view = View::titled(format!("{} {season} · Points", frame.series.name)).with_headline(Some(headline));
    for scoring in scorings {
        view.heading(words::points::names(scoring));
        let Some(rules) = &scoring.rules else {
            view.line(Line::text(words::points::UNKNOWN));
            rest(&mut view, scoring);
            continue;
        };
        for line in words::points::places(scoring, rules) {
            view.line(Line::text(line));
        }
        view.line(Line::text(words::points::awards(rules)));
        view.line(Line::text(words::points::drops(scoring, rules)));
        view.line(Line::text(words::points::ties(rules.ties.as_ref())));
        if let Some(retired) = words::points::retired(rules) {
            view.line(Line::text(retired));
        }
        for note in &rules.notes {
            view.line(Line::small(words::sentence(note)));
        }
        rest(&mut view, scoring);
    }
    view
}

fn rest(view: &mut View, scoring: &Scoring) {
    if let Some(weekends) = words::points::weekends(scoring) {
        view.line(Line::text(weekends));
    }
    if let Some(eligibility) = &scoring.eligibility {
        view.line(Line::text(words::sentence(eligibility)));
    }
}
