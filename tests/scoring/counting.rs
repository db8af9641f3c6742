//! Rules for a season: drops, ties, decisions, phases. Each requirement that no small case covers.

use raceweek::domain::Range;
use serde_json::{Value, json};

use super::invented::{Invented, order, plain};
use super::{loaded, rows, table};

/// An award of the class, won by somebody.
fn won(award: &str, driver: &str) -> Value {
    json!({ "award": award, "class": "gt", "driver": driver })
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
fn results_that_are_protected_are_among_the_best() {
    let mut rules = plain();
    rules["drops"] = json!([{ "best": 3, "until": "3" }]);
    let races = [
        ["ann", "bob", "cid"],
        ["bob", "cid", "ann"],
        ["cid", "ann", "bob"],
        ["bob", "cid", "ann"],
    ];
    let season = Invented::new(&rules, races.iter().map(|race| order(race)).collect());
    // Three of four count: the last, and two of the others.
    assert_eq!(season.rows("cup", 4), "1 bob 26\n2 cid 22\n3 ann 20\n");
}

#[test]
fn as_many_results_count_when_races_were_not_held() {
    let mut rules = plain();
    rules["drops"] = json!([{ "best": 2 }]);
    let races = vec![order(&["ann", "bob"]), Value::Null, order(&["bob", "ann"])];
    let mut season = Invented::new(&rules, races);
    season.weekends[1]["sessions"][0]["status"] = json!("cancelled");
    assert_eq!(season.rows("cup", 2), "1 ann 16\n1 bob 16\n");
}

#[test]
fn a_round_a_session_or_a_weekend_is_dropped_whole_with_its_bonuses() {
    let of_ann = |unit: &str, first_round: &str| {
        let mut rules = plain();
        let points = [10, 6, 4, 3, 2, 1];
        rules["scales"] = json!([{ "when": { "nth": 2 }, "points": points }, { "points": points }]);
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
fn whoever_is_struck_without_points_stands_below_all_even_where_scorers_alone_are_listed() {
    let mut rules = plain();
    rules["listed"] = json!("scorers");
    let mut season = Invented::new(&rules, vec![order(&["ann", "bob", "cid"])]);
    let decision =
        json!({ "championship": "cup", "competitor": "ann", "date": "2030-03-02", "reason": "lead in the tank" });
    let (mut annulled, mut struck) = (decision.clone(), decision);
    annulled["annul"] = json!({ "others": "keep-places" });
    struck["strike"] = json!("without-points");
    season.season["adjustments"] = json!([annulled, struck]);
    assert_eq!(season.rows("cup", 1), "1 bob 6\n2 cid 4\n- ann 0\n");
}

#[test]
fn a_decision_of_the_day_after_a_race_is_not_in_the_table_after_it_wherever_the_track_lies() {
    for (country, zone) in [
        ("DE", "Europe/Berlin"),
        ("US", "America/Los_Angeles"),
        ("NZ", "Pacific/Auckland"),
    ] {
        let races = vec![order(&["ann", "bob"]), order(&["ann", "bob"])];
        let mut season = Invented::new(&plain(), races);
        season.season["adjustments"] = json!([
            { "championship": "cup", "competitor": "ann", "points": -9, "date": "2030-03-03", "reason": "a wrong tyre" }
        ]);
        let mut files = season.files();
        files[0].1["circuits"][0]["country"] = json!(country);
        files[0].1["circuits"][0]["zone"] = json!(zone);
        let packs = loaded(&files).unwrap();
        let after = |sessions| rows(&table(&packs, "test", "2030", "cup", sessions));
        assert_eq!(after(1), "1 ann 10\n2 bob 6\n", "{zone}");
        assert_eq!(after(2), "1 bob 12\n2 ann 11\n", "{zone}");
    }
}

#[test]
fn a_decision_can_be_carried_over_from_before_the_first_weekend() {
    let mut season = Invented::new(&plain(), vec![order(&["ann", "bob"])]);
    season.season["adjustments"] = json!([
        { "championship": "cup", "competitor": "ann", "points": -9, "date": "2029-12-10", "reason": "a wrong tyre" }
    ]);
    assert_eq!(season.rows("cup", 1), "1 bob 6\n2 ann 1\n");
}

#[test]
fn a_printed_table_can_list_somebody_below_all_with_more_points() {
    let mut season = Invented::new(&plain(), vec![order(&["ann", "bob", "cid"])]);
    season.season["adjustments"] = json!([
        { "championship": "cup", "competitor": "ann", "strike": "unranked", "date": "2030-03-02", "reason": "the collision" }
    ]);
    let mut files = season.files();
    let row =
        |driver: &str, place: Value, points: u16| json!({ "competitor": driver, "place": place, "points": points });
    let mut ann = row("ann", Value::Null, 10);
    ann.as_object_mut().unwrap().remove("place");
    let printed = json!({ "tables": [{ "championship": "cup", "after": "1", "complete": true, "sources": ["sheet"],
        "rows": [row("bob", json!(1), 6), row("cid", json!(2), 4), ann] }] });
    files.push(("test/2030/published.json", printed));
    let packs = loaded(&files).unwrap();
    assert_eq!(
        rows(&table(&packs, "test", "2030", "cup", 1)),
        "1 bob 6\n2 cid 4\n- ann 10\n"
    );
}
