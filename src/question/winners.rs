//! `winners`: the winners of the races of a weekend or a season.

use super::classification::{OrderOf, SeasonView};
use super::request::Request;
use super::results::{winners_notes, without_sessions};
use super::{Misunderstanding, defaults};
use crate::answer::{Answer, Body, ClassResult, SessionResult, WeekendResults, Winners};
use crate::dataset::is_race;
use crate::domain::{Place, Season, Session, Slug, SourceId, Weekend};

/// The races of a weekend with their winners alone.
fn races<'a>(
    request: Request<'_>,
    view: SeasonView<'a>,
    weekend: &'a Weekend,
    orders: &[OrderOf<'a>],
) -> WeekendResults {
    let named = request.options.session.as_ref();
    let asked = |race: &&Session| is_race(race) && named.is_none_or(|named| race.id == *named);
    let races = weekend.sessions.iter().filter(asked);
    WeekendResults {
        sessions: races
            .map(|race| winners_of(view.session(weekend, race, orders)))
            .collect(),
        ..without_sessions(request, view, weekend)
    }
}

fn winners_of(mut race: SessionResult) -> SessionResult {
    for class in &mut race.classes {
        let winner = class.winner().cloned();
        *class = ClassResult {
            class: class.class.clone(),
            complete: class.complete,
            rows: winner.into_iter().collect(),
            awards: Vec::new(),
            unknown_awards: Vec::new(),
        };
    }
    race.penalties.clear();
    race.notes.clear();
    race.conflicts.clear();
    race
}

pub(super) fn answer(request: Request<'_>) -> Result<Answer, Misunderstanding> {
    let (catalogue, asker, asked) = (request.catalogue, request.asker, request.options);
    let series = request.series()?;
    let whole_season = asked.weekend.is_none() && asked.session.is_none() && asked.season.is_some();
    let (season, weekends): (&Season, Vec<&Weekend>) = if whole_season {
        let season = request.season(series)?;
        let begun = |one: &&Weekend| defaults::begun(one, catalogue, asker);
        (season, season.weekends.iter().filter(begun).collect())
    } else {
        let (season, weekend) = request.weekend_run(series)?;
        (season, vec![weekend])
    };
    let view = request.view(series, season);
    let orders = request.orders(view)?;
    let earlier = weekends.first().filter(|_| !whole_season).and_then(|weekend| {
        let seasons = series.each_season().rev().filter(|other| other.id < season.id);
        let mut with = seasons.filter(|other| {
            let same = other.weekend(weekend.id.as_str());
            same.is_some_and(|same| catalogue.has_results(other, same, asker.now))
        });
        with.next().map(|other| other.id.clone())
    });
    let sources: Vec<&SourceId> = weekends
        .iter()
        .flat_map(|weekend| sources(view, weekend, asked.session.as_deref(), &orders))
        .collect();
    let weekends = weekends.iter();
    let winners = Winners {
        weekends: weekends.map(|weekend| races(request, view, weekend, &orders)).collect(),
        whole_season,
        earlier,
    };
    Ok(request.answer(series, season, sources, Body::Winners(winners)))
}

/// Sources of the winners of a weekend's races.
fn sources<'a>(
    view: SeasonView<'a>,
    weekend: &'a Weekend,
    asked_for: Option<&Slug>,
    orders: &[OrderOf<'a>],
) -> Vec<&'a SourceId> {
    let asked = |class: Option<&Slug>| orders.iter().any(|order| order.map(|class| class.id.slug()) == class);
    let races = weekend
        .sessions
        .iter()
        .filter(|session: &&Session| is_race(session) && asked_for.is_none_or(|id| session.id == *id));
    let known = races.filter_map(|race| view.known(weekend, race));
    let won = known.flat_map(|known| {
        let first = known
            .rows
            .iter()
            .filter(|row| row.place == Some(Place::Exactly(1)) || row.class_place == Some(Place::Exactly(1)));
        let rows = first.filter(|row| row.class.is_none() || asked(row.class.as_deref()));
        known.sources.iter().chain(rows.flat_map(|row| &row.sources))
    });
    won.chain(winners_notes(view, weekend).1).collect()
}
