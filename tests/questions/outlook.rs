//! `title` and `lead`: what can still happen, before the weekend of Watkins Glen.

use raceweek::domain::Points;
use raceweek::scoring::future::Outlook;
use serde_json::{Value, json};

use crate::scoring::invented::{Invented, order, plain};
use crate::scoring::loaded;
use crate::support::answers::built_in;
use crate::support::ask::{BEFORE_THE_GLEN, ask, ask_of};

#[test]
fn who_can_still_win_is_told_with_what_everybody_can_reach() {
    insta::assert_snapshot!(ask(BEFORE_THE_GLEN, "title pro"), @"
    Hartog, Cooper, Sedgwick and anyone not listed can still win the Pro title.
    Porsche Carrera Cup North America 2024 · Pro title
    After round 6 of 16, from the table published after round 6; 10 sessions to come.
    Cooper has to score 23 points more than Hartog to draw level.
      Can still win     Pts Gap Most
      Loek Hartog       110   0  390
      Michael Cooper     87  23  367
      Alex Sedgwick      82  28  362
      Anyone not listed ≤82      362
    A win in every race that is left is enough for Hartog, whatever the others do.
    Nobody can be champion after Race 1 at Watkins Glen.
    Whether results are dropped at the end is not known; these are sums before drops.
    ");
}

#[test]
fn who_can_take_the_lead_is_told_for_the_race_the_weekend_and_the_season() {
    insta::assert_snapshot!(ask(BEFORE_THE_GLEN, "lead cooper"), @"
    Cooper leads after Race 1 at Watkins Glen with a win, if Hartog scores 1 at most.
    Porsche Carrera Cup North America 2024 · Pro lead
    After round 6 of 16, from the table published after round 6; 10 sessions to come.
    Loek Hartog leads with 110 points.
    After Race 1 at Watkins Glen: Cooper can lead: at most 115, and Hartog has 110 at least; 11th or better keeps Hartog in front whatever the others do.
    After the weekend at Watkins Glen: Cooper can lead: at most 143, and Hartog has 110 at least; 3rd or better in every race keeps Hartog in front whatever the others do.
    At the season's end: Cooper can lead: at most 367, and Hartog has 110 at least; a win in every race keeps Hartog in front whatever the others do.
    Whether results are dropped at the end is not known; these are sums before drops.
    ");
}

#[test]
fn a_lead_that_nobody_can_take_in_one_race_is_said_to_be_safe() {
    insta::assert_snapshot!(ask(BEFORE_THE_GLEN, "lead masters"), @"
    After the weekend at Watkins Glen Bellomo (at most 156) or anyone not listed (156) can pass Halcome.
    Porsche Carrera Cup North America 2024 · Masters lead
    After round 6 of 16, from the table published after round 6; 10 sessions to come.
    Matt Halcome leads with 138 points.
    After Race 1 at Watkins Glen: Halcome leads whatever happens.
    After the weekend at Watkins Glen: Halcome can lose the lead to Bellomo (at most 156) and anyone not listed (at most 156); 6th or better in every race keeps Halcome in front whatever the others do.
    At the season's end: Halcome can lose the lead to Bellomo (at most 380) and anyone not listed (at most 380); a win in every race keeps Halcome in front whatever the others do.
    Whether results are dropped at the end is not known; these are sums before drops.
    ");
}

#[test]
fn somebody_who_cannot_lead_in_time_is_told_so_with_the_numbers() {
    insta::assert_snapshot!(ask(BEFORE_THE_GLEN, "lead bellomo"), @"
    Bellomo can lead after the weekend at Watkins Glen: at most 156, and Halcome is sure of 138.
    Porsche Carrera Cup North America 2024 · Masters lead
    After round 6 of 16, from the table published after round 6; 10 sessions to come.
    Matt Halcome leads with 138 points.
    After Race 1 at Watkins Glen: Bellomo cannot lead: at most 128, and Halcome has 138 at least.
    After the weekend at Watkins Glen: Bellomo can lead: at most 156, and Halcome has 138 at least; 6th or better in every race keeps Halcome in front whatever the others do.
    At the season's end: Bellomo can lead: at most 380, and Halcome has 138 at least; a win in every race keeps Halcome in front whatever the others do.
    Whether results are dropped at the end is not known; these are sums before drops.
    ");
}

#[test]
fn a_championship_whose_scoring_is_not_known_has_no_outlook() {
    insta::assert_snapshot!(ask(BEFORE_THE_GLEN, "title andial"), @r"
    Not known
    The packs hold nothing of that kind for Porsche Carrera Cup North America 2024.
    Try about
    ");
}

#[test]
fn names_of_another_series_need_no_series_where_they_are_written_as_they_are() {
    let season = "2025-12-01T00:00:00Z";
    insta::assert_snapshot!(ask(season, "lead verstappen"), @"
    Verstappen leads after the Abu Dhabi race with a win, if Norris scores 12 at most.
    Formula 1 2025 · Drivers lead
    After round 23 of 24, computed from results; 1 session to come.
    Lando Norris leads with 408 points.
    After the Abu Dhabi race: Verstappen can lead: at most 421, and Norris has 408 at least; 3rd or better keeps Norris in front whatever the others do.
    Verstappen leads after the Abu Dhabi race with these results, while the others score no more in it:
    • 1st, Norris at most 12
    ");
    assert_eq!(ask(season, "lead verstappen"), ask(season, "lead verstappen series:f1"));
}

#[test]
fn a_decided_title_is_told_with_the_round_that_decided_it() {
    insta::assert_snapshot!(ask("2025-12-31T00:00:00Z", "title series:f1"), @"
    Champions: Norris in Drivers and McLaren in Constructors.
    Formula 1 2025 · Titles

    Drivers
    After round 24 of 24, computed from results.
    Lando Norris is champion, decided in the last round (24).

    Constructors
    After round 24 of 24, computed from results.
    McLaren is champion, decided after round 18, with 6 rounds to go.
    ");
}

#[test]
fn a_table_of_a_living_season_says_which_results_are_missing() {
    let table = ask("2026-11-22T12:00:00Z", "standings constructors");
    insta::assert_snapshot!(table, @"
    After round 17, Mercedes leads Constructors with 561 points, 143 ahead of Ferrari.
    Formula 1 2026 · Constructors standings
    After 1 of 2 sessions of round 17 of 23 (10 Oct 2026), computed from results; 5 sessions since are not in the packs.
       P Team         Pts  Gap
       1 Mercedes     561    –
       2 Ferrari      418 -143
       3 McLaren      317 -244
       4 Red Bull     306 -255
       5 Racing Bulls  94 -467
       6 Alpine        68 -493
       7 Haas          30 -531
       8 Audi          19 -542
       9 Williams      12 -549
      10 Aston Martin   7 -554
      11 Cadillac       0 -561
    ");
}

#[test]
fn winning_every_race_is_enough_where_it_is_if_the_races_pay() {
    // A race of less than two laps would pay nothing, while sprints go on: only then a win is not enough.
    insta::assert_snapshot!(ask("2025-10-28T00:00:00Z", "title drivers series:f1 season:2025"), @"
    Norris, Piastri, Verstappen and Russell can still win the Drivers title.
    Formula 1 2025 · Drivers title
    After round 20 of 24, computed from results; 6 sessions to come.
    Piastri has to score 1 point more than Norris to draw level.
      Can still win  Pts Gap Most
      Lando Norris   357   0  473
      Oscar Piastri  356   1  472
      Max Verstappen 321  36  437
      George Russell 258  99  374
    A win in every race that is left is enough for Norris, whatever the others do, if each pays full points.
    Nobody can be champion after the São Paulo race.
    ");
}

/// Two races that ann won, and a third to come with a sprint before it.
fn two_of_three(sprint: &Value, ties: Value) -> String {
    let mut rules = plain();
    rules["ties"] = ties;
    let races = vec![
        order(&["ann", "bob", "cid"]),
        order(&["ann", "cid", "bob"]),
        Value::Null,
    ];
    let mut season = Invented::of(&["ann", "bob", "cid", "dot"], &rules, races);
    if !sprint.is_null() {
        let scale = json!({ "when": { "kinds": ["sprint"] }, "points": sprint, "countback": false });
        season.season["rules"]["rules"]["scales"]
            .as_array_mut()
            .unwrap()
            .push(scale);
        let sessions = season.weekends[2]["sessions"].as_array_mut().unwrap();
        let sprint = json!({ "id": "sprint", "kind": "sprint", "name": "Sprint", "round": "3", "date": "2030-03-16" });
        sessions.insert(0, sprint);
    }
    let packs = loaded(&season.files()).unwrap();
    ask_of(&packs, "2030-03-12T12:00:00Z", "title cup")
}

#[test]
fn who_can_at_best_draw_level_is_told_apart_from_who_can_win() {
    insta::assert_snapshot!(two_of_three(&Value::Null, json!({ "by": [] })), @"
    Only ANN can still win the Cup title; BOB and CID can at best draw level.
    Test Series 2030 · Cup title
    After round 2 of 3, computed from results; 1 session to come.
    BOB has to score 10 points more than ANN to draw level.
      Can win or draw level Pts Gap Most
      Driver ANN             20   0   30
      Driver BOB             10  10   20
      Driver CID             10  10   20
    6th or better in every race that is left is enough for ANN, whatever the others do.
    ANN is champion after the Stop 2 race with these results, while the others score no more in it:
    • 1st to 6th, whatever the others do
    • outside the points, BOB at most 6, CID at most 6
    ");
}

#[test]
fn a_weekend_whose_sprint_can_decide_it_says_so() {
    insta::assert_snapshot!(two_of_three(&json!([3, 2, 1]), json!({ "by": ["countback"] })), @"
    ANN, BOB and CID can still win the Cup title.
    Test Series 2030 · Cup title
    After round 2 of 3, computed from results; 2 sessions to come.
    BOB has to score 10 points more than ANN to draw level.
      Can still win Pts Gap Most
      Driver ANN     20   0   33
      Driver BOB     10  10   23
      Driver CID     10  10   23
    4th or better in every race that is left is enough for ANN, whatever the others do.
    ANN is champion after Sprint at Stop 2 with these results, while the others score no more in it:
    • 1st, whatever the others do
    • 2nd, BOB at most 1, CID at most 1
    • 3rd, BOB at most 0, CID at most 0
    • outside the points, BOB at most 0, CID at most 0
    ");
}

#[test]
fn a_pole_that_pays_once_a_weekend_is_reckoned_once_a_weekend() {
    // Five races in two weekends: a win and the fastest lap of each, and two poles a weekend.
    let packs = built_in();
    let (series, year) = ("pcca".parse().unwrap(), "2026".parse().unwrap());
    let ledger = packs.ledger(&series, &year, &"overall".parse().unwrap()).unwrap();
    let season = packs.season(&series, &year).unwrap();
    let now = ledger.sessions[ledger.last_of_round("8").unwrap()].end;
    let outlook = Outlook::new(season, season.championship("overall").unwrap(), ledger, now).unwrap();
    let (points, open) = (outlook.contenders()[0].points(), outlook.open().len());
    let most = outlook.reach(0, open).unwrap().high - points.high;
    assert_eq!((open, most), (5, Points::whole(5 * (25 + 1) + 2 * 2)));
}
