//! Session paths: a session by the ids of all that it is in, or by those inside its season.

use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{SeasonId, SeriesId, SessionId, Slug, WeekendId};

/// A session by the ids of all that it is in: `pccna/2024/watkins-glen/race-1`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct SessionPath {
    /// The series.
    pub series: SeriesId,
    /// The season.
    pub season: SeasonId,
    /// The weekend.
    pub weekend: WeekendId,
    /// The session.
    pub session: SessionId,
}

impl fmt::Display for SessionPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}/{}", self.series, self.season, self.weekend, self.session)
    }
}

impl FromStr for SessionPath {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("'{text}' names no session: write series/season/weekend/session");
        let slugs: Result<Vec<Slug>, _> = text.split('/').map(str::parse).collect();
        match <[Slug; 4]>::try_from(slugs.map_err(|_| wrong())?) {
            Ok([series, season, weekend, session]) => Ok(Self {
                series: series.into(),
                season: season.into(),
                weekend: weekend.into(),
                session: session.into(),
            }),
            Err(_) => Err(wrong()),
        }
    }
}

/// A session of a season by name: `watkins-glen/race-1`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionRef {
    /// The weekend's id.
    pub weekend: WeekendId,
    /// The session's id.
    pub session: SessionId,
}

impl FromStr for SessionRef {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text
            .split_once('/')
            .and_then(|(weekend, session)| weekend.parse().ok().zip(session.parse().ok()));
        let (weekend, session) = parts
            .ok_or_else(|| format!("'{text}' names no session: write weekend/session, such as watkins-glen/race-1"))?;
        Ok(Self { weekend, session })
    }
}

impl fmt::Display for SessionRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.weekend, self.session)
    }
}

impl Serialize for SessionRef {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for SessionRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for SessionRef {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "SessionRef".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$" })
    }
}
