//! Tables after every round: the same as each would be alone, in one pass.

use chrono::{DateTime, Utc};
use raceweek::domain::Season;
use raceweek::scoring::{Ledger, Standings, after_every_round, standings};
use serde_json::{Value, json};

use super::invented::{Invented, order, plain};
use super::{loaded, rows, shipped, slug};

/// The table after every round, each worked out alone.
fn alone(season: &Season, championship: &str, ledger: &Ledger) -> Vec<Standings> {
    let championship = season.championship(championship).unwrap();
    let mut tables = Vec::new();
    for (at, counted) in ledger.sessions.iter().enumerate() {
        if ledger.last_of_round(counted.round.as_str()) == Some(at) {
            let over: Vec<usize> = (0..=at).collect();
            let as_of = ledger.known_from(&over).unwrap();
            tables.push(standings(season, championship, ledger, &over, as_of));
        }
    }
    tables
}

#[test]
fn every_table_of_the_shipped_seasons_is_the_one_it_is_alone() {
    let catalogue = shipped();
    let mut tables = 0;
    for series in catalogue.series.values() {
        for season in series.each_season() {
            for championship in &season.championships {
                let ledger = catalogue.ledger(&series.id, &season.id, &championship.id).unwrap();
                let over: Vec<usize> = (0..ledger.sessions.len()).collect();
                let together = after_every_round(season, championship, ledger, &over, DateTime::<Utc>::MAX_UTC);
                let of = format!("{} {} {}", series.id, season.id, championship.id);
                assert_eq!(together, alone(season, championship.id.as_str(), ledger), "{of}");
                tables += together.len();
            }
        }
    }
    assert!(tables > 100, "only {tables} tables");
}

/// A season of four races, decided things between them, and a fifth that is not known.
fn decided() -> Invented {
    let races = vec![
        order(&["ann", "bob", "cid"]),
        order(&["bob", "ann", "cid"]),
        order(&["cid", "ann", "bob"]),
        order(&["ann", "cid", "bob"]),
        Value::Null,
    ];
    let mut season = Invented::new(&plain(), races);
    // Race n is on 2 March and every seventh day from then on.
    season.season["adjustments"] = json!([
        { "championship": "cup", "competitor": "ann", "points": -3, "date": "2030-03-11", "reason": "a wrong tyre" },
        { "championship": "cup", "competitor": "bob", "annul": { "sessions": ["stop-1/race"], "others": "move-up" },
          "date": "2030-03-18", "reason": "an engine too large" },
    ]);
    season
}

#[test]
fn what_was_decided_later_is_in_no_earlier_table() {
    let catalogue = loaded(&decided().files()).unwrap();
    let season = catalogue.season(&slug("test"), &slug("2030")).unwrap();
    let ledger = catalogue.ledger(&slug("test"), &slug("2030"), &slug("cup")).unwrap();
    let over: Vec<usize> = (0..5).collect();
    let tables = after_every_round(
        season,
        season.championship("cup").unwrap(),
        ledger,
        &over,
        DateTime::<Utc>::MAX_UTC,
    );
    let told: Vec<String> = tables.iter().map(rows).collect();
    assert_eq!(
        told,
        [
            "1 ann 10\n2 bob 6\n3 cid 4\n",
            "1 ann 16\n1 bob 16\n3 cid 8\n",
            "1 bob 20\n2 ann 19\n3 cid 18\n",
            "1 ann 33\n2 cid 26\n3 bob 14\n",
            "- ann 33..43\n- cid 26..36\n- bob 14..24\n",
        ]
    );
    assert_eq!(tables, alone(season, "cup", ledger));
}

#[test]
fn a_revision_is_in_the_tables_from_its_publication_on() {
    let races = vec![
        order(&["ann", "bob", "cid"]),
        order(&["bob", "ann", "cid"]),
        order(&["cid", "ann", "bob"]),
    ];
    let mut season = Invented::new(&plain(), races);
    // Race 1 is amended between races 2 and 3, and race 3 is first published two days after its end.
    let mut amended = order(&["bob", "cid", "ann"]);
    amended["session"] = json!("stop-0/race");
    amended["published"] = json!("2030-03-12");
    season.races[2]["published"] = json!("2030-03-18T12:00:00Z");
    season.races.push(amended);
    let catalogue = loaded(&season.files()).unwrap();
    let season = catalogue.season(&slug("test"), &slug("2030")).unwrap();
    let ledger = catalogue.ledger(&slug("test"), &slug("2030"), &slug("cup")).unwrap();
    let cup = season.championship("cup").unwrap();
    let told = |now: &str| -> Vec<String> {
        let now = now.parse().unwrap();
        let tables = after_every_round(season, cup, ledger, &ledger.over(now), now);
        tables.iter().map(rows).collect()
    };
    let known = ["1 ann 10\n2 bob 6\n3 cid 4\n", "1 ann 16\n1 bob 16\n3 cid 8\n"];
    assert_eq!(told("2030-03-11T12:00:00Z"), known);
    let awaited = [known[0], known[1], "- bob 20..30\n- ann 10..20\n- cid 10..20\n"];
    assert_eq!(told("2030-03-18T11:59:59Z"), awaited);
    let published = [known[0], known[1], "1 bob 24\n2 cid 20\n3 ann 16\n"];
    assert_eq!(told("2030-03-18T12:00:00Z"), published);
    assert_eq!(
        after_every_round(season, cup, ledger, &[0, 1, 2], DateTime::<Utc>::MAX_UTC),
        alone(season, "cup", ledger)
    );
}
