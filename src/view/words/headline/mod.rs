//! Headlines: the sentence at the top of an answer, which says just what was asked.

mod clock;
pub mod field;
pub mod gaps;
pub mod lead;
mod needs;
pub mod outlook;
pub mod people;
pub mod places;
pub mod progress;
pub mod results;
pub mod rules;
pub mod supposed;
pub mod table_places;
pub mod tables;
pub mod times;
pub mod worth;

/// A verdict and its reason: `Yes: Hartog leads Pro with 110 points.`
fn verdict(yes: bool, reason: &str) -> String {
    format!("{}: {reason}", if yes { "Yes" } else { "No" })
}

/// Maximum number of letters of a headline that can be said in fewer words.
const MOST_LETTERS: usize = 120;

/// The first of some texts that is short enough, the fullest first; else the last.
fn fitting(texts: &[String]) -> String {
    let fits = |text: &&String| text.chars().count() < MOST_LETTERS;
    texts.iter().find(fits).or(texts.last()).cloned().unwrap_or_default()
}
