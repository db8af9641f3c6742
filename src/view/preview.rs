//! Document of a weekend preview.

use super::schedule::planned;
use super::{Inline, Line, Stamp, View, words};
use crate::answer::{Frame, Preview};
use crate::domain::Start;
use crate::question::{Question, QuestionKind};
use words::preview as say;

/// The document of a preview.
pub(super) fn view(question: &Question, frame: &Frame, preview: &Preview) -> View {
    let season = frame.year();
    let plan = &preview.plan;
    let mut view = View::titled(format!(
        "{} {season} · {} preview",
        frame.series.name, plan.weekend.name
    ))
    .with_headline(Some(words::sentence(&words::headline::times::whole(plan))));
    view.line(Line::text(words::schedule::weekend(plan, false)));
    if let Some(track) = &preview.track {
        view.line(Line::text(words::track::place(track)));
        view.line(Line::text(words::track::size(track)));
    }
    view.heading(say::SCHEDULE);
    for one in &plan.sessions {
        // A preview may be read long after: relative times would be wrong by then.
        let line = planned(one);
        view.line(match one.start {
            Start::At(at) => line.and(Inline::Stamp(at, Stamp::Full)),
            Start::On(_) | Start::Unknown => line,
        });
    }
    if let Some(entries) = preview.entries.as_ref().filter(|_| say::has_field(preview)) {
        view.heading(say::FIELD);
        view.line(Line::text(say::field(entries)));
    }
    for line in say::locals(&preview.locals)
        .into_iter()
        .chain(say::rookies(&preview.rookies))
    {
        view.line(Line::text(line));
    }
    if let Some(last) = &preview.last_time {
        view.heading(say::last_time(last));
        for race in last.winners.weekends.iter().flat_map(|weekend| &weekend.sessions) {
            for class in &race.classes {
                let text = format!("{}{}", words::results::class(class), words::winners::winner(class));
                view.line(Line::strong(race.session.name.clone()).and(Inline::Text(format!(" · {text}"))));
            }
        }
    }
    standings(&mut view, preview);
    for note in &preview.notes {
        view.heading(note.title.clone());
        view.line(Line::text(words::sentence(&note.text)));
    }
    if !preview.conflicts.is_empty() {
        view.heading(say::SLIPS);
        for conflict in &preview.conflicts {
            view.line(Line::small(words::conflict(conflict)));
        }
    }
    links(&mut view, question, frame, preview);
    view
}

fn standings(view: &mut View, preview: &Preview) {
    view.heading(say::STANDINGS);
    match preview.championships.first() {
        Some(first) => {
            let moment = words::standings::moment(first.after.as_ref(), first.of, &first.basis, first.age.as_ref());
            view.line(Line::small(words::sentence(&moment)));
        }
        None => view.line(Line::text(say::NO_TABLES)),
    }
    for gap in &preview.championships {
        view.line(Line::strong(gap.championship.name.clone()).and(Inline::Text(format!(": {}", say::head(gap)))));
    }
    if let Some(scoring) = preview.scoring.iter().find_map(say::scoring) {
        view.heading(say::POINTS);
        view.line(Line::text(scoring));
    }
}

fn links(view: &mut View, question: &Question, frame: &Frame, preview: &Preview) {
    let of_season = |kind| question.beside(kind).season(frame.season.clone());
    let here = preview.plan.weekend.id.clone();
    view.link(words::link::ENTRIES, of_season(QuestionKind::Entries).weekend(here));
    if !frame.championships.is_empty() {
        view.link(words::preview::STANDINGS, of_season(QuestionKind::Standings));
    }
    for neighbour in [&preview.plan.before, &preview.plan.behind].into_iter().flatten() {
        let asked = of_season(QuestionKind::Preview).weekend(neighbour.id.clone());
        view.link(neighbour.name.clone(), asked);
    }
}
