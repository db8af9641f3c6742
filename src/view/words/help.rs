//! Help in words.

/// The title of the overview.
pub const TITLE: &str = "What you can ask";
/// A line on how names work.
pub const NAMES: &str = "Names forgive accents, case, nicknames, car numbers and one slip. Options are all optional: \
                         what you leave out is taken from the moment.";
/// The heading over the options of a question.
pub const OPTIONS: &str = "Options";
/// The heading over its examples.
pub const EXAMPLES: &str = "Examples";
