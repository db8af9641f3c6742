//! Tags: the classes of meaning of words, phrases and names.

use serde::Deserialize;

use crate::domain::SessionKind;

/// The meaning of a word, a phrase or a name, in any language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[repr(u8)]
pub(super) enum Tag {
    // Forms of a question.
    When,
    Start,
    HowLong,
    Until,
    HowMany,
    HowFar,
    Who,
    Where,
    Polar,
    Any,
    Ever,
    Will,
    Can,
    If,
    // Tables.
    Table,
    Champ,
    Title,
    Clinch,
    Lead,
    Gap,
    Ahead,
    Behind,
    Between,
    Points,
    Place,
    Worth,
    Drop,
    Rules,
    Eligible,
    Close,
    Biggest,
    Lose,
    Take,
    Stay,
    Need,
    Explain,
    Versus,
    // Sessions and their results.
    Win,
    Sweep,
    Both,
    Result,
    Podium,
    Top,
    Pole,
    Fastest,
    Margin,
    Schedule,
    Calendar,
    Practice,
    Quali,
    Race,
    Sprint,
    Session,
    Next,
    Last,
    Now,
    This,
    Here,
    Weekend,
    Round,
    Season,
    After,
    Before,
    Since,
    Remaining,
    Halfway,
    Together,
    // Subjects and places.
    Team,
    Driver,
    Drive,
    Car,
    Model,
    Rookie,
    Group,
    Mate,
    Most,
    From,
    Women,
    Entry,
    Track,
    Turn,
    Record,
    Preview,
    Series,
    // The bot itself.
    Help,
    Source,
    Courtesy,
    Remind,
    Feed,
    Spoiler,
    Seen,
    That,
    And,
    // Topics that no pack holds.
    Weather,
    Ticket,
    Broadcast,
    Predict,
    Opinion,
    Machine,
    OtherSeries,
    // Names and values.
    ADriver,
    TwoDrivers,
    ATeam,
    ATrack,
    AClass,
    APlace,
    TwoPlaces,
    ASession,
    ADay,
    ASeason,
    ARound,
    AZone,
    ACar,
    ASeries,
    Number,
}

/// A set of tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Tags(u128);

impl Tags {
    /// One tag alone.
    pub(super) const fn one(tag: Tag) -> Self {
        Self(1 << tag as u8)
    }

    /// All of these.
    pub(super) fn all(tags: &[Tag]) -> Self {
        tags.iter().fold(Self::default(), |all, tag| all.with(*tag))
    }

    /// These and one more.
    #[must_use]
    pub(super) const fn with(self, tag: Tag) -> Self {
        Self(self.0 | 1 << tag as u8)
    }

    /// These but one.
    #[must_use]
    pub(super) const fn without(self, tag: Tag) -> Self {
        Self(self.0 & !(1 << tag as u8))
    }

    /// These and those.
    #[must_use]
    pub(super) const fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// True if a tag is in the set.
    pub(super) const fn has(self, tag: Tag) -> bool {
        self.0 & (1 << tag as u8) != 0
    }

    /// True if any of these tags is in the set.
    pub(super) fn any(self, tags: &[Tag]) -> bool {
        self.0 & Self::all(tags).0 != 0
    }

    /// True if the set is empty.
    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// The kind of session of a set of tags.
pub(super) fn kind_of(tags: Tags) -> Option<SessionKind> {
    [
        (Tag::Practice, SessionKind::Practice),
        (Tag::Quali, SessionKind::Qualifying),
        (Tag::Sprint, SessionKind::Sprint),
        (Tag::Race, SessionKind::Race),
    ]
    .into_iter()
    .find(|(tag, _)| tags.has(*tag))
    .map(|(_, kind)| kind)
}

/// The tag of a kind of session.
pub(super) fn tag_of(kind: SessionKind) -> Tag {
    match kind {
        SessionKind::Practice | SessionKind::Test => Tag::Practice,
        SessionKind::Qualifying => Tag::Quali,
        SessionKind::Race | SessionKind::Sprint => Tag::Race,
    }
}
