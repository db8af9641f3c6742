//! Mutations of files: bytes, stretches, numbers and values of JSON are exchanged.

use proptest::prelude::*;
use serde_json::Value;

/// One change to a file's bytes.
#[derive(Debug, Clone)]
pub enum Change {
    /// Another byte in place of one.
    Byte(prop::sample::Index, u8),
    /// A stretch is taken away.
    Cut(prop::sample::Index, usize),
    /// A stretch stands twice.
    Double(prop::sample::Index, usize),
    /// A number, or another piece of JSON, in place of a digit.
    Value(prop::sample::Index, &'static str),
    /// Another value in place of a whole one, so that the text stays JSON.
    Leaf(prop::sample::Index, &'static str),
}

/// Values that are wrong nearly everywhere, or right in type and absurd.
const VALUES: [&str; 24] = [
    "0",
    "-1",
    "1e400",
    "65535",
    "65536",
    "99999999999999999999",
    "1000000",
    "null",
    "[]",
    "[1, 65535]",
    "{}",
    "true",
    "\"\"",
    "\"1/3\"",
    "\"-1000000\"",
    "\"arctic-ring\"",
    "\"anna-berg\"",
    "\"gold\"",
    "\"1\"",
    "\"0001-01-01\"",
    "\"9999-12-31\"",
    "\"+262142-12-31\"",
    "\"-262143-01-01\"",
    "\"23:59:60\"",
];

/// Any change.
pub fn change() -> impl Strategy<Value = Change> {
    let at = any::<prop::sample::Index>;
    let value = || prop::sample::select(&VALUES);
    prop_oneof![
        1 => (at(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        1 => (at(), 1..200_usize).prop_map(|(at, length)| Change::Cut(at, length)),
        1 => (at(), 1..200_usize).prop_map(|(at, length)| Change::Double(at, length)),
        1 => (at(), value()).prop_map(|(at, value)| Change::Value(at, value)),
        4 => (at(), value()).prop_map(|(at, value)| Change::Leaf(at, value)),
    ]
}

/// Makes a change to bytes; none to an empty file.
pub fn apply(bytes: &mut Vec<u8>, change: &Change) {
    if bytes.is_empty() {
        return;
    }
    match change {
        Change::Byte(at, byte) => *at.get_mut(bytes) = *byte,
        Change::Cut(at, length) => {
            let start = at.index(bytes.len());
            let end = bytes.len().min(start + length);
            bytes.drain(start..end);
        }
        Change::Double(at, length) => {
            let start = at.index(bytes.len());
            let end = bytes.len().min(start + length);
            let stretch = bytes[start..end].to_vec();
            bytes.splice(start..start, stretch);
        }
        Change::Value(at, value) => {
            let digits: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit()).collect();
            if !digits.is_empty() {
                let digit = *at.get(&digits);
                bytes.splice(digit..=digit, value.bytes());
            }
        }
        Change::Leaf(at, value) => {
            // A file that an earlier change has broken stays as it is.
            if let (Ok(mut whole), Ok(value)) = (serde_json::from_slice(bytes), serde_json::from_str(value)) {
                let leaves = leaves(&mut whole);
                let count = leaves.len();
                if let Some(leaf) = leaves.into_iter().nth(at.index(count.max(1))) {
                    *leaf = value;
                }
                *bytes = whole.to_string().into_bytes();
            }
        }
    }
}

/// Every value of a text that is no list and no object.
fn leaves(value: &mut Value) -> Vec<&mut Value> {
    match value {
        Value::Array(list) => list.iter_mut().flat_map(leaves).collect(),
        Value::Object(object) => object.values_mut().flat_map(leaves).collect(),
        leaf => vec![leaf],
    }
}
