//! A question in few characters, where room is scarce.

use super::Question;
use crate::dataset::Catalogue;
use crate::domain::Asker;

/// A question's command line in at most `most` characters; `None` if it cannot be said so briefly.
///
/// Where the line is longer, the names of options go, from its end on, wherever the value alone reads back as the same.
pub fn shorten(line: String, most: usize, catalogue: &Catalogue, asker: &Asker) -> Option<String> {
    let fits = |line: &str| line.chars().count() <= most;
    if fits(&line) {
        return Some(line);
    }
    let question = Question::parse(&line, catalogue, asker).ok()?;
    let mut line = line;
    let names: Vec<&str> = question.spec().options.iter().rev().map(|option| option.name).collect();
    for name in names {
        let shorter = line.replacen(&format!(" {name}:"), " ", 1);
        if Question::parse(&shorter, catalogue, asker).as_ref() == Ok(&question) {
            line = shorter;
        }
        if fits(&line) {
            return Some(line);
        }
    }
    None
}
