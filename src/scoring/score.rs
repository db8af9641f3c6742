//! What one competitor has from one session, and what it is made of.

use serde::Serialize;

use crate::domain::{Points, Range, Slug, Status};

/// What one competitor has from one session.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Score {
    /// The best place in the order that counts, where it is known exactly.
    pub place: Option<u16>,
    /// How the best car's race ended; absent for a competitor without a row.
    pub status: Option<Status>,
    /// Points for places.
    pub place_points: Range<Points>,
    /// Points for pole, fastest lap and the like.
    pub award_points: Range<Points>,
    /// What the points are made of, line by line; a line of a pool is in no total.
    pub parts: Vec<ScorePart>,
    /// How cars whose place is not known can have finished at best.
    #[serde(skip)]
    pub(super) at_best: Vec<Finish>,
}

/// One line of a score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScorePart {
    /// What it is for.
    pub what: PointsSource,
    /// The points.
    pub points: Range<Points>,
    /// The count they go to, where it is not the total.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pool: Option<Slug>,
}

/// What a line of a score is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PointsSource {
    /// The place of a car.
    Place(Finish),
    /// An award.
    Award(Slug),
    /// Points as printed, which follow from no order.
    Printed,
}

/// How one car of a competitor finished.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finish {
    /// The stage of the session, where it is not its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Slug>,
    /// The place that is paid, where it is known exactly.
    pub place: Option<u16>,
    /// The place as printed, where it is known exactly.
    pub road: Option<u16>,
    /// How the car's race ended.
    pub status: Status,
    /// Whether the place counts when ties are told apart.
    pub countback: bool,
    /// Whether the place is one that pays.
    pub pays: bool,
    /// Whether the car is one of those that score for their team.
    pub scores: bool,
}

impl Score {
    /// All points of the session.
    pub fn points(&self) -> Range<Points> {
        self.place_points + self.award_points
    }

    /// The cars' places.
    pub fn finishes(&self) -> impl Iterator<Item = &Finish> {
        self.parts.iter().filter_map(|part| match &part.what {
            PointsSource::Place(finish) => Some(finish),
            PointsSource::Award(_) | PointsSource::Printed => None,
        })
    }

    /// A score of which only bounds are known.
    pub(super) fn open(most: Points, awards: Points) -> Self {
        Self {
            place_points: Range::between(Points::ZERO, most),
            award_points: Range::between(Points::ZERO, awards),
            ..Self::default()
        }
    }
}
