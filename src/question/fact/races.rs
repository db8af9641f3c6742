//! Finishes of a driver or team, sweeps of a weekend, margins of wins.

use super::feats::{seasons, who};
use super::finding::{FactResult, missing};
use super::scope::{CountScope, find};
use crate::answer::{DriverSession, Fact, Feat, FeatScope, NamedId, Sweep};
use crate::dataset::is_race;
use crate::domain::{DriverId, Season, Weekend};
use crate::question::Misunderstanding;
use crate::question::classification::SeasonView;
use crate::question::request::Request;
use crate::scoring::{Finisher, finishers};

/// Finishing places of a competitor.
pub(super) fn finish<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let Some(who) = who(request, view) else {
        return Err(missing("driver", "fact finish driver:hartog weekend:montreal"));
    };
    let mut sources = Vec::new();
    let mut known = Vec::new();
    let mut titled = None;
    let mut limits = FeatScope::default();
    for view in seasons(request, view) {
        let weekend = request
            .options
            .weekend
            .as_ref()
            .and_then(|id| view.season.weekend(id.as_str()));
        if request.options.weekend.is_some() && weekend.is_none_or(|one| !view.begun(one)) {
            continue;
        }
        let Some(scope) = CountScope::of(request, view) else {
            continue;
        };
        let (outings, from) = scope.outings();
        let outings = raced(request, view, outings);
        limits = scope.limits();
        titled = titled.or_else(|| weekend.map(|weekend| view.titled(weekend)));
        if !outings.is_empty() {
            sources.extend(from);
            known.extend(outings.into_iter().map(|one| (view.season.id.clone(), one)));
            break;
        }
    }
    Ok((
        Fact::Finishes {
            who,
            weekend: titled,
            scope: FeatScope {
                weekend: None,
                session: None,
                ..limits
            },
            known,
        },
        sources,
    ))
}

/// The results that are meant: where yes or no is asked about the end of a race, those of races, or of the session named.
fn raced(request: Request<'_>, view: SeasonView<'_>, mut outings: Vec<DriverSession>) -> Vec<DriverSession> {
    if request.question.form.polar && request.options.session.is_none() {
        outings.retain(|one| find(view.season, one).is_some_and(|at| is_race(at.session)));
    }
    outings
}

/// The season and weekend with results that are meant: of several seasons the latest.
fn run<'a>(request: Request<'_>, view: SeasonView<'a>) -> Result<(SeasonView<'a>, &'a Weekend), Misunderstanding> {
    let told = |season: &&'a Season| {
        let weekend = request
            .options
            .weekend
            .as_ref()
            .and_then(|id| season.weekend(id.as_str()));
        weekend.is_some_and(|weekend| view.catalogue.has_results(season, weekend, view.asker.now))
    };
    let latest = view
        .series
        .each_season()
        .rev()
        .find(told)
        .map(|season| season.id.clone());
    let season = request.options.season.clone().or(latest);
    let asked = request.question.clone().season(season);
    let (season, weekend) = Request::new(&asked, request.catalogue, request.asker).weekend_run(view.series)?;
    Ok((SeasonView { season, ..view }, weekend))
}

/// Winners of all races of a weekend.
pub(super) fn sweeps<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let (view, weekend) = run(request, view)?;
    let races: Vec<_> = weekend.sessions.iter().filter(|one| is_race(one)).collect();
    let orders = view.orders(request.options.class.as_deref());
    let results: Vec<_> = races.iter().map(|race| view.session(weekend, race, &orders)).collect();
    let classes = orders.iter().filter_map(|class| *class).map(|class| {
        let title = NamedId::new(&class.id, &class.name);
        let winner = |of: &crate::answer::ClassResult| of.winner().and_then(|row| row.who.driver.clone());
        let winners: Option<Vec<NamedId<DriverId>>> = results
            .iter()
            .map(|race| {
                race.classes
                    .iter()
                    .find(|of| of.class.as_ref() == Some(&title))
                    .and_then(winner)
            })
            .collect();
        let sweep = match winners.as_deref() {
            None | Some([]) => Sweep::Unknown,
            Some([first, rest @ ..]) if rest.iter().all(|one| one == first) => Sweep::By(first.clone()),
            Some(several) => Sweep::Shared(several.to_vec()),
        };
        (title, sweep)
    });
    let facts = Fact::Sweeps {
        weekend: view.titled(weekend),
        classes: classes.collect(),
        to_come: races.iter().any(|race| !view.over(weekend, race)),
    };
    Ok((facts, view.sources(weekend, &races)))
}

/// Winning margin of the last win that is meant.
pub(super) fn margin<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let mut unknown = (
        Fact::Margin {
            race: None,
            winner: who(request, view),
            margin: None,
        },
        Vec::new(),
    );
    for view in seasons(request, view) {
        let sessions: Vec<_> = view.sessions().collect();
        for (weekend, session, known) in sessions.into_iter().rev() {
            let asked = request.options.weekend.as_ref().is_none_or(|id| weekend.id == *id)
                && request.options.session.as_ref().is_none_or(|id| session.id == *id);
            if !asked || !is_race(session) {
                continue;
            }
            let rows = finishers(view.season, known);
            let first = |row: &&Finisher<'_>| Feat::Wins.counts(row.class_place.as_ref(), row.row.status);
            let mut winners = rows.iter().filter(first).filter(|row| {
                request
                    .options
                    .class
                    .as_ref()
                    .is_none_or(|class| row.class == Some(class))
                    && request
                        .options
                        .driver
                        .as_ref()
                        .is_none_or(|driver| row.drivers.contains(&driver))
            });
            let Some(winner) = winners.next() else { continue };
            let second = rows.iter().find(|row| {
                row.class == winner.class && row.class_place.as_ref().and_then(crate::domain::Place::exact) == Some(2)
            });
            let gap = second.and_then(|second| {
                let name = NamedId::driver(view.series, second.driver()?);
                let timed = between(winner.row.time.as_deref(), second.row.time.as_deref());
                let told = second.row.note.clone().filter(|note| note.contains(" s behind"));
                Some((timed.or_else(|| told.map(|note| note.replace(" behind", "")))?, name))
            });
            let race = (
                view.season.id.clone(),
                NamedId::new(&weekend.id, &weekend.name),
                NamedId::new(&session.id, &session.name),
            );
            let facts = Fact::Margin {
                race: Some(race),
                winner: winner.driver().map(|id| NamedId::driver(view.series, id).untyped()),
                margin: gap,
            };
            let sources = view.sources(weekend, &[session]);
            if matches!(facts, Fact::Margin { margin: Some(_), .. })
                || request.options.weekend.is_some()
                || request.options.driver.is_some()
            {
                return Ok((facts, sources));
            }
            unknown = (facts, sources);
            return Ok(unknown);
        }
    }
    Ok(unknown)
}

/// The time between two race times as printed.
fn between(first: Option<&str>, second: Option<&str>) -> Option<String> {
    let millis = |time: &str| -> Option<i64> {
        let (rest, fraction) = time.split_once('.')?;
        let seconds = rest
            .split(':')
            .try_fold(0_i64, |sum, part| Some(sum * 60 + part.parse::<i64>().ok()?))?;
        Some(seconds * 1000 + format!("{fraction:0<3}").get(..3)?.parse::<i64>().ok()?)
    };
    let gap = millis(second?)? - millis(first?)?;
    (gap >= 0).then(|| format!("{}.{:03} s", gap / 1000, gap % 1000))
}
