//! Pages of an Al Kamel sheet, made up: a race of a class cup, with a correction after it.

use serde_json::{Value, json};

/// A race of the invented season, in this order: number, first name and surname, class, end.
pub fn race(mark: &str, rows: &[(&str, &str, &str, &str)]) -> Value {
    let row = |(at, (number, name, class, status)): (usize, &(&str, &str, &str, &str))| {
        let (first, family) = name.split_once(' ').unwrap_or(("", name));
        let started = *status != "Not started";
        json!({
            "status": status, "not_finished": false, "position": at + 1, "number": number, "elapsed_time": if started { format!("40:0{at}.500") } else { String::new() },
            "fastest_lap_number": "4", "fastest_lap_time": if started { format!("1:3{}.250", 9 - at) } else { String::new() },
            "gap_first": "-", "laps": if started { "20" } else { "0" },
            "team": "Any", "class": class, "group": "",
            "drivers": [{ "number": 1, "firstname": first, "surname": family }]
        })
    };
    json!({
        "session": {
            "championship_name": "Test Cup", "event_name": "Stop 0", "session_name": "Race", "report_mark": mark,
            "report_message": "", "session_type": "Race", "session_date": "02-03-2024 01:55",
            "creation_date": "04-03-2024 10:00:00", "circuit": { "name": "Ring" }
        },
        "classification": rows.iter().enumerate().map(row).collect::<Vec<_>>()
    })
}
