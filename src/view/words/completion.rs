//! Choices of the completion in words.

use super::time::days;
use crate::question::{Choice, Detail};

/// A choice on one line: `Loek Hartog · #24 · Pro`.
pub fn choice(choice: &Choice) -> String {
    let details = choice.details.iter().map(|detail| match detail {
        Detail::Car(number) => format!("#{number}"),
        Detail::Text(text) => text.clone(),
        Detail::Days(first, last) => days(*first, *last),
        Detail::Season(season) => season.to_string(),
    });
    let parts: Vec<String> = std::iter::once(choice.label.clone()).chain(details).collect();
    parts.join(" · ")
}
