//! Answering: each kind of question with the function that answers it.

use super::request::Request;
use super::{
    Misunderstanding, Question, QuestionKind, about, driver, entries, explain, fact, gap, help, lead, leaders, next,
    points, preview, results, schedule, standings, team, title, track, whatif, winners,
};
use crate::answer::Answer;
use crate::dataset::Catalogue;
use crate::domain::Asker;

impl Question {
    /// The answer, from what is known at the asker's moment: no clock, no network, no disk.
    ///
    /// # Errors
    /// Why there is none, with what could be asked instead.
    pub fn answer(&self, catalogue: &Catalogue, asker: &Asker) -> Result<Answer, Misunderstanding> {
        let answer = match self.kind {
            QuestionKind::Schedule => schedule::answer,
            QuestionKind::Next => next::answer,
            QuestionKind::Results => results::answer,
            QuestionKind::Winners => winners::answer,
            QuestionKind::Standings => standings::answer,
            QuestionKind::Leaders => leaders::answer,
            QuestionKind::Gap => gap::answer,
            QuestionKind::Explain => explain::answer,
            QuestionKind::Title => title::answer,
            QuestionKind::Lead => lead::answer,
            QuestionKind::WhatIf => whatif::answer,
            QuestionKind::Points => points::answer,
            QuestionKind::Driver => driver::answer,
            QuestionKind::Team => team::answer,
            QuestionKind::Track => track::answer,
            QuestionKind::Entries => entries::answer,
            QuestionKind::Fact => fact::answer,
            QuestionKind::Preview => preview::answer,
            QuestionKind::About => about::answer,
            QuestionKind::Help => help::answer,
        };
        answer(Request::new(self, catalogue, asker))
    }
}
