//! Calendar facts: durations, rounds, progress of a season.

use super::finding::{FactResult, calendar};
use crate::answer::{Fact, NamedId, Progress, RaceLaps};
use crate::dataset::is_race;
use crate::domain::{Calendar, RoundLabel, Season, Session, SessionId, SessionKind, SessionStatus, Weekend};
use crate::question::classification::SeasonView;
use crate::question::defaults;
use crate::question::request::Request;
use crate::question::{Misunderstanding, Question, QuestionKind};

/// The weekend that is meant, in its season.
fn weekend<'a>(request: Request<'_>, view: SeasonView<'a>) -> Result<(&'a Season, &'a Weekend), Misunderstanding> {
    let season = calendar(request, view)?;
    let schedule = Question::of(QuestionKind::Schedule);
    let weekend = match &request.options.weekend {
        Some(id) => Request::new(&schedule, request.catalogue, request.asker).weekend(view.series, season, id)?,
        None => {
            let current = view.catalogue.progress(season, view.asker.now).current();
            current.ok_or_else(|| request.nothing_known(view.series, request.options.season.as_ref()))?
        }
    };
    Ok((season, weekend))
}

/// True if a session is not cancelled.
fn is_held(session: &&Session) -> bool {
    session.status != SessionStatus::Cancelled
}

fn title(session: &crate::domain::Session) -> NamedId<SessionId> {
    NamedId::new(&session.id, &session.name)
}

/// True if a session is of this kind, not cancelled, and no later part of another.
fn is_kind(session: &Session, kind: SessionKind) -> bool {
    session.kind == kind && is_held(&session) && session.resumes.is_none()
}

/// Duration of sessions.
pub(super) fn length<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let (season, weekend) = weekend(request, view)?;
    let asked = |one: &&crate::domain::Session| {
        request.options.kind.is_none_or(|kind| one.kind == kind)
            && request.options.session.as_ref().is_none_or(|id| one.id == *id)
    };
    let asked: Vec<_> = weekend.sessions.iter().filter(asked).collect();
    let facts = Fact::Length {
        weekend: SeasonView { season, ..view }.titled(weekend),
        kind: request.options.kind,
        sessions: asked.iter().map(|one| (title(one), one.minutes)).collect(),
    };
    Ok((facts, asked.iter().flat_map(|one| &one.sources).collect()))
}

/// Rounds of a weekend.
pub(super) fn round<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let (season, weekend) = weekend(request, view)?;
    let mut rounds: Vec<RoundLabel> = weekend.sessions.iter().filter_map(|one| one.round.clone()).collect();
    rounds.dedup();
    let facts = Fact::Round {
        weekend: SeasonView { season, ..view }.titled(weekend),
        rounds,
        of: (season.calendar == Calendar::Complete).then(|| season.rounds().len()),
    };
    Ok((facts, weekend.sources.iter().collect()))
}

/// Progress of a season.
pub(super) fn progress<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let season = calendar(request, view)?;
    let mut rounds = season.rounds();
    for round in &mut rounds {
        round.sessions.retain(is_held);
    }
    rounds.retain(|round| !round.sessions.is_empty());
    let is_run = |round: &&crate::domain::Round<'_>| round.sessions.iter().all(|one| view.over(round.weekend, one));
    let stage = |weekend: &&Weekend| !weekend.is_cancelled() && !defaults::begun(weekend, view.catalogue, view.asker);
    let sprints = season.weekends.iter().flat_map(|weekend| {
        let sprints = weekend.sessions.iter().filter(|one| is_kind(one, SessionKind::Sprint));
        sprints.map(move |sprint| (weekend, sprint))
    });
    let progress = Progress {
        season: season.id.clone(),
        run: rounds.iter().filter(is_run).count(),
        of: rounds.len(),
        sprints: (
            sprints.clone().filter(|(weekend, one)| view.over(weekend, one)).count(),
            sprints.count(),
        ),
        whole: season.calendar == Calendar::Complete,
        running: view
            .catalogue
            .progress(season, view.asker.now)
            .running
            .map(|one| NamedId::new(&one.id, &one.name)),
        ahead: season
            .weekends
            .iter()
            .filter(stage)
            .map(|one| (NamedId::new(&one.id, &one.name), one.start))
            .collect(),
    };
    let sources = season.weekends.iter().flat_map(|one| &one.sources);
    Ok((Fact::Progress(progress), sources.collect()))
}

/// Number of races of a weekend or a season.
pub(super) fn races<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let whole = request.options.weekend.is_none() && request.options.season.is_some();
    let (season, weekends) = if whole {
        (view.season, view.season.weekends.iter().collect())
    } else {
        let (season, weekend) = weekend(request, view)?;
        (season, vec![weekend])
    };
    let of_kind = |kind: SessionKind| -> Vec<NamedId<SessionId>> {
        let sessions = weekends.iter().flat_map(|one| &one.sessions);
        sessions.filter(|one| is_kind(one, kind)).map(title).collect()
    };
    let facts = Fact::Races {
        weekend: weekends
            .first()
            .filter(|_| !whole)
            .map(|one| SeasonView { season, ..view }.titled(one)),
        season: season.id.clone(),
        races: of_kind(SessionKind::Race),
        sprints: of_kind(SessionKind::Sprint),
        weekends: weekends.iter().filter(|one| !one.is_cancelled()).count(),
    };
    Ok((facts, weekends.iter().flat_map(|one| &one.sources).collect()))
}

/// Sessions that the classes share.
pub(super) fn together<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let (season, weekend) = weekend(request, view)?;
    let kind = request.options.kind.unwrap_or(SessionKind::Race);
    let sessions = weekend.sessions.iter().filter(|one| one.kind == kind);
    let facts = Fact::Together {
        weekend: SeasonView { season, ..view }.titled(weekend),
        sessions: sessions.clone().map(title).collect(),
        classes: season
            .classes
            .iter()
            .map(|class| NamedId::new(&class.id, &class.name))
            .collect(),
    };
    Ok((facts, sessions.flat_map(|one| &one.sources).collect()))
}

/// Laps of the races of a weekend: of one without a result those of the latest season with one.
pub(super) fn laps<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let (season, weekend) = weekend(request, view)?;
    let earlier = view.series.each_season().rev().filter(|one| one.id != season.id);
    let held = earlier.filter_map(|one| Some((one, one.weekend(weekend.id.as_str())?)));
    let told = std::iter::once((season, weekend))
        .chain(held)
        .find_map(|(season, weekend)| {
            let view = SeasonView { season, ..view };
            let races = laps_of(request, view, weekend);
            let known = races.iter().any(|race| race.scheduled.or(race.run).is_some());
            known.then_some((view, weekend, races))
        });
    let (view, weekend, races) = told.unwrap_or_else(|| {
        let view = SeasonView { season, ..view };
        (view, weekend, laps_of(request, view, weekend))
    });
    let sessions: Vec<&Session> = weekend.sessions.iter().filter(|one| is_race(one)).collect();
    let facts = Fact::Laps {
        weekend: view.titled(weekend),
        races,
    };
    Ok((facts, view.sources(weekend, &sessions)))
}

fn laps_of(request: Request<'_>, view: SeasonView<'_>, weekend: &Weekend) -> Vec<RaceLaps> {
    let asked = |one: &&Session| {
        request.options.kind.is_none_or(|kind| one.kind == kind)
            && request.options.session.as_ref().is_none_or(|id| one.id == *id)
            && is_race(one)
            && is_held(one)
    };
    let sessions = weekend.sessions.iter().filter(asked);
    let of = |one: &Session| {
        let known = view.known(weekend, one);
        let run = known.and_then(|known| known.laps);
        RaceLaps {
            session: title(one),
            scheduled: known.and_then(|known| known.scheduled_laps).or(run),
            run,
            minutes: one.minutes,
        }
    };
    sessions.map(of).collect()
}
