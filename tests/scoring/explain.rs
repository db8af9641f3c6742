//! Explanations: whatever a table says, its lines add up to it.

use raceweek::dataset::Catalogue;
use raceweek::domain::{Season, Series, Strike};
use raceweek::scoring::{Inclusion, TableContext, standings};
use serde_json::{Value, json};

use super::invented::{Invented, order, plain};
use super::{loaded, shipped};

/// Number of rows of all tables of a season, after every session, whose lines add up; fails for one that does not.
fn sums(catalogue: &Catalogue, series: &Series, season: &Season) -> usize {
    let mut rows = 0;
    for championship in &season.championships {
        let ledger = catalogue.ledger(&series.id, &season.id, &championship.id).unwrap();
        for sessions in 1..=ledger.sessions.len() {
            let over: Vec<usize> = (0..sessions).collect();
            let as_of = ledger.sessions[sessions - 1].end;
            let table = standings(season, championship, ledger, &over, as_of);
            let context = TableContext {
                season,
                championship,
                ledger,
                over: &over,
                as_of,
            };
            for row in &table.rows {
                let what = format!(
                    "{} {} {} after {sessions}: {}",
                    series.id, season.id, championship.id, row.competitor
                );
                let explained = context.explain(&table, &row.competitor).unwrap();
                assert_eq!(explained.points, row.points, "{what}");
                let dropped: Vec<_> = explained
                    .sessions
                    .iter()
                    .filter(|one| one.counts == Inclusion::Dropped)
                    .map(|one| one.session.clone())
                    .collect();
                assert_eq!(dropped, row.dropped, "{what}");
                let without_points = explained.strike() == Some(Strike::WithoutPoints);
                if row.points.is_some() && !explained.before_drops && !without_points {
                    assert_eq!(Some(explained.sum()), row.points, "{what}");
                    rows += 1;
                }
            }
        }
    }
    rows
}

fn all(catalogue: &Catalogue) -> usize {
    let series = catalogue.series.values();
    let seasons = series.flat_map(|series| series.each_season().map(move |season| (series, season)));
    seasons.map(|(series, season)| sums(catalogue, series, season)).sum()
}

#[test]
fn the_lines_of_every_row_of_the_shipped_tables_add_up() {
    let rows = all(&shipped());
    assert!(rows > 500, "only {rows} rows");
}

#[test]
fn drops_phases_decisions_and_cars_add_up() {
    let races = vec![
        order(&["ann", "bob", "cid", "dot"]),
        order(&["bob", "ann", "dot", "cid"]),
        order(&["cid", "dot", "ann", "bob"]),
        order(&["dot", "bob", "ann"]),
        order(&["bob", "cid", "dot", "ann"]),
    ];
    let mut rules = plain();
    rules["drops"] = json!([{ "worst": 1 }]);
    let phases = json!([{ "from": "4", "qualify": { "best": 3 }, "base": 100, "seeds": [5, 3, 1] }]);
    for (phases, races) in [
        (json!([]), races.clone()),
        (phases.clone(), races.clone()),
        (json!([]), [&races[..], &[Value::Null]].concat()),
    ] {
        rules["phases"] = phases;
        let mut season = Invented::new(&rules, races);
        season.season["rules"]["teams"] = rules.clone();
        season.season["rules"]["teams"]["cars"] = json!({ "best": 1 });
        let teams = json!({ "id": "teams", "name": "Teams", "ranks": "entrant", "class": "gt", "rules": "teams" });
        season.season["championships"].as_array_mut().unwrap().push(teams);
        season.season["adjustments"] = json!([
            { "championship": "cup", "competitor": "ann", "points": -3, "date": "2030-03-10", "reason": "a wrong tyre" },
            { "championship": "cup", "competitor": "cid", "annul": {}, "date": "2030-03-20", "reason": "a wrong engine" },
            { "championship": "cup", "competitor": "dot", "strike": "unranked", "date": "2030-03-20", "reason": "a wrong word" },
        ]);
        assert!(all(&loaded(&season.files()).unwrap()) > 20);
    }
}
