//! Questions as data: the kinds with their [`Spec`]s, the options, parsing, and the pure functions that answer them.
//!
//! One file a question holds its [`Spec`] and its answer. To add one: write that file and add a variant to
//! [`QuestionKind`]; a new option is a field of [`Options`] and a variant of [`OptionName`]. The compiler and the tests
//! over all Specs point at the rest.

mod about;
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
mod options;
mod points;
mod preview;
mod reader;
mod relative_names;
mod request;
mod results;
mod schedule;
mod shorten;
mod spec;
mod standings;
mod team;
mod title;
mod track;
mod whatif;
mod winners;

use std::fmt;

use serde::{Serialize, Serializer};

use crate::answer::Answer;
use crate::dataset::Catalogue;
use crate::domain::{
    Asker, ChampionshipId, ClassId, DriverId, Id, SeasonId, SeriesId, SessionId, Slug, TeamId, WeekendId,
};

pub use call::Call;
pub(crate) use classification::SeasonView;
pub use completion::{Choice, Detail, complete};
pub(crate) use fact::{is_place, stories, words_of};
pub use misunderstanding::{Candidate, Misunderstanding};
pub use options::{OptionName, Options, Rival};
use request::Request;
pub use shorten::shorten;
pub use spec::{Opt, Spec, Takes};
pub use whatif::Unsupposable;

/// Kinds of question, in the order in which help lists them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionKind {
    /// A timetable or a calendar.
    Schedule,
    /// The sessions that are on or come next.
    Next,
    /// The results of a weekend.
    Results,
    /// The winners of races.
    Winners,
    /// A championship's table.
    Standings,
    /// The leaders of championships.
    Leaders,
    /// A gap in points.
    Gap,
    /// The breakdown of a competitor's points.
    Explain,
    /// The contenders of a championship.
    Title,
    /// Possible changes of the lead.
    Lead,
    /// A table after results that are supposed.
    WhatIf,
    /// Scoring rules.
    Points,
    /// A driver's profile.
    Driver,
    /// A team's profile.
    Team,
    /// A circuit.
    Track,
    /// An entry list.
    Entries,
    /// One fact.
    Fact,
    /// A weekend before it begins.
    Preview,
    /// The packs with their age and sources.
    About,
    /// The questions that can be asked.
    Help,
}

impl QuestionKind {
    /// All kinds, in the order in which help lists them.
    pub const ALL: [Self; 20] = [
        Self::Schedule,
        Self::Next,
        Self::Results,
        Self::Winners,
        Self::Standings,
        Self::Leaders,
        Self::Gap,
        Self::Explain,
        Self::Title,
        Self::Lead,
        Self::WhatIf,
        Self::Points,
        Self::Driver,
        Self::Team,
        Self::Track,
        Self::Entries,
        Self::Fact,
        Self::Preview,
        Self::About,
        Self::Help,
    ];

    /// Its declaration.
    pub fn spec(self) -> &'static Spec {
        match self {
            Self::Schedule => &schedule::SPEC,
            Self::Next => &next::SPEC,
            Self::Results => &results::SPEC,
            Self::Winners => &winners::SPEC,
            Self::Standings => &standings::SPEC,
            Self::Leaders => &leaders::SPEC,
            Self::Gap => &gap::SPEC,
            Self::Explain => &explain::SPEC,
            Self::Title => &title::SPEC,
            Self::Lead => &lead::SPEC,
            Self::WhatIf => &whatif::SPEC,
            Self::Points => &points::SPEC,
            Self::Driver => &driver::SPEC,
            Self::Team => &team::SPEC,
            Self::Track => &track::SPEC,
            Self::Entries => &entries::SPEC,
            Self::Fact => &fact::SPEC,
            Self::Preview => &preview::SPEC,
            Self::About => &about::SPEC,
            Self::Help => &help::SPEC,
        }
    }
}

/// A question, understood: its kind and the options that were given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its kind.
    pub kind: QuestionKind,
    /// The options that were given; its Spec has them all.
    pub options: Options,
}

/// The declarations of all questions.
pub fn specs() -> impl Iterator<Item = &'static Spec> {
    QuestionKind::ALL.into_iter().map(QuestionKind::spec)
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
        let question = reader::read(call, catalogue, asker)?;
        let required = call.spec.required;
        if required.is_empty() || required.iter().any(|name| question.options.has(*name)) {
            Ok(question)
        } else {
            Err(call.spec.missing())
        }
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
        (self.spec().answer)(Request::new(self, catalogue, asker))
    }

    /// Its declaration.
    pub fn spec(&self) -> &'static Spec {
        self.kind.spec()
    }

    /// The options that were given, with their canonical texts, in the order of the declaration.
    pub fn given(&self) -> impl Iterator<Item = (&'static Opt, String)> {
        let options = self.spec().options.iter();
        options.filter_map(|option| Some((option, self.options.text(option.name)?)))
    }

    /// The question as a command line without what was left out; it reads back as the same question.
    pub fn line(&self) -> String {
        self.to_string()
    }

    /// True if its answer tells of results, so that it can spoil a race for a reader who has not seen it.
    pub fn tells_results(&self) -> bool {
        const OF_NO_RACE: [&str; 10] = [
            "length", "round", "progress", "races", "together", "worth", "from", "rookies", "entered", "car",
        ];
        let of_race = |about: &str| !OF_NO_RACE.contains(&about);
        self.spec().tells_results && self.options.about.as_deref().is_none_or(of_race)
    }
}

/// A value of an option: an id or none, typed or not.
pub trait IntoId<T> {
    /// The typed id, if there is one.
    fn into_id(self) -> Option<T>;
}

impl<T> IntoId<Id<T>> for Id<T> {
    fn into_id(self) -> Option<Id<T>> {
        Some(self)
    }
}

impl<T> IntoId<Id<T>> for Option<Id<T>> {
    fn into_id(self) -> Option<Id<T>> {
        self
    }
}

impl<T> IntoId<Id<T>> for Slug {
    fn into_id(self) -> Option<Id<T>> {
        Some(self.into())
    }
}

impl<T> IntoId<Id<T>> for Option<Slug> {
    fn into_id(self) -> Option<Id<T>> {
        self.map(Into::into)
    }
}

/// A question built by what it is about, for links and for answers that rest on other answers.
impl Question {
    /// A question without options.
    pub fn of(kind: QuestionKind) -> Self {
        Self::new(kind, Options::default())
    }

    /// A question with options.
    pub fn new(kind: QuestionKind, options: Options) -> Self {
        Self { kind, options }
    }

    /// A question of another kind about the same series.
    #[must_use]
    pub fn beside(&self, kind: QuestionKind) -> Self {
        Self::of(kind).series(self.options.series.clone())
    }

    /// The question about a series.
    #[must_use]
    pub fn series(mut self, series: impl IntoId<SeriesId>) -> Self {
        self.options.series = series.into_id();
        self
    }

    /// The question about a season.
    #[must_use]
    pub fn season(mut self, season: impl IntoId<SeasonId>) -> Self {
        self.options.season = season.into_id();
        self
    }

    /// The question about a weekend.
    #[must_use]
    pub fn weekend(mut self, weekend: impl IntoId<WeekendId>) -> Self {
        self.options.weekend = weekend.into_id();
        self
    }

    /// The question about a session.
    #[must_use]
    pub fn session(mut self, session: impl IntoId<SessionId>) -> Self {
        self.options.session = session.into_id();
        self
    }

    /// The question about a class.
    #[must_use]
    pub fn class(mut self, class: impl IntoId<ClassId>) -> Self {
        self.options.class = class.into_id();
        self
    }

    /// The question about a championship.
    #[must_use]
    pub fn championship(mut self, championship: impl IntoId<ChampionshipId>) -> Self {
        self.options.championship = championship.into_id();
        self
    }

    /// The question about a table as it stood after a round or weekend.
    #[must_use]
    pub fn after(mut self, after: impl Into<Option<Slug>>) -> Self {
        self.options.after = after.into();
        self
    }

    /// The question about a driver.
    #[must_use]
    pub fn driver(mut self, driver: impl IntoId<DriverId>) -> Self {
        self.options.driver = driver.into_id();
        self
    }

    /// The question about a team.
    #[must_use]
    pub fn team(mut self, team: impl IntoId<TeamId>) -> Self {
        self.options.team = team.into_id();
        self
    }

    /// The question about a competitor of a table.
    #[must_use]
    pub fn rival(mut self, rival: impl Into<Option<Rival>>) -> Self {
        self.options.rival = rival.into();
        self
    }

    /// The question about the gap to a competitor.
    #[must_use]
    pub fn to(mut self, rival: impl Into<Option<Rival>>) -> Self {
        self.options.to = rival.into();
        self
    }
}

/// The command line.
impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.spec().name)?;
        for (option, value) in self.given() {
            write!(f, " {}:{value}", option.name)?;
        }
        Ok(())
    }
}

/// As a command line.
impl Serialize for Question {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
