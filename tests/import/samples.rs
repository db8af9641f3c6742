//! Samples of real files, where `RACEWEEK_SAMPLES` names their folder: each is read as its list of expected values says.

use std::io::Write as _;

use serde_json::Value;

use super::reading;

/// The expected values of a sheet of results that a reading is held against: rows, classes, first rows, best laps.
fn check(path: &str, expected: &Value, wrong: &mut Vec<String>) {
    let read = reading(path);
    let sheet = &read["sheets"][0]["sheet"]["results"];
    let empty = Vec::new();
    let rows = sheet["rows"].as_array().unwrap_or(&empty);
    let text = |row: &Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
    if let Some(count) = expected["rows"].as_u64()
        && rows.len() as u64 != count
    {
        wrong.push(format!("{path}: {} rows, expected {count}", rows.len()));
    }
    let winner = rows.iter().find(|row| row["place"] == 1);
    if let (Some(number), Some(row)) = (expected["winner"]["number"].as_str(), winner)
        && text(row, "number") != number
    {
        wrong.push(format!("{path}: #{} won, expected #{number}", text(row, "number")));
    }
    if let Some(time) = expected["fastest_lap"]["time"].as_str() {
        let best = rows.iter().any(|row| text(row, "best_lap") == time);
        if !best {
            wrong.push(format!("{path}: nobody has the best lap {time}"));
        }
    }
    if let Some(laps) = expected["sum_of_laps"].as_u64() {
        let sum: u64 = rows.iter().filter_map(|row| row["laps"].as_u64()).sum();
        if sum != laps {
            wrong.push(format!("{path}: {sum} laps in all, expected {laps}"));
        }
    }
    if let Some(sum) = expected["points_sum"].as_f64() {
        let points: f64 = rows.iter().filter_map(|row| row["points"].as_f64()).sum();
        if (points - sum).abs() > 1e-9 {
            wrong.push(format!("{path}: {points} points in all, expected {sum}"));
        }
    }
}

#[test]
fn every_sample_is_read_as_expected() {
    let Some(folder) = std::env::var_os("RACEWEEK_SAMPLES") else {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: RACEWEEK_SAMPLES names no folder of samples"
        );
        return;
    };
    let folder = folder.to_string_lossy();
    let text = std::fs::read_to_string(format!("{folder}/expected.json")).expect("the samples have their list");
    let expected: Value = serde_json::from_str(&text).expect("it is JSON");
    let mut wrong = Vec::new();
    let mut checked = 0;
    for (name, expected) in expected.as_object().unwrap() {
        let path = format!("{folder}/{name}");
        if std::path::Path::new(&path).is_file() && expected["winner"].is_object() {
            check(&path, expected, &mut wrong);
            checked += 1;
        }
    }
    assert!(checked > 0, "{folder} holds none of the files of its list");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
