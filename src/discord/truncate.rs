//! Truncation of texts to Discord's limits.

use crate::domain::clip;

/// The text with at most `max` characters, whatever the data hold; a cut is shown by an ellipsis.
pub(super) fn truncated(text: String, max: usize) -> String {
    match text.char_indices().nth(max) {
        None => text,
        Some(_) => clip(&text, max - 1) + "…",
    }
}
