//! Regions, states and provinces, that stand for the one weekend of a series in them.

use std::collections::BTreeMap;

use super::normalise::normalised;
use super::zones::is_city;
use crate::domain::{Circuit, CircuitId, Series, Weekend};

/// The weekends of a series that are alone in their region, each with its region. A region that is called like the city of
/// a clock is left out: `New York`.
pub(super) fn regions<'a>(
    series: &'a Series,
    circuits: &'a BTreeMap<CircuitId, Circuit>,
) -> impl Iterator<Item = (&'a Weekend, &'a str)> {
    let mut found: BTreeMap<&str, Vec<&Weekend>> = BTreeMap::new();
    for weekend in series.each_season().flat_map(|season| &season.weekends) {
        let region = circuits
            .get(&weekend.circuit)
            .and_then(|circuit| circuit.region.as_deref());
        if let Some(region) = region.filter(|region| !is_city(&normalised(region))) {
            let weekends = found.entry(region).or_default();
            let same = |other: &&Weekend| other.id == weekend.id && other.circuit == weekend.circuit;
            if !weekends.iter().any(same) {
                weekends.push(weekend);
            }
        }
    }
    found
        .into_iter()
        .filter_map(|(region, weekends)| match weekends.as_slice() {
            [one] => Some((*one, region)),
            _ => None,
        })
}
