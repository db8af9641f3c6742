//! The small season of `data/README.md`, as files that a test can break.

use std::collections::BTreeMap;

use raceweek::dataset::{Folder, check};
use serde_json::Value;

/// The page for people who edit data.
pub const PAGE: &str = include_str!("../../data/README.md");

/// The files of the season: every JSON block that follows a heading with a file's name.
pub fn files() -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for section in PAGE.split("\n### `").skip(1) {
        let (file, rest) = section.split_once('`').expect("a heading names its file");
        let (_, block) = rest.split_once("```json\n").expect("a file's section shows it");
        let (text, _) = block.split_once("```").expect("a block ends");
        files.insert(file.to_owned(), text.to_owned());
    }
    files
}

/// Files as the loader takes them.
pub fn folder(files: BTreeMap<String, String>) -> Folder {
    Folder {
        files: files
            .into_iter()
            .map(|(file, text)| (file, text.into_bytes()))
            .collect(),
        ..Folder::default()
    }
}

/// Output of `raceweek check` for some files.
pub fn printed(files: BTreeMap<String, String>) -> String {
    check(folder(files)).to_string()
}

/// Breaks the files by one line of a case:
///
/// ```text
/// set FILE POINTER JSON       puts a value in place of another, or beside it under a new key
/// push FILE POINTER JSON      adds a value to a list
/// remove FILE POINTER         takes a value away
/// swap FILE TEXT => TEXT      replaces the first such text
/// text FILE TEXT              makes that the file
/// delete FILE                 takes the file away
/// ```
pub fn edit(files: &mut BTreeMap<String, String>, line: &str) {
    let (verb, rest) = line.split_once(' ').expect("a verb and a file");
    let (file, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    match verb {
        "text" => {
            files.insert(file.to_owned(), rest.to_owned());
        }
        "delete" => {
            files.remove(file).expect("the file is there");
        }
        "swap" => {
            let (from, to) = rest.split_once(" => ").expect("two texts");
            let text = files.get_mut(file).expect("the file is there");
            assert!(text.contains(from), "{file} does not hold {from}");
            *text = text.replacen(from, to, 1);
        }
        _ => {
            let text = files.get_mut(file).expect("the file is there");
            let mut whole: Value = serde_json::from_str(text).expect("the file is JSON");
            change(&mut whole, verb, rest);
            *text = whole.to_string();
        }
    }
}

fn change(whole: &mut Value, verb: &str, rest: &str) {
    let (pointer, json) = rest.split_once(' ').unwrap_or((rest, "null"));
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    let value: Value = serde_json::from_str(json).expect("a value");
    if verb == "push" {
        let list = whole.pointer_mut(pointer).and_then(Value::as_array_mut);
        list.expect("a list").push(value);
        return;
    }
    match (verb, whole.pointer_mut(parent).expect("a place")) {
        ("set", Value::Object(object)) => {
            object.insert(key.to_owned(), value);
        }
        ("set", Value::Array(list)) => list[key.parse::<usize>().expect("an index")] = value,
        ("remove", Value::Object(object)) => {
            object.remove(key).expect("the key is there");
        }
        ("remove", Value::Array(list)) => {
            list.remove(key.parse().expect("an index"));
        }
        (verb, _) => panic!("no such edit: {verb}"),
    }
}
