//! Two processes on one PostgreSQL database: one holds the sender lease, and when it is killed the other continues.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use raceweek::reminders::Target;
use raceweek::store::StoreLocation;
use secrecy::SecretString;

use super::World;
use crate::support::folder::Folder;
use crate::support::postgres::Postgres;
use crate::support::process::Bot;

/// Number of deliveries due.
const DUE: usize = 2_000;
/// At fifty a second they take 40 seconds; a lease runs out between.
const PATIENCE: Duration = Duration::from_mins(2);

#[tokio::test]
async fn two_thousand_arrive_once_each_though_the_process_that_sends_is_killed_midway() {
    let Some(postgres) = Postgres::reach() else { return };
    let place = StoreLocation::Server(SecretString::from(postgres.url().to_owned()));
    let mut world = World::with(Folder::new(), place).await;
    world.at("2024-06-19T12:00:00Z").await;
    let store = world.store().await;
    for number in 0..DUE as u64 {
        let target = Target::Direct {
            channel: 9_000 + number,
        };
        let wanted = "pccna:2024/watkins-glen:#race-1";
        world
            .wish_in(&store, "2024-06-19T12:00:00Z", wanted, "1d", target)
            .await;
    }
    store.close().await;
    world.folder.write("url", postgres.url());
    let now = "2024-06-20T20:20:00Z";
    let start = |shard: u8| {
        let file = world.folder.path().join("url");
        let config = format!("shards = {{ total = 2, range = [{shard}, {shard}] }}\n[store]\nurl_file = {file:?}\n");
        Bot::start_with(&world.loopback, &config, &["--now", now])
    };
    let first = start(0);
    first.wait_for_log("this process sends").await;
    let second = start(1);
    until(&world, DUE / 2).await;
    assert!(!second.stderr().contains("this process sends"), "one at a time");
    // Dropped: killed at once, without a chance to clean up.
    drop(first);
    until(&world, DUE).await;
    assert!(second.stderr().contains("this process sends"));
    second.terminate();

    let nonces: BTreeSet<String> = world.posted().iter().map(|one| one.body["nonce"].to_string()).collect();
    assert_eq!((world.posted().len(), nonces.len()), (DUE, DUE));
    let outcomes = world.outcomes().await;
    assert_eq!(
        outcomes.iter().filter(|line| line.ends_with("start 1d: sent")).count(),
        DUE
    );
}

/// Waits until so many have arrived.
async fn until(world: &World, arrived: usize) {
    let deadline = Instant::now() + PATIENCE;
    while world.posted().len() < arrived {
        assert!(
            Instant::now() < deadline,
            "{} of {arrived} arrived",
            world.posted().len()
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
