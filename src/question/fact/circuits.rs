//! Circuits of a season by their length or their turns.

use std::cmp::Ordering;

use super::finding::{FactResult, calendar};
use crate::answer::{CircuitOrder, CircuitSize, Fact, NamedId};
use crate::domain::{Circuit, Length, Weekend};
use crate::question::classification::SeasonView;
use crate::question::request::Request;

/// The circuits of the season, or of the weekends that are named in words, in the order that is asked for.
pub(super) fn order<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let season = calendar(request, view)?;
    let about = request.options.about.as_deref().unwrap_or_default();
    let (greatest, turns) = (
        ["longest-track", "most-turns"].contains(&about),
        about.ends_with("turns"),
    );
    let named: Vec<&str> = request
        .options
        .words
        .as_deref()
        .unwrap_or_default()
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect();
    let meant = |weekend: &&'a Weekend| named.is_empty() || named.contains(&weekend.id.as_str());
    let elsewhere = view
        .series
        .each_season()
        .rev()
        .filter(|one| one.id != season.id && !named.is_empty());
    let all = std::iter::once(season)
        .chain(elsewhere)
        .flat_map(|season| &season.weekends);
    let mut weekends: Vec<&Weekend> = Vec::new();
    for weekend in all.filter(meant) {
        if !weekends
            .iter()
            .any(|one| one.circuit == weekend.circuit || one.id == weekend.id)
        {
            weekends.push(weekend);
        }
    }
    let circuit = |weekend: &&Weekend| view.catalogue.circuits.get(&weekend.circuit);
    let circuits: Vec<&Circuit> = weekends.iter().filter_map(circuit).collect();
    let is_known = |one: &&&Circuit| {
        if turns {
            one.turns.is_some()
        } else {
            one.length.is_some()
        }
    };
    let (known, unknown): (Vec<&Circuit>, Vec<&Circuit>) = circuits.iter().partition(|one| is_known(one));
    let mut known: Vec<CircuitSize> = known.into_iter().map(size).collect();
    known.sort_by(|one, other| {
        let order = if turns {
            one.turns.cmp(&other.turns)
        } else {
            by_length(one, other)
        };
        if greatest { order.reverse() } else { order }
    });
    let first = named
        .first()
        .and_then(|id| weekends.iter().find(|weekend| weekend.id.as_str() == *id));
    let order = CircuitOrder {
        season: season.id.clone(),
        greatest,
        turns,
        asked: first.map(|weekend| weekend.circuit.clone()),
        circuits: known,
        unknown: unknown.iter().map(|one| NamedId::new(&one.id, &one.name)).collect(),
    };
    Ok((Fact::Circuits(order), Vec::new()))
}

fn by_length(one: &CircuitSize, other: &CircuitSize) -> Ordering {
    let km = |size: &CircuitSize| size.length.map_or(0.0, |(_, km)| km);
    km(one).total_cmp(&km(other))
}

fn size(circuit: &Circuit) -> CircuitSize {
    CircuitSize {
        circuit: NamedId::new(&circuit.id, &circuit.name),
        length: circuit.length.map(|length| (length.miles(), length.km())),
        published_in_miles: matches!(circuit.length, Some(Length::Miles(_))),
        turns: circuit.turns,
    }
}
