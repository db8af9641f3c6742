//! Single facts: counts of wins, lengths, rounds, leads, home towns, and others that fit a line.

use serde::Serialize;

use super::duel::{ComparedCounts, Duel};
use super::feat::{Feat, FeatScope, Feats, Measure, MostOf};
use super::honours::{FeatOccasion, Titles};
use super::{
    CircuitOrder, DriverSession, FieldSplit, LeadHistory, Maximum, NamedId, Progress, RankedCompetitor, Reach,
    RuleFact, Seat, WeekendTitle, Worth,
};
use crate::domain::{
    ChampionshipId, ClassId, DriverId, Points, RoundLabel, SeasonId, SessionId, SessionKind, WeekendId,
};

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
        /// The part of the season that was named.
        scope: FeatScope,
        /// Known finishes, by season.
        known: Vec<(SeasonId, DriverSession)>,
    },
    /// Winners of all races of a weekend.
    Sweeps {
        /// The weekend.
        weekend: WeekendTitle,
        /// By class: the winner of all races, none, or not known.
        classes: Vec<(NamedId<ClassId>, Sweep)>,
        /// True if a race is still to be run.
        to_come: bool,
    },
    /// Highest totals of a feat.
    Most {
        /// The feat.
        what: Feat,
        /// The season.
        season: SeasonId,
        /// The part of it.
        scope: FeatScope,
        /// By class.
        classes: Vec<MostOf>,
    },
    /// Those who have some of a feat, or none.
    Field(Box<FieldSplit>),
    /// Those with more of a feat than a driver.
    More {
        /// The feat.
        what: Feat,
        /// The driver.
        who: NamedId<DriverId>,
        /// The season.
        season: SeasonId,
        /// The part of it.
        scope: FeatScope,
        /// The totals of all, by class.
        classes: Vec<MostOf>,
    },
    /// Two drivers in the races of a season.
    Duel(Box<Duel>),
    /// Counts of a feat of two drivers.
    Compared(Box<ComparedCounts>),
    /// The first or the last time of a feat.
    FeatOccasion(Box<FeatOccasion>),
    /// Titles of a driver or team.
    Titles(Box<Titles>),
    /// A place, an average or a streak of a driver or team.
    Measure(Measure),
    /// Winning margin of a race.
    Margin {
        /// The race, its weekend and its season.
        race: Option<(SeasonId, NamedId<WeekendId>, NamedId<SessionId>)>,
        /// The winner.
        winner: Option<NamedId>,
        /// The margin as printed or worked out, and to whom.
        margin: Option<(String, NamedId<DriverId>)>,
    },
    /// The leads of all championships.
    Leads {
        /// True if the smallest lead comes first.
        closest: bool,
        /// Known leads: the championship, the leader, the runner-up and the gap.
        leads: Vec<(NamedId<ChampionshipId>, RankedCompetitor, RankedCompetitor, Points)>,
        /// The others.
        unknown: Vec<NamedId<ChampionshipId>>,
    },
    /// The leaders of championships after every round.
    LeadHistory(Vec<LeadHistory>),
    /// Points for places and awards.
    Worth(Worth),
    /// The most points that can be scored.
    Maximum(Maximum),
    /// The most points that a competitor can reach.
    Reach(Reach),
    /// A topic of the rules.
    Rule(RuleFact),
    /// Lengths of sessions.
    Length {
        /// The weekend.
        weekend: WeekendTitle,
        /// The kind of session.
        kind: Option<SessionKind>,
        /// The sessions, each with its published length in minutes.
        sessions: Vec<(NamedId<SessionId>, Option<u16>)>,
    },
    /// Laps of the races of a weekend.
    Laps {
        /// The weekend.
        weekend: WeekendTitle,
        /// The races.
        races: Vec<RaceLaps>,
    },
    /// Circuits by their length or their turns.
    Circuits(CircuitOrder),
    /// Rounds of a weekend.
    Round {
        /// The weekend.
        weekend: WeekendTitle,
        /// Its rounds.
        rounds: Vec<RoundLabel>,
        /// Number of rounds of the season.
        of: Option<usize>,
    },
    /// Progress of a season.
    Progress(Progress),
    /// Number of races.
    Races {
        /// The weekend; absent for the season.
        weekend: Option<WeekendTitle>,
        /// The season.
        season: SeasonId,
        /// The races, by name.
        races: Vec<NamedId<SessionId>>,
        /// The sprints, which count apart.
        sprints: Vec<NamedId<SessionId>>,
        /// Number of weekends.
        weekends: usize,
    },
    /// Sessions that classes share.
    Together {
        /// The weekend.
        weekend: WeekendTitle,
        /// The sessions.
        sessions: Vec<NamedId<SessionId>>,
        /// The classes.
        classes: Vec<NamedId<ClassId>>,
    },
    /// Drivers from a place.
    From {
        /// The place as it was asked for.
        place: String,
        /// The driver asked about, with the home town, and true if from there.
        asked: Option<(NamedId<DriverId>, Option<String>, Option<bool>)>,
        /// Drivers from there, with their home towns.
        people: Vec<(NamedId<DriverId>, String)>,
    },
    /// Rookies of the season.
    Rookies {
        /// The driver asked about, and true if a rookie.
        asked: Option<(NamedId<DriverId>, Option<bool>)>,
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
    /// A driver's seats, asked about for a team or a class.
    Drives {
        /// The driver.
        who: NamedId<DriverId>,
        /// True if a seat is of the team or class.
        is: bool,
        /// The driver's seats in the season.
        seats: Vec<Seat>,
    },
    /// The car of the series.
    Car(Option<String>),
    /// Notes: heading and text.
    Story(Vec<(String, String)>),
}

/// Laps of a race.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RaceLaps {
    /// The race.
    pub session: NamedId<SessionId>,
    /// The laps that were scheduled.
    pub scheduled: Option<u16>,
    /// The laps that were run.
    pub run: Option<u16>,
    /// The published length in minutes.
    pub minutes: Option<u16>,
}

/// Winner of all races of a weekend in a class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sweep {
    /// One.
    By(NamedId<DriverId>),
    /// Several shared the wins.
    Shared(Vec<NamedId<DriverId>>),
    /// A winner is not known.
    Unknown,
}
