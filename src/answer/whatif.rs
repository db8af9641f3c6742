//! Supposed (what-if) tables: the standings that supposed results lead to.

use serde::Serialize;

use super::{CompetitorName, NamedId};
use crate::domain::{AwardId, ChampionshipId, DriverId, Points, Range, Ranks, RoundLabel, Season, SessionRef, Status};
use crate::scoring::{After, Basis};

/// The table that would follow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WhatIf {
    /// The championship.
    pub championship: NamedId<ChampionshipId>,
    /// The kind of competitor that it ranks.
    pub ranks: Ranks,
    /// The last session that the table would count.
    pub after: Option<After>,
    /// Number of rounds that the championship counts, where the calendar has all of them.
    pub of: Option<usize>,
    /// Origin of the points that it starts from.
    pub basis: Basis,
    /// The label of the round that the printed table follows on which it rests.
    pub base: Option<RoundLabel>,
    /// The supposed results, session by session.
    pub supposed: Vec<SupposedSession>,
    /// Open results up to then.
    pub open: Vec<OpenSession>,
    /// True if no session of the season is left after the supposed ones.
    pub last: bool,
    /// The rows.
    pub rows: Vec<ProjectedRow>,
    /// The competitor that is asked about, as a row.
    pub about: Option<usize>,
    /// Upper bound of the points of a competitor that is in no row.
    pub unlisted: Option<Points>,
    /// True if the points still contain results that will be dropped.
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
    /// Looks up the names of a session.
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

/// Supposed results of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SupposedSession {
    /// The session.
    pub at: NamedSession,
    /// The supposed results and their drivers.
    pub pieces: Vec<(SupposedResult, NamedId<DriverId>)>,
}

/// Supposed result of a driver in a session.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SupposedResult {
    /// A place in the order that counts.
    Place(u16),
    /// Something that is won apart from the place.
    Award(AwardId),
    /// No place: retired, not started, disqualified.
    Out(NonFinish),
}

/// A non-finish: a result without a place.
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

/// Open results of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpenSession {
    /// The session.
    pub at: NamedSession,
    /// The open part.
    pub how: OpenPart,
    /// Awards without a winner in the scenario.
    pub awards: Vec<AwardId>,
}

/// Open part of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum OpenPart {
    /// All of it: nothing is supposed or known.
    All,
    /// Results that are not known, without anything supposed.
    NotKnown,
    /// The places that are not supposed.
    OtherPlaces,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProjectedRow {
    /// The competitor.
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
    /// Gap to the first row; absent for the first.
    pub gap: Option<Range<Points>>,
}

impl ProjectedRow {
    /// Places gained, negative if lost; only where both places are known.
    pub fn gained(&self) -> Option<i32> {
        Some(i32::from(self.before?) - i32::from(self.place.exact()?))
    }
}
