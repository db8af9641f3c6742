//! Outages of Discord: repeated rate limits, errors for a while, a gateway that is down.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use raceweek::reminders::Target;
use raceweek::store::Owner;
use serde_json::Value;

use super::{ANN, BEFORE, DUE, World, channel};
use crate::support::channels::direct;
use crate::support::faults::Kind as Fault;
use crate::support::process::Bot;

const POSTS: &str = "POST /api/v10/channels";

/// Reminders of the same race in so many channels.
async fn in_channels(channels: u64) -> World {
    let mut world = World::new().await;
    world.at(BEFORE).await;
    for number in 0..channels {
        let target = Target::Direct { channel: 900 + number };
        world.wish(BEFORE, "pccna:*:race", "15m", target).await;
    }
    world
}

#[tokio::test]
async fn a_limit_is_waited_for_as_long_as_it_says() {
    let world = in_channels(1).await;
    let limit = Duration::from_millis(400);
    world.loopback.fault(POSTS, 1, Fault::RateLimited(limit));
    let begun = Instant::now();
    world.at(DUE).await;
    assert!(begun.elapsed() >= limit);
    assert_eq!((world.loopback.requests(POSTS).len(), world.posted().len()), (2, 1));
}

#[tokio::test]
async fn a_storm_of_limits_costs_one_request_for_each_and_loses_nothing() {
    let world = in_channels(12).await;
    world
        .loopback
        .fault(POSTS, 30, Fault::RateLimited(Duration::from_millis(60)));
    world.at(DUE).await;
    let channels: BTreeSet<u64> = world.posted().iter().map(|posted| posted.channel).collect();
    assert_eq!((world.posted().len(), channels.len()), (12, 12));
    assert_eq!(
        world.loopback.requests(POSTS).len(),
        42,
        "nobody asks before their time"
    );
    let outcomes = world.outcomes().await;
    assert_eq!(
        outcomes.iter().filter(|line| line.ends_with(": sent")).count(),
        12,
        "{outcomes:?}"
    );
}

/// The pause between two tries doubles: six errors in a row take a quarter of a second, a half, 1, 2, 4 and 8 seconds.
#[tokio::test]
async fn errors_for_a_quarter_of_a_minute_are_outlasted_without_hammering() {
    let world = in_channels(1).await;
    world.loopback.fault(POSTS, 6, Fault::Status(502, Value::Null));
    let begun = Instant::now();
    world.at(DUE).await;
    assert!(begun.elapsed() >= Duration::from_millis(15_750));
    assert_eq!((world.loopback.requests(POSTS).len(), world.posted().len()), (7, 1));
    assert_eq!(world.outcomes().await, ["1 start 15m: sent"]);
}

#[tokio::test]
async fn a_reminder_goes_out_while_the_gateway_is_down() {
    let world = in_channels(1).await;
    let config = format!("[store]\nfile = {:?}\n", world.folder.path().join("raceweek.db"));
    let bot = Bot::start_with(&world.loopback, &config, &["--now", "2024-06-21T20:04:57Z"]);
    bot.wait_ready().await;
    world.loopback.refuse_gateway(true);
    world.loopback.drop_socket();
    assert!(
        world.loopback.eventually(|state| !state.posted.is_empty()).await,
        "{}",
        bot.stderr()
    );
    assert!(!world.loopback.look(|state| state.gateway.connected()));
    world.loopback.refuse_gateway(false);
    world.loopback.ready().await;
    assert_eq!(bot.terminate().code, Some(0));
    assert_eq!(world.outcomes().await, ["1 start 15m: sent"]);
}

/// Discord's codes: what each means for the reminder, for its channel, and in words.
#[tokio::test]
async fn each_refusal_has_its_consequence_and_its_words() {
    let mut seen = Vec::new();
    for (target, kind) in [
        (channel(None), "channel"),
        (Target::Direct { channel: direct(ANN) }, "direct"),
    ] {
        for (status, code) in [
            (403, 50_001),
            (403, 50_013),
            (404, 10_003),
            (403, 50_007),
            (403, 50_278),
            (404, 10_013),
            (400, 50_035),
        ] {
            let mut world = World::new().await;
            world.at(BEFORE).await;
            world.wish(BEFORE, "pccna:*:race", "15m", target).await;
            world.loopback.deny(target.channel(), status, code);
            world.at(DUE).await;
            let store = world.store().await;
            let kept = store.subscriptions(Owner::All).await.unwrap().len();
            let paused = store.health(Owner::All).await.unwrap().paused.len();
            store.close().await;
            let consequence = match (kept, paused) {
                (0, 0) => "ended",
                (1, 1) => "paused",
                (1, 0) => "goes on",
                _ => "both",
            };
            let tries = world.loopback.requests(&format!("{POSTS}/{}/", target.channel())).len();
            let outcome = world.outcomes().await.join(", ");
            seen.push(format!("{kind} {code}: {consequence}, tried {tries} time: {outcome}"));
        }
    }
    insta::assert_snapshot!(seen.join("\n"), @r"
    channel 50001: paused, tried 1 time: 1 start 15m: failed 50001 I may not see the channel
    channel 50013: paused, tried 1 time: 1 start 15m: failed 50013 I may not send messages there
    channel 10003: paused, tried 1 time: 1 start 15m: failed 10003 the channel is gone
    channel 50007: ended, tried 1 time: 1 start 15m: failed 50007 direct messages are closed
    channel 50278: ended, tried 1 time: 1 start 15m: failed 50278 there is no server that we share
    channel 10013: ended, tried 1 time: 1 start 15m: failed 10013 the person is gone
    channel 50035: goes on, tried 1 time: 1 start 15m: failed 50035 Refused
    direct 50001: ended, tried 1 time: 1 start 15m: failed 50001 I may not see the channel
    direct 50013: ended, tried 1 time: 1 start 15m: failed 50013 I may not send messages there
    direct 10003: ended, tried 1 time: 1 start 15m: failed 10003 the channel is gone
    direct 50007: ended, tried 1 time: 1 start 15m: failed 50007 direct messages are closed
    direct 50278: ended, tried 1 time: 1 start 15m: failed 50278 there is no server that we share
    direct 10013: ended, tried 1 time: 1 start 15m: failed 10013 the person is gone
    direct 50035: goes on, tried 1 time: 1 start 15m: failed 50035 Refused
    ");
}
