//! The bot's life: connected, cut off, told to read its packs again, told to stop.

use std::time::{Duration, Instant};

use raceweek::store::{Store, StoreKind, StoreLocation};
use sqlx::{Connection as _, Executor as _};

use crate::support::discord::State;
use crate::support::faults::Kind;
use crate::support::folder::Folder;
use crate::support::interaction::command;
use crate::support::loopback::Loopback;
use crate::support::process::{Bot, TOKEN};

async fn started(loopback: &Loopback) -> Bot<'_> {
    let bot = Bot::start(loopback, "");
    bot.wait_ready().await;
    bot
}

#[tokio::test]
async fn it_resumes_and_answers_what_was_asked_meanwhile() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    let partings: [fn(&Loopback); 3] = [
        Loopback::reconnect,
        |loopback| loopback.invalidate(true),
        Loopback::drop_socket,
    ];
    for (resumed, part) in partings.into_iter().enumerate() {
        part(&loopback);
        assert_eq!(loopback.fire(&command("about")).await["type"], 4);
        assert_eq!(loopback.look(|state| state.gateway.resumes.len()), resumed + 1);
    }
    assert_eq!(loopback.identifies().len(), 1);
}

#[tokio::test]
async fn a_session_invalid_for_good_begins_anew_and_registers_nothing_again() {
    let loopback = Loopback::start().await;
    let bot = started(&loopback).await;
    bot.wait_for_log("commands are registered").await;
    let asked_for = loopback.requests("/commands").len();
    loopback.invalidate(false);
    let again = |state: &State| state.gateway.identifies.len() == 2 && state.gateway.connected();
    loopback.wait_until("a new session", again).await;
    assert_eq!(loopback.fire(&command("about")).await["type"], 4);
    assert_eq!(loopback.requests("/commands").len(), asked_for);
}

#[tokio::test]
async fn a_server_without_a_gateway_is_refused_and_the_real_one_never_tried() {
    let loopback = Loopback::start().await;
    loopback.refuse_gateway(true);
    let ended = Bot::start(&loopback, "").end();
    assert_eq!(ended.code, Some(1));
    let last = ended.stderr.lines().last().unwrap().replace(loopback.url(), "URL");
    insta::assert_snapshot!(last, @"raceweek: URL names no gateway (500: Internal Server Error): see that [discord] api_url is right and the server is up");
    assert_eq!(loopback.requests("").len(), 1);
}

#[tokio::test]
async fn it_stops_within_five_seconds_when_told_to() {
    for signal in ["TERM", "INT"] {
        let loopback = Loopback::start().await;
        let bot = started(&loopback).await;
        loopback.fire(&command("about")).await;
        let told = Instant::now();
        bot.signal(signal);
        let ended = bot.end();
        assert_eq!(ended.code, Some(0), "{}", ended.stderr);
        assert!(told.elapsed() < Duration::from_secs(5), "{:?}", told.elapsed());
        assert!(ended.stderr.contains("stopped"), "{}", ended.stderr);
    }
}

#[tokio::test]
async fn it_stops_when_told_to_while_nobody_answers() {
    let loopback = Loopback::start().await;
    loopback.fault("GET /api/v10/gateway", 1, Kind::Delay(Duration::from_hours(1)));
    let bot = Bot::start(&loopback, "");
    let asked = |state: &State| !state.requests.is_empty();
    loopback.wait_until("a look for the gateway", asked).await;
    let told = Instant::now();
    assert_eq!(bot.terminate().code, Some(0));
    assert!(told.elapsed() < Duration::from_secs(5), "{:?}", told.elapsed());
}

#[tokio::test]
async fn an_answer_under_way_is_finished_before_it_stops() {
    let loopback = Loopback::start().await;
    let bot = started(&loopback).await;
    loopback.fault("callback", 1, Kind::RateLimited(Duration::from_millis(600)));
    let asked = command("about");
    loopback.send(&asked).await;
    let limited = |state: &State| state.requests.iter().any(|request| request.status == Some(429));
    loopback.wait_until("a limit", limited).await;
    assert_eq!(bot.terminate().code, Some(0));
    assert_eq!(loopback.asked(&asked).callback.unwrap()["type"], 4);
}

#[tokio::test]
async fn a_hang_up_reads_the_packs_again_and_a_faulty_folder_keeps_the_old_ones() {
    let loopback = Loopback::start().await;
    let packs = Folder::packs();
    let config = format!("[data]\nfolder = {:?}\n", packs.path());
    let bot = Bot::start(&loopback, &config);
    bot.wait_ready().await;
    let names = async || {
        let track = command("track").option("track", "watkins-glen");
        loopback.fire(&track).await["data"]["embeds"][0]["title"].clone()
    };
    assert_eq!(
        names().await,
        "Watkins Glen International is in Watkins Glen, New York; one lap is 3.4 miles."
    );
    packs.change("circuits.json", "Watkins Glen International", "The Glen, Renamed");
    bot.signal("HUP");
    bot.wait_for_log("packs read again").await;
    assert_eq!(
        names().await,
        "The Glen, Renamed is in Watkins Glen, New York; one lap is 3.4 miles."
    );
    packs.change(
        "circuits.json",
        "The Glen, Renamed",
        "The Glen, Broken\", \"colour\": \"red",
    );
    packs.change("pccna/series.json", "\"format\": 1", "\"format\": 2");
    bot.signal("HUP");
    bot.wait_for_log("the old packs stay").await;
    assert_eq!(
        names().await,
        "The Glen, Renamed is in Watkins Glen, New York; one lap is 3.4 miles."
    );
    let log = bot.terminate().stderr;
    for rule in ["unknown-key", "format"] {
        assert!(log.contains(rule), "no {rule} in {log}");
    }
    assert!(!log.contains(TOKEN));
}

#[tokio::test]
async fn a_rehearsal_runs_on_from_its_moment_and_says_so() {
    let loopback = Loopback::start().await;
    let bot = Bot::start_with(&loopback, "", &["--now", "2024-06-20T12:00:00Z"]);
    bot.wait_ready().await;
    let answer = loopback.fire(&command("standings").option("championship", "pro")).await;
    let small = answer["data"]["embeds"][0]["footer"]["text"].as_str().unwrap();
    assert!(small.ends_with("rehearsal, as of 2024-06-20 12:00 UTC"), "{small}");
    let real = Bot::start(&loopback, "");
    real.wait_ready().await;
}

/// A database that another program has locked, or whose server is not up yet, is waited for.
#[tokio::test]
async fn a_database_that_does_not_answer_yet_is_waited_for() {
    let loopback = Loopback::start().await;
    let folder = Folder::new();
    let file = folder.path().join("raceweek.db");
    let place = StoreLocation::File(file.clone());
    Store::open(&place, StoreKind::Real).await.unwrap().close().await;
    let mut other = sqlx::AnyConnection::connect(&format!("sqlite://{}", file.display()))
        .await
        .unwrap();
    for statement in [
        "PRAGMA locking_mode = EXCLUSIVE",
        "BEGIN EXCLUSIVE",
        "UPDATE counter SET value = 2",
    ] {
        other.execute(statement).await.unwrap();
    }
    let config = format!("[store]\nfile = {file:?}\n");
    let bot = Bot::start(&loopback, &config);
    bot.wait_for_log("waiting for it").await;
    other.close().await.unwrap();
    bot.wait_ready().await;
    assert_eq!(bot.terminate().code, Some(0));
}

#[tokio::test]
async fn it_stops_when_told_to_while_the_database_is_out_of_reach() {
    let loopback = Loopback::start().await;
    let config = "[store]\nurl_file = \"address\"\n";
    let bot = Bot::start_beside(
        &loopback,
        config,
        &[("address", "postgres://raceweek:secret@127.0.0.1:1/raceweek")],
    );
    bot.wait_for_log("waiting for it").await;
    let told = Instant::now();
    let ended = bot.terminate();
    assert_eq!(ended.code, Some(0));
    assert!(told.elapsed() < Duration::from_secs(5), "{:?}", told.elapsed());
    let line = ended.stderr.lines().find(|line| line.contains("waiting")).unwrap();
    let line = line.split_once("raceweek::app: ").unwrap().1;
    insta::assert_snapshot!(line, @"the database does not answer now: error communicating with database: Connection refused (os error 111): waiting for it");
}
