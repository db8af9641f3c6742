//! Documents in the repository about the data say what the program does.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use raceweek::dataset::{rules, schemas};

use super::miniature::PAGE;

#[test]
fn the_schemas_are_the_generated_ones() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/schema");
    let hint = "run `raceweek schema --write data/schema`";
    for (name, text) in schemas() {
        let there = fs::read_to_string(folder.join(&name)).unwrap_or_default();
        assert!(
            there == text,
            "data/schema/{name} is not what the program reads: {hint}"
        );
    }
    assert_eq!(
        fs::read_dir(&folder).unwrap().count(),
        schemas().len(),
        "{hint}, and remove what is left over"
    );
}

#[test]
fn no_record_of_a_schema_is_open() {
    for (name, text) in schemas() {
        let schema: serde_json::Value = serde_json::from_str(&text).unwrap();
        let mut waiting = vec![&schema];
        while let Some(part) = waiting.pop() {
            if part.get("properties").is_some_and(serde_json::Value::is_object) && part.get("type").is_some() {
                assert_eq!(part["additionalProperties"], false, "{name}: {part}");
            }
            match part {
                serde_json::Value::Object(object) => waiting.extend(object.values()),
                serde_json::Value::Array(list) => waiting.extend(list),
                _ => {}
            }
        }
    }
}

#[test]
fn the_page_lists_the_rules() {
    let mut table = String::from("| rule | holds |\n|---|---|\n");
    let mut names: Vec<&str> = Vec::new();
    for (rule, _) in rules() {
        if !names.contains(&rule) {
            names.push(rule);
        }
    }
    for name in names {
        let holds: Vec<&str> = rules()
            .filter(|(rule, _)| *rule == name)
            .map(|(_, holds)| holds)
            .collect();
        let _ = writeln!(table, "| `{name}` | {} |", holds.join("; "));
    }
    let (_, rest) = PAGE
        .split_once("<!-- rules: generated from the program, guarded by a test -->\n")
        .expect("a mark");
    let (there, _) = rest.split_once("<!-- end of rules -->").expect("a mark");
    assert!(there == table, "put this between the marks in data/README.md:\n{table}");
}
