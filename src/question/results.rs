//! `results`: the results of a weekend's sessions.

use super::classification::SeasonView;
use super::request::Request;
use super::{Candidate, Misunderstanding, defaults};
use crate::answer::{AdjacentWeekends, Answer, Body, NamedId, SessionResult, WeekendResults};
use crate::dataset::is_race;
use crate::domain::{Season, Session, Slug, SourceId, Weekend};
use crate::lookup::NameKind;

/// The sessions of an answer: the named one, or the one that it is a later part of, else the races and whatever else has a known order.
fn sessions<'a>(
    request: Request<'_>,
    view: SeasonView<'a>,
    weekend: &'a Weekend,
) -> Result<Vec<&'a Session>, Misunderstanding> {
    let Some(named) = &request.options.session else {
        let known = |session: &Session| view.known(weekend, session).is_some();
        let shown = |session: &&Session| is_race(session) || known(session);
        return Ok(weekend.sessions.iter().filter(shown).collect());
    };
    let session = weekend.session(named.as_str());
    let resumed = session.and_then(|part| weekend.session(part.resumes.as_ref()?.as_str()));
    match resumed.or(session) {
        Some(session) => Ok(vec![session]),
        None => Err(no_session(request, named, weekend)),
    }
}

fn no_session(request: Request<'_>, named: &Slug, weekend: &Weekend) -> Misunderstanding {
    let candidate = |session: &Session| Candidate {
        kind: NameKind::Session,
        id: session.id.clone().into(),
        label: session.name.clone(),
        question: Some(request.question.clone().session(session.id.clone())),
    };
    Misunderstanding::UnknownName {
        text: named.to_string(),
        kinds: vec![NameKind::Session],
        question: request.question.spec().name,
        nearest: weekend.sessions.iter().map(candidate).collect(),
    }
}

pub(super) fn answer(request: Request<'_>) -> Result<Answer, Misunderstanding> {
    let series = request.series()?;
    let (season, weekend) = request.weekend_run(series)?;
    let view = request.view(series, season);
    let asked = sessions(request, view, weekend)?;
    let orders = request.orders(view)?;
    let sessions: Vec<SessionResult> = asked
        .iter()
        .map(|session| view.session(weekend, session, &orders))
        .collect();
    let sources = view.sources(weekend, &asked).into_iter();
    let sources = sources.chain(winners_notes(view, weekend).1);
    let results = WeekendResults {
        sessions,
        unknown_since: defaults::unknown_since(season, weekend, request.catalogue, request.asker),
        ..without_sessions(request, view, weekend)
    };
    Ok(request.answer(series, season, sources, Body::Results(results)))
}

/// The results of a weekend without its sessions: title, class, notes, adjacent weekends.
pub(super) fn without_sessions(request: Request<'_>, view: SeasonView<'_>, weekend: &Weekend) -> WeekendResults {
    let season = view.season;
    let class = request.options.class.as_ref();
    WeekendResults {
        weekend: view.titled(weekend),
        class: class.map(|class| NamedId::class(season, class)),
        class_note: class.and_then(|class| season.class(class.as_str())?.note.clone()),
        sessions: Vec::new(),
        notes: winners_notes(view, weekend).0,
        unknown_since: Vec::new(),
        neighbours: neighbours(season, weekend, |other| {
            view.catalogue.has_results(season, other, view.asker.now)
        }),
    }
}

/// Notes of a weekend that tell of winners without saying which race was whose, with their sources.
pub(super) fn winners_notes<'a>(view: SeasonView<'a>, weekend: &'a Weekend) -> (Vec<String>, Vec<&'a SourceId>) {
    let told = || {
        let notes = weekend
            .notes
            .iter()
            .filter(|note| note.topic.as_str().ends_with("-winners"));
        notes.filter(|note| defaults::is_known(note, weekend, view.catalogue, view.asker))
    };
    (
        told().map(|note| note.text.clone()).collect(),
        told().flat_map(|note| &note.sources).collect(),
    )
}

/// The weekends around one in its season, as far as `wanted` takes them.
pub(super) fn neighbours(season: &Season, weekend: &Weekend, wanted: impl Fn(&Weekend) -> bool) -> AdjacentWeekends {
    let titled = |weekend: &Weekend| NamedId::new(&weekend.id, &weekend.name);
    let at = season.weekends.iter().position(|one| one.id == weekend.id).unwrap_or(0);
    let (before, after) = season.weekends.split_at(at.min(season.weekends.len()));
    AdjacentWeekends {
        previous: before.iter().rev().find(|one| wanted(one)).map(titled),
        next: after.iter().skip(1).find(|one| wanted(one)).map(titled),
    }
}
