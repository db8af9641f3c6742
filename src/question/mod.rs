//! Questions: what can be asked, how a call becomes one, and the pure function that answers it.
//!
//! One file a question holds its struct, its [`Spec`] and its answer. To add one: write that file, add a line to
//! `KINDS` and a variant to [`Question`]; the compiler and the tests over all Specs point at the rest.

mod about;
mod args;
mod call;
pub mod change;
mod classification;
mod completion;
mod contests;
pub(crate) mod defaults;
mod driver;
mod entries;
mod explain;
mod fact;
mod gap;
mod help;
mod history;
mod lead;
mod leaders;
mod line_ups;
mod misunderstanding;
mod next;
mod points;
mod preview;
mod reader;
mod relative_names;
mod results;
mod schedule;
mod shorten;
mod spec;
mod standings;
mod team;
mod title;
mod track;
mod value;
mod whatif;
mod winners;

use std::fmt;

use serde::Serialize;

use crate::answer::Answer;
use crate::dataset::Catalogue;
use crate::domain::{Asker, Slug};

pub use about::About;
use args::Args;
pub use call::Call;
pub(crate) use classification::SeasonView;
pub use completion::{Choice, Detail, complete};
pub use driver::Driver;
pub use entries::Entries;
pub use explain::Explain;
pub use fact::Fact;
pub(crate) use fact::{is_place, stories, words_of};
pub use gap::Gap;
pub use help::Help;
pub use lead::Lead;
pub use leaders::Leaders;
pub use misunderstanding::{Candidate, Misunderstanding};
pub use next::Next;
pub use points::Points;
pub use preview::Preview;
pub use results::Results;
pub use schedule::Schedule;
pub use shorten::shorten;
pub use spec::{Opt, Spec, Takes};
pub use standings::Standings;
pub use team::Team;
pub use title::TitleFight;
pub use track::Track;
pub use whatif::{Unsupposable, WhatIf};
pub use winners::Winners;

/// What every question can do.
trait Ask {
    /// Its declaration.
    fn spec(&self) -> &'static Spec;

    /// Its options that were not left out, with their canonical values.
    fn options(&self) -> Vec<(&'static str, String)>;

    /// Its answer.
    fn answer(&self, catalogue: &Catalogue, asker: &Asker) -> Result<Answer, Misunderstanding>;
}

/// How a question is read from the arguments of a call.
type Read = fn(&Args) -> Result<Question, Misunderstanding>;

/// All questions, in the order in which help lists them.
const KINDS: &[(&Spec, Read)] = &[
    (&schedule::SPEC, Schedule::read),
    (&next::SPEC, Next::read),
    (&results::SPEC, Results::read),
    (&winners::SPEC, Winners::read),
    (&standings::SPEC, Standings::read),
    (&leaders::SPEC, Leaders::read),
    (&gap::SPEC, Gap::read),
    (&explain::SPEC, Explain::read),
    (&title::SPEC, TitleFight::read),
    (&lead::SPEC, Lead::read),
    (&whatif::SPEC, WhatIf::read),
    (&points::SPEC, Points::read),
    (&driver::SPEC, Driver::read),
    (&team::SPEC, Team::read),
    (&track::SPEC, Track::read),
    (&entries::SPEC, Entries::read),
    (&fact::SPEC, Fact::read),
    (&preview::SPEC, Preview::read),
    (&about::SPEC, About::read),
    (&help::SPEC, Help::read),
];

/// A question, understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "question", rename_all = "kebab-case")]
pub enum Question {
    /// A timetable or a calendar.
    Schedule(Schedule),
    /// What is on and what comes next.
    Next(Next),
    /// A championship's table.
    Standings(Standings),
    /// Who leads.
    Leaders(Leaders),
    /// A gap in points.
    Gap(Gap),
    /// Where points come from.
    Explain(Explain),
    /// A table after results that are supposed.
    WhatIf(WhatIf),
    /// Who can still win.
    Title(TitleFight),
    /// Who can take the lead, or lose it.
    Lead(Lead),
    /// A weekend before it begins.
    Preview(Preview),
    /// Scoring rules.
    Points(Points),
    /// What the packs hold.
    About(About),
    /// How to ask.
    Help(Help),
    /// What came of a weekend.
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

/// Somebody in a table: by name, or by place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rival {
    /// A driver.
    Driver(Slug),
    /// A team.
    Team(Slug),
    /// Whoever holds this place.
    Place(u16),
}

/// As a question names it: an id, or `p2`.
impl fmt::Display for Rival {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Driver(id) | Self::Team(id) => fmt::Display::fmt(id, f),
            Self::Place(place) => write!(f, "p{place}"),
        }
    }
}

/// The declarations of all questions.
pub fn specs() -> impl Iterator<Item = &'static Spec> {
    KINDS.iter().map(|(spec, _)| *spec)
}

/// The declaration of the question with this name.
pub fn spec_named(name: &str) -> Option<&'static Spec> {
    specs().find(|spec| spec.name == name)
}

impl Question {
    /// Understands a call.
    ///
    /// # Errors
    /// Why it cannot be understood, with what may have been meant.
    pub fn read(call: &Call, catalogue: &Catalogue, asker: &Asker) -> Result<Self, Misunderstanding> {
        let args = Args::read(call, catalogue, asker)?;
        let kind = KINDS.iter().find(|(spec, _)| spec.name == call.spec.name);
        let (_, read) = kind.ok_or(Misunderstanding::Empty)?;
        read(&args)
    }

    /// Understands a command line: `/standings pro`.
    ///
    /// # Errors
    /// Why it cannot be understood, with what may have been meant.
    pub fn parse(line: &str, catalogue: &Catalogue, asker: &Asker) -> Result<Self, Misunderstanding> {
        Self::read(&Call::parse(line)?, catalogue, asker)
    }

    /// The answer, from what is known at the asker's moment: no clock, no network, no disk.
    ///
    /// # Errors
    /// Why there is none, with what could be asked instead.
    pub fn answer(&self, catalogue: &Catalogue, asker: &Asker) -> Result<Answer, Misunderstanding> {
        self.ask().answer(catalogue, asker)
    }

    /// The question as a command line without what was left out; it reads back as the same question.
    pub fn line(&self) -> String {
        let ask = self.ask();
        let mut line = ask.spec().name.to_owned();
        for (name, value) in ask.options() {
            line.push_str(&format!(" {name}:{value}"));
        }
        line
    }

    /// The options that were given, with their canonical values.
    pub fn given(&self) -> Vec<(&'static str, String)> {
        self.ask().options()
    }

    /// An option that was given, by its name.
    pub fn option(&self, name: &str) -> Option<Slug> {
        self.ask()
            .options()
            .into_iter()
            .find(|(option, _)| *option == name)
            .and_then(|(_, value)| value.parse().ok())
    }

    /// Whether its answer tells of results, so that it can spoil a race for somebody who has not seen it.
    pub fn tells_results(&self) -> bool {
        const OF_NO_RACE: [&str; 10] = [
            "length", "round", "progress", "races", "together", "worth", "from", "rookies", "entered", "car",
        ];
        match self {
            Self::Schedule(_) | Self::Next(_) | Self::Points(_) | Self::Track(_) | Self::Entries(_) => false,
            Self::Help(_) | Self::About(_) => false,
            Self::Fact(fact) => !OF_NO_RACE.contains(&fact.about.as_str()),
            _ => true,
        }
    }

    /// Its declaration.
    pub fn spec(&self) -> &'static Spec {
        self.ask().spec()
    }

    fn ask(&self) -> &dyn Ask {
        match self {
            Self::Schedule(question) => question,
            Self::Next(question) => question,
            Self::Standings(question) => question,
            Self::Leaders(question) => question,
            Self::Gap(question) => question,
            Self::Explain(question) => question,
            Self::WhatIf(question) => question,
            Self::Title(question) => question,
            Self::Lead(question) => question,
            Self::Points(question) => question,
            Self::Preview(question) => question,
            Self::About(question) => question,
            Self::Help(question) => question,
            Self::Results(question) => question,
            Self::Winners(question) => question,
            Self::Driver(question) => question,
            Self::Team(question) => question,
            Self::Track(question) => question,
            Self::Entries(question) => question,
            Self::Fact(question) => question,
        }
    }
}

/// Options that were given, by name.
fn given(options: &[(&'static str, &Option<Slug>)]) -> Vec<(&'static str, String)> {
    options
        .iter()
        .filter_map(|(name, value)| Some((*name, value.as_ref()?.to_string())))
        .collect()
}
