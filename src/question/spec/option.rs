//! Options as questions declare them: their names, the types of their values, and those that many questions share.

use std::fmt;

use crate::lookup::NameKind;

/// Names of options.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OptionName {
    /// `series:`
    Series,
    /// `season:`
    Season,
    /// `weekend:`
    Weekend,
    /// `session:`
    Session,
    /// `kind:`
    Kind,
    /// `day:`
    Day,
    /// `zone:`
    Zone,
    /// `class:`
    Class,
    /// `championship:`
    Championship,
    /// `after:`
    After,
    /// `before:`
    Before,
    /// `since:`
    Since,
    /// `as-of:`
    AsOf,
    /// `driver:`, where that is a driver.
    Driver,
    /// `driver:`, where that is anything that a table ranks.
    Rival,
    /// `to:`
    To,
    /// `team:`
    Team,
    /// `track:`
    Track,
    /// `results:`
    Results,
    /// `code:`
    Code,
    /// `about:`
    About,
    /// `words:`
    Words,
    /// `question:`
    Question,
}

impl OptionName {
    /// The name as it is typed, without the colon.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Series => "series",
            Self::Season => "season",
            Self::Weekend => "weekend",
            Self::Session => "session",
            Self::Kind => "kind",
            Self::Day => "day",
            Self::Zone => "zone",
            Self::Class => "class",
            Self::Championship => "championship",
            Self::After => "after",
            Self::Before => "before",
            Self::Since => "since",
            Self::AsOf => "as-of",
            Self::Driver | Self::Rival => "driver",
            Self::To => "to",
            Self::Team => "team",
            Self::Track => "track",
            Self::Results => "results",
            Self::Code => "code",
            Self::About => "about",
            Self::Words => "words",
            Self::Question => "question",
        }
    }
}

impl fmt::Display for OptionName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

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

impl Opt {
    /// True if words without a name may fill it; a limit of a count is always named, as it would change the answer.
    pub fn fills_loosely(&self) -> bool {
        !self.takes.is_text() && !matches!(self.name, OptionName::Before | OptionName::Since)
    }
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
    /// A date that has come: `2026-07-01`, `1 july`, `yesterday`.
    PastDate,
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
            Self::Question
            | Self::SessionKind
            | Self::Day
            | Self::PastDate
            | Self::Zone
            | Self::Subject
            | Self::Text
            | Self::Code => &[],
        }
    }
}

impl Takes {
    /// True if it takes any text as it is, which is parsed when the question is answered.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Pieces | Self::Code)
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

/// `as-of:`, which every question takes whose answer changes with what is known.
pub(super) const AS_OF: Opt = Opt {
    name: OptionName::AsOf,
    takes: Takes::PastDate,
    summary: "a day that has come, such as 2026-07-01: the answer as it was known at its end",
};
