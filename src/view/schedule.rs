//! The documents of timetables, calendars and what comes next.

use super::{Block, Column, Line, Span, Stamp, Table, View, words};
use crate::answer::{Frame, Next, Plan, Slotted, Stop};
use crate::domain::{Slug, Start};
use crate::question::{Question, Schedule};
use crate::schedule::State;

/// The document of a weekend's timetable.
pub(super) fn weekend(asked: &Schedule, frame: &Frame, plan: &Plan) -> View {
    let mut view = View::titled(title(frame, plan));
    view.line(Line::text(words::schedule::weekend(plan)));
    for one in &plan.sessions {
        view.line(session(one));
    }
    let season = frame.season.clone();
    for neighbour in [&plan.before, &plan.behind].into_iter().flatten() {
        let asked = Schedule {
            weekend: Some(neighbour.id.clone()),
            season: season.clone(),
            ..asked.clone()
        };
        view.link(neighbour.name.clone(), Question::Schedule(asked).line());
    }
    let calendar = Schedule {
        weekend: None,
        season,
        ..asked.clone()
    };
    view.link(words::link::CALENDAR, Question::Schedule(calendar).line());
    view
}

/// The document of what is on and what comes next.
pub(super) fn next(frame: &Frame, next: &Next) -> View {
    let Some(plan) = &next.ahead else {
        let mut view = View::titled(frame.series.name.clone());
        view.line(Line::text(words::schedule::nothing_ahead(next.kind)));
        return view;
    };
    let mut view = View::titled(title(frame, plan));
    view.line(Line::text(words::schedule::weekend(plan)));
    // What is on now, what may be on today, and the first of what is to come; the rest is in the schedule.
    let mut to_come = 0;
    for one in &plan.sessions {
        if one.state == State::Upcoming {
            to_come += 1;
        }
        if to_come <= 2 {
            view.line(session(one));
        }
    }
    let schedule = Schedule {
        weekend: Some(plan.weekend.id.clone()),
        season: frame.season.clone(),
        series: Some(frame.series.id.clone()),
    };
    view.link(words::link::SCHEDULE, Question::Schedule(schedule).line());
    view
}

/// The document of a season's calendar.
pub(super) fn calendar(asked: &Schedule, frame: &Frame, stops: &[Stop]) -> View {
    let season = frame.season.as_ref().map_or("", Slug::as_str);
    let mut view = View::titled(format!("{} {season} · Calendar", frame.series.name));
    let rows = stops
        .iter()
        .map(|stop| {
            let rounds: Vec<&str> = stop.rounds.iter().map(Slug::as_str).collect();
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
    let next = stops.iter().find(|stop| stop.state != State::Finished).or(stops.last());
    if let Some(stop) = next {
        let asked = Schedule {
            weekend: Some(stop.weekend.id.clone()),
            ..asked.clone()
        };
        view.link(stop.weekend.name.clone(), Question::Schedule(asked).line());
    }
    view
}

fn title(frame: &Frame, plan: &Plan) -> String {
    let season = frame.season.as_ref().map_or("", Slug::as_str);
    format!("{} {season} · {}", frame.series.name, plan.weekend.name)
}

/// One session: what it is, when by the track's and the series' clock, by the reader's own, and how it stands.
pub(super) fn session(one: &Slotted) -> Line {
    let mut line =
        Line::strong(words::schedule::session(one)).and(Span::Text(format!(": {}", words::schedule::when(one))));
    if let Some(state) = words::schedule::state(one) {
        line = line.and(Span::Text(format!(" · {state}")));
    }
    match one.start {
        Start::At(at) if one.state != State::Finished && one.state != State::Cancelled => line
            .and(Span::Stamp(at, Stamp::Full))
            .and(Span::Stamp(at, Stamp::Relative)),
        Start::At(at) => line.and(Span::Stamp(at, Stamp::Full)),
        Start::On(_) | Start::Unknown => line,
    }
}
