//! Misunderstanding: the reason why a question has no answer, and what can be asked instead; a value, not an error.

use chrono::NaiveDate;
use serde::Serialize;

use super::asked::Question;
use super::spec::Spec;
use super::whatif::Unsupposable;
use crate::domain::{Points, RoundLabel, SeasonId, Slug, clip};
use crate::lookup::{NameKind, Named};

/// Reason why a question was not understood, or cannot be answered as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum Misunderstanding {
    /// Nothing was asked.
    Empty,
    /// The text is longer than the limit.
    TooLong,
    /// No question has this name.
    UnknownQuestion {
        /// The text that was typed.
        word: String,
        /// The names nearest to it.
        nearest: Vec<&'static str>,
    },
    /// The question has no such option.
    UnknownOption {
        /// The question.
        question: &'static str,
        /// The text that was typed.
        option: String,
        /// The options it has.
        options: Vec<&'static str>,
    },
    /// Nothing of the kinds that fit has this name.
    UnknownName {
        /// The text that was typed.
        text: String,
        /// The kinds of name that fit.
        kinds: Vec<NameKind>,
        /// The question it was asked in.
        question: &'static str,
        /// The nearest names.
        nearest: Vec<Candidate>,
    },
    /// Several things have this name.
    Ambiguous {
        /// The text that was typed.
        text: String,
        /// The possible meanings.
        candidates: Vec<Candidate>,
    },
    /// The question needs an option that was left out.
    Missing {
        /// The question.
        question: &'static str,
        /// The option.
        option: &'static str,
        /// A command line that has it.
        example: &'static str,
    },
    /// The thing asked for is not in that season.
    NotInSeason {
        /// The thing's name.
        name: String,
        /// The season.
        season: SeasonId,
        /// The seasons it is in.
        seasons: Vec<SeasonId>,
        /// The question in each of those seasons.
        instead: Vec<Question>,
    },
    /// The round has not been run at the moment the answer speaks of.
    NotRunYet {
        /// The round's label or the weekend's name.
        what: String,
        /// The label of the last round that has been run.
        last: Option<RoundLabel>,
        /// The table as it is now.
        instead: Vec<Question>,
    },
    /// The day as of which an answer is asked for is still to come.
    StillToCome {
        /// The day.
        day: NaiveDate,
        /// The day of the asker's moment.
        today: NaiveDate,
    },
    /// Words behind "as of" are no date that is known.
    UnknownDate {
        /// The words.
        text: String,
    },
    /// Two competitors are ranked in no common championship.
    AcrossClasses {
        /// One, with its championship.
        one: (String, String),
        /// The other, with its own.
        other: (String, String),
        /// The gaps of each in its own.
        instead: Vec<Question>,
    },
    /// A competitor is in no table at that moment.
    NotInTable {
        /// The competitor's name.
        name: String,
        /// The championship's name, if it belongs to one.
        championship: Option<String>,
        /// The most points it can have: as many as the last row of an incomplete table.
        at_most: Option<Points>,
        /// Questions that can be asked instead.
        instead: Vec<Question>,
    },
    /// No published or computed row has that place.
    NoSuchPlace {
        /// The place.
        place: u16,
        /// The championship's name.
        championship: String,
        /// Number of rows of the table.
        rows: usize,
        /// True if the table has everybody who is ranked, so that nobody holds the place.
        complete: bool,
        /// The place that several share instead, with their names.
        shared: Option<(u16, Vec<String>)>,
        /// The table.
        instead: Vec<Question>,
    },
    /// The subject of a fact cannot be limited to a part of a season.
    NotLimited {
        /// The subject.
        subject: &'static str,
        /// The option that would limit it.
        option: &'static str,
        /// The question without it.
        instead: Vec<Question>,
    },
    /// Nobody is known to have a car's number in a season.
    NobodyDrives {
        /// The number.
        number: String,
        /// The season.
        season: SeasonId,
        /// The last season before in which somebody had it, with the names.
        last: Option<(SeasonId, Vec<String>)>,
        /// The profiles of those.
        instead: Vec<Question>,
    },
    /// Nobody has points before the first result of a season.
    NoPointsYet {
        /// The series' name.
        series: String,
        /// The season.
        season: SeasonId,
        /// The first day of its first weekend.
        start: Option<NaiveDate>,
        /// The calendar.
        instead: Vec<Question>,
    },
    /// Something cannot be supposed.
    Unsupposable {
        /// Why.
        #[serde(flatten)]
        fault: Box<Unsupposable>,
        /// Questions that can be asked instead.
        instead: Vec<Question>,
    },
    /// The packs have no such season of a series.
    NoSuchSeason {
        /// The series' name.
        series: String,
        /// The season.
        season: String,
        /// The seasons that they have.
        seasons: Vec<SeasonId>,
        /// The calendars of those.
        instead: Vec<Question>,
    },
    /// The weekend has no such session.
    NoSuchSession {
        /// The weekend's name.
        weekend: String,
        /// The names of its sessions.
        sessions: Vec<String>,
        /// The timetable.
        instead: Vec<Question>,
    },
    /// Somebody's own words are no question that is known.
    Unread {
        /// The words that nobody knows.
        unknown: Vec<String>,
        /// The nearest questions.
        nearest: Vec<Question>,
    },
    /// Somebody's own words can be read in several ways.
    Close {
        /// The readings.
        readings: Vec<Question>,
    },
    /// The words refer to a question before, and there was none.
    NoContext {
        /// Examples of command lines that may be meant.
        instead: Vec<&'static str>,
    },
    /// The packs hold nothing of the kind.
    NothingKnown {
        /// The question.
        question: &'static str,
        /// The series' name.
        series: String,
        /// The season, if one was named.
        season: Option<SeasonId>,
    },
}

/// Something that may have been meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// Its kind.
    pub kind: NameKind,
    /// Its id.
    pub id: Slug,
    /// Its name.
    pub label: String,
    /// The question with it, where it is certain which option takes it.
    #[serde(rename = "line")]
    pub question: Option<Question>,
}

impl Candidate {
    /// The candidate for a name.
    pub(crate) fn of(named: &Named) -> Self {
        Self {
            kind: named.kind,
            id: named.id.clone(),
            label: named.label.clone(),
            question: None,
        }
    }
}

impl From<Unsupposable> for Misunderstanding {
    fn from(fault: Unsupposable) -> Self {
        Self::Unsupposable {
            fault: Box::new(fault),
            instead: Vec::new(),
        }
    }
}

impl Misunderstanding {
    /// The misunderstanding that a question takes no option of this name.
    pub(super) fn unknown_option(spec: &Spec, name: &str) -> Self {
        Self::UnknownOption {
            question: spec.name,
            option: clip(name, 60),
            options: spec.options.iter().map(|option| option.name.as_str()).collect(),
        }
    }

    /// The misunderstanding that an option was left out which a question needs.
    pub(super) fn missing(spec: &Spec) -> Self {
        let option = spec.required.first().map_or("", |name| name.as_str());
        Self::Missing {
            question: spec.name,
            // Of `results` one suffices.
            option: option.trim_end_matches('s'),
            example: spec.examples.first().copied().unwrap_or(spec.name),
        }
    }

    /// Command lines that can be asked instead, the likeliest first; never none.
    pub fn instead(&self) -> Vec<String> {
        let questions = self.questions();
        if !questions.is_empty() {
            return questions.into_iter().map(Question::line).collect();
        }
        match self {
            Self::UnknownQuestion { nearest, .. } if !nearest.is_empty() => {
                nearest.iter().map(|name| (*name).to_owned()).collect()
            }
            Self::Missing { example, .. } => vec![(*example).to_owned()],
            Self::NoContext { instead } => instead.iter().map(|line| (*line).to_owned()).collect(),
            Self::UnknownOption { question, .. } | Self::UnknownName { question, .. } => {
                vec![format!("help {question}")]
            }
            Self::Unsupposable { .. } => vec!["help whatif".to_owned()],
            Self::NothingKnown { .. } => vec!["about".to_owned()],
            _ => vec!["help".to_owned()],
        }
    }

    /// Questions that can be asked instead, as far as the fault tells.
    fn questions(&self) -> Vec<&Question> {
        match self {
            Self::UnknownName {
                nearest: candidates, ..
            }
            | Self::Ambiguous { candidates, .. } => {
                let asked = candidates.iter().map(|candidate| candidate.question.as_ref());
                asked.flatten().collect()
            }
            Self::NotInSeason { instead, .. }
            | Self::NotRunYet { instead, .. }
            | Self::AcrossClasses { instead, .. }
            | Self::NotInTable { instead, .. }
            | Self::NoSuchPlace { instead, .. }
            | Self::NoPointsYet { instead, .. }
            | Self::NotLimited { instead, .. }
            | Self::NobodyDrives { instead, .. }
            | Self::NoSuchSession { instead, .. }
            | Self::NoSuchSeason { instead, .. }
            | Self::Unsupposable { instead, .. }
            | Self::Unread { nearest: instead, .. }
            | Self::Close { readings: instead } => instead.iter().collect(),
            _ => Vec::new(),
        }
    }
}
