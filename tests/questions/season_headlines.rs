//! Headlines of a season: its progress, its first and last weekend, its leaders, points in several tables.

use super::headlines::headline;
use crate::support::ask::BEFORE_THE_GLEN;

const JULY_2026: &str = "2026-07-06T12:00:00Z";
const AUGUST_2025: &str = "2025-08-10T12:00:00Z";
const AFTER_ABU_DHABI: &str = "2025-12-10T12:00:00Z";

fn hold(table: &[(&str, &str, &str)]) {
    for (now, text, wanted) in table {
        assert_eq!(headline(now, text).0, *wanted, "{text}");
    }
}

#[test]
fn progress_answers_the_number_or_yes_or_no() {
    hold(&[
        (
            BEFORE_THE_GLEN,
            "how many races left",
            "10 rounds are left; 6 of 16 have been run.",
        ),
        (
            BEFORE_THE_GLEN,
            "is the season over",
            "No: 6 of 16 rounds have been run, 10 are left.",
        ),
        (
            BEFORE_THE_GLEN,
            "has the season started",
            "Yes: 6 of 16 rounds have been run.",
        ),
        (
            BEFORE_THE_GLEN,
            "are we halfway yet",
            "Not yet: halfway is after round 8; 6 of 16 rounds have been run.",
        ),
        (
            AUGUST_2025,
            "is the f1 season half over",
            "Yes: 14 of 24 rounds have been run; halfway was after round 12.",
        ),
        (
            AFTER_ABU_DHABI,
            "how many f1 races are left in 2025",
            "No round is left: all 24 of 2025 have been run.",
        ),
        (
            BEFORE_THE_GLEN,
            "do pro-am and masters race separately",
            "No: as far as published, Race 1 and Race 2 are at Watkins Glen 2024 for all classes (Pro, Pro-Am and Masters), and each is counted on its own.",
        ),
    ]);
}

#[test]
fn a_calendar_answers_its_first_and_last_weekend_and_those_left() {
    hold(&[
        (
            BEFORE_THE_GLEN,
            "whens the finale",
            "The last weekend of 2024 is Circuit of The Americas (18–20 Oct).",
        ),
        (
            AFTER_ABU_DHABI,
            "when does the f1 season start",
            "The first weekend of 2026 is Australia (6–8 Mar).",
        ),
        (
            AUGUST_2025,
            "how many sprints are left",
            "3 weekends with a sprint are left in 2025: United States (17–19 Oct), São Paulo (7–9 Nov) and Qatar (28–30 Nov).",
        ),
    ]);
}

#[test]
fn leaders_after_every_round_answer_since_when_and_how_long() {
    hold(&[
        (
            AUGUST_2025,
            "when did piastri take over the lead f1",
            "Piastri has led Drivers since round 5 (Saudi Arabia).",
        ),
        (
            AFTER_ABU_DHABI,
            "how long did piastri lead the championship",
            "Piastri led Drivers after rounds 5 to 19 (15 in all).",
        ),
        (
            AFTER_ABU_DHABI,
            "when did norris take the lead of the championship",
            "Norris led Drivers after rounds 1 to 4 and rounds 20 to 24 (9 in all), and leads now.",
        ),
        (
            AFTER_ABU_DHABI,
            "has leclerc ever led the championship",
            "No: Leclerc has not led Drivers after any of the 24 rounds of 2025.",
        ),
        (
            AFTER_ABU_DHABI,
            "how many times has the wdc lead changed",
            "The lead of Drivers changed 2 times in 2025, from Norris to Norris.",
        ),
        (
            BEFORE_THE_GLEN,
            "since when is hartog leading",
            "Not known since when: Hartog leads Pro after round 6; who led after rounds 1 to 5 is not known.",
        ),
        (
            BEFORE_THE_GLEN,
            "when did cooper take the lead",
            "Not known: who led Pro after rounds 1 to 5 is not known; Cooper did not after the others.",
        ),
        (
            BEFORE_THE_GLEN,
            "who was leading before montreal",
            "Not known: who leads Pro, Pro-Am, Masters, Entrants and ANDIAL Cup.",
        ),
    ]);
}

#[test]
fn points_in_several_tables_are_those_of_whoever_is_asked_about() {
    hold(&[
        (
            JULY_2026,
            "tang points",
            "Tang is 11th in Overall with 39 points, 140 behind Amand; Tang leads Am with 146.5 points, 36.5 ahead of Chan.",
        ),
        (
            JULY_2026,
            "henry kwong vs eric kwong",
            "Eric Kwong is 4 points behind Henry Kwong in Overall; Eric Kwong is 12.5 points behind Henry Kwong in Am.",
        ),
        (
            JULY_2026,
            "has tang got any points",
            "Yes: Tang is 11th in Overall with 39 points, 140 behind Amand; Tang leads Am with 146.5 points, 36.5 ahead of Chan.",
        ),
        (
            AFTER_ABU_DHABI,
            "did alpine score any points",
            "Yes: Alpine is 10th in Constructors with 22 points, 811 behind McLaren.",
        ),
    ]);
}

#[test]
fn names_of_another_series_are_answered_there_beside_a_class() {
    hold(&[
        (
            JULY_2026,
            "who won in fuji pro-am",
            "Winners at Fuji: Race 1 not known; Wang (Pro-Am) in Race 2.",
        ),
        (
            JULY_2026,
            "al qubaisi points",
            "Al Qubaisi is 9th in Overall with 48 points, 131 behind Amand.",
        ),
        (
            JULY_2026,
            "dat points",
            "Sawer is 8th in Overall with 51.5 points, 127.5 behind Amand.",
        ),
        (
            JULY_2026,
            "wheres roy tang overall",
            "Tang is 11th in Overall with 39 points, 140 behind Amand.",
        ),
    ]);
}

#[test]
fn a_team_or_a_class_of_a_driver_answers_yes_or_no() {
    hold(&[
        (
            BEFORE_THE_GLEN,
            "does hartog drive for kellymoss",
            "Yes: Hartog drives No. 24 for Kellymoss in Pro.",
        ),
        (
            BEFORE_THE_GLEN,
            "does cooper drive for mdk",
            "No: Cooper drives No. 88 for Baby Bull Racing in Pro.",
        ),
        (
            BEFORE_THE_GLEN,
            "is uretsky in masters",
            "No: Uretsky drives No. 44 for Baby Bull Racing in Pro-Am.",
        ),
        (
            BEFORE_THE_GLEN,
            "is vanier at jdx",
            "Yes: Vanier drives No. 9 for JDX Racing in Pro.",
        ),
    ]);
}

#[test]
fn a_number_in_a_yes_or_no_is_compared() {
    hold(&[
        (
            BEFORE_THE_GLEN,
            "is it true hartog has won 4 races",
            "No: Loek Hartog has 3 wins in 2024, as published after round 6.",
        ),
        (
            BEFORE_THE_GLEN,
            "has hartog won 3 races",
            "Yes: Loek Hartog has 3 wins in 2024, as published after round 6.",
        ),
        (
            BEFORE_THE_GLEN,
            "is pole worth 3",
            "No: 2 points for pole, in each class.",
        ),
        (
            BEFORE_THE_GLEN,
            "is pole worth 2 points",
            "Yes: 2 points for pole, in each class.",
        ),
        (
            AFTER_ABU_DHABI,
            "did norris win more races than verstappen",
            "No: Verstappen has more wins in 2025: 8, Norris 7.",
        ),
        (
            AFTER_ABU_DHABI,
            "did norris have 18 podiums in 2025",
            "Yes: Lando Norris has 18 podiums in 2025, and 4 sprint podiums.",
        ),
    ]);
}

#[test]
fn a_circuit_is_in_a_country_by_its_name() {
    hold(&[
        (
            JULY_2026,
            "track hungaroring series:f1",
            "Hungaroring is in Budapest, Hungary; one lap is 4.381 km.",
        ),
        (
            JULY_2026,
            "where is the baku circuit f1",
            "Baku City Circuit is in Baku, Azerbaijan; one lap is 6.003 km.",
        ),
    ]);
}

#[test]
fn the_one_beside_somebody_and_later_places_are_named() {
    hold(&[
        (
            AUGUST_2025,
            "who is behind hamilton in the standings",
            "Antonelli is 7th in Drivers with 64 points, 45 behind Hamilton.",
        ),
        (
            AUGUST_2025,
            "who is ahead of russell",
            "Verstappen is 3rd in Drivers with 187 points, 15 ahead of Russell.",
        ),
        (
            AUGUST_2025,
            "who is ahead of piastri in the standings",
            "Nobody is ahead of Piastri, who leads Drivers.",
        ),
        (
            AFTER_ABU_DHABI,
            "who finished third in the 2025 championship f1",
            "Piastri is 3rd in Drivers with 410 points, 13 behind Norris; Red Bull is 3rd in Constructors with 451 points, 382 behind McLaren.",
        ),
    ]);
}
