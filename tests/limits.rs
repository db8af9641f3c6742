//! The oracle of Discord's limits takes what is right and names everything that is not.

use serde_json::{Value, json};

use crate::support::limits::{manifest, reply};

fn button(custom_id: &str) -> Value {
    json!({"type": 2, "style": 2, "label": "Next", "custom_id": custom_id})
}

fn message(content: &str, description: &str, buttons: &[Value]) -> Value {
    json!({"type": 4, "data": {
        "content": content,
        "embeds": [{"title": "Standings", "description": description}],
        "components": [{"type": 1, "components": buttons}],
        "allowed_mentions": {"parse": []},
    }})
}

#[test]
fn a_good_reply_passes_in_every_shape() {
    let callback = message("", "```\n1 Hartog\n```", &[button("a"), button("b")]);
    assert_eq!(reply(&callback), Ok(()));
    assert_eq!(reply(&callback["data"]), Ok(()));
    assert_eq!(reply(&json!({"type": 5, "data": {"flags": 64}})), Ok(()));
    let choice = json!({"name": "Hartog", "value": "jake-hartog"});
    assert_eq!(reply(&json!({"type": 8, "data": {"choices": [choice]}})), Ok(()));
}

#[test]
fn every_fault_of_a_reply_is_named() {
    let wide = format!("fine: {0}\n```\n{0}\n```", "x".repeat(35));
    let long = "y".repeat(101);
    let mut bad = message(&"z".repeat(2001), &wide, &[button("a"), button("a"), button(&long)]);
    bad["data"]["allowed_mentions"] = json!({"parse": ["everyone"]});
    bad["data"]["embeds"][0]["title"] = json!("t".repeat(257));
    insta::assert_snapshot!(reply(&bad).unwrap_err(), @r#"
    `allowed_mentions` must have an empty `parse`, not {"parse":["everyone"]}
    content: ContentInvalid
    embeds: EmbedInvalid { idx: 0, kind: TitleTooLarge { chars: 257 } }
    components: ComponentInvalid { idx: 0, kind: ComponentCustomIdLength { chars: 101 } }
    two components have the custom id "a"
    a custom id of 101 characters: "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"
    a line of code wider than 34 columns: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
    "#);
    insta::assert_snapshot!(reply(&json!({"type": 7, "data": {}})).unwrap_err(), @r"
    an empty message
    `allowed_mentions` must have an empty `parse`, not null
    ");
}

#[test]
fn choices_are_few_and_short() {
    let choice = json!({"name": "n".repeat(101), "value": ""});
    let choices = vec![choice; 26];
    let found = reply(&json!({"type": 8, "data": {"choices": choices}})).unwrap_err();
    assert_eq!(found.lines().count(), 1 + 2 * 26, "{found}");
}

#[test]
fn every_fault_of_a_manifest_is_named() {
    let option = json!({"type": 3, "name": "track", "description": "Where", "autocomplete": true});
    let good = json!({"name": "next", "description": "What is next", "options": [option]});
    assert_eq!(manifest(&json!([good])), Ok(()));
    let loud = json!({"name": "NEXT", "description": "What is next"});
    let mute = json!({"name": "last", "description": ""});
    insta::assert_snapshot!(manifest(&json!([good, good, loud, mute])).unwrap_err(), @r#"
    two commands are named "next"
    command "NEXT": command name must only contain lowercase alphanumeric characters, found `N`
    command "last": command description must be between 1 and 100 characters
    "#);
}
