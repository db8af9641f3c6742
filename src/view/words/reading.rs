//! Readings of free text in words.

use crate::dataset::Catalogue;
use crate::question::{OptionName, Question};

/// The heading over the steps of a reading.
pub const STEPS: &str = "How that is read";
/// The heading over the names.
pub const NAMES: &str = "Names";
/// The heading over the candidates.
pub const READINGS: &str = "Readings";
/// The heading over the outcome.
pub const OUTCOME: &str = "Read as";
/// The placeholder where there is no candidate.
pub const NONE: &str = "none";

/// The line under an answer.
pub fn read_as(questions: &[String]) -> String {
    format!("Read as: {}", questions.join(" + "))
}

/// The words that an answer does not use: `I left out "tomorrow".`
pub fn left_out(words: &[String]) -> Option<String> {
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    (!quoted.is_empty()).then(|| format!("I left out {}.", super::list(&quoted)))
}

/// A question by its name and what was given: `gap · Michael Cooper · Pro`.
pub fn question(question: &Question, catalogue: &Catalogue) -> String {
    let mut parts = vec![question.spec().name.to_owned()];
    parts.extend(question.given().map(|(option, value)| {
        let kinds = option.takes.kinds();
        let key = crate::lookup::normalised(&value);
        let mut named = catalogue.names.keyed(&key);
        let label = named.find(|(_, named)| kinds.contains(&named.kind) && named.id.as_str() == value);
        let label = label.map(|(_, named)| named.label.clone());
        match (label, option.name) {
            (Some(label), OptionName::To) => format!("to {label}"),
            (Some(label), OptionName::After) => format!("after {label}"),
            (Some(label), OptionName::Before) => format!("before {label}"),
            (Some(label), OptionName::Since) => format!("since {label}"),
            (Some(label), _) => label,
            (None, OptionName::AsOf) => format!("as of {value}"),
            (None, OptionName::Day | OptionName::Zone) => value,
            (None, _) => value.replace('-', " "),
        }
    }));
    parts.join(super::SEPARATOR)
}

/// A measure with its probability: `gap, 82 %: gap driver:michael-cooper`.
pub fn candidate(name: &str, probability: f32, line: Option<&str>) -> String {
    let line = line.unwrap_or("says why not");
    format!("{name}, {:.0} %: {line}", probability * 100.0)
}
