//! The examples in the chapter about scoring rules: each is read as it stands, in a season that has what it names.

use std::collections::BTreeSet;

use raceweek::dataset::check;
use serde_json::{Value, json};

use super::miniature::{PAGE, folder};
use crate::scoring::invented::{Invented, plain};

/// The blocks of the chapter, each with the words before it.
fn blocks() -> Vec<(&'static str, Value)> {
    let (_, chapter) = PAGE.split_once("\n## Scoring rules\n").expect("the chapter");
    let (chapter, _) = chapter.split_once("\n## ").expect("the next chapter");
    let mut parts = chapter.split("```json\n");
    let mut before = parts.next().expect("words before the first block");
    let mut blocks = Vec::new();
    for part in parts {
        let (text, after) = part.split_once("```").expect("a block ends");
        let block = serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in\n{text}"));
        blocks.push((before.trim().lines().last().unwrap_or_default(), block));
        before = after;
    }
    blocks
}

/// Every text under one of these keys, in lists or alone.
fn texts(value: &Value, keys: &[&str]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                let list = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
                let here = list
                    .iter()
                    .filter_map(Value::as_str)
                    .filter(|_| keys.contains(&key.as_str()));
                found.extend(here.map(str::to_owned));
                found.extend(texts(value, keys));
            }
        }
        Value::Array(list) => found.extend(list.iter().flat_map(|value| texts(value, keys))),
        _ => {}
    }
    found
}

/// A season of 36 rounds with the weekends, stages, classes and people that a block names.
fn season_around(block: &Value) -> Vec<(&'static str, Value)> {
    let mut season = Invented::new(&plain(), vec![Value::Null; 36]);
    season.season["championships"] = json!([]);
    let sessions = texts(block, &["session", "sessions"]);
    let weekends: BTreeSet<String> = sessions
        .iter()
        .filter_map(|session| Some(session.split_once('/')?.0.to_owned()))
        .chain(texts(block, &["weekends"]).into_iter().filter(|id| id != "all"))
        .collect();
    let mut stages = texts(block, &["at", "stage"]);
    stages.remove("end");
    let lengths = [json!(null), json!(360), json!(480), json!(1440)];
    for (index, weekend) in season.weekends.as_array_mut().unwrap().iter_mut().enumerate() {
        if let Some(id) = weekends.iter().nth(index) {
            weekend["id"] = json!(id);
        }
        let mut race = weekend["sessions"][0].clone();
        race["stages"] = json!(stages);
        race["minutes"] = lengths[index % lengths.len()].clone();
        let of_kind = |kind: &str| {
            let mut session = race.clone();
            for (key, value) in [("id", kind), ("kind", kind), ("name", kind)] {
                session[key] = json!(value);
            }
            session.as_object_mut().unwrap().remove("minutes");
            session
        };
        let second = json!({ "id": "race-2", "kind": "race", "name": "Race 2", "round": format!("{}b", index + 1) });
        weekend["sessions"] = json!([of_kind("qualifying"), of_kind("sprint"), race, second]);
    }
    let mut classes = texts(block, &["class"]);
    classes.insert("gt".to_owned());
    let class = |id: &String| json!({ "id": id, "name": format!("Class {id}") });
    season.season["classes"] = classes.iter().map(class).collect();
    for part in ["championships", "adjustments", "rules"] {
        if let Some(value) = block.get(part) {
            season.season[part] = value.clone();
        }
    }
    if !["championships", "adjustments", "rules", "entries", "classifications"]
        .iter()
        .any(|key| block.get(*key).is_some())
    {
        for (key, value) in block.as_object().unwrap() {
            season.season["rules"]["rules"][key] = value.clone();
        }
    }
    for named in texts(&season.season["championships"], &["rules"]) {
        if season.season["rules"][&named].is_null() {
            season.season["rules"][&named] = plain();
        }
    }
    if season.season["championships"] == json!([]) {
        let cup = json!({ "id": "cup", "name": "Cup", "ranks": "driver", "rules": "rules" });
        season.season["championships"] = json!([cup]);
    }
    season.entries = block.get("entries").cloned().unwrap_or_else(|| json!([]));
    let entries = season.entries.as_array_mut().unwrap();
    let entered = texts(block, &["drivers"]);
    let tags: Vec<&String> = block
        .get("ineligible")
        .and_then(Value::as_object)
        .into_iter()
        .flat_map(|tags| tags.keys())
        .collect();
    let tagged = texts(block, &["tagged"]);
    let mut drivers = texts(block, &["driver", "crew", "competitor"]);
    drivers.extend(["ann", "bob"].map(str::to_owned));
    for driver in drivers.difference(&entered) {
        entries.push(json!({ "drivers": [driver], "team": driver, "class": "gt", "weekends": "all" }));
    }
    for (index, car) in texts(block, &["car"]).iter().enumerate() {
        if !entries.iter().any(|entry| entry["car"] == json!(car)) {
            entries
                .push(json!({ "car": car, "drivers": [format!("driver-{index}")], "class": "gt", "weekends": "all" }));
        }
    }
    entries[0]["tags"] = tags
        .iter()
        .map(|tag| json!(tag))
        .chain(tagged.iter().map(|tag| json!(tag)))
        .collect();
    season.races = block
        .get("classifications")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    for race in &mut season.races {
        race["sources"] = json!(["sheet"]);
    }
    season.files()
}

#[test]
fn every_example_of_the_rules_is_read_and_sound() {
    let mut wrong = Vec::new();
    let blocks = blocks();
    for (before, block) in &blocks {
        let files = season_around(block);
        let files = files
            .into_iter()
            .map(|(name, json)| (name.to_owned(), json.to_string()))
            .collect();
        let verdict = check(folder(files));
        // The season around the examples is of no particular year.
        let told = |fault: &&raceweek::dataset::Fault| {
            let idle = ["rule-without-session", "unused-tag", "unpaid-pool"].contains(&fault.rule);
            (fault.is_error() || idle) && fault.rule != "adjustment-outside-season"
        };
        for fault in verdict.faults.iter().filter(told) {
            wrong.push(format!("after \"{before}\":\n{fault}\n{block}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(blocks.len() > 25, "the chapter has lost its examples: {}", blocks.len());
}
