//! Leaders of a championship after every round.

use serde::Serialize;

use super::{CompetitorName, NamedId};
use crate::domain::{ChampionshipId, RoundLabel};

/// The leaders of a championship after every round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeadHistory {
    /// The championship.
    pub championship: NamedId<ChampionshipId>,
    /// The competitor that the question is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<CompetitorName>,
    /// The rounds that were run, in order.
    pub steps: Vec<LeadStep>,
}

/// The leaders after a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeadStep {
    /// The label of the round.
    pub after: RoundLabel,
    /// The name of its weekend.
    pub weekend: String,
    /// The leaders, several where they are level; none where the table does not tell.
    pub leaders: Vec<CompetitorName>,
}

/// Rounds in a row with the same leaders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeadSpell<'a> {
    /// The first round.
    pub first: &'a LeadStep,
    /// The last round.
    pub last: &'a LeadStep,
    /// Number of rounds.
    pub rounds: usize,
}

impl LeadHistory {
    /// The rounds in a row with the same leaders, in order.
    pub fn spells(&self) -> Vec<LeadSpell<'_>> {
        let same = |one: &LeadStep, other: &LeadStep| one.leaders == other.leaders;
        let spells = self.steps.chunk_by(same).filter_map(|steps| {
            Some(LeadSpell {
                first: steps.first()?,
                last: steps.last()?,
                rounds: steps.len(),
            })
        });
        spells.collect()
    }
}

impl LeadSpell<'_> {
    /// True if this competitor led, alone or with others.
    pub fn has(&self, who: &CompetitorName) -> bool {
        self.first.leaders.contains(who)
    }

    /// True if the leaders are known.
    pub const fn is_known(&self) -> bool {
        !self.first.leaders.is_empty()
    }
}
