//! Positions of faults: line and column of a JSON path in the text of its file.
//!
//! A text is scanned once its file has faults, so that sound files cost nothing.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::json_path::{PathKey, prefixes};
use super::slips;
use super::trail::trail;
use crate::dataset::fault::{Fault, TextPosition};

/// Maximum depth that is scanned: deeper texts are not read as records either.
const DEEPEST: u8 = 128;

/// Gives every fault its trail, and its position if its file is there: that of its path, or of the nearest object or list
/// around it.
///
/// A member of an object stands where its key does, an item of a list where its value does.
pub fn locate(faults: &mut [Fault], files: &BTreeMap<String, Vec<u8>>) {
    let mut by_file: BTreeMap<String, Vec<&mut Fault>> = BTreeMap::new();
    for fault in faults.iter_mut() {
        by_file.entry(fault.file.clone()).or_default().push(fault);
    }
    for (file, faults) in by_file {
        let lossy = files.get(&file).map(|bytes| String::from_utf8_lossy(bytes));
        let text = lossy.as_deref().unwrap_or_default();
        let text = &slips::legible(text.strip_prefix('\u{feff}').unwrap_or(text));
        let tree: Option<Value> = serde_json::from_str(text).ok();
        let wanted = faults.iter().flat_map(|fault| prefixes(&fault.path));
        let positions = columns(text, Scanner::spots(text, wanted.map(str::to_owned).collect()));
        for fault in faults {
            fault.trail = trail(&fault.path, tree.as_ref());
            if fault.position.is_none() && lossy.is_some() {
                let nearest = prefixes(&fault.path).rev().find_map(|path| positions.get(path));
                fault.position = nearest.copied();
            }
        }
    }
}

/// Position of an error of the JSON parser.
pub fn of_error(text: &str, error: &serde_json::Error) -> TextPosition {
    let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
    let before = line
        .as_bytes()
        .get(..error.column().saturating_sub(1))
        .unwrap_or(line.as_bytes());
    TextPosition {
        line: error.line().max(1),
        column: String::from_utf8_lossy(before).chars().count() + 1,
    }
}

/// A place in a text: its line from 1, and the byte offsets of the line and of the place.
#[derive(Debug, Clone, Copy)]
struct Spot {
    line: usize,
    line_start: usize,
    at: usize,
}

/// Positions of spots in a text. The characters of a line are counted once for all of them.
fn columns(text: &str, spots: BTreeMap<String, Spot>) -> BTreeMap<String, TextPosition> {
    let mut spots: Vec<(String, Spot)> = spots.into_iter().collect();
    spots.sort_by_key(|(_, spot)| spot.at);
    let (mut counted, mut column) = (0, 1);
    let mut positions = BTreeMap::new();
    for (path, Spot { line, line_start, at }) in spots {
        if line_start > counted {
            (counted, column) = (line_start, 1);
        }
        column += text.get(counted..at).unwrap_or_default().chars().count();
        counted = at;
        positions.insert(path, TextPosition { line, column });
    }
    positions
}

/// Scanner of a JSON text, which ends early where the text is no JSON.
struct Scanner<'t> {
    text: &'t str,
    at: usize,
    line: usize,
    line_start: usize,
    /// Path of the value that is scanned.
    path: String,
    wanted: BTreeSet<String>,
    found: BTreeMap<String, Spot>,
}

impl<'t> Scanner<'t> {
    /// Spots of paths, which come with all paths above them.
    fn spots(text: &'t str, wanted: BTreeSet<String>) -> BTreeMap<String, Spot> {
        let mut scanner = Self {
            text,
            at: 0,
            line: 1,
            line_start: 0,
            path: "$".to_owned(),
            wanted,
            found: BTreeMap::new(),
        };
        scanner.skip_space();
        let is_wanted = scanner.keep(scanner.spot());
        // The end of what can be scanned is the end of what can be located.
        let _ = scanner.value(is_wanted, DEEPEST);
        scanner.found
    }

    fn spot(&self) -> Spot {
        Spot {
            line: self.line,
            line_start: self.line_start,
            at: self.at,
        }
    }

    /// Keeps the spot of the current path if it is wanted. Of a key that stands twice the last one is kept, as by the
    /// parser.
    fn keep(&mut self, spot: Spot) -> bool {
        let is_wanted = self.wanted.contains(&self.path);
        if is_wanted {
            self.found.insert(self.path.clone(), spot);
        }
        is_wanted
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Takes a byte if it is next, after any space.
    fn take(&mut self, byte: u8) -> Option<()> {
        self.skip_space();
        (self.peek()? == byte).then(|| self.at += 1)
    }

    fn skip_space(&mut self) {
        while let Some(space) = self.peek().filter(u8::is_ascii_whitespace) {
            self.at += 1;
            if space == b'\n' {
                self.line += 1;
                self.line_start = self.at;
            }
        }
    }

    /// Scans a value; in one that is not wanted nothing is.
    fn value(&mut self, is_wanted: bool, depth: u8) -> Option<()> {
        let depth = depth.checked_sub(1)?;
        self.skip_space();
        match self.peek()? {
            b'{' => self.members(is_wanted, depth),
            b'[' => self.items(is_wanted, depth),
            b'"' => self.string().map(|_| ()),
            _ => {
                let rest = self.text.get(self.at..)?;
                let is_end = |letter: char| letter.is_ascii_whitespace() || matches!(letter, ',' | ']' | '}');
                let length = rest.find(is_end).unwrap_or(rest.len());
                self.at += length;
                (length > 0).then_some(())
            }
        }
    }

    fn members(&mut self, is_wanted: bool, depth: u8) -> Option<()> {
        self.take(b'{')?;
        while self.take(b'}').is_none() {
            self.skip_space();
            let start = is_wanted.then(|| self.spot());
            let key = self.string()?;
            self.take(b':')?;
            self.below(start, |path| path.push_str(&PathKey(&key).to_string()), depth)?;
        }
        Some(())
    }

    fn items(&mut self, is_wanted: bool, depth: u8) -> Option<()> {
        self.take(b'[')?;
        let mut index = 0_usize;
        while self.take(b']').is_none() {
            self.skip_space();
            let start = is_wanted.then(|| self.spot());
            self.below(start, |path| path.push_str(&format!("[{index}]")), depth)?;
            index += 1;
        }
        Some(())
    }

    /// Scans the value of a member or item, which starts at a spot if it may be wanted, and the comma behind it.
    fn below(&mut self, start: Option<Spot>, step: impl FnOnce(&mut String), depth: u8) -> Option<()> {
        let length = self.path.len();
        let is_wanted = start.is_some_and(|start| {
            step(&mut self.path);
            self.keep(start)
        });
        self.value(is_wanted, depth)?;
        self.path.truncate(length);
        let _ = self.take(b',');
        Some(())
    }

    /// Scans a string and returns its text.
    fn string(&mut self) -> Option<String> {
        let start = self.at;
        self.take(b'"')?;
        loop {
            match self.peek()? {
                b'"' => break,
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
        self.at += 1;
        serde_json::from_str(self.text.get(start..self.at)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, path: &str) -> Option<(usize, usize)> {
        let mut faults = [Fault::error("a.json", path, "rule", "message")];
        locate(
            &mut faults,
            &BTreeMap::from([("a.json".to_owned(), text.as_bytes().to_vec())]),
        );
        faults[0].position.map(|position| (position.line, position.column))
    }

    #[test]
    fn a_path_has_the_position_of_its_key_or_item() {
        let text = "{\n  \"ä\": [1, \"]\\\"\", { \"b\": -2.5e3, \"c d\": null }]\n}\n";
        assert_eq!(at(text, "$"), Some((1, 1)));
        assert_eq!(at(text, r#"$["ä"]"#), Some((2, 3)));
        assert_eq!(at(text, r#"$["ä"][1]"#), Some((2, 12)));
        assert_eq!(at(text, r#"$["ä"][2].b"#), Some((2, 21)));
        assert_eq!(at(text, r#"$["ä"][2]["c d"]"#), Some((2, 34)));
    }

    #[test]
    fn what_is_missing_is_located_at_what_should_hold_it() {
        let text = "{\n  \"a\": {\n    \"b\": []\n  }\n}";
        assert_eq!(at(text, "$.a.b[0].c"), Some((3, 5)));
        assert_eq!(at(text, "$.a.x"), Some((2, 3)));
        assert_eq!(at(text, "$.x"), Some((1, 1)));
    }

    #[test]
    fn a_text_that_is_no_json_is_located_up_to_its_end() {
        assert_eq!(at("{\"a\": 1,\n\"b\" 2,\n\"c\": 3}", "$.a"), Some((1, 2)));
        assert_eq!(at("{\"a\": 1,\n\"b\" 2,\n\"c\": 3}", "$.c"), Some((1, 1)));
        assert_eq!(at(&"[".repeat(1_000_000), "$[0][0]"), Some((1, 3)));
        assert_eq!(at("[}", "$[1]"), Some((1, 1)));
        assert_eq!(at("", "$.a"), Some((1, 1)));
        assert_eq!(at("{\"a\\", "$.a"), Some((1, 1)));
    }
}
