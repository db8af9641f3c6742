//! Teams: cars, standings, wins.

use insta::assert_snapshot;

use crate::support::ask::{AFTER_THE_SEASON, BEFORE_THE_GLEN, ask};

#[test]
fn a_team_with_its_cars_and_wins() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "team mdk"), @"
    MDK Motorsports leads Entrants; drivers Baltas and Kvamme.
    MDK Motorsports · Porsche Carrera Cup North America 2024
    Entrants: 1st, after round 6 of 16, as published.

    Cars
      No Driver           Class   Weekends
      15 Yves Baltas      Pro
      20 (name not known) Pro     Sebring, Miami and Montréal
      43 Mark Kvamme      Masters

    Known wins
    Miami Race 1, Masters: Mark Kvamme
    Miami Race 2, Masters: Mark Kvamme
    Montréal Race 1, Pro: Yves Baltas
    ");
}

#[test]
fn a_team_whose_place_is_not_published() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "team kellymoss"), @"
    Kellymoss runs Hartog, Castro, Metni, Bellomo and Goetz.
    Kellymoss · Porsche Carrera Cup North America 2024
    Entrants: place and points not known after round 6 of 16.

    Cars
      No Driver           Class   Weekends
      24 Loek Hartog      Pro
      85 (name not known) Pro     Miami, Montréal and Watkins Glen
      65 Efrin Castro     Pro-Am
      99 Alan Metni       Pro-Am
       – Chris Bellomo    Masters
       – John Goetz       Masters

    Known wins
    Montréal Race 2, Pro: Loek Hartog
    ");
}

#[test]
fn a_car_comes_to_its_new_team_in_its_time() {
    assert_snapshot!(ask(AFTER_THE_SEASON, "team aci"), @"
    ACI Motorsports runs Llibre, Baltas, Cirone and Halcome.
    ACI Motorsports · Porsche Carrera Cup North America 2024
    Entrants: place and points not known after round 10 of 16.

    Cars
      No Driver       Class   Weekends
       2 Jimmy Llibre Pro
      15 Yves Baltas  Pro     Indianapolis, Road Atlanta and Circuit of The Americas
      84 Marco Cirone Pro-Am
      55 Matt Halcome Masters

    Known wins
    Montréal Race 1, Masters: Matt Halcome
    Montréal Race 2, Masters: Matt Halcome
    ");
}

#[test]
fn an_entrants_table_gives_place_and_points() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "team mcelrea season:2023"), @"
    After round 8, McElrea Racing is 2nd in Entrants with 145 points, 37 behind; drivers Sargent, Nepveu and Hall.
    McElrea Racing · Porsche Carrera Cup North America 2023
    Entrants: 2nd, 145 points, 37 behind the leader, after round 8 of 16, as published.

    Cars
      No Driver        Class Weekends
      17 Tom Sargent   Pro
      24 Thomas Nepveu Pro   Sebring, Long Beach, Miami and Watkins Glen
      24 Bayley Hall   Pro   Laguna Seca and Circuit of The Americas

    Known wins
    Laguna Seca Race 1, Pro: Tom Sargent
    ");
}

#[test]
fn a_spelling_of_another_page_finds_the_team() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, r#"team "jdc racing" season:2023"#), @"
    After round 8, JDX Racing is 3rd in Entrants with 135 points, 47 behind; drivers De La Torre, Martin and Sedgwick.
    JDX Racing · Porsche Carrera Cup North America 2023
    Entrants: 3rd, 135 points, 47 behind the leader, after round 8 of 16, as published.

    Cars
      No Driver               Class
       4 Elias De La Torre IV Pro
       9 Will Martin          Pro
      98 Alex Sedgwick        Pro

    Known wins
    Long Beach Race 2, Pro: Will Martin
    Watkins Glen Race 2, Pro: Will Martin
    Laguna Seca Race 2, Pro: Will Martin
    ");
}

#[test]
fn a_team_without_known_cars() {
    assert_snapshot!(ask("2026-07-06T00:00:00Z", "team jebsen series:pcca"), @"
    Team Jebsen is 3rd in Dealer Trophy with 103 points, 82 behind.
    Team Jebsen · Porsche Carrera Cup Asia 2026
    China
    Dealer Trophy: 3rd, 103 points, 82 behind the leader, after round 8 of 13, as published.
    Its cars are not known.
    ");
}
