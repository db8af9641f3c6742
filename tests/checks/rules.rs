//! Every rule fires: a file a rule under `tests/data/faults` breaks the small season and says all that must be printed.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use raceweek::dataset::rules;

use super::miniature::{edit, files, printed};

/// Rules whose faults cannot be written as a few edits; `bad_input` and `mistakes` break them.
const ELSEWHERE: [&str; 5] = [
    "unreadable-file",
    "not-utf8",
    "too-many-faults",
    "too-many-records",
    "in-future",
];

fn cases() -> Vec<(String, PathBuf)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/faults");
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let mut cases: Vec<_> = files
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), path))
        .collect();
    cases.sort();
    cases
}

#[test]
fn every_rule_fires_as_its_case_says() {
    let mut wrong = String::new();
    for (rule, path) in cases() {
        let case = fs::read_to_string(&path).unwrap();
        let (edits, expected) = case
            .split_once("\n---\n")
            .expect("edits, a line of three hyphens, what is printed");
        let mut season = files();
        for line in edits.lines() {
            edit(&mut season, line);
        }
        let printed = printed(season);
        assert!(
            printed.contains(&format!("[{rule}]: ")),
            "{rule} does not fire:\n{printed}"
        );
        if printed.trim() != expected.trim() {
            let meant = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{rule}.txt"));
            fs::write(&meant, format!("{edits}\n---\n{}\n", printed.trim())).unwrap();
            let _ = writeln!(wrong, "{rule}: if this is right, copy {}\n{printed}\n", meant.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_rule_has_a_case() {
    let cases: BTreeSet<String> = cases().into_iter().map(|(rule, _)| rule).collect();
    let known: BTreeSet<&str> = rules().map(|(rule, _)| rule).collect();
    let without: Vec<&str> = known
        .iter()
        .filter(|rule| !cases.contains(**rule) && !ELSEWHERE.contains(*rule))
        .copied()
        .collect();
    assert_eq!(
        without, [""; 0],
        "add a file under tests/data/faults that breaks each of these"
    );
    let strange: Vec<&String> = cases.iter().filter(|case| !known.contains(case.as_str())).collect();
    assert_eq!(strange, [""; 0], "no rule has these names");
}

#[test]
fn the_small_season_breaks_no_rule() {
    insta::assert_snapshot!(printed(files()), @r#"
    note[computed-table-differs]: 'erik-lund' is printed with 45 points, the results allow at most 43.5
      --> data/nlc/2019/published.json:27:50 table 3 (silver), row 1 (erik-lund), points
      help: known: see "conflicts" in season.json

    note[award-not-known]: who won 'fastest-lap' in 'silver' is not said, so that no table of 'silver' is known from here on
      --> data/nlc/2019/results.json:36:5 classification 3 (lake-park/race-1), awards
      help: write the award with its winner, or without one if nobody won it

    note[award-not-known]: who won 'pole' in 'silver' is not said, so that no table of 'silver' is known from here on
      --> data/nlc/2019/results.json:36:5 classification 3 (lake-park/race-1), awards
      help: write the award with its winner, or without one if nobody won it

    note[known-conflict]: The programme prints Lund with 45 points after Round 2. The results allow at most 43.5.
      --> data/nlc/2019/season.json:57:5 conflict 1 (silver)
      help: kept: 45, as printed.

    no errors, 4 notes: 1 series, 1 season, 2 circuits, 2 weekends, 6 sessions, 6 drivers, 2 teams, 7 entries, 3 classifications, 4 championships, 4 published tables, 2 tallies, 7 sources
    "#);
}
