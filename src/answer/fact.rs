//! One fact: counts of wins, lengths, rounds, leads, places people are from, and whatever else fits a line.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Count, Outing, Seat, Side, Title, WeekendTitle};
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
        who: Title,
        /// Where, if a weekend was named.
        weekend: Option<WeekendTitle>,
        /// What is known, by season.
        known: Vec<(Slug, Outing)>,
    },
    /// Who won all races of a weekend.
    Sweeps {
        /// The weekend.
        weekend: WeekendTitle,
        /// By class: who won all, nobody, or not known.
        classes: Vec<(Title, Sweep)>,
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
        classes: Vec<(Title, Vec<Often>)>,
    },
    /// By how much somebody won.
    Margin {
        /// The race, its weekend and its season.
        race: Option<(Slug, Title, Title)>,
        /// Who won.
        winner: Option<Title>,
        /// The margin as printed or worked out, and to whom.
        margin: Option<(String, Title)>,
    },
    /// The leads of all championships.
    Leads {
        /// Whether the smallest comes first.
        closest: bool,
        /// Those that are known: the championship, who leads, who follows, and by how much.
        leads: Vec<(Title, Side, Side, Points)>,
        /// The others.
        unknown: Vec<Title>,
    },
    /// What a place or an award pays.
    Worth {
        /// The place.
        place: Option<u16>,
        /// The award.
        award: Option<Slug>,
        /// By championships that pay alike.
        pays: Vec<Pay>,
    },
    /// How long sessions are.
    Length {
        /// The weekend.
        weekend: WeekendTitle,
        /// The kind of session.
        kind: Option<SessionKind>,
        /// Each, with its minutes where they are published.
        sessions: Vec<(Title, Option<u16>)>,
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
        ahead: Vec<(Title, NaiveDate)>,
    },
    /// How many races there are.
    Races {
        /// The weekend; absent for the season.
        weekend: Option<WeekendTitle>,
        /// The season.
        season: Slug,
        /// The races, by name.
        races: Vec<Title>,
        /// How many weekends.
        weekends: usize,
    },
    /// Whether classes share their sessions.
    Together {
        /// The weekend.
        weekend: WeekendTitle,
        /// The sessions.
        sessions: Vec<Title>,
        /// The classes.
        classes: Vec<Title>,
    },
    /// Who is from a place.
    From {
        /// The place as it was asked for.
        place: String,
        /// Who was asked about, with the home town.
        asked: Option<(Title, Option<String>, Option<bool>)>,
        /// Who is from there.
        people: Vec<(Title, String)>,
    },
    /// Who is new.
    Rookies {
        /// Who was asked about, and whether so.
        asked: Option<(Title, Option<bool>)>,
        /// Those who are.
        rookies: Vec<Seat>,
    },
    /// Whether somebody is entered.
    Entered {
        /// Who.
        who: Title,
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
    pub who: Title,
    /// At which weekend alone.
    pub weekend: Option<Title>,
    /// Whether it was asked if so at all, or even in all races.
    pub asked: Asked,
    /// By season, the latest first.
    pub seasons: Vec<SeasonFeats>,
    /// How many races that are over have no known winner.
    pub open: usize,
}

/// How often somebody did something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Often {
    /// Who.
    pub who: Title,
    /// How often.
    pub count: u16,
    /// Whether that was printed; else it is what is known at least.
    pub published: bool,
}

/// What was asked of a feat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asked {
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
    pub known: Vec<Outing>,
    /// The newest printed count.
    pub published: Option<Count>,
    /// The weekends where it was done in all races.
    pub all: Vec<Title>,
}

/// Who won all races of a weekend in a class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sweep {
    /// One.
    By(Title),
    /// Several shared the wins.
    Shared(Vec<Title>),
    /// Some winner is not known.
    Unknown,
}

/// What some championships pay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pay {
    /// The championships.
    pub championships: Vec<Title>,
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
