//! Small cases of real rule books, each written as an invented season in the rule language.

use serde_json::{Value, json};

use super::invented::{Invented, order, plain};

/// Points for the first fifteen in Porsche's one-make series.
fn fifteen() -> Value {
    json!([25, 20, 17, 14, 12, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
}

/// Rules with these points by place and nothing else.
fn paying(points: Value) -> Value {
    let mut rules = plain();
    rules["scales"][0]["points"] = points;
    rules
}

/// Drivers called `d1`, `d2` and so on.
fn numbered(count: usize) -> Vec<String> {
    (1..=count).map(|number| format!("d{number}")).collect()
}

fn ids(names: &[String]) -> Vec<&str> {
    names.iter().map(String::as_str).collect()
}

/// `supercup-guests`: <https://en.wikipedia.org/wiki/2024_Porsche_Supercup>
#[test]
fn supercup_guests_score_nothing_and_everyone_behind_moves_up() {
    let drivers = ["a", "b", "c", "g1", "g2", "g3", "d", "e"];
    let mut season = Invented::of(&drivers, &paying(fifteen()), vec![order(&drivers)]);
    for guest in [3, 4, 5] {
        season.entries[guest]["guest"] = json!(true);
    }
    assert_eq!(season.rows("cup", 1), "1 a 25\n2 b 20\n3 c 17\n4 d 14\n5 e 12\n");
}

/// `supercup-half`: <https://en.wikipedia.org/wiki/2024_Porsche_Supercup>
#[test]
fn supercup_pays_half_when_the_winner_has_done_less_than_half_of_the_distance() {
    let mut rules = paying(fifteen());
    rules["factors"] = json!([{ "when": { "distance": { "below": "1/2" } }, "times": "1/2" }]);
    let after = |laps: u16| {
        let mut race = order(&["a", "b", "c"]);
        race["laps"] = json!(laps);
        race["scheduled_laps"] = json!(16);
        Invented::of(&["a", "b", "c"], &rules, vec![race]).rows("cup", 1)
    };
    assert_eq!(after(7), "1 a 12.5\n2 b 10\n3 c 8.5\n");
    assert_eq!(after(8), "1 a 25\n2 b 20\n3 c 17\n");
}

/// `supercup-team-best-two`: porsche.com, scoring of the Supercup (2014)
#[test]
fn supercup_teams_score_with_their_two_best_cars() {
    let drivers = ["x1", "y1", "x2", "x3", "y2"];
    let mut season = Invented::of(&drivers, &plain(), vec![order(&drivers)]);
    for (entry, team) in ["x", "y", "x", "x", "y"].iter().enumerate() {
        season.entries[entry]["team"] = json!(team);
    }
    let mut rules = paying(fifteen());
    rules["cars"] = json!({ "best": 2 });
    season.add("teams", "entrant", rules);
    assert_eq!(season.rows("teams", 1), "1 x 42\n2 y 32\n");
}

/// `pccna-weekend-max`: <http://darkhorseautosport.com/2021/04/12/untitled-112/>
#[test]
fn pccna_pays_at_most_sixty_points_a_weekend() {
    let mut rules = paying(fifteen());
    rules["awards"] = json!([{ "award": "pole", "points": 5 }]);
    let mut race = order(&["ann", "bob"]);
    race["awards"] = json!([{ "award": "pole", "class": "gt", "driver": "ann" }]);
    let mut season = Invented::new(&rules, vec![race.clone()]);
    let first = json!({ "id": "race-1", "kind": "race", "name": "Race 1", "round": "0", "date": "2030-03-02" });
    season.add_session(0, first, race);
    assert_eq!(season.rows("cup", 2), "1 ann 60\n2 bob 40\n");
}

/// `pccna-drop-two-not-last-two`:
/// <https://feeds.usatodaysports.com/premier-onemake-series-headlines-worlds-largest-porsche-gathering>
#[test]
fn pccna_drops_the_two_worst_of_sixteen_but_never_the_last_two() {
    let mut rules = paying(fifteen());
    rules["drops"] = json!([{ "worst": 2, "until": "14", "unit": "session" }]);
    let points: [usize; 16] = [25, 5, 20, 7, 17, 14, 25, 25, 20, 17, 14, 25, 20, 25, 0, 0];
    let drivers = numbered(16);
    let race = |points: &usize| {
        let table = [25, 20, 17, 14, 12, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
        let place = table.iter().position(|paid| paid == points).unwrap_or(15);
        let mut finish: Vec<&str> = ids(&drivers)[1..].to_vec();
        finish.insert(place, "d1");
        order(&finish)
    };
    let season = Invented::of(&ids(&drivers), &rules, points.iter().map(race).collect());
    let table = season.table("cup", 16);
    let first = table.rows.iter().find(|row| row.competitor == *"d1").unwrap();
    let dropped: Vec<String> = first.dropped.iter().map(ToString::to_string).collect();
    let exact = first.points.and_then(raceweek::domain::Range::exact);
    assert_eq!(
        (first.gross, exact),
        (Some(super::points("259")), Some(super::points("247")))
    );
    assert_eq!(dropped, ["stop-1/race", "stop-3/race"]);
}

/// `imsa-manufacturer-collapse`: <https://en.wikipedia.org/wiki/IMSA_SportsCar_Championship>
#[test]
fn imsa_makes_keep_their_best_car_and_are_numbered_anew() {
    let drivers = ["a1", "a2", "b1", "c1"];
    let mut season = Invented::of(&drivers, &plain(), vec![order(&drivers)]);
    for (entry, make) in ["a", "a", "b", "c"].iter().enumerate() {
        season.entries[entry]["make"] = json!(make);
    }
    let mut rules = paying(json!([350, 320, 300, 280]));
    rules["cars"] = json!({ "best": 1, "others": "invisible" });
    season.add("makes", "make", rules);
    assert_eq!(season.rows("makes", 1), "1 a 350\n2 b 320\n3 c 300\n");
}

/// `imsa-endurance-cup`:
/// <https://www.speedsport.com/sports-cars/imsa/imsa-michelin-endurance-cup-offers-its-own-championship-battle/>
#[test]
fn imsa_endurance_cup_pays_at_fixed_hours() {
    let mut rules = plain();
    rules["scales"] = json!([{ "at": ["hour-6", "hour-12", "hour-18", "end"], "points": [5, 4, 3], "rest": 2 }]);
    let mut season = Invented::new(&rules, vec![order(&["ann", "bob", "cid", "dot"])]);
    season.weekends[0]["sessions"][0]["stages"] = json!(["hour-6", "hour-12", "hour-18"]);
    for (stage, finish) in [
        ("hour-6", ["bob", "cid", "dot", "ann"]),
        ("hour-12", ["bob", "cid", "dot", "ann"]),
        ("hour-18", ["ann", "bob", "cid", "dot"]),
    ] {
        let mut at = order(&finish);
        at["session"] = json!("stop-0/race");
        at["stage"] = json!(stage);
        season.races.push(at);
    }
    assert_eq!(season.rows("cup", 1), "1 bob 18\n2 ann 14\n3 cid 14\n4 dot 10\n");
}

/// `indycar-tail`: <https://www.planetf1.com/features/indycar-points-system-explained>
#[test]
fn indycar_pays_five_points_to_everybody_behind() {
    let drivers = numbered(33);
    let mut rules = plain();
    rules["scales"] = json!([{
        "points": [50, 40, 35, 32, 30, 28, 26, 24, 22, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6],
        "rest": 5
    }]);
    let season = Invented::of(&ids(&drivers), &rules, vec![order(&ids(&drivers))]);
    let table = season.rows("cup", 1);
    let tail: Vec<&str> = table
        .lines()
        .filter(|line| {
            ["d24", "d25", "d26", "d33"]
                .iter()
                .any(|id| line.contains(&format!(" {id} ")))
        })
        .collect();
    assert_eq!(tail, ["24 d24 6", "25 d25 5", "26 d26 5", "33 d33 5"]);
}

/// `nascar-2026-reset`: <https://www.jalopnik.com/2075047/nascar-revives-the-chase-for-2026/>
#[test]
fn nascar_2026_sets_sixteen_drivers_anew_by_their_places() {
    let drivers = numbered(18);
    let mut rules = paying(json!([
        55, 35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19
    ]));
    rules["phases"] = json!([{
        "from": "2", "qualify": { "best": 16 }, "base": 2000,
        "seeds": [100, 75, 65, 60, 55, 50, 45, 40, 35, 30, 25, 20, 15, 10, 5, 0]
    }]);
    let mut nobody_starts = order(&ids(&drivers));
    for row in nobody_starts["rows"].as_array_mut().unwrap() {
        *row = json!({ "driver": row["driver"], "status": "dns" });
    }
    let season = Invented::of(&ids(&drivers), &rules, vec![order(&ids(&drivers)), nobody_starts]);
    let table = season.rows("cup", 2);
    let points: Vec<&str> = table.lines().map(|line| line.rsplit(' ').next().unwrap()).collect();
    assert_eq!(
        points,
        [
            "2100", "2075", "2065", "2060", "2055", "2050", "2045", "2040", "2035", "2030", "2025", "2020", "2015",
            "2010", "2005", "2000", "20", "19"
        ]
    );
}

/// `motogp-tie`: <http://www.motogp.com/ja/MotoGP+Basics/points>
#[test]
fn motogp_puts_the_latest_best_result_ahead() {
    let mut rules = plain();
    rules["ties"] = json!({ "by": ["countback", "latest"] });
    let season = Invented::new(&rules, vec![order(&["ann", "bob"]), order(&["bob", "ann"])]);
    assert_eq!(season.rows("cup", 2), "1 bob 16\n2 ann 16\n");
}

/// `wec-invisible`: <http://wec-magazin.com/inside-wec/sporting-regulations/>
#[test]
fn wec_entries_of_a_part_of_the_season_are_invisible() {
    let mut rules = plain();
    rules["scales"] = json!([
        { "when": { "minutes": { "from": 1440 } }, "points": [50, 36, 30, 24, 20, 16, 12, 8, 4, 2], "rest": 1 },
        { "when": { "minutes": { "from": 480, "below": 1440 } }, "points": [38, 27, 23, 18, 15, 12, 9, 6, 3, 2] },
        { "points": [25, 18, 15, 12, 10, 8, 6, 4, 2, 1] }
    ]);
    rules["ineligible"] = json!({ "part-season": "invisible" });
    let finish = || order(&["r1", "x", "r2"]);
    let mut season = Invented::of(&["r1", "x", "r2"], &rules, vec![finish(), finish(), finish()]);
    season.entries[1]["tags"] = json!(["part-season"]);
    for (stop, minutes) in [480, 1440, 360].iter().enumerate() {
        season.weekends[stop]["sessions"][0]["minutes"] = json!(minutes);
    }
    assert_eq!(season.rows("cup", 1), "1 r1 38\n2 r2 27\n");
    assert_eq!(season.rows("cup", 2), "1 r1 88\n2 r2 63\n");
    assert_eq!(season.rows("cup", 3), "1 r1 113\n2 r2 81\n");
}

/// `fe-fastest-lap-passes-down`: <https://www.fiaformulae.com/de/championship/rules-and-regulations/>
#[test]
fn formula_e_pays_the_fastest_of_the_first_ten() {
    let drivers = numbered(12);
    let award = |otherwise: &str| {
        let mut rules = paying(json!([25, 18, 15, 12, 10, 8, 6, 4, 2, 1]));
        rules["awards"] =
            json!([{ "award": "fastest-lap", "points": 1, "holder": { "place": 10 }, "otherwise": otherwise }]);
        let mut race = order(&ids(&drivers));
        race["awards"] = json!([
            { "award": "fastest-lap", "class": "gt", "driver": "d12" },
            { "award": "fastest-lap", "class": "gt", "driver": "d4", "place": 2 },
            { "award": "fastest-lap", "class": "gt", "driver": "d1", "place": 3 }
        ]);
        let table = Invented::of(&ids(&drivers), &rules, vec![race]).rows("cup", 1);
        let of = |id: &str| {
            let mark = format!(" {id} ");
            table
                .lines()
                .find_map(|line| Some(line.split_once(&mark)?.1.to_owned()))
                .unwrap()
        };
        [of("d12"), of("d4"), of("d1")]
    };
    assert_eq!(award("next"), ["0", "13", "25"]);
    // Formula 1 from 2019 to 2024: the point is lost.
    assert_eq!(award("lost"), ["0", "12", "25"]);
}

/// `btcc-fl-tie`: <http://www.teamrac.com/btcc-races/points.htm>
#[test]
fn btcc_pays_each_holder_of_the_fastest_lap_and_everybody_who_led() {
    let bonuses = |tie: &str| {
        let mut rules = plain();
        rules["scales"] = json!([{ "points": [0, 0, 0] }]);
        rules["awards"] = json!([
            { "award": "fastest-lap", "points": 1, "tie": tie },
            { "award": "led", "points": 1 }
        ]);
        let mut race = order(&["a", "b", "c"]);
        let award = |award: &str, driver: &str| json!({ "award": award, "class": "gt", "driver": driver });
        race["awards"] = json!([
            award("fastest-lap", "a"),
            award("fastest-lap", "b"),
            award("led", "a"),
            award("led", "c")
        ]);
        Invented::of(&["a", "b", "c"], &rules, vec![race]).rows("cup", 1)
    };
    assert_eq!(bonuses("each"), "1 a 2\n2 b 1\n3 c 1\n");
    // Formula 1 in the 1950s: the point is split.
    assert_eq!(bonuses("split"), "1 a 1.5\n2 c 1\n3 b 0.5\n");
}

/// `nls-class-size`:
/// <https://www.nuerburgring-langstrecken-serie.de/de/2022/03/25/neues-wertungssystem-und-viele-trophaeen/>
#[test]
fn nls_pays_by_the_number_of_starters_in_the_class() {
    let mut rules = plain();
    rules["scales"] = json!([
        { "when": { "starters": { "from": 7 } }, "points": [15, 11, 8, 6, 4, 3, 2], "rest": 1 },
        { "points": [11, 8, 6, 4, 3, 2], "rest": 1 }
    ]);
    let with = |starters: usize| {
        let drivers = numbered(starters);
        Invented::of(&ids(&drivers), &rules, vec![order(&ids(&drivers))]).rows("cup", 1)
    };
    assert!(
        with(12).starts_with("1 d1 15\n") && with(12).contains("8 d8 1\n"),
        "{}",
        with(12)
    );
    assert!(with(7).starts_with("1 d1 15\n"), "{}", with(7));
    assert!(with(6).starts_with("1 d1 11\n"), "{}", with(6));
}

/// The same in a championship over all classes: each class pays by its own starters.
#[test]
fn nls_pays_every_class_of_one_championship_by_its_own_starters() {
    let mut rules = plain();
    rules["scales"] = json!([
        { "when": { "starters": { "from": 3 } }, "points": [15, 11, 8], "rest": 1 },
        { "when": { "starters": { "from": 2 } }, "points": [11, 8], "rest": 1 },
        { "points": [8] }
    ]);
    let mut season = Invented::new(&rules, vec![order(&["ann", "bob", "cid", "dot", "eve", "fay"])]);
    season.season["classes"] =
        json!([{ "id": "gt", "name": "GT" }, { "id": "am", "name": "Am" }, { "id": "cup", "name": "Cup" }]);
    for (entry, class) in ["gt", "am", "gt", "cup", "am", "gt"].iter().enumerate() {
        season.entries[entry]["class"] = json!(class);
    }
    season.add("all", "driver", rules);
    assert_eq!(
        season.rows("all", 1),
        "1 ann 15\n2 bob 11\n3 cid 11\n4 dot 8\n5 eve 8\n6 fay 8\n"
    );
}

/// `supercars-finals-reset`: <https://en.wikipedia.org/wiki/2025_Supercars_Championship>
#[test]
fn supercars_finalists_start_from_a_base_a_seed_and_the_cups_they_won() {
    let drivers = numbered(12);
    let mut rules = paying(json!([100, 92, 86, 80, 74, 68, 64, 60, 56, 52, 48, 44]));
    rules["awards"] =
        json!([{ "award": "sprint-cup", "points": 25, "pool": "cups", "when": { "sessions": ["stop-0/race"] } }]);
    rules["phases"] = json!([{
        "from": "2", "qualify": { "best": 10 }, "base": 3000, "carry": ["cups"],
        "seeds": [150, 120, 96, 78, 66, 57, 48, 39, 30, 21]
    }]);
    let mut race = order(&ids(&drivers));
    race["awards"] = json!([{ "award": "sprint-cup", "class": "gt", "driver": "d1" }]);
    let season = Invented::of(&ids(&drivers), &rules, vec![race, order(&ids(&drivers))]);
    // The cup is worth nothing before the finals.
    assert!(season.rows("cup", 1).starts_with("1 d1 100\n2 d2 92\n"));
    let table = season.rows("cup", 2);
    // 3000 + 150 + 25, and the win; 3000 + 120, and second place.
    assert!(table.starts_with("1 d1 3275\n2 d2 3212\n"), "{table}");
    assert!(table.ends_with("10 d10 3073\n11 d11 96\n12 d12 88\n"), "{table}");
}

/// `f1-2023-short-20`: FIA Formula 1 Sporting Regulations 2023, article 6.5
#[test]
fn formula_1_of_2023_pays_a_table_of_its_own_for_each_quarter_of_the_distance() {
    let drivers = numbered(11);
    let mut rules = plain();
    rules["scales"] = json!([
        { "when": { "laps": { "below": 2 } }, "points": [0] },
        { "when": { "distance": { "below": "1/4" } }, "points": [6, 4, 3, 2, 1] },
        { "when": { "distance": { "below": "1/2" } }, "points": [13, 10, 8, 6, 5, 4, 3, 2, 1] },
        { "when": { "distance": { "below": "3/4" } }, "points": [19, 14, 12, 10, 8, 6, 4, 3, 2, 1] },
        { "points": [25, 18, 15, 12, 10, 8, 6, 4, 2, 1] }
    ]);
    rules["awards"] = json!([{
        "award": "fastest-lap", "points": 1, "holder": { "place": 10 }, "when": { "distance": { "from": "1/2" } }
    }]);
    let points = |laps: u16| -> Vec<String> {
        let mut race = order(&ids(&drivers));
        race["laps"] = json!(laps);
        race["scheduled_laps"] = json!(50);
        race["awards"] = json!([{ "award": "fastest-lap", "class": "gt", "driver": "d1" }]);
        let table = Invented::of(&ids(&drivers), &rules, vec![race]).rows("cup", 1);
        table
            .lines()
            .take(10)
            .map(|line| line.rsplit(' ').next().unwrap().to_owned())
            .collect()
    };
    assert_eq!(points(1), ["0"; 10]);
    assert_eq!(points(12), ["6", "4", "3", "2", "1", "0", "0", "0", "0", "0"]);
    assert_eq!(points(20), ["13", "10", "8", "6", "5", "4", "3", "2", "1", "0"]);
    assert_eq!(points(25), ["20", "14", "12", "10", "8", "6", "4", "3", "2", "1"]);
    assert_eq!(points(50), ["26", "18", "15", "12", "10", "8", "6", "4", "2", "1"]);
}
