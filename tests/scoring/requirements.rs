//! What a rule set must be able to say, one test for each requirement that no small case covers.

use raceweek::domain::Range;
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
fn the_three_effects_of_an_ineligible_car_on_the_others() {
    let table = |effect: &str, places: &str| {
        let mut rules = plain();
        rules["ineligible"] = json!({ "outside": effect });
        rules["ties"] = json!({ "by": ["countback"], "places": places });
        let races = vec![order(&["ann", "bob", "cid"]), order(&["cid", "dot", "bob"])];
        let mut season = Invented::new(&rules, races);
        season.races[0]["rows"][0]["tags"] = json!(["outside"]);
        season.rows("cup", 2)
    };
    // Bob was second on the road behind ann, and cid third; cid won the other race, in which bob was third.
    assert_eq!(
        table("keep-places", "effective"),
        "1 cid 14\n2 bob 10\n3 dot 6\n4 ann 0\n"
    );
    assert_eq!(table("move-up", "effective"), "1 cid 16\n2 bob 14\n3 dot 6\n4 ann 0\n");
    assert_eq!(
        table("invisible", "effective"),
        "1 cid 16\n2 bob 14\n3 dot 6\n4 ann 0\n"
    );
}

#[test]
fn ties_look_at_the_place_that_was_paid_or_at_the_place_on_the_road() {
    let table = |effect: &str, places: &str| {
        let mut rules = plain();
        rules["scales"] = json!([{ "points": [4, 4, 2] }]);
        rules["ineligible"] = json!({ "outside": effect });
        rules["ties"] = json!({ "by": ["countback"], "places": places });
        let mut season = Invented::new(
            &rules,
            vec![order(&["eve", "ann", "bob"]), order(&["fay", "bob", "ann"])],
        );
        season.races[0]["rows"][0]["tags"] = json!(["outside"]);
        season.rows("cup", 2)
    };
    // Ann was paid as the winner of the first race; on the road she was second, and bob third.
    assert_eq!(table("move-up", "effective"), "1 bob 8\n2 ann 6\n3 fay 4\n4 eve 0\n");
    assert_eq!(table("keep-places", "road"), "1 ann 6\n1 bob 6\n3 fay 4\n4 eve 0\n");
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
fn the_best_results_count_in_each_segment_of_the_season() {
    let mut rules = plain();
    rules["drops"] = json!([
        { "best": 1, "rounds": { "to": "2" } },
        { "best": 1, "rounds": { "from": "3" } }
    ]);
    let races = [["ann", "bob"], ["ann", "bob"], ["bob", "ann"], ["bob", "ann"]];
    let season = Invented::new(&rules, races.iter().map(|race| order(race)).collect());
    assert_eq!(season.rows("cup", 1), "1 ann 10\n2 bob 6\n");
    assert_eq!(season.rows("cup", 2), "1 ann 10\n2 bob 6\n");
    assert_eq!(season.rows("cup", 3), "1 ann 16\n2 bob 16\n");
    assert_eq!(season.rows("cup", 4), "1 ann 16\n1 bob 16\n");
}

#[test]
fn a_round_a_session_or_a_weekend_is_dropped_whole_with_its_bonuses() {
    let of_ann = |unit: &str, first_round: &str| {
        let mut rules = plain();
        rules["awards"] = json!([{ "award": "pole", "points": 5 }]);
        rules["drops"] = json!([{ "worst": 1, "unit": unit }]);
        let with = |finish: &[&str], pole: &str| {
            let mut race = order(finish);
            race["awards"] = json!([won("pole", pole)]);
            race
        };
        let races = vec![with(&["bob", "cid", "ann"], "ann"), with(&["ann", "bob"], "bob")];
        let mut season = Invented::new(&rules, races);
        let sprint =
            json!({ "id": "race-0", "kind": "race", "name": "Race 0", "round": first_round, "date": "2030-03-02" });
        season.add_session(0, sprint, with(&["bob", "ann"], "bob"));
        let table = season.table("cup", 3);
        let ann = table.rows.into_iter().find(|row| row.competitor == *"ann").unwrap();
        let dropped: Vec<String> = ann.dropped.iter().map(ToString::to_string).collect();
        (ann.points.and_then(Range::exact).unwrap().to_string(), dropped)
    };
    // Ann has 6 and, for third with pole, 9 at the first stop, and 10 at the second.
    assert_eq!(
        of_ann("session", "1"),
        ("19".to_owned(), vec!["stop-0/race-0".to_owned()])
    );
    assert_eq!(of_ann("round", "1"), ("15".to_owned(), vec!["stop-1/race".to_owned()]));
    assert_eq!(
        of_ann("round", "0"),
        ("19".to_owned(), vec!["stop-0/race-0".to_owned()])
    );
    assert_eq!(
        of_ann("weekend", "0"),
        ("15".to_owned(), vec!["stop-1/race".to_owned()])
    );
}

#[test]
fn nothing_is_dropped_by_who_started_too_few_and_a_disqualification_never_is() {
    let mut rules = plain();
    rules["drops"] = json!([{ "best": 2, "least_starts": 3, "keeps": ["dsq"] }]);
    let mut races = vec![
        order(&["ann", "bob", "cid"]),
        order(&["ann", "bob", "cid"]),
        order(&["ann", "bob", "cid"]),
    ];
    races[0]["rows"][0] = json!({ "driver": "ann", "status": "dsq" });
    races[1]["rows"][2] = json!({ "driver": "cid", "status": "dns" });
    for (row, place) in [(1, 1), (2, 2)] {
        races[0]["rows"][row]["place"] = json!(place);
    }
    // Ann keeps her nothing and drops a win; bob drops his worst; cid started only twice.
    assert_eq!(
        Invented::new(&rules, races).rows("cup", 3),
        "1 bob 16\n2 ann 10\n3 cid 10\n"
    );
}

#[test]
fn a_countback_can_leave_dropped_results_and_deep_places_out() {
    let table = |ties: Value| {
        let mut rules = plain();
        rules["scales"] = json!([{ "points": [10, 6, 4, 3] }]);
        rules["drops"] = json!([{ "best": 2 }]);
        rules["ties"] = ties;
        let races = vec![
            order(&["ann", "bob", "cid"]),
            order(&["bob", "ann", "cid"]),
            order(&["cid", "dot", "bob", "ann"]),
        ];
        Invented::new(&rules, races).rows("cup", 3)
    };
    // Ann: 10, 6 and a dropped 3 for fourth; bob: 6, 10 and a dropped 4 for third.
    assert!(table(json!({ "by": ["countback"] })).starts_with("1 bob 16\n2 ann 16\n"));
    assert!(table(json!({ "by": ["countback"], "without_dropped": true })).starts_with("1 ann 16\n1 bob 16\n"));
    assert!(table(json!({ "by": ["countback"], "depth": 2 })).starts_with("1 ann 16\n1 bob 16\n"));
    assert!(table(json!({ "by": ["countback"], "depth": 3 })).starts_with("1 bob 16\n2 ann 16\n"));
    assert!(table(json!({ "by": ["countback"], "depth": "scoring" })).starts_with("1 bob 16\n2 ann 16\n"));
}

#[test]
fn equal_points_and_places_are_told_apart_by_when_they_came_by_the_last_race_or_by_a_decision() {
    let table = |by: &[&str], decided: bool| {
        let mut rules = plain();
        rules["ties"] = json!({ "by": by });
        let races = vec![
            order(&["ann", "bob", "cid", "dot"]),
            order(&["bob", "ann", "dot", "cid"]),
        ];
        let mut season = Invented::new(&rules, races);
        if decided {
            season.season["adjustments"] = json!([{
                "championship": "cup", "competitor": "bob", "ahead_of": "ann", "date": "2030-03-09", "reason": "by lot"
            }]);
        }
        season.rows("cup", 2)
    };
    let shared = "1 ann 16\n1 bob 16\n3 cid 7\n3 dot 7\n";
    assert_eq!(table(&[], false), shared);
    assert_eq!(table(&["countback"], false), shared);
    assert_eq!(
        table(&["countback", "earliest"], false),
        "1 ann 16\n2 bob 16\n3 cid 7\n4 dot 7\n"
    );
    assert_eq!(
        table(&["countback", "latest"], false),
        "1 bob 16\n2 ann 16\n3 dot 7\n4 cid 7\n"
    );
    assert_eq!(
        table(&["countback", "last-session"], false),
        "1 bob 16\n2 ann 16\n3 dot 7\n4 cid 7\n"
    );
    assert_eq!(
        table(&["countback", "decision"], true),
        "1 bob 16\n2 ann 16\n3 cid 7\n3 dot 7\n"
    );
}

#[test]
fn only_cars_that_score_for_their_team_count_in_its_countback() {
    let table = |scoring_cars: bool| {
        let races = vec![order(&["ann", "bob", "cid"]), order(&["bob", "ann", "dot", "cid"])];
        let mut season = Invented::new(&plain(), races);
        let mut rules = plain();
        rules["cars"] = json!({ "best": 1 });
        rules["ties"] = json!({ "by": ["countback"], "scoring_cars": scoring_cars });
        season.add("teams", "entrant", rules);
        season.rows("teams", 2)
    };
    // Red was first and third, then second and fourth; blue second, then first and third.
    assert_eq!(table(true), "1 blue 16\n1 red 16\n");
    assert_eq!(table(false), "1 red 16\n2 blue 16\n");
}

#[test]
fn annulled_results_let_others_move_up_or_leave_the_place_empty() {
    let table = |others: &str, sessions: Value, races: usize| {
        let finish = || order(&["ann", "bob", "cid"]);
        let mut season = Invented::new(&plain(), vec![finish(), finish()]);
        season.season["adjustments"] = json!([{
            "championship": "cup", "competitor": "ann", "date": "2030-03-09", "reason": "an illegal engine",
            "annul": { "sessions": sessions, "others": others }
        }]);
        season.rows("cup", races)
    };
    let first = json!(["stop-0/race"]);
    // The first race was over a week before it was decided.
    assert_eq!(table("move-up", first.clone(), 1), "1 ann 10\n2 bob 6\n3 cid 4\n");
    assert_eq!(table("move-up", first.clone(), 2), "1 bob 16\n2 ann 10\n3 cid 10\n");
    assert_eq!(table("keep-places", first, 2), "1 bob 12\n2 ann 10\n3 cid 8\n");
    assert_eq!(table("keep-places", json!([]), 2), "1 bob 12\n2 cid 8\n3 ann 0\n");
}

#[test]
fn whoever_is_struck_is_gone_or_stands_below_all_others_without_a_place() {
    let table = |strike: &str| {
        let mut season = Invented::new(&plain(), vec![order(&["ann", "bob", "cid"])]);
        season.season["adjustments"] = json!([{
            "championship": "cup", "competitor": "ann", "date": "2030-03-02", "reason": "a collision", "strike": strike
        }]);
        season.rows("cup", 1)
    };
    assert_eq!(table("removed"), "1 bob 6\n2 cid 4\n");
    // Jerez 1997: out of the table, with the points still shown.
    assert_eq!(table("unranked"), "1 bob 6\n2 cid 4\n- ann 10\n");
    assert_eq!(table("without-points"), "1 bob 6\n2 cid 4\n- ann 0\n");
}

#[test]
fn phases_cut_the_field_by_place_or_by_a_win_and_carry_what_was_won_on_the_way() {
    let mut rules = plain();
    rules["scales"] = json!([
        { "points": [10, 6, 4, 3, 2, 1] },
        { "points": [5], "pool": "playoff" },
        { "points": [1], "at": ["stage-1"], "pool": "playoff" },
        { "points": [3, 2, 1], "at": ["stage-1"] }
    ]);
    rules["phases"] = json!([
        { "from": "4", "qualify": { "best": 3, "winners": true }, "base": 100, "carry": ["playoff"] },
        { "from": "5", "qualify": { "best": 2 }, "base": 200, "by_finish": true }
    ]);
    let races = vec![
        order(&["ann", "bob", "cid", "dot", "eve", "fay"]),
        order(&["ann", "bob", "cid", "dot", "eve", "fay"]),
        order(&["fay", "bob", "cid", "dot", "eve", "ann"]),
        order(&["bob", "fay", "ann", "cid", "dot", "eve"]),
        order(&["ann", "cid", "fay", "dot", "bob", "eve"]),
    ];
    let mut season = Invented::new(&rules, races);
    season.weekends[0]["sessions"][0]["stages"] = json!(["stage-1"]);
    let mut stage = order(&["bob", "cid", "ann"]);
    stage["session"] = json!("stop-0/race");
    stage["stage"] = json!("stage-1");
    season.races.push(stage);
    assert_eq!(
        season.rows("cup", 3),
        "1 ann 22\n2 bob 21\n3 cid 14\n4 fay 12\n5 dot 9\n6 eve 6\n"
    );
    // Fay comes in by her win and cid is out; ann brings 10 of two wins, bob 1 of a stage, fay 5.
    assert_eq!(
        season.rows("cup", 4),
        "1 ann 114\n2 bob 111\n3 fay 111\n4 cid 17\n5 dot 11\n6 eve 7\n"
    );
    // The title goes to the better of the two in the last race, whatever the points; fay is third on the road.
    assert_eq!(
        season.rows("cup", 5),
        "1 ann 210\n2 bob 202\n3 fay 115\n4 cid 23\n5 dot 14\n6 eve 8\n"
    );
}

#[test]
fn seeds_go_by_the_place_in_the_table_and_can_be_carried_through_every_phase() {
    let mut rules = plain();
    // NASCAR to 2025: the best of the regular season bring points to each phase, whoever else came in by a win.
    rules["phases"] = json!([
        { "from": "3", "qualify": { "best": 3, "winners": true }, "base": 100, "seeds": [15, 10], "pool": "playoff",
          "carry": ["playoff"] },
        { "from": "4", "base": 200, "carry": ["playoff"] }
    ]);
    let races = vec![
        order(&["ann", "bob", "cid", "dot", "eve", "fay"]),
        order(&["fay", "bob", "cid", "dot", "ann", "eve"]),
        order(&["ann", "bob", "cid", "dot", "eve", "fay"]),
        order(&["ann", "bob", "cid", "dot", "eve", "fay"]),
    ];
    let season = Invented::new(&rules, races);
    // Bob and ann bring the seeds of first and second; cid, fourth, is out, and fay is third.
    assert_eq!(
        season.rows("cup", 2),
        "1 ann 12\n2 bob 12\n3 fay 11\n4 cid 8\n5 dot 6\n6 eve 3\n"
    );
    assert!(
        season
            .rows("cup", 3)
            .starts_with("1 ann 125\n2 bob 116\n3 fay 101\n4 cid 12\n")
    );
    assert!(
        season
            .rows("cup", 4)
            .starts_with("1 ann 225\n2 bob 216\n3 fay 201\n4 cid 16\n")
    );
}

#[test]
fn the_table_lists_whom_the_rule_names() {
    let table = |listed: &str, least: Option<u16>, sessions: usize| {
        let mut rules = plain();
        rules["scales"] = json!([{ "points": [10, 6] }]);
        rules["listed"] = json!(listed);
        if let Some(least) = least {
            rules["least_rounds"] = json!(least);
        }
        let mut races = vec![order(&["ann", "bob", "cid", "dot"]), order(&["bob", "ann"])];
        races[0]["rows"][3] = json!({ "driver": "dot", "status": "dnf" });
        Invented::new(&rules, races).rows("cup", sessions)
    };
    assert_eq!(table("entered", None, 2), "1 ann 16\n1 bob 16\n3 cid 0\n4 dot 0\n");
    assert_eq!(table("classified", None, 2), "1 ann 16\n1 bob 16\n3 cid 0\n");
    assert_eq!(table("scorers", None, 2), "1 ann 16\n1 bob 16\n");
    // A least number of rounds is asked for in the final table alone.
    assert_eq!(table("entered", Some(2), 1), "1 ann 10\n2 bob 6\n3 cid 0\n4 dot 0\n");
    assert_eq!(table("entered", Some(2), 2), "1 ann 16\n1 bob 16\n");
}

#[test]
fn places_after_a_shared_one_are_gapped_or_dense() {
    let table = |numbering: &str| {
        let mut rules = plain();
        rules["ties"] = json!({ "by": [], "numbering": numbering });
        Invented::new(
            &rules,
            vec![order(&["ann", "bob", "cid"]), order(&["bob", "ann", "cid"])],
        )
        .rows("cup", 2)
    };
    assert_eq!(table("gapped"), "1 ann 16\n1 bob 16\n3 cid 8\n");
    assert_eq!(table("dense"), "1 ann 16\n1 bob 16\n2 cid 8\n");
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
