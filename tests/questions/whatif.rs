//! `whatif`: tables after results that are supposed, and what cannot be supposed.

use serde_json::{Value, json};

use crate::scoring::invented::{Invented, order, plain};
use crate::scoring::loaded;
use crate::support::ask::{BEFORE_THE_GLEN, BETWEEN_THE_RACES, ask, ask_of};

#[test]
fn a_published_table_is_carried_on_by_what_is_supposed() {
    let line = "whatif pro race-1 1:cooper 2:hartog pole:cooper fl:hartog";
    insta::assert_snapshot!(ask(BEFORE_THE_GLEN, line), @"
    Cooper would be 2nd in Pro with 114, 17 behind Hartog.
    Porsche Carrera Cup North America 2024 · Pro: what if
    Watkins Glen Race 1: 1st Michael Cooper, 2nd Loek Hartog, pole Michael Cooper, fastest lap Loek Hartog.
       P   Driver     Pts    Gap
       1 = Hartog     131      –
       2 = Cooper     114    -17
      3+   Sedgwick 82–99 -32–49
    After round 7 of 16, from the table published after round 6.
    Left open: other places of Watkins Glen Race 1.
    Points and places from–to depend on that; an arrow stands where the place is sure.
    Whoever is not listed has 99 points at most.
    Points are before any dropped results.
    Anyone can recall this: whatif code:AV1b4iZeAQFJlSEEBNG0FwWN3qcA0bQXW9Z9AI3ep_cMEbhp
    ");
}

#[test]
fn several_sessions_can_be_supposed() {
    let line = "whatif pro race-1 1:cooper pole:cooper fl:cooper race-2 1:cooper dnf:hartog";
    insta::assert_snapshot!(ask(BEFORE_THE_GLEN, line), @"
    Cooper would lead Pro with at least 140; Hartog would have 133 at most.
    Porsche Carrera Cup North America 2024 · Pro: what if
    Watkins Glen Race 1: 1st Michael Cooper, pole Michael Cooper, fastest lap Michael Cooper.
    Watkins Glen Race 2: 1st Michael Cooper, Loek Hartog retires without points.
       P    Driver       Pts    Gap
       1 ▲1 Cooper   140–143      –
      2+    Hartog   110–133  -7–33
      2+    Sedgwick  82–125 -15–61
    After round 8 of 16, from the table published after round 6.
    Left open: other places of Watkins Glen Race 1; other places, pole and fastest lap of Watkins Glen Race 2.
    Points and places from–to depend on that; an arrow stands where the place is sure.
    Whoever is not listed has 125 points at most.
    Points are before any dropped results.
    Anyone can recall this: whatif code:AV1b4iZeAQJJlSEDBNG0FwDRtBdb1n0A0bQX9wwR5ZUiAgTRtBcBjd6nXRU
    ");
}

#[test]
fn a_computed_table_is_carried_on_as_well() {
    let line = "whatif drivers sprint 1:antonelli 2:norris race 1:norris dnf:antonelli series:f1";
    insta::assert_snapshot!(ask("2026-08-20T12:00:00Z", line), @"
    Antonelli would lead Drivers with 227; Hamilton would have 193 at most.
    Formula 1 2026 · Drivers: what if
    Netherlands Sprint: 1st Kimi Antonelli, 2nd Lando Norris.
    Netherlands Race: 1st Lando Norris, Kimi Antonelli retires without points.
         P   Driver         Pts      Gap
         1 = Antonelli      227        –
       2–3   Hamilton   169–193   -34–58
       2–5   Russell    160–184   -43–67
       3–5   Norris         160      -67
       3–5   Leclerc    138–162   -65–89
       6–7   Verstappen 109–133  -94–118
       6–8   Piastri     92–116 -111–135
       7–8   Hadjar       68–92 -135–159
      9–12   Lawson       43–67 -160–184
      9–13   Gasly        42–66 -161–185
        9+   Lindblad     23–47 -180–204
        9+   Colapinto    19–43 -184–208
       10+   Bearman      18–42 -185–209
       11+   Bortoleto    10–34 -193–217
       11+   Sainz         6–30 -197–221
       11+   Albon         5–29 -198–222
       11+   Ocon          3–27 -200–224
       11+   Hülkenberg    2–26 -201–225
       11+   Alonso        1–25 -202–226
       11+   Stroll        0–24 -203–227
       11+   Pérez         0–24 -203–227
       11+   Bottas        0–24 -203–227
    After round 12 of 23, from results.
    Left open: other places of Netherlands Sprint; other places of Netherlands Race.
    Points and places from–to depend on that; an arrow stands where the place is sure.
    Whoever is not listed has 24 points at most.
    Anyone can recall this: whatif code:AYyq7CZjAQLhRMkCBI2p2QWMIFi8J4ICBIwgWAGNqdkAiQ
    ");
}

#[test]
fn a_team_has_the_points_of_cars_that_are_not_named_within_bounds() {
    insta::assert_snapshot!(ask("2026-08-20T12:00:00Z", "whatif constructors 1:norris series:f1"), @"
    Mercedes would lead Constructors with at least 379; Ferrari would have 320 at most.
    Formula 1 2026 · Constructors: what if
    Netherlands Sprint: 1st Lando Norris.
         P   Team             Pts      Gap
         1 = Mercedes     379–392        –
         2 = Ferrari      307–320   -59–85
         3 = McLaren      228–235 -144–164
         4 = Red Bull     177–190 -189–215
       5–6   Racing Bulls   66–79 -300–326
       5–6   Alpine         61–74 -305–331
       7–9   Haas           21–34 -345–371
      7–11   Audi           12–25 -354–380
      7–11   Williams       11–24 -355–381
      8–11   Aston Martin    1–14 -365–391
      8–11   Cadillac        0–13 -366–392
    After 1 of 2 sessions of round 12 of 23, from results.
    Left open: other places of Netherlands Sprint.
    Points and places from–to depend on that; an arrow stands where the place is sure.
    Anyone can recall this: whatif code:Aa3HfCZjAQHhRMkBBIwgWNn9
    ");
}

#[test]
fn a_whole_field_gives_the_exact_table() {
    let mut rules = plain();
    rules["drops"] = json!([{ "worst": 1 }]);
    let races = vec![
        order(&["ann", "bob", "cid"]),
        order(&["bob", "cid", "ann"]),
        Value::Null,
        Value::Null,
    ];
    let packs = loaded(&Invented::new(&rules, races).files()).unwrap();
    let now = "2030-03-10T12:00:00Z";
    let line = "whatif 1:cid 2:dot 3:ann 4:eve 5:fay dsq:bob";
    insta::assert_snapshot!(ask_of(&packs, now, line), @"
    CID would lead Cup with 20, 2 ahead of ANN.
    Test Series 2030 · Cup: what if
    Stop 2 Race: 1st Driver CID, 2nd Driver DOT, 3rd Driver ANN, 4th Driver EVE, 5th Driver FAY, Driver BOB is disqualified.
      P    Driver Pts Gap
      1 ▲2 CID     20   –
      2 =  ANN     18  -2
      3 ▼2 BOB     16  -4
      4    DOT      6 -14
      5    EVE      3 -17
      6    FAY      2 -18
    After round 3 of 4, from results.
    Anyone can recall this: whatif code:AVYM2irOAQEUyhIGBLmHsQXzaJ8GDSnMB56h5Qhw-AsDUsagxlk
    ");
    // Of the race after next nothing is known either, and that is said.
    insta::assert_snapshot!(ask_of(&packs, now, "whatif cup r4 1:bob 2:ann"), @"
    BOB would have 26 to 30 points and be 1st or 2nd in Cup; ANN can have 26.
    Test Series 2030 · Cup: what if
    Stop 3 Race: 1st Driver BOB, 2nd Driver ANN.
        P Driver   Pts   Gap
      1–2 BOB    26–30     –
      1–3 ANN    20–26 -0–10
       2+ CID    10–20 -6–20
    After round 4 of 4, from results.
    Left open: all of Stop 2 Race; other places of Stop 3 Race.
    Points and places from–to depend on that; an arrow stands where the place is sure.
    Whoever is not listed has 14 points at most.
    Anyone can recall this: whatif code:AVYM2irOAQE1Cj4CBFLGoAUNKcx0ZA
    ");
}

#[test]
fn what_is_known_of_a_race_that_is_over_stays() {
    insta::assert_snapshot!(ask("2024-06-22T20:00:00Z", "whatif pro watkins-glen/race-1 3:cooper"), @"
    Cooper would have 104 to 125 points and be 2nd or lower in Pro; Hartog can have 154.
    Porsche Carrera Cup North America 2024 · Pro: what if
    Watkins Glen Race 1: 3rd Michael Cooper.
       P   Driver          Pts     Gap
       1 = Hartog      130–154       –
      2+   Sedgwick    119–123   -7–35
      2+   Cooper      104–125   -5–50
      3+   Vanier       26–112 -18–128
      2+   Yardley      25–128  -2–129
      3+   De La Torre   8–114 -16–146
      2+   Stewart       0–123  -7–154
    After round 8 of 16, from the table published after round 6.
    Left open: other places, pole and fastest lap of Watkins Glen Race 1; what is not known of Watkins Glen Race 2.
    Points and places from–to depend on that; an arrow stands where the place is sure.
    Whoever is not listed has 123 points at most.
    Points are before any dropped results.
    Anyone can recall this: whatif code:AV1b4iZeAQFJlSEBBtG0F-XD
    ");
}

/// Each line with what is said to it.
fn said(lines: &[&str]) -> String {
    let said = lines
        .iter()
        .map(|line| format!("{line}\n{}", ask(BEFORE_THE_GLEN, line)));
    said.collect::<Vec<_>>().join("\n")
}

#[test]
fn nobody_has_two_places_and_no_place_two_drivers() {
    let said = said(&[
        "whatif pro 1:cooper 2:cooper",
        "whatif pro 1:cooper dnf:cooper",
        "whatif pro 1:cooper 1:hartog",
        "whatif pro pole:cooper pole:hartog",
        "whatif pro 99:cooper",
        "whatif pro 1:uretsky",
    ]);
    insta::assert_snapshot!(said, @r"
    whatif pro 1:cooper 2:cooper
    That cannot be
    Michael Cooper is named twice for Watkins Glen Race 1: leave one of the two out.
    Try help whatif

    whatif pro 1:cooper dnf:cooper
    That cannot be
    Michael Cooper is named twice for Watkins Glen Race 1: leave one of the two out.
    Try help whatif

    whatif pro 1:cooper 1:hartog
    That cannot be
    The 1st place of Watkins Glen Race 1 is given to two drivers: leave one of them out.
    Try help whatif

    whatif pro pole:cooper pole:hartog
    That cannot be
    The pole of Watkins Glen Race 1 is given to two drivers: leave one of them out.
    Try help whatif

    whatif pro 99:cooper
    That cannot be
    There is no 99th place in Watkins Glen Race 1: 15 cars are known for it. Name a place up to 15.
    Try help whatif

    whatif pro 1:uretsky
    That cannot be
    Moisey Uretsky is in Pro-Am and has no place in Pro. Ask for the table of Pro-Am, or leave Moisey Uretsky out.
    Try whatif results:1:uretsky
    ");
}

#[test]
fn only_what_counts_and_is_not_known_can_be_supposed() {
    let said = said(&[
        "whatif pro miami race-1 1:cooper",
        "whatif pro practice-1 1:cooper",
        "whatif pro qualifying 1:cooper",
        "whatif andial-cup 1:cooper",
        "whatif entrants 1:cooper",
        "whatif drivers pole:norris series:f1 season:2026",
    ]);
    insta::assert_snapshot!(said, @r"
    whatif pro miami race-1 1:cooper
    That cannot be
    Miami Race 1 has been run, and its points are in the table. The next that is open is Watkins Glen Race 1.
    Try results weekend:miami session:race-1 season:2024

    whatif pro practice-1 1:cooper
    That cannot be
    Watkins Glen Practice 1 does not count for Pro. Name a race that does.
    Try schedule season:2024

    whatif pro qualifying 1:cooper
    That cannot be
    Watkins Glen Qualifying does not count for Pro. Name a race that does.
    Try schedule season:2024

    whatif andial-cup 1:cooper
    Not known
    How ANDIAL Cup is scored, or how its table stands, is not known well enough to suppose anything.
    Try help whatif

    whatif entrants 1:cooper
    Not known
    How Entrants is scored, or how its table stands, is not known well enough to suppose anything.
    Try help whatif

    whatif drivers pole:norris series:f1 season:2026
    That cannot be
    Drivers pays nothing for pole. Only places pay points there: leave it out.
    Try help whatif
    ");
    insta::assert_snapshot!(ask("2026-01-01T00:00:00Z", "whatif drivers 1:norris series:f1 season:2025"), @r"
    That cannot be
    Nothing of that is left to be run for Drivers.
    Try standings championship:drivers season:2025 series:f1
    ");
    insta::assert_snapshot!(ask("2024-06-22T20:00:00Z", "whatif pro watkins-glen/race-1 1:cooper"), @r"
    That cannot be
    Watkins Glen Race 1 has been run, and Ryan Yardley was 1st. Suppose what is not known of it.
    Try results weekend:watkins-glen session:race-1 season:2024
    ");
}

#[test]
fn what_says_nothing_is_not_understood() {
    let said = said(&[
        "whatif pro foo:cooper",
        "whatif pro 0:cooper",
        "whatif pro 1:",
        "whatif pro cooper",
        "whatif pro 1:xyzzy",
        "whatif pro 1:michael",
        "whatif pro",
        "whatif",
    ]);
    insta::assert_snapshot!(said, @r"
    whatif pro foo:cooper
    Not understood
    'foo:cooper' says nothing that can be supposed. Write what and who, such as 1:cooper: a place, pole:, fastest-lap:, dnf:, dns: or dsq:; before them the session, such as race-1.
    Try help whatif

    whatif pro 0:cooper
    Not understood
    '0:cooper' says nothing that can be supposed. Write what and who, such as 1:cooper: a place, pole:, fastest-lap:, dnf:, dns: or dsq:; before them the session, such as race-1.
    Try help whatif

    whatif pro 1:
    Not understood
    '1:' says nothing that can be supposed. Write what and who, such as 1:cooper: a place, pole:, fastest-lap:, dnf:, dns: or dsq:; before them the session, such as race-1.
    Try help whatif

    whatif pro cooper
    Not understood
    I know no series, season, weekend or session called 'cooper'.
    Try help whatif

    whatif pro 1:xyzzy
    Not understood
    I know no driver called 'xyzzy'.
    Try help whatif

    whatif pro 1:michael
    Which one?
    'michael' can mean several things: which one, Michael Cooper (driver), Michael McCann (driver) or Michael Verhagen (driver)?
    Try whatif results:1:michael-cooper championship:pro
    Try whatif results:1:michael-mccann championship:pro
    Try whatif results:1:michael-verhagen championship:pro

    whatif pro
    Which one?
    'whatif' needs a result.
    Try whatif pro 1:cooper 2:hartog pole:cooper fl:hartog

    whatif
    Which one?
    'whatif' needs a result.
    Try whatif pro 1:cooper 2:hartog pole:cooper fl:hartog
    ");
}

#[test]
fn an_award_that_needs_a_place_asks_for_it() {
    let mut rules = plain();
    rules["awards"] = json!([{ "award": "fastest-lap", "points": 1, "holder": { "place": 3 } }]);
    let packs = loaded(&Invented::new(&rules, vec![order(&["ann", "bob"]), Value::Null]).files()).unwrap();
    let now = "2030-03-05T12:00:00Z";
    insta::assert_snapshot!(ask_of(&packs, now, "whatif 1:ann fl:bob"), @r"
    That cannot be
    Whether Driver BOB is paid for the fastest lap depends on the place: name that as well.
    Try help whatif
    ");
    insta::assert_snapshot!(ask_of(&packs, now, "whatif 1:ann 3:bob fl:bob"), @"
    ANN would be the Cup champion with at least 20; BOB would have 12 at most.
    Test Series 2030 · Cup: what if
    Stop 1 Race: 1st Driver ANN, 3rd Driver BOB, fastest lap Driver BOB.
      P Driver   Pts   Gap
      1 ANN    20–21     –
      2 BOB    11–12 -8–10
    After round 2 of 2, from results.
    Left open: what is not known of Stop 0 Race; other places of Stop 1 Race.
    Points and places from–to depend on that; an arrow stands where the place is sure.
    Whoever is not listed has 6 points at most.
    Anyone can recall this: whatif code:AVYM2irOAQHyU_ADBA0pzAZSxqAAUsag9wwR8Ac
    ");
}

#[test]
fn nothing_of_the_future_is_in_a_scenario() {
    // The packs know the pole of Race 2 at the Glen and Hartog's place in it; on Friday nobody does.
    let told = ask(BETWEEN_THE_RACES, "whatif pro race-2 1:cooper");
    insta::assert_snapshot!(told, @"
    Cooper would have 112 to 138 points and be 1st or lower in Pro; Hartog can have 156.
    Porsche Carrera Cup North America 2024 · Pro: what if
    Watkins Glen Race 2: 1st Michael Cooper.
       P Driver       Pts  Gap
      1+ Cooper   112–138    –
      1+ Hartog   110–156  ≤28
      1+ Sedgwick  92–118  ≤46
      1+ Yardley   25–133 ≤113
      1+ Vanier    12–120 ≤126
    After round 8 of 16, from the table published after round 6.
    Left open: what is not known of Watkins Glen Race 1; other places, pole and fastest lap of Watkins Glen Race 2.
    Points and places from–to depend on that; an arrow stands where the place is sure.
    Whoever is not listed has 128 points at most.
    Points are before any dropped results.
    Anyone can recall this: whatif code:AV1b4iZeAQHllSIBBNG0F90s
    ");
}
