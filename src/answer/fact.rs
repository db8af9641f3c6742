//! Single facts: counts of wins, lengths, rounds, leads, home towns, and others that fit a line.

use chrono::NaiveDate;
use serde::Serialize;

use super::{DriverSession, NamedId, PublishedCount, RankedCompetitor, Seat, WeekendTitle};
use crate::domain::{Place, Points, SeasonId, SessionKind, Slug, Status};

/// One fact.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// Number of wins, podiums, poles or the like of a driver or team.
    Feats(Feats),
    /// Finishing places of a driver or team.
    Finishes {
        /// The driver or team.
        who: NamedId,
        /// The weekend, if one was named.
        weekend: Option<WeekendTitle>,
        /// Known finishes, by season.
        known: Vec<(SeasonId, DriverSession)>,
    },
    /// Winners of all races of a weekend.
    Sweeps {
        /// The weekend.
        weekend: WeekendTitle,
        /// By class: the winner of all races, none, or not known.
        classes: Vec<(NamedId, Sweep)>,
        /// True if a race is still to be run.
        to_come: bool,
    },
    /// Highest totals of a feat.
    Most {
        /// The feat: `wins`.
        what: &'static str,
        /// The season.
        season: Slug,
        /// By class, the highest first.
        classes: Vec<(NamedId, Vec<FeatTotal>)>,
    },
    /// Winning margin of a race.
    Margin {
        /// The race, its weekend and its season.
        race: Option<(SeasonId, NamedId, NamedId)>,
        /// The winner.
        winner: Option<NamedId>,
        /// The margin as printed or worked out, and to whom.
        margin: Option<(String, NamedId)>,
    },
    /// The leads of all championships.
    Leads {
        /// True if the smallest lead comes first.
        closest: bool,
        /// Known leads: the championship, the leader, the runner-up and the gap.
        leads: Vec<(NamedId, RankedCompetitor, RankedCompetitor, Points)>,
        /// The others.
        unknown: Vec<NamedId>,
    },
    /// Points for a place or an award.
    Worth {
        /// The place.
        place: Option<u16>,
        /// The award.
        award: Option<Slug>,
        /// Payouts, championships with equal pay together.
        pays: Vec<Payout>,
    },
    /// Lengths of sessions.
    Length {
        /// The weekend.
        weekend: WeekendTitle,
        /// The kind of session.
        kind: Option<SessionKind>,
        /// The sessions, each with its published length in minutes.
        sessions: Vec<(NamedId, Option<u16>)>,
    },
    /// Rounds of a weekend.
    Round {
        /// The weekend.
        weekend: WeekendTitle,
        /// Its rounds.
        rounds: Vec<Slug>,
        /// Number of rounds of the season.
        of: Option<usize>,
    },
    /// Progress of a season.
    Progress {
        /// The season.
        season: Slug,
        /// Number of rounds that were run.
        run: usize,
        /// Number of rounds in all.
        of: usize,
        /// True if that is the whole calendar.
        whole: bool,
        /// The weekends to come.
        ahead: Vec<(NamedId, NaiveDate)>,
    },
    /// Number of races.
    Races {
        /// The weekend; absent for the season.
        weekend: Option<WeekendTitle>,
        /// The season.
        season: Slug,
        /// The races, by name.
        races: Vec<NamedId>,
        /// Number of weekends.
        weekends: usize,
    },
    /// Sessions that classes share.
    Together {
        /// The weekend.
        weekend: WeekendTitle,
        /// The sessions.
        sessions: Vec<NamedId>,
        /// The classes.
        classes: Vec<NamedId>,
    },
    /// Drivers from a place.
    From {
        /// The place as it was asked for.
        place: String,
        /// The driver asked about, with the home town, and true if from there.
        asked: Option<(NamedId, Option<String>, Option<bool>)>,
        /// Drivers from there, with their home towns.
        people: Vec<(NamedId, String)>,
    },
    /// Rookies of the season.
    Rookies {
        /// The driver asked about, and true if a rookie.
        asked: Option<(NamedId, Option<bool>)>,
        /// The rookies.
        rookies: Vec<Seat>,
    },
    /// Entry of a driver or team.
    Entered {
        /// The driver or team.
        who: NamedId,
        /// The weekend, if one was named.
        weekend: Option<WeekendTitle>,
        /// The entries for it.
        seats: Vec<Seat>,
        /// True if an entry of the season names no weekends.
        unplaced: bool,
        /// True if the entry list is not published yet.
        early: bool,
    },
    /// The car of the series.
    Car(Option<String>),
    /// Notes: heading and text.
    Story(Vec<(String, String)>),
}

/// Feats of a driver or team, by season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Feats {
    /// The feat: `wins`.
    pub what: &'static str,
    /// The driver or team.
    pub who: NamedId,
    /// At which weekend alone.
    pub weekend: Option<NamedId>,
    /// Form of the question: a number, at all, or in all races.
    pub asked: FeatMode,
    /// By season, the latest first.
    pub seasons: Vec<SeasonFeats>,
    /// Number of finished races without a known winner.
    pub open: usize,
}

/// Total of a feat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FeatTotal {
    /// The driver or team.
    pub who: NamedId,
    /// The total.
    pub count: u16,
    /// True if the total was published; otherwise it is a lower bound from known results.
    pub published: bool,
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
    pub season: Slug,
    /// Known results, race by race.
    pub known: Vec<DriverSession>,
    /// The newest printed count.
    pub published: Option<PublishedCount>,
    /// The weekends where it was done in all races.
    pub all: Vec<NamedId>,
}

/// Winner of all races of a weekend in a class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sweep {
    /// One.
    By(NamedId),
    /// Several shared the wins.
    Shared(Vec<NamedId>),
    /// A winner is not known.
    Unknown,
}

/// Points that some championships pay alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Payout {
    /// The championships.
    pub championships: Vec<NamedId>,
    /// The points; absent where they are not known.
    pub points: Option<Points>,
    /// The year the value is known from, where it is known from another year only.
    pub known_from: Option<String>,
    /// True if it is paid in each class.
    pub each_class: bool,
}

/// True if a place counts for a feat: first for wins, the first three for podiums.
pub fn is_feat(what: &str, place: Option<&Place>, status: Status) -> bool {
    let best = match what {
        "wins" => 1,
        "podiums" => 3,
        _ => return false,
    };
    status == Status::Classified && place.and_then(Place::exact).is_some_and(|place| place <= best)
}

/// True if an award is the one that a feat counts.
pub fn is_award(what: &str, award: &Slug) -> bool {
    matches!(
        (what, award.as_str()),
        ("poles", "pole") | ("fastest-laps", "fastest-lap")
    )
}
