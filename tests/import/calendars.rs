//! Calendars, made up: zones, copies of one event, days without times, lengths beside a calendar.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{file, import, reading};
use crate::support::folder::Folder;

/// A session in one line: round, event, session, start, last day, minutes, marks.
fn lines(read: &Value, at: usize) -> Vec<String> {
    let sessions = read["sheets"][at]["sheet"]["calendar"]["sessions"]
        .as_array()
        .expect("there are sessions");
    let line = |row: &Value| {
        let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
        let number = |key: &str| row[key].as_u64().map(|number| number.to_string()).unwrap_or_default();
        let mut line = format!("{}|{}|{}|", number("round"), text("event"), text("session"));
        let start = row["start"].to_string();
        let _ = write!(
            line,
            "{}|{}|{}",
            start.replace('"', ""),
            text("last_day"),
            number("minutes")
        );
        for mark in ["cancelled", "tentative"] {
            if row[mark] == true {
                let _ = write!(line, "|{mark}");
            }
        }
        line
    };
    sessions.iter().map(line).collect()
}

fn rules(read: &Value) -> Vec<&str> {
    let faults = read["faults"].as_array().expect("there is a list").iter();
    faults.map(|fault| fault["rule"].as_str().unwrap()).collect()
}

#[test]
fn an_icalendar_is_read_with_its_zones_and_folds() {
    let read = reading(&file("calendars/example-cup-2026.ics"));
    assert_eq!(
        lines(&read, 0),
        [
            "1|Sebring|Qualifying|{at:2026-03-06T16:30:00Z}||15",
            "1|Sebring|Race 1|{at:2026-03-07T20:15:00Z}||40",
            "1|Sebring|Race 2|{at:2026-03-08T14:10:00Z}||40",
            "2|São Paulo||{on:2026-04-24}|2026-04-26||tentative",
            "3|Watkins Glen|Qualifying|{at:2026-06-25T18:40:00Z}||15",
            "3|Watkins Glen|Race 1|{at:2026-06-26T17:35:00Z}||40",
            "3|Watkins Glen|Race 2|{at:2026-06-27T14:05:00Z}||40",
            "4|Montréal|Race 1|{local:[2026-08-15,14:00:00]}||40",
            "5|Laguna Seca|Race 1|{at:2026-09-12T20:10:00Z}||40|cancelled",
            "6|Circuit of The Americas|Race 1|{at:2026-10-24T14:35:00Z}||40",
        ]
    );
    let calendar = &read["sheets"][0]["sheet"]["calendar"];
    assert_eq!(
        calendar["heading"],
        json!({ "series": "Example Cup 2026", "year": 2026 })
    );
    let circuits: Vec<&Value> = calendar["sessions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["circuit"])
        .collect();
    assert_eq!(
        (circuits[0], circuits[7]),
        (
            &json!("Sebring International Raceway, Sebring, FL"),
            &json!("Circuit Gilles-Villeneuve")
        )
    );
    assert_eq!(rules(&read), Vec::<&str>::new());
}

#[test]
fn of_two_copies_of_an_event_the_higher_sequence_counts() {
    let read = reading(&file("calendars/example-cup-2026-later.ics"));
    let lines = lines(&read, 0);
    assert_eq!(lines.len(), 11);
    assert_eq!(lines[1], "1|Sebring|Race 1|{at:2026-03-07T21:30:00Z}||40");
    assert_eq!(lines[3], "2|São Paulo|Race 1|{at:2026-04-25T15:15:00Z}||40");
    assert_eq!(
        lines[8],
        "4|Montréal|Race 1|{local:[2026-08-15,14:00:00]}||40|cancelled"
    );
    assert_eq!(rules(&read), ["older-copy"]);
}

/// A calendar of one event with these lines.
fn event(lines: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Ring: Race\r\n{lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
}

fn read_text(name: &str, text: &str) -> Value {
    let folder = Folder::new();
    let path = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    reading(&path.to_string_lossy())
}

#[test]
fn a_time_that_the_clock_leaves_out_or_shows_twice_is_the_earlier_one() {
    for (clock, instant) in [
        ("20260308T023000", "2026-03-08T07:30:00Z"),
        ("20261101T013000", "2026-11-01T05:30:00Z"),
    ] {
        let read = read_text(
            "a.ics",
            &event(&format!("DTSTART;TZID=/example/America/New_York:{clock}")),
        );
        assert_eq!(lines(&read, 0), [format!("|Ring|Race|{{at:{instant}}}||")]);
    }
}

#[test]
fn hostile_calendars_are_errors() {
    let deep = format!("BEGIN:VCALENDAR\r\n{}", "BEGIN:VEVENT\r\n".repeat(100_000));
    let cases = [
        ("deep.ics", deep, "icalendar"),
        (
            "cut.ics",
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\n".to_owned(),
            "icalendar",
        ),
        (
            "empty.ics",
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n".to_owned(),
            "no-event",
        ),
        ("zone.ics", event("DTSTART;TZID=Mars/Olympus:20260308T023000"), "moment"),
        ("huge.ics", event("DTSTART:99999999999999999999"), "moment"),
        ("races.json", "{\"races\": [], \"sessions\": {}}".to_owned(), "no-event"),
        (
            "shape.json",
            "{\"races\": [{\"name\": \"A\", \"sessions\": [1]}]}".to_owned(),
            "json",
        ),
        (
            "deep.json",
            format!("{{\"races\": [{{\"sessions\": {}", "[".repeat(100_000)),
            "json",
        ),
    ];
    for (name, text, rule) in cases {
        let folder = Folder::new();
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        let ended = import(&[&path.to_string_lossy()]);
        assert_eq!(
            (ended.code, ended.stderr.as_str()),
            (Some(1), ""),
            "{name}: {}",
            ended.stdout
        );
        assert!(
            ended.stdout.contains(&format!("error[{rule}]: ")),
            "{name}: {}",
            ended.stdout
        );
    }
}

#[test]
fn a_sportstimes_calendar_takes_lengths_from_the_configuration_beside_it() {
    let race = |name: &str, round: u32, more: &[(&str, Value)], sessions: &[(&str, &str)]| {
        let sessions: Vec<String> = sessions
            .iter()
            .map(|(key, start)| format!("{key:?}: {start:?}"))
            .collect();
        let more: String = more.iter().map(|(key, value)| format!("{key:?}: {value}, ")).collect();
        format!(
            "{{\"name\": {name:?}, \"location\": \"Ring\", \"round\": {round}, \"slug\": \"ring\", {more}\"sessions\": {{{}}}}}",
            sessions.join(", ")
        )
    };
    let races = [
        race(
            "One",
            1,
            &[],
            &[
                ("fp1", "2026-03-06T01:30:00Z"),
                ("FinalPractice", "2026-03-07T00:00:00Z"),
                ("gp", "2026-03-08T04:00:00Z"),
            ],
        ),
        race(
            "Two",
            2,
            &[("canceled", json!(true))],
            &[("qualifying", "2026-03-14T07:00:00Z"), ("gp", "2026-03-15T07:00:00Z")],
        ),
        race(
            "Three",
            3,
            &[("tbc", json!(true))],
            &[
                ("qualifying1", "2026-04-02T00:00:00Z"),
                ("race1", "2026-04-01T00:00:00Z"),
            ],
        ),
        race(
            "Four",
            4,
            &[("dates", json!("2026-05-01/2026-05-03"))],
            &[("race", "2026-05-01T12:00:00Z")],
        ),
    ];
    let config = json!({
        "siteKey": "x1", "sessions": ["fp1", "qualifying", "gp"], "sessionLengths": { "fp1": 60, "qualifying": 45, "gp": 120 }
    });
    let folder = Folder::of(&[("x1-config.json", config)]);
    folder.write("x1-2026.json", &format!("{{\"races\": [{}]}}", races.join(", ")));
    let read = reading(&folder.path().to_string_lossy());
    assert_eq!(
        lines(&read, 0),
        [
            "1|One|Practice 1|{at:2026-03-06T01:30:00Z}||60",
            "1|One|Final Practice|{on:2026-03-07}||",
            "1|One|Race|{at:2026-03-08T04:00:00Z}||120",
            "2|Two|Qualifying|{at:2026-03-14T07:00:00Z}||45|cancelled",
            "2|Two|Race|{at:2026-03-15T07:00:00Z}||120|cancelled",
            "3|Three|Qualifying 1|{on:2026-04-02}|||tentative",
            "3|Three|Race 1|{on:2026-04-01}|||tentative",
            "4|Four||{on:2026-05-01}|2026-05-03|",
        ]
    );
    let keys: Vec<&Value> = read["sheets"][0]["sheet"]["calendar"]["sessions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["key"])
        .collect();
    assert_eq!((keys[0], keys[3]), (&json!("ring/fp1"), &json!("ring-2/qualifying")));
    assert_eq!(rules(&read), ["session-order", "no-length"]);
}

#[test]
fn a_midnight_among_many_other_times_is_a_time() {
    let sessions: Vec<String> = (1..=8)
        .map(|day| format!("\"p{day}\": \"2026-03-0{day}T0{}:00:00Z\"", u8::from(day != 8)))
        .collect();
    let text = format!(
        "{{\"races\": [{{\"name\": \"One\", \"sessions\": {{{}}}}}]}}",
        sessions.join(", ")
    );
    let read = read_text("x-2026.json", &text);
    assert_eq!(lines(&read, 0)[7], "|One|Practice 8|{at:2026-03-08T00:00:00Z}||");
}
