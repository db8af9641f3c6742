//! Refusals of Discord: tried again, paused or ended by their reason, and always recorded.

use std::time::Duration;

use raceweek::reminders::Target;
use raceweek::store::{SENDER, Store, StoreError, StoreKind, StoreLocation};
use serde_json::{Value, json};

use super::{ANN, BEFORE, DUE, GUILD, PADDOCK, World, channel, moment, work};
use crate::support::channels::direct;
use crate::support::faults::Kind as Fault;

#[tokio::test]
async fn errors_of_the_server_and_lost_answers_are_tried_again_and_send_one_message() {
    for fault in [
        Fault::Status(500, Value::Null),
        Fault::Status(503, Value::Null),
        Fault::Status(200, json!("a proxy's page")),
        Fault::Reset,
        Fault::AnswerLost,
        Fault::RateLimited(Duration::from_millis(50)),
    ] {
        let world = World::one_race().await;
        world.loopback.fault("POST /api/v10/channels", 2, fault.clone());
        world.at(DUE).await;
        assert_eq!(world.posted().len(), 1, "{fault:?}");
        assert_eq!(world.outcomes().await, ["1 start 15m: sent"], "{fault:?}");
    }
}

#[tokio::test]
async fn a_channel_that_refuses_is_paused_and_whoever_set_it_up_is_told_once() {
    for (status, code, why) in [
        (403, 50_001, "I may not see the channel"),
        (403, 50_013, "I may not send messages there"),
        (404, 10_003, "the channel is gone"),
    ] {
        let mut world = World::one_race().await;
        world.wish(BEFORE, "pccna:*:race", "15m", channel(None)).await;
        world.loopback.deny(PADDOCK, status, code);
        world.at(DUE).await;
        world.at("2024-06-22T14:00:00Z").await;
        let tries = world
            .loopback
            .requests(&format!("POST /api/v10/channels/{PADDOCK}/"))
            .len();
        assert_eq!(tries, 1, "the channel is not hammered");
        let told = world.said();
        assert!(
            told.starts_with(&format!(
                "{}: I cannot post in <#{PADDOCK}> any more ({why})",
                direct(ANN)
            )),
            "{told}"
        );
        assert_eq!(world.posted().len(), 1);
        let store = world.store().await;
        let paused = store
            .health(raceweek::store::Owner::Server(GUILD))
            .await
            .unwrap()
            .paused;
        assert_eq!(
            paused
                .iter()
                .map(|one| (one.channel, one.why.as_str()))
                .collect::<Vec<_>>(),
            [(PADDOCK, why)]
        );
        assert!(store.resume_channel(PADDOCK).await.unwrap());
        store.close().await;
        assert_eq!(
            world
                .outcomes()
                .await
                .iter()
                .filter(|line| line.contains("failed"))
                .count(),
            1
        );
        world.loopback.allow(PADDOCK);
    }
}

#[tokio::test]
async fn a_closed_inbox_ends_the_subscription_with_a_record() {
    let mut world = World::new().await;
    world.at(BEFORE).await;
    let target = Target::Direct { channel: direct(ANN) };
    world.wish(BEFORE, "pccna:*:race", "15m", target).await;
    world.loopback.deny(direct(ANN), 403, 50_007);
    world.at(DUE).await;
    let store = world.store().await;
    assert_eq!(
        store.subscriptions(raceweek::store::Owner::Person(ANN)).await.unwrap(),
        []
    );
    store.close().await;
    assert_eq!(
        world.outcomes().await,
        ["1 start 15m: failed 50007 direct messages are closed"]
    );
}

/// A world in which the sender was killed after its message had arrived, and before it was told so: nothing is let go, and
/// the lease runs out.
async fn killed_after_sending() -> World {
    let world = World::one_race().await;
    world.loopback.fault("POST /api/v10/channels", 1, Fault::AnswerLost);
    let store = world.store().await;
    let (mut dispatcher, _) = world.dispatcher(DUE, store.clone());
    for _ in 0..4 {
        dispatcher.step(moment(DUE)).await.unwrap();
    }
    let sent = world.loopback.eventually(|state| !state.posted.is_empty()).await;
    assert!(sent, "it was sent, and the answer was lost");
    drop(dispatcher);
    store.close().await;
    world
}

/// Deliveries claimed and not confirmed are resolved by the next sender.
#[tokio::test]
async fn a_crash_between_sending_and_marking_sends_no_second_message() {
    let world = killed_after_sending().await;
    world.at("2024-06-21T20:05:20Z").await;
    let posted = world.posted();
    assert_eq!(posted.len(), 1);
    assert!(posted[0].again > 0, "it was told from the first by its nonce");
    assert_eq!(world.outcomes().await, ["1 start 15m: sent"]);
}

#[tokio::test]
async fn when_the_nonce_is_forgotten_it_is_not_sent_again_and_that_is_on_record() {
    let world = killed_after_sending().await;
    world.at("2024-06-21T20:07:30Z").await;
    assert_eq!((world.posted().len(), world.posted()[0].again), (1, 0));
    assert_eq!(world.outcomes().await, ["1 start 15m: unconfirmed crash"]);
}

/// The database was away, or the machine asleep, for longer than the lease holds: whoever has it next goes on, the same
/// process too.
#[tokio::test]
async fn what_was_taken_before_the_lease_ran_out_is_sent_by_its_next_holder() {
    let world = World::one_race().await;
    let store = world.store().await;
    // By the clock of those who send, the lease has run out already.
    let (mut dispatcher, _) = world.dispatcher("2024-06-21T20:05:30Z", store.clone());
    while dispatcher.step(moment(DUE)).await.unwrap().claimed == 0 {}
    dispatcher.drained().await;
    assert_eq!(world.said(), "");
    work(&mut dispatcher, "2024-06-21T20:05:30Z").await;
    store.close().await;
    assert_eq!(world.outcomes().await, ["1 start 15m: sent"]);
    assert_eq!(world.posted().len(), 1);
}

#[tokio::test]
async fn only_whoever_holds_the_lease_sends() {
    let world = World::one_race().await;
    let store = world.store().await;
    let now = moment(DUE);
    assert!(
        store
            .acquire_lease(SENDER, "another", now, chrono::TimeDelta::seconds(15))
            .await
            .unwrap()
    );
    let (mut dispatcher, _) = world.dispatcher(DUE, store.clone());
    assert!(!dispatcher.step(now).await.unwrap().holds_lease);
    assert_eq!(world.said(), "");
    store.close().await;
    world.at("2024-06-21T20:05:16Z").await;
    assert_eq!(world.posted().len(), 1);
}

#[tokio::test]
async fn a_database_that_cannot_be_used_is_refused_with_its_path_and_what_to_do() {
    let world = World::new().await;
    let refused = async |place: &StoreLocation, kind| match Store::open(place, kind).await {
        Err(error @ StoreError::Unusable { .. }) => error
            .to_string()
            .replace(&world.folder.path().display().to_string(), "."),
        other => panic!("{other:?}"),
    };
    let file = |name: &str| StoreLocation::File(world.folder.path().join(name));
    world.folder.write(
        "damaged.db",
        &"no database at all, however long it is read ".repeat(100),
    );
    insta::assert_snapshot!(refused(&file("damaged.db"), StoreKind::Real).await, @"the database ./damaged.db is no database of SQLite: name another file under [store] in the configuration, or put back a copy that `raceweek backup` made");
    insta::assert_snapshot!(refused(&file("nowhere/raceweek.db"), StoreKind::Real).await, @"the database ./nowhere/raceweek.db cannot be opened (there is no folder ./nowhere): make its folder, or name another file");
    Store::open(&file("real.db"), StoreKind::Real)
        .await
        .unwrap()
        .close()
        .await;
    insta::assert_snapshot!(refused(&file("real.db"), StoreKind::Rehearsal).await, @"the database ./real.db holds real reminders, which a rehearsal must not touch: name another database for the rehearsal");
}
