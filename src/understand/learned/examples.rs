//! Examples: questions as people write them, each with the measure it asks for.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};
use thiserror::Error;

use super::model::model;
use crate::understand::lexicon;

/// A question with the measure it asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The measure: `gap`.
    pub measure: String,
    /// The question as somebody wrote it.
    pub text: String,
}

/// A fault of an example file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TrainingError {
    /// A line that is no measure and text.
    #[error("line {0}: write a measure, a tab and a question")]
    Line(usize),
}

/// One example of so many is kept apart for the evaluation.
const APART: u64 = 5;

impl Example {
    /// The examples of a file, one a line: a measure, a tab, a question.
    ///
    /// # Errors
    /// If a line has another form.
    pub fn read(text: &str) -> Result<Vec<Self>, TrainingError> {
        let filled = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let read = filled.map(|(at, line)| {
            let (measure, text) = line.split_once('\t').ok_or(TrainingError::Line(at + 1))?;
            Ok(Self {
                measure: measure.trim().to_owned(),
                text: text.trim().to_owned(),
            })
        });
        read.collect()
    }

    /// True if the example is kept apart for the evaluation: by its text alone, so that others change nothing (FNV-1a).
    pub(super) fn is_apart(&self) -> bool {
        let hash = self.text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        hash % APART == 0
    }
}

/// True if the model in force was made from these examples and the lexicon in force.
pub fn is_current(examples: &[Example]) -> bool {
    model().digest == digest(examples)
}

/// Digest of the examples and the lexicon.
pub(super) fn digest(examples: &[Example]) -> String {
    let mut digest = Sha256::new();
    digest.update(lexicon::TEXT);
    for example in examples {
        digest.update(&example.measure);
        digest.update("\t");
        digest.update(&example.text);
        digest.update("\n");
    }
    let digest = digest.finalize();
    digest.iter().take(8).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
