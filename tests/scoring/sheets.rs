//! Printed sheets: what the series published follows from the results in the packs, cell by cell.

use std::fs;

use raceweek::domain::{Points, Range};
use raceweek::scoring::Basis;

use super::{points, rows, score, shipped, table};

/// The cells of Carrera Cup Asia's sheet: championship, driver, total, and the points of each round.
fn cells() -> Vec<(String, String, Points, Vec<Option<Points>>)> {
    let sheet = fs::read_to_string("tests/data/pcca-2026-points.tsv").unwrap();
    let lines = sheet.lines().filter(|line| !line.starts_with('#'));
    let read = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let rounds = cells[3..]
            .iter()
            .map(|cell| (*cell != "-").then(|| points(cell)))
            .collect();
        (cells[0].to_owned(), cells[1].to_owned(), points(cells[2]), rounds)
    };
    lines.map(read).collect()
}

#[test]
fn every_cell_of_carrera_cup_asia_follows_from_the_orders() {
    let catalogue = shipped();
    let cells = cells();
    let mut wrong = Vec::new();
    for (championship, driver, _, rounds) in &cells {
        for (session, printed) in rounds.iter().enumerate() {
            let score = score(&catalogue, ["pcca", "2026", championship], session, driver);
            let printed = Range::exactly(printed.unwrap_or_default());
            if score.points() != printed {
                wrong.push(format!(
                    "{championship} {driver} round {}: {:?}, printed {printed:?}",
                    session + 1,
                    score.points()
                ));
            }
        }
    }
    assert_eq!((cells.len(), wrong), (51, Vec::new()));
}

#[test]
fn every_total_and_place_of_carrera_cup_asia_is_the_printed_one() {
    let catalogue = shipped();
    let season = &catalogue.series["pcca"].seasons["2026"];
    let mut checked = 0;
    for printed in &season.tables {
        let computed = table(&catalogue, "pcca", "2026", printed.championship.as_str(), 8);
        let basis = if printed.championship == "dealers" {
            Basis::Published
        } else {
            Basis::Computed
        };
        assert_eq!(computed.basis, basis, "{}", printed.championship);
        for row in &printed.rows {
            let same = computed
                .rows
                .iter()
                .find(|standing| standing.competitor == row.competitor)
                .unwrap();
            let expected = (row.place, row.points.map(Range::exactly));
            assert_eq!(
                (same.position, same.points),
                expected,
                "{} {}",
                printed.championship,
                row.competitor
            );
            checked += 1;
        }
        assert_eq!(computed.rows.len(), printed.rows.len(), "{}", printed.championship);
    }
    assert_eq!(checked, 58);
}

#[test]
fn equal_points_in_carrera_cup_asia_share_a_place_and_the_next_is_numbered_on() {
    let overall = table(&shipped(), "pcca", "2026", "overall", 8);
    let shared: Vec<(u16, u16)> = overall
        .rows
        .iter()
        .filter(|row| row.tied > 1)
        .map(|row| (row.position.unwrap(), row.tied))
        .collect();
    let last = overall.rows.last().unwrap();
    let different: std::collections::BTreeSet<Points> = overall
        .rows
        .iter()
        .filter_map(|row| row.points.and_then(Range::exact))
        .collect();
    assert!(!shared.is_empty(), "the sheet has ties");
    assert_eq!(usize::from(last.position.unwrap()), different.len());
}

#[test]
fn the_tables_before_watkins_glen_2024_are_those_of_its_preview() {
    let catalogue = shipped();
    let after = |championship| {
        let table = table(&catalogue, "pccna", "2024", championship, 6);
        assert_eq!(table.basis, Basis::Published, "{championship}");
        rows(&table)
    };
    assert_eq!(
        after("pro"),
        "1 loek-hartog 110\n2 michael-cooper 87\n3 alex-sedgwick 82\n"
    );
    assert_eq!(
        after("pro-am"),
        "1 moisey-uretsky 103\n2 marco-cirone 102\n3 jordan-wallace 80\n"
    );
    assert_eq!(after("masters"), "1 matt-halcome 138\n2 chris-bellomo 100\n");
    assert_eq!(after("entrants"), "1 mdk ?\n");
}

#[test]
fn what_is_known_since_a_printed_table_makes_a_range_and_never_a_partial_sum() {
    let table = table(&shipped(), "pccna", "2024", "pro", 8);
    // Sedgwick had 82, was sixth in round 7, won round 8 from pole; only the fastest laps and round 7's pole are open.
    // Hartog had 110 and was second in round 8; in round 7, won by Yardley, he was second at best.
    // The places are those that were printed after round 8; Cooper's is not.
    assert_eq!(
        rows(&table),
        "1 loek-hartog 130..154\n2 alex-sedgwick 119..123\n- michael-cooper 87..128\n"
    );
    assert_eq!(
        table.basis,
        Basis::PublishedAndComputed {
            since: super::slug("6"),
            places: true,
        }
    );
}

#[test]
fn the_class_points_of_miami_2023_follow_for_all_but_the_four_whose_rule_is_not_known() {
    let catalogue = shipped();
    let season = &catalogue.series["pccna"].seasons["2023"];
    let classification = season
        .classifications
        .iter()
        .find(|one| one.session.to_string() == "miami/race-1")
        .unwrap();
    let mut exact = Vec::new();
    let mut open = Vec::new();
    for row in &classification.rows {
        let weekend = &classification.session.weekend;
        let entry = season.entry(weekend, row.driver.as_ref(), row.car.as_ref()).unwrap();
        let (class, driver) = (entry.class.as_ref().unwrap(), entry.drivers.first().unwrap());
        let ledger = catalogue
            .ledger(&super::slug("pccna"), &season.id, &super::slug(class.as_str()))
            .unwrap();
        let session = ledger
            .sessions
            .iter()
            .position(|one| one.session == classification.session)
            .unwrap();
        let score = score(&catalogue, ["pccna", "2023", class.as_str()], session, driver.as_str());
        match score.place_points.exact() {
            Some(points) => exact.push((class.to_string(), points)),
            None => open.push((driver.to_string(), score.place_points.high.to_string())),
        }
    }
    open.sort();
    let unresolved = [
        ("bob-mueller", "9"),
        ("jeff-mosing", "6"),
        ("john-goetz", "7"),
        ("scott-noble", "8"),
    ];
    assert_eq!(
        open,
        unresolved.map(|(driver, most)| (driver.to_owned(), most.to_owned()))
    );
    let of = |class: &str| {
        let points = exact
            .iter()
            .filter(|(of, _)| of == class)
            .map(|(_, points)| points.to_string());
        points.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(exact.len(), 36);
    assert_eq!(of("pro"), "25 20 17 14 12 10 9 8 7 6 5 4 3 2 1 0 0 0 0 0 0");
    assert_eq!(of("pro-am"), "25 20 17 14 12 10 9 8 7");
    assert_eq!(of("masters"), "25 20 17 14 12 10");
}
