//! Catalogue of all packs, in memory, ready to answer from.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono_tz::Tz;

use super::AppliedOverride;
use crate::domain::{
    ChampionshipId, Circuit, CircuitId, Season, SeasonId, Series, SeriesId, Session, Source, SourceId, Weekend,
    WeekendId,
};
use crate::lookup::NameIndex;
use crate::schedule::{SeasonProgress, Slot, known_from, progress};
use crate::scoring::Ledger;

/// All packs, read and ready: what depends on no question and no moment is worked out here, once.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    /// The circuits of all series.
    pub circuits: BTreeMap<CircuitId, Circuit>,
    /// The pages that the circuits' facts were read from.
    pub circuit_sources: BTreeMap<SourceId, Source>,
    /// The series, by id.
    pub series: BTreeMap<SeriesId, Series>,
    /// Every name that people can call something by.
    pub names: Arc<NameIndex>,
    /// The overrides of the calendar that hold in this catalogue.
    pub changes: Vec<AppliedOverride>,
    ledgers: BTreeMap<SeriesId, BTreeMap<SeasonId, Arc<Vec<Ledger>>>>,
}

/// The error for a weekend at a circuit that no catalogue can hold: its local times would be no instants.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the circuit '{circuit}' of the weekend '{weekend}' is unknown")]
pub struct UnknownCircuit {
    /// The circuit.
    pub circuit: CircuitId,
    /// The weekend.
    pub weekend: WeekendId,
}

impl Catalogue {
    /// Builds the catalogue from what was read.
    ///
    /// # Errors
    /// If a weekend is at a circuit that is not among `circuits`.
    pub fn new(
        circuits: Vec<Circuit>,
        circuit_sources: BTreeMap<SourceId, Source>,
        series: BTreeMap<SeriesId, Series>,
    ) -> Result<Self, UnknownCircuit> {
        Self::with_ledgers(circuits, circuit_sources, series, BTreeMap::new())
    }

    /// Builds the catalogue from what was read, with ledgers of seasons that were built while checking them; the others
    /// are built here.
    ///
    /// # Errors
    /// If a weekend is at a circuit that is not among `circuits`.
    pub(super) fn with_ledgers(
        circuits: Vec<Circuit>,
        circuit_sources: BTreeMap<SourceId, Source>,
        series: BTreeMap<SeriesId, Series>,
        mut ledgers: BTreeMap<(SeriesId, SeasonId), Vec<Ledger>>,
    ) -> Result<Self, UnknownCircuit> {
        let circuits: BTreeMap<CircuitId, Circuit> = circuits
            .into_iter()
            .map(|circuit| (circuit.id.clone(), circuit))
            .collect();
        let seasons = series.values().flat_map(Series::each_season);
        let unknown = seasons
            .flat_map(|season| &season.weekends)
            .find(|weekend| !circuits.contains_key(&weekend.circuit));
        if let Some(weekend) = unknown {
            return Err(UnknownCircuit {
                circuit: weekend.circuit.clone(),
                weekend: weekend.id.clone(),
            });
        }
        let mut catalogue = Self {
            circuits,
            circuit_sources,
            series,
            names: Arc::default(),
            changes: Vec::new(),
            ledgers: BTreeMap::new(),
        };
        let mut of_season = |series: &Series, season: &Season| {
            let built = ledgers.remove(&(series.id.clone(), season.id.clone()));
            built.map_or_else(|| catalogue.ledgers_of(season), Arc::new)
        };
        let mut of_series = |series: &Series| {
            let seasons = series.seasons.iter();
            seasons
                .map(|(id, season)| (id.clone(), of_season(series, season)))
                .collect()
        };
        let series = catalogue.series.iter();
        catalogue.ledgers = series.map(|(id, series)| (id.clone(), of_series(series))).collect();
        catalogue.names = Arc::new(NameIndex::of(&catalogue.circuits, &catalogue.series));
        Ok(catalogue)
    }

    /// The ledgers of a season.
    fn ledgers_of(&self, season: &Season) -> Arc<Vec<Ledger>> {
        let championships = season.championships.iter();
        Arc::new(championships.map(|one| self.ledger_for(season, one)).collect())
    }

    /// Rebuilds the ledgers of a season whose calendar has changed.
    pub(super) fn rebuild_ledgers(&mut self, series: &SeriesId, season: &SeasonId) {
        let Some(known) = self.series.get(series) else { return };
        let Some(rebuilt) = known.season(season).map(|season| self.ledgers_of(season)) else {
            return;
        };
        if let Some(ledgers) = self.ledgers.get_mut(series) {
            ledgers.insert(season.clone(), rebuilt);
        }
    }

    /// Builds the ledger of a championship of a season, which may be a hypothetical one.
    pub fn ledger_for(&self, season: &Season, championship: &crate::domain::Championship) -> Ledger {
        Ledger::new(season, championship, |weekend, session| {
            self.known_from(weekend, session)
        })
    }

    /// The season of a series.
    pub fn season(&self, series: &SeriesId, season: &SeasonId) -> Option<&Season> {
        self.series.get(series)?.season(season)
    }

    /// The ledger of a championship.
    pub fn ledger(&self, series: &SeriesId, season: &SeasonId, championship: &ChampionshipId) -> Option<&Ledger> {
        let ledgers = self.ledgers.get(series)?.get(season)?;
        ledgers.iter().find(|ledger| ledger.championship == *championship)
    }

    /// The circuit of a weekend.
    pub fn circuit(&self, weekend: &Weekend) -> Option<&Circuit> {
        self.circuits.get(&weekend.circuit)
    }

    /// The zone of a weekend's wall clocks.
    pub fn zone(&self, weekend: &Weekend) -> Tz {
        let circuit = self.circuit(weekend);
        debug_assert!(circuit.is_some(), "a catalogue was built with an unknown circuit");
        circuit.map_or(Tz::UTC, |circuit| circuit.zone)
    }

    /// Slot of a session.
    pub fn slot(&self, weekend: &Weekend, session: &Session) -> Slot {
        Slot::of(weekend, session, self.zone(weekend))
    }

    /// The moment from which the result of a session counts as known.
    pub fn known_from(&self, weekend: &Weekend, session: &Session) -> chrono::DateTime<chrono::Utc> {
        known_from(weekend, session, self.zone(weekend))
    }

    /// Progress of a season at a moment.
    pub fn progress<'a>(&self, season: &'a Season, now: chrono::DateTime<chrono::Utc>) -> SeasonProgress<'a> {
        progress(season, |weekend| self.zone(weekend), now)
    }
}
