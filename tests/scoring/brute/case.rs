//! Random small seasons: cars, a calendar of races and sprints, rules, and what is known of the results.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use raceweek::domain::Slug;
use serde_json::{Value, json};

use super::super::slug;

/// A season small enough to play through to its end in every way.
#[derive(Debug, Clone)]
pub struct Case {
    /// The cars, in the order of their numbers.
    pub cars: Vec<Car>,
    /// The competitors that the championship ranks: `driver` or `entrant`.
    pub ranks: &'static str,
    /// The rules, as a pack writes them.
    pub rules: Value,
    /// The sessions, in the order of the calendar.
    pub sessions: Vec<Session>,
    /// Number of the sessions that are over.
    pub over: usize,
    /// Points given or taken by decision, by competitor.
    pub adjusted: Option<(&'static str, i32)>,
}

/// A car, who drives it for whom, and whether it is in the class of the championship.
#[derive(Debug, Clone)]
pub struct Car {
    pub drivers: Vec<&'static str>,
    pub team: &'static str,
    pub inside: bool,
}

/// A session with the result that it had, or would have.
#[derive(Debug, Clone)]
pub struct Session {
    pub sprint: bool,
    /// The cars that finished, the winner first.
    pub order: Vec<usize>,
    /// The car that has each award.
    pub holders: Vec<Option<usize>>,
    /// Index of the one of [`COURSES`] that it took.
    pub course: usize,
    /// The part of the result that is known once it is over.
    pub known: Known,
}

/// The part of a result that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// All of it.
    Whole,
    /// So many cars at its head, and no award.
    Head(usize),
    /// The order, and no award.
    Order,
    /// Nothing.
    Nothing,
}

/// Laps run of the 40 that were scheduled: all, half, next to none.
pub const COURSES: [u16; 3] = [40, 20, 1];

impl Case {
    /// The courses that the rules tell apart.
    pub fn courses(&self) -> usize {
        let named = |key: &str| {
            let factors = self.rules["factors"].as_array();
            factors.is_some_and(|all| all.iter().any(|factor| !factor["when"][key].is_null()))
        };
        if named("laps") {
            3
        } else if named("distance") {
            2
        } else {
            1
        }
    }

    /// Everybody who is ranked, in the order of their ids.
    pub fn competitors(&self) -> Vec<Slug> {
        let inside = self.cars.iter().filter(|car| car.inside);
        let ids: BTreeSet<Slug> = match self.ranks {
            "driver" => inside.flat_map(|car| &car.drivers).map(|id| slug(id)).collect(),
            _ => inside.map(|car| slug(car.team)).collect(),
        };
        ids.into_iter().collect()
    }

    /// The awards that a session has.
    pub fn awards(&self, session: usize) -> Vec<Award> {
        let sprint = self.sessions[session].sprint;
        let paid = |award: &&Value| !sprint || !award["when"].is_null();
        let awards = self.rules["awards"].as_array().unwrap();
        let award = |award: &Value| Award {
            name: award["award"].as_str().unwrap().to_owned(),
            several: award["several"] == true,
            last: award["holder"]["place"]
                .as_u64()
                .map(|place| u16::try_from(place).unwrap()),
            classified: award["holder"]["classified"] == true,
        };
        awards.iter().filter(paid).map(award).collect()
    }

    /// True if a place brings points or tells equals apart.
    pub fn place_counts(&self, session: usize, place: usize) -> bool {
        let scale = &self.rules["scales"][usize::from(self.sessions[session].sprint)];
        let table = scale["points"].as_array().unwrap();
        let pays = table
            .get(place - 1)
            .map_or(!scale["rest"].is_null(), |points| *points != 0);
        let depth = &self.rules["ties"]["depth"];
        let deep = depth.is_null() || depth.as_u64().is_some_and(|depth| place as u64 <= depth);
        pays || scale["countback"].is_null() && deep
    }
}

/// An award, and what its holder must have reached.
#[derive(Debug, Clone)]
pub struct Award {
    pub name: String,
    pub several: bool,
    last: Option<u16>,
    classified: bool,
}

impl Award {
    /// True if a car in this place is paid for it.
    pub fn pays(&self, place: Option<u16>) -> bool {
        self.last.is_none_or(|last| place.is_some_and(|place| place <= last)) && (!self.classified || place.is_some())
    }
}

/// Drivers in cars of their own, one class, perhaps with a car of another class among them.
pub fn drivers() -> impl Strategy<Value = Case> {
    let field = prop_oneof![
        3 => (2..=4_usize).prop_map(|drivers| (drivers, false)),
        1 => (2..=3_usize).prop_map(|drivers| (drivers, true)),
    ];
    field.prop_flat_map(|(drivers, guest)| {
        let mut cars: Vec<Car> = DRIVERS[..drivers].iter().map(|driver| alone(driver)).collect();
        cars.extend(guest.then(|| Car {
            inside: false,
            ..alone("zed")
        }));
        season(cars, "driver")
    })
}

/// Two drivers who share a car, against others.
pub fn crews() -> impl Strategy<Value = Case> {
    (2..=3_usize).prop_flat_map(|cars| {
        let mut field: Vec<Car> = DRIVERS[1..=cars].iter().map(|driver| alone(driver)).collect();
        field[0].drivers = vec!["ann", "bob"];
        season(field, "driver")
    })
}

/// Teams of one car or two.
pub fn teams() -> impl Strategy<Value = Case> {
    (3..=4_usize).prop_flat_map(|cars| {
        let field = DRIVERS[..cars].iter().enumerate();
        let field = field.map(|(at, driver)| Car {
            team: ["red", "blue"][at % 2],
            ..alone(driver)
        });
        season(field.collect(), "entrant")
    })
}

const DRIVERS: [&str; 4] = ["ann", "bob", "cid", "dot"];

fn alone(driver: &'static str) -> Car {
    Car {
        drivers: vec![driver],
        team: driver,
        inside: true,
    }
}

fn season(cars: Vec<Car>, ranks: &'static str) -> impl Strategy<Value = Case> {
    let adjusted: Vec<&'static str> = match ranks {
        "entrant" => vec!["red", "blue"],
        _ => vec!["ann", "bob"],
    };
    let adjusted = prop_oneof![3 => Just(None), 1 => (select(adjusted), -3..=3_i32).prop_map(Some)];
    let sprints = prop::collection::vec(prop::bool::weighted(0.25), 2..=4);
    (sprints, 1..=3_usize, adjusted, any::<bool>()).prop_flat_map(move |(sprints, open, adjusted, partly)| {
        let kinds: Vec<bool> = sprints
            .iter()
            .flat_map(|sprint| if *sprint { vec![true, false] } else { vec![false] })
            .collect();
        let over = kinds.len().saturating_sub(open);
        let cars = cars.clone();
        let field = cars.len();
        let sessions: Vec<_> = kinds
            .iter()
            .enumerate()
            .map(|(at, sprint)| session(*sprint, field, partly && at + 1 == over))
            .collect();
        (sessions, rules(sprints.len(), ranks)).prop_map(move |(sessions, rules)| Case {
            cars: cars.clone(),
            ranks,
            rules,
            sessions,
            over,
            adjusted,
        })
    })
}

fn session(sprint: bool, field: usize, partly: bool) -> impl Strategy<Value = Session> {
    let known = if partly {
        prop_oneof![
            (0..=field).prop_map(Known::Head),
            Just(Known::Order),
            Just(Known::Nothing),
        ]
        .boxed()
    } else {
        Just(Known::Whole).boxed()
    };
    let order = (Just((0..field).collect::<Vec<_>>()).prop_shuffle(), 0..=field);
    let holders = prop::collection::vec(prop::option::weighted(0.8, 0..field), 2);
    (order, holders, any::<Index>(), known).prop_map(move |((order, finishers), holders, course, known)| Session {
        sprint,
        order: order[..finishers].to_vec(),
        holders,
        course: usize::from(course.index(4) == 0),
        known: match known {
            Known::Head(cars) => Known::Head(cars.min(finishers)),
            known => known,
        },
    })
}

fn rules(rounds: usize, ranks: &'static str) -> impl Strategy<Value = Value> {
    let scale = select(vec![
        json!({ "points": [10, 6, 4, 3] }),
        json!({ "points": [9, 6, 4, 3, 2, 1] }),
        json!({ "points": [5, 3] }),
        json!({ "points": [6, 6, 2] }),
        json!({ "points": [4, 2], "rest": 1 }),
        json!({ "points": [3, 2, 2, 0] }),
    ]);
    let sprint = select(vec![
        json!({ "when": { "kinds": ["sprint"] }, "points": [3, 1], "countback": false }),
        json!({ "when": { "kinds": ["sprint"] }, "points": [4, 2, 1] }),
    ]);
    let cars = select(if ranks == "entrant" {
        vec![
            json!({}),
            json!({ "best": 1 }),
            json!({ "best": 1, "others": "move-up" }),
        ]
    } else {
        vec![json!({})]
    });
    let part = (
        scale,
        sprint,
        awards(),
        factors(rounds),
        drops(rounds),
        ties(),
        cars,
        any::<bool>(),
    );
    part.prop_map(move |(scale, sprint, awards, factors, drops, ties, cars, overall)| {
        json!({
            "order": if overall { "overall" } else { "class" },
            "scales": [scale, sprint], "awards": awards, "factors": factors, "retired": "nothing", "cars": cars,
            "drops": drops, "ties": ties,
        })
    })
}

fn awards() -> impl Strategy<Value = Vec<Value>> {
    let holder = select(vec![
        json!({}),
        json!({ "place": 1 }),
        json!({ "place": 2 }),
        json!({ "classified": true }),
    ]);
    let award = (1..=2, holder, prop::bool::weighted(0.2), prop::bool::weighted(0.3));
    prop::collection::vec(award, 0..=2).prop_map(|awards| {
        let names = ["pole", "fastest-lap"];
        let award = |(name, (points, holder, several, sprints)): (&str, (i32, Value, bool, bool))| {
            let mut rule = json!({ "award": name, "points": points, "holder": holder, "several": several });
            if sprints {
                rule["when"] = json!({ "kinds": ["race", "sprint"] });
            }
            rule
        };
        names.into_iter().zip(awards).map(award).collect()
    })
}

fn factors(rounds: usize) -> impl Strategy<Value = Vec<Value>> {
    let half = json!({ "when": { "distance": { "below": "3/4" } }, "times": "1/2" });
    let nothing = json!({ "when": { "laps": { "below": 2 } }, "times": 0 });
    let with_awards = json!({ "when": { "distance": { "below": "3/4" } }, "times": "1/2", "awards": true });
    let last = json!({ "when": { "rounds": { "from": rounds.to_string() } }, "times": 2, "awards": true });
    prop_oneof![
        4 => Just(Vec::new()),
        1 => Just(vec![half.clone()]),
        1 => Just(vec![nothing, half.clone()]),
        1 => Just(vec![with_awards]),
        1 => Just(vec![last.clone()]),
        1 => Just(vec![half, last]),
    ]
}

fn drops(rounds: usize) -> impl Strategy<Value = Vec<Value>> {
    let label = |before: usize| (rounds - before).to_string();
    let mut all = vec![
        json!([]),
        json!([]),
        json!([]),
        json!([{ "worst": 1 }]),
        json!([{ "worst": 1, "from": label(1) }]),
        json!([{ "worst": 1, "keeps": ["dsq"] }]),
        json!([{ "best": 1, "unit": "session" }]),
    ];
    all.extend((1..rounds).map(|best| json!([{ "best": best }])));
    if rounds > 2 {
        all.push(json!([{ "worst": 1, "until": label(1) }]));
        all.push(json!([{ "best": 1, "rounds": { "to": label(1) } }]));
        all.push(json!([{ "best": 1, "rounds": { "from": label(1) } }]));
    }
    select(all).prop_map(|drops| drops.as_array().unwrap().clone())
}

fn ties() -> impl Strategy<Value = Value> {
    let by = select(vec![
        json!([]),
        json!(["countback"]),
        json!(["countback"]),
        json!(["countback"]),
        json!(["countback", "latest"]),
        json!(["countback", "earliest"]),
        json!(["countback", "last-session"]),
        json!(["last-session"]),
        json!(["latest"]),
        json!(["earliest"]),
    ]);
    let depth = select(vec![Value::Null, Value::Null, json!(1), json!(2), json!("scoring")]);
    let numbering = select(vec!["dense", "gapped"]);
    (by, depth, numbering, prop::bool::weighted(0.3), any::<bool>()).prop_map(
        |(by, depth, numbering, without_dropped, scoring_cars)| {
            let mut ties = json!({ "by": by, "numbering": numbering, "without_dropped": without_dropped, "scoring_cars": scoring_cars });
            if !depth.is_null() {
                ties["depth"] = depth;
            }
            ties
        },
    )
}
