//! Sheets: what a foreign file says, in one shape whatever its format, before any pack is looked at.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::track_time::{TrackGap, TrackTime};
use crate::domain::{Points, PublicationStatus, Status};

/// One document of a file.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sheet {
    /// The order of a session.
    Results(ResultSheet),
    /// A championship's table.
    Points(PointsSheet),
    /// An entry list.
    Entries(EntrySheet),
    /// A calendar.
    Calendar(CalendarSheet),
    /// Flags and messages of race control, which no pack holds.
    RaceControl(RaceControlSheet),
}

/// Heading of a sheet: the series, event and session as it prints them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Heading {
    /// The series or championship.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
    /// The year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// The event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// Id of the event in an archive that keeps ids.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event_id: Option<String>,
    /// The circuit or place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub circuit: Option<String>,
    /// The number of the round.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub round: Option<u16>,
    /// The laps that were scheduled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scheduled_laps: Option<u16>,
    /// The session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session: Option<String>,
    /// The date, by the circuit's clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// Status of the publication, as far as the sheet says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<PublicationStatus>,
    /// Date of the publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<NaiveDate>,
}

/// Kind of the session whose order a sheet gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OrderKind {
    /// Free practice.
    Practice,
    /// Qualifying.
    Qualifying,
    /// The grid of a race, which is no result.
    Grid,
    /// A sprint.
    Sprint,
    /// A race.
    Race,
}

/// The order of a session.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ResultSheet {
    /// Heading.
    pub heading: Heading,
    /// Kind of session; absent where the sheet does not say.
    pub kind: Option<OrderKind>,
    /// Part of the order that the sheet holds.
    pub extent: SheetExtent,
    /// The rows, in the order of the sheet.
    pub rows: Vec<SheetRow>,
    /// Remarks of the stewards, one a line.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub messages: Vec<String>,
}

/// Part of a whole that a sheet holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SheetExtent {
    /// All of it.
    Whole,
    /// Some rows, since places are missing between them.
    Extract,
    /// The rows of one page or more, out of so many in all.
    Cut {
        /// Rows in all.
        total: usize,
    },
}

/// One car's row in the order of a session.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct SheetRow {
    /// Number of the row in its file, counted from 1.
    pub row: usize,
    /// The place over all cars.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<u16>,
    /// The place in the class, where the sheet prints it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class_place: Option<u16>,
    /// The class.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<String>,
    /// The car's number, with its leading zeros.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The drivers, the one who started first where the sheet says so.
    pub drivers: Vec<SheetName>,
    /// The team.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team: Option<String>,
    /// The car or its make.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vehicle: Option<String>,
    /// End of the car's race.
    #[serde(skip_serializing_if = "is_default")]
    pub status: Status,
    /// Status in the words of the sheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_text: Option<String>,
    /// Laps completed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub laps: Option<u16>,
    /// The race time, or the session's best lap where it is no race.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<TrackTime>,
    /// Distance to the first car.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap: Option<TrackGap>,
    /// The best lap.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best_lap: Option<TrackTime>,
    /// The number of the best lap.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best_lap_number: Option<u16>,
    /// The place on the grid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grid: Option<u16>,
    /// The points of the session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points: Option<Points>,
    /// The points of the session in the class, where the sheet prints them beside the others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class_points: Option<Points>,
    /// The penalty that is counted in already.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub penalty: Option<String>,
    /// Remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// True if the car takes no place and no points in its class.
    #[serde(skip_serializing_if = "is_default")]
    pub guest: bool,
    /// True if the sheet gives it the pole.
    #[serde(skip_serializing_if = "is_default")]
    pub pole: bool,
}

/// Name of a driver as a sheet prints it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct SheetName {
    /// Id in an archive that keeps ids for people and teams.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// First names, or their initials; empty where the sheet has one name alone.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub given: String,
    /// Surname, or the whole name where the sheet does not part it.
    pub family: String,
    /// Nationality as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Home town.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hometown: Option<String>,
}

/// A championship's table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PointsSheet {
    /// Heading.
    pub heading: Heading,
    /// The championship.
    pub championship: String,
    /// True if it ranks teams or constructors.
    #[serde(skip_serializing_if = "is_default")]
    pub of_teams: bool,
    /// The rounds that its columns stand for, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rounds: Vec<String>,
    /// Part of the table that the sheet holds.
    pub extent: SheetExtent,
    /// The rows.
    pub rows: Vec<PointsRow>,
}

/// A row of a championship's table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PointsRow {
    /// Number of the row in its file, counted from 1.
    pub row: usize,
    /// The place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<u16>,
    /// The driver or team.
    pub competitor: SheetName,
    /// The points.
    pub points: Points,
    /// The wins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wins: Option<u16>,
    /// The points of each round; absent where it was not driven or is to come.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<Option<Points>>,
}

/// An entry list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EntrySheet {
    /// Heading.
    pub heading: Heading,
    /// The entries.
    pub rows: Vec<EntryRow>,
}

/// One car of an entry list.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct EntryRow {
    /// Number of the row in its file, counted from 1.
    pub row: usize,
    /// The car's number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The class.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<String>,
    /// The team.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team: Option<String>,
    /// The car.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vehicle: Option<String>,
    /// The drivers who are named.
    pub drivers: Vec<SheetName>,
    /// Id of the team in an archive that keeps ids.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team_id: Option<String>,
    /// The rounds it is entered for; all if empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rounds: Vec<u16>,
    /// Seats whose drivers are to be announced.
    #[serde(skip_serializing_if = "is_default")]
    pub open_seats: u16,
}

/// A calendar.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CalendarSheet {
    /// Heading.
    pub heading: Heading,
    /// The sessions, in the order of the file.
    pub sessions: Vec<CalendarRow>,
}

/// One session of a calendar.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CalendarRow {
    /// Number of the row in its file, counted from 1.
    pub row: usize,
    /// Identity that stays when the session moves: the UID of a calendar, else event and session.
    pub key: String,
    /// The event.
    pub event: String,
    /// Id of the event in an archive that keeps ids.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event_id: Option<String>,
    /// Id of the circuit in an archive that keeps ids.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub circuit_id: Option<String>,
    /// The session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session: Option<String>,
    /// The circuit or place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub circuit: Option<String>,
    /// The number of the round.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub round: Option<u16>,
    /// The start.
    pub start: CalendarStart,
    /// The last day, where the entry stands for several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_day: Option<NaiveDate>,
    /// Duration in minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// True if it is not held.
    #[serde(skip_serializing_if = "is_default")]
    pub cancelled: bool,
    /// True if it is not certain yet.
    #[serde(skip_serializing_if = "is_default")]
    pub tentative: bool,
}

/// Start of a session in a calendar.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CalendarStart {
    /// Not known.
    #[default]
    Unknown,
    /// At an instant.
    At(chrono::DateTime<chrono::Utc>),
    /// At a time of the circuit's clock.
    Local(NaiveDate, NaiveTime),
    /// Some time on a day.
    On(NaiveDate),
}

/// Flags and messages of race control.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RaceControlSheet {
    /// Heading.
    pub heading: Heading,
    /// The messages, with the time of day as printed.
    pub messages: Vec<(String, String)>,
}

impl CalendarStart {
    /// The day, as far as it is known; that of an instant in UTC.
    pub fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::Unknown => None,
            Self::At(at) => Some(at.date_naive()),
            Self::Local(day, _) | Self::On(day) => Some(*day),
        }
    }
}

impl SheetName {
    /// A name of one piece: `Lindqvist, Marta` is parted at its comma, others at the last blank.
    pub fn whole(text: &str) -> Self {
        let text = text.trim();
        let (given, family) = match text.split_once(',') {
            Some((family, given)) => (given.trim(), family.trim()),
            None => text.rsplit_once(char::is_whitespace).unwrap_or(("", text)),
        };
        Self {
            given: given.trim().to_owned(),
            family: family.to_owned(),
            ..Self::default()
        }
    }

    /// The name in the order in which it is spoken.
    pub fn full(&self) -> String {
        format!("{} {}", self.given, self.family).trim().to_owned()
    }

    /// True if the first name is an initial alone: `N.`, `JP`.
    pub fn is_abbreviated(&self) -> bool {
        let letters = self.given.chars().filter(|letter| letter.is_alphabetic()).count();
        letters == 1 || (self.given.ends_with('.') && letters <= 3)
    }
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
