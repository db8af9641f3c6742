//! Text of a question as normalised words: no accents, no case, no punctuation, no invisible characters.

use crate::lookup::{normalised, offset_in_words};

/// Maximum number of words read.
pub(super) const MOST_WORDS: usize = 48;
/// Maximum number of characters read.
const MOST_LETTERS: usize = 2_000;

/// Signs at the end of a sentence or a part of it.
const END: [char; 5] = ['?', '!', '.', ',', ')'];

/// A text in words, with their positions.
#[derive(Debug, Clone, Default)]
pub(super) struct Text {
    /// The words, one space between them.
    line: String,
    /// Start and end of each word, in bytes.
    spans: Vec<(usize, usize)>,
}

impl Text {
    /// The words of a message. Mentions, links and code are left out.
    pub(super) fn of(raw: &str) -> Self {
        let seen: String = raw
            .chars()
            .take(MOST_LETTERS)
            .filter(|letter| !is_hidden(*letter))
            .collect();
        let mut parts: Vec<String> = Vec::new();
        let mut words = seen.split_whitespace().filter(|word| !is_reference(word)).peekable();
        while let Some(word) = words.next() {
            // An offset from UTC loses its sign: `UTC+8`, `gmt -3`.
            if let Some(offset) = offset_in_words(word.trim_end_matches(END)) {
                parts.push(offset);
                continue;
            }
            let split = words.peek().map(|next| format!("{word}{}", next.trim_end_matches(END)));
            if let Some(offset) = split.as_deref().and_then(offset_in_words) {
                parts.push(offset);
                words.next();
                continue;
            }
            // A number with a tag before it is a car's: `#43` is `no 43`.
            match word.trim_start_matches(['(', '"']).strip_prefix('#') {
                Some(number) if number.starts_with(|letter: char| letter.is_ascii_digit()) => {
                    parts.push(format!("no {number}"));
                }
                _ => parts.push(word.to_owned()),
            }
        }
        let mut line = normalised(&parts.join(" "));
        let mut spans = Vec::new();
        let mut at = 0;
        for word in line.split(' ').filter(|word| !word.is_empty()).take(MOST_WORDS) {
            spans.push((at, at + word.len()));
            at += word.len() + 1;
        }
        line.truncate(spans.last().map_or(0, |(_, end)| *end));
        Self { line, spans }
    }

    /// Number of words.
    pub(super) fn len(&self) -> usize {
        self.spans.len()
    }

    /// `count` words from `at` on; empty past the end.
    pub(super) fn words(&self, at: usize, count: usize) -> &str {
        let first = self.spans.get(at).map(|(start, _)| *start);
        let last = self.spans.get((at + count).saturating_sub(1)).map(|(_, end)| *end);
        first
            .zip(last)
            .and_then(|(start, end)| self.line.get(start..end))
            .unwrap_or("")
    }

    /// The word before `at`.
    pub(super) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.words(at, 1))
    }

    /// All words.
    pub(super) fn line(&self) -> &str {
        &self.line
    }
}

/// True if a character is invisible: joiners, direction marks, soft hyphens.
fn is_hidden(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// True if a word is a mention, a channel or a link.
fn is_reference(word: &str) -> bool {
    (word.starts_with('<') && word.ends_with('>')) || word.starts_with('@') || word.contains("://")
}
