//! The place that keeps the leader in front, in seasons too long to be played through.

use raceweek::scoring::future::{Outlook, Safe};
use serde_json::{Value, json};

use super::invented::{Invented, order, plain};
use super::{loaded, slug};

/// Results that keep the first of the table safe to the season's end when its first race alone was run.
fn safe(season: &Invented) -> Option<Safe> {
    let catalogue = loaded(&season.files()).unwrap_or_else(|faults| panic!("{faults}"));
    let (series, year) = (slug("test"), slug("2030"));
    let ledger = catalogue.ledger(&series, &year, &slug("cup")).unwrap();
    let season = catalogue.season(&series, &year).unwrap();
    let outlook = Outlook::new(season, &season.championships[0], ledger, ledger.sessions[0].end).unwrap();
    let open = outlook.open().len();
    outlook.safe(0, open, open)
}

/// Twelve races, the worst of them dropped, any of which may pay half; ann leads by so many points more than she won.
fn long(scales: Value, lead: u16) -> Invented {
    let mut rules = plain();
    rules["scales"] = scales;
    rules["drops"] = json!([{ "worst": 1 }]);
    rules["factors"] = json!([{ "when": { "distance": { "below": "3/4" } }, "times": "1/2" }]);
    let mut races = vec![Value::Null; 12];
    races[0] = order(&["ann", "bob", "cid"]);
    let mut season = Invented::new(&rules, races);
    season.season["adjustments"] = json!([
        { "championship": "cup", "competitor": "ann", "points": lead, "date": "2030-03-02", "reason": "a ruling" }
    ]);
    season
}

/// The same scale in every race.
fn alike() -> Value {
    json!([{ "points": [10, 8, 6, 4, 2] }])
}

/// Another scale in every race.
fn unlike() -> Value {
    let scale = |round: u16| {
        let only = json!({ "from": round.to_string(), "to": round.to_string() });
        json!({ "when": { "rounds": only }, "points": [18 + 2 * round, 8, 6, 4, 2] })
    };
    (1..=12).map(scale).collect()
}

#[test]
fn many_races_that_are_alike_leave_no_doubt() {
    let found: Vec<_> = (1..=130).step_by(3).map(|lead| safe(&long(alike(), lead))).collect();
    let place = |safe: &Option<Safe>| match safe {
        Some(Safe::Never) => 0,
        Some(Safe::Place(place)) => *place,
        Some(Safe::Always) => u16::MAX,
        Some(Safe::Surely(_) | Safe::InFull(_) | Safe::Everything) | None => panic!("{found:?}"),
    };
    let places: Vec<u16> = found.iter().map(place).collect();
    assert!(places.is_sorted(), "{found:?}");
    assert_eq!(places.first(), Some(&1), "{found:?}");
    assert_eq!(places.last(), Some(&u16::MAX), "{found:?}");
}

#[test]
fn where_many_races_are_all_different_the_place_may_be_better_than_needed_and_says_so() {
    let found = |lead: u16| safe(&long(unlike(), lead));
    assert_eq!(found(1), Some(Safe::Place(1)));
    assert_eq!(found(301), Some(Safe::Surely(2)));
    assert_eq!(found(400), Some(Safe::Always));
}

#[test]
fn what_others_can_win_at_a_stage_is_reckoned_with() {
    let found = |at: Value| {
        let mut rules = plain();
        rules["scales"] = json!([{ "at": at, "points": [3, 2] }]);
        let mut season = Invented::new(&rules, vec![order(&["ann", "bob"]), Value::Null]);
        season.weekends[1]["sessions"][0]["stages"] = json!(["half-way"]);
        safe(&season)
    };
    assert_eq!(found(json!(["end"])), Some(Safe::Place(1)));
    // Even if ann wins, bob can be second and ahead half way.
    assert_eq!(found(json!(["half-way", "end"])), Some(Safe::Never));
}
