//! The table of all keys that rules are made of, as the page for data editors prints it.

use std::fmt::Write as _;

use raceweek::dataset::schemas;
use serde_json::Value;

use super::miniature::PAGE;

/// The records of rules and of what rules look at, in the order of the page, each with its file.
const RECORDS: [(&str, &str, &str); 25] = [
    ("Rules", "season.schema.json", "a set of rules"),
    ("When", "season.schema.json", "`when`"),
    ("Band", "season.schema.json", "a band"),
    ("Span", "season.schema.json", "a span of `rounds`"),
    ("Scale", "season.schema.json", "one of `scales`"),
    ("Factor", "season.schema.json", "one of `factors`"),
    ("AwardRule", "season.schema.json", "one of `awards` in the rules"),
    ("Holder", "season.schema.json", "`holder`"),
    ("Crew", "season.schema.json", "`crew` of the rules"),
    ("Cars", "season.schema.json", "`cars`"),
    ("Drops", "season.schema.json", "one of `drops`"),
    ("Ties", "season.schema.json", "`ties`"),
    ("Phase", "season.schema.json", "one of `phases`"),
    ("Qualify", "season.schema.json", "`qualify`"),
    ("Championship", "season.schema.json", "one of `championships`"),
    ("Adjustment", "season.schema.json", "one of `adjustments`"),
    ("Annul", "season.schema.json", "`annul`"),
    ("Durations", "season.schema.json", "`durations` of the season"),
    ("Session", "weekends.schema.json", "one of `sessions`"),
    ("Entry", "entries.schema.json", "one of `entries`"),
    ("Classification", "results.schema.json", "one of `classifications`"),
    ("Row", "results.schema.json", "one of `rows`"),
    ("Drive", "results.schema.json", "one of `crew` of a row"),
    ("Award", "results.schema.json", "one of `awards` in a classification"),
    ("PublishedTable", "published.schema.json", "one of `tables`"),
];

fn schema(file: &str) -> Value {
    let (_, text) = schemas()
        .into_iter()
        .find(|(name, _)| name == file)
        .expect("the schema");
    serde_json::from_str(&text).unwrap()
}

/// The values that a schema allows, in a few words, and what its words mean.
fn described(schema: &Value, definitions: &Value) -> (String, String) {
    if let Some(name) = schema["$ref"].as_str().and_then(|at| at.rsplit('/').next()) {
        return named(name, &definitions[name], definitions);
    }
    if let Some(parts) = schema["anyOf"].as_array().or(schema["oneOf"].as_array()) {
        let parts = parts.iter().filter(|part| part["type"] != "null");
        let parts: Vec<(String, String)> = parts.map(|part| described(part, definitions)).collect();
        let join = |texts: Vec<&str>, by: &str| {
            let texts: Vec<&str> = texts.into_iter().filter(|text| !text.is_empty()).collect();
            texts.join(by)
        };
        let kinds = join(parts.iter().map(|(kind, _)| kind.as_str()).collect(), " or ");
        return (
            kinds,
            join(parts.iter().map(|(_, words)| words.as_str()).collect(), "; "),
        );
    }
    let kind = schema["type"]
        .as_str()
        .or_else(|| schema["type"][0].as_str())
        .unwrap_or("value");
    match kind {
        "array" => {
            let (items, words) = described(&schema["items"], definitions);
            (format!("list: {items}"), words)
        }
        "integer" | "number" => ("number".to_owned(), String::new()),
        "boolean" => ("`true` or `false`".to_owned(), String::new()),
        "object" if schema["patternProperties"].is_object() => {
            let values = schema["patternProperties"].as_object().into_iter().flatten().next();
            let (values, words) = described(values.expect("a pattern").1, definitions);
            (format!("ids, each with {values}"), words)
        }
        _ => ("text".to_owned(), String::new()),
    }
}

fn named(name: &str, schema: &Value, definitions: &Value) -> (String, String) {
    let words = schema["oneOf"]
        .as_array()
        .filter(|words| words.iter().all(|word| word["const"].is_string()));
    match (name, words) {
        ("Points", _) => ("points".to_owned(), String::new()),
        ("Slug", _) => ("id".to_owned(), String::new()),
        ("Published", _) => ("moment or day".to_owned(), String::new()),
        ("SessionRef", _) => ("session".to_owned(), String::new()),
        ("CarNumber", _) => ("text".to_owned(), String::new()),
        (_, Some(words)) => {
            let word = |word: &Value| format!("`{}`", word["const"].as_str().unwrap_or_default());
            let means = |one: &Value| {
                let means = one["description"].as_str().unwrap_or_default();
                let bare = means.trim_matches('`') == one["const"].as_str().unwrap_or_default();
                let means = means.trim_end_matches('.');
                if bare {
                    String::new()
                } else {
                    format!("{}: {}", word(one), lower(means))
                }
            };
            let known: Vec<String> = words.iter().map(word).collect();
            let means: Vec<String> = words.iter().map(means).filter(|means| !means.is_empty()).collect();
            (known.join(", "), means.join("; "))
        }
        _ => match RECORDS
            .iter()
            .find(|(record, ..)| *record == name.trim_end_matches('2'))
        {
            Some((_, _, title)) => ((*title).to_owned(), String::new()),
            None if schema["anyOf"].is_array() => described(schema, definitions),
            None => (lower(name), String::new()),
        },
    }
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn table() -> String {
    let mut table = String::new();
    for (record, file, title) in RECORDS {
        let whole = schema(file);
        let definitions = &whole["$defs"];
        let schema = &definitions[record];
        assert!(schema.is_object(), "{file} has no {record}");
        let _ = write!(table, "\n**{title}**\n\n| key | is | means |\n|---|---|---|\n");
        let required = |key: &str| {
            schema["required"]
                .as_array()
                .is_some_and(|keys| keys.contains(&Value::from(key)))
        };
        for (key, value) in schema["properties"].as_object().unwrap() {
            let (kind, words) = described(value, definitions);
            let default = match &value["default"] {
                Value::String(word) => format!("; `{word}` if absent"),
                _ if required(key) => "; must stand".to_owned(),
                _ => String::new(),
            };
            let means = value["description"]
                .as_str()
                .unwrap_or_default()
                .replace('\n', " ")
                .replace('|', "\\|");
            let words = if words.is_empty() { words } else { format!(" {words}") };
            let _ = writeln!(table, "| `{key}` | {kind}{default} | {means}{words} |");
        }
    }
    table
}

#[test]
fn the_page_lists_every_key_of_the_rules() {
    let table = table();
    let (_, rest) = PAGE
        .split_once("<!-- keys: generated from the program, guarded by a test -->\n")
        .expect("a mark");
    let (there, _) = rest.split_once("<!-- end of keys -->").expect("a mark");
    if there != table {
        let meant = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("keys.md");
        std::fs::write(&meant, &table).unwrap();
        panic!("put what is in {} between the marks in data/README.md", meant.display());
    }
}
