//! A newcomer's league: series, season, weekend and results from a spreadsheet, without JSON written by hand.

use super::{file, import};
use crate::support::folder::Folder;
use crate::support::process::run;

#[test]
fn a_league_is_made_and_scored_in_four_commands() {
    let folder = Folder::new();
    let data = folder.path().join("packs").to_string_lossy().into_owned();
    let new = |arguments: &[&str]| run(&[&["new"], arguments, &["--data", &data]].concat(), "");
    let made = new(&["series", "club", "--name", "Club Cup", "--zone", "Europe/Berlin"]);
    assert_eq!(
        made.stdout,
        "Written: circuits.json, club/people.json, club/series.json, club/sources.json.\n"
    );
    let season = [
        "season",
        "club",
        "2026",
        "--class",
        "gt3=GT3",
        "--class",
        "gt4=GT4",
        "--points",
        "25,21,18,15",
    ];
    assert_eq!(new(&season).code, Some(0));
    let again = new(&season);
    let there = "raceweek: 'club/2026/season.json' is there already: change it by hand, or take another id\n";
    assert_eq!((again.code, again.stderr.as_str()), (Some(1), there));
    let weekend = [
        "weekend",
        "club",
        "2026",
        "lime-rock",
        "--name",
        "Lime Rock",
        "--country",
        "US",
        "--zone",
        "America/New_York",
        "--session",
        "qualifying=2026-05-17T13:00",
        "--session",
        "race=2026-05-17T15:00",
    ];
    let made = new(&weekend);
    assert_eq!((made.code, made.stderr.as_str()), (Some(0), ""), "{}", made.stdout);
    let results = file("sheets/league-results-en.csv");
    let taken = import(&[
        &results,
        "--series",
        "club",
        "--season",
        "2026",
        "--data",
        &data,
        "--add-missing",
        "--write",
    ]);
    assert_eq!((taken.code, taken.stderr.as_str()), (Some(0), ""), "{}", taken.stdout);
    let checked = run(&["check", &data], "");
    assert_eq!(checked.code, Some(0), "{}", checked.stdout);
    let ask = |question: &str| {
        run(
            &[
                "ask",
                "--data",
                &data,
                "--series",
                "club",
                "--now",
                "2026-05-20T12:00:00Z",
                question,
            ],
            "",
        )
        .stdout
    };
    insta::assert_snapshot!(ask("/standings gt3"));
    insta::assert_snapshot!(ask("/winners class:gt4"));
}

#[test]
fn what_cannot_be_is_refused_and_nothing_is_written() {
    let folder = Folder::new();
    let data = folder.path().join("packs").to_string_lossy().into_owned();
    let new = |arguments: &[&str]| run(&[&["new"], arguments, &["--data", &data]].concat(), "");
    let orphan = new(&["season", "club", "2026"]);
    assert_eq!(orphan.stderr, "raceweek: there is no file 'club/series.json'\n");
    assert_eq!(
        new(&["series", "Club Cup", "--name", "Club", "--zone", "UTC"]).code,
        Some(64)
    );
    assert_eq!(
        new(&["series", "club", "--name", "Club", "--zone", "Mars/Base"]).code,
        Some(64)
    );
    assert!(!folder.path().join("packs").exists(), "nothing is written");
}
