//! Writing of what was read: a change in words, the pack after it, revisions, choices that are remembered.

use serde_json::Value;

use super::import;
use super::pages::race;
use crate::scoring::invented::{Invented, plain};
use crate::support::folder::Folder;
use crate::support::process::{Ended, run};

/// An invented season of 2024 with one race that is not run yet, as the pack knows.
pub fn season() -> Folder {
    let season = Invented::new(&plain(), vec![Value::Null]);
    let dated = |json: &Value| serde_json::from_str(&json.to_string().replace("2030", "2024")).unwrap();
    let files = season.files();
    let files = files
        .iter()
        .map(|(name, json)| (name.replace("2030", "2024"), dated(json)));
    let folder = Folder::new();
    for (name, json) in files {
        let json: Value = json;
        folder.write(&name, &(serde_json::to_string_pretty(&json).unwrap() + "\n"));
    }
    folder
}

/// The six drivers of the invented season in the order of their cars.
const ROWS: [(&str, &str, &str, &str); 6] = [
    ("1", "Driver ANN", "GT", "Classified"),
    ("2", "Driver BOB", "GT", "Classified"),
    ("3", "D. CID", "gt", "Classified"),
    ("4", "Driver DOT", "GT", "Classified"),
    ("5", "Driver EVE", "GT", "Classified (not finished)"),
    ("6", "Driver FAY", "GT", "Not started"),
];

pub fn write(folder: &Folder, page: &Value, more: &[&str]) -> Ended {
    let pages = Folder::of(&[("race.json", page.clone())]);
    let (data, page) = (
        folder.path().to_string_lossy().into_owned(),
        pages.path().join("race.json"),
    );
    let page = page.to_string_lossy().into_owned();
    let arguments = [page.as_str(), "--series", "test", "--season", "2024", "--data", &data];
    let mut ended = import(&[&arguments[..], more].concat());
    ended.stdout = ended
        .stdout
        .replace(&*pages.path().to_string_lossy(), "pages")
        .replace(&data, "packs");
    ended
}

fn standings(folder: &Folder) -> String {
    let data = folder.path().to_string_lossy().into_owned();
    let ended = run(
        &[
            "ask",
            "--data",
            &data,
            "--series",
            "test",
            "--now",
            "2024-12-01T12:00:00Z",
            "/standings cup",
        ],
        "",
    );
    ended.stdout
}

#[test]
fn a_result_is_told_written_and_scored() {
    let folder = season();
    let page = race("Official", &ROWS);
    let before = folder.read("test/2024/results.json");
    let told = write(&folder, &page, &[]);
    assert_eq!((told.code, told.stderr.as_str()), (Some(0), ""), "{}", told.stdout);
    assert!(
        told.stdout
            .ends_with("stop-0/race: new, 6 rows\nNothing is written: add --write to write it.\n"),
        "{}",
        told.stdout
    );
    assert_eq!(
        folder.read("test/2024/results.json"),
        before,
        "nothing is written unasked"
    );
    let written = write(&folder, &page, &["--write"]);
    assert_eq!(written.code, Some(0), "{}", written.stdout);
    insta::assert_snapshot!(written.stdout);
    insta::assert_snapshot!(folder.read("test/2024/results.json"));
    insta::assert_snapshot!(standings(&folder));
    let again = write(&folder, &page, &["--write"]);
    assert!(
        again.stdout.ends_with("stop-0/race: nothing new\nNothing to write.\n"),
        "{}",
        again.stdout
    );
}

#[test]
fn a_correction_is_a_revision_and_a_step_back_is_refused() {
    let folder = season();
    assert_eq!(write(&folder, &race("Provisional", &ROWS), &["--write"]).code, Some(0));
    let mut amended = ROWS;
    amended.swap(0, 1);
    let told = write(&folder, &race("Official", &amended), &["--write"]);
    assert_eq!(told.code, Some(0), "{}", told.stdout);
    insta::assert_snapshot!(told.stdout);
    let results: Value = serde_json::from_str(&folder.read("test/2024/results.json")).unwrap();
    let known: Vec<(&Value, &Value, &Value)> = results["classifications"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (&one["revision"], &one["status"], &one["rows"][0]["driver"]))
        .collect();
    assert_eq!(
        serde_json::json!(known),
        serde_json::json!([[null, "provisional", "ann"], [2, "official", "bob"]])
    );
    let back = write(&folder, &race("Provisional", &ROWS), &["--write"]);
    assert_eq!(back.code, Some(1));
    assert!(back.stdout.contains("error[older-result]: "), "{}", back.stdout);
}

#[test]
fn an_empty_sheet_takes_nothing_away() {
    let folder = season();
    assert_eq!(write(&folder, &race("Official", &ROWS), &["--write"]).code, Some(0));
    let before = folder.read("test/2024/results.json");
    for few in [&ROWS[..0], &ROWS[..2]] {
        let told = write(&folder, &race("Official", few), &["--write"]);
        assert_eq!(
            (told.code, folder.read("test/2024/results.json")),
            (Some(1), before.clone()),
            "{}",
            told.stdout
        );
        assert!(told.stdout.contains("error[fewer-rows]: "), "{}", told.stdout);
    }
}

#[test]
fn who_is_not_known_is_a_fault_with_the_line_to_add_or_is_added() {
    let folder = season();
    let mut rows = ROWS;
    rows[3] = ("44", "Zoë Abara", "GTX", "Classified");
    let told = write(&folder, &race("Official", &rows), &["--write"]);
    assert_eq!(told.code, Some(1));
    insta::assert_snapshot!(told.stdout);
    let added = write(
        &folder,
        &race("Official", &rows),
        &["--write", "--add-missing", "--as", "GTX=gt"],
    );
    assert_eq!(added.code, Some(0), "{}", added.stdout);
    insta::assert_snapshot!(standings(&folder));
    let remembered = write(&folder, &race("Official", &rows), &[]);
    assert!(
        remembered
            .stdout
            .ends_with("stop-0/race: nothing new\nNothing to write.\n"),
        "{}",
        remembered.stdout
    );
}

#[test]
fn an_import_is_taken_back_unless_somebody_changed_the_files_since() {
    let folder = season();
    let before = folder.read("test/2024/results.json");
    let data = folder.path().to_string_lossy().into_owned();
    let undo = || import(&["--undo", "--data", &data]);
    assert_eq!(undo().stderr, "raceweek: nothing is kept that could be undone\n");
    assert_eq!(write(&folder, &race("Official", &ROWS), &["--write"]).code, Some(0));
    let after = folder.read("test/2024/results.json");
    folder.write("test/2024/results.json", &(after.clone() + "\n"));
    assert_eq!(
        undo().stderr,
        "raceweek: 'test/2024/results.json' was changed since: undo it by hand, or restore the file first\n"
    );
    folder.write("test/2024/results.json", &after);
    assert_eq!(
        undo().stdout,
        "Taken back: test/2024/results.json, test/2024/season.json, test/sources.json.\n"
    );
    assert_eq!(folder.read("test/2024/results.json"), before);
}
