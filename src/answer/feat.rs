//! Feats: what is counted of a driver or team, the counts with what is known of them, and measures such as an average.

use serde::Serialize;

use super::{CarCrew, CarResult, DriverSession, NamedId, PublishedCount};
use crate::domain::{
    ClassId, Place, Points, PublicationStatus, Range, RoundLabel, SeasonId, SessionId, Status, WeekendId,
};

/// Something that is counted or measured of a driver or team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Feat {
    /// Races won.
    Wins,
    /// Races finished among the first three.
    Podiums,
    /// Races finished among the first five.
    TopFives,
    /// Races finished among the first ten.
    TopTens,
    /// Pole positions.
    Poles,
    /// Fastest laps.
    FastestLaps,
    /// Races started.
    Starts,
    /// Races not finished.
    Retirements,
    /// Disqualifications.
    Disqualifications,
    /// The best place.
    BestFinish,
    /// The worst place.
    WorstFinish,
    /// The average place.
    AverageFinish,
    /// The average of the points of a race.
    AveragePoints,
    /// The longest run of wins, one race after the other.
    WinStreak,
    /// Races that paid points.
    PointsFinishes,
    /// The sum of the points of races.
    PointsScored,
}

impl Feat {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Self::Wins,
        Self::Podiums,
        Self::TopFives,
        Self::TopTens,
        Self::Poles,
        Self::FastestLaps,
        Self::Starts,
        Self::Retirements,
        Self::Disqualifications,
        Self::BestFinish,
        Self::WorstFinish,
        Self::AverageFinish,
        Self::AveragePoints,
        Self::WinStreak,
        Self::PointsFinishes,
        Self::PointsScored,
    ];

    /// The subject by which it is asked for: `best-finish`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Wins => "wins",
            Self::Podiums => "podiums",
            Self::TopFives => "top-fives",
            Self::TopTens => "top-tens",
            Self::Poles => "poles",
            Self::FastestLaps => "fastest-laps",
            Self::Starts => "starts",
            Self::Retirements => "retirements",
            Self::Disqualifications => "disqualifications",
            Self::BestFinish => "best-finish",
            Self::WorstFinish => "worst-finish",
            Self::AverageFinish => "average-finish",
            Self::AveragePoints => "average-points",
            Self::WinStreak => "win-streak",
            Self::PointsFinishes => "points-finishes",
            Self::PointsScored => "points-scored",
        }
    }

    /// The feat that a subject asks for.
    pub fn named(subject: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|feat| feat.as_str() == subject)
    }

    /// The award that is counted.
    pub const fn award(self) -> Option<&'static str> {
        match self {
            Self::Poles => Some("pole"),
            Self::FastestLaps => Some("fastest-lap"),
            _ => None,
        }
    }

    /// The last place that counts, where places do.
    pub const fn last_place(self) -> Option<u16> {
        match self {
            Self::Wins | Self::WinStreak => Some(1),
            Self::Podiums => Some(3),
            Self::TopFives => Some(5),
            Self::TopTens => Some(10),
            _ => None,
        }
    }

    /// The feat that is one of these too and has fewer: a win is a podium.
    pub const fn part(self) -> Option<Self> {
        match self {
            Self::Podiums => Some(Self::Wins),
            Self::TopFives => Some(Self::Podiums),
            Self::TopTens => Some(Self::TopFives),
            Self::PointsFinishes => Some(Self::Podiums),
            _ => None,
        }
    }

    /// True if a result counts for it.
    pub fn counts_result(self, result: &CarResult) -> bool {
        match self {
            Self::PointsFinishes | Self::PointsScored => result.points.is_some_and(|points| points.low > Points::ZERO),
            _ => self.counts(result.place.as_ref(), result.status),
        }
    }

    /// True if a finish counts for it, in place and status.
    pub fn counts(self, place: Option<&Place>, status: Status) -> bool {
        // A car that retired may keep its place.
        if let Some(last) = self.last_place() {
            let place = place.and_then(Place::exact);
            return matches!(status, Status::Classified | Status::Dnf) && place.is_some_and(|place| place <= last);
        }
        match self {
            Self::Starts => status != Status::Dns,
            Self::Retirements => status == Status::Dnf,
            Self::Disqualifications => status == Status::Dsq,
            _ => false,
        }
    }
}

/// The part of a season that a count is limited to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct FeatScope {
    /// At this weekend alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weekend: Option<NamedId<WeekendId>>,
    /// In this session of it alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session: Option<NamedId<SessionId>>,
    /// In this class alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<NamedId<ClassId>>,
    /// Before this round or weekend.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Stage>,
    /// After this round or weekend.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Stage>,
}

/// A point of a season that a count reaches up to or starts from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// A weekend.
    Weekend(NamedId<WeekendId>),
    /// The round with this label.
    Round(RoundLabel),
}

/// Feats of a driver or team, by season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Feats {
    /// The feat.
    pub what: Feat,
    /// The driver or team.
    pub who: NamedId,
    /// The part of a season.
    #[serde(flatten)]
    pub scope: FeatScope,
    /// Form of the question: a number, at all, or in all races.
    pub asked: FeatMode,
    /// By season, the latest first; those without any are left out, except that at hand where there is an earlier one.
    pub seasons: Vec<SeasonFeats>,
    /// The season that was named.
    pub season: Option<SeasonId>,
    /// Those who did it in the races of the weekend.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub holders: Vec<FeatHolder>,
    /// True if the session that is named has not been run.
    pub to_come: bool,
    /// Number of finished races of which it is not known.
    pub open: usize,
}

/// Form of a question about a feat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FeatMode {
    /// The number of times.
    Often,
    /// At all.
    Ever,
    /// In both races of a weekend.
    Both,
}

/// Feats in one season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeasonFeats {
    /// The season.
    pub season: SeasonId,
    /// The number, from what was published and what is known since.
    pub count: u16,
    /// Number of finished races that may add to it.
    pub open: usize,
    /// Known results, race by race.
    pub known: Vec<DriverSession>,
    /// Known results of sprints, which are not in the number.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sprints: Vec<DriverSession>,
    /// The newest printed count.
    pub published: Option<PublishedCount>,
    /// The weekends where it was done in all races.
    pub all: Vec<NamedId<WeekendId>>,
}

/// Crew that did something in one race.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FeatHolder {
    /// The race.
    pub session: NamedId<SessionId>,
    /// The class.
    pub class: Option<NamedId<ClassId>>,
    /// The crew; absent where it is not known.
    pub crew: Option<CarCrew>,
    /// True if it is the driver or team that was asked about.
    pub asked: bool,
    /// The season, where it is not the one that a question without a season means.
    #[serde(skip)]
    pub earlier: Option<SeasonId>,
}

/// Total of a feat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FeatTotal {
    /// The driver or team.
    pub who: NamedId,
    /// The total.
    pub count: u16,
    /// True if the total was published.
    pub published: bool,
}

/// The highest totals of a feat in one order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MostOf {
    /// The class; absent for the order over all cars.
    pub class: Option<NamedId<ClassId>>,
    /// The highest totals, the highest first; equals of the last one are listed too.
    pub totals: Vec<FeatTotal>,
    /// Number of finished races that may add to them.
    pub open: usize,
}

/// A measure of a driver or team in one season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Measure {
    /// The measure.
    pub what: Feat,
    /// The driver or team.
    pub who: NamedId,
    /// The season.
    pub season: SeasonId,
    /// The part of the season.
    #[serde(flatten)]
    pub scope: FeatScope,
    /// The value over races, and over sprints.
    pub races: MeasureValue,
    /// The value over sprints, which count apart.
    #[serde(skip_serializing_if = "MeasureValue::is_none")]
    pub sprints: MeasureValue,
    /// The least status of the results that it rests on, if one of them is not official yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unconfirmed: Option<PublicationStatus>,
    /// Number of finished races of which it is not known.
    pub open: usize,
}

/// Value of a measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MeasureValue {
    /// Nothing is known to measure.
    None,
    /// A place, and the races it was reached in.
    Place(u16, Vec<DriverSession>),
    /// An average in hundredths, its least and its most, and the number of races it is taken over.
    Average {
        /// The least it can be.
        least: i64,
        /// The most it can be.
        most: i64,
        /// The races.
        races: usize,
    },
    /// Races in a row.
    Streak(Vec<DriverSession>),
    /// The points of some races, and the number of races.
    Sum(Range<Points>, usize),
}

impl MeasureValue {
    /// True if nothing is known.
    pub fn is_none(&self) -> bool {
        *self == Self::None
    }
}
