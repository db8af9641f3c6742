//! Comparison of two contenders, of whom one or both may be known as ranges only.

use std::cmp::Ordering;

use serde::Serialize;

use super::contender::{Contender, Projection};
use crate::domain::Range;
use crate::scoring::ties::Ranking;

/// The order of one contender relative to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Comparison {
    /// It is behind in any case.
    Behind,
    /// It depends on something unknown.
    Open,
    /// Both share the place.
    Level,
    /// It is ahead in any case.
    Ahead,
}

impl Comparison {
    /// Compares two projections after the same sessions; without a ranking, ties are open.
    pub(super) fn between(
        one: (&Contender, &Projection),
        other: (&Contender, &Projection),
        ranking: Option<&Ranking<'_>>,
    ) -> Self {
        if let (Some(one), Some(other), Some(ranking)) = (
            one.1.rank(one.0.competitor()),
            other.1.rank(other.0.competitor()),
            ranking,
        ) {
            return match ranking.compare(&one, &other) {
                Ordering::Less => Self::Ahead,
                Ordering::Equal => Self::Level,
                Ordering::Greater => Self::Behind,
            };
        }
        match ranges(one.1.points(), other.1.points()) {
            Self::Level => Self::by_wins(one.1, other.1, ranking),
            verdict => verdict,
        }
    }

    /// Compares wins at equal points.
    fn by_wins(one: &Projection, other: &Projection, ranking: Option<&Ranking<'_>>) -> Self {
        if ranking.is_none_or(|ranking| !ranking.is_by_wins()) {
            return Self::Open;
        }
        match ranges(one.wins(), other.wins()) {
            // Second places and so on are not known.
            Self::Level => Self::Open,
            verdict => verdict,
        }
    }
}

fn ranges<T: Copy + Ord>(one: Range<T>, other: Range<T>) -> Comparison {
    if one.low > other.high {
        Comparison::Ahead
    } else if one.high < other.low {
        Comparison::Behind
    } else if one.exact().is_some() && other.exact().is_some() {
        Comparison::Level
    } else {
        Comparison::Open
    }
}
