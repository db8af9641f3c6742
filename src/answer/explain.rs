//! Explanation of a competitor's points, with names.

use serde::Serialize;

use super::{NamedId, RankedCompetitor, StandingsTable};
use crate::domain::{Adjustment, ChampionshipId, Points, Range, Season, SessionKind, Strike, WeekendId};
use crate::scoring::{After, Base, Basis, Earned, Explanation};

/// Explanation of the points in one row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explained {
    /// The championship.
    pub championship: NamedId<ChampionshipId>,
    /// The last session that the table counts.
    pub after: Option<After>,
    /// Number of rounds that the championship counts, where the calendar has all of them.
    pub of: Option<usize>,
    /// Origin of the table: computed or published.
    pub basis: Basis,
    /// The competitor, as listed in the table.
    pub who: RankedCompetitor,
    /// The published total that the sum starts from; zero if absent.
    pub base: Option<Base>,
    /// Points of every session, in order.
    pub sessions: Vec<SessionPoints>,
    /// Points that championship phases added from other counts.
    pub carried: Points,
    /// Decisions of the stewards.
    pub decisions: Vec<Adjustment>,
    /// The decision that struck the competitor from the table, if any.
    pub strike: Option<Strike>,
    /// Everything in the sum, added up.
    pub sum: Range<Points>,
    /// True if results will be dropped and it is still open which.
    pub before_drops: bool,
}

/// Points from one session, with names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SessionPoints {
    /// The weekend.
    pub weekend: NamedId<WeekendId>,
    /// The session's name.
    pub name: String,
    /// True for a sprint, whose wins are not those of races.
    #[serde(skip)]
    pub is_sprint: bool,
    /// The parts of the points.
    #[serde(flatten)]
    pub earned: Earned,
}

impl Explained {
    /// Looks up the names of an explanation.
    pub fn new(season: &Season, table: &StandingsTable, who: RankedCompetitor, explanation: Explanation) -> Self {
        let (sum, strike) = (explanation.sum(), explanation.strike());
        let brought = |earned: Earned| {
            let (weekend, session) = (&earned.session.weekend, &earned.session.session);
            let known = season
                .weekend(weekend.as_str())
                .and_then(|weekend| weekend.session(session.as_str()));
            SessionPoints {
                weekend: NamedId::weekend(season, weekend),
                is_sprint: known.is_some_and(|session| session.kind == SessionKind::Sprint),
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
