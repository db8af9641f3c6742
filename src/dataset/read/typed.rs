//! Typed reading of a tree: the record, or every value in it that is of a wrong type.
//!
//! The typed parser stops at its first error. What it stumbles over is taken out of a copy, and it tries again.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

use super::json_path::PathKey;

/// Maximum number of errors that are listed.
const MOST: usize = 50;

/// One value that is of a wrong type.
#[derive(Debug)]
pub struct TypeError {
    /// JSON path.
    pub path: String,
    /// Message of the parser.
    pub message: String,
    /// Key that it stands under.
    pub key: String,
    /// The value, if the path leads to one.
    pub value: Option<Value>,
    /// The object around it.
    pub around: Option<Value>,
}

/// All errors of a tree; a record cannot be read from it if there is one.
pub fn type_errors<T: DeserializeOwned>(tree: &Value) -> Vec<TypeError> {
    let mut rest = Remainder {
        tree: tree.clone(),
        taken_items: BTreeMap::new(),
        taken_keys: BTreeSet::new(),
    };
    let mut errors = Vec::new();
    while errors.len() < MOST {
        let read: Result<T, _> = serde_path_to_error::deserialize(&rest.tree);
        let Err(error) = read else { break };
        let steps = steps(error.path(), &rest.tree);
        let message = error.inner().to_string();
        let missing = message
            .strip_prefix("missing field `")
            .and_then(|rest| rest.split('`').next());
        let path = rest.path(&steps);
        // A key that was taken out is not missing.
        let is_taken = missing.is_some_and(|key| rest.taken_keys.contains(&format!("{path}{}", PathKey(key))));
        if !is_taken {
            errors.push(TypeError {
                path,
                message,
                key: steps.iter().rev().find_map(Step::key).unwrap_or_default().to_owned(),
                value: value(&rest.tree, &steps).cloned(),
                around: steps
                    .split_last()
                    .and_then(|(_, above)| value(&rest.tree, above))
                    .cloned(),
            });
        }
        if !rest.take(&steps) {
            break;
        }
    }
    errors
}

/// Path of an error of the parser, as far as the text itself goes.
pub fn json_path(path: &Path) -> String {
    let step = |segment: &Segment| match segment {
        Segment::Seq { index } => format!("[{index}]"),
        Segment::Map { key } | Segment::Enum { variant: key } => PathKey(key).to_string(),
        Segment::Unknown => String::new(),
    };
    path.iter().map(step).fold("$".to_owned(), |path, step| path + &step)
}

/// One step into a tree.
#[derive(Debug, Clone)]
enum Step {
    Key(String),
    Item(usize),
}

impl Step {
    fn key(&self) -> Option<&str> {
        match self {
            Self::Key(key) => Some(key),
            Self::Item(_) => None,
        }
    }

    fn go<'t>(&self, tree: &'t Value) -> Option<&'t Value> {
        match self {
            Self::Key(key) => tree.get(key),
            Self::Item(index) => tree.get(index),
        }
    }
}

/// Steps of an error's path, as far as they can be gone in a tree.
fn steps(path: &Path, tree: &Value) -> Vec<Step> {
    let mut at = tree;
    let mut steps = Vec::new();
    for segment in path {
        let step = match segment {
            Segment::Seq { index } => Step::Item(*index),
            Segment::Map { key } | Segment::Enum { variant: key } => Step::Key(key.clone()),
            Segment::Unknown => continue,
        };
        let Some(next) = step.go(at) else { break };
        at = next;
        steps.push(step);
    }
    steps
}

fn value<'t>(tree: &'t Value, steps: &[Step]) -> Option<&'t Value> {
    steps.iter().try_fold(tree, |at, step| step.go(at))
}

/// Remainder of a tree, and all that was taken out of it.
struct Remainder {
    tree: Value,
    /// Number of items taken from a list, by its path. All before the next error were sound or are taken.
    taken_items: BTreeMap<String, usize>,
    taken_keys: BTreeSet<String>,
}

impl Remainder {
    /// Path of a value in the whole tree.
    fn path(&self, steps: &[Step]) -> String {
        steps.iter().fold("$".to_owned(), |path, step| match step {
            Step::Key(key) => format!("{path}{}", PathKey(key)),
            Step::Item(index) => {
                let taken = self.taken_items.get(&path).copied().unwrap_or(0);
                format!("{path}[{}]", index + taken)
            }
        })
    }

    /// Takes a value out. False if it is the whole tree.
    fn take(&mut self, steps: &[Step]) -> bool {
        let Some((last, above)) = steps.split_last() else {
            return false;
        };
        let (path, list) = (self.path(steps), self.path(above));
        let parent = above.iter().try_fold(&mut self.tree, |at, step| match step {
            Step::Key(key) => at.get_mut(key),
            Step::Item(index) => at.get_mut(index),
        });
        match (parent, last) {
            (Some(Value::Array(items)), Step::Item(index)) if *index < items.len() => {
                items.remove(*index);
                *self.taken_items.entry(list).or_default() += 1;
                true
            }
            (Some(Value::Object(members)), Step::Key(key)) => {
                members.remove(key);
                self.taken_keys.insert(path);
                true
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde_json::json;

    use super::*;

    #[derive(Deserialize)]
    #[expect(dead_code, reason = "only its shape is read")]
    struct Whole {
        rows: Vec<Wheel>,
        name: String,
    }

    #[derive(Deserialize)]
    #[expect(dead_code, reason = "only its shape is read")]
    struct Wheel {
        place: u16,
        laps: Option<u16>,
        cars: Vec<String>,
    }

    #[test]
    fn every_value_of_a_wrong_type_is_found_at_its_own_path() {
        let tree = json!({
            "name": 5,
            "rows": [
                { "place": "1", "laps": "x", "cars": [] },
                { "place": 2, "cars": ["a", 7, "b", 8] },
                7,
                { "place": 3 },
                { "place": true, "cars": [] },
            ],
        });
        let errors = type_errors::<Whole>(&tree);
        let mut paths: Vec<&str> = errors.iter().map(|error| error.path.as_str()).collect();
        paths.sort_unstable();
        assert_eq!(
            paths,
            [
                "$.name",
                "$.rows[0].laps",
                "$.rows[0].place",
                "$.rows[1].cars[1]",
                "$.rows[1].cars[3]",
                "$.rows[2]",
                "$.rows[3]",
                "$.rows[4].place",
            ]
        );
        assert!(errors.iter().any(|error| error.message == "missing field `cars`"));
    }
}
