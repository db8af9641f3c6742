//! `help`: what can be asked, and how.

use serde::Serialize;

use super::args::Args;
use super::{Ask, Misunderstanding, Opt, Question, Spec, Takes, defaults, spec_named, specs};
use crate::answer::{Answer, Body, Frame, OptionHelp, QuestionHelp};
use crate::dataset::Catalogue;
use crate::domain::Asker;

pub(super) const SPEC: Spec = Spec {
    name: "help",
    summary: "What you can ask, with examples",
    options: &[Opt {
        name: "question",
        takes: Takes::Question,
        summary: "the question to explain; all if left out",
    }],
    examples: &["help", "help standings", "help gap"],
};

/// How to ask.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Help {
    /// About which question; about all if absent.
    pub question: Option<&'static str>,
}

impl Help {
    pub(super) fn read(args: &Args) -> Result<Question, Misunderstanding> {
        Ok(Question::Help(Self {
            question: args.question("question"),
        }))
    }
}

impl Ask for Help {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn options(&self) -> Vec<(&'static str, String)> {
        self.question
            .map(|question| ("question", question.to_owned()))
            .into_iter()
            .collect()
    }

    fn answer(&self, catalogue: &Catalogue, asker: &Asker) -> Result<Answer, Misunderstanding> {
        let series = defaults::series(None, catalogue, asker, SPEC.name)?;
        let frame = Frame::of(catalogue, series, None, asker);
        let asked: Vec<&'static Spec> = match self.question.and_then(spec_named) {
            Some(spec) => vec![spec],
            None => specs().collect(),
        };
        Ok(Answer {
            frame,
            body: Body::Help(asked.into_iter().map(asking).collect()),
        })
    }
}

/// A question's declaration as an answer tells it.
fn asking(spec: &'static Spec) -> QuestionHelp {
    QuestionHelp {
        name: spec.name,
        summary: spec.summary,
        options: spec
            .options
            .iter()
            .map(|one| OptionHelp {
                name: one.name,
                summary: one.summary,
            })
            .collect(),
        examples: spec.examples.to_vec(),
    }
}
