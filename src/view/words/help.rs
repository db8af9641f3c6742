//! Help in words.

use crate::command::Parameter;

/// The title of the overview.
pub const TITLE: &str = "What you can ask";
/// A line on how names work.
pub const NAMES: &str = "Names forgive accents, case, nicknames, car numbers and one slip. Options are all optional: \
                         what you leave out is taken from the moment.";
/// The heading over the options of a question.
pub const OPTIONS: &str = "Options";
/// The heading over its examples.
pub const EXAMPLES: &str = "Examples";
/// The text before the examples of a command.
pub const FOR_EXAMPLE: &str = "For example";

/// ` what: [before:] – Set a reminder`: options, of which those in brackets may be left out, and a summary.
pub fn usage(options: &[Parameter], summary: Option<&str>) -> String {
    let option = |one: &Parameter| {
        if one.required {
            format!(" {}:", one.name)
        } else {
            format!(" [{}:]", one.name)
        }
    };
    let options: String = options.iter().map(option).collect();
    summary.map_or_else(|| options.clone(), |summary| format!("{options} – {summary}"))
}
