//! Answering: a text or a line of questions becomes one document with typed answers.
//!
//! No answer tells results after the moment up to which the asker has seen the racing.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::answer::Answer;
use crate::dataset::Catalogue;
use crate::domain::Asker;
use crate::question::{Misunderstanding, Question, shorten};
use crate::understand::{BotCommand, Intent, OutOfScope, Reading, SpoilerHorizon, understand};
use crate::view::{self, View};

/// Separator of the questions in one line.
const AND: &str = " + ";

/// Outcome of a text that was understood.
#[derive(Debug)]
pub enum TextOutcome {
    /// Questions, answered.
    Answered(Box<Answered>),
    /// A command, for a front end with a store.
    Command(BotCommand),
    /// A note of what the asker has seen, for a front end with a store.
    Seen(SpoilerHorizon),
}

/// The reason why a text has no answer.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Unanswered {
    /// It was not understood, or cannot be answered as it stands.
    Misunderstood(Misunderstanding),
    /// It was understood, and is not covered.
    OutOfScope(OutOfScope),
}

/// Questions, answered.
#[derive(Debug, Clone)]
pub struct Answered {
    /// The questions with their answers, in the order in which they were asked; never empty.
    pub answers: Vec<(Question, Answer)>,
    /// The document of all answers.
    pub view: View,
    /// True if results were left out that the asker has not seen.
    pub is_held_back: bool,
    /// True if the reading of the text may be another than was meant.
    is_assumed: bool,
    /// The question that asks the same again, if a shorter one does.
    again: Option<Question>,
}

/// Reads a text and answers the questions in it. `last` is the asker's last question in the same conversation, `seen` the
/// moment up to which the asker has seen the racing, if not all of it.
///
/// # Errors
/// If the text is not understood, is out of scope, or asks what cannot be answered.
pub fn answer_text(
    text: &str,
    last: Option<&Question>,
    catalogue: &Catalogue,
    asker: &Asker,
    seen: Option<DateTime<Utc>>,
) -> Result<TextOutcome, Unanswered> {
    answer_text_by(text, last, catalogue, asker, |reading| {
        answer(reading, catalogue, asker, seen)
    })
}

/// Reads a text and answers the questions in it by `answer`.
pub(super) fn answer_text_by(
    text: &str,
    last: Option<&Question>,
    catalogue: &Catalogue,
    asker: &Asker,
    answer: impl FnOnce(Reading) -> Result<Answered, Misunderstanding>,
) -> Result<TextOutcome, Unanswered> {
    let intent = understand(text, last, catalogue, asker).map_err(Unanswered::Misunderstood)?;
    match intent {
        Intent::Questions(reading) => answer(reading)
            .map(|answered| TextOutcome::Answered(Box::new(answered)))
            .map_err(Unanswered::Misunderstood),
        Intent::Command(command) => Ok(TextOutcome::Command(command)),
        Intent::Seen(horizon) => Ok(TextOutcome::Seen(horizon)),
        Intent::OutOfScope(topic) => Err(Unanswered::OutOfScope(topic)),
    }
}

/// Answers questions as the asker may see them; see [`answer_text`] for `seen`.
///
/// # Errors
/// If one of them cannot be answered.
pub fn answer(
    reading: Reading,
    catalogue: &Catalogue,
    asker: &Asker,
    seen: Option<DateTime<Utc>>,
) -> Result<Answered, Misunderstanding> {
    let (hidden, assumed) = (reading.hidden, reading.assumed || reading.questions.len() > 1);
    let mut is_held_back = false;
    let mut answers = Vec::new();
    let mut views = Vec::new();
    for question in reading.questions {
        let mut then = question.asker_then(catalogue, asker)?;
        let horizon = seen.filter(|seen| *seen < then.now && question.tells_results());
        then.now = horizon.unwrap_or(then.now);
        let answer = question.answer_at(catalogue, &then)?;
        is_held_back |= horizon.is_some();
        views.push(view::view(&question, &answer));
        answers.push((question, answer));
    }
    let again = match views.as_slice() {
        [view] => view.again.clone(),
        _ => None,
    };
    let mut view = view::together(views);
    view.hidden = hidden;
    view.remark_first(view::words::reading::left_out(&reading.left_out));
    Ok(Answered {
        answers,
        view,
        is_held_back,
        is_assumed: assumed || !reading.left_out.is_empty(),
        again,
    })
}

impl Unanswered {
    /// The document that says why there is no answer.
    pub fn view(&self) -> View {
        match self {
            Self::Misunderstood(why) => view::misunderstood(why),
            Self::OutOfScope(topic) => view::out_of_scope(topic),
        }
    }
}

impl Answered {
    /// The questions.
    pub fn questions(&self) -> impl ExactSizeIterator<Item = &Question> {
        self.answers.iter().map(|(question, _)| question)
    }

    /// Adds a line to the document that says how free text was read, where it may have been meant otherwise.
    pub fn add_reading(&mut self, catalogue: &Catalogue) {
        if !self.is_assumed {
            return;
        }
        let questions: Vec<&Question> = self.questions().collect();
        let read_as = view::read_as(&questions, catalogue);
        self.view.footer.insert(0, read_as);
    }

    /// The questions as one line of at most `limit` characters, which [`read_line`] reads.
    pub fn line(&mut self, limit: usize, catalogue: &Catalogue, asker: &Asker) -> Option<String> {
        if let Some(again) = self.again.take() {
            return shorten(&again, limit - AND.len(), catalogue, asker);
        }
        let share = (limit / self.answers.len().max(1)).saturating_sub(AND.len());
        let lines: Option<Vec<String>> = self
            .questions()
            .map(|question| shorten(question, share, catalogue, asker))
            .collect();
        lines.map(|lines| lines.join(AND))
    }
}

/// Reads the questions of a line.
///
/// # Errors
/// If one of them is not understood.
pub fn read_line(line: &str, catalogue: &Catalogue, asker: &Asker) -> Result<Reading, Misunderstanding> {
    let questions = line.split(AND).map(|line| Question::parse(line, catalogue, asker));
    Ok(Reading::of(questions.collect::<Result<_, _>>()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Folder, load};

    /// The answers to a text on the Thursday before Watkins Glen 2024.
    fn outcome(text: &str, seen: Option<&str>) -> (Answered, Catalogue, Asker) {
        let (catalogue, _) = load(Folder::embedded()).unwrap();
        let asker = Asker {
            now: "2024-06-20T12:00:00Z".parse().unwrap(),
            zone: None,
            reference: None,
            series: "pccna".parse().unwrap(),
            rehearsal: false,
        };
        let seen = seen.map(|seen| seen.parse().unwrap());
        let outcome = answer_text(text, None, &catalogue, &asker, seen);
        let Ok(TextOutcome::Answered(answered)) = outcome else {
            panic!("'{text}' is a question: {outcome:?}");
        };
        (*answered, catalogue, asker)
    }

    #[test]
    fn questions_that_were_asked_at_once_fit_into_one_line() {
        let (mut answered, catalogue, asker) = outcome("standings pro and masters", None);
        assert_eq!(answered.answers.len(), 2);
        let questions: Vec<Question> = answered.questions().cloned().collect();
        let line = answered.line(94, &catalogue, &asker).unwrap();
        let read = read_line(&line, &catalogue, &asker).unwrap();
        assert_eq!(read.questions, questions, "{line}");
    }

    #[test]
    fn results_that_the_asker_has_not_seen_are_left_out() {
        let text = "standings pro";
        assert!(!outcome(text, None).0.is_held_back);
        assert!(outcome(text, Some("2024-05-01T00:00:00Z")).0.is_held_back);
        let schedule = outcome("schedule", Some("2024-05-01T00:00:00Z")).0;
        assert!(!schedule.is_held_back, "a timetable tells no results");
    }
}
