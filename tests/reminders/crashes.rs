//! Crashes of the sender at any point, repeated: each delivery still arrives once.

use std::collections::BTreeMap;
use std::time::Duration;

use chrono::TimeDelta;
use raceweek::reminders::Target;
use raceweek::store::SENDER;

use super::{World, moment};

/// Number of crashes.
const DEATHS: u64 = 200;
/// Number of deliveries due.
const DUE: u64 = 150;
/// After this long another sender takes over.
const LEASE: TimeDelta = TimeDelta::seconds(7);

/// Numbers that look like chance, and are the same each time.
fn chance(state: &mut u64) -> u64 {
    *state = state
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

#[tokio::test]
async fn each_delivery_arrives_once_though_the_sender_dies_two_hundred_times() {
    let mut world = World::new().await;
    world.at("2024-06-19T12:00:00Z").await;
    for number in 0..DUE {
        // Some channels have several, so that their order is at stake too.
        let channel = 1_000 + number % 100;
        let target = Target::Channel {
            guild: 400,
            channel,
            role: None,
        };
        let wanted = format!("pccna:2024/watkins-glen:#race-1 f1:*:#race-{number}");
        world.wish("2024-06-19T12:00:00Z", &wanted, "1d", target).await;
    }
    let store = world.store().await;
    let mut now = moment("2024-06-20T20:20:00Z");
    let mut seed = 7;
    for _ in 0..DEATHS {
        let (mut dispatcher, _) = world.dispatcher(&now.to_rfc3339(), store.clone());
        let life = async {
            loop {
                dispatcher.step(now).await.unwrap();
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        };
        let span = Duration::from_micros(chance(&mut seed) % 60_000);
        let died: Result<(), _> = tokio::time::timeout(span, life).await;
        assert!(died.is_err());
        drop(dispatcher);
        // The lease runs out in no time, so that all deaths fall into the minutes in which Discord knows a nonce.
        let lapsed = store
            .acquire_lease(SENDER, "nobody", now + LEASE, TimeDelta::milliseconds(1))
            .await;
        assert!(lapsed.unwrap());
        store.release_lease(SENDER, "nobody").await.unwrap();
        now += TimeDelta::milliseconds(50);
    }
    store.close().await;
    world.at(&now.to_rfc3339()).await;

    let mut arrived: BTreeMap<String, usize> = BTreeMap::new();
    for posted in world.posted() {
        let nonce = posted.body["nonce"].as_str().unwrap().to_owned();
        *arrived.entry(nonce).or_default() += 1;
    }
    assert_eq!(arrived.len() as u64, DUE, "every one arrived");
    assert!(arrived.values().all(|times| *times == 1), "none twice");
    let outcomes = world.outcomes().await;
    let sent = outcomes.iter().filter(|line| line.ends_with("start 1d: sent")).count();
    assert_eq!(sent as u64, DUE, "and every one is on record: {outcomes:?}");
}
