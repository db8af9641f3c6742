//! The head of a table: who leads, who follows, and what was counted of the leader.

use serde::Serialize;

use super::{CompetitorName, Doubts, NamedId, StandingsTable, TableAge};
use crate::domain::{ChampionshipId, Points, Range, Season, Series, Slug, Tally, TeamId};
use crate::scoring::{After, Basis, Standing};

/// The leader of a championship.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Leader {
    /// The championship.
    pub championship: NamedId<ChampionshipId>,
    /// The last session that the table counts.
    pub after: Option<After>,
    /// Number of rounds that the championship counts, where the calendar has all of them.
    pub of: Option<usize>,
    /// Origin of the table: computed or published.
    pub basis: Basis,
    /// The age of a table that is not of today.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age: Option<TableAge>,
    /// Parts of the table that are not official yet.
    #[serde(skip)]
    pub doubts: Doubts,
    /// The competitors in first place, several where it is shared; empty when the place is not known.
    pub leaders: Vec<RankedCompetitor>,
    /// The next two rows.
    pub followers: Vec<RankedCompetitor>,
}

/// A competitor's row of a table, with the team and published counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RankedCompetitor {
    /// The competitor.
    pub competitor: NamedId,
    /// The name, short name and number.
    #[serde(flatten)]
    pub row: CompetitorName,
    /// The team of a driver, where the season has one for the driver's number.
    pub team: Option<NamedId<TeamId>>,
    /// The place; absent when it is not known.
    pub position: Option<u16>,
    /// True if a published table tells that this is the champion.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub champion: bool,
    /// The points as far as known.
    pub points: Option<Range<Points>>,
    /// The gap to the leader, where it is known.
    pub gap: Option<Points>,
    /// Counts that were published and hold at that moment: `three wins`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tallies: Vec<Tally>,
}

impl Leader {
    /// The head of a table.
    pub fn of(series: &Series, season: &Season, table: &StandingsTable) -> Self {
        let first = |row: &Standing| row.position == Some(1);
        let side = |(row, name): (&Standing, &CompetitorName)| RankedCompetitor::of(series, season, table, row, name);
        Self {
            championship: table.title.clone(),
            after: table.standings.after.clone(),
            of: table.standings.of,
            basis: table.standings.basis.clone(),
            age: table.age.clone(),
            doubts: table.doubts(),
            leaders: table.rows().filter(|(row, _)| first(row)).map(side).collect(),
            followers: table
                .rows()
                .filter(|(row, _)| !first(row) && row.position.is_some())
                .take(2)
                .map(side)
                .collect(),
        }
    }
}

impl RankedCompetitor {
    /// A row of a table.
    pub fn of(series: &Series, season: &Season, table: &StandingsTable, row: &Standing, name: &CompetitorName) -> Self {
        let after = table.standings.after.as_ref().map(|after| &after.round);
        let holds = |tally: &&Tally| {
            tally.championship == table.title.id && tally.competitor == row.competitor && Some(&tally.after) == after
        };
        Self {
            competitor: NamedId::new(&row.competitor, &name.name),
            row: name.clone(),
            team: team(series, season, &row.competitor),
            position: row.position,
            champion: table.standings.champion.as_ref() == Some(&row.competitor),
            points: row.points,
            gap: row.gap,
            tallies: season.tallies.iter().filter(holds).cloned().collect(),
        }
    }
}

/// The team of a driver, where all entries of the season name the same.
fn team(series: &Series, season: &Season, driver: &Slug) -> Option<NamedId<TeamId>> {
    let mut teams = season
        .entries
        .iter()
        .filter(|entry| entry.has_driver(driver))
        .filter_map(|entry| entry.team.as_ref());
    let first = teams.next()?;
    let team = series.teams.get(first).filter(|_| teams.all(|team| team == first))?;
    Some(NamedId::new(&team.id, &team.name))
}
