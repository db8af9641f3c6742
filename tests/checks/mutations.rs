//! Whatever is done to a file, reading it ends in a catalogue or in faults.

use proptest::prelude::*;
use raceweek::dataset::check;

use super::miniature::{files, folder};
use crate::support::chance::cases;
use crate::support::mutation::{apply, change};

proptest! {
    #![proptest_config(cases(300))]

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
        // Printed text can be read on any terminal.
        prop_assert!(!verdict.to_string().contains(|c: char| c.is_control() && c != '\n'));
    }
}
