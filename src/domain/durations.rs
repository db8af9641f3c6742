//! Usual durations of sessions, for those whose own is not published.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{SessionKind, SourceId};

/// Usual durations of a season's sessions in minutes, by kind: a session without `minutes` of its own lasts so long.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Durations {
    /// A test day; 240 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub test: Option<u16>,
    /// A practice; 60 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub practice: Option<u16>,
    /// A qualifying; 60 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifying: Option<u16>,
    /// A sprint; 60 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sprint: Option<u16>,
    /// A race; 120 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub race: Option<u16>,
    /// Free remark, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
}

impl Durations {
    /// The usual duration of a kind of session, in minutes.
    pub fn of(&self, kind: SessionKind) -> u16 {
        let said = match kind {
            SessionKind::Test => self.test,
            SessionKind::Practice => self.practice,
            SessionKind::Qualifying => self.qualifying,
            SessionKind::Sprint => self.sprint,
            SessionKind::Race => self.race,
        };
        said.unwrap_or_else(|| kind.usual_minutes())
    }
}
