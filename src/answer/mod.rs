//! Answers: the facts that answer a question, typed, with the frame that says what they rest on.
//!
//! Sentences are made in the view; these types are printed by `--json`.

mod about;
mod crew;
mod duel;
mod entries;
mod explain;
mod export;
mod fact;
mod feat;
mod field;
mod fight;
mod frame;
mod gap;
mod help;
mod history;
mod honours;
mod lead_history;
mod leader;
mod people;
mod standings_table;
mod timetable;

mod preview;
mod progress;
mod results;
mod rule;
mod scoring;
mod seat;

mod track;
mod whatif;

mod winners;

use crate::domain::ChampionshipId;
use serde::Serialize;

pub use about::{About, SeasonPack, SeriesPack};
pub use crew::CarCrew;
pub use duel::{ComparedCounts, Duel, DuelRace};
pub use entries::{ClassEntries, Entries};
pub use explain::{Explained, SessionPoints};
pub use export::{FINAL, Number, RowLine, TableLine, table_lines};
pub use fact::{Fact, RaceLaps, Sweep};
pub use feat::{
    Feat, FeatHolder, FeatMode, FeatScope, FeatTotal, Feats, Measure, MeasureValue, MostOf, SeasonFeats, Stage,
};
pub use field::{FieldOrder, FieldSplit};
pub use fight::{
    Champion, Clinch, ContenderOutlook, Fight, ForecastBasis, Horizon, LeadForecast, LeadOutlook, OpenRace, PathToLead,
    Person, TableLead, TitleHope,
};
pub use frame::{CitedSource, Extent, Frame, HeldSession, NamedId};
pub use gap::Gap;
pub use help::{OptionHelp, QuestionHelp};
pub use history::{GapStep, History};
pub use honours::{FeatOccasion, Titles};
pub use lead_history::{LeadHistory, LeadSpell, LeadStep};
pub use leader::{Leader, RankedCompetitor};
pub use people::{DriverProfile, DriverSession, PublishedCount, TeamProfile};
pub use preview::{LastTime, LocalDriver, Preview};
pub use progress::Progress;
pub use results::{AdjacentWeekends, AwardWinner, CarResult, ClassResult, SessionResult, WeekendResults, WeekendTitle};
pub use rule::{
    Maximum, MaximumIn, PaidResult, Payout, PointsScope, Reach, ReachIn, RuleFact, RuleTopic, Share, Worth, total,
};
pub use scoring::{Dropping, Scoring};
pub use seat::Seat;
pub use standings_table::{CompetitorName, Doubts, StandingsTable, TableAge};
pub use timetable::{CalendarStop, Next, SeasonCalendar, SeriesAhead, TimetableSession, WeekendTimetable};
pub use track::{CircuitOrder, CircuitRecord, CircuitSize, CircuitVisit, Track};
pub use whatif::{
    NamedSession, NonFinish, OpenPart, OpenSession, ProjectedRow, SupposedResult, SupposedSession, WhatIf,
};
pub use winners::Winners;

/// The facts that answer a question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// The pack, the moment and the sources that the facts rest on.
    #[serde(flatten)]
    pub frame: Frame,
    /// The facts.
    #[serde(flatten)]
    pub body: Body,
    /// The last known answers, from earlier weekends or seasons, where the one that is meant holds nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub last_known: Vec<Answer>,
}

impl Answer {
    /// An answer.
    pub fn new(frame: Frame, body: Body) -> Self {
        Self {
            frame,
            body,
            last_known: Vec::new(),
        }
    }
}

/// The facts, by question.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Body {
    /// Leaders of championships.
    Leaders(Vec<Leader>),
    /// Gaps in points.
    Gap(Vec<Gap>),
    /// Explanations of points.
    Explain(Vec<Explained>),
    /// Contenders for titles, and the championships whose contenders are not known.
    Title(Vec<Fight>, Vec<NamedId<ChampionshipId>>),
    /// Outlook for the lead.
    Lead(Vec<LeadOutlook>, Vec<TableLead>),
    /// The table that would follow from what is supposed.
    WhatIf(WhatIf),
    /// Points tables.
    Standings(Vec<StandingsTable>),
    /// A weekend before it begins.
    Preview(Box<Preview>),
    /// Scoring rules.
    Points(Vec<Scoring>),
    /// Contents of the packs.
    About(About),
    /// Help for questions.
    Help(Vec<QuestionHelp>),
    /// A weekend's timetable.
    Schedule(WeekendTimetable),
    /// A season's calendar.
    Calendar(SeasonCalendar),
    /// The current and the next sessions.
    Next(Next),
    /// Results of a weekend.
    Results(WeekendResults),
    /// Winners of races.
    Winners(Winners),
    /// Profile of a driver.
    Driver(DriverProfile),
    /// Profile of a team.
    Team(TeamProfile),
    /// Profile of a circuit.
    Track(Track),
    /// An entry list.
    Entries(Entries),
    /// One fact.
    Fact(Fact),
}
