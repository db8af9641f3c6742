//! Table of the declarations by kind and by name.

use super::{QuestionKind, Spec, bot, championships, people, weekends};

impl QuestionKind {
    /// Its declaration.
    pub fn spec(self) -> &'static Spec {
        match self {
            Self::Schedule => &weekends::SCHEDULE,
            Self::Next => &weekends::NEXT,
            Self::Results => &weekends::RESULTS,
            Self::Winners => &weekends::WINNERS,
            Self::Standings => &championships::STANDINGS,
            Self::Leaders => &championships::LEADERS,
            Self::Gap => &championships::GAP,
            Self::Explain => &championships::EXPLAIN,
            Self::Title => &championships::TITLE,
            Self::Lead => &championships::LEAD,
            Self::WhatIf => &championships::WHATIF,
            Self::Points => &championships::POINTS,
            Self::Driver => &people::DRIVER,
            Self::Team => &people::TEAM,
            Self::Track => &weekends::TRACK,
            Self::Entries => &weekends::ENTRIES,
            Self::Fact => &people::FACT,
            Self::Preview => &weekends::PREVIEW,
            Self::About => &bot::ABOUT,
            Self::Help => &bot::HELP,
        }
    }
}

/// The declarations of all questions.
pub fn specs() -> impl Iterator<Item = &'static Spec> {
    QuestionKind::ALL.into_iter().map(QuestionKind::spec)
}

/// The declaration of the question with this name.
pub fn spec_named(name: &str) -> Option<&'static Spec> {
    specs().find(|spec| spec.name == name)
}
