//! `gap`: between two, around one, across classes, and where a name is a driver's and a team's.

use crate::support::ask::{BEFORE_THE_GLEN, ask, buttons, shown};

#[test]
fn a_gap_is_told_to_the_leader_and_to_the_neighbour() {
    insta::assert_snapshot!(ask(BEFORE_THE_GLEN, "gap cooper"), @r"
    Porsche Carrera Cup North America 2024 · Pro gap
    P2 Michael Cooper is 23 points behind P1 Loek Hartog.
    P3 Alex Sedgwick is 5 points behind P2 Michael Cooper.
    P1 Loek Hartog (No. 24, Kellymoss): 110 points
    P2 Michael Cooper (No. 88, Baby Bull Racing): 87 points
    P3 Alex Sedgwick (No. 98, JDX Racing): 82 points
    After round 6 of 16, as published.
    ");
}

#[test]
fn a_gap_across_classes_is_declined_with_the_reason() {
    insta::assert_snapshot!(ask(BEFORE_THE_GLEN, "gap uretsky cooper"), @r"
    Different classes
    Moisey Uretsky (Pro-Am) and Michael Cooper (Pro) are in different classes, each with points of its own, so there is no gap between them.
    Try gap driver:moisey-uretsky
    Try gap driver:michael-cooper
    ");
}

#[test]
fn a_name_of_a_driver_and_a_team_is_asked_back_and_either_button_says_which() {
    assert_eq!(
        buttons(BEFORE_THE_GLEN, "gap mccann"),
        [
            ("Michael McCann".to_owned(), "gap driver:michael-mccann".to_owned()),
            ("McCann Racing".to_owned(), "gap driver:mccann-racing".to_owned()),
        ]
    );
    for (label, line) in buttons(BEFORE_THE_GLEN, "gap mccann") {
        assert_ne!(shown(BEFORE_THE_GLEN, &line).title, "Which one?", "{label}: {line}");
    }
}

#[test]
fn somebody_of_another_season_is_said_to_be_there() {
    insta::assert_snapshot!(ask(BEFORE_THE_GLEN, "gap hart"), @r"
    Not known
    Jason Hart is not in the 2024 season as far as the packs tell. It is in 2023.
    Try driver driver:jason-hart season:2023
    ");
}

#[test]
fn the_id_of_every_driver_and_team_is_read_as_nobody_else() {
    for (series, line) in lines() {
        let asked = format!("{line} series:{series}");
        assert_ne!(shown(BEFORE_THE_GLEN, &asked).title, "Which one?", "{asked}");
    }
}

/// A gap asked for by each id of the shipped packs.
fn lines() -> Vec<(String, String)> {
    let (packs, _) = raceweek::dataset::load(raceweek::dataset::Folder::embedded()).unwrap();
    let ids = packs.series.values().flat_map(|series| {
        let ids = series.drivers.keys().chain(series.teams.keys());
        ids.map(|id| (series.id.to_string(), format!("gap driver:{id}")))
    });
    ids.collect()
}
