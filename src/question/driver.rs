//! `driver`: a driver's profile: car, team, class, results and standing.

use super::Misunderstanding;
use super::classification::SeasonView;
use super::request::Request;
use crate::answer::{Answer, Body, DriverProfile, NamedId, Seat};
use crate::domain::{ClassId, DriverId, Ranks};

/// True if something is known of a driver in a season.
fn is_in(view: SeasonView<'_>, id: &DriverId) -> bool {
    view.entries().any(|entry| entry.has_driver(id))
        || view
            .sessions()
            .any(|(_, _, known)| known.rows.iter().any(|row| row.drivers().any(|driver| driver == id)))
        || !view.standings(Ranks::Driver, id, &[]).is_empty()
}

pub(super) fn answer(request: Request<'_>) -> Result<Answer, Misunderstanding> {
    let series = request.series()?;
    let id = request.options.driver.as_ref().ok_or_else(|| request.missing())?;
    let driver = series
        .drivers
        .get(id)
        .ok_or_else(|| request.nothing_known(series, request.options.season.as_ref()))?;
    let (season, others) = request.season_with(series, &driver.name, |view| is_in(view, id))?;
    let view = request.view(series, season);
    let mut entries: Vec<_> = view.entries().filter(|entry| entry.has_driver(id)).collect();
    entries.sort_by_key(|entry| view.last_of(entry));
    let entered = entries.iter().map(|entry| view.seat(entry));
    let seats: Vec<Seat> = entered
        .chain(view.changed_seats(|one| one.driver() == Some(id)))
        .collect();
    let (results, from_results) = view.outings(|finisher| finisher.has_driver(id), |drivers, _| drivers.contains(&id));
    let classes: Vec<&ClassId> = entries.iter().filter_map(|entry| entry.class.as_ref()).collect();
    let standings = view.standings(Ranks::Driver, id, &classes);
    let (tallies, from_tallies) = view.tallies(id);
    let notes = view.notes(|note| note.drivers.contains(id));
    let sources = entries.iter().flat_map(|entry| &entry.sources);
    let sources = sources.chain(standings.iter().flat_map(|table| &table.standings.sources));
    let sources = sources.chain(from_tallies).chain(&driver.sources).chain(from_results);
    let sources = sources.chain(notes.iter().flat_map(|note| &note.sources));
    let own = driver.notes.iter().map(|note| (driver.name.clone(), note.clone()));
    let frame = request.frame(series, Some(season)).citing(series, sources);
    let body = Body::Driver(DriverProfile {
        driver: NamedId::new(&driver.id, &driver.name),
        hometown: driver.hometown.clone(),
        nationality: driver.nationality.clone(),
        seats,
        results,
        tallies,
        notes: own
            .chain(notes.iter().map(|note| (note.title.clone(), note.text.clone())))
            .collect(),
        seasons: others,
        standings,
    });
    Ok(Answer::new(frame, body))
}
