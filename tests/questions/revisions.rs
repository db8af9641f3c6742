//! Revisions: a result and a table are those of the moment, and what is not official yet is said to be so.

use insta::assert_snapshot;
use serde_json::json;

use crate::scoring::invented::{Invented, order, plain};
use crate::scoring::loaded;
use crate::support::ask::{ask, ask_of};

/// Monaco 2026 as classified on the day, after the right of review, and after the International Court of Appeal.
const ON_THE_DAY: &str = "2026-06-08T12:00:00Z";
const REVIEWED: &str = "2026-07-01T12:00:00Z";
const APPEALED: &str = "2026-09-05T12:00:00Z";

/// The lines of an answer that name Hadjar, Gasly, Red Bull or Alpine, or tell of a change.
fn of_both(now: &str, line: &str) -> String {
    let told = ask(now, line);
    let named = |line: &&str| {
        ["Hadjar", "Gasly", "Amended", "As classified"]
            .iter()
            .any(|name| line.contains(name))
    };
    told.lines().filter(named).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_result_is_the_one_of_the_moment() {
    let line = "results monaco race season:2026 series:f1";
    assert_snapshot!(ask(ON_THE_DAY, line), @"
    Antonelli won in Monaco.
    Formula 1 2026 · Monaco results

    Race · Round 6 · Sun 7 Jun
       P No Driver                Pts        Time Team
       1 12 Kimi Antonelli         25 2:23:31.243 Mercedes
       2 44 Lewis Hamilton         18 2:23:37.514 Ferrari
       3  6 Isack Hadjar           15 2:23:54.637 Red Bull
       4 81 Oscar Piastri          12 2:23:55.504 McLaren
       5 30 Liam Lawson            10 2:23:57.796 Racing Bulls
       6 41 Arvid Lindblad          8 2:24:00.253 Racing Bulls
       7 10 Pierre Gasly            6 2:24:01.612 Alpine
       8 23 Alexander Albon         4 2:24:04.656 Williams
       9 31 Esteban Ocon            2 2:24:08.383 Haas
      10 14 Fernando Alonso         1 2:24:13.142 Aston Martin
      11  5 Gabriel Bortoleto       0 2:24:13.991 Audi
      12 63 George Russell          0 2:24:14.596 Mercedes
      13 27 Nico Hülkenberg         0 2:24:15.345 Audi
      14 43 Franco Colapinto        0 2:24:20.207 Alpine
      15 11 Sergio Pérez            0 2:24:20.396 Cadillac
      16 55 Carlos Sainz            0             Williams
       – 16 Charles Leclerc   DNF   0             Ferrari
       – 18 Lance Stroll      DNF   0             Aston Martin
       –  1 Lando Norris      DNF   0             McLaren
       – 87 Oliver Bearman    DNF   0             Haas
       – 77 Valtteri Bottas   DNF   0             Cadillac
       –  3 Max Verstappen    DNF   0             Red Bull
    Pole: Kimi Antonelli · Fastest lap: Kimi Antonelli (1:13.481)
    Carlos Sainz: Collision damage.
    Charles Leclerc: Accident.
    Lance Stroll: Accident.
    Lando Norris: Battery.
    Oliver Bearman: Brakes.
    Valtteri Bottas: Brakes.
    Max Verstappen: Engine.
    78 laps.
    As classified on the day, Gasly with two penalties of 5 seconds for speeding in the pit lane.
    ");
    assert_snapshot!(of_both(REVIEWED, line), @r"
       3 10 Pierre Gasly           15 2:23:51.612 Alpine
       4  6 Isack Hadjar           12 2:23:54.637 Red Bull
    Amended on 12 June: after a right of review asked for by Alpine the penalties of Gasly are taken back.
    ");
    assert_snapshot!(of_both(APPEALED, line), @r"
       3  6 Isack Hadjar           15 2:23:54.637 Red Bull
       7 10 Pierre Gasly            6 2:24:01.612 Alpine
    Amended on 4 September: by the International Court of Appeal, on the appeals of Red Bull and McLaren, the penalties of Gasly stand again.
    ");
}

#[test]
fn the_points_are_those_of_the_moment() {
    for (now, hadjar, gasly) in [(ON_THE_DAY, 29, 26), (REVIEWED, 42, 41), (APPEALED, 71, 35)] {
        let told = of_both(now, "standings drivers season:2026 series:f1");
        let points = |name: &str| {
            let row = told.lines().find(|line| line.contains(name)).expect("a row");
            row.split_whitespace().find_map(|word| {
                word.trim_end_matches('+')
                    .parse::<u32>()
                    .ok()
                    .filter(|points| *points > 25)
            })
        };
        assert_eq!(
            (points("Hadjar"), points("Gasly")),
            (Some(hadjar), Some(gasly)),
            "{now}: {told}"
        );
    }
}

#[test]
fn podiums_follow_the_revision_of_the_moment() {
    let podiums = |now| ask(now, "fact podiums driver:hadjar season:2026 series:f1");
    assert_snapshot!(podiums(ON_THE_DAY), @"
    Isack Hadjar has 1 podium in 2026.
    Isack Hadjar · podiums
    2026: Known race by race: Monaco Race.
    ");
    assert_snapshot!(podiums(REVIEWED), @"
    Isack Hadjar has no podiums in 2026, as far as the packs tell.
    Isack Hadjar · podiums
    ");
    assert_snapshot!(podiums(APPEALED), @"
    Isack Hadjar has 1 podium in 2026.
    Isack Hadjar · podiums
    2026: Known race by race: Monaco Race.
    ");
}

/// The same with a second race to come.
fn two_rounds() -> raceweek::dataset::Catalogue {
    let season = amended_season(vec![order(&["ann", "bob", "cid"]), serde_json::Value::Null]);
    loaded(&season.files()).unwrap_or_else(|faults| panic!("{faults}"))
}

/// A race whose result was provisional until an official one took its winner back three days later.
fn amended() -> raceweek::dataset::Catalogue {
    let season = amended_season(vec![order(&["ann", "bob", "cid"])]);
    loaded(&season.files()).unwrap_or_else(|faults| panic!("{faults}"))
}

fn amended_season(races: Vec<serde_json::Value>) -> Invented {
    let mut season = Invented::new(&plain(), races);
    season.races[0]["status"] = json!("provisional");
    let mut amended = order(&["bob", "cid", "ann"]);
    amended["session"] = json!("stop-0/race");
    amended["status"] = json!("official");
    amended["published"] = json!("2030-03-05T18:00:00+01:00");
    season.races.push(amended);
    season
}

#[test]
fn a_provisional_result_is_said_to_be_one_until_it_is_official() {
    let packs = amended();
    let (before, after) = ("2030-03-05T16:59:59Z", "2030-03-05T17:00:00Z");
    assert_snapshot!(ask_of(&packs, before, "results stop-0"), @"
    ANN won in Stop 0 (GT), by the provisional result.
    Test Series 2030 · Stop 0 results

    Race · Round 1 · Sat 2 Mar
      P No Driver     Pts Team
      1  1 Driver ANN  10 Team RED
      2  2 Driver BOB   6 Team BLUE
      3  3 Driver CID   4 Team RED
    Race: the result is provisional, not official yet.
    ");
    assert_snapshot!(ask_of(&packs, before, "winners stop-0"), @"
    ANN won in Stop 0 (GT), by the provisional result.
    Test Series 2030 · Stop 0 winners

    Race · Round 1 · Sat 2 Mar
    GT: Driver ANN (No. 1, Team RED)
    Race: the result is provisional, not official yet.
    ");
    assert_snapshot!(ask_of(&packs, before, "fact finish driver:ann weekend:stop-0"), @"
    ANN was 1st in Stop 0 in 2030 (GT).
    Driver ANN · Results
    Stop 0 Race: the result is provisional, not official yet.
    ");
    assert_snapshot!(ask_of(&packs, after, "winners stop-0"), @"
    BOB won in Stop 0 (GT).
    Test Series 2030 · Stop 0 winners

    Race · Round 1 · Sat 2 Mar
    GT: Driver BOB (No. 2, Team BLUE)
    ");
    assert_snapshot!(ask_of(&packs, before, "standings cup"), @"
    ANN leads Cup with 10 points, 4 ahead of BOB.
    Test Series 2030 · Cup standings
    After round 1 of 1, computed from results.
      P No Driver     Pts Gap
      1  1 Driver ANN  10   –
      2  2 Driver BOB   6  -4
      3  3 Driver CID   4  -6
    A result behind it is provisional, not official yet.
    ");
    assert_snapshot!(ask_of(&packs, after, "standings cup"), @"
    BOB leads Cup with 10 points, 4 ahead of CID.
    Test Series 2030 · Cup standings
    After round 1 of 1, computed from results.
      P No Driver     Pts Gap
      1  2 Driver BOB  10   –
      2  3 Driver CID   6  -4
      3  1 Driver ANN   4  -6
    ");
}

#[test]
fn averages_titles_and_leads_say_what_is_provisional() {
    let packs = two_rounds();
    let (before, after) = ("2030-03-05T16:59:59Z", "2030-03-05T17:00:00Z");
    for line in [
        "fact average-finish driver:ann",
        "fact worst-finish driver:ann",
        "title cup",
        "lead cup",
    ] {
        let told = |now| ask_of(&packs, now, line);
        let doubt = "A result behind it is provisional, not official yet.";
        assert_eq!(told(before).matches(doubt).count(), 1, "{line}: {}", told(before));
        assert_eq!(told(after).matches("provisional").count(), 0, "{line}: {}", told(after));
    }
    assert_snapshot!(ask_of(&packs, before, "fact average-finish driver:ann"), @"
    The average finish of Driver ANN in 2030 is 1 over 1 classified race.
    Driver ANN · average finish
    A result behind it is provisional, not official yet.
    ");
    assert_snapshot!(ask_of(&packs, before, "title cup"), @"
    ANN, BOB and CID can still win the Cup title; DOT, EVE and FAY can at best draw level.
    Test Series 2030 · Cup title
    After round 1 of 2, computed from results; 1 session to come.
    A result behind it is provisional, not official yet.
    BOB has to score 4 points more than ANN to draw level.
      Can win or draw level Pts Gap Most
      Driver ANN             10   0   20
      Driver BOB              6   4   16
      Driver CID              4   6   14
      Driver DOT              0  10   10
      Driver EVE              0  10   10
      Driver FAY              0  10   10
    A win in every race that is left is enough for ANN, whatever the others do.
    ANN is champion after the Stop 1 race with these results, while the others score no more in it:
    • 1st, whatever the others do
    • 2nd, BOB at most 4
    • 3rd to 5th, BOB at most 6, CID at most 6
    • 6th, BOB at most 4, CID at most 6
    • outside the points, BOB at most 4, CID at most 6, DOT at most 6, EVE at most 6, FAY at most 6
    ");
    assert_snapshot!(ask_of(&packs, before, "lead cup"), @"
    After the Stop 1 race BOB (at most 16), CID (14), DOT (10) or 2 more can pass ANN; a win keeps ANN ahead.
    Test Series 2030 · Cup lead
    After round 1 of 2, computed from results; 1 session to come.
    A result behind it is provisional, not official yet.
    Driver ANN leads with 10 points.
    After the Stop 1 race: ANN can lose the lead to BOB (at most 16), CID (at most 14), DOT (at most 10) and EVE (at most 10) and 1 more; a win keeps ANN in front whatever the others do.
    BOB leads after the Stop 1 race with these results, while the others score no more in it:
    • 1st, ANN at most 4
    • 2nd, ANN at most 1, CID at most 4
    CID leads after the Stop 1 race with these results, while the others score no more in it:
    • 1st, ANN at most 3
    ");
}
