//! Documents of timetables, calendars and upcoming sessions.

use super::{Block, Column, Inline, Line, Stamp, Table, View, words};
use crate::answer::{CalendarStop, Frame, Next, TimetableSession, WeekendTimetable};
use crate::domain::{RoundLabel, Start, WeekendId};
use crate::question::{Question, QuestionKind};
use crate::schedule::State;

/// The document of a weekend's timetable.
pub(super) fn weekend(question: &Question, frame: &Frame, plan: &WeekendTimetable) -> View {
    let mut view = View::titled(title(frame, plan));
    view.line(Line::text(words::schedule::weekend(plan)));
    for one in &plan.sessions {
        view.line(session(one));
        view.remark(words::schedule::elsewhere(one));
    }
    if plan.sessions.is_empty() && plan.only.is_some() {
        view.line(Line::text(words::schedule::none(plan.only.flatten())));
    }
    if plan.only.is_some() {
        view.link(words::link::SCHEDULE, schedule(question, frame, Some(&plan.weekend.id)));
    }
    for neighbour in [&plan.before, &plan.behind].into_iter().flatten() {
        view.link(neighbour.name.clone(), schedule(question, frame, Some(&neighbour.id)));
    }
    view.link(words::link::CALENDAR, schedule(question, frame, None));
    view
}

/// The current and the next sessions.
pub(super) fn next(question: &Question, frame: &Frame, next: &Next) -> View {
    let Some(plan) = &next.ahead else {
        let mut view = View::titled(frame.series.name.clone());
        view.line(Line::text(words::schedule::nothing_ahead(next.kind)));
        elsewhere(&mut view, question, next);
        return view;
    };
    let mut view = View::titled(title(frame, plan));
    view.line(Line::text(words::schedule::weekend(plan)));
    if next.is_between {
        view.line(Line::text(words::schedule::BETWEEN.to_owned()));
    }
    // Live sessions, sessions that may be on today, and the first upcoming one; the rest is in the schedule.
    let mut to_come = 0;
    for one in &plan.sessions {
        if one.state == State::Upcoming {
            to_come += 1;
        }
        if to_come <= 2 {
            view.line(session(one));
        }
    }
    view.link(words::link::SCHEDULE, schedule(question, frame, Some(&plan.weekend.id)));
    elsewhere(&mut view, question, next);
    view
}

/// Adds the weekends of other series that are on or next, a line each.
fn elsewhere(view: &mut View, question: &Question, next: &Next) {
    for other in &next.elsewhere {
        view.line(Line::text(words::schedule::series_ahead(other)));
        let there = question.beside(QuestionKind::Next).series(other.series.id.clone());
        view.link(other.series.name.clone(), there);
    }
}

/// The question for a weekend's timetable, or for the season's calendar.
fn schedule(question: &Question, frame: &Frame, weekend: Option<&WeekendId>) -> Question {
    let asked = question.beside(QuestionKind::Schedule).weekend(weekend.cloned());
    asked.season(frame.season.clone())
}

/// The document of a season's calendar.
pub(super) fn calendar(question: &Question, frame: &Frame, stops: &[CalendarStop]) -> View {
    let mut view = View::titled(words::schedule::calendar(
        &frame.series.name,
        frame.year(),
        question.options.kind,
    ));
    let rows = stops
        .iter()
        .map(|stop| {
            let rounds: Vec<&str> = stop.rounds.iter().map(RoundLabel::as_str).collect();
            let rounds = match rounds.as_slice() {
                [first, .., last] => format!("{first}–{last}"),
                one => one.concat(),
            };
            let days = words::time::short_days(stop.first, stop.last);
            vec![
                rounds,
                stop.weekend.name.clone(),
                days,
                words::schedule::stop(stop.state).to_owned(),
            ]
        })
        .collect();
    let columns = vec![
        Column::short("R"),
        Column::words("Weekend"),
        Column::short("Days"),
        Column::short(""),
    ];
    view.blocks.push(Block::Table(Table { columns, rows }));
    let ahead = |stop: &&CalendarStop| !matches!(stop.state, State::Finished | State::Cancelled);
    let next = stops.iter().find(ahead).or(stops.last());
    if let Some(stop) = next {
        view.link(
            stop.weekend.name.clone(),
            schedule(question, frame, Some(&stop.weekend.id)),
        );
    }
    view
}

fn title(frame: &Frame, plan: &WeekendTimetable) -> String {
    let season = frame.year();
    format!("{} {season} · {}", frame.series.name, plan.weekend.name)
}

/// A session: name, times by the track's, the series' and the reader's clock, and state.
pub(super) fn session(one: &TimetableSession) -> Line {
    let line = match words::schedule::state(one) {
        Some(state) => planned(one).and(Inline::Text(format!("{}{state}", words::SEPARATOR))),
        None => planned(one),
    };
    match one.start {
        Start::At(at) if one.state != State::Finished && one.state != State::Cancelled => line
            .and(Inline::Stamp(at, Stamp::Full))
            .and(Inline::Stamp(at, Stamp::Relative)),
        Start::At(at) => line.and(Inline::Stamp(at, Stamp::Full)),
        Start::On(_) | Start::Unknown => line,
    }
}

/// A session as it was planned, whatever its state.
pub(super) fn planned(one: &TimetableSession) -> Line {
    Line::strong(words::schedule::session(one)).and(Inline::Text(format!(": {}", words::schedule::when(one))))
}
