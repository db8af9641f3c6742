//! The learned part of reading: which measure a question asks for.
//!
//! A linear model over the words and tags of a question gives each measure a probability. It is made from the example
//! questions in `examples/` by `raceweek learn --write` and kept in `model.tsv`; names, numbers, dates and zones are never
//! learned.

mod examples;
mod features;
mod model;
mod training;

pub use examples::{Example, TrainingError, is_current};
pub(super) use features::features;
pub(super) use model::model;
pub(super) use training::trained;
