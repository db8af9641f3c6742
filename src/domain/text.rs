//! Clipping of texts that people typed, so that messages stay short however long those are.

/// The first `limit` characters of a text.
pub fn clip(text: &str, limit: usize) -> String {
    text.chars().take(limit).collect()
}
