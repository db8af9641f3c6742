//! Specs: declarations of questions and their options, used by the terminal, Discord, help and the tests.

use super::request::Request;
use super::{Misunderstanding, OptionName, QuestionKind};
use crate::answer::Answer;
use crate::lookup::NameKind;

/// A question's declaration.
#[derive(Debug)]
pub struct Spec {
    /// Its kind.
    pub kind: QuestionKind,
    /// Its name, which is the command: `standings`.
    pub name: &'static str,
    /// Summary of its answer, in at most 100 characters.
    pub summary: &'static str,
    /// Its options, in the order in which loose words fill them.
    pub options: &'static [Opt],
    /// Options of which one must be given; none needed if empty.
    pub required: &'static [OptionName],
    /// Command lines that show it, without the slash.
    pub examples: &'static [&'static str],
    /// True if an answer tells results, so that it can spoil a race for a reader who has not seen it.
    pub tells_results: bool,
    /// Answers it: a pure function.
    pub(super) answer: for<'a> fn(Request<'a>) -> Result<Answer, Misunderstanding>,
}

impl PartialEq for Spec {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

impl Eq for Spec {}

/// An option of a question.
#[derive(Debug, PartialEq, Eq)]
pub struct Opt {
    /// Its name: `weekend`.
    pub name: OptionName,
    /// The type of its value.
    pub takes: Takes,
    /// Summary of its purpose, in at most 100 characters.
    pub summary: &'static str,
}

/// Type of an option's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// One thing of a kind.
    One(NameKind),
    /// A driver, a team or a place such as `p3`.
    Rival,
    /// A round or a weekend.
    RoundOrWeekend,
    /// The name of a question.
    Question,
    /// A kind of session.
    SessionKind,
    /// Pieces of a result: `race-1 1:cooper 2:hartog pole:cooper`.
    Pieces,
    /// A scenario in short.
    Code,
    /// A day: a date, a weekday, `today`.
    Day,
    /// The clock of a place: an IANA zone or a city.
    Zone,
    /// The subject of a fact.
    Subject,
    /// Words as they are.
    Text,
}

impl Takes {
    /// The kinds of name it takes.
    pub fn kinds(self) -> &'static [NameKind] {
        match self {
            Self::One(NameKind::Series) => &[NameKind::Series],
            Self::One(NameKind::Season) => &[NameKind::Season],
            Self::One(NameKind::Weekend) => &[NameKind::Weekend],
            Self::One(NameKind::Track) => &[NameKind::Track],
            Self::One(NameKind::Session) => &[NameKind::Session],
            Self::One(NameKind::Round) => &[NameKind::Round],
            Self::One(NameKind::Class) => &[NameKind::Class],
            Self::One(NameKind::Championship) => &[NameKind::Championship],
            Self::One(NameKind::Driver) => &[NameKind::Driver],
            Self::One(NameKind::Team) => &[NameKind::Team],
            Self::Rival => &[NameKind::Driver, NameKind::Team],
            Self::Pieces => &[NameKind::Driver],
            Self::RoundOrWeekend => &[NameKind::Round, NameKind::Weekend],
            Self::Question | Self::SessionKind | Self::Day | Self::Zone | Self::Subject | Self::Text | Self::Code => {
                &[]
            }
        }
    }
}

impl Takes {
    /// True if it takes any text as it is, which is parsed when the question is answered.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Pieces | Self::Code)
    }
}

impl Spec {
    /// The option of this name.
    pub fn option(&self, name: &str) -> Option<&'static Opt> {
        self.options.iter().find(|option| option.name.as_str() == name)
    }

    /// The misunderstanding that an option was left out which is needed.
    pub(super) fn missing(&self) -> Misunderstanding {
        let option = self.required.first().map_or("", |name| name.as_str());
        Misunderstanding::Missing {
            question: self.name,
            // Of `results` one suffices.
            option: option.trim_end_matches('s'),
            example: self.examples.first().copied().unwrap_or(self.name),
        }
    }
}

/// `series:`, which every question about a series takes.
pub(super) const SERIES: Opt = Opt {
    name: OptionName::Series,
    takes: Takes::One(NameKind::Series),
    summary: "the series; the usual one if left out",
};

/// `season:`
pub(super) const SEASON: Opt = Opt {
    name: OptionName::Season,
    takes: Takes::One(NameKind::Season),
    summary: "the season; the current or latest if left out",
};

/// `weekend:`
pub(super) const WEEKEND: Opt = Opt {
    name: OptionName::Weekend,
    takes: Takes::One(NameKind::Weekend),
    summary: "the weekend, by track or town; the running, next or last one if left out",
};

/// `class:`
pub(super) const CLASS: Opt = Opt {
    name: OptionName::Class,
    takes: Takes::One(NameKind::Class),
    summary: "the class; all of them if left out",
};

/// `session:`
pub(super) const SESSION: Opt = Opt {
    name: OptionName::Session,
    takes: Takes::One(NameKind::Session),
    summary: "the session, such as race-1; all of the weekend if left out",
};

/// `kind:`
pub(super) const KIND: Opt = Opt {
    name: OptionName::Kind,
    takes: Takes::SessionKind,
    summary: "the kind of session: practice, qualifying or race; any if left out",
};

/// `championship:`
pub(super) const CHAMPIONSHIP: Opt = Opt {
    name: OptionName::Championship,
    takes: Takes::One(NameKind::Championship),
    summary: "the championship; all of them if left out",
};

/// `after:`
pub(super) const AFTER: Opt = Opt {
    name: OptionName::After,
    takes: Takes::RoundOrWeekend,
    summary: "the table as it stood after this round or weekend",
};

/// `day:`
pub(super) const DAY: Opt = Opt {
    name: OptionName::Day,
    takes: Takes::Day,
    summary: "the day: today, saturday, 2024-06-21; all of the weekend if left out",
};

/// `zone:`
pub(super) const ZONE: Opt = Opt {
    name: OptionName::Zone,
    takes: Takes::Zone,
    summary: "another clock to tell the times by, such as london",
};
