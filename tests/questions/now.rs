//! What is meant when nothing is said, and up to which session the results go.

use insta::assert_snapshot;

use crate::support::ask::{AFTER_THE_SEASON, ask, ask_whole};

/// The summer of 2025, when some results of Montréal and of the Glen are not held.
const SUMMER: &str = "2025-07-10T12:00:00Z";
/// The autumn of 2025, when no result of Indianapolis, the last weekend run, is held.
const AUTUMN: &str = "2025-09-25T12:00:00Z";

#[test]
fn where_results_are_missing_the_last_full_table_is_shown() {
    assert_snapshot!(ask(SUMMER, "standings pro"), @r"
    Porsche Carrera Cup North America 2025 · Pro standings
    After round 4 of 16 (4 May 2025), as published; 4 sessions since are not fully in the packs.
      P No Driver          Pts Gap
      1 91 Riley Dickinson  81   –
      2 15 Yves Baltas      67 -14
      3    Ryan Yardley     65 -16
    Only the rows shown were published; further places are not known.
    Sources differ: The points after Miami were published on 9 May.; The points that a report of June prints.
    ");
}

#[test]
fn the_last_weekend_run_is_meant_and_the_last_known_result_follows() {
    assert_snapshot!(ask_whole(AUTUMN, "winners"), @r"
    Porsche Carrera Cup North America 2025 · Indianapolis winners
    Race 1 is over; its result is not in the packs.
    Race 2 is over; its result is not in the packs.
    Last time: winners weekend:indianapolis season:2024

    Last known: Porsche Carrera Cup North America 2025 · Road America winners

    Race 1 · Round 9 · Sat 2 Aug
    Pro: not known
    Pro-Am: not known
    Masters: not known

    Race 2 · Round 10 · Sun 3 Aug
    Pro: not known
    Pro-Am: not known
    Masters: not known
    Tyler Maxson won one of the two Pro races; which one is not told. Ryan Yardley finished ahead of Riley Dickinson in both.

    Results to Round 10 (3 Aug 2025); 2 sessions since are not in the packs.
    Source: Porsche Sport: Topp Racing before 2026 (2026); Sportscar365: preview of Indianapolis 2025 (2025-09)
    Porsche Carrera Cup North America 2025, pack 2026-11-27 · rehearsal, as of 2025-09-25 12:00 UTC
    ");
}

#[test]
fn a_season_that_is_over_has_a_champion_known_or_not() {
    assert_snapshot!(ask(AFTER_THE_SEASON, "title entrants"), @r"
    Porsche Carrera Cup North America 2024 · Entrants title
    After round 10 of 16, from the table published after round 10; 6 run with results not known.
    The season is over, but its champion is not known: the results of 6 sessions are not in the packs.
    ");
}
