//! `entries`: the entry list of a weekend or a season.

use std::collections::BTreeSet;

use super::Misunderstanding;
use super::classification::SeasonView;
use super::request::Request;
use super::results::neighbours;
use crate::answer::{AdjacentWeekends, Answer, Body, CarCrew, ClassEntries, Entries, NamedId, Seat};
use crate::domain::{ClassId, DriverId, Slug, SourceId, Weekend};
use crate::scoring::{Finisher, finishers};

pub(super) fn answer(request: Request<'_>) -> Result<Answer, Misunderstanding> {
    let asked = request.options;
    let series = request.series()?;
    let season = match &asked.weekend {
        Some(weekend) => request.season_of(series, weekend)?,
        None => request.season(series)?,
    };
    let weekend = match &asked.weekend {
        Some(id) => Some(request.weekend(series, season, id)?),
        None if asked.season.is_some() => None,
        None => request.catalogue.progress(season, request.asker.now).running,
    };
    let view = request.view(series, season);
    request.orders(view)?;
    let only = asked.class.as_ref();
    let (entries, sources) = match weekend {
        Some(weekend) => at_weekend(view, weekend, only),
        None => in_season(view, only),
    };
    Ok(request.answer(series, season, sources, Body::Entries(entries)))
}

/// The list of a weekend: what is entered for it, and who turned up in its results.
fn at_weekend<'a>(view: SeasonView<'a>, weekend: &'a Weekend, only: Option<&ClassId>) -> (Entries, Vec<&'a SourceId>) {
    let mut facts = Entries {
        weekend: Some(view.titled(weekend)),
        only: only.map(|class| NamedId::class(view.season, class)),
        known_from: Some(weekend.start),
        cars: None,
        teams: None,
        classes: Vec::new(),
        unplaced: Vec::new(),
        neighbours: neighbours(view.season, weekend, |other| view.begun(other)),
    };
    if !view.begun(weekend) {
        return (facts, Vec::new());
    }
    facts.known_from = None;
    let entered: Vec<_> = view.entries().filter(|entry| entry.is_for(&weekend.id)).collect();
    let listed: BTreeSet<&DriverId> = entered.iter().flat_map(|entry| &entry.drivers).collect();
    let mut seats: Vec<Seat> = entered
        .iter()
        .map(|entry| Seat {
            weekends: None,
            ..view.seat(entry)
        })
        .collect();
    let mut seen: BTreeSet<&DriverId> = BTreeSet::new();
    for (_, _, known) in view.sessions().filter(|(at, ..)| at.id == weekend.id) {
        for finisher in finishers(view.season, known) {
            if finisher
                .driver()
                .is_some_and(|driver| !listed.contains(driver) && seen.insert(driver))
            {
                seats.push(seen_in_results(view, &finisher));
            }
        }
    }
    let unplaced = view.entries().filter(|entry| entry.weekends.is_none());
    facts.unplaced = unplaced
        .filter(|entry| !entry.drivers.iter().any(|driver| seen.contains(driver)))
        .filter(|entry| only.is_none() || entry.class.as_ref() == only)
        .map(|entry| view.seat(entry))
        .collect();
    let size = view.season.field_sizes.iter().find(|size| size.weekend == weekend.id);
    facts.cars = size.map(|size| size.cars);
    facts.teams = size.and_then(|size| size.teams);
    let published = |class: &Slug| size.and_then(|size| size.classes.get(class).copied());
    facts.classes = by_class(view, seats, only, published);
    let sources = size.into_iter().flat_map(|size| &size.sources);
    let sources = sources.chain(entered.iter().flat_map(|entry| &entry.sources)).collect();
    (facts, sources)
}

/// Everybody who was entered in the season so far.
fn in_season<'a>(view: SeasonView<'a>, only: Option<&ClassId>) -> (Entries, Vec<&'a SourceId>) {
    let entries: Vec<_> = view.entries().collect();
    let seats = entries.iter().map(|entry| view.seat(entry)).collect();
    let facts = Entries {
        weekend: None,
        only: only.map(|class| NamedId::class(view.season, class)),
        known_from: None,
        cars: None,
        teams: None,
        classes: by_class(view, seats, only, |_| None),
        unplaced: Vec::new(),
        neighbours: AdjacentWeekends::default(),
    };
    let sources = entries.iter().flat_map(|entry| &entry.sources).collect();
    (facts, sources)
}

/// The seats class by class, by number; those of no class last.
fn by_class(
    view: SeasonView<'_>,
    seats: Vec<Seat>,
    only: Option<&ClassId>,
    published: impl Fn(&Slug) -> Option<u16>,
) -> Vec<ClassEntries> {
    let mut classes: Vec<ClassEntries> = view
        .season
        .classes
        .iter()
        .filter(|class| only.is_none_or(|only| class.id == *only))
        .map(|class| ClassEntries {
            class: Some(NamedId::new(&class.id, &class.name)),
            cars: published(&class.id),
            seats: Vec::new(),
        })
        .collect();
    let mut others = ClassEntries {
        class: None,
        cars: None,
        seats: Vec::new(),
    };
    for seat in seats {
        match classes.iter_mut().find(|class| class.class == seat.class) {
            Some(class) => class.seats.push(seat),
            None if only.is_none() => others.seats.push(seat),
            None => {}
        }
    }
    classes.push(others);
    for class in &mut classes {
        class.seats.sort_by_key(|seat| {
            let car = seat.who.car.as_ref().map(ToString::to_string);
            let number = car.as_ref().and_then(|car| car.parse().ok()).unwrap_or(u32::MAX);
            (number, car)
        });
    }
    classes.retain(|class| !class.seats.is_empty() || class.cars.is_some());
    classes
}

/// Somebody whom no entry but a result shows.
fn seen_in_results(view: SeasonView<'_>, finisher: &Finisher<'_>) -> Seat {
    let home = finisher.driver().and_then(|id| view.series.drivers.get(id));
    Seat {
        who: CarCrew::of(view.series, &finisher.drivers, finisher.car, finisher.team),
        hometown: home.and_then(|driver| driver.hometown.clone()),
        class: finisher.class.map(|class| NamedId::class(view.season, class)),
        weekends: None,
        guest: false,
        rookie: None,
        note: None,
        derived: Some("from the results of the weekend".to_owned()),
    }
}
