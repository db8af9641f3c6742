//! Six Formula 1 seasons: every table after every round, and every driver's points of every race.
//!
//! The facts are those of f1db (github.com/f1db/f1db, CC BY 4.0). 2025 is a pack that is shipped; the older seasons stand in
//! `tests/data/f1`, without those who did not qualify. There, `expected.jsonl` holds the tables, each row as place,
//! competitor, points, points before any were dropped, and how many share the place; `points.jsonl` what each race paid to
//! drivers.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use raceweek::dataset::{Catalogue, Folder, load};
use raceweek::domain::{Points, Range, Season, SessionRef, Slug};
use raceweek::scoring::{Ledger, Standing, after_every_session};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{shipped, slug};

/// Place, competitor, points, gross points, how many share the place.
type Row = (Option<u16>, Slug, Points, Points, u16);

#[derive(Deserialize)]
struct Expected {
    season: u16,
    table: Slug,
    after: Slug,
    rows: Vec<Row>,
}

#[derive(Deserialize)]
struct Paid {
    season: u16,
    session: SessionRef,
    points: BTreeMap<Slug, Points>,
}

/// The seasons with their championships.
const SEASONS: [(u16, &[&str]); 6] = [
    (1956, &["drivers"]),
    (1967, &["drivers", "constructors"]),
    (1988, &["drivers", "constructors"]),
    (2014, &["drivers", "constructors"]),
    (2021, &["drivers", "constructors"]),
    (2025, &["drivers", "constructors"]),
];

/// A moment after all of it.
const LATER: DateTime<Utc> = DateTime::<Utc>::MAX_UTC;

fn lines<T: DeserializeOwned>(name: &str) -> Vec<T> {
    let text = fs::read_to_string(format!("tests/data/f1/{name}")).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The catalogue that a season is in: of those shipped, or of the test data.
fn with(packs: &[Catalogue; 2], season: u16) -> (&Catalogue, &Season) {
    let [shipped, older] = packs;
    let catalogue = if season == 2025 { shipped } else { older };
    let id = slug(&season.to_string());
    (catalogue, catalogue.season(&slug("f1"), &id).unwrap())
}

pub(super) fn packs() -> [Catalogue; 2] {
    static OLDER: LazyLock<Catalogue> = LazyLock::new(|| {
        let older = Folder::open(Path::new("tests/data/f1")).unwrap();
        load(older).unwrap().0
    });
    [shipped(), OLDER.clone()]
}

fn ledger<'a>(catalogue: &'a Catalogue, season: &Season, championship: &str) -> &'a Ledger {
    catalogue.ledger(&slug("f1"), &season.id, &slug(championship)).unwrap()
}

/// The table after every round, and the final one, by label.
fn computed(catalogue: &Catalogue, season: &Season, championship: &str) -> BTreeMap<Slug, BTreeSet<Row>> {
    let ledger = ledger(catalogue, season, championship);
    let tables = after_every_session(season, season.championship(championship).unwrap(), ledger, LATER);
    assert_eq!(
        tables.len(),
        ledger.sessions.len(),
        "{} {championship}: all results are known",
        season.id
    );
    let row = |row: &Standing| {
        let points = row.points.and_then(Range::exact).unwrap();
        (
            row.position,
            row.competitor.clone(),
            points,
            row.gross.unwrap(),
            row.tied,
        )
    };
    let rows = |standings: &Vec<Standing>| standings.iter().map(row).collect::<BTreeSet<Row>>();
    let last = (slug("final"), rows(&tables.last().unwrap().1));
    let ends = |(session, _): &&(usize, Vec<Standing>)| {
        ledger.last_of_round(ledger.sessions[*session].round.as_str()) == Some(*session)
    };
    let after = tables.iter().filter(ends);
    after
        .map(|(session, table)| (ledger.sessions[*session].round.slug().clone(), rows(table)))
        .chain([last])
        .collect()
}

#[test]
fn every_table_after_every_round_is_the_expected_one() {
    let packs = packs();
    let mut expected: BTreeMap<(u16, Slug), BTreeMap<Slug, BTreeSet<Row>>> = BTreeMap::new();
    for line in lines::<Expected>("expected.jsonl") {
        let tables = expected.entry((line.season, line.table)).or_default();
        tables.insert(line.after, line.rows.into_iter().collect());
    }
    let (mut checked, mut wrong) = (0, Vec::new());
    for (year, championships) in SEASONS {
        let (catalogue, season) = with(&packs, year);
        assert_eq!(season.championships.len(), championships.len(), "{year}");
        for championship in championships {
            let tables = computed(catalogue, season, championship);
            let expected = &expected[&(year, slug(championship))];
            assert!(
                tables.keys().eq(expected.keys()),
                "{year} {championship}: the same rounds"
            );
            for (after, table) in &tables {
                checked += 1;
                if *table != expected[after] {
                    let ours: Vec<_> = table.difference(&expected[after]).collect();
                    let theirs: Vec<_> = expected[after].difference(table).collect();
                    wrong.push(format!(
                        "{year} {championship} after {after}: {ours:?}, expected {theirs:?}"
                    ));
                }
            }
        }
    }
    assert_eq!((checked, wrong), (203, Vec::new()));
}

#[test]
fn every_drivers_points_of_every_race_are_the_published_ones() {
    let packs = packs();
    let mut published: BTreeMap<(u16, String), BTreeMap<Slug, Points>> = BTreeMap::new();
    for line in lines::<Paid>("points.jsonl") {
        published.insert((line.season, line.session.to_string()), line.points);
    }
    let (mut checked, mut wrong) = (0, Vec::new());
    for (year, _) in SEASONS {
        let (catalogue, season) = with(&packs, year);
        let ledger = ledger(catalogue, season, "drivers");
        for (index, counted) in ledger.sessions.iter().enumerate() {
            checked += 1;
            let mut paid = published.remove(&(year, counted.session.to_string())).unwrap();
            for (driver, score) in ledger.competitors.iter().zip(ledger.session(index, LATER)) {
                let points = paid.remove(driver).unwrap_or_default();
                if score.points() != Range::exactly(points) {
                    wrong.push(format!(
                        "{year} {} {driver}: {:?}, not {points}",
                        counted.session,
                        score.points()
                    ));
                }
            }
            assert_eq!(
                paid,
                BTreeMap::new(),
                "{year} {}: everybody paid competes",
                counted.session
            );
        }
    }
    assert_eq!(published.into_keys().collect::<Vec<_>>(), Vec::new());
    assert_eq!((checked, wrong), (109, Vec::new()));
}

#[test]
fn the_tables_of_2026_are_the_published_ones_as_far_as_results_are_known() {
    let shipped = shipped();
    let season = shipped.season(&slug("f1"), &slug("2026")).unwrap();
    for championship in &season.championships {
        let ledger = ledger(&shipped, season, championship.id.as_str());
        let tables = after_every_session(season, championship, ledger, LATER);
        let known: Vec<String> = tables
            .iter()
            .map(|(at, _)| ledger.sessions[*at].session.to_string())
            .collect();
        assert_eq!(known.last().unwrap(), "singapore/sprint");
        let of_round = known.iter().position(|session| session == "bahrain/race").unwrap();
        let (_, newest) = &tables[of_round];
        let computed = newest
            .iter()
            .map(|row| (row.competitor.clone(), row.position, row.points.and_then(Range::exact)));
        let published = season
            .tables
            .iter()
            .rfind(|table| table.championship == championship.id && table.after == "16");
        let rows = &published.unwrap().rows;
        let published = rows.iter().map(|row| (row.competitor.clone(), row.place, row.points));
        assert_eq!(
            computed.collect::<Vec<_>>(),
            published.collect::<Vec<_>>(),
            "{}",
            championship.id
        );
    }
}
