//! Discord's limits as an oracle: payloads are validated by an independent library, and by a few rules of our own.

use std::collections::HashSet;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use twilight_model::application::command::Command;
use twilight_model::channel::message::{Component, Embed};
use twilight_validate::{command, message};
use unicode_width::UnicodeWidthStr as _;

use super::interaction::custom_ids;
use super::rest::as_registered;

/// The columns that a phone shows of a code block before it wraps.
const CODE_COLUMNS: usize = 34;

/// Validates definitions as global commands; returns every violation.
pub fn manifest(definitions: &Value) -> Result<(), String> {
    let mut violations = Vec::new();
    let mut names = HashSet::new();
    let definitions = definitions.as_array().ok_or("the manifest is not a list")?;
    if definitions.len() > 100 {
        violations.push(format!("{} commands, at most 100", definitions.len()));
    }
    for definition in definitions {
        let name = &definition["name"];
        if !names.insert(name.to_string()) {
            violations.push(format!("two commands are named {name}"));
        }
        let verdict = read::<Command>(as_registered(definition))
            .and_then(|command| command::command(&command).map_err(|error| error.to_string()));
        violations.extend(verdict.err().map(|error| format!("command {name}: {error}")));
    }
    verdict(&violations)
}

/// Validates a callback, an edit or a follow-up, by Discord's limits and our own rules for replies; returns every
/// violation.
pub fn reply(body: &Value) -> Result<(), String> {
    match body["type"].as_u64() {
        Some(5 | 6) => Ok(()),
        Some(8) => verdict(&choices(&body["data"]["choices"])),
        _ => verdict(&message(body.get("data").unwrap_or(body))),
    }
}

fn choices(choices: &Value) -> Vec<String> {
    let Some(choices) = choices.as_array() else {
        return vec!["an autocompletion without choices".to_owned()];
    };
    let mut violations = Vec::new();
    if choices.len() > 25 {
        violations.push(format!("{} choices, at most 25", choices.len()));
    }
    for choice in choices {
        for key in ["name", "value"] {
            let long = choice[key].as_str().map_or(1, |text| text.chars().count());
            if !(1..=100).contains(&long) {
                violations.push(format!("a choice's {key} of {long} characters: {choice}"));
            }
        }
    }
    violations
}

fn message(data: &Value) -> Vec<String> {
    let mut violations = Vec::new();
    let content = data["content"].as_str().unwrap_or_default();
    let empty = |key: &str| data[key].as_array().is_none_or(Vec::is_empty);
    if content.is_empty() && empty("embeds") && empty("components") {
        violations.push("an empty message".to_owned());
    }
    if data["allowed_mentions"]["parse"] != json!([]) {
        let found = &data["allowed_mentions"];
        violations.push(format!("`allowed_mentions` must have an empty `parse`, not {found}"));
    }
    if let Err(error) = message::content(content) {
        violations.push(format!("content: {:?}", error.kind()));
    }
    violations.extend(embeds(data).err());
    violations.extend(components(data).err());
    violations.extend(clashing_ids(data));
    violations.extend(texts(data).into_iter().flat_map(wide_lines));
    violations
}

fn embeds(data: &Value) -> Result<(), String> {
    let mut embeds = list(&data["embeds"]);
    for embed in embeds.as_array_mut().into_iter().flatten() {
        embed["type"] = json!("rich");
    }
    let embeds: Vec<Embed> = read(embeds)?;
    message::embeds(&embeds).map_err(|error| format!("embeds: {:?}", error.kind()))
}

fn components(data: &Value) -> Result<(), String> {
    let components: Vec<Component> = read(list(&data["components"]))?;
    message::components(&components, false).map_err(|error| format!("components: {:?}", error.kind()))
}

fn clashing_ids(data: &Value) -> Vec<String> {
    let mut violations = Vec::new();
    let mut seen = HashSet::new();
    for id in custom_ids(data) {
        let long = id.chars().count();
        if !(1..=100).contains(&long) {
            violations.push(format!("a custom id of {long} characters: {id:?}"));
        }
        if !seen.insert(id.clone()) {
            violations.push(format!("two components have the custom id {id:?}"));
        }
    }
    violations
}

/// Everything in which a code block can stand.
fn texts(data: &Value) -> Vec<&str> {
    let embeds = data["embeds"].as_array().into_iter().flatten();
    let fields = embeds.clone().filter_map(|embed| embed["fields"].as_array());
    let values = fields.flatten().map(|field| &field["value"]);
    let descriptions = embeds.map(|embed| &embed["description"]);
    let texts = std::iter::once(&data["content"]).chain(descriptions).chain(values);
    texts.filter_map(Value::as_str).collect()
}

fn wide_lines(text: &str) -> Vec<String> {
    let fenced = text.split("```").skip(1).step_by(2);
    let wide = |line: &&str| line.width() > CODE_COLUMNS;
    let lines = fenced.flat_map(str::lines).filter(wide);
    let violation = |line| format!("a line of code wider than {CODE_COLUMNS} columns: {line:?}");
    lines.map(violation).collect()
}

fn list(value: &Value) -> Value {
    if value.is_null() { json!([]) } else { value.clone() }
}

fn read<T: DeserializeOwned>(value: Value) -> Result<T, String> {
    let shown = value.to_string();
    serde_json::from_value(value).map_err(|error| format!("{error} in {shown}"))
}

fn verdict(violations: &[String]) -> Result<(), String> {
    if violations.is_empty() {
        Ok(())
    } else {
        Err(violations.join("\n"))
    }
}
