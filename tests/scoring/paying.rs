//! Rules for one session: who is paid for which place. Each requirement that no small case covers.

use serde_json::{Value, json};

use super::invented::{Invented, order, plain};

/// An award of the class, won by somebody.
fn won(award: &str, driver: &str) -> Value {
    json!({ "award": award, "class": "gt", "driver": driver })
}

/// The order of a race in which cars had crews: a list of lists.
fn crews(cars: &[&[Value]]) -> Value {
    let mut race = order(&vec!["ann"; cars.len()]);
    for (row, crew) in race["rows"].as_array_mut().unwrap().iter_mut().zip(cars) {
        *row = json!({ "place": row["place"], "crew": crew, "laps": 60 });
    }
    race
}

#[test]
fn a_crew_shares_as_the_rules_say() {
    let points = |share: &str| {
        let mut rules = plain();
        rules["crew"] = json!({ "share": share });
        let race = crews(&[&[json!("ann"), json!("bob")], &[json!("cid")]]);
        Invented::new(&rules, vec![race]).rows("cup", 1)
    };
    assert_eq!(points("all"), "1 ann 10\n1 bob 10\n3 cid 6\n");
    assert_eq!(points("split"), "1 cid 6\n2 ann 5\n2 bob 5\n");
    // From 1958 a shared car scored nothing in Formula 1.
    assert_eq!(points("none"), "1 cid 6\n2 ann 0\n2 bob 0\n");
    // In IndyCar a relief driver gets nothing: whoever started is named first.
    assert_eq!(points("first"), "1 ann 10\n2 cid 6\n3 bob 0\n");
}

#[test]
fn who_drove_too_little_of_a_shared_car_gets_nothing_and_the_others_keep_theirs() {
    let points = |crew: Value| {
        let mut rules = plain();
        rules["crew"] = crew;
        let drive =
            |driver: &str, laps: u16, minutes: u16| json!({ "driver": driver, "laps": laps, "minutes": minutes });
        let race = crews(&[&[drive("ann", 50, 100), drive("bob", 10, 20)], &[json!("cid")]]);
        Invented::new(&rules, vec![race]).rows("cup", 1)
    };
    let alone = "1 ann 10\n2 cid 6\n3 bob 0\n";
    assert_eq!(points(json!({ "share": "split", "least_laps": 20 })), alone);
    assert_eq!(points(json!({ "share": "split", "least_share": "1/3" })), alone);
    assert_eq!(points(json!({ "share": "split", "least_minutes": 30 })), alone);
    assert_eq!(points(json!({ "share": "all", "least_minutes": 30 })), alone);
    assert_eq!(
        points(json!({ "share": "split", "least_share": "1/6" })),
        "1 cid 6\n2 ann 5\n2 bob 5\n"
    );
}

#[test]
fn a_driver_of_two_cars_scores_for_both_or_for_the_better_alone() {
    let points = |cars: Value| {
        let mut rules = plain();
        rules["cars"] = cars;
        rules["crew"] = json!({ "share": "split" });
        let race = crews(&[&[json!("ann")], &[json!("bob"), json!("ann")], &[json!("cid")]]);
        Invented::new(&rules, vec![race]).rows("cup", 1)
    };
    assert_eq!(points(json!({})), "1 ann 13\n2 cid 4\n3 bob 3\n");
    assert_eq!(points(json!({ "best": 1 })), "1 ann 10\n2 cid 4\n3 bob 3\n");
}

#[test]
fn a_second_car_is_known_by_its_number_whoever_else_drives_it() {
    let race = json!({ "rows": [
        { "place": 1, "driver": "bob" },
        { "place": 2, "driver": "ann" },
        { "place": 3, "car": "3", "crew": ["ann", "cid"] },
    ], "awards": [{ "award": "fastest-lap", "class": "am", "driver": "ann", "car": "3" }], "complete": true, "sources": ["sheet"] });
    let mut season = Invented::of(&["ann", "bob", "cid"], &plain(), vec![race]);
    season.season["classes"] = json!([{ "id": "gt", "name": "GT" }, { "id": "am", "name": "Am" }]);
    season.entries[2]["class"] = json!("am");
    season.add("all", "driver", plain());
    // Second in her own class, and first with cid in the other.
    assert_eq!(season.rows("all", 1), "1 ann 16\n2 bob 10\n2 cid 10\n");
}

#[test]
fn a_place_at_a_stage_pays_and_is_no_win() {
    let mut rules = plain();
    rules["scales"] = json!([{ "at": ["half-way", "end"], "points": [3, 2] }]);
    let mut half_way = order(&["ann", "bob"]);
    half_way["session"] = json!("stop-0/race");
    half_way["stage"] = json!("half-way");
    let mut season = Invented::new(&rules, vec![order(&["bob", "ann"])]);
    season.weekends[0]["sessions"][0]["stages"] = json!(["half-way"]);
    season.races.push(half_way);
    assert_eq!(season.rows("cup", 1), "1 bob 5\n2 ann 5\n");
}

#[test]
fn only_nominated_cars_score_for_their_make_and_the_others_take_no_place() {
    let mut season = Invented::new(&plain(), vec![order(&["ann", "bob", "cid", "dot", "eve", "fay"])]);
    for (entry, make) in ["a", "a", "b", "a", "b", "b"].iter().enumerate() {
        season.entries[entry]["make"] = json!(make);
    }
    season.entries[0]["tags"] = json!(["not-nominated"]);
    let mut rules = plain();
    rules["cars"] = json!({ "best": 2 });
    rules["ineligible"] = json!({ "not-nominated": "move-up" });
    season.add("makes", "make", rules);
    assert_eq!(season.rows("makes", 1), "1 a 14\n2 b 9\n");
    // For the drivers nobody is nominated.
    assert!(season.rows("cup", 1).starts_with("1 ann 10\n"));
}

#[test]
fn an_ineligible_car_makes_room_or_keeps_its_place() {
    let table = |effect: &str| {
        let mut rules = plain();
        rules["ineligible"] = json!({ "outside": effect });
        let races = vec![order(&["ann", "bob", "cid"]), order(&["cid", "dot", "bob"])];
        let mut season = Invented::new(&rules, races);
        season.races[0]["rows"][0]["tags"] = json!(["outside"]);
        season.rows("cup", 2)
    };
    // Bob was second on the road behind ann, and cid third; cid won the other race, in which bob was third.
    assert_eq!(table("keep-places"), "1 cid 14\n2 bob 10\n3 dot 6\n4 ann 0\n");
    assert_eq!(table("move-up"), "1 cid 16\n2 bob 14\n3 dot 6\n4 ann 0\n");
    assert_eq!(table("invisible"), "1 cid 16\n2 bob 14\n3 dot 6\n4 ann 0\n");
}

#[test]
fn ties_look_at_the_place_that_was_paid_or_at_the_place_on_the_road() {
    let table = |effect: &str, places: &str| {
        let mut rules = plain();
        rules["scales"] = json!([{ "points": [4, 4, 2] }]);
        rules["ineligible"] = json!({ "outside": effect });
        rules["ties"] = json!({ "by": ["countback"], "places": places });
        let mut season = Invented::new(&rules, vec![order(&["eve", "ann", "bob"]), order(&["bob", "ann"])]);
        season.races[0]["rows"][0]["tags"] = json!(["outside"]);
        season.rows("cup", 2)
    };
    // Ann was paid for a first and a second place, bob for a second and a first; on the road she was second twice.
    assert_eq!(table("move-up", "effective"), "1 ann 8\n1 bob 8\n3 eve 0\n");
    assert_eq!(table("move-up", "road"), "1 bob 8\n2 ann 8\n3 eve 0\n");
    assert_eq!(table("invisible", "road"), "1 ann 8\n1 bob 8\n3 eve 0\n");
}

#[test]
fn a_tag_of_one_drive_takes_the_points_of_that_driver_alone() {
    let mut rules = plain();
    rules["ineligible"] = json!({ "short-drive": "keep-places" });
    let drive = json!({ "driver": "bob", "tags": ["short-drive"] });
    let race = crews(&[&[json!("ann"), drive], &[json!("cid")]]);
    assert_eq!(
        Invented::new(&rules, vec![race]).rows("cup", 1),
        "1 ann 10\n2 cid 6\n3 bob 0\n"
    );
}

#[test]
fn a_factor_multiplies_places_and_where_it_says_so_bonuses_and_can_round() {
    let table = |factor: Value| {
        let mut rules = plain();
        rules["factors"] = json!([factor]);
        rules["awards"] = json!([{ "award": "pole", "points": 1 }]);
        let mut race = order(&["ann", "bob", "cid"]);
        race["awards"] = json!([won("pole", "bob")]);
        Invented::new(&rules, vec![race]).rows("cup", 1)
    };
    assert_eq!(table(json!({ "times": 2 })), "1 ann 20\n2 bob 13\n3 cid 8\n");
    assert_eq!(
        table(json!({ "times": 2, "awards": true })),
        "1 ann 20\n2 bob 14\n3 cid 8\n"
    );
    assert_eq!(table(json!({ "times": 1.25 })), "1 ann 12.5\n2 bob 8.5\n3 cid 5\n");
    assert_eq!(
        table(json!({ "times": 1.25, "round": "nearest" })),
        "1 ann 13\n2 bob 9\n3 cid 5\n"
    );
    assert_eq!(
        table(json!({ "times": 1.25, "round": "down" })),
        "1 ann 12\n2 bob 8\n3 cid 5\n"
    );
    assert_eq!(
        table(json!({ "times": 1.25, "round": "up" })),
        "1 ann 13\n2 bob 9\n3 cid 5\n"
    );
}

#[test]
fn a_distance_rule_can_ask_for_green_laps_for_a_stop_and_for_the_laps_of_the_leader() {
    let mut rules = plain();
    rules["factors"] = json!([
        { "when": { "green_laps": { "below": 2 } }, "times": 0 },
        { "when": { "stopped": true, "distance": { "below": "3/4" } }, "times": "1/2" }
    ]);
    let table = |course: Value| {
        let mut race = order(&["ann", "bob"]);
        for (key, value) in course.as_object().unwrap() {
            race[key] = value.clone();
        }
        Invented::new(&rules, vec![race]).rows("cup", 1)
    };
    assert_eq!(
        table(json!({ "laps": 30, "scheduled_laps": 60 })),
        "1 ann 10\n2 bob 6\n"
    );
    assert_eq!(
        table(json!({ "laps": 30, "scheduled_laps": 60, "stopped": true })),
        "1 ann 5\n2 bob 3\n"
    );
    assert_eq!(
        table(json!({ "laps": 45, "scheduled_laps": 60, "stopped": true })),
        "1 ann 10\n2 bob 6\n"
    );
    // Belgium 2021: three laps led, one in the result, none green.
    assert_eq!(
        table(json!({ "laps": 1, "leader_laps": 3, "green_laps": 0, "scheduled_laps": 44, "stopped": true })),
        "1 ann 0\n2 bob 0\n"
    );
}

#[test]
fn minutes_measure_the_distance_of_a_race_against_the_clock() {
    let mut rules = plain();
    rules["factors"] = json!([{ "when": { "distance": { "below": "3/4" } }, "times": "1/2" }]);
    let table = |minutes: u16| {
        let mut race = order(&["ann", "bob"]);
        race["minutes"] = json!(minutes);
        let mut season = Invented::new(&rules, vec![race]);
        season.weekends[0]["sessions"][0]["minutes"] = json!(360);
        season.rows("cup", 1)
    };
    assert_eq!(table(269), "1 ann 5\n2 bob 3\n");
    assert_eq!(table(270), "1 ann 10\n2 bob 6\n");
}

#[test]
fn qualifying_pays_the_whole_crew_or_whoever_set_the_time_and_is_no_win() {
    let table = |crew: &str| {
        let mut rules = plain();
        rules["scales"] = json!([
            { "when": { "kinds": ["qualifying"] }, "points": [3, 2, 1], "crew": crew, "countback": false },
            { "points": [10, 6, 4] }
        ]);
        let mut season = Invented::new(
            &rules,
            vec![crews(&[&[json!("ann"), json!("bob")], &[json!("cid"), json!("dot")]])],
        );
        let qualifying = json!({ "id": "qualifying", "kind": "qualifying", "name": "Qualifying", "round": "1", "date": "2030-03-02" });
        season.add_session(
            0,
            qualifying,
            crews(&[&[json!("cid"), json!("dot")], &[json!("bob"), json!("ann")]]),
        );
        let table = season.table("cup", 2);
        let wins: Vec<u16> = table.rows.iter().filter_map(|row| row.wins).collect();
        (super::rows(&table), wins)
    };
    assert_eq!(
        table("all"),
        ("1 ann 12\n1 bob 12\n3 cid 9\n3 dot 9\n".to_owned(), vec![1, 1, 0, 0])
    );
    assert_eq!(
        table("first"),
        ("1 bob 12\n2 ann 10\n3 cid 9\n4 dot 6\n".to_owned(), vec![1, 1, 0, 0])
    );
}

#[test]
fn places_that_were_left_empty_stay_empty() {
    // Brazil 1983: the second was disqualified and nobody moved up.
    let mut rules = plain();
    rules["order"] = json!("overall");
    let mut race = order(&["ann", "bob", "cid"]);
    race["rows"][1] = json!({ "driver": "bob", "status": "dsq" });
    assert_eq!(
        Invented::new(&rules, vec![race]).rows("cup", 1),
        "1 ann 10\n2 cid 4\n3 bob 0\n"
    );
}

#[test]
fn a_subset_is_ranked_anew_or_keeps_the_points_scored_over_all() {
    let table = |order_of: &str| {
        let mut season = Invented::new(&plain(), vec![order(&["ann", "bob", "cid", "dot"])]);
        for rookie in [1, 3] {
            season.entries[rookie]["tags"] = json!(["rookie"]);
        }
        let mut rules = plain();
        rules["order"] = json!(order_of);
        season.add("rookies", "driver", rules)["tagged"] = json!(["rookie"]);
        season.rows("rookies", 1)
    };
    assert_eq!(table("class"), "1 bob 10\n2 dot 6\n");
    assert_eq!(table("overall"), "1 bob 6\n2 dot 3\n");
}

#[test]
fn a_subset_of_a_class_is_ranked_anew_from_printed_places_in_class_too() {
    let mut race = order(&["ann", "bob", "cid", "dot"]);
    for row in race["rows"].as_array_mut().unwrap() {
        row["class_place"] = row["place"].clone();
        row.as_object_mut().unwrap().remove("place");
    }
    let mut season = Invented::new(&plain(), vec![race]);
    for rookie in [1, 3] {
        season.entries[rookie]["tags"] = json!(["rookie"]);
    }
    season.add("rookies", "driver", plain())["tagged"] = json!(["rookie"]);
    assert_eq!(season.rows("rookies", 1), "1 bob 10\n2 dot 6\n");
}

#[test]
fn whoever_is_renamed_starts_from_zero_and_cars_and_makes_are_ranked_like_teams() {
    let mut season = Invented::new(&plain(), vec![order(&["ann", "bob"]), order(&["ann", "bob"])]);
    season.entries[0]["weekends"] = json!(["stop-0"]);
    season.entries[0]["make"] = json!("old");
    let mut renamed = season.entries[0].clone();
    renamed["weekends"] = json!(["stop-1"]);
    renamed["team"] = json!("crimson");
    renamed["make"] = json!("new");
    season.entries.as_array_mut().unwrap().push(renamed);
    season.add("teams", "entrant", plain());
    season.add("cars", "car", plain());
    season.add("makes", "make", plain());
    assert_eq!(season.rows("teams", 2), "1 blue 12\n2 crimson 10\n2 red 10\n");
    assert_eq!(season.rows("cars", 2), "1 1 20\n2 2 12\n");
    assert_eq!(season.rows("makes", 2), "1 new 10\n1 old 10\n");
}

#[test]
fn a_shared_car_that_pays_nobody_scores_for_no_make_and_no_team_either() {
    let mut rules = plain();
    rules["scales"] = json!([{ "points": [8, 6, 4, 3, 2] }]);
    rules["crew"] = json!({ "share": "none" });
    rules["cars"] = json!({ "best": 1 });
    let race = crews(&[&[json!("ann"), json!("bob")], &[json!("cid")], &[json!("dot")]]);
    let mut season = Invented::of(&["ann", "bob", "cid", "dot"], &rules, vec![race]);
    for (entry, make) in [(0, "maserati"), (1, "maserati"), (2, "ferrari"), (3, "maserati")] {
        season.entries[entry]["make"] = json!(make);
    }
    season.add("makes", "make", rules.clone());
    season.add("teams", "entrant", rules);
    assert_eq!(season.rows("cup", 1), "1 cid 6\n2 dot 4\n3 ann 0\n3 bob 0\n");
    // The best car that was driven by one alone counts, on the place it has.
    assert_eq!(season.rows("makes", 1), "1 ferrari 6\n2 maserati 4\n");
    assert_eq!(season.rows("teams", 1), "1 red 6\n2 blue 4\n");
}

#[test]
fn a_place_that_pays_nobody_counts_in_no_countback_of_places_that_pay() {
    let rows = |depth: Value| {
        let mut rules = plain();
        rules["crew"] = json!({ "share": "none" });
        rules["ties"] = json!({ "by": ["countback"], "depth": depth });
        let shared = crews(&[&[json!("ann"), json!("bob")], &[json!("cid")]]);
        Invented::new(&rules, vec![shared, order(&["dot", "ann"])]).rows("cup", 2)
    };
    // Ann has a shared first place and a second, cid a second.
    assert_eq!(rows(json!("scoring")), "1 dot 10\n2 ann 6\n2 cid 6\n4 bob 0\n");
    assert_eq!(rows(Value::Null), "1 dot 10\n2 ann 6\n3 cid 6\n4 bob 0\n");
}
