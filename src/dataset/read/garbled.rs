//! Garbled texts: those that another program has misread as another encoding, or taken from a web page with its entities.

use unicode_normalization::UnicodeNormalization;

use crate::dataset::fault::clipped;

/// Maximum number of characters of a text that are shown.
const LONGEST: usize = 80;

/// Fault of a text that another program has misread: as another encoding, or with the entities of a web page.
pub fn garbled(text: &str) -> Option<(&'static str, String, String)> {
    let meant = unscrambled(text).or_else(|| without_entities(text));
    let is_lost = text.contains(char::REPLACEMENT_CHARACTER);
    let shown = clipped(text, LONGEST);
    let hint = match &meant {
        Some(meant) => format!("write '{}'", clipped(meant, LONGEST)),
        None if is_lost => "write the letter that was lost, and save the file as UTF-8".to_owned(),
        None => return None,
    };
    Some(("garbled-text", format!("'{shown}' was garbled on its way here"), hint))
}

/// Signs that Windows-1252 has in place of the control characters 0x80 to 0x9f; five places are empty.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Byte of a character in Windows-1252.
fn byte_of(letter: char) -> Option<u8> {
    let code = u32::from(letter);
    match WINDOWS_1252.iter().position(|sign| *sign == letter) {
        Some(at) => u8::try_from(0x80 + at).ok(),
        None => u8::try_from(code).ok(),
    }
}

/// Number of signs in a row that are no words in any language but by misreading.
const LONG: usize = 6;

/// True if a character is a Latin letter or a sign of print: two odd signs in a row are likelier one of these.
fn is_usual(letter: char) -> bool {
    matches!(letter, '\u{a0}'..='\u{24f}' | '\u{2010}'..='\u{203a}')
}

/// Text that was UTF-8 and was read as Windows-1252, as it was: `Rhône` from `RhÃ´ne`.
fn unscrambled(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let letters: Vec<char> = text.chars().collect();
    let runs = letters.chunk_by(|one, other| one.is_ascii() == other.is_ascii());
    let mut meant = String::with_capacity(text.len());
    let mut is_scrambled = false;
    for run in runs {
        let bytes: Option<Vec<u8>> = run.iter().map(|letter| byte_of(*letter)).collect();
        match bytes.and_then(|bytes| String::from_utf8(bytes).ok()) {
            Some(text) if !text.is_ascii() && (run.len() >= LONG || text.chars().all(is_usual)) => {
                is_scrambled = true;
                meant.push_str(&text);
            }
            _ => meant.extend(run),
        }
    }
    is_scrambled.then_some(meant)
}

/// Entities of web pages, and what they stand for.
const ENTITIES: [(&str, &str); 6] = [
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&apos;", "'"),
    ("&nbsp;", " "),
];

/// Accents in the names of entities, as combining characters: `&ocirc;` is an o with a circumflex.
const ACCENTS: [(&str, char); 7] = [
    ("acute;", '\u{301}'),
    ("grave;", '\u{300}'),
    ("circ;", '\u{302}'),
    ("uml;", '\u{308}'),
    ("tilde;", '\u{303}'),
    ("cedil;", '\u{327}'),
    ("caron;", '\u{30c}'),
];

/// Text with entities, without them; `None` if it has none.
fn without_entities(text: &str) -> Option<String> {
    let mut meant = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, entity) = rest.split_at(at);
        meant.push_str(before);
        let (stands_for, length) = decoded(entity).unwrap_or(("&".to_owned(), 1));
        meant.push_str(&stands_for);
        rest = entity.get(length..).unwrap_or_default();
    }
    meant.push_str(rest);
    (meant != text).then_some(meant)
}

/// Character that an entity at the start of a text stands for, and the entity's length.
fn decoded(text: &str) -> Option<(String, usize)> {
    if let Some((entity, stands_for)) = ENTITIES.iter().find(|(entity, _)| text.starts_with(entity)) {
        return Some(((*stands_for).to_owned(), entity.len()));
    }
    let end = text.find(';').filter(|end| *end <= 10)?;
    let inner = text.get(1..end)?;
    if let Some(number) = inner.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return Some((char::from_u32(code)?.to_string(), end + 1));
    }
    let letter = inner.chars().next().filter(char::is_ascii_alphabetic)?;
    let accent = text.get(2..=end)?;
    let (_, accent) = ACCENTS.iter().find(|(name, _)| *name == accent)?;
    Some(([letter, *accent].into_iter().nfc().collect(), end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn garbled_texts_are_told_as_they_were() {
        let hint = |text: &str| garbled(text).map(|(.., hint)| hint);
        for (text, meant) in [
            ("RhÃ´ne CompÃ©tition", "Rhône Compétition"),
            ("Rh&ocirc;ne &amp; Co &#233;", "Rhône & Co é"),
            ("PÃ©rez â€“ Guerra", "Pérez – Guerra"),
        ] {
            assert_eq!(hint(text).as_deref(), Some(format!("write '{meant}'").as_str()));
        }
        assert_eq!(
            hint("Rh\u{fffd}ne").as_deref(),
            Some("write the letter that was lost, and save the file as UTF-8")
        );
    }
}
