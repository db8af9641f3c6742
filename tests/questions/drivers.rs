//! Drivers: names, cars, teams, results, standings.

use insta::assert_snapshot;
use serde_json::json;

use crate::scoring::invented::{Invented, order, plain};
use crate::scoring::loaded;
use crate::support::ask::{AFTER_THE_SEASON, BEFORE_THE_GLEN, ask, ask_of};
use crate::support::folder::Folder;
use raceweek::dataset::{self, load};

#[test]
fn a_driver_before_the_weekend() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "driver hartog"), @"
    Hartog leads Pro with 110 points; drives No. 24 for Kellymoss in Pro.
    Loek Hartog · Porsche Carrera Cup North America 2024
    From Leiden · Netherlands
    No. 24, Kellymoss, Pro · first season in the series
    Pro: 1st, 110 points, after round 6 of 16, as published.
    Pro: 3 wins after round 6, as published.

    Known results
      Race       P   Pts Won
      Montréal 1         pole
      Montréal 2 1 25–28
    ");
}

#[test]
fn a_car_number_names_its_driver() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "driver 43"), @"
    Kvamme drives No. 43 for MDK Motorsports in Masters.
    Mark Kvamme · Porsche Carrera Cup North America 2024
    From Columbus, Ohio · United States
    No. 43, MDK Motorsports, Masters
    Masters: place and points not known after round 6 of 16.

    Known results
      Race      P       Pts
      Sebring 2 – DNF     ?
      Miami 1   1     25–26
      Miami 2   1     25–28
    142 names on the No. 43: Mark Kvamme's No. 43 of MDK Motorsports carries the names of 142 people with dementia or Alzheimer's. Racing to End Alzheimer's has raised over $1 million so far, a record $254,000 of it in 2023, for the Nantz National Alzheimer's Center in Houston and the UCLA Alzheimer's and Dementia Care Program.
    ");
}

#[test]
fn accents_are_forgiven() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "driver sabre cook"), @"
    Cook drives No. 37 in Pro.
    Sabré Cook · Porsche Carrera Cup North America 2024
    United States
    No. 37, team not known, Pro
    Pro: place and points not known after round 6 of 16.
    Mobil 1 Female Driver Program: Mobil 1 and Porsche Motorsport North America pay half of each woman's season entry fee, give free sets of Yokohama tires to the best-placed, and offer workshops with mentoring by Patrick Long. It began in 2023; Sabré Cook and Madeline Stewart are in it in this series.
    ");
}

#[test]
fn a_change_of_team_is_known_once_it_happened() {
    assert_snapshot!(ask(AFTER_THE_SEASON, "driver baltas"), @"
    Baltas drives No. 15 for ACI Motorsports in Pro.
    Yves Baltas · Porsche Carrera Cup North America 2024
    From New York City, New York · United States
    No. 15, MDK Motorsports, Pro · Sebring, Miami, Montréal and Watkins Glen
    No. 15, ACI Motorsports, Pro · Indianapolis, Road Atlanta and Circuit of The Americas
    Pro: place and points not known after round 16 of 16.

    Known results
      Race       P   Pts
      Montréal 1 1 25–26
    ");
}

#[test]
fn before_it_the_first_team_is_the_only_one() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "driver baltas"), @"
    Baltas drives No. 15 for MDK Motorsports in Pro.
    Yves Baltas · Porsche Carrera Cup North America 2024
    From New York City, New York · United States
    No. 15, MDK Motorsports, Pro
    Pro: place and points not known after round 6 of 16.

    Known results
      Race       P   Pts
      Montréal 1 1 25–26
    ");
}

#[test]
fn a_nickname_finds_its_driver() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "driver halcomb"), @"
    Halcome leads Masters with 138 points; drives No. 55 for ACI Motorsports in Masters.
    Matt Halcome · Porsche Carrera Cup North America 2024
    From Dallas, Georgia · United States
    No. 55, ACI Motorsports, Masters
    Masters: 1st, 138 points, after round 6 of 16, as published.

    Known results
      Race       P   Pts
      Montréal 1 1 25–28
      Montréal 2 1 25–28
    ");
}

#[test]
fn an_earlier_season_can_be_asked_for() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "driver sedgwick season:2023"), @"
    Sedgwick drove No. 98 for JDX Racing in Pro.
    Alex Sedgwick · Porsche Carrera Cup North America 2023
    From Warwickshire · United Kingdom
    No. 98, JDX Racing, Pro · entered as PT Autosport with JDX Racing
    Pro: place and points not known after round 16 of 16.

    Known results
      Race              P   Pts
      Long Beach 1   3–8*  8–17
      Long Beach 2   4/5* 12–14
      Miami 1         12      4
      Miami 2          3     17
      Indianapolis 1   3     17
      Indianapolis 2   3  17–19
    * worked out from other facts
    ");
}

#[test]
fn without_a_season_the_latest_of_the_driver_is_meant() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, r#"driver "james mccann""#), @"
    McCann drove No. 83 for McCann Racing in Am.
    James McCann · Porsche Carrera Cup North America 2023
    No. 83, McCann Racing, Am · Miami · entered for this weekend at least
    Am: place and points not known after round 16 of 16.

    Known results
      Race    P Pts
      Miami 1 3  17
    ");
}

#[test]
fn a_computed_table_gives_place_and_points() {
    assert_snapshot!(ask("2026-07-06T00:00:00Z", r#"driver "henry kwong" series:pcca"#), @"
    Kwong is 14th in Overall with 20 points, 159 behind, level with another; drives No. 91 in Am.
    Henry Kwong · Porsche Carrera Cup Asia 2026
    Hong Kong
    No. 91, team not known, Am
    Overall: level at 14th, 20 points, 159 behind the leader, after round 8 of 13, computed from results.
    Am: 3rd, 109.5 points, 37 behind the leader, after round 8 of 13, computed from results.

    Known results
      Race       P     Pts Won
      Shanghai 1 3     8.5
      Shanghai 2 3      17
      Zhuhai 1   7       9
      Zhuhai 2   – DNF   0
      Fuji 1     3      18 fastest lap
      Fuji 2     2      20
      Bangsaen 1 2      20
      Bangsaen 2 3      17
    ");
}

#[test]
fn two_drivers_of_one_name_are_asked_back() {
    assert_snapshot!(ask("2026-07-06T00:00:00Z", "driver kwong series:pcca"), @r"
    Which one?
    'kwong' can mean several things: which one, Eric Kwong (driver) or Henry Kwong (driver)?
    Try driver driver:eric-kwong series:pcca
    Try driver driver:henry-kwong series:pcca
    ");
}

#[test]
fn two_mccanns_are_asked_back() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "driver mccann season:2023"), @r"
    Which one?
    'mccann' can mean several things: which one, James McCann (driver) or Michael McCann (driver)?
    Try driver driver:james-mccann season:2023
    Try driver driver:michael-mccann season:2023
    ");
}

#[test]
fn two_drivers_of_one_number_are_asked_back() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "driver 24 season:2023"), @r"
    Which one?
    '24' can mean several things: which one, Thomas Nepveu (driver) or Bayley Hall (driver)?
    Try driver driver:thomas-nepveu season:2023
    Try driver driver:bayley-hall season:2023
    ");
}

#[test]
fn hart_is_not_hartog() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "driver hart"), @"
    Hart drove No. 20 for MDK Motorsports in Pro.
    Jason Hart · Porsche Carrera Cup North America 2023
    From Flower Mound, Texas · United States
    No. 20, MDK Motorsports, Pro
    Pro: place not known, at least 89 points, after round 16 of 16, published after round 8, with what is known since.

    Known results
      Race            P       Pts
      Long Beach 1    – DNF     ?
      Miami 1        10         6
      Watkins Glen 1  1     25–28
      Indianapolis 1  9         7
    ");
}

#[test]
fn a_letter_too_many_is_forgiven() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "driver hartogg"), @"
    Hartog leads Pro with 110 points; drives No. 24 for Kellymoss in Pro.
    Loek Hartog · Porsche Carrera Cup North America 2024
    From Leiden · Netherlands
    No. 24, Kellymoss, Pro · first season in the series
    Pro: 1st, 110 points, after round 6 of 16, as published.
    Pro: 3 wins after round 6, as published.

    Known results
      Race       P   Pts Won
      Montréal 1         pole
      Montréal 2 1 25–28
    ");
}

#[test]
fn cook_is_never_cooper() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "driver cook"), @"
    Cook drives No. 37 in Pro.
    Sabré Cook · Porsche Carrera Cup North America 2024
    United States
    No. 37, team not known, Pro
    Pro: place and points not known after round 6 of 16.
    Mobil 1 Female Driver Program: Mobil 1 and Porsche Motorsport North America pay half of each woman's season entry fee, give free sets of Yokohama tires to the best-placed, and offer workshops with mentoring by Patrick Long. It began in 2023; Sabré Cook and Madeline Stewart are in it in this series.
    ");
}

#[test]
fn a_stranger_is_not_made_up() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "driver schumacher"), @r"
    Not understood
    I know no series, season or driver called 'schumacher'.
    Try help driver
    ");
}

#[test]
fn somebody_has_to_be_named() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "driver"), @r"
    Which one?
    'driver' needs a driver.
    Try driver hartog
    ");
}

#[test]
fn a_season_without_the_driver_points_to_those_with() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "driver hartog season:2023"), @r"
    Not known
    Loek Hartog is not in the 2023 season as far as the packs tell. It is in 2024.
    Try driver driver:loek-hartog season:2024
    ");
}

#[test]
fn a_beginning_and_a_slip_are_asked_back() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "driver coop"), @r"
    Which one?
    'coop' can mean several things: which one, Sabré Cook (driver) or Michael Cooper (driver)?
    Try driver driver:sabre-cook
    Try driver driver:michael-cooper
    ");
}

#[test]
fn a_surname_has_its_particles_and_is_found_without_what_tells_generations_apart() {
    let folder = Folder::packs();
    let (sainz, junior) = (
        r#""name": "Carlos Sainz", "aliases": ["SAI", "Carlos Sainz Jr."]"#,
        r#""name": "Carlos Sainz Jr.", "aliases": ["SAI"]"#,
    );
    folder.change("f1/people.json", sainz, junior);
    let told = r#""surname": "De La Torre", "aliases": ["Elias De La Torre"], "#;
    folder.change("pccna/people.json", told, "");
    let files = dataset::Folder::open(folder.path()).expect("the folder can be read");
    let packs = load(files).expect("the packs have no faults").0;

    let of = |name: &str| {
        ask_of(
            &packs,
            "2026-03-09T12:00:00Z",
            &format!("driver {name} series:f1 season:2026"),
        )
    };
    assert_snapshot!(of("sainz"), @"
    Sainz Jr. is 15th in Drivers with 0 points, 25 behind; drives No. 55 for Williams.
    Carlos Sainz Jr. · Formula 1 2026
    From Madrid · Spain
    No. 55, Williams
    Drivers: 15th, 0 points, 25 behind the leader, after round 1 of 23, computed from results.

    Known results
      Race            P Pts
      Australia Race 15   0
    ");
    for same in ["sainz jr", "Sainz Jr.", "carlos sainz", "Carlos Sainz Jr."] {
        assert_eq!(of(same), of("sainz"), "{same}");
    }
    assert_snapshot!(of("jr"), @r"
    Not understood
    I know no driver called 'jr'. The nearest: Carlos Sainz Jr. (driver).
    Try driver driver:carlos-sainz-jr season:2026 series:f1
    ");
    let fourth = |name: &str| ask_of(&packs, "2023-06-01T12:00:00Z", &format!("driver {name} series:pccna"));
    assert_snapshot!(fourth("de la torre"), @"
    De La Torre IV drives No. 4 for JDX Racing in Pro.
    Elias De La Torre IV · Porsche Carrera Cup North America 2023
    United States
    No. 4, JDX Racing, Pro
    Pro: place and points not known after round 6 of 16.

    Known results
      Race     P Pts
      Miami 1 11   5
    ");
    for same in ["torre", "De La Torre IV", "elias de la torre"] {
        assert_eq!(fourth(same), fourth("de la torre"), "{same}");
    }
}

#[test]
fn a_driver_who_changed_teams_drives_for_the_team_of_the_moment() {
    let first = |now: &str| {
        let told = ask(now, "driver liam-lawson season:2026 series:f1");
        let lines = told.lines().filter(|line| line.contains("No. 30"));
        lines.collect::<Vec<_>>().join("\n")
    };
    // Loaned to Red Bull from the Netherlands to Spain, back with Racing Bulls in Azerbaijan.
    assert_snapshot!(first("2026-08-20T12:00:00Z"), @"
    Lawson is 9th in Drivers with 43 points, 176 behind; drives No. 30 for Racing Bulls.
    No. 30, Racing Bulls
    ");
    assert_snapshot!(first("2026-08-25T12:00:00Z"), @"
    Lawson is 9th in Drivers with 49 points, 193 behind; drives No. 30 for Red Bull.
    No. 30, Racing Bulls · Australia, China, Japan, Miami, Canada, Monaco, Barcelona-Catalunya, Austria, Great Britain, Belgium and Hungary
    No. 30, Red Bull · Netherlands
    ");
    assert_snapshot!(first("2026-09-28T12:00:00Z"), @"
    Lawson is 9th in Drivers with 59 points, 243 behind; drives No. 30 for Racing Bulls.
    No. 30, Red Bull · Netherlands, Italy and Spain
    No. 30, Racing Bulls · Australia, China, Japan, Miami, Canada, Monaco, Barcelona-Catalunya, Austria, Great Britain, Belgium, Hungary and Azerbaijan
    ");
}

#[test]
fn a_table_names_nobody_by_the_number_of_a_later_weekend() {
    let race = || order(&["ann", "bob"]);
    let mut season = Invented::of(&["ann", "bob"], &plain(), vec![race(), race()]);
    let mut later = season.entries[0].clone();
    season.entries[0]["weekends"] = json!(["stop-0"]);
    later["weekends"] = json!(["stop-1"]);
    later["car"] = json!("77");
    later["team"] = json!("blue");
    season.entries.as_array_mut().unwrap().push(later);
    let packs = loaded(&season.files()).unwrap_or_else(|faults| panic!("{faults}"));
    let told = |line: &str| ask_of(&packs, "2030-04-01T12:00:00Z", line);
    assert_snapshot!(ask_of(&packs, "2030-03-05T12:00:00Z", "standings cup"), @"
    ANN leads Cup with 10 points, 4 ahead of BOB.
    Test Series 2030 · Cup standings
    After round 1 of 2, computed from results.
      P No Driver     Pts Gap
      1  1 Driver ANN  10   –
      2  2 Driver BOB   6  -4
    ");
    assert_snapshot!(told("standings cup after:1"), @"
    ANN leads Cup with 10 points, 4 ahead of BOB.
    Test Series 2030 · Cup standings
    After round 1 of 2, computed from results.
      P No Driver     Pts Gap
      1  1 Driver ANN  10   –
      2  2 Driver BOB   6  -4
    ");
    // Two numbers are none.
    assert_snapshot!(told("standings cup"), @"
    ANN leads Cup with 20 points, 8 ahead of BOB.
    Test Series 2030 · Cup standings
    After round 2 of 2, computed from results.
      P No Driver     Pts Gap
      1    Driver ANN  20   –
      2  2 Driver BOB  12  -8
    ");
}
