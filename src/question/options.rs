//! Options of a question, typed, each with its name and canonical text.
//!
//! One struct has the options of all questions; the [`Spec`](super::Spec) of a question says which of them it takes.

use std::fmt;

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::Serialize;

use super::spec::{OptionName, QuestionKind};
use crate::domain::{
    ChampionshipId, CircuitId, ClassId, DriverId, Ranks, SeasonId, SeriesId, SessionId, SessionKind, Slug, TeamId,
    WeekendId,
};
use crate::lookup::{NameKind, session_kind_word};

/// A competitor in a table: by name, or by place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rival {
    /// A driver.
    Driver(DriverId),
    /// A team.
    Team(TeamId),
    /// The holder of this place.
    Place(u16),
}

impl Rival {
    /// The competitor that is named, if a table with these ranks can list it.
    pub(super) fn in_ranks(&self, ranks: Ranks) -> Option<&Slug> {
        match (self, ranks) {
            (Self::Driver(id), Ranks::Driver) => Some(id.slug()),
            (Self::Team(id), Ranks::Entrant) => Some(id.slug()),
            _ => None,
        }
    }
}

/// As a question names it: an id, or `p2`.
impl fmt::Display for Rival {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Driver(id) => fmt::Display::fmt(id, f),
            Self::Team(id) => fmt::Display::fmt(id, f),
            Self::Place(place) => write!(f, "p{place}"),
        }
    }
}

/// The options that were given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// The series; the asker's usual one if absent.
    pub series: Option<SeriesId>,
    /// The season; that of the moment if absent.
    pub season: Option<SeasonId>,
    /// The weekend.
    pub weekend: Option<WeekendId>,
    /// The session of the weekend.
    pub session: Option<SessionId>,
    /// The kind of session.
    pub kind: Option<SessionKind>,
    /// The day.
    pub day: Option<NaiveDate>,
    /// Another clock to tell times by.
    pub zone: Option<Tz>,
    /// The class.
    pub class: Option<ClassId>,
    /// The championship.
    pub championship: Option<ChampionshipId>,
    /// The label of the round, or the weekend, after which a table is meant.
    pub after: Option<Slug>,
    /// The label of the round, or the weekend, before which results count.
    pub before: Option<Slug>,
    /// The label of the round, or the weekend, after which results count.
    pub since: Option<Slug>,
    /// The day at whose end the answer is known; the asker's moment if absent.
    pub as_of: Option<NaiveDate>,
    /// The driver.
    pub driver: Option<DriverId>,
    /// The competitor of a table.
    pub rival: Option<Rival>,
    /// The other competitor, to whom a gap is asked for.
    pub to: Option<Rival>,
    /// The team.
    pub team: Option<TeamId>,
    /// The circuit.
    pub track: Option<CircuitId>,
    /// Results that are supposed: `race-1 1:cooper 2:hartog pole:cooper`.
    pub results: Option<String>,
    /// A scenario in short.
    pub code: Option<String>,
    /// The subject of a fact.
    pub about: Option<String>,
    /// Words that the subject needs, joined by hyphens.
    pub words: Option<String>,
    /// The question that help is asked for.
    pub question: Option<QuestionKind>,
}

/// A text of an option, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Named(NameKind, Slug),
    Place(u16),
    Question(QuestionKind),
    SessionKind(SessionKind),
    Day(NaiveDate),
    Zone(Tz),
    /// A text of one word or several, without quotes, on one line.
    Text(String),
}

impl Value {
    /// A text as it was typed, on one line and without quotes: these hold words together in a command line.
    pub(super) fn text(text: &str) -> Self {
        let clean = text.replace(['"', '“', '”'], " ");
        Self::Text(clean.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    fn id(self) -> Option<Slug> {
        match self {
            Self::Named(_, id) => Some(id),
            _ => None,
        }
    }

    fn rival(self) -> Option<Rival> {
        match self {
            Self::Named(NameKind::Driver, id) => Some(Rival::Driver(id.into())),
            Self::Named(NameKind::Team, id) => Some(Rival::Team(id.into())),
            Self::Place(place) => Some(Rival::Place(place)),
            _ => None,
        }
    }

    fn words(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text).filter(|text| !text.is_empty()),
            _ => None,
        }
    }
}

impl Options {
    /// Puts a value into an option; one of another type empties it.
    pub(crate) fn set(&mut self, name: OptionName, value: Value) {
        match (name, value) {
            (OptionName::Series, value) => self.series = value.id().map(SeriesId::from),
            (OptionName::Season, value) => self.season = value.id().map(SeasonId::from),
            (OptionName::Weekend, value) => self.weekend = value.id().map(WeekendId::from),
            (OptionName::Session, value) => self.session = value.id().map(SessionId::from),
            (OptionName::Class, value) => self.class = value.id().map(ClassId::from),
            (OptionName::Championship, value) => self.championship = value.id().map(ChampionshipId::from),
            (OptionName::After, value) => self.after = value.id(),
            (OptionName::Before, value) => self.before = value.id(),
            (OptionName::Since, value) => self.since = value.id(),
            (OptionName::Driver, value) => self.driver = value.id().map(DriverId::from),
            (OptionName::Team, value) => self.team = value.id().map(TeamId::from),
            (OptionName::Track, value) => self.track = value.id().map(CircuitId::from),
            (OptionName::Rival, value) => self.rival = value.rival(),
            (OptionName::To, value) => self.to = value.rival(),
            (OptionName::Results, value) => self.results = value.words(),
            (OptionName::Code, value) => self.code = value.words(),
            (OptionName::About, value) => self.about = value.words(),
            (OptionName::Words, value) => self.words = value.words(),
            (OptionName::Kind, Value::SessionKind(kind)) => self.kind = Some(kind),
            (OptionName::Day, Value::Day(day)) => self.day = Some(day),
            (OptionName::AsOf, Value::Day(day)) => self.as_of = Some(day),
            (OptionName::Zone, Value::Zone(zone)) => self.zone = Some(zone),
            (OptionName::Question, Value::Question(question)) => self.question = Some(question),
            (OptionName::Kind, _) => self.kind = None,
            (OptionName::Day, _) => self.day = None,
            (OptionName::AsOf, _) => self.as_of = None,
            (OptionName::Zone, _) => self.zone = None,
            (OptionName::Question, _) => self.question = None,
        }
    }

    /// The canonical text of an option, which reads back as what it holds.
    pub fn text(&self, name: OptionName) -> Option<String> {
        fn shown(value: Option<&impl ToString>) -> Option<String> {
            value.map(ToString::to_string)
        }
        match name {
            OptionName::Series => shown(self.series.as_ref()),
            OptionName::Season => shown(self.season.as_ref()),
            OptionName::Weekend => shown(self.weekend.as_ref()),
            OptionName::Session => shown(self.session.as_ref()),
            OptionName::Kind => self.kind.map(|kind| session_kind_word(kind).to_owned()),
            OptionName::Day => shown(self.day.as_ref()),
            OptionName::Zone => self.zone.map(|zone| zone.name().to_owned()),
            OptionName::Class => shown(self.class.as_ref()),
            OptionName::Championship => shown(self.championship.as_ref()),
            OptionName::After => shown(self.after.as_ref()),
            OptionName::Before => shown(self.before.as_ref()),
            OptionName::Since => shown(self.since.as_ref()),
            OptionName::AsOf => shown(self.as_of.as_ref()),
            OptionName::Driver => shown(self.driver.as_ref()),
            OptionName::Rival => shown(self.rival.as_ref()),
            OptionName::To => shown(self.to.as_ref()),
            OptionName::Team => shown(self.team.as_ref()),
            OptionName::Track => shown(self.track.as_ref()),
            OptionName::Results => self.results.as_deref().map(quoted),
            OptionName::Code => self.code.as_deref().map(quoted),
            OptionName::About => self.about.clone(),
            OptionName::Words => self.words.clone(),
            OptionName::Question => self.question.map(|question| question.spec().name.to_owned()),
        }
    }

    /// True if an option was given.
    pub(super) fn has(&self, name: OptionName) -> bool {
        self.text(name).is_some()
    }
}

/// A text in quotes where it has several words.
fn quoted(text: &str) -> String {
    if text.contains(' ') {
        format!("\"{text}\"")
    } else {
        text.to_owned()
    }
}
