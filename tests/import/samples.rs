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

/// The races of simulators in the samples: the first rows, each as `simulators::line` tells it.
const RACES: [(&str, usize, &[&str]); 7] = [
    (
        "sim/iracing-90000001.json",
        17,
        &[
            "1|Porsche 911|1|8|Orla Brandt||5|||2:09.6209|4|1|20||",
            "2|Porsche 911|2|88|Pavel Dvorsky||5||{\"time\":\"0.6054\"}|2:09.6513|5|2|17||",
        ],
    ),
    (
        "sim/eventresult-90000001.json",
        17,
        &["1|Porsche 911|1|8|Orla Brandt||5|||2:09.6209|4|1|20||"],
    ),
    (
        "sim/191003_235558_R.json",
        3,
        &[
            "1|Pro||82|Lorenzo Brà||23|38:49.129||1:30.837|9||||",
            "2|Pro-Am||107|Ottavio Den||21|36:21.760|{\"laps\":2}|1:30.930|9||||",
            "3|Pro||17|Renzo Kal||21|37:16.216|{\"laps\":2}|1:30.462|8||||",
        ],
    ),
    (
        "sim/2015_10_17_9_49_RACE.json",
        17,
        &["1||||Bruno Castellan||10|16:43.035||1:38.907|8||||"],
    ),
    (
        "sim/rf2_race_with_penalties.xml",
        5,
        &["1|Megane Trophy|1|02|kappa||13|20:35.7249||1:32.5524|12|2|8|8|"],
    ),
    (
        "sim/automobilista_race_two_classes.xml",
        15,
        &["1|F309|1|5|Konrad||21|20:42.8956||57.6839|16|1|25|25|"],
    ),
    (
        "sim/lmu_race_three_classes_made_up.xml",
        7,
        &[
            "1|Hyper|1|7|Abel Costa / Jun Ito||4|7:11.1571||1:39.7007|3|1|||",
            "2|Hyper|2|50|Lina Öberg||4|7:13.550||1:39.6515|3|2|||Drive Thru",
            "3|LMP2|1|022|Remy Dassault||4|7:29.4755||1:44.018|2|3|||",
            "4|GT3|1|92|Kit Abara||3|6:13.8121|{\"laps\":1}|1:53.908|2|4|||",
            "5|GT3|2|88|Tom Field|dnf|2||{\"laps\":2}|1:55.0101|2|6|||",
            "6|GT3|3|31|Ewa Nowak|dsq|3||{\"laps\":1}|1:53.8806|3|5|||",
            "7|LMP2|2|9|Late Joiner|dns|0|||||7|||",
        ],
    ),
];

/// The calendars of the samples: sessions, those cancelled, those that are not certain, those with a day alone.
const CALENDARS: [(&str, [usize; 4]); 7] = [
    ("schedule/ics/example-cup-2026.ics", [10, 1, 1, 1]),
    ("schedule/ics/example-cup-2026-later.ics", [11, 2, 0, 0]),
    ("schedule/sportstimes/f1-2026.json", [115, 0, 0, 0]),
    ("schedule/sportstimes/indycar-2026.json", [88, 0, 0, 0]),
    ("schedule/sportstimes/extremee-2024.json", [25, 0, 20, 17]),
    ("schedule/sportstimes/f2-2023.json", [56, 4, 0, 0]),
    ("schedule/sportstimes/imsa-2023.json", [12, 0, 0, 12]),
];

/// The folder of samples, or `None`, which is told.
fn samples() -> Option<String> {
    let folder = std::env::var_os("RACEWEEK_SAMPLES");
    if folder.is_none() {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: RACEWEEK_SAMPLES names no folder of samples"
        );
    }
    Some(folder?.to_string_lossy().into_owned())
}

#[test]
fn races_of_simulators_are_read_as_expected() {
    let Some(folder) = samples() else { return };
    for (name, count, first) in RACES {
        let read = reading(&format!("{folder}/{name}"));
        let rows = read["sheets"][0]["sheet"]["results"]["rows"]
            .as_array()
            .expect("there are rows");
        let lines: Vec<String> = rows.iter().take(first.len()).map(super::simulators::line).collect();
        assert_eq!(
            (rows.len(), lines.as_slice()),
            (
                count,
                first
                    .iter()
                    .map(|line| (*line).to_owned())
                    .collect::<Vec<_>>()
                    .as_slice()
            ),
            "{name}"
        );
    }
}

#[test]
fn calendars_are_read_as_expected() {
    let Some(folder) = samples() else { return };
    for (name, expected) in CALENDARS {
        let read = reading(&format!("{folder}/{name}"));
        let sessions = read["sheets"][0]["sheet"]["calendar"]["sessions"]
            .as_array()
            .expect("there are sessions");
        let count = |is: &dyn Fn(&Value) -> bool| sessions.iter().filter(|one| is(one)).count();
        let found = [
            sessions.len(),
            count(&|one| one["cancelled"] == true),
            count(&|one| one["tentative"] == true),
            count(&|one| one["start"]["on"].is_string()),
        ];
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn every_sample_is_read_as_expected() {
    let Some(folder) = samples() else { return };
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
