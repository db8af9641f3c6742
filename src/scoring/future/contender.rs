//! Contenders: competitors who may still lead, with their known results and projections.

use serde::Serialize;

use crate::domain::{Points, Range, Rules, Slug};
use crate::scoring::account::Account;
use crate::scoring::layout::SeasonLayout;
use crate::scoring::score::{Finish, Score};
use crate::scoring::ties::Rank;

/// A competitor who may still lead.
#[derive(Debug, Clone)]
pub struct Contender {
    /// The competitor.
    pub who: ContenderId,
    pub(super) start: KnownState,
    /// For each open session, the minimum and the maximum score.
    pub(super) bounds: Vec<Bounds>,
    /// For each open session, the car shared with other contenders, as the index of its entry.
    pub(super) shared: Vec<Option<usize>>,
}

/// The minimum and maximum score in one open session.
#[derive(Debug, Clone)]
pub(super) struct Bounds {
    pub least: Score,
    pub most: Score,
}

/// The identity of a contender.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContenderId {
    /// A competitor by id.
    Competitor(Slug),
    /// Anybody whom the published table does not list: each has at most the points of its last row.
    NotListed,
}

impl ContenderId {
    /// The competitor, if it is one by name.
    pub const fn competitor(&self) -> Option<&Slug> {
        match self {
            Self::Competitor(competitor) => Some(competitor),
            Self::NotListed => None,
        }
    }
}

/// The known results of a contender, including decisions.
#[derive(Debug, Clone)]
pub(super) enum KnownState {
    /// Every result, the points that count so far, and the part of them given or taken by decision.
    Account {
        account: Box<Account>,
        points: Points,
        adjusted: Points,
    },
    /// Points and wins as ranges.
    Bounds { points: Range<Points>, wins: Range<u16> },
}

/// The results of a contender after some more sessions.
#[derive(Debug, Clone)]
pub(super) enum Projection {
    Account {
        account: Box<Account>,
        points: Points,
        dropped: Vec<usize>,
        adjusted: Points,
    },
    Bounds {
        points: Range<Points>,
        wins: Range<u16>,
    },
}

impl Contender {
    /// The points so far without dropped results; a range if they are not known exactly.
    pub fn points(&self) -> Range<Points> {
        match &self.start {
            KnownState::Account { points, .. } => Range::exactly(*points),
            KnownState::Bounds { points, .. } => *points,
        }
    }

    /// True if every result so far is known.
    pub const fn is_known(&self) -> bool {
        matches!(self.start, KnownState::Account { .. })
    }

    /// The competitor, if it is one by name.
    pub const fn competitor(&self) -> Option<&Slug> {
        ContenderId::competitor(&self.who)
    }

    /// The projection after some more sessions, each by its position in the ledger.
    pub(super) fn project<'p>(
        &self,
        rules: &Rules,
        layout: &SeasonLayout,
        plays: impl Iterator<Item = (usize, &'p Score)>,
    ) -> Projection {
        match &self.start {
            KnownState::Account { account, adjusted, .. } => {
                Projection::of(account.clone(), *adjusted, rules, layout, plays)
            }
            KnownState::Bounds { points, wins } => Projection::Bounds {
                points: *points,
                wins: *wins,
            }
            .with(rules, layout, plays),
        }
    }
}

impl KnownState {
    /// The number of phases reached.
    pub fn phase(&self) -> usize {
        match self {
            Self::Account { account, .. } => account.phase,
            Self::Bounds { .. } => 0,
        }
    }

    /// The number of rounds started, as far as known.
    pub fn rounds(&self) -> u16 {
        match self {
            Self::Account { account, .. } => account.rounds,
            Self::Bounds { .. } => 0,
        }
    }
}

impl Projection {
    fn of<'p>(
        mut account: Box<Account>,
        adjusted: Points,
        rules: &Rules,
        layout: &SeasonLayout,
        plays: impl Iterator<Item = (usize, &'p Score)>,
    ) -> Self {
        for (position, score) in plays {
            account.add(rules, layout, position, score, score.points().high);
        }
        let total = account.total(rules, layout, account.newest_session);
        Self::Account {
            points: total.points + adjusted,
            dropped: total.dropped,
            account,
            adjusted,
        }
    }

    /// The same with some more sessions.
    pub fn with<'p>(
        self,
        rules: &Rules,
        layout: &SeasonLayout,
        plays: impl Iterator<Item = (usize, &'p Score)>,
    ) -> Self {
        match self {
            Self::Account { account, adjusted, .. } => Self::of(account, adjusted, rules, layout, plays),
            Self::Bounds { mut points, mut wins } => {
                for (_, score) in plays {
                    points = points + score.points();
                    wins = wins + Range::exactly(won(score));
                }
                Self::Bounds { points, wins }
            }
        }
    }

    pub fn rank<'h>(&'h self, competitor: Option<&'h Slug>) -> Option<Rank<'h>> {
        match self {
            Self::Account {
                account,
                points,
                dropped,
                ..
            } => Some(Rank {
                competitor: competitor?,
                points: *points,
                account,
                dropped,
            }),
            Self::Bounds { .. } => None,
        }
    }

    pub fn points(&self) -> Range<Points> {
        match self {
            Self::Account { points, .. } => Range::exactly(*points),
            Self::Bounds { points, .. } => *points,
        }
    }

    pub fn wins(&self) -> Range<u16> {
        match self {
            Self::Account { account, .. } => Range::exactly(account.places.first().copied().unwrap_or(0)),
            Self::Bounds { wins, .. } => *wins,
        }
    }
}

/// The number of first places in a score that count.
pub(super) fn won(score: &Score) -> u16 {
    let won = |finish: &&Finish| finish.countback && finish.place == Some(1);
    u16::try_from(score.finishes().filter(won).count()).unwrap_or(u16::MAX)
}
