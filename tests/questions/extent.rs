//! Answers that rest on less than everything, each with what it rests on; and what of a later moment is not used.

use insta::assert_snapshot;
use serde_json::json;

use crate::scoring::invented::{Invented, order, plain};
use crate::scoring::loaded;
use crate::support::ask::{BEFORE_THE_GLEN, ask, ask_of};

/// Off season in America, the last weekend but one in Formula 1.
const LATE_2026: &str = "2026-11-28T12:00:00Z";

#[test]
fn a_number_is_that_of_the_season_as_known_by_then() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "driver 54"), @"
    Not known
    Nobody is known to have No. 54 in 2024.
    Try help
    ");
    assert_snapshot!(ask(BEFORE_THE_GLEN, "driver 77"), @"
    Not known
    Nobody is known to have No. 77 in 2024. In 2023 it was Travis Wiley.
    Try driver driver:travis-wiley season:2023
    ");
    assert_snapshot!(ask("2025-06-01T12:00:00Z", "driver 88"), @"
    Not known
    Nobody is known to have No. 88 in 2025. In 2024 it was Michael Cooper.
    Try driver driver:michael-cooper season:2024
    ");
}

#[test]
fn points_of_an_earlier_round_do_not_pass_for_those_of_the_places() {
    assert_snapshot!(ask(LATE_2026, "standings pro season:2025"), @r#"
    Yardley is the Pro champion with 313 points.
    Porsche Carrera Cup North America 2025 · Pro standings
    After round 16 of 16, places as published; points in part from round 4 with what is known since.
      P No Driver          Pts Gap
      1    Ryan Yardley    313   –
      2 91 Riley Dickinson 81+
      3  9 Zachary Vanier    ?
      – 15 Yves Baltas     67+
    "+" means at least: points of round 4 and what is known since, before any dropped scores.
    Only the rows shown were published; further places are not known.
    "#);
}

#[test]
fn a_gap_of_some_rounds_says_so() {
    assert_snapshot!(ask(LATE_2026, "gap dickinson yardley season:2025"), @"
    Not known: the gap between Yardley and Dickinson in Pro.
    Porsche Carrera Cup North America 2025 · Pro gap
    P1 Ryan Yardley (Topp Racing): 313 points
    P2 Riley Dickinson (No. 91, Kellymoss): at least 81 points

    Round by round: Yardley and Dickinson
    ▁▇█
    The two are level after round 14; the largest known was 16 points after round 4.
    Of the rounds known, Dickinson was never behind.
       R Pts Pts Gap +/-
       4  65  81 -16
      10   ?   ?  -2 +14
      14   ?   ?   0  +2
    Not known after rounds 1 to 3, 5 to 9, 11 to 13, 15 and 16.
    After round 16 of 16, places as published; points in part from round 4 with what is known since.
    ");
}

#[test]
fn a_lead_without_rules_is_what_the_table_tells() {
    assert_snapshot!(ask(LATE_2026, "lead"), @"
    The season is over; champions: Mulcahy in Pro-Am and Cirone in Masters; champions not known: Pro and Entrants.
    Porsche Carrera Cup North America 2026 · Lead

    Pro
    After round 14 of 16 (2 Oct 2026), places as published; points in part from round 2 with what is known since; 2 sessions since are not in the packs.
    The season is over: Tyler Maxson (No. 77, Topp Racing) led with at least 56 points as far as is known.

    Pro-Am
    After round 12 of 16 (20 Sep 2026), as published; 4 sessions since are not fully in the packs.
    The season is over: Patrick Mulcahy (No. 54, ACI Motorsports) is champion.

    Masters
    After round 14 of 16 (2 Oct 2026), as published; 2 sessions since are not in the packs.
    The season is over: Marco Cirone (No. 88, ACI Motorsports) is champion.

    Entrants
    After round 16 of 16, not known.
    Who leads is not known.
    ");
    assert_snapshot!(ask(LATE_2026, "lead series:f1 season:2025"), @"
    The season is over; champions: Norris in Drivers and McLaren in Constructors.
    Formula 1 2025 · Lead

    Drivers
    After round 24 of 24, computed from results.
    The season is over. Lando Norris is champion, decided in the last round (24).

    Constructors
    After round 24 of 24, computed from results.
    The season is over. McLaren is champion, decided after round 18, with 6 rounds to go.
    ");
}

#[test]
fn nothing_is_to_come_of_a_session_that_was_run() {
    assert_snapshot!(ask(LATE_2026, "title drivers series:f1"), @"
    As far as is known, 6 contenders can still win the Drivers title.
    Formula 1 2026 · Drivers title
    After 1 of 2 sessions of round 17 of 23, computed from results; 2 sessions to come and 5 run with results not known.
    Russell has to score 89 points more than Antonelli to draw level.
      Can still win   Pts Gap Most
      Kimi Antonelli  325   0  500
      George Russell  236  89  411
      Lewis Hamilton  221 104  396
      Charles Leclerc 197 128  372
      Max Verstappen  196 129  371
      Lando Norris    189 136  364
    3rd or better in every race that is to come or not known is enough for Antonelli, whatever the others do.
    Antonelli may be champion already: 5 sessions since are not in the packs.
    ");
    assert_snapshot!(ask(LATE_2026, "leaders series:f1"), @"
    After round 17, leaders: Antonelli in Drivers (325) and Mercedes in Constructors (561).
    Formula 1 2026 · Leaders
    After 1 of 2 sessions of round 17 of 23 (10 Oct 2026), computed from results; 5 sessions since are not in the packs.
    Drivers: Kimi Antonelli (No. 12, Mercedes), 325 points
    2nd George Russell, 89 points behind; 3rd Lewis Hamilton, 104 points behind.
    Constructors: Mercedes, 561 points
    2nd Ferrari, 143 points behind; 3rd McLaren, 244 points behind.
    ");
}

#[test]
fn who_has_more_than_a_driver_is_told_with_what_is_open() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "fact more driver:hartog"), @"
    Not as far as is known in Pro: nobody is known to have more wins than Loek Hartog (3) in 2024; not all is known of 3 races.
    Porsche Carrera Cup North America 2024
    ");
    assert_snapshot!(ask(BEFORE_THE_GLEN, "fact more driver:cooper"), @"
    Yes in Pro, as far as is known: Loek Hartog (3), Zachary Vanier (1) and Yves Baltas (1) have more wins than Michael Cooper (0) in 2024; not all is known of 3 races.
    Porsche Carrera Cup North America 2024
    ");
}

#[test]
fn a_part_of_the_season_limits_every_count_or_is_refused() {
    let august = "2024-08-21T12:00:00Z";
    assert_snapshot!(ask(august, "fact most since:montreal words:wins class:pro"), @"
    Pro: Loek Hartog has the most wins since Montréal in 2024: 2; then Ryan Yardley 1 and Alex Sedgwick 1.
    Porsche Carrera Cup North America 2024
    ");
    assert_snapshot!(ask(august, "fact finish driver:hartog since:montreal"), @"
    3 results of Loek Hartog in 2024 are known.
    Loek Hartog · Results
    Watkins Glen 2024, Race 2: Loek Hartog, 2nd in Pro.
    Road America 2024, Race 1: Loek Hartog, 1st in Pro.
    Road America 2024, Race 2: Loek Hartog, 1st in Pro.
    ");
    assert_snapshot!(ask(august, "fact sweeps since:montreal"), @"
    Not understood
    'sweeps' cannot be asked about a part of a season: leave out 'since:'.
    Try fact about:sweeps
    ");
}

#[test]
fn the_car_is_that_of_the_season() {
    assert_snapshot!(ask(LATE_2026, "fact car"), @"
    All drive the Porsche 911 Cup (992.2).
    Porsche Carrera Cup North America 2026
    ");
    assert_snapshot!(ask(LATE_2026, "fact car season:2023"), @"
    All drive the Porsche 911 GT3 Cup.
    Porsche Carrera Cup North America 2023
    ");
}

/// As packs had it before seasons could name theirs.
#[test]
fn the_car_of_a_series_is_that_of_the_seasons_that_name_none() {
    let mut files = Invented::new(&plain(), vec![order(&["ann", "bob"])]).files();
    let (_, series) = files
        .iter_mut()
        .find(|(path, _)| path.ends_with("series.json"))
        .expect("the pack has the file");
    series["car"] = json!("Aurora GT");
    let packs = loaded(&files).expect("the pack has no faults");
    assert_eq!(
        ask_of(&packs, "2030-12-31T12:00:00Z", "fact car").lines().next(),
        Some("All drive the Aurora GT.")
    );
}

#[test]
fn a_car_that_retired_keeps_its_place_in_every_count() {
    let mut race = order(&["ann", "bob", "cid"]);
    race["rows"][2]["status"] = json!("dnf");
    let mut rules = plain();
    rules["retired"] = json!("score");
    let packs = loaded(&Invented::new(&rules, vec![race]).files()).unwrap();
    let ask = |line: &str| ask_of(&packs, "2030-12-31T12:00:00Z", line);
    assert_snapshot!(ask("fact finish driver:cid"), @"
    CID did not finish in Stop 0 in 2030 (GT), and was placed 3rd.
    Driver CID · Results
    ");
    assert_snapshot!(ask("fact podiums driver:cid"), @"
    Driver CID has 1 podium in 2030.
    Driver CID · podiums
    2030: Known race by race: Stop 0 Race (GT).
    ");
    assert_snapshot!(ask("fact retirements driver:cid"), @"
    Driver CID has 1 retirement in 2030.
    Driver CID · retirements
    2030: Known race by race: Stop 0 Race (GT).
    ");
}

#[test]
fn a_shared_first_place_leaves_no_second() {
    let races = vec![order(&["ann", "bob", "cid"]), order(&["bob", "ann", "cid"])];
    let packs = loaded(&Invented::new(&plain(), races).files()).unwrap();
    assert_snapshot!(ask_of(&packs, "2030-12-31T12:00:00Z", "gap p2"), @"
    Not known
    Nobody is P2 in Cup: Driver ANN and Driver BOB share P1.
    Try standings championship:cup
    ");
    assert_snapshot!(ask_of(&packs, "2030-01-01T12:00:00Z", "gap"), @"
    Not yet
    Nobody has points yet: no race of Test Series 2030 has been run; it begins on 2 Mar 2030.
    Try schedule season:2030
    ");
    assert_snapshot!(ask_of(&packs, "2030-01-01T12:00:00Z", "lead"), @"
    Not yet
    Nobody has points yet: no race of Test Series 2030 has been run; it begins on 2 Mar 2030.
    Try schedule season:2030
    ");
}

#[test]
fn the_progress_names_the_weekend_that_is_on() {
    assert_snapshot!(ask("2024-06-21T21:30:00Z", "fact progress"), @"
    9 rounds are left; 7 of 16 have been run.
    Porsche Carrera Cup North America 2024
    On now: Watkins Glen.
    Weekends to come: Road America (1 Aug), Indianapolis (19 Sep), Road Atlanta (9 Oct) and Circuit of The Americas (18 Oct).
    ");
}

#[test]
fn what_rests_on_a_provisional_result_says_so() {
    let mut race = order(&["ann", "bob", "cid"]);
    race["status"] = json!("provisional");
    let packs = loaded(&Invented::new(&plain(), vec![race]).files()).unwrap();
    let ask = |line: &str| ask_of(&packs, "2030-12-31T12:00:00Z", line);
    for line in ["leaders", "gap", "standings"] {
        let told = ask(line);
        assert!(
            told.contains("A result behind it is provisional, not official yet."),
            "{line}: {told}"
        );
    }
    assert_snapshot!(ask("fact wins driver:ann"), @"
    Driver ANN has 1 win in 2030.
    Driver ANN · wins
    2030: Known race by race: Stop 0 Race (GT).
    Stop 0 Race: the result is provisional, not official yet.
    ");
}
