//! Slips of the pen that keep a text from being JSON: comments, commas too many or too few, other quotes.
//!
//! Each is named, and read over, so that it hides no other fault of its file.

use std::borrow::Cow;

use serde::de::IgnoredAny;

use crate::dataset::fault::TextPosition;

/// Maximum number of slips of one file that are listed.
const MOST: usize = 50;

/// One slip: where it is, what it is, and what to write.
#[derive(Debug, PartialEq, Eq)]
pub struct Slip {
    /// Position.
    pub position: TextPosition,
    /// Message.
    pub message: String,
    /// Hint.
    pub hint: &'static str,
}

/// A text without slips, character by character in the same place, if it is no JSON because of them.
pub fn legible(text: &str) -> Cow<'_, str> {
    if serde_json::from_str::<IgnoredAny>(text).is_ok() {
        return Cow::Borrowed(text);
    }
    let (mended, slips) = mended(text);
    if slips.is_empty() {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(mended)
    }
}

/// A text with its slips mended, as far as that keeps every character in its place, and the slips.
pub fn mended(text: &str) -> (String, Vec<Slip>) {
    let mut mender = Mender {
        letters: text.chars().collect(),
        at: 0,
        line: 1,
        column: 1,
        mended: String::with_capacity(text.len()),
        nesting: Vec::new(),
        is_after_value: false,
        is_key: false,
        comma: None,
        slips: Vec::new(),
    };
    while mender.at < mender.letters.len() {
        mender.token();
    }
    (mender.mended, mender.slips)
}

/// Scanner that copies a text and mends it.
struct Mender {
    letters: Vec<char>,
    at: usize,
    line: usize,
    column: usize,
    mended: String,
    /// Opening brackets around this place.
    nesting: Vec<char>,
    /// True if a value has just ended, behind which a comma or a closing bracket belongs.
    is_after_value: bool,
    /// True if the next string is a key.
    is_key: bool,
    /// The last token, if it was a comma: its place in the mended text and its position.
    comma: Option<(usize, TextPosition)>,
    slips: Vec<Slip>,
}

impl Mender {
    fn peek(&self, ahead: usize) -> char {
        self.letters.get(self.at + ahead).copied().unwrap_or('\0')
    }

    fn position(&self) -> TextPosition {
        TextPosition {
            line: self.line,
            column: self.column,
        }
    }

    /// Goes one character on and writes another in its place.
    fn write(&mut self, letter: char) {
        if self.peek(0) == '\n' {
            self.line += 1;
            self.column = 0;
        }
        self.column += 1;
        self.at += 1;
        self.mended.push(letter);
    }

    fn copy(&mut self) {
        self.write(self.peek(0));
    }

    /// Writes spaces in place of so many characters; line breaks stay.
    fn blank(&mut self, count: usize) {
        for _ in 0..count {
            let letter = self.peek(0);
            self.write(if letter == '\n' { '\n' } else { ' ' });
        }
    }

    fn slip(&mut self, position: TextPosition, message: impl Into<String>, hint: &'static str) {
        if self.slips.len() < MOST {
            let message = message.into();
            self.slips.push(Slip {
                position,
                message,
                hint,
            });
        }
    }

    fn token(&mut self) {
        let (letter, next) = (self.peek(0), self.peek(1));
        match letter {
            letter if letter.is_ascii_whitespace() => self.copy(),
            '/' if next == '/' || next == '*' => self.comment(next == '*'),
            '#' => self.comment(false),
            '<' | '=' | '>' if self.column == 1 && next == letter && self.peek(2) == letter => {
                let hint = "keep one of the two versions, and remove the marks";
                self.slip(
                    self.position(),
                    "a mark of a merge that was not finished stands here",
                    hint,
                );
                self.blank(self.line_length());
            }
            '{' | '[' => {
                self.before_value();
                self.nesting.push(letter);
                self.is_key = letter == '{';
                self.copy();
            }
            '}' | ']' => self.close(letter),
            ',' => {
                self.comma = Some((self.mended.len(), self.position()));
                self.is_after_value = false;
                self.is_key = self.nesting.last() == Some(&'{');
                self.copy();
            }
            ':' => {
                self.is_key = false;
                self.copy();
            }
            '"' | '\'' | '“' | '”' | '„' | '‘' | '’' => self.string(letter),
            letter if letter.is_alphanumeric() || letter == '-' => self.word(),
            _ => self.copy(),
        }
    }

    fn line_length(&self) -> usize {
        let rest = self.letters.get(self.at..).unwrap_or_default();
        rest.iter().position(|letter| *letter == '\n').unwrap_or(rest.len())
    }

    fn comment(&mut self, is_block: bool) {
        let hint = "remove it: JSON has no comments; a remark belongs under \"note\" or \"notes\"";
        self.slip(self.position(), "a comment stands here", hint);
        let length = if is_block {
            let rest = self.letters.get(self.at + 2..).unwrap_or_default();
            rest.array_windows()
                .position(|pair| *pair == ['*', '/'])
                .map_or(rest.len() + 2, |end| end + 4)
        } else {
            self.line_length()
        };
        self.blank(length);
    }

    fn close(&mut self, bracket: char) {
        if let Some((at, position)) = self.comma.take() {
            let message = format!("a comma stands before the closing '{bracket}'");
            self.slip(position, message, "remove it: commas stand between values alone");
            self.mended.replace_range(at..=at, " ");
        }
        self.nesting.pop();
        self.is_after_value = true;
        self.is_key = false;
        self.copy();
    }

    /// Puts the comma that is missing before a value or key, where there is space for it.
    fn before_value(&mut self) {
        self.comma = None;
        if self.is_after_value && !self.nesting.is_empty() {
            let position = self.position();
            self.slip(
                position,
                "a comma is missing before this",
                "write a comma behind the value before",
            );
            if self.mended.ends_with([' ', '\t']) {
                self.mended.pop();
                self.mended.push(',');
            }
            self.is_key = self.nesting.last() == Some(&'{');
        }
        self.is_after_value = false;
    }

    fn string(&mut self, quote: char) {
        self.before_value();
        let is_key = self.is_key;
        if quote != '"' {
            let message = format!("a quote {quote} stands where a straight double quote belongs");
            self.slip(self.position(), message, "write \" before and after the text");
        }
        self.write('"');
        let closes = |letter: char| match quote {
            '"' | '\'' => letter == quote,
            '‘' | '’' => letter == '’',
            _ => matches!(letter, '“' | '”' | '"'),
        };
        while self.at < self.letters.len() && !closes(self.peek(0)) && self.peek(0) != '\n' {
            if self.peek(0) == '\\' && self.at + 1 < self.letters.len() {
                self.copy();
            }
            self.copy();
        }
        if closes(self.peek(0)) {
            self.write('"');
        }
        self.is_after_value = !is_key;
    }

    /// A number, or a word such as `true`.
    fn word(&mut self) {
        self.before_value();
        let rest = self.letters.get(self.at..).unwrap_or_default();
        let is_end =
            |letter: &char| letter.is_ascii_whitespace() || matches!(letter, ',' | ':' | '{' | '}' | '[' | ']');
        let length = rest.iter().position(is_end).unwrap_or(rest.len());
        let word: String = rest.iter().take(length).collect();
        let (meant, hint) = match word.as_str() {
            "True" | "TRUE" => ("true", "write true"),
            "False" | "FALSE" => ("false", "write false"),
            "None" | "Null" | "NULL" => ("null", "leave the key out"),
            _ => (word.as_str(), ""),
        };
        if !hint.is_empty() {
            self.slip(self.position(), format!("'{word}' is no JSON"), hint);
        }
        for letter in meant.chars() {
            self.write(letter);
        }
        self.is_after_value = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> (String, Vec<(usize, usize, String)>) {
        let (mended, slips) = mended(text);
        let told = |slip: Slip| (slip.position.line, slip.position.column, slip.message);
        (mended, slips.into_iter().map(told).collect())
    }

    #[test]
    fn sound_json_is_left_alone() {
        let text = "{\"a\": [1, -2.5e3, true, null, \"x, ] // “\\\"\"],\n \"b\": {}}\n";
        assert_eq!(told(text), (text.to_owned(), Vec::new()));
    }

    #[test]
    fn every_slip_is_named_and_read_over_in_its_place() {
        let (mended, slips) = told("{ // x\n “a”: [1, 2,],\n 'b': None }");
        assert_eq!(mended, "{     \n \"a\": [1, 2 ],\n \"b\": null }");
        let places: Vec<(usize, usize)> = slips.iter().map(|(line, column, _)| (*line, *column)).collect();
        assert_eq!(places, [(1, 3), (2, 2), (2, 12), (3, 2), (3, 7)]);
        assert_eq!(slips[2].2, "a comma stands before the closing ']'");
    }

    #[test]
    fn a_missing_comma_is_told_where_the_next_value_begins() {
        let (mended, slips) = told("[{\"a\": 1}\n {\"a\": 2\n \"b\": 3}]");
        assert_eq!(mended, "[{\"a\": 1}\n,{\"a\": 2\n,\"b\": 3}]");
        assert_eq!(slips.len(), 2);
    }

    #[test]
    fn what_cannot_be_mended_is_copied() {
        for text in ["", "{", "\"", "\\", "[1 2", "{\"a\" [ ]}", "}}]]", "'", "/*"] {
            let (mended, _) = mended(text);
            assert_eq!(mended.chars().count(), text.chars().count(), "{text}");
        }
    }
}
