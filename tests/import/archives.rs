//! Archives of whole seasons: f1db's release, and pages of Jolpica, made up.

use serde_json::{Value, json};

use super::import;
use crate::support::folder::Folder;
use crate::support::process::run;

/// The reading of files of a folder, with its exit code.
fn read(folder: &Folder, more: &[&str]) -> (Option<i32>, Value) {
    let path = folder.path().to_string_lossy().into_owned();
    let ended = import(&[&[path.as_str(), "--json"], more].concat());
    let report: Value = serde_json::from_str(&ended.stdout).expect("it is JSON");
    (ended.code, report)
}

/// A page with so many rows of one race after others: the round, and the drivers.
fn page(offset: usize, total: usize, races: &[(u16, &[&str])]) -> Value {
    let row = |(at, driver): (usize, &&str)| {
        json!({ "number": (at + 1).to_string(), "position": (at + 1).to_string(), "positionText": (at + 1).to_string(), "points": "0",
                "Driver": { "driverId": driver, "givenName": "Any", "familyName": driver }, "laps": "50", "status": "Finished" })
    };
    let race = |(round, drivers): &(u16, &[&str])| {
        json!({ "season": "2023", "round": round.to_string(), "raceName": format!("Grand Prix {round}"),
                "Results": drivers.iter().enumerate().map(row).collect::<Vec<_>>() })
    };
    json!({ "MRData": { "url": "results", "limit": "3", "offset": offset.to_string(), "total": total.to_string(),
            "RaceTable": { "season": "2023", "Races": races.iter().map(race).collect::<Vec<_>>() } } })
}

/// The races that were read: event, rows, extent.
fn races(report: &Value) -> Vec<(String, usize, Value)> {
    let sheets = report["reading"]["sheets"].as_array().unwrap();
    let of = |sheet: &Value| {
        let results = &sheet["sheet"]["results"];
        let event = results["heading"]["event"].as_str().unwrap().to_owned();
        (
            event,
            results["rows"].as_array().unwrap().len(),
            results["extent"].clone(),
        )
    };
    sheets.iter().map(of).collect()
}

#[test]
fn pages_that_belong_together_are_merged_and_a_race_at_a_cut_edge_is_not_whole() {
    let first = page(0, 6, &[(1, &["a", "b"]), (2, &["a"])]);
    let second = page(3, 6, &[(2, &["a", "b", "c"])]);
    let alone = read(&Folder::of(&[("1.json", first.clone())]), &[]);
    let cut = json!({ "cut": { "total": 6 } });
    assert_eq!(
        races(&alone.1),
        [
            ("Grand Prix 1".to_owned(), 2, json!("whole")),
            ("Grand Prix 2".to_owned(), 1, cut.clone())
        ]
    );
    let begun_late = read(&Folder::of(&[("2.json", second.clone())]), &[]);
    assert_eq!(races(&begun_late.1), [("Grand Prix 2".to_owned(), 3, cut)]);
    let both = read(&Folder::of(&[("1.json", first), ("2.json", second)]), &[]);
    // The row that both pages hold counts once; by what the pages say all six rows are there.
    assert_eq!(
        races(&both.1),
        [
            ("Grand Prix 1".to_owned(), 2, json!("whole")),
            ("Grand Prix 2".to_owned(), 3, json!("whole"))
        ]
    );
    let empty = read(&Folder::of(&[("0.json", page(0, 0, &[]))]), &[]);
    assert_eq!((empty.0, races(&empty.1)), (Some(0), Vec::new()));
    let told = |report: &Value| report["reading"]["faults"][0]["message"].clone();
    assert_eq!(told(&empty.1), "the query that it answers found no rows");
    let mut edited = page(0, 1, &[(1, &["a"])]);
    let table = edited["MRData"].as_object_mut().unwrap().remove("RaceTable").unwrap();
    edited["MRData"]["Table"] = table;
    let edited = read(&Folder::of(&[("1.json", edited)]), &[]);
    assert_eq!((edited.0, races(&edited.1)), (Some(1), Vec::new()));
    assert_eq!(told(&edited.1), "it holds no race and no table");
}

/// The files of a small archive: two races of 2026 for drivers who are in the shipped pack.
fn archive() -> Vec<(&'static str, Value)> {
    let result = |round: u16, at: usize, number: &str, driver: &str, team: &str, points: u16| {
        json!({ "year": 2026, "round": round, "positionNumber": at, "positionText": at.to_string(), "driverNumber": number,
                "driverId": driver, "constructorId": team, "laps": 50, "time": format!("1:30:0{at}.000"), "points": points,
                "polePosition": at == 1 })
    };
    let race = |round: u16, id: &str, day: &str| {
        json!({ "id": round, "year": 2026, "round": round, "date": day, "time": "04:00", "grandPrixId": id, "circuitId": "melbourne",
                "laps": 50, "scheduledLaps": null })
    };
    vec![
        (
            "f1db-races.json",
            json!([race(1, "australia", "2026-03-08"), race(2, "china", "2026-03-15")]),
        ),
        (
            "f1db-races-race-results.json",
            json!([
                result(1, 1, "63", "george-russell", "mercedes", 25),
                result(1, 2, "12", "kimi-antonelli", "mercedes", 18),
                result(2, 1, "12", "kimi-antonelli", "mercedes", 25)
            ]),
        ),
        (
            "f1db-races-race-results.schema.json",
            json!({ "$id": "https://www.f1db.com/schema/v6.5.0/splitted/f1db-races-race-results.schema.json" }),
        ),
    ]
}

#[test]
fn an_archive_gives_a_season_and_another_major_version_is_refused() {
    let (code, report) = read(&Folder::of(&archive()), &[]);
    assert_eq!(code, Some(0), "{report}");
    let sheets = report["reading"]["sheets"].as_array().unwrap();
    assert_eq!(sheets.len(), 3, "a calendar and two races");
    let last = &sheets[2]["sheet"]["results"];
    assert_eq!(last["heading"]["event_id"], "china");
    assert_eq!(last["rows"][0]["drivers"][0]["id"], "kimi-antonelli");
    let mut newer = archive();
    newer[2].1["$id"] = json!("https://www.f1db.com/schema/v7.0.0/splitted/f1db-races-race-results.schema.json");
    let (code, report) = read(&Folder::of(&newer), &[]);
    assert_eq!(
        (code, &report["faults"][0]["rule"]),
        (Some(1), &json!("schema-version"))
    );
    let nothing = read(&Folder::of(&archive()), &["--series", "f1", "--season", "2025"]);
    assert_eq!(
        (nothing.0, nothing.1["outcomes"].as_array().unwrap().len()),
        (Some(0), 0)
    );
}

#[test]
fn an_archive_makes_a_season_in_an_empty_folder_and_nothing_new_the_second_time() {
    let (archive, packs) = (Folder::of(&archive()), Folder::new());
    let (from, data) = (archive.path().to_string_lossy().into_owned(), packs.path().join("new"));
    let data = data.to_string_lossy().into_owned();
    let arguments = [
        from.as_str(),
        "--series",
        "f1",
        "--season",
        "2026",
        "--data",
        &data,
        "--add-missing",
        "--write",
    ];
    let made = import(&arguments);
    assert_eq!((made.code, made.stderr.as_str()), (Some(0), ""), "{}", made.stdout);
    assert!(
        made.stdout.ends_with(
            "australia/race: new, 2 rows\nchina/race: new, 1 row\nWritten: circuits.json, f1/2026/entries.json, \
             f1/2026/published.json, f1/2026/results.json, f1/2026/season.json, f1/2026/weekends.json, f1/people.json, \
             f1/series.json, f1/sources.json.\n"
        ),
        "{}",
        made.stdout
    );
    let checked = run(&["check", &data], "");
    assert_eq!(
        (checked.code, checked.stderr.as_str()),
        (Some(0), ""),
        "{}",
        checked.stdout
    );
    let asked = run(
        &[
            "ask",
            "--data",
            &data,
            "--series",
            "f1",
            "--now",
            "2026-03-20T12:00:00Z",
            "/standings",
        ],
        "",
    );
    insta::assert_snapshot!(asked.stdout);
    let again = import(&arguments);
    assert!(
        again.stdout.ends_with("china/race: nothing new\nNothing to write.\n"),
        "{}",
        again.stdout
    );
}

#[test]
fn a_circuit_that_nobody_knows_is_a_fault_with_the_line_to_add() {
    let mut files = archive();
    files[0].1[1]["circuitId"] = json!("moonbase");
    let (archive, packs) = (Folder::of(&files), Folder::new());
    let (from, data) = (archive.path().to_string_lossy().into_owned(), packs.path().join("new"));
    let told = import(&[
        &from,
        "--series",
        "f1",
        "--season",
        "2026",
        "--data",
        &data.to_string_lossy(),
        "--write",
    ]);
    assert_eq!(told.code, Some(1));
    let printed = told.stdout + &told.stderr;
    assert!(
        printed.contains("error[unknown-circuit]: no circuit is called 'moonbase'"),
        "{printed}"
    );
    assert!(!data.exists(), "nothing is written");
}
