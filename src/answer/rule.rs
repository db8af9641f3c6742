//! Facts from scoring rules: what results are worth, what can still be scored, and what the rules say of a topic.

use serde::Serialize;

use super::{NamedId, Scoring};
use crate::domain::{AwardId, ChampionshipId, Points, Range, SeasonId, SessionKind, WeekendId};

/// A result that may pay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PaidResult {
    /// A place.
    Place(u16),
    /// An award.
    Award(AwardId),
}

/// Results of one sort with the points that they bring together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Share {
    /// The result.
    pub what: PaidResult,
    /// The kind of session.
    pub kind: SessionKind,
    /// Number of results.
    pub times: usize,
    /// Their points together; absent where they are not known.
    pub points: Option<Points>,
}

/// Points of some results together; `None` where some are not known.
pub fn total(shares: &[Share]) -> Option<Points> {
    shares.iter().map(|share| share.points).sum()
}

/// Points for some results.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Worth {
    /// The season.
    pub season: SeasonId,
    /// Payouts, championships with equal pay together.
    pub pays: Vec<Payout>,
}

/// Points that some championships pay alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Payout {
    /// The championships.
    pub championships: Vec<NamedId<ChampionshipId>>,
    /// The results.
    pub shares: Vec<Share>,
    /// The points of the same place in a sprint, where the season has sprints and a race alone was asked about.
    pub sprint: Option<Points>,
    /// The year the value is known from, where it is known from another year only.
    pub known_from: Option<String>,
    /// True if it is paid in each class.
    pub each_class: bool,
}

/// Part of a season over which the most points are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PointsScope {
    /// One race.
    Race,
    /// One sprint.
    Sprint,
    /// One weekend, by name or whichever pays most.
    Weekend(Option<NamedId<WeekendId>>),
    /// All that is still to come.
    Left,
    /// The whole season.
    Season,
}

/// The most points that can be scored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Maximum {
    /// The season.
    pub season: SeasonId,
    /// True if the whole calendar is known.
    pub whole: bool,
    /// The part of it.
    pub scope: PointsScope,
    /// By championship, those with the same together.
    pub tables: Vec<MaximumIn>,
}

/// The most points that can be scored in some championships alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MaximumIn {
    /// The championships.
    pub championships: Vec<NamedId<ChampionshipId>>,
    /// The results that bring them; absent where the rules are not known.
    pub shares: Option<Vec<Share>>,
    /// True if they can be scored in each class.
    pub each_class: bool,
    /// Number of sessions that were run and whose results are not known.
    pub missing: usize,
    /// True if results are dropped, or may be.
    pub drops: bool,
}

/// The most points that a competitor can reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reach {
    /// The competitor.
    pub who: String,
    /// The season.
    pub season: SeasonId,
    /// By championship.
    pub tables: Vec<ReachIn>,
}

/// The most points that a competitor can reach in a championship.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReachIn {
    /// The championship.
    pub championship: NamedId<ChampionshipId>,
    /// The points so far.
    pub points: Range<Points>,
    /// The most there can be.
    pub most: Points,
    /// Number of sessions to come.
    pub to_come: usize,
    /// Number of sessions that were run and whose results are not known.
    pub missing: usize,
    /// True if results are dropped, or may be.
    pub drops: bool,
}

/// Topic of scoring rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RuleTopic {
    /// The places that pay.
    Paying,
    /// Results that are dropped.
    Drops,
    /// Equal points.
    Ties,
    /// The order in which an award is paid: of each class or over all cars.
    Order,
    /// The weekends that count.
    Counting,
    /// Sessions that are cut short.
    Shortened,
    /// Cars that retire.
    Retired,
}

/// Statements of the rules of some championships about a topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleFact {
    /// The topic.
    pub topic: RuleTopic,
    /// The season.
    pub season: SeasonId,
    /// The kind of session that is asked about.
    pub kind: SessionKind,
    /// Number of sessions of that kind in the season.
    pub sessions: usize,
    /// The award that is asked about.
    pub award: Option<AwardId>,
    /// The weekend that is asked about.
    pub weekend: Option<NamedId<WeekendId>>,
    /// The rules, championships that are scored alike together.
    pub scorings: Vec<Scoring>,
}
