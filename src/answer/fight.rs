//! What can still happen in a championship: who can still win it, who can still lead it.

use serde::Serialize;

use super::{CompetitorName, NamedId};
use crate::domain::{Points, Range, Slug};
use crate::scoring::After;
use crate::scoring::future::{Chance, Safe, SufficientResult};

/// Who can still win a championship.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fight {
    /// The championship.
    pub championship: NamedId,
    /// How far the season is.
    pub scene: ForecastBasis,
    /// Who has won it, where that is sure.
    pub champion: Option<Champion>,
    /// Whoever can still win, the one with most points first; the leader first of all.
    pub hopes: Vec<ContenderOutlook>,
    /// How many can no longer win.
    pub out: usize,
    /// What would make the leader safe at the next race.
    pub clinch: Option<Clinch>,
    /// The place, in every race that is left, that is enough for the leader whatever the others do.
    pub safe: Option<Safe>,
}

/// What every statement about the future rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ForecastBasis {
    /// How far the season is; before its first round if absent.
    pub after: Option<After>,
    /// How many rounds the championship counts.
    pub of: usize,
    /// The round that the published table follows which this starts from; absent where all is computed.
    pub base: Option<Slug>,
    /// How many sessions are still to be run.
    pub to_come: usize,
    /// How many sessions were run and are not, or not fully, known.
    pub unknown: usize,
    /// Whether the statements are exact; bounds otherwise, which hold but may be too wide.
    pub exact: bool,
    /// Whether results are dropped at the end; absent where that is not known.
    pub drops: Option<bool>,
}

/// Somebody by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Person {
    /// A competitor.
    Named {
        /// The id.
        id: Slug,
        /// The names.
        #[serde(flatten)]
        row: CompetitorName,
    },
    /// Anybody whom the published table does not list.
    NotListed,
}

/// Who has won a championship.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Champion {
    /// Who.
    pub who: Person,
    /// The round after which nobody could win it any more but the champion, where every result is known.
    pub since: Option<Slug>,
    /// How many rounds were left then.
    pub left: Option<usize>,
}

/// Somebody who can still be in front.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContenderOutlook {
    /// Who.
    pub who: Person,
    /// The points so far.
    pub points: Range<Points>,
    /// The most points there can be.
    pub most: Points,
    /// The gap to the leader, where both are known.
    pub gap: Option<Points>,
    /// Whether it can happen.
    pub chance: Chance,
}

/// What would make the leader safe at the next race.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Clinch {
    /// The race.
    pub race: OpenRace,
    /// Whether it can happen there at all.
    pub possible: bool,
    /// The results that would do, and what the others may score; absent where one result does not say everything.
    pub lines: Option<Vec<SufficientResult>>,
    /// The names of those whom the lines limit.
    pub limited: Vec<Person>,
}

/// A race that is still to come, or whose result is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpenRace {
    /// The weekend.
    pub weekend: NamedId,
    /// The session.
    pub session: NamedId,
    /// The label of its round.
    pub round: Slug,
}

/// Who can take or keep the lead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeadOutlook {
    /// The championship.
    pub championship: NamedId,
    /// How far the season is.
    pub scene: ForecastBasis,
    /// Who leads.
    pub leader: Person,
    /// The leader's points.
    pub points: Range<Points>,
    /// Whom the question is about, where it is not the leader.
    pub about: Option<Person>,
    /// By the next race, by the end of its weekend, by the season's end.
    pub spans: Vec<LeadForecast>,
    /// What the next race would have to bring, for each of those asked about.
    pub takes: Vec<PathToLead>,
}

/// What can happen to the lead by a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeadForecast {
    /// By when.
    pub by: Horizon,
    /// The race, or the last one, of it.
    pub until: OpenRace,
    /// How many sessions lie before that moment.
    pub sessions: usize,
    /// Whether the leader leads for sure, or may not.
    pub keeps: Chance,
    /// The least and the most the leader can have.
    pub reach: Range<Points>,
    /// Who may lead instead, those asked about or all, with what they can reach.
    pub threats: Vec<ContenderOutlook>,
    /// The place in every race that keeps the leader in front whatever the others do.
    pub safe: Option<Safe>,
}

/// By when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Horizon {
    /// The next race.
    Race,
    /// The weekend of the next race.
    Weekend,
    /// The end of the season.
    Season,
}

/// What the next race has to bring somebody to take the lead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PathToLead {
    /// Who.
    pub who: Person,
    /// The results that do, and what the others may score.
    pub lines: Vec<SufficientResult>,
    /// The names of those whom the lines limit.
    pub limited: Vec<Person>,
}
