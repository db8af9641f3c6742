//! Scale of points that results follow: what each place pays in the races and sprints that are known.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::dataset::Fault;
use crate::domain::{Points, SourceId, Status};
use crate::import::sheet::{OrderKind, ResultSheet};

/// The rules that the points of results follow; `None` where they show no scale.
pub fn rules(orders: &[&ResultSheet], source: &SourceId, faults: &mut Vec<Fault>) -> Option<Value> {
    let races = scale(orders, OrderKind::Race, faults)?;
    let mut scales =
        vec![json!({ "points": races, "note": "read off the points of the results", "sources": [source] })];
    if let Some(sprints) = scale(orders, OrderKind::Sprint, faults) {
        scales.push(json!({
            "when": { "kinds": ["sprint"] }, "points": sprints, "countback": false,
            "note": "read off the points of the results", "sources": [source]
        }));
    }
    Some(json!({
        "points": {
            "order": "overall", "scales": scales, "awards": [], "retired": "score", "drops": [],
            "ties": { "by": ["countback"] }, "listed": "entered",
            "notes": ["The scale is read off the results; drops, ties and awards are to be checked against the regulations."]
        }
    }))
}

/// The points of each place down to the last that pays, if every race agrees.
fn scale(orders: &[&ResultSheet], kind: OrderKind, faults: &mut Vec<Fault>) -> Option<Vec<Points>> {
    let mut paid: BTreeMap<u16, Points> = BTreeMap::new();
    let rows = orders
        .iter()
        .filter(|order| order.kind == Some(kind))
        .flat_map(|order| &order.rows);
    for row in rows.filter(|row| row.status == Status::Classified) {
        let (Some(place), Some(points)) = (row.place, row.points) else {
            continue;
        };
        let before = *paid.entry(place).or_insert(points);
        if before != points {
            let message = format!("place {place} pays {before} in one race and {points} in another");
            let fault = Fault::note("season.json", "$.rules", "no-scale", message);
            faults.push(fault.hint("write the rules into season.json as data/README.md shows"));
            return None;
        }
    }
    let last = paid
        .iter()
        .filter(|(_, points)| **points != Points::default())
        .map(|(place, _)| *place)
        .max()?;
    (1..=last).map(|place| paid.get(&place).copied()).collect()
}
