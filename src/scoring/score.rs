//! Score of one competitor in one session, and its lines.

use serde::Serialize;

use crate::domain::{AwardId, Points, Range, Slug, Status};

/// More points than any championship pays: the bound of unknown scores.
pub const UNBOUNDED: Points = Points::whole(1_000_000);

/// The score of one competitor in one session.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Score {
    /// The best place in the scoring order, if known exactly.
    pub place: Option<u16>,
    /// The status of the best car; absent for a competitor without a row.
    pub status: Option<Status>,
    /// Points for places.
    pub place_points: Range<Points>,
    /// Points for pole, fastest lap and other awards.
    pub award_points: Range<Points>,
    /// The lines of the score; lines of a pool are in no total.
    pub parts: Vec<ScorePart>,
    /// The best possible finishes of cars whose place is not known.
    #[serde(skip)]
    pub(super) at_best: Vec<Finish>,
}

/// One line of a score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScorePart {
    /// The source of the points.
    pub what: PointsSource,
    /// The points.
    pub points: Range<Points>,
    /// The pool; `None` for the total.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pool: Option<Slug>,
}

/// The source of the points in a line of a score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PointsSource {
    /// The place of a car.
    Place(Finish),
    /// An award.
    Award(AwardId),
    /// Published points, which follow from no order.
    Printed,
}

/// The finish of one car of a competitor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finish {
    /// The stage of the session; `None` for its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Slug>,
    /// The place that is paid, if known exactly.
    pub place: Option<u16>,
    /// The place as printed, if known exactly.
    pub road: Option<u16>,
    /// The status of the car.
    pub status: Status,
    /// True if the place counts for ties.
    pub countback: bool,
    /// True if the place pays points.
    pub pays: bool,
    /// True if the car scores for its team.
    pub scores: bool,
}

impl ScorePart {
    /// The finish that this line is for, if any.
    pub fn finish(&self) -> Option<&Finish> {
        match &self.what {
            PointsSource::Place(finish) => Some(finish),
            PointsSource::Award(_) | PointsSource::Printed => None,
        }
    }
}

impl Score {
    /// All points of the session.
    pub fn points(&self) -> Range<Points> {
        self.place_points + self.award_points
    }

    /// The finishes of the cars.
    pub fn finishes(&self) -> impl Iterator<Item = &Finish> {
        self.parts.iter().filter_map(ScorePart::finish)
    }

    /// A score of which only upper bounds are known.
    pub(super) fn open(most: Points, awards: Points) -> Self {
        Self {
            place_points: Range::between(Points::ZERO, most),
            award_points: Range::between(Points::ZERO, awards),
            ..Self::default()
        }
    }
}

/// The score of a competitor, by binary search.
pub(super) fn score_of<'s>(scores: &'s mut [Score], competitors: &[Slug], competitor: &Slug) -> Option<&'s mut Score> {
    let index = competitors.binary_search(competitor).ok()?;
    scores.get_mut(index)
}
