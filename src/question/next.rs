//! `next`: the sessions that are on or come next.

use super::Misunderstanding;
use super::request::Request;
use crate::answer::{Answer, Body, Next, WeekendTimetable};
use crate::domain::SourceId;
use crate::schedule::State;

pub(super) fn answer(request: Request<'_>) -> Result<Answer, Misunderstanding> {
    let (catalogue, asker, kind) = (request.catalogue, request.asker, request.options.kind);
    let series = request.series()?;
    let season = request.calendar(series)?;
    let stage = catalogue.progress(season, asker.now);
    // A running weekend whose last session is over hands on to the next one.
    let ahead = [stage.running, stage.next].into_iter().flatten().find_map(|weekend| {
        let mut plan = WeekendTimetable::of(catalogue, series, season, weekend, asker);
        let on = |state: State| matches!(state, State::Live | State::Today | State::Upcoming);
        plan.sessions
            .retain(|one| on(one.state) && kind.is_none_or(|kind| kind == one.kind));
        (!plan.sessions.is_empty()).then_some(plan)
    });
    let sources: Vec<&SourceId> = ahead
        .iter()
        .filter_map(|plan| season.weekend(plan.weekend.id.as_str()))
        .flat_map(|weekend| {
            weekend
                .sources
                .iter()
                .chain(weekend.sessions.iter().flat_map(|one| &one.sources))
        })
        .collect();
    Ok(request.answer(series, season, sources, Body::Next(Next { kind, ahead })))
}
