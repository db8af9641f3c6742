//! Answering: each kind of question with the function that answers it, and what was last known beside its answer.

use super::request::Request;
use super::{
    Misunderstanding, Question, QuestionKind, about, driver, entries, explain, fact, gap, help, last_known, lead,
    leaders, next, points, preview, results, schedule, standings, team, title, track, whatif, winners,
};
use crate::answer::Answer;
use crate::dataset::Catalogue;
use crate::domain::Asker;

impl Question {
    /// The answer, from what is known at the asker's moment, or at the end of the day as of which it is asked: no clock, no
    /// network, no disk.
    ///
    /// # Errors
    /// Why there is none, with what could be asked instead.
    pub fn answer(&self, catalogue: &Catalogue, asker: &Asker) -> Result<Answer, Misunderstanding> {
        self.answer_at(catalogue, &self.asker_then(catalogue, asker)?)
    }

    /// The answer from what is known at the asker's moment, whatever day it is asked as of.
    ///
    /// # Errors
    /// Why there is none, with what could be asked instead.
    pub fn answer_at(&self, catalogue: &Catalogue, asker: &Asker) -> Result<Answer, Misunderstanding> {
        let direct = |question: &Self| direct_answer(question, catalogue, asker);
        let mut answer = direct(self).map_err(|why| answerable(self, why, direct))?;
        answer.last_known = last_known::last_known(self, &answer, catalogue, asker, &direct);
        for known in &answer.last_known {
            let cited = &answer.frame.sources;
            let new = known.frame.sources.iter().filter(|one| !cited.contains(one));
            let new: Vec<_> = new.cloned().collect();
            answer.frame.sources.extend(new);
        }
        Ok(answer)
    }
}

/// The answer about the season or weekend that is meant, whatever is held of it.
fn direct_answer(question: &Question, catalogue: &Catalogue, asker: &Asker) -> Result<Answer, Misunderstanding> {
    let answer = match question.kind {
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
    answer(Request::new(question, catalogue, asker))
}

/// The misunderstanding without those questions about other seasons that have no answer either.
fn answerable(
    question: &Question,
    mut why: Misunderstanding,
    direct: impl Fn(&Question) -> Result<Answer, Misunderstanding>,
) -> Misunderstanding {
    if let Misunderstanding::NotInSeason { seasons, instead, .. } = &mut why {
        let there = seasons.iter().map(|season| question.clone().season(season.clone()));
        let unanswered: Vec<Question> = there.filter(|question| direct(question).is_err()).collect();
        instead.retain(|one| !unanswered.contains(one));
    }
    why
}
