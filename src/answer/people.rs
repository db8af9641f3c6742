//! Drivers and teams: who they are, what they drive, how they stand.

use serde::Serialize;

use super::{Finish, Seat, Table, Title};
use crate::domain::Slug;

/// Who a driver is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Driver {
    /// The driver.
    pub driver: Title,
    /// The home town.
    pub hometown: Option<String>,
    /// The nationality, as an ISO code.
    pub nationality: Option<String>,
    /// What the driver drives in the season, as far as known.
    pub seats: Vec<Seat>,
    /// The results that are known.
    pub results: Vec<Outing>,
    /// The tables of the season, each with the driver's row alone; without a row where the driver is not listed.
    pub standings: Vec<Table>,
    /// Counts that were printed.
    pub tallies: Vec<Count>,
    /// What else is worth telling: title and text.
    pub notes: Vec<(String, String)>,
    /// The other seasons in which something is known of the driver.
    pub seasons: Vec<Slug>,
}

/// What a team is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Team {
    /// The team.
    pub team: Title,
    /// The nationality of its licence, as an ISO code.
    pub nationality: Option<String>,
    /// Its cars.
    pub seats: Vec<Seat>,
    /// The entrants' tables of the season, each with the team's row alone.
    pub standings: Vec<Table>,
    /// Its wins that are known.
    pub wins: Vec<Outing>,
    /// The other seasons in which something is known of the team.
    pub seasons: Vec<Slug>,
}

/// One session of a driver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outing {
    /// The weekend.
    pub weekend: Title,
    /// The session.
    pub session: Title,
    /// The label of its round.
    pub round: Option<Slug>,
    /// The class.
    pub class: Option<Title>,
    /// The result; absent where only an award is known.
    pub finish: Option<Finish>,
    /// What was won apart from the place.
    pub awards: Vec<Slug>,
}

/// A printed count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Count {
    /// What is counted: `wins`.
    pub tally: Slug,
    /// How many.
    pub count: u16,
    /// The label of the round after which it stands.
    pub after: Slug,
    /// The championship whose order is meant.
    pub championship: Title,
    /// What else is worth telling.
    pub note: Option<String>,
}
