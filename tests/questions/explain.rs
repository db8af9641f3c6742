//! `explain`: where points come from, computed and published, with drops, decisions and phases.

use serde_json::json;

use crate::scoring::invented::{Invented, order, plain};
use crate::scoring::loaded;
use crate::support::ask::{BEFORE_THE_GLEN, BETWEEN_THE_RACES, ask, ask_of, buttons};

#[test]
fn published_points_are_the_base_and_what_is_known_of_them_is_told() {
    insta::assert_snapshot!(ask(BEFORE_THE_GLEN, "explain hartog"), @"
    Hartog has 110 points in Pro: 110 published after round 6.
    Porsche Carrera Cup North America 2024 · Loek Hartog's points
    Pro: 1st with 110 points, after round 6 of 16, as published.
    Published after round 6: 110 points; known of them:
      Race       P   Pts with
      Montréal 1    2–23 pole 2
      Montréal 2 1 25–28
    From–to: not all of that race's result is known.
    ");
}

#[test]
fn what_came_since_is_added() {
    insta::assert_snapshot!(ask(BETWEEN_THE_RACES, "explain sedgwick"), @"
    Sedgwick has at least 92 points in Pro: 82 published after round 6 and those of 1 race since.
    Porsche Carrera Cup North America 2024 · Alex Sedgwick's points
    Pro: 92–95 points, after round 7 of 16, published after round 6, with what is known since.
    Published after round 6: 82 points; known of them:
      Race        P   Pts with
      Sebring 1   4 14–17
      Sebring 2   5 12–15
      Miami 1    15   3–4 pole 2
      Miami 2     2 22–23 pole 2
      Montréal 1  4 14–15
      Montréal 2  4 14–17
    Since then:
      Race           P   Pts
      Watkins Glen 1 6 10–13
    82 published + 10–13 since = 92–95 points.
    From–to: not all of that race's result is known.
    ");
}

#[test]
fn every_session_of_a_computed_table_has_a_line() {
    let line = "explain p1 overall series:pcca";
    insta::assert_snapshot!(ask("2026-04-22T20:00:00Z", line), @"
    Amand has 75 points in Overall, with 1 win and 3 second places.
    Porsche Carrera Cup Asia 2026 · Marcus Amand's points
    Overall: 1st with 75 points, after round 4 of 13, computed from results.
      Race       P Pts
      Shanghai 1 2  10
      Shanghai 2 2  20
      Zhuhai 1   1  25
      Zhuhai 2   2  20
    In all 75 points.
    ");
}

#[test]
fn a_place_without_points_is_said_to_be_all_there_is() {
    insta::assert_snapshot!(ask("2024-06-26T20:00:00Z", "explain kvamme"), @r"
    Porsche Carrera Cup North America 2024 · Mark Kvamme's points
    Masters: 2nd, points not published, after round 8 of 16, places as published; points in part from round 6 with what is known since.
    The published table has the place alone, so there is nothing to add up.
    ");
}

#[test]
fn bonuses_drops_and_decisions_have_their_names() {
    let mut rules = plain();
    rules["awards"] = json!([{ "award": "pole", "points": 2 }, { "award": "fastest-lap", "points": 1 }]);
    rules["drops"] = json!([{ "worst": 1 }]);
    let mut races = vec![
        order(&["ann", "bob", "cid"]),
        order(&["bob", "cid", "ann"]),
        order(&["ann", "cid", "bob"]),
    ];
    races[0]["awards"] = json!([
        { "award": "pole", "class": "gt", "driver": "ann" }, { "award": "fastest-lap", "class": "gt", "driver": "bob" }
    ]);
    races[1]["awards"] = json!([
        { "award": "pole", "class": "gt", "driver": "ann" }, { "award": "fastest-lap", "class": "gt", "driver": "ann" }
    ]);
    races[2]["awards"] = json!([
        { "award": "pole", "class": "gt", "driver": "bob" }, { "award": "fastest-lap", "class": "gt", "driver": "bob" }
    ]);
    races[2]["rows"][2]["status"] = json!("dnf");
    let mut season = Invented::new(&rules, races);
    season.season["adjustments"] = json!([
        { "championship": "cup", "competitor": "ann", "points": -3, "date": "2030-03-20", "reason": "a wrong tyre" },
    ]);
    let packs = loaded(&season.files()).unwrap();
    insta::assert_snapshot!(ask_of(&packs, "2030-04-01T00:00:00Z", "explain ann"), @"
    ANN has 19 points in Cup, with 2 wins and 1 paid pole.
    Test Series 2030 · Driver ANN's points
    Cup: 1st with 19 points, after round 3 of 3, computed from results.
      Race   P Pts with
      Stop 0 1  12 pole 2
      Stop 1 3 (7) pole 2, FL 1
      Stop 2 1  10
    20 Mar 2030: -3 points (a wrong tyre).
    22 from races − 3 by decision = 19 points.
    In brackets: dropped, and not in the sum.
    FL is the fastest lap.
    ");
    insta::assert_snapshot!(ask_of(&packs, "2030-04-01T00:00:00Z", "explain bob"), @"
    BOB has 17 points in Cup, with 1 win, 1 second place and 1 paid fastest lap.
    Test Series 2030 · Driver BOB's points
    Cup: 2nd with 17 points, after round 3 of 3, computed from results.
      Race     P Pts with
      Stop 0   2   7 FL 1
      Stop 1   1  10
      Stop 2 DNF (3) pole 2, FL 1
    In all 17 points.
    In brackets: dropped, and not in the sum.
    FL is the fastest lap.
    ");
}

#[test]
fn a_phase_is_the_base_of_what_follows() {
    let mut rules = plain();
    rules["phases"] = json!([{ "from": "3", "qualify": { "best": 2 }, "base": 100 }]);
    let races = vec![
        order(&["ann", "bob", "cid"]),
        order(&["bob", "cid", "ann"]),
        order(&["ann", "cid", "bob"]),
    ];
    let packs = loaded(&Invented::new(&rules, races).files()).unwrap();
    insta::assert_snapshot!(ask_of(&packs, "2030-04-01T00:00:00Z", "explain bob"), @"
    BOB has 104 points in Cup.
    Test Series 2030 · Driver BOB's points
    Cup: 2nd with 104 points, after round 3 of 3, computed from results.
    Set to 100 points before round 3; the rounds before:
      Race   P Pts
      Stop 0 2   6
      Stop 1 1  10
    From round 3 on:
      Race   P Pts
      Stop 2 3   4
    100 to start from + 4 since = 104 points.
    ");
}

#[test]
fn somebody_who_is_not_in_the_table_is_said_to_be_missing() {
    insta::assert_snapshot!(ask(BEFORE_THE_GLEN, "explain yardley"), @r"
    Not known
    Ryan Yardley is not listed in the published Pro table at that moment: 82 points at most, as many as its last row. More is not known.
    Try standings championship:pro
    ");
    insta::assert_snapshot!(ask(BEFORE_THE_GLEN, "explain"), @r"
    Which one?
    'explain' needs a driver.
    Try explain hartog
    ");
}

#[test]
fn an_explanation_leads_to_the_table_and_the_gaps() {
    assert_eq!(
        buttons(BEFORE_THE_GLEN, "explain hartog"),
        [
            (
                "Pro standings".to_owned(),
                "standings championship:pro season:2024".to_owned()
            ),
            (
                "Pro gap".to_owned(),
                "gap driver:p1 championship:pro season:2024".to_owned()
            ),
        ]
    );
}
