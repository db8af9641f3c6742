//! Shortening of a question's command line to a number of characters, such as that of a button's id.

use super::Question;
use crate::dataset::Catalogue;
use crate::domain::Asker;

/// A question's command line in at most `most` characters; `None` if it cannot be said so briefly.
///
/// Names of options go, from the line's end on, wherever the value alone reads back as the same.
pub fn shorten(question: &Question, most: usize, catalogue: &Catalogue, asker: &Asker) -> Option<String> {
    let fits = |line: &str| line.chars().count() <= most;
    let mut line = question.line();
    for option in question.spec().options.iter().rev() {
        if fits(&line) {
            break;
        }
        let shorter = line.replacen(&format!(" {}:", option.name), " ", 1);
        if Question::parse(&shorter, catalogue, asker).as_ref() == Ok(question) {
            line = shorter;
        }
    }
    fits(&line).then_some(line)
}
