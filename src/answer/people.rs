//! Profiles of drivers and teams: entries, results, standings, counts.

use serde::Serialize;

use super::{CarResult, NamedId, Seat, StandingsTable};
use crate::domain::{
    AwardId, ChampionshipId, ClassId, DriverId, PublicationStatus, RoundLabel, SeasonId, SessionId, Slug, TeamId,
    WeekendId,
};

/// Profile of a driver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DriverProfile {
    /// The driver.
    pub driver: NamedId<DriverId>,
    /// The home town.
    pub hometown: Option<String>,
    /// The nationality, as an ISO code.
    pub nationality: Option<String>,
    /// Entries of the driver in the season, as far as known.
    pub seats: Vec<Seat>,
    /// The results that are known.
    pub results: Vec<DriverSession>,
    /// The tables of the season, each with the driver's row alone; without a row where the driver is not listed.
    pub standings: Vec<StandingsTable>,
    /// Counts that were printed.
    pub tallies: Vec<PublishedCount>,
    /// Notes: title and text.
    pub notes: Vec<(String, String)>,
    /// The other seasons in which something is known of the driver.
    pub seasons: Vec<SeasonId>,
}

/// Profile of a team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TeamProfile {
    /// The team.
    pub team: NamedId<TeamId>,
    /// The nationality of its licence, as an ISO code.
    pub nationality: Option<String>,
    /// Its cars.
    pub seats: Vec<Seat>,
    /// The entrants' tables of the season, each with the team's row alone.
    pub standings: Vec<StandingsTable>,
    /// Its wins that are known.
    pub wins: Vec<DriverSession>,
    /// The other seasons in which something is known of the team.
    pub seasons: Vec<SeasonId>,
}

/// One session of a driver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DriverSession {
    /// The weekend.
    pub weekend: NamedId<WeekendId>,
    /// The session.
    pub session: NamedId<SessionId>,
    /// The label of its round.
    pub round: Option<RoundLabel>,
    /// The status of its result, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<PublicationStatus>,
    /// The class.
    pub class: Option<NamedId<ClassId>>,
    /// The result; absent where only an award is known.
    pub finish: Option<CarResult>,
    /// Awards won, such as the pole.
    pub awards: Vec<AwardId>,
}

/// A printed count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PublishedCount {
    /// The counted feat: `wins`.
    pub tally: Slug,
    /// The number.
    pub count: u16,
    /// Label of the last round that is counted.
    pub after: RoundLabel,
    /// The championship whose order is meant.
    pub championship: NamedId<ChampionshipId>,
    /// A note.
    pub note: Option<String>,
}
