//! Headlines: the sentence at the top of an answer, which says just what was asked.

pub mod outlook;
pub mod people;
pub mod places;
pub mod results;
pub mod rules;
pub mod supposed;
pub mod tables;
pub mod times;
pub mod worth;

/// A verdict and its reason: `Yes: Hartog leads Pro with 110 points.`
fn verdict(yes: bool, reason: &str) -> String {
    format!("{}: {reason}", if yes { "Yes" } else { "No" })
}
