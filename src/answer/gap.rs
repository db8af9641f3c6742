//! Gaps in points between rows of a table.

use serde::Serialize;

use super::{Doubts, History, NamedId, RankedCompetitor, StandingsTable, TableAge};
use crate::domain::{ChampionshipId, Points, Range};
use crate::scoring::{After, Basis};

/// The gaps between some rows of a championship's table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gap {
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
    /// Index of the side asked about; absent when the question is about the head of the table.
    pub about: Option<usize>,
    /// The rows, in the order of the table.
    pub sides: Vec<RankedCompetitor>,
    /// The gap of each side to the one before it; absent where it is not known.
    pub gaps: Vec<Option<Points>>,
    /// The gap between the first and the last side.
    pub whole: Option<Points>,
    /// The most points that one car can still score, where it is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<Points>,
    /// The gap round by round, where two competitors were named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub history: Option<History>,
}

impl Gap {
    /// The gaps between some rows.
    pub fn between(table: &StandingsTable, rows: &[usize], side: impl Fn(usize) -> Option<RankedCompetitor>) -> Self {
        let mut rows = rows.to_vec();
        rows.sort_unstable();
        rows.dedup();
        let sides: Vec<RankedCompetitor> = rows.into_iter().filter_map(side).collect();
        let gaps = sides
            .windows(2)
            .map(|pair| if let [one, other] = pair { gap(one, other) } else { None })
            .collect();
        let whole = sides
            .first()
            .zip(sides.last())
            .and_then(|(first, last)| gap(first, last));
        Self {
            championship: table.title.clone(),
            after: table.standings.after.clone(),
            of: table.standings.of,
            basis: table.standings.basis.clone(),
            age: table.age.clone(),
            doubts: table.doubts(),
            about: None,
            sides,
            gaps,
            whole,
            left: None,
            history: None,
        }
    }

    /// The gaps of one row to the leader, to the one ahead and to the one behind.
    pub fn around(table: &StandingsTable, row: usize, side: impl Fn(usize) -> Option<RankedCompetitor>) -> Self {
        let mut rows = vec![0, row];
        rows.extend(row.checked_sub(1));
        rows.extend((row + 1 < table.standings.rows.len()).then_some(row + 1));
        let competitor = table.standings.rows.get(row).map(|row| row.competitor.clone());
        let mut gap = Self::between(table, &rows, side);
        gap.about = gap
            .sides
            .iter()
            .position(|side| Some(&side.competitor.id) == competitor.as_ref());
        gap
    }

    /// The gap between two of the sides, where it is known.
    pub fn of(&self, one: usize, other: usize) -> Option<Points> {
        gap(self.sides.get(one)?, self.sides.get(other)?)
    }
}

/// Gap of `other` to `one`: from exact points, otherwise from published gaps.
fn gap(one: &RankedCompetitor, other: &RankedCompetitor) -> Option<Points> {
    let points = one
        .points
        .and_then(Range::exact)
        .zip(other.points.and_then(Range::exact));
    points
        .map(|(one, other)| one - other)
        .or_else(|| Some(other.gap? - one.gap?))
}
