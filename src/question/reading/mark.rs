//! What a word of a question can be a sign of.

/// A sign: what a word, a phrase or a name stands for, whatever language it is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Mark {
    // How it is asked.
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
    Remaining,
    Halfway,
    Together,
    // Who and where.
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
    // What no pack holds.
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

/// Several signs at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Marks(u128);

impl Marks {
    /// One sign alone.
    pub(super) const fn one(mark: Mark) -> Self {
        Self(1 << mark as u8)
    }

    /// All of these.
    pub(super) fn all(marks: &[Mark]) -> Self {
        marks.iter().fold(Self::default(), |all, mark| all.with(*mark))
    }

    /// These and one more.
    #[must_use]
    pub(super) const fn with(self, mark: Mark) -> Self {
        Self(self.0 | 1 << mark as u8)
    }

    /// These and those.
    #[must_use]
    pub(super) const fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Whether a sign is among them.
    pub(super) const fn has(self, mark: Mark) -> bool {
        self.0 & (1 << mark as u8) != 0
    }

    /// Whether any of these signs is among them.
    pub(super) fn any(self, marks: &[Mark]) -> bool {
        self.0 & Self::all(marks).0 != 0
    }

    /// Whether there is none.
    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl std::fmt::Display for Marks {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let of = super::lexicon::signs()
            .map(|(mark, _)| *mark)
            .filter(|mark| self.has(*mark));
        let names: Vec<String> = of.map(|mark| format!("{mark:?}")).collect();
        f.write_str(&names.join("+"))
    }
}
