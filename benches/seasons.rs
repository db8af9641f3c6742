//! Duration of the scoring engine's work on seasons of every size: what can still happen, and every table.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench is a test: it may fail loudly, and nobody calls it"
)]

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use divan::{Bencher, black_box};
use raceweek::domain::{Calendar, Season, SlugError};
use raceweek::scoring::future::Outlook;
use raceweek::scoring::{Ledger, after_every_session};
use serde_json::{Value, json};

fn main() {
    divan::main();
}

/// A season in which everybody is entered everywhere, with the results of its first races.
struct Invented {
    season: Season,
    run: usize,
}

impl Invented {
    fn new(races: usize, cars: usize, run: usize, rules: Value) -> Self {
        let read = |value: Value| serde_json::from_value(value).expect("it is a rule");
        let weekend = |race: usize| {
            let date = date(race);
            serde_json::from_value(json!({
                "id": format!("stop-{race}"), "name": format!("Stop {race}"), "circuit": "ring", "start": date, "end": date,
                "sessions": [{ "id": "race", "kind": "race", "name": "Race", "round": (race + 1).to_string(), "date": date }]
            }))
            .expect("it is a weekend")
        };
        let entry = |car: usize| {
            let entry = json!({ "car": car.to_string(), "drivers": [driver(car)], "team": format!("team-{}", car / 2),
                                "class": "gt", "weekends": "all" });
            serde_json::from_value(entry).expect("it is an entry")
        };
        let season = Season {
            id: id("2030"),
            car: None,
            version: "2030-01-01".to_owned(),
            zone: chrono_tz::UTC,
            calendar: Calendar::Complete,
            classes: serde_json::from_value(json!([{ "id": "gt", "name": "GT" }])).expect("it is a class"),
            championships: serde_json::from_value(json!([
                { "id": "cup", "name": "Cup", "ranks": "driver", "class": "gt", "rules": "rules" }
            ]))
            .expect("it is a championship"),
            rules: BTreeMap::from([(id("rules"), read(rules))]),
            adjustments: Vec::new(),
            notes: Vec::new(),
            conflicts: Vec::new(),
            weekends: (0..races).map(weekend).collect(),
            entries: (0..cars).map(entry).collect::<Vec<_>>().into(),
            field_sizes: Vec::new(),
            classifications: (0..run)
                .map(|race| serde_json::from_value(result(race, cars)).expect("it is a result"))
                .collect(),
            tables: Vec::new(),
            tallies: Vec::new(),
        };
        Self { season, run }
    }

    fn ledger(&self) -> Ledger {
        let championship = &self.season.championships[0];
        Ledger::new(&self.season, championship, |weekend, _| end(weekend.start))
    }

    fn outlook<'a>(&'a self, ledger: &'a Ledger) -> Outlook<'a> {
        let now = end(date(self.run - 1));
        Outlook::new(&self.season, &self.season.championships[0], ledger, now).expect("all of it is known")
    }

    /// Writes the ledger and gives the rows of all tables.
    fn tables(&self) -> usize {
        let ledger = self.ledger();
        let tables = after_every_session(
            &self.season,
            &self.season.championships[0],
            &ledger,
            DateTime::<Utc>::MAX_UTC,
        );
        tables.iter().map(|(_, rows)| rows.len()).sum()
    }
}

fn id<T: std::str::FromStr<Err = SlugError>>(text: &str) -> T {
    text.parse().expect("a slug")
}

fn driver(car: usize) -> String {
    format!("driver-{car}")
}

fn date(race: usize) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(2030, 3, 2).expect("a date");
    first + Duration::days(i64::try_from(race).expect("few races"))
}

fn end(date: NaiveDate) -> DateTime<Utc> {
    date.and_time(NaiveTime::MIN).and_utc() + Duration::hours(20)
}

/// A race in an order that is another each time, with a fifth of the field out.
fn result(race: usize, cars: usize) -> Value {
    let mut order: Vec<usize> = (0..cars).collect();
    // Faster cars have lower numbers, and luck moves each of them by a few places.
    order.sort_by_key(|car| car * 3 + (car * 7 + race * 11) % 13);
    let finishers = cars - cars / 5;
    let row = |(at, car): (usize, &usize)| {
        if at < finishers {
            json!({ "place": at + 1, "car": car.to_string(), "driver": driver(*car) })
        } else {
            json!({ "car": car.to_string(), "driver": driver(*car), "status": "dnf" })
        }
    };
    json!({
        "session": format!("stop-{race}/race"), "complete": true,
        "rows": order.iter().enumerate().map(row).collect::<Vec<_>>(),
        "awards": [{ "award": "pole", "class": "gt", "driver": driver(order[1]) },
                   { "award": "fastest-lap", "class": "gt", "driver": driver(order[0]) }],
    })
}

/// Points to the fifteenth place, pole and fastest lap, and perhaps more.
fn rules(kind: &str) -> Value {
    let mut rules = json!({
        "scales": [{ "points": [25, 20, 17, 14, 12, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1] }],
        "awards": [{ "award": "pole", "points": 2 }, { "award": "fastest-lap", "points": 1, "holder": { "place": 10 } }],
        "retired": "nothing", "drops": [], "ties": { "by": ["countback"] },
    });
    match kind {
        "plain" => {}
        "two dropped" => rules["drops"] = json!([{ "worst": 2 }]),
        _ => rules["drops"] = json!([{ "best": 12 }]),
    }
    if kind == "drops and half points" {
        rules["factors"] = json!([{ "when": { "distance": { "below": "3/4" } }, "times": "1/2" }]);
    }
    rules
}

const KINDS: [&str; 3] = ["plain", "drops", "drops and half points"];

/// Contenders with 10 of 16 races open and 35 cars, whether it is decided, and whether it can be at the next race.
#[divan::bench(args = KINDS)]
fn title(bencher: Bencher<'_, '_>, kind: &str) {
    let season = Invented::new(16, 35, 6, rules(kind));
    let ledger = season.ledger();
    bencher.bench(|| {
        let outlook = black_box(&season).outlook(&ledger);
        let all = outlook.positions().len();
        let chances: Vec<_> = (0..outlook.contenders().len())
            .map(|who| outlook.chance(who, all))
            .collect();
        (
            chances,
            outlook.decided(),
            outlook.can_clinch(0, 1),
            outlook.safe(0, all, all),
        )
    });
}

/// Results that the leader and the second need in the next race of that season, and what keeps the leader safe in it.
#[divan::bench(args = KINDS)]
fn lead(bencher: Bencher<'_, '_>, kind: &str) {
    let season = Invented::new(16, 35, 6, rules(kind));
    let ledger = season.ledger();
    bencher.bench(|| {
        let outlook = black_box(&season).outlook(&ledger);
        (
            outlook.lines(0, 1),
            outlook.lines(1, 1),
            outlook.safe(0, 1, 1),
            outlook.threats(0, 1),
        )
    });
}

/// Every table of a season of 24 rounds and 21 drivers, from its results on.
#[divan::bench(args = KINDS)]
fn every_table(bencher: Bencher<'_, '_>, kind: &str) {
    let season = Invented::new(24, 21, 24, rules(kind));
    bencher.bench(|| black_box(&season).tables());
}

/// The same with more rounds: the time grows with the rows.
#[divan::bench(args = [1, 10, 100])]
fn more_rounds(bencher: Bencher<'_, '_>, times: usize) {
    let season = Invented::new(16 * times, 20, 16 * times, rules("plain"));
    bencher.bench(|| black_box(&season).tables());
}

/// The same with the two worst results dropped: that costs a little more for each row.
#[divan::bench(args = [1, 10, 100])]
fn more_rounds_with_drops(bencher: Bencher<'_, '_>, times: usize) {
    let season = Invented::new(16 * times, 20, 16 * times, rules("two dropped"));
    bencher.bench(|| black_box(&season).tables());
}

/// The same with more cars.
#[divan::bench(args = [1, 10, 100])]
fn more_cars(bencher: Bencher<'_, '_>, times: usize) {
    let season = Invented::new(16, 20 * times, 16, rules("plain"));
    bencher.bench(|| black_box(&season).tables());
}
