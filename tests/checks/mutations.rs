//! Whatever is done to a file, reading it ends in a catalogue or in faults.

use proptest::prelude::*;
use raceweek::dataset::check;

use super::miniature::{files, folder};

/// One change to a file's bytes.
#[derive(Debug, Clone)]
enum Change {
    /// Another byte in place of one.
    Byte(prop::sample::Index, u8),
    /// A stretch is taken away.
    Cut(prop::sample::Index, usize),
    /// A stretch stands twice.
    Double(prop::sample::Index, usize),
    /// A number, or another piece of JSON, in place of a digit.
    Value(prop::sample::Index, &'static str),
}

const VALUES: [&str; 12] = [
    "0",
    "-1",
    "1e400",
    "65536",
    "99999999999999999999",
    "null",
    "[]",
    "{}",
    "true",
    "\"\"",
    "-0.5",
    "9999-12-31",
];

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (any::<prop::sample::Index>(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        (any::<prop::sample::Index>(), 1..200_usize).prop_map(|(at, length)| Change::Cut(at, length)),
        (any::<prop::sample::Index>(), 1..200_usize).prop_map(|(at, length)| Change::Double(at, length)),
        (any::<prop::sample::Index>(), prop::sample::select(&VALUES)).prop_map(|(at, value)| Change::Value(at, value)),
    ]
}

fn apply(bytes: &mut Vec<u8>, change: &Change) {
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
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_mutated_file_loads_or_has_faults(
        file in prop::sample::select(files().into_keys().collect::<Vec<_>>()),
        changes in prop::collection::vec(change(), 1..4),
    ) {
        let mut season = folder(files());
        let bytes = season.files.get_mut(&file).unwrap();
        for change in &changes {
            apply(bytes, change);
        }
        let verdict = check(season);
        let errors = verdict.faults.iter().filter(|fault| fault.is_error()).count();
        prop_assert_eq!(verdict.passed(), errors == 0);
        // What is printed can be read on any terminal.
        prop_assert!(!verdict.to_string().contains(|c: char| c.is_control() && c != '\n'));
    }
}
