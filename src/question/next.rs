//! `next`: the sessions that are on or come next.

use chrono::Days;

use super::request::Request;
use super::{Misunderstanding, defaults};
use crate::answer::{Answer, Body, NamedId, Next, SeriesAhead, WeekendTimetable};
use crate::domain::{Season, Series, SessionStatus, SourceId, Weekend};
use crate::schedule::{State, is_near, is_over};

/// Number of days in which the weekend of another series is near.
const DAYS_NEAR: u64 = 5;

pub(super) fn answer(request: Request<'_>) -> Result<Answer, Misunderstanding> {
    let (catalogue, asker, kind) = (request.catalogue, request.asker, request.options.kind);
    let series = request.series()?;
    let season = request.calendar(series)?;
    let later =
        |other: &&Season| request.options.season.is_none() && other.id > season.id && is_near(other.start(), asker.now);
    let seasons = std::iter::once(season).chain(series.each_season().filter(later));
    let held = |weekend: &&Weekend| {
        let mut sessions = weekend.sessions.iter();
        sessions.any(|one| one.status != SessionStatus::Cancelled && kind.is_none_or(|kind| kind == one.kind))
            && !is_over(weekend.end, || catalogue.zone(weekend), asker.now)
    };
    let stops = seasons.flat_map(|season| {
        season
            .weekends
            .iter()
            .filter(held)
            .map(move |weekend| (season, weekend))
    });
    // A running weekend whose last session is over hands on to the next one.
    let found = stops.into_iter().find_map(|(season, weekend)| {
        let mut plan = WeekendTimetable::of(catalogue, series, season, weekend, asker);
        let on = |state: State| matches!(state, State::Live | State::Today | State::Upcoming);
        plan.sessions
            .retain(|one| on(one.state) && kind.is_none_or(|kind| kind == one.kind));
        (!plan.sessions.is_empty()).then_some((season, weekend, plan))
    });
    let Some((season, weekend, plan)) = found else {
        let nothing = Next {
            kind,
            is_between: false,
            ahead: None,
            elsewhere: elsewhere(request, series).collect(),
        };
        return Ok(request.answer(series, season, [], Body::Next(nothing)));
    };
    let of_sessions = weekend.sessions.iter().flat_map(|one| &one.sources);
    let sources: Vec<&SourceId> = weekend.sources.iter().chain(of_sessions).collect();
    let begun = defaults::begun(weekend, catalogue, asker);
    let soon = asker.now.date_naive() + Days::new(DAYS_NEAR);
    // A series that is first: on, or next within days, while this one is not on.
    let sooner = |other: &SeriesAhead| {
        !begun && kind.is_none() && other.first < weekend.start && (other.is_on || other.first <= soon)
    };
    let sooner = elsewhere(request, series).filter(sooner).collect();
    let idle = plan.sessions.iter().all(|one| one.state == State::Upcoming);
    let next = Next {
        kind,
        is_between: kind.is_none() && idle && begun,
        ahead: Some(plan),
        elsewhere: sooner,
    };
    Ok(request.answer(series, season, sources, Body::Next(next)))
}

/// The weekends of other series that are on or next, the nearest first, where no series is named.
fn elsewhere(request: Request<'_>, series: &Series) -> impl Iterator<Item = SeriesAhead> {
    let (catalogue, now) = (request.catalogue, request.asker.now);
    let others = catalogue.series.values().filter(|other| other.id != series.id);
    let others = others.filter(|_| request.options.series.is_none());
    let ahead = others.filter_map(|other| {
        let at = catalogue.at(other, now);
        let progress = at.progress(at.calendar()?);
        let weekend = progress.running.or(progress.next)?;
        is_near(Some(weekend.start), now).then(|| SeriesAhead {
            series: NamedId::new(&other.id, &other.name),
            weekend: NamedId::new(&weekend.id, &weekend.name),
            first: weekend.start,
            last: weekend.end,
            is_on: progress.running.is_some(),
        })
    });
    let mut ahead: Vec<SeriesAhead> = ahead.collect();
    ahead.sort_by_key(|one| one.first);
    ahead.into_iter()
}
