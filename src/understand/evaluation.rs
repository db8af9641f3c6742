//! Evaluation: a model made from examples, and how well it reads those it has not seen.

use super::learned::{Example, trained};
use super::measures::readings;
use super::parse::Parse;
use crate::dataset::Catalogue;
use crate::domain::Asker;

/// The reading of examples that were kept apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Evaluation {
    /// Examples kept apart.
    pub apart: usize,
    /// Those whose likeliest measure is right.
    pub measure_first: usize,
    /// Those whose measure is among the three likeliest.
    pub measure_among_three: usize,
    /// Those whose likeliest question is that of the right measure: several measures can have one answer.
    pub question_first: usize,
    /// Those whose question is among the three likeliest.
    pub question_among_three: usize,
}

/// The file of the model that the examples make, and the evaluation of one that was made without a fifth of them.
pub fn train(examples: &[Example], catalogue: &Catalogue, asker: &Asker) -> (String, Evaluation) {
    let (file, judged) = trained(examples, catalogue, asker);
    let mut evaluation = Evaluation::default();
    for one in judged {
        let right = one.example.measure.as_str();
        let at = one.likely.iter().position(|(name, _)| *name == right);
        evaluation.apart += 1;
        evaluation.measure_first += usize::from(at == Some(0));
        evaluation.measure_among_three += usize::from(at.is_some_and(|at| at < 3));
        let Some(parse) = Parse::of(&one.example.text, catalogue, asker) else {
            continue;
        };
        let readings = readings(&parse, &one.likely, 0.0);
        let at = readings
            .iter()
            .position(|reading| reading.measures().any(|name| name == right));
        evaluation.question_first += usize::from(at == Some(0));
        evaluation.question_among_three += usize::from(at.is_some_and(|at| at < 3));
    }
    (file, evaluation)
}
