//! The pack of a small season.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::case::{Car, Case};
use super::world::known;

/// The weekend of a session, counted from 0: a sprint belongs to the race after it.
fn weekend(case: &Case, session: usize) -> usize {
    case.sessions[..session]
        .iter()
        .filter(|session| !session.sprint)
        .count()
}

/// A session by name: `stop-0/race`.
pub fn name(case: &Case, session: usize) -> String {
    let kind = if case.sessions[session].sprint {
        "sprint"
    } else {
        "race"
    };
    format!("stop-{}/{kind}", weekend(case, session))
}

/// The files of the pack of a small season, with what is known of its results.
pub fn files(case: &Case) -> Vec<(&'static str, Value)> {
    let date = |weekend: usize| NaiveDate::from_ymd_opt(2030, 3, 2).unwrap() + chrono::Days::new(7 * weekend as u64);
    let weekends = weekend(case, case.sessions.len());
    let of = |at: usize| {
        let sessions = case
            .sessions
            .iter()
            .enumerate()
            .filter(move |(session, _)| weekend(case, *session) == at);
        let sessions = sessions.map(|(_, session)| {
            let kind = if session.sprint { "sprint" } else { "race" };
            json!({ "id": kind, "kind": kind, "name": kind, "round": (at + 1).to_string(), "date": date(at) })
        });
        json!({ "id": format!("stop-{at}"), "name": format!("Stop {at}"), "circuit": "ring", "start": date(at), "end": date(at),
                "sessions": sessions.collect::<Vec<_>>() })
    };
    let entry = |(at, car): (usize, &Car)| {
        json!({ "car": (at + 1).to_string(), "drivers": car.drivers, "team": car.team,
                "class": if car.inside { "gt" } else { "am" }, "weekends": "all" })
    };
    let person = |id: &&str| json!({ "id": id, "name": format!("Driver {}", id.to_uppercase()) });
    let drivers: Vec<Value> = case.cars.iter().flat_map(|car| &car.drivers).map(person).collect();
    let mut teams: Vec<&str> = case.cars.iter().map(|car| car.team).collect();
    teams.sort_unstable();
    teams.dedup();
    let teams: Vec<Value> = teams
        .iter()
        .map(|id| json!({ "id": id, "name": format!("Team of {}", id.to_uppercase()) }))
        .collect();
    let adjusted = case.adjusted.iter().filter(|(_, points)| *points != 0);
    let adjusted = adjusted.map(|(who, points)| json!({ "championship": "cup", "competitor": who, "points": points, "date": "2030-03-02", "reason": "a ruling" }));
    vec![
        (
            "circuits.json",
            json!({ "format": 1, "circuits": [{ "id": "ring", "name": "The Ring", "country": "DE", "zone": "UTC" }] }),
        ),
        (
            "test/series.json",
            json!({ "format": 1, "name": "Test Series", "short": "TS", "zone": "UTC" }),
        ),
        (
            "test/sources.json",
            json!({ "sources": { "sheet": { "title": "an invented sheet", "date": "2030-01-01" } } }),
        ),
        ("test/people.json", json!({ "drivers": drivers, "teams": teams })),
        (
            "test/2030/season.json",
            json!({
                "format": 1, "version": "2030-01-01", "calendar": "complete",
                "classes": [{ "id": "gt", "name": "GT" }, { "id": "am", "name": "Am" }],
                "championships": [{ "id": "cup", "name": "Cup", "ranks": case.ranks, "class": "gt", "rules": "rules" }],
                "rules": { "rules": case.rules }, "adjustments": adjusted.collect::<Vec<_>>(),
            }),
        ),
        (
            "test/2030/weekends.json",
            json!({ "weekends": (0..weekends).map(of).collect::<Vec<_>>() }),
        ),
        (
            "test/2030/entries.json",
            json!({ "entries": case.cars.iter().enumerate().map(entry).collect::<Vec<_>>() }),
        ),
        (
            "test/2030/results.json",
            json!({ "classifications": (0..case.over).filter_map(|session| known(case, session)).collect::<Vec<_>>() }),
        ),
    ]
}
