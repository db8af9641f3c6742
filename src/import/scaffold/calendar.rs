//! Weekends of a calendar: sessions by event, in the zone of its circuit.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};

use crate::dataset::Fault;
use crate::domain::{Circuit, CircuitId, Session, SessionKind, SessionStatus, SourceId, Weekend};
use crate::import::matching::id_for;
use crate::import::sheet::{CalendarRow, CalendarSheet, CalendarStart, OrderKind};
use crate::import::words;
use crate::lookup::normalised;

/// The weekends, in the order of the calendar. An event at a circuit that is not known is a fault.
pub fn weekends(
    calendar: &CalendarSheet,
    circuits: &BTreeMap<CircuitId, Circuit>,
    source: &SourceId,
    faults: &mut Vec<Fault>,
) -> Vec<Weekend> {
    let mut events: Vec<(&str, Vec<&CalendarRow>)> = Vec::new();
    for row in &calendar.sessions {
        let key = row.event_id.as_deref().unwrap_or(&row.event);
        match events.iter_mut().find(|(known, _)| *known == key) {
            Some((_, rows)) => rows.push(row),
            None => events.push((key, vec![row])),
        }
    }
    let mut weekends: Vec<Weekend> = events
        .into_iter()
        .filter_map(|(key, rows)| weekend(key, &rows, circuits, source, faults))
        .collect();
    weekends.sort_by_key(|weekend| weekend.start);
    weekends
}

fn weekend(
    key: &str,
    rows: &[&CalendarRow],
    circuits: &BTreeMap<CircuitId, Circuit>,
    source: &SourceId,
    faults: &mut Vec<Fault>,
) -> Option<Weekend> {
    let first = rows.first()?;
    let Some(circuit) = circuit(first, circuits) else {
        let named = first
            .circuit
            .as_deref()
            .or(first.circuit_id.as_deref())
            .unwrap_or(&first.event);
        let fault = Fault::error(
            "circuits.json",
            "$",
            "unknown-circuit",
            format!("no circuit is called '{named}'"),
        );
        let id = id_for(named, |_| false)?;
        let line = format!("{{ \"id\": \"{id}\", \"name\": \"{named}\", \"country\": \"..\", \"zone\": \"..\" }}");
        faults.push(fault.hint(format!("add to circuits.json {line}")));
        return None;
    };
    let id = id_for(key, |_| false)?;
    let mut sessions: Vec<Session> = Vec::new();
    for row in rows {
        let taken = |id: &str| sessions.iter().any(|one| one.id.as_str() == id);
        sessions.extend(session(row, circuit, taken));
    }
    sessions.sort_by_key(|session| (session.date, session.time));
    let days = sessions.iter().filter_map(|session| session.date);
    let (start, end) = (days.clone().min()?, days.max()?);
    Some(Weekend {
        id: id.into(),
        name: name(key, first),
        aliases: vec![first.event.clone()]
            .into_iter()
            .filter(|event| !event.is_empty() && *event != name(key, first))
            .collect(),
        circuit: circuit.id.clone(),
        start,
        end,
        supports: None,
        sessions,
        notes: Vec::new(),
        sources: vec![source.clone()],
        derived: None,
    })
}

/// The name of an event: its id in words where an archive has one, else as printed.
fn name(key: &str, row: &CalendarRow) -> String {
    if row.event_id.is_none() {
        return row.event.clone();
    }
    let word = |word: &str| {
        let mut letters = word.chars();
        let first = letters
            .next()
            .map(|letter| letter.to_uppercase().to_string())
            .unwrap_or_default();
        format!("{first}{}", letters.as_str())
    };
    key.split('-').map(word).collect::<Vec<_>>().join(" ")
}

fn session(row: &CalendarRow, circuit: &Circuit, is_taken: impl Fn(&str) -> bool) -> Option<Session> {
    let name = row.session.clone().unwrap_or_else(|| "Race".to_owned());
    let kind = match words::order_kind(&name) {
        Some(OrderKind::Qualifying) => SessionKind::Qualifying,
        Some(OrderKind::Sprint) => SessionKind::Sprint,
        Some(OrderKind::Practice) => SessionKind::Practice,
        Some(OrderKind::Race | OrderKind::Grid) | None => SessionKind::Race,
    };
    let (date, time) = local(&row.start, circuit);
    let counts = matches!(kind, SessionKind::Race | SessionKind::Sprint);
    let round = row
        .round
        .filter(|_| counts)
        .and_then(|round| round.to_string().parse().ok());
    Some(Session {
        id: id_for(&name, is_taken)?.into(),
        kind,
        name,
        round,
        date,
        time,
        zone: None,
        offset: None,
        stages: Vec::new(),
        minutes: row.minutes,
        usual_minutes: None,
        status: if row.cancelled {
            SessionStatus::Cancelled
        } else {
            SessionStatus::Scheduled
        },
        was: None,
        resumes: None,
        note: None,
        sources: Vec::new(),
        derived: None,
    })
}

/// A start by the circuit's clock.
fn local(start: &CalendarStart, circuit: &Circuit) -> (Option<NaiveDate>, Option<NaiveTime>) {
    match start {
        CalendarStart::Unknown => (None, None),
        CalendarStart::On(date) => (Some(*date), None),
        CalendarStart::Local(date, time) => (Some(*date), Some(*time)),
        CalendarStart::At(instant) => {
            let local = instant.with_timezone(&circuit.zone).naive_local();
            (Some(local.date()), Some(local.time()))
        }
    }
}

/// The circuit of an event: by id, else by a name or alias.
fn circuit<'c>(row: &CalendarRow, circuits: &'c BTreeMap<CircuitId, Circuit>) -> Option<&'c Circuit> {
    let by_id = row.circuit_id.as_ref().and_then(|id| circuits.get(id.as_str()));
    let named = row.circuit.as_deref().unwrap_or(&row.event);
    let key = normalised(named);
    let is_it = |one: &&Circuit| {
        let places = [Some(&one.name), one.city.as_ref()];
        one.aliases
            .iter()
            .chain(places.into_iter().flatten())
            .any(|name| normalised(name) == key)
    };
    by_id.or_else(|| circuits.values().find(is_it))
}
