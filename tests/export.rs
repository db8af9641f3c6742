//! `raceweek export`: lines of JSON, one a table.

use serde_json::{Value, json};

use crate::scoring::invented::{Invented, order, plain};
use crate::support::folder::Folder;
use crate::support::process::{Ended, run};

fn export(arguments: &[&str]) -> Ended {
    run(&[&["export", "standings"], arguments].concat(), "")
}

fn lines(ended: &Ended) -> Vec<Value> {
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""));
    let lines = ended.stdout.lines();
    lines
        .map(|line| serde_json::from_str(line).expect("it is JSON"))
        .collect()
}

#[test]
fn every_championship_is_printed_after_every_round_and_in_the_end() {
    let mut rules = plain();
    rules["drops"] = json!([{ "worst": 1 }]);
    rules["scales"][0]["points"] = json!([25, 20, "25/2"]);
    let races = vec![order(&["ann", "bob", "cid"]), order(&["cid", "ann", "bob"])];
    let mut season = Invented::new(&rules, races);
    season.season["adjustments"] = json!([
        { "championship": "cup", "competitor": "ann", "points": -3, "date": "2030-12-01", "reason": "a wrong tyre" },
    ]);
    let teams = json!({ "id": "teams", "name": "Teams", "ranks": "entrant", "class": "gt", "rules": "rules" });
    season.season["championships"].as_array_mut().unwrap().push(teams);
    let folder = Folder::of(&season.files());
    let data = folder.path().to_string_lossy().into_owned();
    let arguments = ["--data", &data, "--series", "test", "--season", "2030"];
    let ended = export(&arguments);
    insta::assert_snapshot!(ended.stdout, @r#"
    {"championship":"cup","after":"1","basis":"computed","rows":[{"position":1,"competitor":"ann","points":"25","gross":"25","wins":1,"tied":1},{"position":2,"competitor":"bob","points":"20","gross":"20","wins":0,"tied":1},{"position":3,"competitor":"cid","points":"12.5","gross":"12.5","wins":0,"tied":1}]}
    {"championship":"cup","after":"2","basis":"computed","rows":[{"position":1,"competitor":"ann","points":"25","gross":"45","wins":1,"tied":1},{"position":2,"competitor":"cid","points":"25","gross":"37.5","wins":1,"tied":1},{"position":3,"competitor":"bob","points":"20","gross":"32.5","wins":0,"tied":1}]}
    {"championship":"cup","after":"final","basis":"computed","rows":[{"position":1,"competitor":"cid","points":"25","gross":"37.5","wins":1,"tied":1},{"position":2,"competitor":"ann","points":"22","gross":"42","wins":1,"tied":1},{"position":3,"competitor":"bob","points":"20","gross":"32.5","wins":0,"tied":1}]}
    {"championship":"teams","after":"1","basis":"computed","rows":[{"position":1,"competitor":"red","points":"37.5","gross":"37.5","wins":1,"tied":1},{"position":2,"competitor":"blue","points":"20","gross":"20","wins":0,"tied":1}]}
    {"championship":"teams","after":"2","basis":"computed","rows":[{"position":1,"competitor":"red","points":"45","gross":"82.5","wins":2,"tied":1},{"position":2,"competitor":"blue","points":"20","gross":"32.5","wins":0,"tied":1}]}
    {"championship":"teams","after":"final","basis":"computed","rows":[{"position":1,"competitor":"red","points":"45","gross":"82.5","wins":2,"tied":1},{"position":2,"competitor":"blue","points":"20","gross":"32.5","wins":0,"tied":1}]}
    "#);
    assert_eq!(lines(&ended).len(), 6);
    let after = |round: &str| export(&[&arguments[..], &["--after", round]].concat());
    let chosen = |round: &str| {
        let wanted = |line: &&str| line.contains(&format!("\"after\":\"{round}\""));
        let lines = ended.stdout.lines().filter(wanted);
        lines.map(|line| format!("{line}\n")).collect::<String>()
    };
    for round in ["1", "2", "final"] {
        assert_eq!(after(round).stdout, chosen(round));
    }
}

#[test]
fn what_a_table_cannot_give_is_null_or_a_range() {
    let tables = lines(&export(&["--series", "pccna", "--season", "2024", "--after", "8"]));
    let told: Vec<String> = tables
        .iter()
        .map(|table| format!("{} {} {}", table["championship"], table["after"], table["basis"]))
        .collect();
    assert_eq!(
        told,
        [
            r#""pro" "8" {"published-and-computed":{"places":true,"since":"6"}}"#,
            r#""pro-am" "8" {"published-and-computed":{"places":false,"since":"6"}}"#,
            r#""masters" "8" {"published-and-computed":{"places":true,"since":"6"}}"#,
            r#""entrants" "8" {"published-and-computed":{"places":false,"since":"6"}}"#,
            r#""andial-cup" "8" "unknown""#,
        ]
    );
    assert_eq!(
        tables[0]["rows"][0],
        json!({ "position": 1, "competitor": "loek-hartog", "points": { "low": "130", "high": "154" },
                "gross": null, "wins": null, "tied": 1 })
    );
    assert_eq!(
        tables[2]["rows"][0],
        json!({ "position": 2, "competitor": "mark-kvamme", "points": null, "gross": null, "wins": null, "tied": 1 })
    );
    assert_eq!(tables[4]["rows"], json!([]));
}

#[test]
fn what_is_not_there_is_wrong_usage_with_what_is() {
    for (arguments, said) in [
        (
            ["--series", "pcc", "--season", "2024", "--after", "6"],
            "raceweek: there is no series 'pcc': write one of f1, pcca, pccna\n",
        ),
        (
            ["--series", "pcca", "--season", "2024", "--after", "6"],
            "raceweek: there is no season '2024': write one of 2026\n",
        ),
        (
            ["--series", "pccna", "--season", "2024", "--after", "17"],
            "raceweek: there is no round '17': write one of 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, final\n",
        ),
    ] {
        let ended = export(&arguments);
        assert_eq!(
            (ended.code, ended.stdout.as_str(), ended.stderr.as_str()),
            (Some(64), "", said)
        );
    }
    let ended = export(&["--season", "2024"]);
    assert_eq!((ended.code, ended.stdout.as_str()), (Some(64), ""));
    let ended = export(&["--data", "nowhere", "--series", "pccna", "--season", "2024"]);
    assert_eq!((ended.code, ended.stdout.as_str()), (Some(1), ""));
    assert!(
        ended
            .stderr
            .starts_with("raceweek: cannot read the data folder nowhere: "),
        "{}",
        ended.stderr
    );
}
