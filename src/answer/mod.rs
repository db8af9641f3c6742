//! Answers: the facts that answer a question, typed, with the frame that says what they rest on.
//!
//! An answer has no sentences: those are made of it in the view. What stands here is what `--json` prints.

mod about;
mod entries;
mod explain;
mod export;
mod fact;
mod fight;
mod frame;
mod gap;
mod help;
mod history;
mod leader;
mod people;
mod plan;
mod preview;
mod results;
mod scoring;
mod seat;
mod table;
mod track;
mod whatif;
mod who;
mod winners;

use serde::Serialize;

pub use about::{About, SeasonPack, SeriesPack};
pub use entries::{ClassEntries, Entries};
pub use explain::{Brought, Explained};
pub use export::{FINAL, Number, RowLine, TableLine, table_lines};
pub use fact::{Asked, Fact, Feats, Often, Pay, SeasonFeats, Sweep, is_award, is_feat};
pub use fight::{By, Champion, Clinch, Fight, Hope, Lead, Person, Race, Scene, Span, Take};
pub use frame::{Cited, Frame, Title};
pub use gap::Gap;
pub use help::{Asking, Choice};
pub use history::{History, Step};
pub use leader::{Leader, Side};
pub use people::{Count, Driver, Outing, Team};
pub use plan::{Next, Plan, Slotted, Stop};
pub use preview::{LastTime, Local, Preview};
pub use results::{ClassResult, Finish, Neighbours, Results, SessionResult, WeekendTitle, Won};
pub use scoring::{Dropping, Scoring};
pub use seat::Seat;
pub use table::{Row, Table};
pub use track::{Record, Track, Visit};
pub use whatif::{At, Ended, Moved, Open, OpenPart, Supposing, Wanted, WhatIf};
pub use who::Who;
pub use winners::Winners;

/// The facts that answer a question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// What the facts rest on.
    #[serde(flatten)]
    pub frame: Frame,
    /// The facts.
    #[serde(flatten)]
    pub body: Body,
}

/// The facts, by question.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Body {
    /// Who leads.
    Leaders(Vec<Leader>),
    /// Gaps in points.
    Gap(Vec<Gap>),
    /// Where points come from.
    Explain(Vec<Explained>),
    /// Who can still win, and the championships of which that is not known.
    Title(Vec<Fight>, Vec<Title>),
    /// Who can take or keep the lead.
    Lead(Vec<Lead>),
    /// The table that would follow from what is supposed.
    WhatIf(WhatIf),
    /// Points tables.
    Standings(Vec<Table>),
    /// A weekend before it begins.
    Preview(Box<Preview>),
    /// Scoring rules.
    Points(Vec<Scoring>),
    /// What the packs hold.
    About(About),
    /// How to ask.
    Help(Vec<Asking>),
    /// A weekend's timetable.
    Schedule(Plan),
    /// A season's calendar.
    Calendar(Vec<Stop>),
    /// What is on and what comes next.
    Next(Next),
    /// What came of a weekend's sessions.
    Results(Results),
    /// Who won.
    Winners(Winners),
    /// Who a driver is.
    Driver(Driver),
    /// What a team enters.
    Team(Team),
    /// What a circuit is.
    Track(Track),
    /// Who is entered.
    Entries(Entries),
    /// One fact.
    Fact(Fact),
}
