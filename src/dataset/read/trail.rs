//! Trail of a JSON path: its steps as people count them, from 1, each with the name of what stands there.

use serde_json::Value;

use super::json_path::prefixes;
use crate::dataset::fault::{clipped, printable};

/// Maximum length of a name that is shown, in characters.
const LONGEST: usize = 60;

/// Keys that a record is known by, the most telling first.
const NAMING: [&str; 13] = [
    "id",
    "session",
    "competitor",
    "driver",
    "crew",
    "drivers",
    "car",
    "team",
    "award",
    "championship",
    "weekend",
    "name",
    "series",
];

/// Trail of a path in a tree: `classification 3 (spa/race), row 4 (anna-berg), place`. Empty for a whole file.
pub fn trail(path: &str, tree: Option<&Value>) -> String {
    let mut at = tree;
    let mut steps: Vec<String> = Vec::new();
    let mut start = 1;
    for prefix in prefixes(path).skip(1) {
        let step = path.get(start..prefix.len()).unwrap_or_default();
        start = prefix.len();
        if let Some(index) = item(step) {
            at = at.and_then(|list| list.get(index));
            let list = steps.pop().unwrap_or_default();
            let name = at.and_then(name).map_or_else(String::new, |name| format!(" ({name})"));
            steps.push(format!("{} {}{name}", one_of(&list), index + 1));
        } else {
            let key = key(step);
            at = at.and_then(|object| object.get(&key));
            steps.push(key);
        }
    }
    printable(&steps.join(", "))
}

/// Index of a step into a list: `[3]`.
fn item(step: &str) -> Option<usize> {
    step.strip_prefix('[')?.strip_suffix(']')?.parse().ok()
}

/// Key of a step into an object: `.place` or `["the place"]`.
fn key(step: &str) -> String {
    let quoted = step.strip_prefix('[').and_then(|step| step.strip_suffix(']'));
    let text = quoted.and_then(|quoted| serde_json::from_str(quoted).ok());
    text.unwrap_or_else(|| step.trim_start_matches('.').to_owned())
}

/// Name of one item of a list: `row` for `rows`.
fn one_of(list: &str) -> String {
    match list {
        "classes" | "aliases" => list.trim_end_matches("es").to_owned(),
        _ => match list.strip_suffix("ies") {
            Some(start) => format!("{start}y"),
            None => list.strip_suffix('s').unwrap_or(list).to_owned(),
        },
    }
}

/// Name of a record, or the text that stands in a list itself.
fn name(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => Some(text.clone()),
        Value::Object(_) => NAMING.iter().find_map(|key| match value.get(key)? {
            Value::String(text) => Some(if *key == "car" {
                format!("car {text}")
            } else {
                text.clone()
            }),
            Value::Array(items) => {
                let names: Vec<String> = items.iter().filter_map(name).collect();
                (!names.is_empty()).then(|| names.join(", "))
            }
            _ => None,
        }),
        _ => None,
    };
    text.map(|text| clipped(&text, LONGEST))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn steps_are_counted_from_one_and_named() {
        let tree = json!({
            "classifications": [{ "session": "spa/race", "rows": [{ "place": 1 }, { "car": "7", "crew": ["ann", "bob"] }] }],
            "rules": { "a b": { "points": [25] } }
        });
        let shown = |path: &str| trail(path, Some(&tree));
        assert_eq!(
            shown("$.classifications[0].rows[1].crew[0]"),
            "classification 1 (spa/race), row 2 (ann, bob), crew 1 (ann)"
        );
        assert_eq!(
            shown("$.classifications[0].rows[0].place"),
            "classification 1 (spa/race), row 1, place"
        );
        assert_eq!(shown(r#"$.rules["a b"].points[0]"#), "rules, a b, point 1");
        assert_eq!(shown("$"), "");
        assert_eq!(trail("$.entries[2].x", None), "entry 3, x");
    }
}
