//! Season, weekend and table that are meant when nothing is said, and the extent of the results.

use insta::assert_snapshot;
use raceweek::bot::{TextOutcome, answer_text};

use crate::support::answers::built_in;
use crate::support::ask::{AFTER_THE_SEASON, ask, ask_whole, asker};

/// The summer of 2025, when some results of Montréal and of the Glen are not held.
const SUMMER: &str = "2025-07-10T12:00:00Z";
/// After the season of 2025, whose final tables are published.
const AFTER_2025: &str = "2025-10-22T12:00:00Z";
/// After the season of 2026, of which the finale's results are not held.
const AFTER_2026: &str = "2026-11-27T12:00:00Z";
/// The autumn of 2025, when no result of Indianapolis, the last weekend run, is held.
const AUTUMN: &str = "2025-09-25T12:00:00Z";

#[test]
fn where_results_are_missing_the_last_full_table_is_shown() {
    assert_snapshot!(ask(SUMMER, "standings pro"), @"
    After round 4, Dickinson leads Pro with 81 points, 14 ahead of Baltas.
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
    assert_snapshot!(ask_whole(AUTUMN, "winners"), @"
    Not known: the packs do not tell who won at Indianapolis.
    Porsche Carrera Cup North America 2025 · Indianapolis winners
    Race 1 is over; its result is not in the packs.
    Race 2 is over; its result is not in the packs.
    Last time: winners weekend:indianapolis season:2024

    Last known: Porsche Carrera Cup North America 2025 · Watkins Glen winners
    Winners at Watkins Glen: Dickinson (Pro) in Race 1; Race 2 not known.

    Race 1 · Round 7
    Pro: Riley Dickinson (No. 91, Kellymoss)*
    Pro-Am: not known
    Masters: not known
    Race 2 is over; its result is not in the packs.
    * worked out from other facts

    Results to Round 10 (3 Aug 2025); 2 sessions since are not in the packs.
    Source: Sportscar365: preview of Indianapolis 2025 (2025-09) and 2 more · rehearsal, as of 2025-09-25 12:00 UTC
    ");
}

#[test]
fn a_season_that_is_over_has_a_champion_known_or_not() {
    assert_snapshot!(ask(AFTER_THE_SEASON, "title entrants"), @"
    Not known: the season is over, and the results of 6 sessions that decide the Entrants title are missing.
    Porsche Carrera Cup North America 2024 · Entrants title
    After round 10 of 16, from the table published after round 10; 6 run with results not known.
    ");
}

#[test]
fn the_champions_are_those_of_published_tables_and_the_last_known_follows() {
    assert_snapshot!(ask_whole(AFTER_2026, "title"), @"
    Champions: Mulcahy in Pro-Am and Cirone in Masters; not known: Pro and Entrants.
    Porsche Carrera Cup North America 2026 · Titles

    Pro
    After round 14 of 16, from the table published after round 14; 2 run with results not known.
    Not known: the season is over, and the results of 2 sessions that decide the Pro title are missing.

    Pro-Am
    After round 12 of 16, from the table published after round 12; 4 run with results not known.
    Patrick Mulcahy is champion, decided by round 12, with 4 rounds to go.

    Masters
    After round 14 of 16, from the table published after round 14; 2 run with results not known.
    Marco Cirone is champion, decided by round 14, with 2 rounds to go.
    Entrants: too little is known.

    Last known: Porsche Carrera Cup North America 2025 · Pro title
    Yardley is the Pro champion.
    After round 16 of 16, from the table published after round 16.
    Ryan Yardley is champion with 313 points.

    Last known: Porsche Carrera Cup North America 2025 · Entrants title
    Topp Racing is the Entrants champion.
    After round 16 of 16, from the table published after round 16.
    Topp Racing is champion.

    Off season: last was Circuit of The Americas 2026; the packs know of no later weekend.
    Source: Trackside Pass: notes after Round 14 of 2026 (2026-10) and 5 more · rehearsal, as of 2026-11-27 12:00 UTC
    ");
}

#[test]
fn a_title_that_is_certain_early_is_told_before_the_season_is_over() {
    assert_snapshot!(ask("2026-10-10T12:00:00Z", "title"), @"
    Champions: Mulcahy in Pro-Am and Cirone in Masters; not known: Pro and Entrants.
    Porsche Carrera Cup North America 2026 · Titles

    Pro-Am
    After round 12 of 16, from the table published after round 12; 2 sessions to come and 2 run with results not known.
    Patrick Mulcahy is champion, decided by round 12, with 4 rounds to go.

    Masters
    After round 14 of 16, from the table published after round 14; 2 sessions to come.
    Marco Cirone is champion, decided by round 14, with 2 rounds to go.
    Pro and Entrants: too little is known.
    ");
}

#[test]
fn the_champions_of_a_season_are_those_of_its_final_tables() {
    assert_snapshot!(ask(AFTER_2025, "title season:2025"), @"
    Champions: Yardley in Pro, Martinez in Pro-Am, Blind in Masters and Topp Racing in Entrants.
    Porsche Carrera Cup North America 2025 · Titles

    Pro
    After round 16 of 16, from the table published after round 16.
    Ryan Yardley is champion with 313 points.

    Pro-Am
    After round 16 of 16, from the table published after round 16.
    Juan Pablo Martinez is champion.

    Masters
    After round 16 of 16, from the table published after round 16.
    Scott Blind is champion.

    Entrants
    After round 16 of 16, from the table published after round 16.
    Topp Racing is champion.
    ");
    assert_snapshot!(ask(AFTER_2026, "title pro season:2025"), @"
    Yardley is the Pro champion.
    Porsche Carrera Cup North America 2025 · Pro title
    After round 16 of 16, from the table published after round 16.
    Ryan Yardley is champion with 313 points.
    ");
}

#[test]
fn leaders_and_tables_tell_the_champion_whose_points_are_not_known() {
    assert_snapshot!(ask(AFTER_2026, "leaders"), @"
    Champions: Mulcahy in Pro-Am and Cirone in Masters.
    Porsche Carrera Cup North America 2026 · Leaders
    After round 14 of 16 (2 Oct 2026), places as published; points in part from round 2 with what is known since; 2 sessions since are not in the packs.
    Pro: Tyler Maxson (No. 77, Topp Racing), at least 56 points, 8 wins
    2nd Aaron Jeansonne, at least 37 points.
    After round 12 of 16 (20 Sep 2026), as published; 4 sessions since are not fully in the packs.
    Pro-Am: Patrick Mulcahy (No. 54, ACI Motorsports), champion, points not published, 12 wins
    After round 14 of 16 (2 Oct 2026), as published; 2 sessions since are not in the packs.
    Masters: Marco Cirone (No. 88, ACI Motorsports), champion, points not published
    Entrants: not known
    ");
    assert_snapshot!(ask(AFTER_2026, "standings pro-am"), @"
    Mulcahy is the Pro-Am champion.
    Porsche Carrera Cup North America 2026 · Pro-Am standings
    After round 12 of 16 (20 Sep 2026), as published; 4 sessions since are not fully in the packs.
      P No Driver          Pts
      1 54 Patrick Mulcahy   ?
    Patrick Mulcahy is champion.
    Only the rows shown were published; further places are not known.
    ");
}

#[test]
fn what_is_next_elsewhere_is_told_where_the_series_has_nothing_to_come() {
    assert_snapshot!(ask(AFTER_2026, "next"), @"
    The packs know of no session to come.
    Porsche Carrera Cup North America
    Formula 1 is on: Qatar, 27–29 Nov 2026.
    ");
    assert_snapshot!(ask(AFTER_2026, "next series:pccna"), @"
    The packs know of no session to come.
    Porsche Carrera Cup North America
    ");
}

#[test]
fn another_series_that_is_first_is_told_beside_what_is_next() {
    assert_snapshot!(ask("2026-06-30T12:00:00Z", "next"), @"
    Next is Race 1 at Road America, 30 Jul–1 Aug; its date and time are not published.
    Porsche Carrera Cup North America 2026 · Road America
    30 Jul – 1 Aug 2026 · Road America · Rounds 9 and 10 of 16 · supporting IMSA WeatherTech SportsCar Championship, Motul SportsCar Endurance Grand Prix
    Race 1 (Round 9): date and time not published · next
    Race 2 (Round 10): date and time not published
    Formula 1 is next: Great Britain, 3–5 Jul 2026.
    Porsche Carrera Cup Asia is next: Bangsaen, 4–5 Jul 2026.
    ");
}

#[test]
fn a_grand_prix_is_the_last_known_race_before_a_later_sprint() {
    assert_snapshot!(ask(AFTER_2026, "winners series:f1"), @"
    Not known: the packs do not tell who won in Las Vegas.
    Formula 1 2026 · Las Vegas winners
    Last time: winners weekend:las-vegas season:2025 series:f1

    Last known: Formula 1 2026 · Bahrain in Malaysia winners
    Verstappen won in Bahrain in Malaysia.

    Race · Round 16 · Sun 4 Oct
    Overall: Max Verstappen (No. 3, Red Bull)

    Last known: Formula 1 2026 · Singapore winners
    Winners in Singapore: Verstappen in the sprint; the race not known.

    Sprint · Round 17 · Sat 10 Oct
    Overall: Max Verstappen (No. 3, Red Bull)
    Race is over; its result is not in the packs.
    ");
    assert_snapshot!(ask("2026-10-10T22:00:00Z", "winners series:f1"), @"
    Winners in Singapore: Verstappen in the sprint; the race still to come.
    Formula 1 2026 · Singapore winners

    Sprint · Round 17 · Sat 10 Oct
    Overall: Max Verstappen (No. 3, Red Bull)
    Race has not been run yet: Sun 11 Oct, 20:00 UTC+08.

    Last known: Formula 1 2026 · Bahrain in Malaysia winners
    Verstappen won in Bahrain in Malaysia.

    Race · Round 16 · Sun 4 Oct
    Overall: Max Verstappen (No. 3, Red Bull)
    ");
}

#[test]
fn a_win_since_is_never_denied_while_results_are_missing() {
    assert_snapshot!(ask(AFTER_2026, "fact won driver:antonelli since:hungary series:f1"), @"
    Yes: Kimi Antonelli has at least 2 wins since Hungary in 2026.
    Kimi Antonelli · wins
    2026: Known race by race: Italy Race and Spain Race.
    Not all is known of 5 races.
    ");
    assert_snapshot!(ask(AFTER_2026, "fact won driver:albon since:hungary series:f1"), @"
    Not known: no wins of Alexander Albon since Hungary are known, but not all is known of 5 races.
    Alexander Albon · wins
    ");
    assert_snapshot!(ask(AFTER_2026, "fact won driver:albon since:hungary series:f1 season:2025"), @"
    No: Alexander Albon has no wins since Hungary in 2025, as far as the packs tell.
    Alexander Albon · wins
    ");
}

#[test]
fn a_title_that_is_open_is_that_of_the_only_series_running() {
    for (text, headline, note) in [
        (
            "is it mathematically decided",
            "No: champions: McLaren in Constructors; still open: Drivers.",
            Some("Read as: title · Formula 1"),
        ),
        (
            "who is champion",
            "Champions: Yardley in Pro, Martinez in Pro-Am, Blind in Masters and Topp Racing in Entrants.",
            None,
        ),
    ] {
        let asker = asker("2025-12-04T12:00:00Z");
        let outcome = answer_text(text, None, built_in(), &asker, None);
        let Ok(TextOutcome::Answered(mut answered)) = outcome else {
            panic!("{text}: {outcome:?}");
        };
        answered.add_reading(built_in());
        let read = answered.view.footer.iter().find(|line| line.starts_with("Read as"));
        let told = (answered.view.headline.as_deref(), read.map(String::as_str));
        assert_eq!(told, (Some(headline), note), "{text}");
    }
}
