//! Table: the standings of a championship at a moment, with the origin of every row.

use serde::Serialize;

use super::completeness::Missing;
use super::ledger::Ledger;
use crate::domain::{ChampionshipId, Points, PublicationStatus, Range, RoundLabel, SessionRef, Slug, SourceId};

/// A championship's table at a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standings {
    /// The championship.
    pub championship: ChampionshipId,
    /// The progress of the season in this table; absent before the first session.
    pub after: Option<After>,
    /// The number of rounds of the championship; absent if the calendar does not have all of them.
    pub of: Option<usize>,
    /// The label of the last round before that of the first session with a missing result, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known_until: Option<RoundLabel>,
    /// The origin of the table.
    pub basis: Basis,
    /// The rows, the leader first.
    pub rows: Vec<Standing>,
    /// True if everybody who is ranked has a row.
    pub complete: bool,
    /// The sessions so far without fully known results.
    pub unresolved: Vec<SessionRef>,
    /// The gaps of the pack that keep the table from being computed; empty if there is one, or if results are missing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Missing>,
    /// The champion, where a published table up to here tells it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub champion: Option<Slug>,
    /// The status of the published part, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<PublicationStatus>,
    /// The sources of the published part; questions add those of the counted results.
    pub sources: Vec<SourceId>,
    /// The note that came with the published part.
    pub note: Option<String>,
}

/// The progress of a season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct After {
    /// The label of the last round that counts.
    pub round: RoundLabel,
    /// The number of rounds that count so far.
    pub rounds: usize,
    /// The number of sessions of the last round that count so far, and of all, where more of them are to count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<(usize, usize)>,
}

impl After {
    /// The progress after the sessions `over`, which are of `rounds` rounds; `None` if there are none.
    pub fn of(ledger: &Ledger, over: &[usize], rounds: usize) -> Option<Self> {
        let last = ledger.sessions.get(*over.last()?)?;
        let of_round = |at: &usize| {
            let counted = ledger.sessions.get(*at);
            counted.is_some_and(|one| one.round == last.round && one.session.weekend == last.session.weekend)
        };
        let all = (0..ledger.sessions.len()).filter(|at| of_round(at)).count();
        let run = over.iter().filter(|at| of_round(at)).count();
        Some(Self {
            round: last.round.clone(),
            rounds,
            part: (run < all).then_some((run, all)),
        })
    }
}

/// The origin of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Every total follows from classifications.
    Computed,
    /// The series published it.
    Published,
    /// The series published it after this round, and the points known since are added.
    PublishedAndComputed {
        /// The label of the round the printed table follows, the first of several.
        since: RoundLabel,
        /// True if the places are those of a table that was published for this very moment.
        places: bool,
    },
    /// Nothing is known of it.
    Unknown,
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// The place; absent if it is not known.
    pub position: Option<u16>,
    /// The number of rows that share the place.
    pub tied: u16,
    /// The competitor.
    pub competitor: Slug,
    /// The points: a range if not all results are known; absent if nothing is known.
    pub points: Option<Range<Points>>,
    /// The points before drops, in a computed table.
    pub gross: Option<Points>,
    /// The sessions whose results are dropped.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dropped: Vec<SessionRef>,
    /// The gap to the leader, if known.
    pub gap: Option<Points>,
    /// The wins that count, if all results are known.
    pub wins: Option<u16>,
    /// The origin of the row.
    pub basis: RowBasis,
}

/// The origin of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowBasis {
    /// It follows from classifications.
    Computed,
    /// The series published it.
    Published,
    /// Points published after this round, and those known since.
    Since(RoundLabel),
}

impl Standings {
    /// True if it tells who is first: it is neither unknown nor a list of points with gaps.
    pub fn has_places(&self) -> bool {
        self.rows.first().is_some_and(|row| row.position.is_some())
    }

    /// An empty table over the sessions `over`, which are `rounds` of `of` rounds.
    pub(super) fn blank(ledger: &Ledger, over: &[usize], rounds: usize, of: Option<usize>) -> Self {
        Self {
            championship: ledger.championship.clone(),
            after: After::of(ledger, over, rounds),
            of,
            known_until: None,
            basis: Basis::Unknown,
            rows: Vec::new(),
            complete: false,
            unresolved: Vec::new(),
            missing: Vec::new(),
            champion: None,
            status: None,
            sources: Vec::new(),
            note: None,
        }
    }
}
