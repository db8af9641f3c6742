//! Documents of timetables, calendars and upcoming sessions.

use super::{Block, Column, Inline, Line, Stamp, Table, View, words};
use crate::answer::{CalendarStop, Frame, Next, SeasonCalendar, TimetableSession, WeekendTimetable};
use crate::domain::{RoundLabel, Start, WeekendId};
use crate::question::{Question, QuestionKind};
use crate::schedule::State;
use words::headline::times as say;

/// The document of a weekend's timetable.
pub(super) fn weekend(question: &Question, frame: &Frame, plan: &WeekendTimetable) -> View {
    let mut view = View::titled(title(frame, plan)).with_headline(Some(say::weekend(question, plan)));
    view.line(Line::text(words::schedule::weekend(plan, plan.only.is_some())));
    match plan.sessions.as_slice() {
        [one] if plan.only.is_some() && matches!(one.start, Start::At(_)) => told(&mut view, one),
        sessions => {
            for one in sessions {
                view.line(session(one));
                view.remark(words::schedule::elsewhere(one));
            }
        }
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
        let nothing = say::next(question, next, frame.as_of);
        let mut view = View::titled(frame.series.name.clone()).with_headline(Some(nothing));
        elsewhere(&mut view, question, next);
        return view;
    };
    let headline = say::next(question, next, frame.as_of);
    let mut view = View::titled(title(frame, plan)).with_headline(Some(headline));
    view.line(Line::text(words::schedule::weekend(plan, true)));
    // Live sessions, sessions that may be on today, and the first upcoming one; the rest is in the schedule.
    let mut to_come = 0;
    let live = plan.sessions.iter().any(|one| one.state == State::Live);
    for one in &plan.sessions {
        if one.state == State::Upcoming {
            to_come += 1;
        }
        match one.start {
            // The headline tells the first one that comes next; its stamp tells the reader's own time.
            Start::At(at) if !live && to_come == 1 && one.state == State::Upcoming => {
                let rest = Line::strong(words::schedule::session(one));
                let end = words::schedule::until(one).map_or_else(String::new, |end| format!(": {end}"));
                view.line(rest.and(Inline::Text(end)).and(Inline::Stamp(at, Stamp::Full)));
            }
            _ if to_come <= 2 => view.line(session(one)),
            _ => {}
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
pub(super) fn calendar(question: &Question, frame: &Frame, calendar: &SeasonCalendar) -> View {
    let (stops, kind) = (&calendar.stops, question.options.kind);
    let title = words::schedule::calendar(&frame.series.name, frame.year(), kind);
    let headline = words::headline::places::calendar(question.form, kind, frame.year(), calendar);
    let mut view = View::titled(title).with_headline(headline);
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

/// The rest of a session whose name and start stand in the headline: round, end and other words.
fn told(view: &mut View, one: &TimetableSession) {
    let Start::At(at) = one.start else {
        return;
    };
    let mut line = Line::text(words::schedule::rest(one)).and(Inline::Stamp(at, Stamp::Full));
    if one.state != State::Finished && one.state != State::Cancelled {
        line = line.and(Inline::Stamp(at, Stamp::Relative));
    }
    view.line(line);
}

/// A session as it was planned, whatever its state.
pub(super) fn planned(one: &TimetableSession) -> Line {
    Line::strong(words::schedule::session(one)).and(Inline::Text(format!(": {}", words::schedule::when(one))))
}
