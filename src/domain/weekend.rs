//! Weekends and the sessions inside them.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CircuitId, Note, RoundLabel, SessionId, Slug, SourceId, WeekendId};

/// One stop of the calendar at one circuit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Weekend {
    /// The weekend's id, unique in its season.
    pub id: WeekendId,
    /// Name for a title: `Watkins Glen`.
    pub name: String,
    /// Other names in use.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The circuit.
    pub circuit: CircuitId,
    /// Its first day, by the circuit's clock.
    pub start: NaiveDate,
    /// Its last day.
    pub end: NaiveDate,
    /// The main event of the weekend, where this series is the support.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supports: Option<String>,
    /// The sessions, in the order they are run.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<Session>,
    /// Free remarks on this weekend, for people.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// Sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
    /// Derivation, if no source states it outright.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived: Option<String>,
}

/// A practice, a qualifying, a race.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Session {
    /// The session's id, unique in its weekend.
    pub id: SessionId,
    /// Kind of session.
    pub kind: SessionKind,
    /// Name: `Race 1`.
    pub name: String,
    /// The label of the round it counts for: `7`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<RoundLabel>,
    /// Its date by the circuit's clock; absent when not published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// The start by the circuit's clock, `16:20`; absent when not published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<NaiveTime>,
    /// The zone of date and time, where it is not the circuit's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub zone: Option<Tz>,
    /// The offset from UTC, `-04:00`, for a start that the clock shows twice in one night.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offset: Option<String>,
    /// The moments before its end at which an order is taken, one after the other: `hour-6`, `stage-1`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<Slug>,
    /// Duration in minutes; absent when not published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// Usual duration of its kind in its season, which the season's file states.
    #[serde(skip)]
    pub usual_minutes: Option<u16>,
    /// Status.
    #[serde(default, skip_serializing_if = "SessionStatus::is_scheduled")]
    pub status: SessionStatus,
    /// For a session that moved: the start that was published before, `2024-06-21 11:00`, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
    /// The earlier session of the weekend that this one is the rest of, where that was stopped and resumed later. The result of
    /// both stands under the earlier one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resumes: Option<SessionId>,
    /// Free remark, for people: `morning`, `at night`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
    /// Derivation, if no source states it outright.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived: Option<String>,
}

/// Kind of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SessionKind {
    /// A test day, before the weekend proper.
    Test,
    /// Free practice.
    Practice,
    /// Qualifying.
    Qualifying,
    /// A short race that counts apart.
    Sprint,
    /// A race.
    Race,
}

/// Status of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SessionStatus {
    /// It is, or was, held as published.
    #[default]
    Scheduled,
    /// It moved; its date and time are the new ones.
    Moved,
    /// It is not held.
    Cancelled,
    /// It is over, whatever its time says.
    Finished,
}

impl SessionKind {
    /// Usual duration in minutes, where no pack says otherwise.
    pub const fn usual_minutes(self) -> u16 {
        match self {
            Self::Practice | Self::Qualifying | Self::Sprint => 60,
            Self::Race => 120,
            Self::Test => 240,
        }
    }
}

impl SessionStatus {
    fn is_scheduled(&self) -> bool {
        *self == Self::Scheduled
    }
}

/// Start of a session, as far as known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Start {
    /// At an instant.
    At(DateTime<Utc>),
    /// Some time on a day of the circuit's calendar.
    On(NaiveDate),
    /// Some time in its weekend.
    Unknown,
}

impl Session {
    /// Duration in minutes: the published one, else the usual one of its kind.
    pub fn duration(&self) -> u16 {
        let usual = || self.usual_minutes.unwrap_or_else(|| self.kind.usual_minutes());
        self.minutes.unwrap_or_else(usual)
    }
}

impl Weekend {
    /// True if it has sessions and none of them is held.
    pub fn is_cancelled(&self) -> bool {
        let mut sessions = self.sessions.iter();
        !self.sessions.is_empty() && sessions.all(|session| session.status == SessionStatus::Cancelled)
    }

    /// The last part of a session that was stopped and resumed later; the session itself if it was not.
    pub fn last_part<'a>(&'a self, session: &'a Session) -> &'a Session {
        let is_part =
            |one: &&Session| one.resumes.as_ref() == Some(&session.id) && one.status != SessionStatus::Cancelled;
        self.sessions.iter().rev().find(is_part).unwrap_or(session)
    }

    /// The session with this id.
    pub fn session(&self, id: &str) -> Option<&Session> {
        self.sessions.iter().find(|session| session.id == *id)
    }
}
