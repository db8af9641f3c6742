//! Somebody who may still lead: what is known so far, and what comes of it with more sessions.

use serde::Serialize;

use crate::domain::{Points, Range, Rules, Slug};
use crate::scoring::account::Account;
use crate::scoring::plan::Plan;
use crate::scoring::score::Score;
use crate::scoring::ties::Rank;

/// Somebody who may still lead.
#[derive(Debug, Clone)]
pub struct Contender {
    /// Who it is.
    pub who: Who,
    pub(super) start: Start,
    /// For each open session, what is known of the score there.
    pub(super) known: Vec<Option<Score>>,
    /// How many cars score in a session at most.
    pub(super) cars: u16,
}

/// Who a contender is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// A competitor by id.
    Competitor(Slug),
    /// Anybody whom the printed table does not list: each has at most what its last row has.
    NotListed,
}

impl Who {
    /// The competitor, if it is one by name.
    pub const fn competitor(&self) -> Option<&Slug> {
        match self {
            Self::Competitor(competitor) => Some(competitor),
            Self::NotListed => None,
        }
    }
}

/// What is known of a contender so far.
#[derive(Debug, Clone)]
pub(super) enum Start {
    /// Every result.
    Account(Box<Account>, Points),
    /// Points and wins within bounds.
    Bounds { points: Range<Points>, wins: Range<u16> },
}

/// What a contender has after some more sessions.
#[derive(Debug, Clone)]
pub(super) enum Hand<'a> {
    Account {
        competitor: &'a Slug,
        account: Account,
        points: Points,
        dropped: Vec<usize>,
    },
    Bounds {
        points: Range<Points>,
        wins: Range<u16>,
    },
}

/// One more session for a hand: its position, the label of its round, the score.
pub(super) type Next<'p> = (usize, &'p Slug, &'p Score);

impl Contender {
    /// The points at hand, dropped results left out; bounds where they are not known exactly.
    pub fn points(&self) -> Range<Points> {
        match &self.start {
            Start::Account(_, points) => Range::exactly(*points),
            Start::Bounds { points, .. } => *points,
        }
    }

    /// What the contender has after some more sessions.
    pub(super) fn hand<'a, 'p>(
        &'a self,
        rules: &Rules,
        plan: &Plan,
        adjusted: Points,
        plays: impl Iterator<Item = Next<'p>>,
    ) -> Hand<'a> {
        match (&self.start, self.who.competitor()) {
            (Start::Account(account, _), Some(competitor)) => {
                let mut account = Account::clone(account);
                for (position, round, score) in plays {
                    account.add(rules, plan, position, round, score, score.points().high);
                }
                let total = account.total(rules, plan, account.newest_session);
                Hand::Account {
                    competitor,
                    account,
                    points: total.points + adjusted,
                    dropped: total.dropped,
                }
            }
            (start, _) => {
                let (mut points, mut wins) = match start {
                    Start::Account(account, points) => (
                        Range::exactly(*points),
                        Range::exactly(account.places.first().copied().unwrap_or(0)),
                    ),
                    Start::Bounds { points, wins } => (*points, *wins),
                };
                for (.., score) in plays {
                    let won = |finish: &crate::scoring::Finish| finish.countback && finish.place == Some(1);
                    let won = u16::try_from(score.finishes().filter(|finish| won(finish)).count()).unwrap_or(u16::MAX);
                    points = points + score.points();
                    wins = wins + Range::exactly(won);
                }
                Hand::Bounds { points, wins }
            }
        }
    }
}

impl Hand<'_> {
    pub fn rank(&self) -> Option<Rank<'_>> {
        match self {
            Self::Account {
                competitor,
                account,
                points,
                dropped,
            } => Some(Rank {
                competitor,
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
