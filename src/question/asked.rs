//! Question: its kind, the options that were given and its form, as a value that is built, compared and written as a command line.

use std::fmt;

use serde::{Serialize, Serializer};

use super::form::Form;
use super::options::{Options, Rival};
use super::spec::{Opt, QuestionKind, Spec};
use crate::domain::{ChampionshipId, ClassId, DriverId, SeasonId, SeriesId, SessionId, Slug, TeamId, WeekendId};

/// The name of the form in a command line. Every question takes one.
pub(super) const FORM: &str = "form";

/// A question, understood: its kind, the options that were given, and the form of its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its kind.
    pub kind: QuestionKind,
    /// The options that were given; its Spec has them all.
    pub options: Options,
    /// The form in which the answer is asked for.
    pub form: Form,
}

impl Question {
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
        const OF_NO_RACE: &[&str] = &[
            "length",
            "round",
            "progress",
            "races",
            "together",
            "from",
            "rookies",
            "entered",
            "car",
            "worth",
            "paying",
            "drops",
            "ties",
            "order",
            "counts",
            "shortened",
            "retired",
        ];
        let of_race = |about: &str| !OF_NO_RACE.contains(&about);
        self.spec().tells_results && self.options.about.as_deref().is_none_or(of_race)
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
        Self {
            kind,
            options,
            form: Form::default(),
        }
    }

    /// A question of another kind about the same series.
    #[must_use]
    pub fn beside(&self, kind: QuestionKind) -> Self {
        Self::of(kind).series(self.options.series.clone())
    }

    /// The question in another form.
    #[must_use]
    pub fn form(mut self, form: Form) -> Self {
        self.form = form;
        self
    }

    /// The question about a series.
    #[must_use]
    pub fn series(mut self, series: impl Into<Option<SeriesId>>) -> Self {
        self.options.series = series.into();
        self
    }

    /// The question about a season.
    #[must_use]
    pub fn season(mut self, season: impl Into<Option<SeasonId>>) -> Self {
        self.options.season = season.into();
        self
    }

    /// The question about a weekend.
    #[must_use]
    pub fn weekend(mut self, weekend: impl Into<Option<WeekendId>>) -> Self {
        self.options.weekend = weekend.into();
        self
    }

    /// The question about a session.
    #[must_use]
    pub fn session(mut self, session: impl Into<Option<SessionId>>) -> Self {
        self.options.session = session.into();
        self
    }

    /// The question about a class.
    #[must_use]
    pub fn class(mut self, class: impl Into<Option<ClassId>>) -> Self {
        self.options.class = class.into();
        self
    }

    /// The question about a championship.
    #[must_use]
    pub fn championship(mut self, championship: impl Into<Option<ChampionshipId>>) -> Self {
        self.options.championship = championship.into();
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
    pub fn driver(mut self, driver: impl Into<Option<DriverId>>) -> Self {
        self.options.driver = driver.into();
        self
    }

    /// The question about a team.
    #[must_use]
    pub fn team(mut self, team: impl Into<Option<TeamId>>) -> Self {
        self.options.team = team.into();
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
        if self.form != Form::default() {
            write!(f, " {FORM}:{}", self.form)?;
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
