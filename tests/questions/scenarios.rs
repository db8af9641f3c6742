//! Scenarios: the code that recalls one, and what happened against what was supposed.

use chrono::{DateTime, Utc};
use raceweek::answer::{Answer, Body};
use raceweek::dataset::Catalogue;
use raceweek::domain::{Asker, Place, Range, Status};
use raceweek::question::{Misunderstanding, Question};
use serde_json::{Value, json};

use crate::scoring::invented::{Invented, order, plain};
use crate::scoring::loaded;
use crate::support::answers::packs;
use crate::support::ask::{BEFORE_THE_GLEN, ask, ask_of};

/// The code that an answer shows.
fn code(told: &str) -> &str {
    let (_, code) = told.rsplit_once("whatif code:").expect("it shows a code");
    code.trim()
}

#[test]
fn a_code_recalls_its_scenario_for_anybody() {
    let told = ask(
        BEFORE_THE_GLEN,
        "whatif pro race-1 1:cooper 2:hartog pole:cooper race-2 dns:sedgwick",
    );
    assert_eq!(ask(BEFORE_THE_GLEN, &format!("whatif code:{}", code(&told))), told);
    // It says by itself what it is about.
    let asked = format!("whatif code:{} series:pcca", code(&told));
    assert_eq!(ask(BEFORE_THE_GLEN, &asked), told);
    // A result that is added is one scenario with it.
    let more = ask(
        BEFORE_THE_GLEN,
        &format!("whatif code:{} race-1 3:sedgwick", code(&told)),
    );
    assert!(
        more.contains("1st Michael Cooper, 2nd Loek Hartog, 3rd Alex Sedgwick, pole Michael Cooper"),
        "{more}"
    );
    // Once its race has been run it has no answer, and says so.
    insta::assert_snapshot!(ask("2024-06-26T00:00:00Z", "whatif pro watkins-glen race-2 2:cooper"), @r"
    That cannot be
    Watkins Glen Race 2 has been run, and Loek Hartog was 2nd. Suppose what is not known of it.
    Try results weekend:watkins-glen session:race-2 season:2024
    ");
}

#[test]
fn a_damaged_code_is_refused() {
    let told = ask(BEFORE_THE_GLEN, "whatif pro 1:cooper 2:hartog");
    let code = code(&told);
    let refused = ask(BEFORE_THE_GLEN, "whatif code:AAAA");
    insta::assert_snapshot!(refused, @r"
    Not a scenario
    That code is damaged: a letter is missing or another. Copy it whole from the answer that shows it.
    Try help whatif
    ");
    for at in 0..code.len() {
        let other = if &code[at..=at] == "A" { "B" } else { "A" };
        let damaged = format!("{}{other}{}", &code[..at], &code[at + 1..]);
        assert_eq!(
            ask(BEFORE_THE_GLEN, &format!("whatif code:{damaged}")),
            refused,
            "{damaged}"
        );
        let cut = &code[..at];
        if !cut.is_empty() {
            assert_eq!(ask(BEFORE_THE_GLEN, &format!("whatif code:{cut}")), refused, "{cut}");
        }
    }
    for wild in [
        "!!!!",
        "ä",
        "=",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        &format!("{code}A"),
    ] {
        assert_eq!(ask(BEFORE_THE_GLEN, &format!("whatif code:{wild}")), refused, "{wild}");
    }
}

#[test]
fn a_stale_code_says_so_and_answers_while_it_can() {
    let season = |version: &str, drivers: &[&str]| {
        let mut season = Invented::of(drivers, &plain(), vec![order(&["ann", "bob"]), Value::Null]);
        season.season["version"] = json!(version);
        loaded(&season.files()).unwrap()
    };
    let now = "2030-03-05T12:00:00Z";
    let told = ask_of(&season("2030-01-01", &["ann", "bob", "cid"]), now, "whatif 1:bob 2:cid");
    let asked = format!("whatif code:{}", code(&told));
    let newer = season("2030-03-01.2", &["zoe", "ann", "bob", "cid"]);
    insta::assert_snapshot!(ask_of(&newer, now, &asked), @"
    BOB would be the Cup champion with 16; ANN would have 14 at most.
    Test Series 2030 · Cup: what if
    Stop 1 Race: 1st Driver BOB, 2nd Driver CID.
      P    Driver   Pts  Gap
      1 ▲1 BOB       16    –
      2 ▼1 ANN    10–14 -2–6
      3    CID        6  -10
    After round 2 of 2, from results.
    Left open: other places of Stop 1 Race.
    Points and places from–to depend on that; an arrow stands where the place is sure.
    Whoever is not listed has 4 points at most.
    The code was made with pack 2030-01-01. The pack is of 2030-03-01.2 by now, and the table is worked out from it.
    Anyone can recall this: whatif code:AVYM2isJAgHyU_ACBFLGoAW5h7G3nQ
    ");
    let without = season("2030-03-01.2", &["zoe", "ann", "bob"]);
    insta::assert_snapshot!(ask_of(&without, now, &asked), @r"
    Not a scenario
    That code speaks of something that the packs do not have any more. Say the results again in words.
    Try help whatif
    ");
}

fn answer(packs: &Catalogue, now: &str, line: &str) -> Result<Answer, Misunderstanding> {
    let asker = Asker {
        now: now.parse().unwrap(),
        zone: None,
        reference: None,
        series: "f1".parse().unwrap(),
        rehearsal: true,
    };
    Question::parse(line, packs, &asker)?.answer(packs, &asker)
}

#[test]
fn supposing_what_happened_gives_the_table_that_followed() {
    let packs = packs();
    let season = packs.season(&"f1".parse().unwrap(), &"2025".parse().unwrap()).unwrap();
    for (weekend, before) in [("australia", "2025-03-10T00:00:00Z"), ("japan", "2025-04-01T00:00:00Z")] {
        let known = season
            .classification(
                &weekend.parse().unwrap(),
                &"race".parse().unwrap(),
                DateTime::<Utc>::MAX_UTC,
            )
            .unwrap();
        let pieces: Vec<String> = known
            .rows
            .iter()
            .map(|row| {
                let driver = row.driver.as_ref().unwrap();
                match (&row.place, row.status) {
                    (Some(Place::Exactly(place)), _) => format!("{place}:{driver}"),
                    (_, Status::Dsq) => format!("dsq:{driver}"),
                    _ => format!("dnf:{driver}"),
                }
            })
            .collect();
        for championship in ["drivers", "constructors"] {
            let line = format!("whatif {championship} {weekend} race {} season:2025", pieces.join(" "));
            let Body::WhatIf(supposed) = answer(&packs, before, &line).unwrap().body else {
                panic!("{line}");
            };
            let line = format!("standings {championship} after:{weekend} season:2025");
            let Body::Standings(tables) = answer(&packs, "2026-01-01T00:00:00Z", &line).unwrap().body else {
                panic!("{line}");
            };
            let followed: Vec<_> = tables[0]
                .standings
                .rows
                .iter()
                .map(|row| (row.competitor.to_string(), row.points.unwrap(), row.position.unwrap()))
                .collect();
            let supposed: Vec<_> = supposed
                .rows
                .iter()
                .map(|row| {
                    (
                        row.competitor.id.to_string(),
                        row.points,
                        row.place.exact().unwrap_or(0),
                    )
                })
                .collect();
            assert_eq!(supposed, followed, "{championship} after {weekend}");
        }
    }
}

#[test]
fn what_happened_lies_within_what_was_left_open() {
    let packs = packs();
    let now = "2025-04-01T00:00:00Z";
    let line = "whatif drivers japan race 1:max-verstappen 2:norris season:2025";
    let Body::WhatIf(supposed) = answer(&packs, now, line).unwrap().body else {
        panic!("{line}");
    };
    let line = "standings drivers after:japan season:2025";
    let Body::Standings(tables) = answer(&packs, "2026-01-01T00:00:00Z", line).unwrap().body else {
        panic!("{line}");
    };
    let mut seen = 0;
    for row in &tables[0].standings.rows {
        let points = row.points.and_then(Range::exact).unwrap();
        let Some(bounds) = supposed.rows.iter().find(|one| one.competitor.id == row.competitor) else {
            continue;
        };
        assert!(
            bounds.points.holds(points),
            "{}: {points} of {:?}",
            row.competitor,
            bounds.points
        );
        let place = row.position.unwrap();
        assert!(
            bounds.place.holds(place),
            "{}: P{place} of {:?}",
            row.competitor,
            bounds.place
        );
        seen += 1;
    }
    assert!(seen >= 20, "only {seen} rows");
}

#[test]
fn equal_points_are_told_apart_where_every_result_of_both_is_supposed() {
    let races = vec![order(&["ann", "bob", "cid", "dot"]), Value::Null];
    let packs = loaded(&Invented::new(&plain(), races).files()).unwrap();
    // Ann has a win and a fifth place, bob two second places.
    let line = "whatif race 1:dot 2:bob 5:ann";
    insta::assert_snapshot!(ask_of(&packs, "2030-03-03T12:00:00Z", line), @"
    DOT would be the Cup champion with 13, 1 ahead of BOB.
    Test Series 2030 · Cup: what if
    Stop 1 Race: 1st Driver DOT, 2nd Driver BOB, 5th Driver ANN.
       P    Driver Pts  Gap
       1 ▲3 DOT     13    –
       2 ▼1 ANN     12   -1
       3 ▼1 BOB     12   -1
      4+    CID    4–8 -5–9
    After round 2 of 2, from results.
    Left open: other places of Stop 1 Race.
    Points and places from–to depend on that; an arrow stands where the place is sure.
    Whoever is not listed has 4 points at most.
    Anyone can recall this: whatif code:AVYM2irOAQHyU_ADBPNonwVSxqAIDSnMvJE
    ");
}
