//! Invented seasons: rules that no shipped pack tests with whole results.

use std::collections::BTreeSet;

use raceweek::domain::{Points, Range};
use raceweek::scoring::Basis;
use serde_json::{Value, json};

use super::{loaded, rows, score, table};

/// A season of one-race weekends: `rules` and `championships`, the calendar, the entries, and the results.
pub struct Invented {
    pub season: Value,
    /// One weekend a race, `stop-0` and so on, each with the session `race` of round 1, 2 and so on.
    pub weekends: Value,
    pub entries: Value,
    /// The result of each stop's race, the next stop's after it; results of other sessions name theirs themselves.
    pub races: Vec<Value>,
}

impl Invented {
    /// A season with one class and one drivers' championship under these rules.
    pub fn new(rules: &Value, races: Vec<Value>) -> Self {
        Self::of(&DRIVERS, rules, races)
    }

    /// The same with these drivers, in cars numbered from 1; the odd ones are the red team's.
    pub fn of(drivers: &[&str], rules: &Value, races: Vec<Value>) -> Self {
        let championship = json!({ "id": "cup", "name": "Cup", "ranks": "driver", "class": "gt", "rules": "rules" });
        let season = json!({
            "format": 1, "version": "2030-01-01", "calendar": "complete",
            "classes": [{ "id": "gt", "name": "GT" }],
            "championships": [championship],
            "rules": { "rules": rules }
        });
        let entry = |(index, id): (usize, &&str)| {
            json!({ "car": (index + 1).to_string(), "drivers": [id], "team": if index % 2 == 0 { "red" } else { "blue" },
                    "class": "gt", "weekends": "all" })
        };
        let entries = drivers.iter().enumerate().map(entry).collect();
        let date =
            |race: usize| chrono::NaiveDate::from_ymd_opt(2030, 3, 2).unwrap() + chrono::Days::new(7 * race as u64);
        let weekend = |race: usize| {
            json!({
                "id": format!("stop-{race}"), "name": format!("Stop {race}"), "circuit": "ring",
                "start": date(race), "end": date(race),
                "sessions": [{ "id": "race", "kind": "race", "name": "Race", "round": (race + 1).to_string(), "date": date(race) }]
            })
        };
        let weekends = (0..races.len()).map(weekend).collect();
        Self {
            season,
            weekends,
            entries,
            races,
        }
    }

    /// Adds a championship over everybody under rules of its own, which get its id.
    pub fn add(&mut self, id: &str, ranks: &str, rules: Value) -> &mut Value {
        self.season["rules"][id] = rules;
        let championship = json!({ "id": id, "name": format!("The {id}"), "ranks": ranks, "rules": id });
        let championships = self.season["championships"].as_array_mut().unwrap();
        championships.push(championship);
        championships.last_mut().unwrap()
    }

    /// Adds a session to a stop, run before its race, and its result.
    pub fn add_session(&mut self, stop: usize, session: Value, mut result: Value) {
        result["session"] = json!(format!("stop-{stop}/{}", session["id"].as_str().unwrap()));
        let sessions = self.weekends[stop]["sessions"].as_array_mut().unwrap();
        sessions.insert(sessions.len() - 1, session);
        self.races.push(result);
    }

    /// Every id that stands under a key of the entries or the results, in lists or alone.
    fn ids(&self, keys: &[&str]) -> BTreeSet<String> {
        let mut ids = BTreeSet::new();
        let mut waiting: Vec<&Value> = std::iter::once(&self.entries).chain(&self.races).collect();
        while let Some(part) = waiting.pop() {
            for (key, value) in part.as_object().into_iter().flatten() {
                let list = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
                let named = list
                    .iter()
                    .filter_map(Value::as_str)
                    .filter(|_| keys.contains(&key.as_str()));
                ids.extend(named.map(str::to_owned));
                waiting.extend(list);
            }
            waiting.extend(part.as_array().into_iter().flatten());
        }
        ids
    }

    /// The files of the pack.
    pub fn files(&self) -> Vec<(&'static str, Value)> {
        let result = |(at, race): (usize, &Value)| {
            let mut race = race.clone();
            if race["session"].is_null() {
                race["session"] = json!(format!("stop-{at}/race"));
            }
            race
        };
        let known = self.races.iter().enumerate().filter(|(_, race)| !race.is_null());
        let results: Vec<Value> = known.map(result).collect();
        let named = |kind: &str, keys: &[&str]| -> Vec<Value> {
            let ids = self.ids(keys).into_iter();
            ids.map(|id| json!({ "id": id, "name": format!("{kind} {}", id.to_uppercase()) }))
                .collect()
        };
        vec![
            (
                "circuits.json",
                json!({ "format": 1, "circuits": [{ "id": "ring", "name": "The Ring", "country": "DE", "zone": "Europe/Berlin" }] }),
            ),
            (
                "test/series.json",
                json!({ "format": 1, "name": "Test Series", "short": "TS", "zone": "Europe/Berlin" }),
            ),
            (
                "test/sources.json",
                json!({ "sources": { "sheet": { "title": "an invented sheet", "date": "2030-01-01" } } }),
            ),
            (
                "test/people.json",
                json!({ "drivers": named("Driver", &["driver", "drivers", "crew"]), "teams": named("Team", &["team"]),
                        "makes": named("Make", &["make"]) }),
            ),
            ("test/2030/season.json", self.season.clone()),
            ("test/2030/weekends.json", json!({ "weekends": self.weekends })),
            ("test/2030/entries.json", json!({ "entries": self.entries })),
            ("test/2030/results.json", json!({ "classifications": results })),
        ]
    }

    /// The table of a championship after so many of the sessions that count for it.
    pub fn table(&self, championship: &str, sessions: usize) -> raceweek::scoring::Standings {
        let catalogue = loaded(&self.files()).unwrap_or_else(|faults| panic!("{faults}"));
        table(&catalogue, "test", "2030", championship, sessions)
    }

    /// That table as text.
    pub fn rows(&self, championship: &str, sessions: usize) -> String {
        rows(&self.table(championship, sessions))
    }
}

/// The drivers of an invented season that names no others.
pub const DRIVERS: [&str; 6] = ["ann", "bob", "cid", "dot", "eve", "fay"];

/// A race that ended in this order.
pub fn order(drivers: &[&str]) -> Value {
    let row = |(at, driver): (usize, &&str)| json!({ "place": at + 1, "driver": driver });
    json!({ "complete": true, "sources": ["sheet"], "rows": drivers.iter().enumerate().map(row).collect::<Vec<_>>(), "awards": [] })
}

/// Plain rules: 10, 6, 4, 3, 2, 1, nothing else.
pub fn plain() -> Value {
    json!({ "scales": [{ "points": [10, 6, 4, 3, 2, 1] }], "awards": [], "retired": "nothing",
            "drops": [], "ties": { "by": ["countback"] } })
}

#[test]
fn guests_score_nothing_and_those_behind_move_up() {
    let mut season = Invented::new(&plain(), vec![order(&["ann", "bob", "cid", "dot"])]);
    season.entries[1]["guest"] = json!(true);
    assert_eq!(rows(&season.table("cup", 1)), "1 ann 10\n2 cid 6\n3 dot 4\n");
}

#[test]
fn half_points_pay_half_for_the_place_and_whole_bonuses() {
    let mut rules = plain();
    rules["awards"] = json!([{ "award": "pole", "points": 1 }]);
    rules["scales"][0]["points"] = json!([25, 20, 17]);
    let mut race = order(&["ann", "bob", "cid"]);
    race["share"] = json!("1/2");
    race["awards"] = json!([{ "award": "pole", "class": "gt", "driver": "cid" }]);
    assert_eq!(
        rows(&Invented::new(&rules, vec![race]).table("cup", 1)),
        "1 ann 12.5\n2 bob 10\n3 cid 9.5\n"
    );
}

#[test]
fn the_worst_results_are_dropped_but_not_those_of_protected_rounds() {
    let mut rules = plain();
    rules["drops"] = json!([{ "worst": 1, "until": "3", "from": "3" }]);
    let races = vec![
        order(&["ann", "bob", "cid"]),
        order(&["bob", "ann", "cid"]),
        order(&["bob", "cid", "ann"]),
        order(&["bob", "cid", "dot", "ann"]),
    ];
    let season = Invented::new(&rules, races);
    // Nothing is dropped before round 3; from then on the worst of rounds 1 to 3 is, and round 4 never.
    assert_eq!(rows(&season.table("cup", 2)), "1 ann 16\n1 bob 16\n3 cid 8\n");
    assert_eq!(rows(&season.table("cup", 3)), "1 bob 20\n2 ann 16\n3 cid 10\n");
    assert_eq!(rows(&season.table("cup", 4)), "1 bob 30\n2 ann 19\n3 cid 16\n4 dot 4\n");
    let dropped: Vec<String> = season.table("cup", 4).rows[1]
        .dropped
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(dropped, ["stop-2/race"]);
}

#[test]
fn when_only_the_best_results_count_nothing_is_dropped_before_there_are_more() {
    let mut rules = plain();
    rules["drops"] = json!([{ "worst": 1 }]);
    let races = vec![order(&["ann", "bob"]), order(&["ann", "bob"]), order(&["bob", "ann"])];
    let season = Invented::new(&rules, races);
    assert_eq!(rows(&season.table("cup", 2)), "1 ann 20\n2 bob 12\n");
    assert_eq!(rows(&season.table("cup", 3)), "1 ann 20\n2 bob 16\n");
}

#[test]
fn an_entrant_scores_with_its_best_car_alone() {
    let mut season = Invented::new(&plain(), vec![order(&["bob", "ann", "cid", "dot", "eve"])]);
    let mut rules = plain();
    rules["cars"] = json!({ "best": 1 });
    season.season["rules"]["teams"] = rules;
    let teams = json!({ "id": "teams", "name": "Teams", "ranks": "entrant", "rules": "teams" });
    season.season["championships"].as_array_mut().unwrap().push(teams);
    assert_eq!(rows(&season.table("teams", 1)), "1 blue 10\n2 red 6\n");
}

#[test]
fn a_cup_over_some_weekends_counts_these_alone() {
    let races = vec![order(&["ann", "bob"]), order(&["bob", "ann"]), order(&["cid", "bob"])];
    let mut season = Invented::new(&plain(), races);
    let cup = json!({ "id": "legacy", "name": "Legacy Cup", "ranks": "driver", "class": "gt", "rules": "rules",
                      "weekends": ["stop-0", "stop-2"] });
    season.season["championships"].as_array_mut().unwrap().push(cup);
    let table = season.table("legacy", 2);
    assert_eq!(
        (rows(&table).as_str(), table.of),
        ("1 bob 12\n2 ann 10\n2 cid 10\n", Some(2))
    );
}

#[test]
fn a_decision_counts_from_its_day_on() {
    let mut season = Invented::new(&plain(), vec![order(&["ann", "bob"]), order(&["ann", "bob"])]);
    season.season["adjustments"] = json!([
        { "championship": "cup", "competitor": "ann", "points": -9, "date": "2030-03-09", "reason": "a wrong tyre" }
    ]);
    // The race of 2 March was over on that day; the next one is on the day of the decision itself.
    assert_eq!(rows(&season.table("cup", 1)), "1 ann 10\n2 bob 6\n");
    assert_eq!(rows(&season.table("cup", 2)), "1 bob 12\n2 ann 11\n");
}

#[test]
fn classes_of_one_race_are_scored_each_on_its_own_order() {
    let mut season = Invented::new(&plain(), vec![order(&["ann", "bob", "cid", "dot", "eve", "fay"])]);
    season.season["classes"] = json!([{ "id": "gt", "name": "GT" }, { "id": "am", "name": "Am" }]);
    let am = json!({ "id": "am", "name": "Am", "ranks": "driver", "class": "am", "rules": "rules" });
    season.season["championships"].as_array_mut().unwrap().push(am);
    for at in [1, 3, 5] {
        season.entries[at]["class"] = json!("am");
    }
    assert_eq!(rows(&season.table("cup", 1)), "1 ann 10\n2 cid 6\n3 eve 4\n");
    assert_eq!(rows(&season.table("am", 1)), "1 bob 10\n2 dot 6\n3 fay 4\n");
}

#[test]
fn a_car_that_retired_scores_by_the_rule_and_within_bounds_where_that_is_not_known() {
    let of = |retired: &str| {
        let mut rules = plain();
        rules["retired"] = json!(retired);
        let mut race = order(&["ann", "bob", "cid"]);
        race["rows"][1]["status"] = json!("dnf");
        let season = Invented::new(&rules, vec![race]);
        score(&loaded(&season.files()).unwrap(), ["test", "2030", "cup"], 0, "bob").points()
    };
    assert_eq!(of("score"), Range::exactly(Points::whole(6)));
    assert_eq!(of("nothing"), Range::exactly(Points::ZERO));
    assert_eq!(of("unknown"), Range::between(Points::ZERO, Points::whole(6)));
}

#[test]
fn a_race_without_a_result_leaves_bounds_rather_than_a_partial_sum() {
    let season = Invented::new(&plain(), vec![order(&["ann", "bob"]), Value::Null]);
    let table = season.table("cup", 2);
    let unresolved: Vec<String> = table.unresolved.iter().map(ToString::to_string).collect();
    assert_eq!(
        (rows(&table).as_str(), table.complete, unresolved),
        ("- ann 10..20\n- bob 6..16\n", true, vec!["stop-1/race".to_owned()])
    );
}

#[test]
fn a_season_of_which_nothing_is_known_has_no_table() {
    let table = Invented::new(&plain(), vec![Value::Null]).table("cup", 1);
    assert_eq!((table.basis, table.rows.len()), (Basis::Unknown, 0));
}

#[test]
fn whoever_scored_where_places_tell_no_ties_apart_is_listed_among_the_classified() {
    let mut rules = plain();
    rules["listed"] = json!("classified");
    let apart = json!({ "when": { "sessions": ["stop-0/race"] }, "points": [2, 1], "countback": false });
    rules["scales"].as_array_mut().unwrap().insert(0, apart);
    let mut race = order(&["ann", "bob", "cid"]);
    for row in [1, 2] {
        race["rows"][row] = json!({ "driver": DRIVERS[row], "status": "dnf" });
    }
    let season = Invented::new(&rules, vec![order(&["ann", "bob", "cid"]), race]);
    assert_eq!(rows(&season.table("cup", 2)), "1 ann 12\n2 bob 1\n");
}

#[test]
fn a_rule_that_is_not_known_keeps_a_table_from_being_computed() {
    for part in ["scales", "awards", "drops", "ties"] {
        let mut rules = plain();
        rules.as_object_mut().unwrap().remove(part);
        let table = Invented::new(&rules, vec![order(&["ann", "bob"])]).table("cup", 1);
        assert_eq!(table.basis, Basis::Unknown, "without {part}");
    }
}

#[test]
fn a_dead_heat_pays_both_the_place_and_the_next_is_left_empty() {
    let mut race = order(&["ann", "bob", "cid"]);
    for row in [0, 1] {
        race["rows"][row]["place"] = json!(1);
        race["rows"][row]["dead_heat"] = json!(true);
    }
    assert_eq!(
        rows(&Invented::new(&plain(), vec![race]).table("cup", 1)),
        "1 ann 10\n1 bob 10\n3 cid 4\n"
    );
}
