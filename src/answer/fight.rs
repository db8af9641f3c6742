//! Outlook of a championship: who can still win it, who can still lead it.

use serde::Serialize;

use super::{CompetitorName, Doubts, Leader, NamedId};
use crate::domain::{AwardId, ChampionshipId, Points, Range, RoundLabel, SessionId, Slug, WeekendId};
use crate::scoring::After;
use crate::scoring::future::{Chance, Safe, SufficientResult};

/// Contenders for a championship.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fight {
    /// The championship.
    pub championship: NamedId<ChampionshipId>,
    /// The sessions that the statements rest on.
    pub scene: ForecastBasis,
    /// True if every session of the whole season is over, so that it has a champion, known or not.
    pub over: bool,
    /// The champion, where that is certain.
    pub champion: Option<Champion>,
    /// The contenders by points, the leader first.
    pub hopes: Vec<ContenderOutlook>,
    /// Number of competitors that can no longer win.
    pub out: usize,
    /// Conditions that decide the title by the next race.
    pub clinch: Option<Clinch>,
    /// The place, in every race that is left, that is enough for the leader whatever the others do.
    pub safe: Option<Safe>,
    /// The competitor asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<TitleHope>,
    /// The first race after which the title can be decided for the one asked about or the leader, where that is asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earliest: Option<(Person, OpenRace)>,
}

/// The chance of a competitor for a title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TitleHope {
    /// The competitor.
    pub who: Person,
    /// The most points there can be, and the chance; absent once the title is decided.
    pub outlook: Option<ContenderOutlook>,
    /// The points that another is sure of, and that other: the one who is sure of most.
    pub sure: Option<(Person, Points)>,
    /// Conditions that decide the title for it in the next session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clinch: Option<Clinch>,
}

/// The sessions and the table that a statement about the future rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ForecastBasis {
    /// The last counted session; before the first round if absent.
    pub after: Option<After>,
    /// Number of rounds that the championship counts, where the calendar has all of them.
    pub of: Option<usize>,
    /// The round that the published table follows which this starts from; absent where all is computed.
    pub base: Option<RoundLabel>,
    /// Its parts that are not official yet.
    pub doubts: Doubts,
    /// Number of sessions still to be run.
    pub to_come: usize,
    /// Number of sessions that were run and are not, or not fully, known.
    pub unknown: usize,
    /// True if the statements are exact; otherwise they are bounds, which hold but may be too wide.
    pub exact: bool,
    /// True if results are dropped at the end; absent where that is not known.
    pub drops: Option<bool>,
    /// Awards that pay in the sessions without a known result.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub awards: Vec<AwardId>,
}

/// A competitor by name.
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
    /// Any competitor that the published table does not list.
    NotListed,
}

/// The champion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Champion {
    /// The competitor.
    pub who: Person,
    /// The weekend at which the title was decided, where every result is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<NamedId<WeekendId>>,
    /// The round after which the title was decided, where every result is known.
    pub since: Option<RoundLabel>,
    /// The round by which the title was decided, where a published table tells it; it may have been earlier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<RoundLabel>,
    /// Number of rounds that were left then.
    pub left: Option<usize>,
    /// The points of the final table, where it was published with them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points: Option<Points>,
}

/// A competitor that can still be in front.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContenderOutlook {
    /// The competitor.
    pub who: Person,
    /// The points so far.
    pub points: Range<Points>,
    /// The most points there can be.
    pub most: Points,
    /// The gap to the leader, where both are known.
    pub gap: Option<Points>,
    /// The chance: certain, possible or out.
    pub chance: Chance,
}

/// Conditions that decide the title at the next race, or at a sprint before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Clinch {
    /// The race, or the first session that can decide it.
    pub race: OpenRace,
    /// True if the title can be decided there at all.
    pub possible: bool,
    /// True if it was run, and its result is not known.
    pub run: bool,
    /// The results that would do, and what the others may score; absent where one result does not say everything.
    pub lines: Option<Vec<SufficientResult>>,
    /// The names of those whom the lines limit.
    pub limited: Vec<Person>,
}

/// A race that is still to come, or whose result is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpenRace {
    /// The weekend.
    pub weekend: NamedId<WeekendId>,
    /// The session.
    pub session: NamedId<SessionId>,
    /// The label of its round.
    pub round: RoundLabel,
}

/// Outlook for the lead of a championship.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeadOutlook {
    /// The championship.
    pub championship: NamedId<ChampionshipId>,
    /// The sessions that the statements rest on.
    pub scene: ForecastBasis,
    /// True if every session of the whole season is over, so that nobody can take the lead any more.
    pub over: bool,
    /// The champion of a season that is over, where that is certain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub champion: Option<Champion>,
    /// The leader.
    pub leader: Person,
    /// The leader's points.
    pub points: Range<Points>,
    /// The competitor asked about, where it is not the leader.
    pub about: Option<Person>,
    /// True if the leader is asked about.
    pub asks_leader: bool,
    /// Forecasts for the next race, the end of its weekend and the end of the season.
    pub spans: Vec<LeadForecast>,
    /// Conditions at the next race, for each competitor asked about.
    pub takes: Vec<PathToLead>,
}

/// The head of a table in which it is not known what can still happen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TableLead {
    /// The head of the table.
    pub leader: Leader,
    /// True if every session of the whole season is over.
    pub over: bool,
}

/// Forecast of the lead at a horizon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeadForecast {
    /// The horizon.
    pub by: Horizon,
    /// The race, or the last one, of it.
    pub until: OpenRace,
    /// Number of sessions before that moment.
    pub sessions: usize,
    /// The chance that the leader still leads.
    pub keeps: Chance,
    /// The least and the most the leader can have.
    pub reach: Range<Points>,
    /// Competitors that may lead instead, those asked about or all, with what they can reach.
    pub threats: Vec<ContenderOutlook>,
    /// The place in every race that keeps the leader in front whatever the others do.
    pub safe: Option<Safe>,
}

/// Horizon of a forecast.
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

/// Conditions under which a competitor takes the lead at the next race.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PathToLead {
    /// The competitor.
    pub who: Person,
    /// The results that do, and what the others may score.
    pub lines: Vec<SufficientResult>,
    /// The names of those whom the lines limit.
    pub limited: Vec<Person>,
}
