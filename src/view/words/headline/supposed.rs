//! Headlines of supposed tables: where somebody would be, and by how much.

use super::verdict;
use crate::answer::{ProjectedRow, SupposedResult, WhatIf};
use crate::domain::{Points, Range};
use crate::question::{Form, Relation};
use crate::view::words::leaders::points_of;
use crate::view::words::{ordinal, sentence};

/// The headline of a supposed table.
pub fn supposed(form: Form, facts: &WhatIf) -> Option<String> {
    let row = facts.rows.get(facts.about.unwrap_or_default())?;
    let told = match row.place.exact() {
        Some(1) => leading(facts, row),
        Some(place) => behind(facts, row, place),
        None => return Some(sentence(&open(form, facts, row))),
    };
    if !form.polar {
        return Some(sentence(&told));
    }
    let first = row.place.high == 1;
    Some(sentence(&match form.relation {
        Some(Relation::Champion) if first && !facts.last => format!("not yet: {told}, with races to go"),
        Some(Relation::Place(place)) => verdict(row.place.exact() == Some(place), &told),
        Some(Relation::Top(places)) => verdict(row.place.high <= places, &told),
        Some(Relation::Behind) => verdict(!first, &told),
        _ => verdict(first, &told),
    }))
}

fn with(points: Range<Points>) -> String {
    match points.exact() {
        Some(exact) => exact.to_string(),
        None => format!("at least {}", points.low),
    }
}

/// `Cooper would lead Pro with 139, 4 ahead of Hartog`
fn leading(facts: &WhatIf, row: &ProjectedRow) -> String {
    let table = &facts.championship.name;
    let points = with(row.points);
    let would = if facts.last {
        format!("{} would be the {table} champion with {points}", row.row.short)
    } else {
        format!("{} would lead {table} with {points}", row.row.short)
    };
    let others = facts.rows.iter().filter(|other| other.competitor != row.competitor);
    let Some(next) = others.max_by_key(|other| other.points.high) else {
        return would;
    };
    let name = &next.row.short;
    match (row.points.exact(), next.points.exact()) {
        (Some(one), Some(other)) if one == other => format!("{would}, level with {name}"),
        (Some(one), Some(other)) => format!("{would}, {} ahead of {name}", one - other),
        _ => format!("{would}; {name} would have {} at most", next.points.high),
    }
}

fn behind(facts: &WhatIf, row: &ProjectedRow, place: u16) -> String {
    let would = format!(
        "{} would be {} in {} with {}",
        row.row.short,
        ordinal(place),
        facts.championship.name,
        with(row.points)
    );
    match (row.gap.and_then(Range::exact), facts.rows.first()) {
        (Some(gap), Some(first)) => format!("{would}, {gap} behind {}", first.row.short),
        _ => would,
    }
}

/// A place that depends on open results: what is supposed counts alone.
fn open(form: Form, facts: &WhatIf, row: &ProjectedRow) -> String {
    let others = facts.rows.iter().filter(|other| other.competitor != row.competitor);
    let rival = others.max_by_key(|other| other.points.low);
    let only_awards = facts
        .supposed
        .iter()
        .flat_map(|one| &one.pieces)
        .all(|(wanted, _)| matches!(wanted, SupposedResult::Award(_)));
    let (name, alone) = (&row.row.short, row.points.low);
    let against = rival.map_or_else(String::new, |rival| match rival.points.low {
        low if low == alone => format!(", level with {}", rival.row.short),
        low if low < alone => format!(", {} ahead of {} ({low})", alone - low, rival.row.short),
        low => format!(", {} behind {} ({low})", low - alone, rival.row.short),
    });
    let alone_told = format!(
        "that alone puts {name} on {alone}{against} in {}",
        facts.championship.name
    );
    if form.polar && only_awards {
        let ahead = rival.is_none_or(|rival| rival.points.low < alone);
        return format!("{}; the places are open", verdict(ahead, &alone_told));
    }
    let points = match row.points.exact() {
        Some(exact) => points_of(exact),
        None => format!("{} to {}", row.points.low, points_of(row.points.high)),
    };
    let place = match row.place {
        Range { low, high: u16::MAX } => format!("{} or lower", ordinal(low)),
        Range { low, high } if low + 1 == high => format!("{} or {}", ordinal(low), ordinal(high)),
        Range { low, high } => format!("{} to {}", ordinal(low), ordinal(high)),
    };
    let others = facts.rows.iter().filter(|other| other.competitor != row.competitor);
    let best = others.max_by_key(|other| other.points.high);
    let best = best.map_or_else(String::new, |best| {
        format!("; {} can have {}", best.row.short, best.points.high)
    });
    let told = format!(
        "{name} would have {points} and be {place} in {}{best}",
        facts.championship.name
    );
    if form.polar { format!("not known: {told}") } else { told }
}
