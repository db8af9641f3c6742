//! Drivers and teams: who they are, what they drive, how they stand.

use serde::Serialize;

use super::{CarResult, NamedId, Seat, StandingsTable};
use crate::domain::Slug;

/// Who a driver is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DriverProfile {
    /// The driver.
    pub driver: NamedId,
    /// The home town.
    pub hometown: Option<String>,
    /// The nationality, as an ISO code.
    pub nationality: Option<String>,
    /// What the driver drives in the season, as far as known.
    pub seats: Vec<Seat>,
    /// The results that are known.
    pub results: Vec<DriverSession>,
    /// The tables of the season, each with the driver's row alone; without a row where the driver is not listed.
    pub standings: Vec<StandingsTable>,
    /// Counts that were printed.
    pub tallies: Vec<PublishedCount>,
    /// What else is worth telling: title and text.
    pub notes: Vec<(String, String)>,
    /// The other seasons in which something is known of the driver.
    pub seasons: Vec<Slug>,
}

/// What a team is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TeamProfile {
    /// The team.
    pub team: NamedId,
    /// The nationality of its licence, as an ISO code.
    pub nationality: Option<String>,
    /// Its cars.
    pub seats: Vec<Seat>,
    /// The entrants' tables of the season, each with the team's row alone.
    pub standings: Vec<StandingsTable>,
    /// Its wins that are known.
    pub wins: Vec<DriverSession>,
    /// The other seasons in which something is known of the team.
    pub seasons: Vec<Slug>,
}

/// One session of a driver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DriverSession {
    /// The weekend.
    pub weekend: NamedId,
    /// The session.
    pub session: NamedId,
    /// The label of its round.
    pub round: Option<Slug>,
    /// The class.
    pub class: Option<NamedId>,
    /// The result; absent where only an award is known.
    pub finish: Option<CarResult>,
    /// What was won apart from the place.
    pub awards: Vec<Slug>,
}

/// A printed count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PublishedCount {
    /// What is counted: `wins`.
    pub tally: Slug,
    /// How many.
    pub count: u16,
    /// The label of the round after which it stands.
    pub after: Slug,
    /// The championship whose order is meant.
    pub championship: NamedId,
    /// What else is worth telling.
    pub note: Option<String>,
}
