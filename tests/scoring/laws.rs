//! Laws that hold for every season: what the order of input cannot change, and what a position means.

use proptest::prelude::*;
use raceweek::domain::Range;
use serde_json::json;

use super::invented::{DRIVERS, Invented, order, plain};
use super::rows;
use crate::support::chance::cases;

/// A season of one to six races, each in any order with any number of finishers.
fn seasons() -> impl Strategy<Value = Vec<Vec<&'static str>>> {
    let race = (Just(DRIVERS.to_vec()).prop_shuffle(), 1..=DRIVERS.len())
        .prop_map(|(order, finishers)| order[..finishers].to_vec());
    prop::collection::vec(race, 1..=6)
}

fn invented(races: &[Vec<&str>], numbering: &str, by: &[&str]) -> Invented {
    let mut rules = plain();
    rules["ties"] = json!({ "by": by, "numbering": numbering });
    Invented::new(&rules, races.iter().map(|race| order(race)).collect())
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn the_order_of_the_input_changes_nothing(races in seasons(), seed in any::<prop::sample::Index>()) {
        let sorted = invented(&races, "gapped", &["countback"]);
        let mut turned = invented(&races, "gapped", &["countback"]);
        for race in &mut turned.races {
            let rows = race["rows"].as_array_mut().unwrap();
            let by = seed.index(rows.len());
            rows.rotate_left(by);
        }
        turned.entries.as_array_mut().unwrap().reverse();
        prop_assert_eq!(sorted.table("cup", races.len()), turned.table("cup", races.len()));
    }

    #[test]
    fn positions_agree_with_points_and_ties_share(races in seasons(), dense in any::<bool>(), share in any::<bool>()) {
        let season = invented(&races, if dense { "dense" } else { "gapped" }, if share { &[] } else { &["countback"] });
        let table = season.table("cup", races.len());
        for (at, pair) in table.rows.windows(2).enumerate() {
            let points = |row: usize| pair[row].points.and_then(Range::exact).unwrap();
            let position = |row: usize| pair[row].position.unwrap();
            prop_assert!(points(0) >= points(1), "{}", rows(&table));
            if share {
                prop_assert_eq!(points(0) == points(1), position(0) == position(1), "{}", rows(&table));
            }
            if position(0) == position(1) {
                prop_assert_eq!((points(0), pair[0].tied), (points(1), pair[1].tied), "{}", rows(&table));
            } else if dense {
                prop_assert_eq!(position(1), position(0) + 1, "{}", rows(&table));
            } else {
                prop_assert_eq!(usize::from(position(1)), at + 2, "{}", rows(&table));
            }
        }
    }

    #[test]
    fn a_missing_race_never_makes_a_bound_wrong(races in seasons(), missing in any::<prop::sample::Index>()) {
        // All that is known with one race hidden must hold whatever that race turns out to be.
        let whole = invented(&races, "gapped", &["countback"]);
        let hidden = missing.index(races.len());
        let mut partial = invented(&races, "gapped", &["countback"]);
        partial.races[hidden] = serde_json::Value::Null;
        let [whole, partial] = [whole, partial].map(|season| super::loaded(&season.files()).unwrap());
        for session in 0..races.len() {
            for driver in DRIVERS {
                let of = ["test", "2030", "cup"];
                let exact = super::score(&whole, of, session, driver).points().exact().unwrap();
                prop_assert!(super::score(&partial, of, session, driver).points().holds(exact));
            }
        }
    }
}
