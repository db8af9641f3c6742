//! Calendar facts: durations, rounds, progress of a season.

use super::{Fact, FactResult, defaults};
use crate::answer::{Fact as Facts, NamedId};
use crate::domain::{Calendar, Season, SessionKind, Slug, Weekend};
use crate::question::Misunderstanding;
use crate::question::classification::SeasonView;

/// The weekend that is meant, in its season.
fn weekend<'a>(fact: &Fact, view: SeasonView<'a>) -> Result<(&'a Season, &'a Weekend), Misunderstanding> {
    let season = match &fact.season {
        Some(_) => view.season,
        None => defaults::calendar(view.series, None, view.catalogue, view.asker, "fact")?,
    };
    let line = |season: &Slug| format!("schedule season:{season}");
    let weekend = match &fact.weekend {
        Some(id) => defaults::weekend(view.series, season, id, line)?,
        None => {
            let current = view.catalogue.progress(season, view.asker.now).current();
            current.ok_or_else(|| fact.nothing(view))?
        }
    };
    Ok((season, weekend))
}

fn title(session: &crate::domain::Session) -> NamedId {
    NamedId::new(&session.id, &session.name)
}

/// Duration of sessions.
pub(super) fn length<'a>(fact: &Fact, view: SeasonView<'a>) -> FactResult<'a> {
    let (season, weekend) = weekend(fact, view)?;
    let asked = |one: &&crate::domain::Session| {
        fact.kind.is_none_or(|kind| one.kind == kind) && fact.session.as_ref().is_none_or(|id| one.id == *id)
    };
    let asked: Vec<_> = weekend.sessions.iter().filter(asked).collect();
    let facts = Facts::Length {
        weekend: SeasonView { season, ..view }.titled(weekend),
        kind: fact.kind,
        sessions: asked.iter().map(|one| (title(one), one.minutes)).collect(),
    };
    Ok((facts, asked.iter().flat_map(|one| &one.sources).collect()))
}

/// Rounds of a weekend.
pub(super) fn round<'a>(fact: &Fact, view: SeasonView<'a>) -> FactResult<'a> {
    let (season, weekend) = weekend(fact, view)?;
    let mut rounds: Vec<Slug> = weekend.sessions.iter().filter_map(|one| one.round.clone()).collect();
    rounds.dedup();
    let facts = Facts::Round {
        weekend: SeasonView { season, ..view }.titled(weekend),
        rounds,
        of: (season.calendar == Calendar::Complete).then(|| season.rounds().len()),
    };
    Ok((facts, weekend.sources.iter().collect()))
}

/// Progress of a season.
pub(super) fn progress<'a>(fact: &Fact, view: SeasonView<'a>) -> FactResult<'a> {
    let season = match &fact.season {
        Some(_) => view.season,
        None => defaults::calendar(view.series, None, view.catalogue, view.asker, "fact")?,
    };
    let rounds = season.rounds();
    let over = |round: &&crate::domain::Round<'_>| round.sessions.iter().all(|one| view.over(round.weekend, one));
    let stage = |weekend: &&Weekend| !defaults::begun(weekend, view.catalogue, view.asker);
    let facts = Facts::Progress {
        season: season.id.clone().into(),
        run: rounds.iter().filter(over).count(),
        of: rounds.len(),
        whole: season.calendar == Calendar::Complete,
        ahead: season
            .weekends
            .iter()
            .filter(stage)
            .map(|one| (NamedId::new(&one.id, &one.name), one.start))
            .collect(),
    };
    Ok((facts, season.weekends.iter().flat_map(|one| &one.sources).collect()))
}

/// Number of races of a weekend or a season.
pub(super) fn races<'a>(fact: &Fact, view: SeasonView<'a>) -> FactResult<'a> {
    let whole = fact.weekend.is_none() && fact.season.is_some();
    let (season, weekends) = if whole {
        (view.season, view.season.weekends.iter().collect())
    } else {
        let (season, weekend) = weekend(fact, view)?;
        (season, vec![weekend])
    };
    let races = weekends
        .iter()
        .flat_map(|one| &one.sessions)
        .filter(|one| defaults::is_race(one));
    let facts = Facts::Races {
        weekend: weekends
            .first()
            .filter(|_| !whole)
            .map(|one| SeasonView { season, ..view }.titled(one)),
        season: season.id.clone().into(),
        races: races.map(title).collect(),
        weekends: weekends.len(),
    };
    Ok((facts, weekends.iter().flat_map(|one| &one.sources).collect()))
}

/// Sessions that the classes share.
pub(super) fn together<'a>(fact: &Fact, view: SeasonView<'a>) -> FactResult<'a> {
    let (season, weekend) = weekend(fact, view)?;
    let kind = fact.kind.unwrap_or(SessionKind::Race);
    let sessions = weekend.sessions.iter().filter(|one| one.kind == kind);
    let facts = Facts::Together {
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
