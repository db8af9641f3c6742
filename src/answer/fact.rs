//! One fact: counts of wins, lengths, rounds, leads, places people are from, and whatever else fits a line.

use chrono::NaiveDate;
use serde::Serialize;

use super::{DriverSession, NamedId, PublishedCount, RankedCompetitor, Seat, WeekendTitle};
use crate::domain::{Place, Points, SessionKind, Slug, Status};

/// One fact.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// How often somebody did something.
    Feats(Feats),
    /// How somebody finished.
    Finishes {
        /// Who.
        who: NamedId,
        /// Where, if a weekend was named.
        weekend: Option<WeekendTitle>,
        /// What is known, by season.
        known: Vec<(Slug, DriverSession)>,
    },
    /// Who won all races of a weekend.
    Sweeps {
        /// The weekend.
        weekend: WeekendTitle,
        /// By class: who won all, nobody, or not known.
        classes: Vec<(NamedId, Sweep)>,
        /// Whether a race is still to be run.
        to_come: bool,
    },
    /// Who did something most often.
    Most {
        /// What: `wins`.
        what: &'static str,
        /// The season.
        season: Slug,
        /// By class, the most first.
        classes: Vec<(NamedId, Vec<FeatTotal>)>,
    },
    /// By how much somebody won.
    Margin {
        /// The race, its weekend and its season.
        race: Option<(Slug, NamedId, NamedId)>,
        /// Who won.
        winner: Option<NamedId>,
        /// The margin as printed or worked out, and to whom.
        margin: Option<(String, NamedId)>,
    },
    /// The leads of all championships.
    Leads {
        /// Whether the smallest comes first.
        closest: bool,
        /// Those that are known: the championship, who leads, who follows, and by how much.
        leads: Vec<(NamedId, RankedCompetitor, RankedCompetitor, Points)>,
        /// The others.
        unknown: Vec<NamedId>,
    },
    /// What a place or an award pays.
    Worth {
        /// The place.
        place: Option<u16>,
        /// The award.
        award: Option<Slug>,
        /// By championships that pay alike.
        pays: Vec<Payout>,
    },
    /// How long sessions are.
    Length {
        /// The weekend.
        weekend: WeekendTitle,
        /// The kind of session.
        kind: Option<SessionKind>,
        /// Each, with its minutes where they are published.
        sessions: Vec<(NamedId, Option<u16>)>,
    },
    /// Which rounds a weekend has.
    Round {
        /// The weekend.
        weekend: WeekendTitle,
        /// Its rounds.
        rounds: Vec<Slug>,
        /// How many the season has.
        of: Option<usize>,
    },
    /// How far a season is.
    Progress {
        /// The season.
        season: Slug,
        /// How many rounds have been run.
        run: usize,
        /// How many there are.
        of: usize,
        /// Whether that is the whole calendar.
        whole: bool,
        /// The weekends to come.
        ahead: Vec<(NamedId, NaiveDate)>,
    },
    /// How many races there are.
    Races {
        /// The weekend; absent for the season.
        weekend: Option<WeekendTitle>,
        /// The season.
        season: Slug,
        /// The races, by name.
        races: Vec<NamedId>,
        /// How many weekends.
        weekends: usize,
    },
    /// Whether classes share their sessions.
    Together {
        /// The weekend.
        weekend: WeekendTitle,
        /// The sessions.
        sessions: Vec<NamedId>,
        /// The classes.
        classes: Vec<NamedId>,
    },
    /// Who is from a place.
    From {
        /// The place as it was asked for.
        place: String,
        /// Who was asked about, with the home town.
        asked: Option<(NamedId, Option<String>, Option<bool>)>,
        /// Who is from there.
        people: Vec<(NamedId, String)>,
    },
    /// Who is new.
    Rookies {
        /// Who was asked about, and whether so.
        asked: Option<(NamedId, Option<bool>)>,
        /// Those who are.
        rookies: Vec<Seat>,
    },
    /// Whether somebody is entered.
    Entered {
        /// Who.
        who: NamedId,
        /// Where.
        weekend: Option<WeekendTitle>,
        /// The entries for it.
        seats: Vec<Seat>,
        /// Whether there is an entry in the season that names no weekends.
        unplaced: bool,
        /// Whether the list is not out yet.
        early: bool,
    },
    /// What everybody drives.
    Car(Option<String>),
    /// Notes: heading and text.
    Story(Vec<(String, String)>),
}

/// What somebody did, and how often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Feats {
    /// What: `wins`.
    pub what: &'static str,
    /// Who.
    pub who: NamedId,
    /// At which weekend alone.
    pub weekend: Option<NamedId>,
    /// Whether it was asked if so at all, or even in all races.
    pub asked: FeatMode,
    /// By season, the latest first.
    pub seasons: Vec<SeasonFeats>,
    /// How many races that are over have no known winner.
    pub open: usize,
}

/// How often somebody did something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FeatTotal {
    /// Who.
    pub who: NamedId,
    /// How often.
    pub count: u16,
    /// Whether that was printed; else it is what is known at least.
    pub published: bool,
}

/// What was asked of a feat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FeatMode {
    /// How often.
    Often,
    /// Whether ever.
    Ever,
    /// Whether in both races of a weekend.
    Both,
}

/// What somebody did in a season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeasonFeats {
    /// The season.
    pub season: Slug,
    /// What is known race by race.
    pub known: Vec<DriverSession>,
    /// The newest printed count.
    pub published: Option<PublishedCount>,
    /// The weekends where it was done in all races.
    pub all: Vec<NamedId>,
}

/// Who won all races of a weekend in a class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sweep {
    /// One.
    By(NamedId),
    /// Several shared the wins.
    Shared(Vec<NamedId>),
    /// Some winner is not known.
    Unknown,
}

/// What some championships pay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Payout {
    /// The championships.
    pub championships: Vec<NamedId>,
    /// The points; absent where they are not known.
    pub points: Option<Points>,
    /// Where the value is known from another year alone: that year.
    pub known_from: Option<String>,
    /// Whether it is paid in each class.
    pub each_class: bool,
}

/// Whether a place counts for a feat: first for wins, the first three for podiums.
pub fn is_feat(what: &str, place: Option<&Place>, status: Status) -> bool {
    let best = match what {
        "wins" => 1,
        "podiums" => 3,
        _ => return false,
    };
    status == Status::Classified && place.and_then(Place::exact).is_some_and(|place| place <= best)
}

/// Whether an award is the one that a feat counts.
pub fn is_award(what: &str, award: &Slug) -> bool {
    matches!(
        (what, award.as_str()),
        ("poles", "pole") | ("fastest-laps", "fastest-lap")
    )
}
