//! Everything that is known, in memory, ready to answer from.

use std::collections::BTreeMap;

use crate::domain::{Circuit, Season, Series, Slug, Source, Weekend};

/// All packs, read and ready.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    /// The circuits of all series.
    pub circuits: BTreeMap<Slug, Circuit>,
    /// The pages that the circuits' facts were read from.
    pub circuit_sources: BTreeMap<Slug, Source>,
    /// The series, by id.
    pub series: BTreeMap<Slug, Series>,
}

impl Catalogue {
    /// Puts what was read in order.
    pub fn new(
        circuits: Vec<Circuit>,
        circuit_sources: BTreeMap<Slug, Source>,
        series: BTreeMap<Slug, Series>,
    ) -> Self {
        let circuits = circuits
            .into_iter()
            .map(|circuit| (circuit.id.clone(), circuit))
            .collect();
        Self {
            circuits,
            circuit_sources,
            series,
        }
    }

    /// The season of a series.
    pub fn season(&self, series: &Slug, season: &Slug) -> Option<&Season> {
        self.series.get(series)?.seasons.get(season)
    }

    /// The circuit of a weekend.
    pub fn circuit(&self, weekend: &Weekend) -> Option<&Circuit> {
        self.circuits.get(&weekend.circuit)
    }
}
