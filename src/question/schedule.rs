//! `schedule`: the timetable of a weekend, or the calendar of a season.

use chrono::NaiveDate;

use super::request::Request;
use super::{Misunderstanding, Options};
use crate::answer::{Answer, Body, CalendarStop, NamedId, SeasonCalendar, TimetableSession, WeekendTimetable};
use crate::domain::{Calendar, Season, Series, SessionKind, Weekend, WeekendId};
use crate::schedule::{LocalTime, State};

/// True if a part of a weekend is asked for.
fn is_part(asked: &Options) -> bool {
    asked.session.is_some() || asked.kind.is_some() || asked.day.is_some()
}

/// Leaves what was asked for, told by the asked clock too.
fn narrow(plan: &mut WeekendTimetable, asked: &Options) {
    plan.sessions.retain(|one| {
        asked.session.as_ref().is_none_or(|session| one.session.id == *session)
            && asked.kind.is_none_or(|kind| one.kind == kind)
            && asked.day.is_none_or(|day| one.on(day))
    });
    plan.only = is_part(asked).then_some(asked.day);
    for one in &mut plan.sessions {
        tell_elsewhere(one, asked);
    }
}

/// Adds the asked clock to a session.
fn tell_elsewhere(one: &mut TimetableSession, asked: &Options) {
    let at = one.starts_at();
    one.elsewhere = asked
        .zone
        .zip(at)
        .map(|(zone, at)| (zone.name().to_owned(), LocalTime::at(zone, at)));
}

/// The weekend that a day is part of.
fn on_the_day(season: &Season, day: Option<NaiveDate>) -> Option<&Weekend> {
    let day = day?;
    let mut weekends = season.weekends.iter();
    weekends.find(|weekend| (weekend.start..=weekend.end).contains(&day))
}

fn has(weekend: &Weekend, kind: SessionKind) -> bool {
    weekend.sessions.iter().any(|session| session.kind == kind)
}

/// The kind of session that is asked for, if some weekends of the season have one and others have not: sprints.
fn kind_of_some(season: &Season, asked: &Options) -> Option<SessionKind> {
    let of_all = asked.session.is_none() && asked.day.is_none();
    let mut weekends = season.weekends.iter().filter(|weekend| !weekend.sessions.is_empty());
    let kind = asked.kind.filter(|_| of_all)?;
    let with = weekends.clone().any(|weekend| has(weekend, kind));
    (with && weekends.any(|weekend| !has(weekend, kind))).then_some(kind)
}

/// The session that was asked for on another day of its weekend, else the next of its kind.
fn instead(
    request: Request<'_>,
    series: &Series,
    season: &Season,
    weekend: &Weekend,
) -> Option<(NamedId<WeekendId>, TimetableSession)> {
    let asked = request.options;
    let from = season.weekends.iter().filter(|other| other.start >= weekend.start);
    let mut found = from.flat_map(|weekend| {
        let plan = WeekendTimetable::of(request.catalogue, series, season, weekend, request.asker);
        let title = plan.weekend;
        plan.sessions.into_iter().map(move |one| (title.clone(), one))
    });
    found.find(|(title, one)| match &asked.session {
        Some(session) => one.session.id == *session && title.id == weekend.id,
        None => {
            asked.kind.is_none_or(|kind| one.kind == kind) && !matches!(one.state, State::Finished | State::Cancelled)
        }
    })
}

pub(super) fn answer(request: Request<'_>) -> Result<Answer, Misunderstanding> {
    let (catalogue, asker, asked) = (request.catalogue, request.asker, request.options);
    let series = request.series()?;
    let season = request.calendar(series)?;
    let of_kind = kind_of_some(season, asked);
    if asked.weekend.is_none() && asked.season.is_some() && (of_kind.is_some() || !is_part(asked)) {
        let stops = season
            .weekends
            .iter()
            .filter(|one| of_kind.is_none_or(|kind| has(one, kind)));
        let stops = stops.map(|weekend| CalendarStop::of(catalogue, season, weekend, asker.now));
        let sources = season.weekends.iter().flat_map(|weekend| &weekend.sources);
        let calendar = SeasonCalendar {
            stops: stops.collect(),
            whole: season.calendar == Calendar::Complete,
        };
        return Ok(request.answer(series, season, sources, Body::Calendar(calendar)));
    }
    let of_the_day = on_the_day(season, asked.day).filter(|_| asked.weekend.is_none());
    let weekend = match of_the_day {
        Some(weekend) => weekend,
        None => request.weekend_at_hand(series, season)?,
    };
    let mut plan = WeekendTimetable::of(catalogue, series, season, weekend, asker);
    narrow(&mut plan, asked);
    if plan.sessions.is_empty() && asked.day.is_some() {
        plan.instead = instead(request, series, season, weekend);
        if let Some((_, one)) = &mut plan.instead {
            tell_elsewhere(one, asked);
        }
    }
    let sources = weekend
        .sources
        .iter()
        .chain(weekend.sessions.iter().flat_map(|session| &session.sources));
    Ok(request.answer(series, season, sources, Body::Schedule(plan)))
}
