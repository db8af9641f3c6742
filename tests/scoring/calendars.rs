//! Tables of a calendar that is not whole: known as far as no session can be missing, and else with the reason.

use raceweek::scoring::{Basis, Missing};
use serde_json::{Value, json};

use super::invented::{Invented, order, plain};
use super::loaded;
use crate::support::ask::ask_of;

/// Three races of a calendar that is not whole, counted as these rounds.
fn partial(rules: &Value, rounds: [&str; 3]) -> Invented {
    let races = vec![order(&["ann", "bob"]), order(&["bob", "ann"]), order(&["bob", "cid"])];
    let mut season = Invented::new(rules, races);
    season.season["calendar"] = json!("partial");
    for (stop, round) in rounds.iter().enumerate() {
        season.weekends[stop]["sessions"][0]["round"] = json!(round);
    }
    season
}

#[test]
fn a_table_is_known_as_long_as_no_round_before_it_is_missing() {
    let season = partial(&plain(), ["1", "2", "4"]);
    let (one, two, three) = (season.table("cup", 1), season.table("cup", 2), season.table("cup", 3));
    assert_eq!(season.rows("cup", 1), "1 ann 10\n2 bob 6\n");
    assert_eq!(season.rows("cup", 2), "1 ann 16\n1 bob 16\n");
    assert_eq!((one.of, two.missing, three.basis), (None, vec![], Basis::Unknown));
    assert_eq!(three.missing, [Missing::Weekends]);
}

#[test]
fn the_reason_why_there_is_no_table_is_told() {
    let packs = loaded(&partial(&plain(), ["1", "2", "4"]).files()).unwrap();
    let ask = |line: &str| ask_of(&packs, "2030-04-01T12:00:00Z", line);
    insta::assert_snapshot!(ask("standings after:2"), @"
    ANN and BOB share the lead of Cup with 16 points.
    Test Series 2030 · Cup standings
    After round 2, computed from results.
       P No Driver     Pts Gap
      =1  1 Driver ANN  16   –
      =1  2 Driver BOB  16   –
    ");
    let told = ask("standings after:4 season:2030");
    let why =
        "No table was published, and none can be computed, since weekends are missing in its calendar: not known.";
    assert!(told.contains(why), "{told}");
    let mut rules = plain();
    for part in ["awards", "ties"] {
        rules.as_object_mut().unwrap().remove(part);
    }
    let packs = loaded(&Invented::new(&rules, vec![order(&["ann", "bob"])]).files()).unwrap();
    let told = ask_of(&packs, "2030-04-01T12:00:00Z", "standings after:1 season:2030");
    let why = "since its rules do not say which awards pay and what decides between equal points: not known.";
    assert!(told.contains(why), "{told}");
}

#[test]
fn how_many_are_dropped_is_not_known_while_results_to_come_are_not() {
    let with = |drops: Value| {
        let mut rules = plain();
        rules["drops"] = drops;
        let table = partial(&rules, ["1", "2", "3"]).table("cup", 3);
        (table.basis, table.missing)
    };
    assert_eq!(with(json!([{ "best": 2 }])), (Basis::Computed, vec![]));
    assert_eq!(with(json!([{ "worst": 1 }])), (Basis::Unknown, vec![Missing::Weekends]));
}

#[test]
fn a_cup_that_names_its_weekends_is_whole_whatever_the_calendar() {
    let mut season = partial(&plain(), ["1", "3", "5"]);
    let cup = season.add("legacy", "driver", plain());
    cup["weekends"] = json!(["stop-0", "stop-2"]);
    assert_eq!(season.rows("legacy", 2), "1 bob 16\n2 ann 10\n3 cid 6\n");
    assert_eq!(season.table("legacy", 2).of, Some(2));
}

#[test]
fn a_scale_for_weekends_to_come_is_in_reach() {
    let long = json!([
        { "when": { "minutes": { "from": 1440 } }, "points": [50, 36, 30] },
        { "when": { "minutes": { "from": 480 } }, "points": [38, 27, 23] },
        { "points": [25, 18, 15] }
    ]);
    let mut rules = plain();
    rules["scales"] = long;
    let mut season = partial(&rules, ["1", "2", "3"]);
    for stop in 0..3 {
        season.weekends[stop]["sessions"][0]["minutes"] = json!(1440);
    }
    assert_eq!(season.rows("cup", 1), "1 ann 50\n2 bob 36\n");
    rules["scales"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "points": [10, 6] }));
    season.season["rules"]["rules"] = rules;
    let fault = loaded(&season.files()).unwrap_err();
    assert!(
        fault.contains("[scale-out-of-reach]") && fault.contains("rules, rules, scale 4"),
        "{fault}"
    );
}
