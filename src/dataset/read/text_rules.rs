//! Text rules: a text is not empty, not too long, and has no characters that garble what stands around it.
//!
//! `@everyone` and Markdown are harmless here: replies are sent so that neither has an effect.

use super::garbled::garbled;

/// Maximum length of a name, in characters; names are shown in titles and table rows.
const LONGEST_NAME: usize = 80;

/// Maximum length of any text, in characters; a Discord embed holds 4,096.
const LONGEST_TEXT: usize = 2_000;

/// Fault of a text under a key, as rule, message and hint.
pub fn fault_in(key: &str, text: &str) -> Option<(&'static str, String, String)> {
    plain_fault(key, text).or_else(|| garbled(text))
}

/// Fault of a text as it stands.
fn plain_fault(key: &str, text: &str) -> Option<(&'static str, String, String)> {
    let is_name = matches!(key, "name" | "short" | "surname" | "aliases");
    let most = if is_name { LONGEST_NAME } else { LONGEST_TEXT };
    if text.trim().is_empty() {
        return Some((
            "empty-text",
            "this text is empty".into(),
            "leave the key out, or write what it should say".to_owned(),
        ));
    }
    if let Some(odd) = text.chars().find(|&c| garbles(c)) {
        let message = format!("this text holds the control character U+{:04X}", u32::from(odd));
        return Some((
            "control-character",
            message,
            "remove it; a text is one line of plain characters".to_owned(),
        ));
    }
    if is_name && text.trim().len() != text.len() {
        let message = format!("'{text}' begins or ends with a space");
        return Some(("stray-space", message, "remove the space".to_owned()));
    }
    if let Some(symbol) = text.chars().find(|&c| is_name && is_emoji(c)) {
        let plain: String = text.chars().filter(|&c| !is_emoji(c)).collect();
        let message = format!("'{text}' holds the symbol {symbol}, which no name has and nobody types");
        return Some(("symbol-in-name", message, format!("write '{}'", plain.trim())));
    }
    let is_odd = |pair: &[u8; 2]| *pair == *b"  ";
    let is_spaced = |letter: char| letter.is_whitespace() && letter != ' ';
    if is_name && (text.as_bytes().array_windows().any(is_odd) || text.contains(is_spaced)) {
        let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let message = format!("'{text}' holds two spaces in a row, or one that no keyboard writes");
        return Some(("stray-space", message, format!("write '{plain}'")));
    }
    // Bytes are at least as many as characters, so that short texts need no counting.
    if text.len() > most && text.chars().count() > most {
        let message = format!("this text has {} characters, more than {most}", text.chars().count());
        return Some((
            "text-too-long",
            message,
            "make it shorter; long stories belong on the page that is its source".to_owned(),
        ));
    }
    None
}

/// True if a character moves, hides or reverses the text it stands in.
fn garbles(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// True of pictographs, the signs that combine them, and flags.
fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{fe0f}' | '\u{200d}' | '\u{20e3}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(key: &str, text: &str) -> Option<&'static str> {
        fault_in(key, text).map(|(rule, ..)| rule)
    }

    #[test]
    fn texts_that_garble_or_say_nothing_are_refused() {
        assert_eq!(rule("name", " "), Some("empty-text"));
        assert_eq!(rule("name", "Loek\u{1b}[31m"), Some("control-character"));
        assert_eq!(rule("name", "Loek\u{202e}gotraH"), Some("control-character"));
        assert_eq!(rule("name", "Loek "), Some("stray-space"));
        assert_eq!(rule("name", "Loek  Hartog"), Some("stray-space"));
        assert_eq!(rule("name", "Loek\u{a0}Hartog"), Some("stray-space"));
        assert_eq!(rule("note", "30\u{a0}km  long"), None);
        assert_eq!(rule("name", "RhÃ´ne"), Some("garbled-text"));
        assert_eq!(rule("name", "Rh\u{fffd}ne"), Some("garbled-text"));
        assert_eq!(rule("name", &"é".repeat(81)), Some("text-too-long"));
        assert_eq!(rule("text", &"x".repeat(2_001)), Some("text-too-long"));
    }

    #[test]
    fn harmless_texts_are_taken() {
        for text in [
            "@everyone",
            "**bold** [x](y)",
            "Óscar Núñez",
            "钟小明",
            "O'Ward",
            "AT&T; x",
            "Škoda – ”é”",
        ] {
            assert_eq!(rule("name", text), None, "{text}");
        }
        assert_eq!(rule("name", &"é".repeat(80)), None);
    }
}
