//! Database failures during delivery: no message is sent whose try is not recorded, and delivery continues after.

use std::time::Duration;

use raceweek::store::{Store, StoreError, StoreKind, StoreLocation};
use sqlx::{AnyConnection, Connection as _, Executor as _};

use super::{BEFORE, DUE, World, moment, work};
use crate::support::faults::Kind as Fault;

/// The database, as another program has it open.
async fn beside(world: &World) -> AnyConnection {
    sqlx::any::install_default_drivers();
    let file = world.folder.path().join("raceweek.db");
    AnyConnection::connect(&format!("sqlite://{}", file.display()))
        .await
        .unwrap()
}

#[tokio::test]
async fn a_locked_database_is_waited_for() {
    let world = World::one_race().await;
    let store = world.store().await;
    let (mut dispatcher, _) = world.dispatcher(DUE, store.clone());
    let mut other = beside(&world).await;
    other.execute("BEGIN IMMEDIATE").await.unwrap();
    let refused = dispatcher.step(moment(DUE)).await;
    assert!(matches!(refused, Err(StoreError::Unavailable(_))), "{refused:?}");
    assert_eq!(world.said(), "");
    other.execute("ROLLBACK").await.unwrap();
    work(&mut dispatcher, DUE).await;
    assert_eq!(world.outcomes().await, ["1 start 15m: sent"]);
    assert_eq!(world.posted().len(), 1);
    store.close().await;
}

#[tokio::test]
async fn what_arrived_while_the_database_was_locked_is_written_down_after() {
    let world = World::one_race().await;
    let store = world.store().await;
    let (mut dispatcher, _) = world.dispatcher(DUE, store.clone());
    let slow = Fault::Delay(Duration::from_millis(300));
    world.loopback.fault("POST /api/v10/channels", 1, slow);
    while dispatcher.step(moment(DUE)).await.unwrap().claimed == 0 {}
    assert!(world.loopback.eventually(|state| !state.posted.is_empty()).await);
    let mut other = beside(&world).await;
    other.execute("BEGIN IMMEDIATE").await.unwrap();
    tokio::time::sleep(Duration::from_millis(5_500)).await;
    other.execute("ROLLBACK").await.unwrap();
    dispatcher.drained().await;
    assert_eq!(world.outcomes().await, ["1 start 15m: sent"]);
    assert_eq!((world.posted().len(), world.posted()[0].again), (1, 0));
    store.close().await;
}

/// A disk that is full or read-only refuses to write down that a message is about to be sent.
#[tokio::test]
async fn what_cannot_be_written_down_is_not_sent_until_it_can() {
    let world = World::one_race().await;
    let store = world.store().await;
    let mut other = beside(&world).await;
    other
        .execute(
            "CREATE TRIGGER no_room BEFORE UPDATE OF attempted ON delivery BEGIN SELECT RAISE(ABORT, 'no room'); END",
        )
        .await
        .unwrap();
    let (mut dispatcher, _) = world.dispatcher(DUE, store.clone());
    while dispatcher.step(moment(DUE)).await.unwrap().claimed == 0 {}
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(world.said(), "");
    other.execute("DROP TRIGGER no_room").await.unwrap();
    dispatcher.drained().await;
    assert_eq!(world.outcomes().await, ["1 start 15m: sent"]);
    assert_eq!(world.posted().len(), 1);
    store.close().await;
}

#[tokio::test]
async fn a_file_that_is_removed_stops_everything_until_it_is_back() {
    let world = World::one_race().await;
    let store = world.store().await;
    let (mut dispatcher, _) = world.dispatcher(DUE, store.clone());
    work(&mut dispatcher, BEFORE).await;
    let (file, away) = ("raceweek.db", "elsewhere.db");
    let at = |name: &str| world.folder.path().join(name);
    std::fs::rename(at(file), at(away)).unwrap();
    for another in [false, true] {
        if another {
            std::fs::write(at(file), "").unwrap();
        }
        let refused = dispatcher.step(moment(DUE)).await.unwrap_err().to_string();
        let refused = refused.replace(&world.folder.path().display().to_string(), ".");
        insta::allow_duplicates! {
            insta::assert_snapshot!(refused, @"the database ./raceweek.db is gone, or another file has taken its place: put it back; or, to go on with what is there now, start the program again");
        }
        assert_eq!(world.said(), "");
    }
    std::fs::rename(at(away), at(file)).unwrap();
    work(&mut dispatcher, DUE).await;
    store.close().await;
    assert_eq!(world.outcomes().await, ["1 start 15m: sent"]);
}

#[tokio::test]
async fn a_database_that_a_newer_version_wrote_is_refused_and_left_as_it_is() {
    let world = World::one_race().await;
    let mut other = beside(&world).await;
    other
        .execute(
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
             VALUES (9999, 'of the future', TRUE, x'00', 0)",
        )
        .await
        .unwrap();
    other.close().await.unwrap();
    let before = std::fs::read(world.folder.path().join("raceweek.db")).unwrap();
    let file = StoreLocation::File(world.folder.path().join("raceweek.db"));
    let refused = Store::open(&file, StoreKind::Rehearsal).await.unwrap_err().to_string();
    let refused = refused.replace(&world.folder.path().display().to_string(), ".");
    insta::assert_snapshot!(refused, @"the database ./raceweek.db was written by a newer version of this program: run that version, or move the file away to start with an empty one");
    assert_eq!(before, std::fs::read(world.folder.path().join("raceweek.db")).unwrap());
}
