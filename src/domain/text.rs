//! Texts of other people, clipped and made printable.
//!
//! Messages stay short however long those are, and none of them steers a terminal or forges a line of a log.

/// The first `limit` characters of a text.
pub fn clip(text: &str, limit: usize) -> String {
    text.chars().take(limit).collect()
}

/// A text with `\u{fffd}` for each control character, C1 and those that end a line or turn its direction included.
pub fn printable(text: &str) -> String {
    text.replace(is_steering, "\u{fffd}")
}

/// True if a character steers how others are shown.
pub fn is_steering(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
