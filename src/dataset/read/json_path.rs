//! JSON path of a value, as a chain of borrowed steps that is only formatted for a fault.

use std::fmt;

use crate::dataset::fault::clipped;

/// Maximum length of a key that is shown, in characters.
const LONGEST: usize = 60;

/// A path: the root, or a step below another path. Displayed as `$.weekends[3].sessions[1].time`.
#[derive(Debug, Clone, Copy)]
pub enum JsonPath<'p> {
    /// The whole file.
    Root,
    /// Below a key of an object.
    Key(&'p JsonPath<'p>, &'p str),
    /// An item of a list, counted from 0.
    Item(&'p JsonPath<'p>, usize),
}

impl fmt::Display for JsonPath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => f.write_str("$"),
            Self::Key(parent, key) => write!(f, "{parent}{}", PathKey(key)),
            Self::Item(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

/// One key of a path: `.name` for plain names, else `["the name"]`.
#[derive(Debug, Clone, Copy)]
pub struct PathKey<'k>(pub &'k str);

impl fmt::Display for PathKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        if !self.0.is_empty() && self.0.len() <= LONGEST && self.0.chars().all(plain) {
            write!(f, ".{}", self.0)
        } else {
            write!(f, "[{:?}]", clipped(self.0, LONGEST))
        }
    }
}

/// A path and all paths above it, the root first.
pub fn prefixes(path: &str) -> impl DoubleEndedIterator<Item = &str> {
    let (mut is_quoted, mut is_escaped) = (false, false);
    let mut starts = Vec::new();
    for (at, letter) in path.char_indices() {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            '.' | '[' if !is_quoted => starts.push(at),
            _ => {}
        }
    }
    starts.push(path.len());
    starts.into_iter().filter_map(|end| path.get(..end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_reads_as_a_json_path() {
        let weekends = JsonPath::Key(&JsonPath::Root, "weekends");
        let third = JsonPath::Item(&weekends, 3);
        let odd = JsonPath::Key(&third, "a \"b\"\u{7}");
        assert_eq!(third.to_string(), "$.weekends[3]");
        assert_eq!(odd.to_string(), r#"$.weekends[3]["a \"b\"\u{7}"]"#);
    }

    #[test]
    fn a_long_key_is_cut() {
        let long = "ä".repeat(100);
        assert_eq!(clipped(&long, 3), "äää...");
        assert!(JsonPath::Key(&JsonPath::Root, &long).to_string().len() < 140);
    }
}
