//! The real program, killed during delivery and restarted.

use std::collections::BTreeSet;

use raceweek::reminders::Target;

use super::World;
use crate::support::process::Bot;

/// Number of deliveries due.
const DUE: u64 = 60;

#[tokio::test]
async fn a_notice_whose_sender_is_killed_three_times_arrives_complete_and_once() {
    let mut world = World::new().await;
    world.at("2024-06-19T12:00:00Z").await;
    for number in 0..DUE {
        let target = Target::Direct {
            channel: 9_000 + number,
        };
        world
            .wish("2024-06-19T12:00:00Z", "pccna:2024/watkins-glen:#race-1", "1d", target)
            .await;
    }
    let config = format!("[store]\nfile = {:?}\n", world.folder.path().join("raceweek.db"));
    // Each life begins when the lease of the one before has run out.
    for (now, arrived) in [
        ("2024-06-20T20:20:00Z", 7),
        ("2024-06-20T20:20:20Z", 21),
        ("2024-06-20T20:20:40Z", 38),
        ("2024-06-20T20:21:00Z", 60),
    ] {
        let bot = Bot::start_with(&world.loopback, &config, &["--now", now]);
        let reached = world.loopback.eventually(|state| state.posted.len() >= arrived).await;
        assert!(
            reached,
            "{} of {arrived} arrived: {}",
            world.posted().len(),
            bot.stderr()
        );
        // Dropped: killed at once, without a chance to clean up.
        drop(bot);
    }
    let nonces: BTreeSet<String> = world.posted().iter().map(|one| one.body["nonce"].to_string()).collect();
    assert_eq!((world.posted().len(), nonces.len() as u64), (60, DUE));
    world.at("2024-06-20T20:21:30Z").await;
    let outcomes = world.outcomes().await;
    let sent = outcomes.iter().filter(|line| line.ends_with("start 1d: sent")).count();
    assert_eq!(sent as u64, DUE, "{outcomes:?}");
}
