//! `gap`: between two, around one, across classes, and where a name is a driver's and a team's.

use serde_json::{Value, json};

use crate::scoring::invented::{Invented, order, plain};
use crate::scoring::loaded;
use crate::support::answers::built_in;
use crate::support::ask::{BEFORE_THE_GLEN, ask, ask_of, buttons, shown};

#[test]
fn a_gap_is_told_to_the_leader_and_to_the_neighbour() {
    insta::assert_snapshot!(ask(BEFORE_THE_GLEN, "gap cooper"), @"
    Cooper is 2nd in Pro with 87 points, 23 behind Hartog.
    Porsche Carrera Cup North America 2024 · Pro gap
    P3 Alex Sedgwick is 5 points behind P2 Michael Cooper.
    P1 Loek Hartog (No. 24, Kellymoss): 110 points
    P2 Michael Cooper (No. 88, Baby Bull Racing): 87 points
    P3 Alex Sedgwick (No. 98, JDX Racing): 82 points
    After round 6 of 16, as published.
    ");
}

#[test]
fn a_gap_across_classes_is_declined_with_the_reason() {
    insta::assert_snapshot!(ask(BEFORE_THE_GLEN, "gap uretsky cooper"), @r"
    Different classes
    Moisey Uretsky (Pro-Am) and Michael Cooper (Pro) are in different classes, each with points of its own, so there is no gap between them.
    Try gap driver:moisey-uretsky
    Try gap driver:michael-cooper
    ");
}

#[test]
fn a_name_of_a_driver_and_a_team_is_asked_back_and_either_button_says_which() {
    assert_eq!(
        buttons(BEFORE_THE_GLEN, "gap mccann"),
        [
            ("Michael McCann".to_owned(), "gap driver:michael-mccann".to_owned()),
            ("McCann Racing".to_owned(), "gap driver:mccann-racing".to_owned()),
        ]
    );
    for (label, line) in buttons(BEFORE_THE_GLEN, "gap mccann") {
        assert_ne!(shown(BEFORE_THE_GLEN, &line).title, "Which one?", "{label}: {line}");
    }
}

#[test]
fn somebody_of_another_season_is_said_to_be_there() {
    insta::assert_snapshot!(ask(BEFORE_THE_GLEN, "gap hart"), @r"
    Not known
    Jason Hart is not in the 2024 season as far as the packs tell. It is in 2023.
    Try driver driver:jason-hart season:2023
    ");
}

#[test]
fn the_id_of_every_driver_and_team_is_read_as_nobody_else() {
    for (series, line) in lines() {
        let asked = format!("{line} series:{series}");
        assert_ne!(shown(BEFORE_THE_GLEN, &asked).title, "Which one?", "{asked}");
    }
}

#[test]
fn a_gap_between_two_is_told_round_by_round() {
    let line = "gap norris verstappen series:f1 season:2025 after:10";
    insta::assert_snapshot!(ask("2026-01-01T00:00:00Z", line), @"
    Verstappen is 21 points behind Norris in Drivers.
    Formula 1 2025 · Drivers gap
    P2 Lando Norris (No. 4, McLaren): 176 points
    P3 Max Verstappen (No. 1, Red Bull): 155 points

    Round by round: Norris and Verstappen
    ▂▂▁▂▁▄▃▅█▅
    The gap closed by 18 in round 10; the largest was 39 points after round 9.
    Norris was never behind.
       R Pts Pts Gap +/-
       1  25  18  +7
       2  44  36  +8  +1
       3  62  61  +1  -7
       4  77  69  +8  +7
       5  89  87  +2  -6
       6 115  99 +16 +14
       7 133 124  +9  -7
       8 158 136 +22 +13
       9 176 137 +39 +17
      10 176 155 +21 -18
    After round 10 of 24, computed from results.
    ");
}

#[test]
fn the_gap_to_a_place_is_the_one_to_whoever_held_it() {
    // Norris led after rounds 1 to 4: there it is his lead over the next.
    let line = "gap norris p1 series:f1 season:2025 after:8";
    insta::assert_snapshot!(ask("2026-01-01T00:00:00Z", line), @"
    Norris is 3 points behind Piastri in Drivers.
    Formula 1 2025 · Drivers gap
    P1 Oscar Piastri (No. 81, McLaren): 161 points
    P2 Lando Norris (No. 4, McLaren): 158 points

    Round by round: P1 and Norris
    ▁▁▃▂▆█▇▄
    The gap closed by 10 in round 8; the largest was 16 points after round 6.
    The lead between them changed once: in round 5.
      R Pts Pts Gap +/-
      1  18  25  -7
      2  36  44  -8  -1
      3  61  62  -1  +7
      4  74  77  -3  -2
      5  99  89 +10 +13
      6 131 115 +16  +6
      7 146 133 +13  -3
      8 161 158  +3 -10
    After round 8 of 24, computed from results.
    ");
}

#[test]
fn lead_changes_are_told_and_decisions_are_in_the_last_step() {
    let races = vec![order(&["ann", "bob"]), order(&["bob", "ann"]), order(&["bob", "ann"])];
    let mut season = Invented::new(&plain(), races);
    season.season["adjustments"] = serde_json::json!([
        { "championship": "cup", "competitor": "bob", "points": -9, "date": "2030-03-25", "reason": "a wrong tyre" },
    ]);
    let packs = loaded(&season.files()).unwrap();
    insta::assert_snapshot!(ask_of(&packs, "2030-03-20T00:00:00Z", "gap ann bob"), @"
    ANN is 4 points behind BOB in Cup.
    Test Series 2030 · Cup gap
    P1 Driver BOB (No. 2, Team BLUE): 26 points
    P2 Driver ANN (No. 1, Team RED): 22 points

    Round by round: BOB and ANN
    ▁▅█
    The gap grew by 4 in round 3 and is the largest so far.
    The lead between them changed once: in round 3.
      R Pts Pts Gap +/-
      1   6  10  -4
      2  16  16   0  +4
      3  26  22  +4  +4
    After round 3 of 3, computed from results.
    ");
    insta::assert_snapshot!(ask_of(&packs, "2030-04-01T00:00:00Z", "gap ann bob"), @"
    BOB is 5 points behind ANN in Cup.
    Test Series 2030 · Cup gap
    P1 Driver ANN (No. 1, Team RED): 22 points
    P2 Driver BOB (No. 2, Team BLUE): 17 points

    Round by round: ANN and BOB
    ▇▁█
    The gap grew by 5 in round 3 and is the largest so far.
    ANN was never behind.
      R Pts Pts Gap +/-
      1  10   6  +4
      2  16  16   0  -4
      3  22  17  +5  +5
    After round 3 of 3, computed from results.
    ");
}

#[test]
fn what_is_not_known_of_a_gap_is_said() {
    insta::assert_snapshot!(ask("2024-06-22T20:00:00Z", "gap hartog cooper"), @"
    Not known: the gap between Hartog and Cooper in Pro.
    Porsche Carrera Cup North America 2024 · Pro gap
    P1 Loek Hartog (No. 24, Kellymoss): at least 130 points
    Michael Cooper (No. 88, Baby Bull Racing): at least 87 points
    Round by round the gap is not known: tables and results give it after round 6 alone, not after rounds 1 to 5, 7 and 8.
    After round 8 of 16, places as published; points in part from round 6 with what is known since.
    ");
    insta::assert_snapshot!(ask(BEFORE_THE_GLEN, "gap hartog cooper"), @"
    Cooper is 23 points behind Hartog in Pro.
    Porsche Carrera Cup North America 2024 · Pro gap
    P1 Loek Hartog (No. 24, Kellymoss): 110 points
    P2 Michael Cooper (No. 88, Baby Bull Racing): 87 points
    Round by round the gap is not known: tables and results give it after round 6 alone, not after rounds 1 to 5.
    After round 6 of 16, as published.
    ");
}

#[test]
fn the_gap_of_one_leads_on_to_the_gap_round_by_round() {
    assert_eq!(
        buttons(BEFORE_THE_GLEN, "gap cooper").last(),
        Some(&(
            "To Hartog, round by round".to_owned(),
            "gap driver:michael-cooper to:loek-hartog championship:pro season:2024".to_owned()
        ))
    );
}

/// A gap asked for by each id of the shipped packs.
fn lines() -> Vec<(String, String)> {
    let ids = built_in().series.values().flat_map(|series| {
        let ids = series
            .drivers
            .keys()
            .map(raceweek::domain::Id::slug)
            .chain(series.teams.keys().map(raceweek::domain::Id::slug));
        ids.map(|id| (series.id.to_string(), format!("gap driver:{id}")))
    });
    ids.collect()
}

#[test]
fn somebody_without_points_whom_the_table_does_not_list_has_a_gap_all_the_same() {
    let mut rules = plain();
    rules["listed"] = json!("scorers");
    let mut race = order(&["ann", "bob", "cid"]);
    race["rows"][2] = json!({ "driver": "cid", "status": "dsq" });
    let packs = loaded(&Invented::new(&rules, vec![race, Value::Null]).files()).unwrap();
    let ask = |line: &str| ask_of(&packs, "2030-03-03T12:00:00Z", line);
    insta::assert_snapshot!(ask("standings"), @"
    ANN leads Cup with 10 points, 4 ahead of BOB.
    Test Series 2030 · Cup standings
    After round 1 of 2, computed from results.
      P No Driver     Pts Gap
      1  1 Driver ANN  10   –
      2  2 Driver BOB   6  -4
    ");
    let told = ask("gap cid");
    assert!(told.contains("Driver CID is 10 points behind P1 Driver ANN."), "{told}");
}

#[test]
fn the_gap_of_each_follower_to_a_leader_is_told() {
    insta::assert_snapshot!(ask(BEFORE_THE_GLEN, "gap to:hartog"), @"
    Hartog leads Pro with 110 points, 23 ahead of Cooper.
    Porsche Carrera Cup North America 2024 · Pro gap
    P3 Alex Sedgwick is 28 points behind P1 Loek Hartog.
    P3 Alex Sedgwick is 5 points behind P2 Michael Cooper.
    P1 Loek Hartog (No. 24, Kellymoss): 110 points
    P2 Michael Cooper (No. 88, Baby Bull Racing): 87 points
    P3 Alex Sedgwick (No. 98, JDX Racing): 82 points
    After round 6 of 16, as published.
    ");
}
