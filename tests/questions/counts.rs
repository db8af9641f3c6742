//! Counts and measures of drivers and teams: the sentence that answers, and what it rests on.

use insta::assert_snapshot;
use serde_json::json;

use crate::scoring::invented::{Invented, order, plain};
use crate::scoring::loaded;
use crate::support::ask::{BEFORE_THE_GLEN, ask, ask_of};

const END_OF_2025: &str = "2025-12-10T12:00:00Z";
const MID_2025: &str = "2025-08-10T12:00:00Z";

/// Asserts whole answers: the moment, the question, the headline and the lines below the title.
fn answers(table: &[(&str, &str, &[&str])]) {
    for (now, line, expected) in table {
        let told = ask(now, line);
        // A terminal wraps long lines.
        let told = told
            .lines()
            .enumerate()
            .filter(|(at, _)| *at != 1)
            .map(|(_, line)| line);
        let told = told.collect::<Vec<_>>().join("\n");
        let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(told, expected.join(" "), "{line}");
    }
}

#[test]
fn sprints_count_apart() {
    answers(&[
        (
            END_OF_2025,
            "fact wins driver:max-verstappen season:2025 series:f1",
            &[
                "Max Verstappen has 8 wins in 2025, and 2 sprint wins.",
                "2025: Known race by race: Japan Race, Emilia-Romagna Race, Italy Race, Azerbaijan Race, United States Race,",
                "Las Vegas Race, Qatar Race and Abu Dhabi Race; sprints: Belgium Sprint and United States Sprint.",
            ],
        ),
        (
            END_OF_2025,
            "fact won driver:lewis-hamilton season:2025 series:f1",
            &[
                "Only in a sprint. Lewis Hamilton has no wins in 2025, but 1 sprint win.",
                "2025: Sprints: China Sprint.",
            ],
        ),
        (
            "2026-02-10T12:00:00Z",
            "fact races season:2026 series:f1",
            &["2026: 23 races, 6 sprints on 23 weekends."],
        ),
        (
            END_OF_2025,
            "fact races weekend:china season:2025 series:f1",
            &["China 2025: 1 race, 1 sprint: Sprint and Race."],
        ),
        (
            MID_2025,
            "fact progress series:f1",
            &[
                "10 rounds are left; 14 of 24 have been run. Of 6 sprints, 3 have been run.",
                "Weekends to come: Netherlands (29 Aug), Italy (5 Sep), Azerbaijan (19 Sep), Singapore (3 Oct),",
                "United States (17 Oct), Mexico City (24 Oct), São Paulo (7 Nov), Las Vegas (20 Nov), Qatar (28 Nov) and",
                "Abu Dhabi (5 Dec).",
            ],
        ),
    ]);
}

#[test]
fn published_counts_and_known_results_are_joined() {
    answers(&[
        (
            BEFORE_THE_GLEN,
            "fact podiums driver:hartog",
            &[
                "Loek Hartog has at least 3 podiums in 2024.",
                "2024: 3 wins after round 6, as published; known race by race: Montréal Race 2 (Pro).",
                "Not all is known of 5 races.",
            ],
        ),
        (
            BEFORE_THE_GLEN,
            "fact wins driver:hartog",
            &[
                "Loek Hartog has 3 wins in 2024, as published after round 6.",
                "2024: 3 wins after round 6, as published; known race by race: Montréal Race 2 (Pro).",
            ],
        ),
    ]);
}

#[test]
fn the_scope_is_kept_and_the_winner_is_named() {
    answers(&[
        (
            BEFORE_THE_GLEN,
            "fact won driver:hartog weekend:montreal session:race-1",
            &["No: Baltas won Race 1 at Montréal (Pro); Hartog won Race 2."],
        ),
        (
            BEFORE_THE_GLEN,
            "fact won driver:hartog weekend:montreal session:race-2",
            &[
                "Yes: Hartog won Race 2 at Montréal (Pro).",
                "2024: Known race by race: Montréal Race 2 (Pro).",
            ],
        ),
        (
            BEFORE_THE_GLEN,
            "fact won driver:hartog weekend:montreal",
            &[
                "Yes: Hartog won Race 2 at Montréal in 2024 (Pro).",
                "2024: Known race by race: Montréal Race 2 (Pro).",
            ],
        ),
        (
            BEFORE_THE_GLEN,
            "fact won driver:hartog weekend:sebring session:race-1",
            &["Not known: the packs do not tell the winner of Race 1 at Sebring."],
        ),
        (
            BEFORE_THE_GLEN,
            "fact won driver:hartog weekend:watkins-glen session:race-1 season:2024",
            &["Not yet: Race 1 at Watkins Glen has not been run."],
        ),
        (
            BEFORE_THE_GLEN,
            "fact on-pole driver:hartog weekend:montreal session:race-1",
            &[
                "Yes: Hartog took pole for Race 1 at Montréal (Pro).",
                "2024: Known race by race: Montréal Race 1 (Pro).",
            ],
        ),
        (
            BEFORE_THE_GLEN,
            "fact wins driver:hartog before:montreal",
            &["No wins of Loek Hartog before Montréal are known, but not all is known of 3 races."],
        ),
        (
            BEFORE_THE_GLEN,
            "fact wins driver:hartog since:miami",
            &[
                "Loek Hartog has 1 win since Miami in 2024.",
                "2024: Known race by race: Montréal Race 2 (Pro).",
            ],
        ),
        (
            END_OF_2025,
            "fact wins driver:lewis-hamilton since:hungary season:2025 series:f1",
            &["Lewis Hamilton has no wins since Hungary in 2025, as far as the packs tell."],
        ),
    ]);
}

#[test]
fn the_most_are_told_with_ties_and_without_classes() {
    answers(&[
        (
            END_OF_2025,
            "fact most words:wins season:2025 series:f1",
            &["Max Verstappen has the most wins in 2025: 8; then Lando Norris 7 and Oscar Piastri 7."],
        ),
        (
            END_OF_2025,
            "fact most words:poles season:2025 series:f1",
            &["Max Verstappen has the most poles in 2025: 8; then Lando Norris 7 and Oscar Piastri 6."],
        ),
        (
            BEFORE_THE_GLEN,
            "fact most words:wins",
            &[
                "Pro: Loek Hartog has the most known wins in 2024: 3 as published; then Zachary Vanier 1 and Yves Baltas 1.",
                "Pro-Am: James Sofronas and Moisey Uretsky have the most known wins in 2024: 2 each.",
                "Masters: Mark Kvamme and Matt Halcome have the most known wins in 2024: 2 each.",
            ],
        ),
        (
            MID_2025,
            "fact wins team:mclaren series:f1",
            &[
                "McLaren has 11 wins in 2025, and 1 sprint win.",
                "2025: Known race by race: Australia Race, China Race, Bahrain Race, Saudi Arabia Race, Miami Race,",
                "Monaco Race, Spain Race, Austria Race, Great Britain Race, Belgium Race and Hungary Race;",
                "sprints: Miami Sprint.",
            ],
        ),
    ]);
}

#[test]
fn a_season_is_measured() {
    let of = |what: &str, expected: &[&str]| {
        let line = format!("fact {what} driver:nico-hulkenberg season:2025 series:f1");
        answers(&[(END_OF_2025, &line, expected)]);
    };
    of(
        "retirements",
        &[
            "Nico Hülkenberg has 2 retirements in 2025.",
            "2025: Known race by race: Mexico City Race and Qatar Race.",
        ],
    );
    of(
        "disqualifications",
        &[
            "Nico Hülkenberg has 1 disqualification in 2025.",
            "2025: Known race by race: Bahrain Race.",
        ],
    );
    of(
        "starts before:japan",
        &[
            "Nico Hülkenberg has 2 starts before Japan in 2025, and 1 sprint start.",
            "2025: Known race by race: Australia Race and China Race; sprints: China Sprint.",
        ],
    );
    of(
        "best-finish",
        &[
            "The best finish of Nico Hülkenberg in 2025 is 3rd; in sprints 9th.",
            "Reached at Great Britain Race.",
        ],
    );
    of(
        "worst-finish",
        &[
            "The worst finish of Nico Hülkenberg in 2025 is 20th; in sprints 19th.",
            "Reached at Singapore Race.",
        ],
    );
    of(
        "average-finish",
        &["The average finish of Nico Hülkenberg in 2025 is 11.4 over 20 classified races; 15 over 6 sprints."],
    );
    of(
        "average-points",
        &["The average points per race of Nico Hülkenberg in 2025 are 2.22 over 23 races; 0 over 6 sprints."],
    );
    of(
        "win-streak",
        &["Nico Hülkenberg has no known win in 2025, so no run of wins."],
    );
    answers(&[(
        END_OF_2025,
        "fact win-streak driver:max-verstappen season:2025 series:f1",
        &[
            "The longest run of Max Verstappen in 2025 is 3 wins in a row.",
            "Won: Las Vegas Race, Qatar Race and Abu Dhabi Race.",
        ],
    )]);
}

#[test]
fn a_fastest_lap_of_a_car_is_its_crews() {
    let mut season = Invented::of(&["ann", "cid"], &plain(), vec![order(&["ann", "cid"])]);
    season.entries[0]["drivers"] = json!(["ann", "bob"]);
    season.races[0]["rows"][0] = json!({ "place": 1, "car": "1", "crew": ["ann", "bob"] });
    season.races[0]["awards"] = json!([{ "award": "fastest-lap", "class": "gt", "car": "1", "time": "1:40.000" }]);
    let packs = loaded(&season.files()).unwrap_or_else(|faults| panic!("{faults}"));
    let now = "2030-03-10T12:00:00Z";
    assert_snapshot!(ask_of(&packs, now, "results stop-0"), @"
    Driver ANN / Driver BOB won in Stop 0 (GT).
    Test Series 2030 · Stop 0 results

    Race · Round 1 · Sat 2 Mar
      P No Driver                  Pts Team
      1  1 Driver ANN / Driver BOB  10 Team RED
      2  2 Driver CID                6 Team BLUE
    Fastest lap: Driver ANN / Driver BOB (1:40.000)
    ");
    assert_snapshot!(ask_of(&packs, now, "fact fastest-laps driver:bob"), @"
    Driver BOB has 1 fastest lap in 2030.
    Driver BOB · fastest laps
    2030: Known race by race: Stop 0 Race (GT).
    ");
}

#[test]
fn a_count_is_first_that_of_the_season_at_hand() {
    let midsummer = "2026-07-01T12:00:00Z";
    let of = |what: &str, who: &str| ask(midsummer, &format!("fact {what} driver:{who} series:f1"));
    assert_snapshot!(of("podiums", "isack-hadjar"), @"
    Isack Hadjar has no podiums in 2026; 1 podium in 2025.
    Isack Hadjar · podiums
    2025: Known race by race: Netherlands Race.
    ");
    assert_snapshot!(of("wins", "isack-hadjar"), @"
    Isack Hadjar has no wins, as far as the packs tell.
    Isack Hadjar · wins
    ");
    assert_snapshot!(of("wins", "max-verstappen"), @"
    Max Verstappen has no wins in 2026; 8 wins in 2025.
    Max Verstappen · wins
    2025: Known race by race: Japan Race, Emilia-Romagna Race, Italy Race, Azerbaijan Race, United States Race, Las Vegas Race, Qatar Race and Abu Dhabi Race; sprints: Belgium Sprint and United States Sprint.
    ");
    assert_snapshot!(of("podiums", "lewis-hamilton"), @"
    Lewis Hamilton has 4 podiums in 2026, and 1 sprint podium.
    Lewis Hamilton · podiums
    2026: Known race by race: China Race, Canada Race, Monaco Race and Barcelona-Catalunya Race; sprints: China Sprint.
    2025: Sprints: China Sprint and Miami Sprint.
    ");
    assert_snapshot!(of("wins", "lando-norris"), @"
    Lando Norris has no wins in 2026, but 1 sprint win; 7 wins in 2025.
    Lando Norris · wins
    2026: Sprints: Miami Sprint.
    2025: Known race by race: Australia Race, Monaco Race, Austria Race, Great Britain Race, Hungary Race, Mexico City Race and São Paulo Race; sprints: Miami Sprint and São Paulo Sprint.
    ");
    assert_snapshot!(of("poles", "lando-norris"), @"
    Lando Norris has no poles in 2026, but 1 sprint pole; 7 poles in 2025.
    Lando Norris · poles
    2026: Sprints: Miami Sprint.
    2025: Known race by race: Australia Race, Monaco Race, Austria Race, Belgium Race, Mexico City Race, São Paulo Race and Las Vegas Race; sprints: São Paulo Sprint.
    ");
    // Before the first race of a season the one before it is at hand; without a seat in it, the last with one.
    assert_snapshot!(ask("2026-02-10T12:00:00Z", "fact podiums driver:isack-hadjar series:f1"), @"
    Isack Hadjar has 1 podium in 2025.
    Isack Hadjar · podiums
    2025: Known race by race: Netherlands Race.
    ");
    assert_snapshot!(ask(midsummer, "fact wins driver:hartog series:pccna"), @"
    Loek Hartog has 7 wins in 2024, as published after round 16.
    Loek Hartog · wins
    2024: 7 wins after round 16, as published; known race by race: Montréal Race 2 (Pro), Road America Race 1 (Pro), Road America Race 2 (Pro), Indianapolis Race 1 (Pro) and Indianapolis Race 2 (Pro).
    ");
}

#[test]
fn a_retired_car_that_is_classified_counts_with_its_place() {
    let mut first = order(&["ann", "bob", "cid", "dot"]);
    first["rows"][3]["status"] = json!("dnf");
    let packs = loaded(&Invented::new(&plain(), vec![first, order(&["dot", "ann", "bob", "cid"])]).files());
    let packs = packs.unwrap_or_else(|faults| panic!("{faults}"));
    let of = |what: &str| ask_of(&packs, "2030-04-01T12:00:00Z", &format!("fact {what} driver:dot"));
    assert_snapshot!(of("average-finish"), @"
    The average finish of Driver DOT in 2030 is 2.5 over 2 classified races.
    Driver DOT · average finish
    ");
    assert_snapshot!(of("worst-finish"), @"
    The worst finish of Driver DOT in 2030 is 4th.
    Driver DOT · worst finish
    Reached at Stop 0 Race (GT).
    ");
    assert_snapshot!(of("best-finish"), @"
    The best finish of Driver DOT in 2030 is 1st.
    Driver DOT · best finish
    Reached at Stop 1 Race (GT).
    ");
}
