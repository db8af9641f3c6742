//! Circuits by their length or their turns in words.

use super::{count, list, names};
use crate::answer::{CircuitOrder, CircuitSize};

/// The one that is asked for, then the others in order.
pub fn lines(polar: bool, order: &CircuitOrder) -> Vec<String> {
    let first = order.circuits.first();
    let Some(first) = first else {
        return vec!["Not known: the packs do not tell it of any of these tracks.".to_owned()];
    };
    let extreme = match (order.turns, order.greatest) {
        (true, true) => "the most turns",
        (true, false) => "the fewest turns",
        (false, true) => "the longest lap",
        (false, false) => "the shortest lap",
    };
    let told = match (&order.asked, order.circuits.get(1)) {
        (Some(asked), Some(second)) if order.circuits.len() == 2 && order.unknown.is_empty() => {
            let level = value(order, first) == value(order, second);
            let compared = match (order.turns, order.greatest) {
                (true, true) => "more turns",
                (true, false) => "fewer turns",
                (false, true) => "the longer lap",
                (false, false) => "the shorter lap",
            };
            let text = if level {
                format!(
                    "both have {}: {} and {}",
                    value(order, first),
                    first.circuit.name,
                    second.circuit.name
                )
            } else {
                format!(
                    "{} has {compared}: {}, {} {}",
                    first.circuit.name,
                    value(order, first),
                    second.circuit.name,
                    value(order, second)
                )
            };
            match polar {
                true if first.circuit.id == *asked && !level => format!("Yes: {text}"),
                true => format!("No: {text}"),
                false => super::capital(&text),
            }
        }
        (Some(_), _) if !order.unknown.is_empty() => format!(
            "Not known: the packs do not tell it of {}; {} has {}",
            names(&order.unknown),
            first.circuit.name,
            value(order, first)
        ),
        _ => format!(
            "{} has {extreme} of {}: {}",
            first.circuit.name,
            order.season,
            value(order, first)
        ),
    };
    let rest: Vec<String> = order
        .circuits
        .iter()
        .skip(1)
        .map(|one| format!("{} {}", one.circuit.name, value(order, one)))
        .collect();
    let then = (order.asked.is_none() && !rest.is_empty()).then(|| format!("Then {}.", list(&rest)));
    let unknown =
        (order.asked.is_none() && !order.unknown.is_empty()).then(|| format!("Not known: {}.", names(&order.unknown)));
    std::iter::once(format!("{told}.")).chain(then).chain(unknown).collect()
}

fn value(order: &CircuitOrder, one: &CircuitSize) -> String {
    match (order.turns, one.turns, one.length) {
        (true, Some(turns), _) => count(turns.into(), "turn", "turns"),
        (false, _, Some((miles, _))) if one.published_in_miles => format!("{miles} miles"),
        (false, _, Some((_, km))) => format!("{km} km"),
        _ => "not known".to_owned(),
    }
}
