//! Another car or team in the next race, a race that is resumed on another day, and people of one name.

use insta::assert_snapshot;
use raceweek::dataset::Catalogue;
use raceweek::domain::Asker;
use raceweek::question::Misunderstanding;
use raceweek::understand::understand;
use serde_json::{Value, json};

use crate::scoring::invented::{Invented, order, plain};
use crate::scoring::loaded;
use crate::support::ask::ask_of;

const LATER: &str = "2030-04-01T12:00:00Z";

fn packs(season: &Invented) -> Catalogue {
    loaded(&season.files()).unwrap_or_else(|faults| panic!("{faults}"))
}

/// A season of two races with a table of teams as well, in the second of which Ann drives car 99 for the blue team.
fn spare_car() -> Invented {
    let mut second = order(&["ann", "bob"]);
    second["rows"][0]["car"] = json!("99");
    second["rows"][0]["team"] = json!("blue");
    second["rows"][0]["note"] = json!("a spare car of the other team");
    let mut season = Invented::new(&plain(), vec![order(&["ann", "bob"]), second]);
    season.add("teams", "entrant", plain());
    season
}

#[test]
fn another_car_and_team_hold_for_the_race_whose_row_names_them() {
    let packs = packs(&spare_car());
    assert_snapshot!(ask_of(&packs, LATER, "results stop-1"), @"
    ANN won in Stop 1 (GT).
    Test Series 2030 · Stop 1 results

    Race · Round 2 · Sat 9 Mar
      P No Driver     Pts Team
      1 99 Driver ANN  10 Team BLUE
      2  2 Driver BOB   6 Team BLUE
    ");
    assert_snapshot!(ask_of(&packs, LATER, "standings teams"), @"
    Team BLUE leads The teams with 22 points, 12 ahead of Team RED.
    Test Series 2030 · The teams standings
    After round 2 of 2, computed from results.
      P Team      Pts Gap
      1 Team BLUE  22   –
      2 Team RED   10 -12
    ");
    assert_snapshot!(ask_of(&packs, LATER, "driver ann"), @"
    ANN leads Cup with 20 points; drives No. 99 for Team BLUE in GT.
    Driver ANN · Test Series 2030
    No. 1, Team RED, GT
    No. 99, Team BLUE, GT · Stop 1 Race · a spare car of the other team
    Cup: 1st, 20 points, after round 2 of 2, computed from results.

    Known results
      Race        P Pts
      Stop 0 Race 1  10
      Stop 1 Race 1  10
    ");
    assert_snapshot!(ask_of(&packs, LATER, "team blue"), @"
    Team BLUE leads The teams with 22 points; drivers BOB, DOT, FAY and ANN.
    Team BLUE · Test Series 2030
    The teams: 1st, 22 points, after round 2 of 2, computed from results.

    Cars
      No Driver     Class Weekends
       2 Driver BOB GT
       4 Driver DOT GT
       6 Driver FAY GT
      99 Driver ANN GT    Stop 1 Race

    Known wins
    Stop 1 Race, GT: Driver ANN
    ");
}

/// A race that was stopped on the first day of its weekend and resumed on the next.
fn resumed() -> Invented {
    let mut season = Invented::new(&plain(), vec![order(&["ann", "bob"]), Value::Null]);
    season.weekends[0]["end"] = json!("2030-03-03");
    let sessions = season.weekends[0]["sessions"].as_array_mut().unwrap();
    sessions[0]["time"] = json!("14:00");
    sessions.push(
        json!({ "id": "rest", "kind": "race", "name": "Race (resumed)", "date": "2030-03-03", "time": "10:00",
                          "minutes": 30, "resumes": "race" }),
    );
    season
}

#[test]
fn a_race_resumed_on_another_day_is_one_race_whose_result_is_known_after_the_rest() {
    let packs = packs(&resumed());
    let evening = "2030-03-02T20:00:00Z";
    assert_snapshot!(ask_of(&packs, evening, "results stop-0"), @"
    Not yet: the race in Stop 0 starts Sun 3 Mar at 10:00 CET.
    Test Series 2030 · Stop 0 results

    Race · Round 1 · Sun 3 Mar
    ");
    assert_snapshot!(ask_of(&packs, evening, "next"), @"
    Next is Race (resumed), Sun 3 Mar at 10:00 CET, in 13 h.
    Test Series 2030 · Stop 0
    2–3 Mar 2030 · The Ring · Round 1 of 2
    Race (resumed): until 10:30 CET
    ");
    let after = "2030-03-03T12:00:00Z";
    assert_snapshot!(ask_of(&packs, after, "results stop-0 session:rest"), @"
    ANN won in Stop 0 (GT).
    Test Series 2030 · Stop 0 results

    Race · Round 1 · Sat 2 Mar
      P No Driver     Pts Team
      1  1 Driver ANN  10 Team RED
      2  2 Driver BOB   6 Team BLUE
    ");
    assert_snapshot!(ask_of(&packs, after, "standings cup"), @"
    ANN leads Cup with 10 points, 4 ahead of BOB.
    Test Series 2030 · Cup standings
    After round 1 of 2, computed from results.
      P No Driver     Pts Gap
      1  1 Driver ANN  10   –
      2  2 Driver BOB   6  -4
    ");
    assert_snapshot!(ask_of(&packs, after, "schedule stop-0"), @"
    Stop 0 is 2–3 Mar: the race was Sat 2 Mar at 14:00 CET and Race (resumed) was today at 10:00 CET.
    Test Series 2030 · Stop 0
    The Ring · Round 1 of 2
    Race (Round 1): Sat 2 Mar 14:00 CET · finished
    Race (resumed): Sun 3 Mar 10:00–10:30 CET · finished
    ");
}

/// The season in which Ann and Bob have one name, with these home towns.
fn namesakes(towns: [Value; 2]) -> Result<Catalogue, String> {
    let mut files = Invented::new(&plain(), vec![order(&["ann", "bob"])]).files();
    let people = files.iter_mut().find(|(file, _)| *file == "test/people.json");
    let drivers = &mut people.expect("the people").1["drivers"];
    for (at, town) in towns.into_iter().enumerate() {
        drivers[at]["name"] = json!("Alex Novak");
        if !town.is_null() {
            drivers[at]["hometown"] = town;
        }
    }
    loaded(&files)
}

#[test]
fn people_of_one_name_are_told_apart_by_home_town_or_number() {
    let packs = namesakes([json!("Brno"), json!("Graz")]).unwrap();
    assert_snapshot!(ask_of(&packs, LATER, "driver novak"), @r"
    Which one?
    'novak' can mean several things: which one, Alex Novak (Brno) (driver) or Alex Novak (Graz) (driver)?
    Try driver driver:ann
    Try driver driver:bob
    ");
    assert_snapshot!(ask_of(&packs, LATER, "driver alex novak"), @r"
    Which one?
    'alex novak' can mean several things: which one, Alex Novak (Brno) (driver) or Alex Novak (Graz) (driver)?
    Try driver driver:ann
    Try driver driver:bob
    ");
    assert_snapshot!(ask_of(&packs, LATER, "results stop-0"), @"
    Novak (Brno) won in Stop 0 (GT).
    Test Series 2030 · Stop 0 results

    Race · Round 1 · Sat 2 Mar
      P No Driver            Pts Team
      1  1 Alex Novak (Brno)  10 Team RED
      2  2 Alex Novak (Graz)   6 Team BLUE
    ");
    assert_snapshot!(ask_of(&packs, LATER, "standings cup"), @"
    Novak (Brno) leads Cup with 10 points, 4 ahead of Novak (Graz).
    Test Series 2030 · Cup standings
    After round 1 of 1, computed from results.
      P No Driver            Pts Gap
      1  1 Alex Novak (Brno)  10   –
      2  2 Alex Novak (Graz)   6  -4
    ");
    let packs = namesakes([Value::Null, json!("Graz")]).unwrap();
    assert_snapshot!(ask_of(&packs, LATER, "driver novak"), @r"
    Which one?
    'novak' can mean several things: which one, Alex Novak (#1) (driver) or Alex Novak (#2) (driver)?
    Try driver driver:ann
    Try driver driver:bob
    ");
    assert_snapshot!(ask_of(&packs, LATER, "driver 2"), @"
    Novak (#2) is 2nd in Cup with 6 points, 4 behind; drives No. 2 for Team BLUE in GT.
    Alex Novak (#2) · Test Series 2030
    From Graz
    No. 2, Team BLUE, GT
    Cup: 2nd, 6 points, 4 behind the leader, after round 1 of 1, computed from results.

    Known results
      Race        P Pts
      Stop 0 Race 2   6
    ");
}

#[test]
fn a_name_of_several_people_that_stands_twice_is_asked_back_once() {
    let packs = namesakes([json!("Brno"), json!("Graz")]).unwrap();
    let asker = Asker {
        now: LATER.parse().unwrap(),
        zone: None,
        reference: None,
        series: "test".parse().unwrap(),
        rehearsal: true,
    };
    let read = understand("is alex novak ahead of alex novak", None, &packs, &asker);
    let Err(Misunderstanding::Ambiguous { text, candidates }) = read else {
        panic!("{read:?}");
    };
    let labels: Vec<&str> = candidates.iter().map(|one| one.label.as_str()).collect();
    assert_eq!(
        (text.as_str(), labels),
        ("alex novak", vec!["Alex Novak (Brno)", "Alex Novak (Graz)"])
    );
}
