//! Misunderstanding: the reason why a question has no answer, and what can be asked instead; a value, not an error.

use serde::Serialize;

use super::spec::Spec;
use super::whatif::Unsupposable;
use crate::domain::{Points, SeasonId, Slug};
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
        /// The question in each of those seasons, as command lines.
        instead: Vec<String>,
    },
    /// The round has not been run at the moment the answer speaks of.
    NotRunYet {
        /// The round's label or the weekend's name.
        what: String,
        /// The label of the last round that has been run.
        last: Option<Slug>,
        /// The table as it is now, as a command line.
        instead: Vec<String>,
    },
    /// Two competitors are ranked in no common championship.
    AcrossClasses {
        /// One, with its championship.
        one: (String, String),
        /// The other, with its own.
        other: (String, String),
        /// The gaps of each in its own, as command lines.
        instead: Vec<String>,
    },
    /// A competitor is in no table at that moment.
    NotInTable {
        /// The competitor's name.
        name: String,
        /// The championship's name, if it belongs to one.
        championship: Option<String>,
        /// The most points it can have: as many as the last row of an incomplete table.
        at_most: Option<Points>,
        /// Questions that can be asked instead, as command lines.
        instead: Vec<String>,
    },
    /// No published or computed row has that place.
    NoSuchPlace {
        /// The place.
        place: u16,
        /// The championship's name.
        championship: String,
        /// Number of rows of the table.
        rows: usize,
        /// The table, as a command line.
        instead: Vec<String>,
    },
    /// Something cannot be supposed.
    Unsupposable {
        /// Why.
        #[serde(flatten)]
        fault: Box<Unsupposable>,
        /// Questions that can be asked instead, as command lines.
        instead: Vec<String>,
    },
    /// The packs have no such season of a series.
    NoSuchSeason {
        /// The series' name.
        series: String,
        /// The season.
        season: String,
        /// The seasons that they have.
        seasons: Vec<SeasonId>,
        /// Those, as command lines.
        instead: Vec<String>,
    },
    /// The weekend has no such session.
    NoSuchSession {
        /// The weekend's name.
        weekend: String,
        /// The names of its sessions.
        sessions: Vec<String>,
        /// The timetable, as a command line.
        instead: Vec<String>,
    },
    /// Somebody's own words are no question that is known.
    Unread {
        /// The words that nobody knows.
        unknown: Vec<String>,
        /// The nearest questions, as command lines.
        nearest: Vec<String>,
    },
    /// Somebody's own words can be read in several ways.
    Close {
        /// The readings, as command lines.
        readings: Vec<String>,
    },
    /// The words refer to a question before, and there was none.
    NoContext {
        /// Questions that may be meant, as command lines.
        instead: Vec<String>,
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
    /// The question with it, as a command line, where it is certain which option takes it.
    pub line: Option<String>,
}

impl Candidate {
    /// The candidate for a name.
    pub(crate) fn of(named: &Named) -> Self {
        Self {
            kind: named.kind,
            id: named.id.clone(),
            label: named.label.clone(),
            line: None,
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
        let lines = match self {
            Self::UnknownQuestion { nearest, .. } => nearest.iter().map(|name| (*name).to_owned()).collect(),
            Self::UnknownName {
                nearest: candidates, ..
            }
            | Self::Ambiguous { candidates, .. } => candidates
                .iter()
                .filter_map(|candidate| candidate.line.clone())
                .collect(),
            Self::Missing { example, .. } => vec![(*example).to_owned()],
            Self::UnknownOption { question, .. } => vec![format!("help {question}")],
            Self::NotInSeason { instead, .. }
            | Self::NotRunYet { instead, .. }
            | Self::AcrossClasses { instead, .. }
            | Self::NotInTable { instead, .. }
            | Self::NoSuchPlace { instead, .. }
            | Self::NoSuchSession { instead, .. }
            | Self::NoSuchSeason { instead, .. }
            | Self::NoContext { instead } => instead.clone(),
            Self::Unread { nearest, .. } => nearest.clone(),
            Self::Close { readings } => readings.clone(),
            Self::Unsupposable { instead, .. } if instead.is_empty() => vec!["help whatif".to_owned()],
            Self::Unsupposable { instead, .. } => instead.clone(),
            Self::NothingKnown { .. } => vec!["about".to_owned()],
            Self::Empty | Self::TooLong => Vec::new(),
        };
        match self {
            _ if !lines.is_empty() => lines,
            Self::UnknownName { question, .. } => vec![format!("help {question}")],
            _ => vec!["help".to_owned()],
        }
    }
}
