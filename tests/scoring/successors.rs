//! Points that are carried on: a car under a new number.

use serde_json::{Value, json};

use super::invented::{Invented, order, plain};

/// Ann's car 85 becomes car 5 before the third of four races; cars are ranked by these rules.
fn renumbered(rules: Value) -> Invented {
    let races = vec![
        order(&["ann", "bob"]),
        order(&["bob", "ann"]),
        order(&["ann", "bob"]),
        order(&["bob", "cid", "ann"]),
    ];
    let mut season = Invented::of(&["ann", "bob", "cid"], &plain(), races);
    season.add("cars", "car", rules);
    let mut after = season.entries[0].clone();
    after["car"] = json!("5");
    after["weekends"] = json!(["stop-2", "stop-3"]);
    season.entries[0]["car"] = json!("85");
    season.entries[0]["weekends"] = json!(["stop-0", "stop-1"]);
    season.entries.as_array_mut().unwrap().push(after);
    season.season["adjustments"] = json!([
        { "championship": "cars", "competitor": "5", "takes_over": "85", "date": "2030-03-12", "reason": "a new number" }
    ]);
    season
}

#[test]
fn a_car_carries_its_points_on_under_a_new_number() {
    let season = renumbered(plain());
    assert_eq!(season.rows("cars", 1), "1 85 10\n2 2 6\n");
    assert_eq!(season.rows("cars", 2), "1 2 16\n1 85 16\n");
    assert_eq!(season.rows("cars", 3), "1 5 26\n2 2 22\n");
    assert_eq!(season.rows("cars", 4), "1 2 32\n2 5 30\n3 3 6\n");
}

#[test]
fn results_under_the_old_number_are_dropped_and_tell_ties_apart_like_the_others() {
    let mut rules = plain();
    rules["drops"] = json!([{ "best": 2 }]);
    let table = renumbered(rules).table("cars", 4);
    let row = |at: usize| {
        let row = &table.rows[at];
        let dropped: Vec<String> = row.dropped.iter().map(ToString::to_string).collect();
        (
            row.competitor.to_string(),
            row.points.unwrap().high.to_string(),
            row.wins,
            dropped.join(" "),
        )
    };
    // Both have two wins and 20 points; car 2 has more second places.
    let (two, five) = ("stop-0/race stop-2/race", "stop-1/race stop-3/race");
    assert_eq!(row(0), ("2".to_owned(), "20".to_owned(), Some(2), two.to_owned()));
    assert_eq!(row(1), ("5".to_owned(), "20".to_owned(), Some(2), five.to_owned()));
}
