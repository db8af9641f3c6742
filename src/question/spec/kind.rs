//! Kinds of question.

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
}
