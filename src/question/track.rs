//! `track`: a circuit, with the series' weekends there.

use chrono::Datelike;

use super::request::Request;
use super::{Misunderstanding, defaults};
use crate::answer::{Answer, Body, CircuitRecord, CircuitVisit, NamedId, Track};
use crate::dataset::Catalogue;
use crate::domain::{Asker, Circuit, LapRecord, Length, Season, Series, SourceId, Weekend};
use crate::schedule::{LocalTime, day_end};

/// The circuit that is named, else that of the running, next or last weekend.
fn circuit<'a>(request: Request<'a>, series: &'a Series) -> Result<&'a Circuit, Misunderstanding> {
    let nothing = || request.nothing_known(series, None);
    let id = match &request.options.track {
        Some(named) => named,
        None => {
            let stage = request.catalogue.progress(request.calendar(series)?, request.asker.now);
            &stage.current().ok_or_else(nothing)?.circuit
        }
    };
    request.catalogue.circuits.get(id).ok_or_else(nothing)
}

pub(super) fn answer(request: Request<'_>) -> Result<Answer, Misunderstanding> {
    let (catalogue, asker) = (request.catalogue, request.asker);
    let series = request.series()?;
    let circuit = circuit(request, series)?;
    let visits = visits(circuit, catalogue, asker);
    let records: Vec<&LapRecord> = circuit
        .records
        .iter()
        .filter(|record| is_set(record, circuit, catalogue, asker))
        .collect();
    let (told, from_notes) = history(series, circuit, catalogue, asker);
    let pages = circuit
        .sources
        .iter()
        .chain(records.iter().flat_map(|record| &record.sources));
    let frame = request
        .frame(series, None)
        .citing_pages(&catalogue.circuit_sources, pages)
        .citing(series, from_notes);
    Ok(Answer::new(
        frame,
        Body::Track(Track {
            circuit: NamedId::new(&circuit.id, &circuit.name),
            city: circuit.city.clone(),
            region: circuit.region.clone(),
            country: circuit.country.clone(),
            zone: circuit.zone.to_string(),
            clock: LocalTime::at(circuit.zone, asker.now).told_in(series.zone),
            length: circuit.length.map(|length| (length.miles(), length.km())),
            published_in_miles: matches!(circuit.length, Some(Length::Miles(_))),
            turns: circuit.turns,
            records: records.iter().map(|record| named(record, catalogue)).collect(),
            visits,
            notes: circuit.notes.iter().cloned().chain(told).collect(),
        }),
    ))
}

/// The weekends at a circuit, in all seasons that have begun by the asker's year, the latest first.
fn visits(circuit: &Circuit, catalogue: &Catalogue, asker: &Asker) -> Vec<CircuitVisit> {
    let visit = |series: &Series, season: &Season, weekend: &Weekend| CircuitVisit {
        series: NamedId::new(&series.id, &series.short),
        season: season.id.clone(),
        weekend: NamedId::new(&weekend.id, &weekend.name),
        first: weekend.start,
        last: weekend.end,
        has_results: catalogue.has_results(season, weekend, asker.now),
    };
    let mut visits: Vec<CircuitVisit> = weekends(circuit, catalogue)
        // A calendar of a later year was not out yet.
        .filter(|(_, _, weekend)| weekend.start.year() <= asker.now.year())
        .map(|(series, season, weekend)| visit(series, season, weekend))
        .collect();
    visits.sort_by_key(|visit| std::cmp::Reverse(visit.first));
    visits
}

fn weekends<'a>(
    circuit: &'a Circuit,
    catalogue: &'a Catalogue,
) -> impl Iterator<Item = (&'a Series, &'a Season, &'a Weekend)> {
    let seasons = catalogue
        .series
        .values()
        .flat_map(|series| series.each_season().map(move |season| (series, season)));
    seasons
        .flat_map(|(series, season)| season.weekends.iter().map(move |weekend| (series, season, weekend)))
        .filter(|(_, _, weekend)| weekend.circuit == circuit.id)
}

/// True if a record had been set by the asker's moment: in an earlier year, or at a weekend of this year that is over.
fn is_set(record: &LapRecord, circuit: &Circuit, catalogue: &Catalogue, asker: &Asker) -> bool {
    let year = i32::from(record.year);
    let over = |weekend: &Weekend| weekend.start.year() == year && day_end(circuit.zone, weekend.end) <= asker.now;
    year < asker.now.year()
        || weekends(circuit, catalogue).any(|(series, _, weekend)| series.id == record.series && over(weekend))
}

fn named(record: &LapRecord, catalogue: &Catalogue) -> CircuitRecord {
    let series = catalogue.series.get(&record.series);
    CircuitRecord {
        series: NamedId::new(
            &record.series,
            series.map_or(record.series.as_str(), |series| &series.short),
        ),
        time: record.time.clone(),
        driver: record
            .driver
            .as_ref()
            .zip(series)
            .map(|(driver, series)| NamedId::driver(series, driver)),
        year: record.year,
    }
}

/// Notes of a series' weekends on the circuit itself, with their sources.
fn history<'a>(
    series: &'a Series,
    circuit: &Circuit,
    catalogue: &Catalogue,
    asker: &Asker,
) -> (Vec<String>, Vec<&'a SourceId>) {
    const TOPICS: [&str; 2] = ["history", "legacy-track"];
    let weekends = || {
        let all = series.each_season().flat_map(|season| &season.weekends);
        all.filter(|weekend| weekend.circuit == circuit.id)
    };
    let notes = || {
        let all = weekends().flat_map(|weekend| weekend.notes.iter().map(move |note| (weekend, note)));
        all.filter(|(weekend, note)| {
            TOPICS.contains(&note.topic.as_str()) && defaults::is_known(note, weekend, catalogue, asker)
        })
    };
    (
        notes()
            .map(|(_, note)| format!("{}: {}", note.title, note.text))
            .collect(),
        notes().flat_map(|(_, note)| &note.sources).collect(),
    )
}
