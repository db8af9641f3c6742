//! Diff of two command manifests, in lines for people.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// Changes that lead from `present` to `wanted`, a line each.
///
/// Discord returns definitions with ids, defaults and empty fields that we do not send; they do not count on either side.
pub fn manifest_diff(present: &[Value], wanted: &[Value]) -> Vec<String> {
    let (present, wanted) = (by_name(present), by_name(wanted));
    let mut lines = Vec::new();
    for (name, definition) in &wanted {
        match present.get(name) {
            None => lines.push(format!("+ /{name}")),
            Some(other) => changes(&format!("~ /{name}"), other, definition, &mut lines),
        }
    }
    let gone = present.keys().filter(|name| !wanted.contains_key(*name));
    lines.extend(gone.map(|name| format!("- /{name}")));
    lines
}

fn by_name(definitions: &[Value]) -> BTreeMap<String, Value> {
    let named = |definition: &Value| {
        let name = definition.get("name").and_then(Value::as_str)?;
        Some((name.to_owned(), normalized(definition)))
    };
    definitions.iter().filter_map(named).collect()
}

/// Definition without fields that Discord adds and without default values.
fn normalized(value: &Value) -> Value {
    const ADDED: [&str; 6] = [
        "id",
        "application_id",
        "version",
        "guild_id",
        "dm_permission",
        "default_permission",
    ];
    match value {
        Value::Object(object) => {
            let mut fields = Map::new();
            for (key, value) in object.iter().filter(|(key, _)| !ADDED.contains(&key.as_str())) {
                let value = normalized(value);
                let is_default = (key == "type" && value == 1)
                    || match &value {
                        Value::Null | Value::Bool(false) => true,
                        Value::Array(items) => items.is_empty(),
                        Value::Object(entries) => entries.is_empty(),
                        _ => false,
                    };
                if !is_default {
                    fields.insert(key.clone(), value);
                }
            }
            Value::Object(fields)
        }
        Value::Array(items) => Value::Array(items.iter().map(normalized).collect()),
        other => other.clone(),
    }
}

/// Adds the lines that lead from one value to another, each beginning with its path.
fn changes(place: &str, from: &Value, to: &Value, lines: &mut Vec<String>) {
    match (from, to) {
        _ if from == to => {}
        (Value::Object(old), Value::Object(new)) => {
            let keys = new.keys().chain(old.keys().filter(|key| !new.contains_key(*key)));
            for key in keys {
                let side = |object: &Map<String, Value>| object.get(key).cloned().unwrap_or(Value::Null);
                changes(&format!("{place} {key}"), &side(old), &side(new), lines);
            }
        }
        (Value::Array(old), Value::Array(new)) if named(old) && named(new) => {
            let (mut before, mut after) = (names(old), names(new));
            if before != after {
                lines.push(format!("{place}: {} -> {}", before.join(", "), after.join(", ")));
            }
            before.retain(|name| after.contains(name));
            after.retain(|name| before.contains(name));
            for name in after {
                let one = |list: &[Value]| {
                    list.iter()
                        .find(|item| item["name"] == name)
                        .cloned()
                        .unwrap_or_default()
                };
                changes(&format!("{place} {name}"), &one(old), &one(new), lines);
            }
        }
        _ => lines.push(format!("{place}: {from} -> {to}")),
    }
}

fn named(items: &[Value]) -> bool {
    items.iter().all(|item| item.get("name").is_some_and(Value::is_string))
}

fn names(items: &[Value]) -> Vec<&str> {
    items.iter().filter_map(|item| item.get("name")?.as_str()).collect()
}
