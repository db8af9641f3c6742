//! Duels: two drivers against each other in the races of a season, and by their counts of a feat.

use super::feats::{count_of, seasons};
use super::finding::{FactResult, feat, missing};
use super::most;
use super::openness::place_in;
use super::scope::{CountScope, SessionAt};
use crate::answer::{CarCrew, ComparedCounts, Duel, DuelRace, Fact, NamedId};
use crate::domain::{ClassId, DriverId, Place, SessionKind, Status};
use crate::question::classification::SeasonView;
use crate::question::request::Request;
use crate::question::{Misunderstanding, Options, Question, Rival};
use crate::scoring::{Finisher, finishers};

/// The two drivers of a question.
fn sides(request: Request<'_>) -> Result<(&DriverId, &DriverId), Misunderstanding> {
    match (&request.options.driver, &request.options.to) {
        (Some(one), Some(Rival::Driver(other))) => Ok((one, other)),
        _ => Err(missing("to", "fact beat driver:hartog to:cooper")),
    }
}

/// The question about the other driver alone.
fn mirrored(request: Request<'_>, other: &DriverId) -> Question {
    let options = Options {
        driver: Some(other.clone()),
        to: None,
        ..request.options.clone()
    };
    Question::new(request.question.kind, options)
}

fn crews(view: SeasonView<'_>, (one, other): (&DriverId, &DriverId)) -> [CarCrew; 2] {
    [one, other].map(|driver| CarCrew::of(view.series, &[driver], None, None))
}

/// The one of two drivers who finished ahead, race by race.
pub(super) fn beat<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let (one, other) = sides(request)?;
    let asked = mirrored(request, other);
    let against = Request::new(&asked, request.catalogue, request.asker);
    let both = |view: SeasonView<'a>| Some([CountScope::of(request, view)?, CountScope::of(against, view)?]);
    let entered = |scopes: &[CountScope<'_, '_>; 2]| scopes.iter().all(|scope| scope.is_entered());
    let mut scopes = seasons(request, view).filter_map(both);
    let found = scopes.find(|scopes| entered(scopes) && scopes.iter().all(|scope| scope.races().next().is_some()));
    let found = found.or_else(|| seasons(request, view).filter_map(both).find(entered));
    let Some(scopes) = found else {
        return Err(request.nothing_known(view.series, request.options.season.as_ref()));
    };
    let [scope, _] = scopes;
    let view = scope.view;
    let (mut races, mut sources, mut open) = (Vec::new(), Vec::new(), 0);
    let mut run = 0;
    for race in scope.races() {
        run += 1;
        match meeting(scopes, race) {
            Meeting::Known(known) => {
                sources.extend(view.sources(race.weekend, &[race.session]));
                races.push(*known);
            }
            Meeting::Open => open += 1,
            Meeting::None => {}
        }
    }
    let named = request.options.weekend.is_some() || request.options.session.is_some();
    let duel = Duel {
        sides: crews(view, (one, other)),
        season: view.season.id.clone(),
        scope: scope.limits(),
        qualifying: request.options.kind == Some(SessionKind::Qualifying),
        races,
        open,
        to_come: named && run == 0,
    };
    Ok((Fact::Duel(Box::new(duel)), sources))
}

/// A race with both drivers, as far as known.
enum Meeting {
    Known(Box<DuelRace>),
    /// Both may have been in it.
    Open,
    /// One of them was not.
    None,
}

fn meeting(scopes: [CountScope<'_, '_>; 2], race: SessionAt<'_>) -> Meeting {
    let view = scopes[0].view;
    let entered = || scopes.iter().all(|scope| !scope.classes_at(race.weekend).is_empty());
    let Some(known) = view.known(race.weekend, race.session) else {
        return if entered() { Meeting::Open } else { Meeting::None };
    };
    let rows = finishers(view.season, known);
    let of = |scope: CountScope<'_, '_>| rows.iter().find(|row| scope.is_row(row));
    let (Some(one), Some(other)) = (of(scopes[0]), of(scopes[1])) else {
        let listed = |scope: &CountScope<'_, '_>| {
            of(*scope).is_some()
                || scope
                    .classes_at(race.weekend)
                    .iter()
                    .any(|class| !known.complete.holds_for(*class))
        };
        return if entered() && scopes.iter().all(listed) {
            Meeting::Open
        } else {
            Meeting::None
        };
    };
    if [one, other].iter().any(|row| row.row.status == Status::Dns) {
        return Meeting::None;
    }
    let class = one.class.filter(|class| other.class == Some(*class));
    let overall = ahead(one, other, None);
    let ahead = overall.map(|side| (side, None)).or_else(|| {
        let side = ahead(one, other, Some(class?))?;
        Some((side, class))
    });
    let ended = |row: &Finisher<'_>| row.row.status != Status::Classified;
    let (side, class) = match ahead {
        Some((side, class)) => (Some(side), class),
        None if ended(one) && ended(other) => (None, None),
        None => return Meeting::Open,
    };
    let order = class.and_then(|class| view.season.class(class.as_str()));
    Meeting::Known(Box::new(DuelRace {
        weekend: NamedId::new(&race.weekend.id, &race.weekend.name),
        session: NamedId::new(&race.session.id, &race.session.name),
        results: [view.finish(known, one, order), view.finish(known, other, order)],
        ahead: side,
    }))
}

/// The side that is ahead in the order of a class, or over all cars.
fn ahead(one: &Finisher<'_>, other: &Finisher<'_>, class: Option<&ClassId>) -> Option<usize> {
    let classified = |row: &Finisher<'_>| row.row.status == Status::Classified;
    match (classified(one), classified(other)) {
        (true, false) => return Some(0),
        (false, true) => return Some(1),
        _ => {}
    }
    let place = |row: &Finisher<'_>| place_in(row, class).and_then(Place::exact);
    let (first, second) = (place(one)?, place(other)?);
    (first != second).then_some(usize::from(first > second))
}

/// Those with more of a feat than a driver, or the one of two drivers who has more.
pub(super) fn more<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    match request.options.to {
        Some(_) => compared(request, view),
        None => most::more(request, view),
    }
}

/// Counts of a feat of two drivers, in the latest season with both.
fn compared<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let (one, other) = sides(request)?;
    let asked = mirrored(request, other);
    let against = Request::new(&asked, request.catalogue, request.asker);
    let both = |view: SeasonView<'a>| Some([CountScope::of(request, view)?, CountScope::of(against, view)?]);
    let run = |scopes: &[CountScope<'_, '_>; 2]| scopes.iter().all(|of| of.is_entered() && of.races().next().is_some());
    let Some(scopes) = seasons(request, view).filter_map(both).find(run) else {
        return Err(request.nothing_known(view.series, request.options.season.as_ref()));
    };
    let what = feat(request);
    let season = scopes[0].view.season.id.clone();
    let (first, mut sources) = count_of(scopes[0], what, one);
    let (second, from) = count_of(scopes[1], what, other);
    sources.extend(from);
    let compared = ComparedCounts {
        sides: crews(view, (one, other)),
        counts: [first, second],
        season,
    };
    Ok((Fact::Compared(Box::new(compared)), sources))
}
