//! Answers: the facts that answer a question, typed, with the frame that says what they rest on.
//!
//! An answer has no sentences: those are made of it in the view. What stands here is what `--json` prints.

mod frame;
mod gap;
mod leader;
mod plan;
mod results;
mod table;
mod who;

use serde::Serialize;

pub use frame::{Cited, Frame, Title};
pub use gap::Gap;
pub use leader::{Leader, Side};
pub use plan::{Next, Plan, Slotted, Stop};
pub use results::{ClassResult, Finish, Neighbours, Results, SessionResult, WeekendTitle, Won};
pub use table::{Row, Table};
pub use who::Who;

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
    /// Points tables.
    Standings(Vec<Table>),
    /// A weekend's timetable.
    Schedule(Plan),
    /// A season's calendar.
    Calendar(Vec<Stop>),
    /// What is on and what comes next.
    Next(Next),
    /// What came of a weekend's sessions.
    Results(Results),
}
