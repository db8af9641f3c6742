//! Documents of winners: a weekend's races one by one, a season's as a list for each class.

use super::{Block, Column, Inline, Line, Table, View, words};
use crate::answer::{Frame, NamedId, WeekendResults, Winners};
use crate::domain::{ClassId, SeasonId, WeekendId};
use crate::question::{Question, QuestionKind};
use words::{results, winners as say};

/// The document of winners.
pub(super) fn view(question: &Question, frame: &Frame, winners: &Winners) -> View {
    let season = frame.year();
    let class = winners.weekends.first().and_then(|weekend| weekend.class.as_ref());
    let asked = question
        .beside(QuestionKind::Winners)
        .class(question.options.class.clone())
        .season(frame.season.clone());
    match winners.weekends.as_slice() {
        [only] if !winners.whole_season => {
            let name = format!("{} {season}", frame.series.name);
            let mut view = View::titled(say::title(&name, Some(&only.weekend.title), class))
                .with_headline(words::headline::results::winners(winners));
            weekend(&mut view, only);
            view.remark(results::class_note(only));
            links(&mut view, &asked, only, winners.earlier.as_ref());
            view
        }
        weekends => {
            let name = format!("{} {season}", frame.series.name);
            let mut view =
                View::titled(say::title(&name, None, class)).with_headline(words::headline::results::winners(winners));
            whole_season(&mut view, weekends);
            view.remark(weekends.first().and_then(results::class_note));
            season_links(&mut view, &asked, weekends);
            view
        }
    }
}

fn weekend(view: &mut View, weekend: &WeekendResults) {
    for race in &weekend.sessions {
        if race.classes.is_empty() {
            // Of a single race without a result the headline says all.
            if weekend.sessions.len() > 1 {
                view.line(Line::text(results::without_result(race)));
            }
            continue;
        }
        view.heading(results::session(race));
        for class in &race.classes {
            view.line(Line::strong(results::class(class)).and(Inline::Text(say::winner(class))));
        }
    }
    for race in &weekend.sessions {
        view.remark(results::not_official(&race.session.name, race.status));
    }
    if weekend
        .sessions
        .iter()
        .flat_map(|race| &race.classes)
        .any(say::is_derived)
    {
        view.line(Line::small(results::DERIVED));
    }
    for note in &weekend.notes {
        view.line(Line::small(note));
    }
}

/// One list for each class, so that a season fits a narrow screen.
fn whole_season(view: &mut View, weekends: &[WeekendResults]) {
    let races = || {
        weekends
            .iter()
            .flat_map(|weekend| weekend.sessions.iter().map(move |race| (weekend, race)))
    };
    let mut classes: Vec<Option<&NamedId<ClassId>>> = Vec::new();
    for class in races().flat_map(|(_, race)| &race.classes) {
        if !classes.contains(&class.class.as_ref()) {
            classes.push(class.class.as_ref());
        }
    }
    if classes.is_empty() {
        view.line(Line::text(say::NOTHING));
    }
    for class in &classes {
        let mut rows = Vec::new();
        let mut unknown = Vec::new();
        for (weekend, race) in races().filter(|(_, race)| race.state == crate::schedule::State::Finished) {
            let round = race.round.as_deref().unwrap_or(&race.session.id).to_string();
            let order = race.classes.iter().find(|order| order.class.as_ref() == *class);
            match order.and_then(|order| order.winner()) {
                Some(winner) => rows.push(vec![
                    round,
                    weekend.weekend.title.name.clone(),
                    say::name(winner),
                    words::crew::team(&winner.who),
                ]),
                None => unknown.push(round),
            }
        }
        if rows.is_empty() {
            continue;
        }
        view.heading(class.map_or(results::OVERALL, |class| &class.name));
        view.blocks.push(Block::Table(Table {
            columns: vec![
                Column::number("R"),
                Column::words("Weekend"),
                Column::words("Winner"),
                Column::words("Team").extra(),
            ],
            rows,
        }));
        if !unknown.is_empty() {
            view.line(Line::small(say::unknown_rounds(&unknown)));
        }
    }
    for (weekend, race) in races() {
        let name = say::race(&weekend.weekend, race);
        view.remark(results::not_official(&name, race.status));
    }
    for (weekend, note) in weekends
        .iter()
        .flat_map(|one| one.notes.iter().map(move |note| (one, note)))
    {
        view.line(Line::small(format!("{}: {note}", weekend.weekend.title.name)));
    }
    if races().flat_map(|(_, race)| &race.classes).any(say::is_derived) {
        view.line(Line::small(results::DERIVED));
    }
}

fn season_links(view: &mut View, asked: &Question, weekends: &[WeekendResults]) {
    if asked.options.class.is_some() {
        view.link(words::link::ALL_CLASSES, asked.clone().class(None));
        return;
    }
    let mut races = weekends.iter().flat_map(|weekend| &weekend.sessions);
    let known = races.find(|race| !race.classes.is_empty());
    for class in known
        .iter()
        .flat_map(|race| &race.classes)
        .filter_map(|class| class.class.as_ref())
    {
        view.link(class.name.clone(), asked.clone().class(class.id.clone()));
    }
}

fn links(view: &mut View, asked: &Question, weekend: &WeekendResults, earlier: Option<&SeasonId>) {
    let here = &weekend.weekend;
    let at = |weekend: &WeekendId, season: &SeasonId| asked.clone().weekend(weekend.clone()).season(season.clone());
    if weekend.sessions.iter().any(|race| !race.classes.is_empty()) {
        let results = Question::new(QuestionKind::Results, asked.options.clone());
        view.link(words::link::RESULTS, results.weekend(here.title.id.clone()));
    }
    view.link(words::link::winners_of(here.season.as_str()), asked.clone());
    if let Some(earlier) = earlier {
        let label = words::link::in_season(&here.title.name, earlier.as_str());
        let earlier = at(&here.title.id, earlier);
        if weekend.sessions.iter().all(|race| race.classes.is_empty()) {
            view.line(Line::text(say::LAST_TIME).and(Inline::Command(earlier.line())));
        }
        view.link(label, earlier);
    }
    if let Some(previous) = &weekend.neighbours.previous {
        view.link(results::previous(&previous.name), at(&previous.id, &here.season));
    }
    if let Some(next) = &weekend.neighbours.next {
        view.link(results::next(&next.name), at(&next.id, &here.season));
    }
}
