//! `raceweek change`: the operator changes the calendar from the terminal.

use raceweek::store::{Store, StoreKind, StoreLocation};
use serde_json::{Value, json};

use crate::support::answers::{THURSDAY, packs};
use crate::support::folder::Folder;
use crate::support::process::run_in;

/// A configuration with a rehearsal's database.
async fn configured(kept: &Folder) -> String {
    let file = kept.path().join("kept.db");
    let place = StoreLocation::File(file.clone());
    Store::open(&place, StoreKind::Rehearsal).await.unwrap().close().await;
    format!("[store]\nfile = {file:?}\n")
}

/// A new database elsewhere would take the change, and no bot would ever read it.
#[test]
fn a_change_makes_no_new_database() {
    let folder = Folder::new();
    let config = format!("[store]\nfile = {:?}\n", folder.path().join("kept.db"));
    for arguments in [&["list"][..], &["cancel", "race-1"]] {
        let all = [&["change"], arguments, &["--config", "config.toml"]].concat();
        let ended = run_in(&[("config.toml", &config)], &all, &[]);
        let said = ended.stderr.replace(&folder.path().display().to_string(), ".");
        assert_eq!((ended.code, ended.stdout.as_str()), (Some(1), ""), "{said}");
        insta::allow_duplicates! {
            insta::assert_snapshot!(said, @"raceweek: there is no database ./kept.db: name its file under [store] in the configuration, or start the bot once");
        }
    }
    assert!(!folder.path().join("kept.db").exists());
}

#[tokio::test]
async fn the_operator_changes_the_calendar_from_the_terminal() {
    let kept = Folder::new();
    let config = configured(&kept).await;
    let mut said = Vec::new();
    for arguments in [
        &["list"][..],
        &["move", "pccna/2024/watkins-glen/race-2", "2024-06-22T12:30"],
        &["delay", "race-2", "30m"],
        &["delay", "race-2", "30m"],
        &["cancel", "race 1"],
        &["list"],
        &["restore", "race 1"],
        &["restore", "race 1"],
        &["move", "pccna/2024/watkins-glen/rase-2", "12:30"],
        &["move", "race-2", "soon"],
        &["cancel", "pccna/2024/sebring/race-1"],
    ] {
        let mut all = vec!["change"];
        all.extend(arguments);
        all.extend(["--config", "config.toml", "--now", THURSDAY]);
        let ended = run_in(&[("config.toml", &config)], &all, &[]);
        said.push(format!(
            "{}: {:?} {}",
            arguments.join(" "),
            ended.code,
            ended.stdout.trim_end()
        ));
    }
    insta::assert_snapshot!(said.join("\n"), @"
    list: Some(0) The calendar is as the packs have it.
    move pccna/2024/watkins-glen/race-2 2024-06-22T12:30: Some(0) Race 2 at Watkins Glen moved, 11:00 AM → 12:30 PM: for all servers, until a newer pack comes.
    delay race-2 30m: Some(0) Race 2 at Watkins Glen delayed, 11:00 AM → 1:00 PM: for all servers, until a newer pack comes.
    delay race-2 30m: Some(0) Race 2 at Watkins Glen delayed, 11:00 AM → 1:30 PM: for all servers, until a newer pack comes.
    cancel race 1: Some(0) Race 1 at Watkins Glen cancelled: for all servers, until a newer pack comes.
    list: Some(0) all servers: Race 1 at Watkins Glen cancelled (since 20 Jun 2024 12:00 UTC)
    all servers: Race 2 at Watkins Glen delayed, 11:00 AM → 1:30 PM (since 20 Jun 2024 12:00 UTC)
    restore race 1: Some(0) Race 1 at Watkins Glen is again as the pack has it, for all servers.
    restore race 1: Some(0) Race 1 at Watkins Glen was not changed for all servers: there is nothing to restore.
    move pccna/2024/watkins-glen/rase-2 12:30: Some(2) Watkins Glen has no such session. It has Practice 1, Practice 2, Qualifying, Race 1 and Race 2.
    move race-2 soon: Some(2) 'soon' is no time. Write track time, such as 12:30 or 2024-06-22 12:30, or a delay such as +30m.
    cancel pccna/2024/sebring/race-1: Some(2) The session has been run and has a result: it cannot be changed any more.
    ");
}

#[tokio::test]
async fn what_the_operator_changed_is_told_as_json() {
    let kept = Folder::new();
    let config = configured(&kept).await;
    let told = |arguments: &[&str]| {
        let mut all = vec!["change"];
        all.extend(arguments);
        all.extend(["--json", "--config", "config.toml", "--now", THURSDAY]);
        let ended = run_in(&[("config.toml", &config)], &all, &[]);
        let outcome: Value = serde_json::from_str(&ended.stdout).expect("it is JSON");
        (ended.code, outcome)
    };
    let race_1 = json!({"series": "pccna", "season": "2024", "weekend": "watkins-glen", "session": "race-1"});
    let packs = packs();
    let season = packs.series["pccna"].season("2024").unwrap();
    // The clock runs while the program starts.
    let cancelled = |made: &Value| {
        assert!(made.as_str().unwrap().starts_with("2024-06-20T12:00:"), "{made}");
        json!({"session": race_1, "what": "cancelled", "made": made, "version": season.version, "by": "operator"})
    };
    let restored = json!({"restored": {"session": race_1, "by": "operator", "was_changed": true}});
    assert_eq!(told(&["list"]), (Some(0), json!([])));
    let (code, changed) = told(&["cancel", "race 1"]);
    assert_eq!(
        (code, &changed),
        (Some(0), &json!({"changed": cancelled(&changed["changed"]["made"])}))
    );
    let (code, list) = told(&["list"]);
    let change = cancelled(&list[0]["change"]["made"]);
    assert_eq!((code, &list), (Some(0), &json!([{"guild": null, "change": change}])));
    assert_eq!(told(&["restore", "race 1"]), (Some(0), restored));
    assert_eq!(
        told(&["move", "race-2", "soon"]),
        (Some(2), json!({"no-start": {"unread": "soon"}}))
    );
}
