//! The table that would follow from results that are supposed.

use serde::Serialize;

use super::{CompetitorName, NamedId};
use crate::domain::{Points, Range, Ranks, Season, SessionRef, Slug, Status};
use crate::scoring::{After, Basis};

/// The table that would follow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WhatIf {
    /// The championship.
    pub championship: NamedId,
    /// Whom it ranks.
    pub ranks: Ranks,
    /// How far the season would be.
    pub after: Option<After>,
    /// How many rounds the championship counts in all.
    pub of: usize,
    /// Where the points come from that it starts with.
    pub basis: Basis,
    /// The label of the round that the printed table follows on which it rests.
    pub base: Option<Slug>,
    /// What is supposed, session by session.
    pub supposed: Vec<SupposedSession>,
    /// What is left open up to then.
    pub open: Vec<OpenSession>,
    /// The rows.
    pub rows: Vec<ProjectedRow>,
    /// The most that anybody has who is in no row.
    pub unlisted: Option<Points>,
    /// Whether results are dropped that the points still have.
    pub before_drops: bool,
    /// The scenario in short.
    pub code: Option<String>,
    /// The version of the pack that a code was made with, where it is another one.
    pub stale: Option<String>,
}

/// A session by its name and its weekend's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NamedSession {
    /// The session.
    pub session: SessionRef,
    /// The weekend's name.
    pub weekend: String,
    /// The session's name.
    pub name: String,
}

impl NamedSession {
    /// Puts names to a session.
    pub fn new(season: &Season, session: &SessionRef) -> Self {
        let weekend = season.weekend(session.weekend.as_str());
        let known = weekend.and_then(|weekend| weekend.session(session.session.as_str()));
        Self {
            session: session.clone(),
            weekend: weekend.map_or_else(|| session.weekend.to_string(), |weekend| weekend.name.clone()),
            name: known.map_or_else(|| session.session.to_string(), |known| known.name.clone()),
        }
    }
}

/// What is supposed of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SupposedSession {
    /// Which one.
    pub at: NamedSession,
    /// Who has what.
    pub pieces: Vec<(SupposedResult, NamedId)>,
}

/// What somebody has from a session.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SupposedResult {
    /// A place in the order that counts.
    Place(u16),
    /// Something that is won apart from the place.
    Award(Slug),
    /// No place: retired, not started, disqualified.
    Out(NonFinish),
}

/// How a race ends without a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum NonFinish {
    /// Retired, and not classified.
    Dnf,
    /// Not started.
    Dns,
    /// Disqualified.
    Dsq,
}

impl NonFinish {
    /// The status of such a row.
    pub const fn status(self) -> Status {
        match self {
            Self::Dnf => Status::Dnf,
            Self::Dns => Status::Dns,
            Self::Dsq => Status::Dsq,
        }
    }
}

/// What is left open of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpenSession {
    /// Which one.
    pub at: NamedSession,
    /// How much of it.
    pub how: OpenPart,
    /// What is won apart from the place and given to nobody.
    pub awards: Vec<Slug>,
}

/// How much of a session is left open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum OpenPart {
    /// All of it: nothing is supposed or known.
    All,
    /// What is not known of it: nothing is supposed.
    NotKnown,
    /// The places that are not supposed.
    OtherPlaces,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProjectedRow {
    /// Whose row it is.
    pub competitor: NamedId,
    /// The name, the short name and the number.
    #[serde(flatten)]
    pub row: CompetitorName,
    /// The place as it is now, where it is known.
    pub before: Option<u16>,
    /// The place then, from the best to the worst; nothing bounds the worst where it is 65535.
    pub place: Range<u16>,
    /// The points then.
    pub points: Range<Points>,
    /// By how much it is then behind the first row; the first has none.
    pub gap: Option<Range<Points>>,
}

impl ProjectedRow {
    /// How many places are gained, or lost where negative; only where both places are known.
    pub fn gained(&self) -> Option<i32> {
        Some(i32::from(self.before?) - i32::from(self.place.exact()?))
    }
}
