//! Help in words.

/// The title over all questions.
pub const TITLE: &str = "What you can ask";
/// How names work, in a line.
pub const NAMES: &str = "Names forgive accents, case, nicknames, car numbers and one slip. Options are all optional: \
                         what you leave out is taken from the moment.";
/// What stands over the options of a question.
pub const OPTIONS: &str = "Options";
/// What stands over its examples.
pub const EXAMPLES: &str = "Examples";
