//! Positions of faults: every fault of a file that is there knows its line and column.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use raceweek::dataset::{Fault, check};

use super::miniature::{edit, files, folder};

fn faults(files: BTreeMap<String, String>) -> Vec<Fault> {
    check(folder(files)).faults
}

/// The part of a file that begins at the position of its only fault under a rule.
fn located(files: &BTreeMap<String, String>, rule: &str) -> String {
    let faults = faults(files.clone());
    let fault = faults.iter().find(|fault| fault.rule == rule).expect("the rule fires");
    let position = fault.position.expect("the file is there");
    let line = files[&fault.file].lines().nth(position.line - 1).unwrap();
    line.chars().skip(position.column - 1).collect()
}

fn broken(edits: &[&str]) -> BTreeMap<String, String> {
    let mut files = files();
    for line in edits {
        edit(&mut files, line);
    }
    files
}

#[test]
fn a_fault_between_records_is_located_at_its_field() {
    let swap = r#"swap nlc/2019/results.json "driver": "anna-berg" => "driver": "anna-bergh""#;
    let at = located(&broken(&[swap]), "unknown-driver");
    assert!(at.starts_with(r#""driver": "anna-bergh""#), "{at}");
    let swap = r#"swap nlc/2019/weekends.json "circuit": "arctic-ring" => "circuit": "artic-ring""#;
    let at = located(&broken(&[swap]), "unknown-circuit");
    assert!(at.starts_with(r#""circuit": "artic-ring""#), "{at}");
}

#[test]
fn a_fault_in_a_text_is_located_at_its_key() {
    let people = |text: &str| {
        let mut files = files();
        files.insert("nlc/people.json".to_owned(), text.to_owned());
        files
    };
    let at = located(&people("{\n  \"drivers\": [],\n  \"tems\": []\n}"), "unknown-key");
    assert_eq!(at, "\"tems\": []");
    let at = located(&people("{\n  \"drivers\": [],\n  \"drivers\": [ ]\n}"), "duplicate-key");
    assert_eq!(at, "\"drivers\": [ ]");
    let at = located(&people("{\n  \"drivers\": [],\n  \"é\" [ ]\n}"), "does-not-parse");
    assert_eq!(at, "[ ]");
}

#[test]
fn every_fault_of_a_file_that_is_there_has_a_position() {
    for case in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/faults")).unwrap() {
        let case = fs::read_to_string(case.unwrap().path()).unwrap();
        let (edits, _) = case.split_once("\n---\n").expect("edits and what is printed");
        let season = broken(&edits.lines().collect::<Vec<_>>());
        for fault in faults(season.clone()) {
            let Some(text) = season.get(&fault.file) else { continue };
            let position = fault.position.unwrap_or_else(|| panic!("no position: {fault}"));
            let line = text.lines().nth(position.line - 1).unwrap_or_default();
            assert!(
                position.column <= line.chars().count() + 1,
                "{position:?} is not in: {fault}"
            );
        }
    }
}
