//! Classifications: the official order of a session, complete or in part.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    AwardId, CarNumber, ChampionshipId, ClassId, DriverId, Points, PublicationStatus, Published, SessionRef, Slug,
    SourceId, TeamId,
};

/// The order of a session, as far as known. A session may have several: its revisions, the oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Classification {
    /// The session: `watkins-glen/race-1`.
    pub session: SessionRef,
    /// The moment of the session at which this was the order, where it is not its end: one of the session's stages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Slug>,
    /// Status; not known if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<PublicationStatus>,
    /// Number of the revision; it rises with each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<u16>,
    /// Moment of publication, from which it holds in place of an earlier revision; the end of the session if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Published>,
    /// Completeness: `true` if everybody who took part is listed, `false`, or the classes for which it is so.
    #[serde(default)]
    pub complete: Complete,
    /// The share of the points that the session pays: `"1/2"` for half points; all of them if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Points>,
    /// The rows, the winner first where the order is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<Row>,
    /// Pole, fastest lap, and whatever else the rules pay for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub awards: Vec<Award>,
    /// Points as printed where they follow from no order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<Cell>,
    /// Penalties that no row shows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub penalties: Vec<Penalty>,
    /// Laps of the winner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub laps: Option<u16>,
    /// Laps that were scheduled at the start; as many as were run if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheduled_laps: Option<u16>,
    /// Laps the leader ran, where the result was declared after fewer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leader_laps: Option<u16>,
    /// Laps run under green; all of them if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub green_laps: Option<u16>,
    /// Minutes that were run, of a session that is measured in time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// True if it was stopped and not resumed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stopped: bool,
    /// Free remarks, for people: `finished under yellow`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// Sources, by id, of every row that names none itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
}

/// Completeness of a classification: the classes of which everybody who took part is listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "expected true, false or a list of class ids")]
pub enum Complete {
    /// For all, or for none.
    Whole(bool),
    /// For these classes.
    Classes(Vec<ClassId>),
}

impl Classification {
    /// Sources of every row, award and penalty; one may come several times.
    pub fn cited(&self) -> impl Iterator<Item = &SourceId> {
        let rows = self.rows.iter().flat_map(|row| &row.sources);
        let awards = self.awards.iter().flat_map(|award| &award.sources);
        let penalties = self.penalties.iter().flat_map(|penalty| &penalty.sources);
        self.sources.iter().chain(rows).chain(awards).chain(penalties)
    }
}

impl Default for Complete {
    fn default() -> Self {
        Self::Whole(false)
    }
}

impl Complete {
    /// True if it is complete for `class`, or over all cars if that is `None`.
    pub fn holds_for(&self, class: Option<&ClassId>) -> bool {
        match self {
            Self::Whole(whole) => *whole,
            Self::Classes(classes) => class.is_some_and(|class| classes.contains(class)),
        }
    }
}

/// One car's result.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Row {
    /// The place over all cars, as far as known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// The place in the class, where it does not follow from the order over all cars.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class_place: Option<Place>,
    /// The class the car ran in, where it does not follow from the entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<ClassId>,
    /// The car's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub car: Option<CarNumber>,
    /// The driver.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub driver: Option<DriverId>,
    /// The drivers of a car that several shared, the one who started first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub crew: Vec<CrewMember>,
    /// The team, where it does not follow from the entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<TeamId>,
    /// The make of the car, where it does not follow from the entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub make: Option<Slug>,
    /// Tags that rules refer to, besides those of its entry: `ineligible` gives them an effect.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Slug>,
    /// End of the car's race.
    #[serde(default, skip_serializing_if = "Status::is_classified")]
    pub status: Status,
    /// True if the place is shared with another car.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub dead_heat: bool,
    /// Laps completed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub laps: Option<u16>,
    /// The race time, or the session's best lap, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// The best lap, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub best_lap: Option<String>,
    /// The penalty that is counted in already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub penalty: Option<String>,
    /// Free remark, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
    /// Derivation, if no source states it outright.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived: Option<String>,
}

impl Row {
    /// All drivers that the row itself names.
    pub fn drivers(&self) -> impl Iterator<Item = &DriverId> {
        self.driver.iter().chain(self.crew.iter().map(CrewMember::driver))
    }
}

/// One driver of a shared car: an id, or more about the drive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "expected a driver's id, or {\"driver\": id, \"laps\": 20}")]
pub enum CrewMember {
    /// The driver alone.
    Driver(DriverId),
    /// The driver and the drive.
    Drive(Drive),
}

/// Drive of one driver of a shared car.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Drive {
    /// The driver.
    pub driver: DriverId,
    /// Laps driven.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub laps: Option<u16>,
    /// Minutes driven.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// Tags that rules refer to: `ineligible` gives them an effect on the driver's own points.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Slug>,
}

impl CrewMember {
    /// The driver.
    pub const fn driver(&self) -> &DriverId {
        match self {
            Self::Driver(driver) | Self::Drive(Drive { driver, .. }) => driver,
        }
    }

    /// Details of the drive, if any are known.
    pub const fn drive(&self) -> Option<&Drive> {
        match self {
            Self::Driver(_) => None,
            Self::Drive(drive) => Some(drive),
        }
    }
}

/// A place, as far as known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(
    untagged,
    expecting = "expected a place such as 3, a list of possible places such as [2, 3], or {\"from\": 16} for 16th or lower"
)]
pub enum Place {
    /// This one.
    Exactly(u16),
    /// One of these.
    OneOf(Vec<u16>),
    /// This one or one behind it.
    From {
        /// The best it can be.
        from: u16,
    },
}

impl Place {
    /// The best place it can be.
    pub fn best(&self) -> Option<u16> {
        match self {
            Self::Exactly(place) | Self::From { from: place } => Some(*place),
            Self::OneOf(places) => places.iter().copied().min(),
        }
    }

    /// The place, if it is known exactly.
    pub fn exact(&self) -> Option<u16> {
        match self {
            Self::Exactly(place) => Some(*place),
            Self::OneOf(_) | Self::From { .. } => None,
        }
    }
}

/// End of a car's race.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Classified.
    #[default]
    Classified,
    /// Did not finish; it may keep a place all the same.
    Dnf,
    /// Did not start.
    Dns,
    /// Disqualified.
    Dsq,
    /// Took part and was not classified.
    Nc,
}

impl Status {
    fn is_classified(&self) -> bool {
        *self == Self::Classified
    }
}

/// Something that is won apart from the place: pole, fastest lap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Award {
    /// Id of the award: `pole`, `fastest-lap`, or another that the rules name.
    pub award: AwardId,
    /// The class it was won in; absent for the one over all cars.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<ClassId>,
    /// The winner; absent when there is none, or when the car's whole crew won it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub driver: Option<DriverId>,
    /// The car that won it, where it goes to the whole crew, or the driver had several cars.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub car: Option<CarNumber>,
    /// The place in the order of the award: 1, the winner, if absent. Others matter where points can pass to the next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<u16>,
    /// The time that won it, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// Free remark, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
    /// Derivation, if no source states it outright.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived: Option<String>,
}

/// Points of one session in one championship, as printed, where they follow from no order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Cell {
    /// The championship whose table prints them.
    pub championship: ChampionshipId,
    /// Id of the competitor: a driver, team, car or make, by what the championship ranks.
    pub competitor: Slug,
    /// The points for the place; awards are added to them.
    pub points: Points,
    /// Reason why they follow from no order.
    pub note: String,
    /// Sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
}

/// A penalty that is known apart from any row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Penalty {
    /// The driver penalised.
    pub driver: DriverId,
    /// The penalty and its reason.
    pub what: String,
    /// Sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
}
