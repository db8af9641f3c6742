//! Crew of a car by name: drivers, number and team.

use serde::Serialize;

use super::NamedId;
use crate::domain::{CarNumber, ClassId, DriverId, Season, Series, TeamId, WeekendId};

/// The crew of a car, as far as known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CarCrew {
    /// The driver; of a car that several shared, the one who started.
    pub driver: Option<NamedId<DriverId>>,
    /// The other drivers of a car that several shared.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<NamedId<DriverId>>,
    /// The driver's short name.
    pub short: Option<String>,
    /// The car's number.
    pub car: Option<CarNumber>,
    /// The team.
    pub team: Option<NamedId<TeamId>>,
}

impl CarCrew {
    /// Looks up the names of a car's drivers, the starting driver first, and of its team.
    pub fn of(series: &Series, drivers: &[&DriverId], car: Option<&CarNumber>, team: Option<&TeamId>) -> Self {
        let driver = drivers.first().copied();
        let known = driver.and_then(|id| series.drivers.get(id));
        Self {
            driver: driver.map(|id| NamedId::driver(series, id)),
            with: drivers.iter().skip(1).map(|id| NamedId::driver(series, id)).collect(),
            short: known.map(|driver| driver.short().to_owned()),
            car: car.cloned(),
            team: team.map(|id| NamedId::team(series, id)),
        }
    }
}

impl NamedId<DriverId> {
    /// A driver by name.
    pub fn driver(series: &Series, id: &DriverId) -> Self {
        let known = series.drivers.get(id);
        Self::new(id, known.map_or(id.as_str(), |driver| &driver.name))
    }
}

impl NamedId<TeamId> {
    /// A team by name.
    pub fn team(series: &Series, id: &TeamId) -> Self {
        let known = series.teams.get(id);
        Self::new(id, known.map_or(id.as_str(), |team| &team.name))
    }
}

impl NamedId<ClassId> {
    /// A class by the name it has in a season.
    pub fn class(season: &Season, id: &ClassId) -> Self {
        let known = season.class(id.as_str());
        Self::new(id, known.map_or(id.as_str(), |class| &class.name))
    }
}

impl NamedId<WeekendId> {
    /// A weekend by name.
    pub fn weekend(season: &Season, id: &WeekendId) -> Self {
        let known = season.weekend(id.as_str());
        Self::new(id, known.map_or(id.as_str(), |weekend| &weekend.name))
    }
}
