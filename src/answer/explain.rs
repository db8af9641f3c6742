//! Where a competitor's points come from, with names.

use serde::Serialize;

use super::{NamedId, RankedCompetitor, StandingsTable};
use crate::domain::{Adjustment, Points, Range, Season, Strike};
use crate::scoring::{After, Base, Basis, Earned, Explanation};

/// Where the points of one row of a table come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explained {
    /// The championship.
    pub championship: NamedId,
    /// How far the season is.
    pub after: Option<After>,
    /// How much of it the championship counts.
    pub of: usize,
    /// Where the table comes from.
    pub basis: Basis,
    /// Whose points they are, as the table has them.
    pub who: RankedCompetitor,
    /// What the sum starts from; from nothing if absent.
    pub base: Option<Base>,
    /// What every session brought, in order.
    pub sessions: Vec<SessionPoints>,
    /// What phases added from other counts.
    pub carried: Points,
    /// What was decided.
    pub decisions: Vec<Adjustment>,
    /// How the competitor was struck from the table, if that was decided.
    pub strike: Option<Strike>,
    /// Everything in the sum, added up.
    pub sum: Range<Points>,
    /// Whether results will be dropped, and which is still open.
    pub before_drops: bool,
}

/// What one session brought, with names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SessionPoints {
    /// The weekend.
    pub weekend: NamedId,
    /// The session's name.
    pub name: String,
    /// What it is made of.
    #[serde(flatten)]
    pub earned: Earned,
}

impl Explained {
    /// Puts names to an explanation.
    pub fn new(season: &Season, table: &StandingsTable, who: RankedCompetitor, explanation: Explanation) -> Self {
        let (sum, strike) = (explanation.sum(), explanation.strike());
        let brought = |earned: Earned| {
            let (weekend, session) = (&earned.session.weekend, &earned.session.session);
            let known = season
                .weekend(weekend.as_str())
                .and_then(|weekend| weekend.session(session.as_str()));
            SessionPoints {
                weekend: NamedId::weekend(season, weekend),
                name: known.map_or_else(|| session.to_string(), |session| session.name.clone()),
                earned,
            }
        };
        Self {
            championship: table.title.clone(),
            after: table.standings.after.clone(),
            of: table.standings.of,
            basis: table.standings.basis.clone(),
            who,
            base: explanation.base,
            sessions: explanation.sessions.into_iter().map(brought).collect(),
            carried: explanation.carried,
            decisions: explanation.decisions,
            strike,
            sum,
            before_drops: explanation.before_drops,
        }
    }
}
