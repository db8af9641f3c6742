//! `help`: the questions with their options and examples.

use super::request::Request;
use super::{Misunderstanding, Spec, specs};
use crate::answer::{Answer, Body, OptionHelp, QuestionHelp};

pub(super) fn answer(request: Request<'_>) -> Result<Answer, Misunderstanding> {
    let series = request.series()?;
    let asked: Vec<&'static Spec> = match request.options.question {
        Some(kind) => vec![kind.spec()],
        None => specs().collect(),
    };
    Ok(Answer::new(
        request.frame(series, None),
        Body::Help(asked.into_iter().map(asking).collect()),
    ))
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
                name: one.name.as_str(),
                summary: one.summary,
            })
            .collect(),
        examples: spec.examples.to_vec(),
    }
}
