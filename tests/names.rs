//! Names: what they mean in a series and a season.

use raceweek::lookup::{NameKind, Resolver, Seasons};

use crate::support::answers::packs;

#[test]
fn a_name_means_what_it_names_in_the_series_and_the_season() {
    let packs = packs();
    let season = |series: &str, year: &str| packs.series[series].season(year).unwrap();
    let meant = |kinds: &[NameKind], series: &str, seasons, text: &str| {
        let resolver = Resolver {
            names: &packs.names,
            kinds,
            series: Some(&packs.series[series].id),
            seasons,
        };
        let found = resolver.find(text).map_or_else(Vec::new, |found| found.things);
        let things = if found.is_empty() {
            resolver.nearest(text)
        } else {
            found
        };
        let ids: Vec<&str> = things.iter().map(|named| named.id.as_str()).collect();
        ids.join(" ")
    };
    let drivers = [NameKind::Driver];
    assert_eq!(
        meant(&drivers, "pccna", Seasons::Any, "hartg"),
        "jason-hart loek-hartog",
        "a typo"
    );
    assert_eq!(meant(&drivers, "f1", Seasons::Any, "loek"), "", "another series");
    let of_2025 = Seasons::First(season("f1", "2025"));
    assert_eq!(meant(&drivers, "f1", of_2025, "44"), "lewis-hamilton", "a car's number");
    let of_2024 = Seasons::Only(season("pccna", "2024"));
    let series = [NameKind::Series];
    assert_eq!(meant(&series, "pccna", of_2024, "f1"), "f1", "a series by its name");
    assert_eq!(
        meant(&[NameKind::Season], "pccna", Seasons::Any, "1999"),
        "2026 2025 2024 2023",
        "all seasons"
    );
}
