//! Imports: what files of other programs say, and what they change in packs.

mod archives;
mod calendars;
mod journal;
mod league;
pub mod pages;
mod reading;
mod samples;
mod simulators;
mod writing;

use serde_json::Value;

use crate::support::process::{Ended, run};

/// A path below the folder of files to import.
fn file(name: &str) -> String {
    format!("{}/tests/data/import/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn import(arguments: &[&str]) -> Ended {
    run(&[&["import"], arguments].concat(), "")
}

/// The reading of a file, as JSON.
fn reading(path: &str) -> Value {
    let ended = import(&[path, "--json"]);
    assert_eq!(
        (ended.code, ended.stderr.as_str()),
        (Some(0), ""),
        "{path}: {}",
        ended.stdout
    );
    let report: Value = serde_json::from_str(&ended.stdout).expect("it is JSON");
    report["reading"].clone()
}
