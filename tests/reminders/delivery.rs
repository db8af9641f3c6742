//! Delivery of due notices: in time, in order, once; late within limits, and not past them.

use std::time::Duration;

use raceweek::reminders::Target;
use raceweek::store::Owner;
use serde_json::json;

use super::{ANN, BEFORE, DUE, GUILD, PADDOCK, PITS, World, channel, moment};
use crate::support::channels::direct;
use crate::support::discord::State;
use crate::support::faults::Kind as Fault;

#[tokio::test]
async fn a_reminder_arrives_once_however_often_the_bot_is_started() {
    let mut world = World::new().await;
    world.at("2024-06-20T12:00:00Z").await;
    world
        .wish("2024-06-20T12:00:00Z", "pccna:*:race", "15m", channel(Some(77)))
        .await;
    world.at("2024-06-21T20:04:59Z").await;
    assert_eq!(world.said(), "");
    for _ in 0..3 {
        world.at("2024-06-21T20:05:00Z").await;
    }
    insta::assert_snapshot!(world.said(), @"
    500: <@&77>
    **Race 1 (Round 7)**, Watkins Glen, starts · <t:1719001200:R>
    Fri 21 Jun 4:20–5:00 PM EDT · <t:1719001200:F>
    -# Porsche Carrera Cup North America 2024
    ");
    let posted = &world.posted()[0];
    assert_eq!(posted.body["allowed_mentions"], json!({"parse": [], "roles": ["77"]}));
    assert_eq!(posted.body["enforce_nonce"], json!(true));
    assert_eq!(posted.body["nonce"].as_str().unwrap().len(), 25);
    assert_eq!(posted.again, 0);
    assert_eq!(world.outcomes().await, ["1 start 15m: sent"]);
}

#[tokio::test]
async fn each_target_pings_whom_it_is_for_and_nobody_else() {
    let mut world = World::new().await;
    world.at("2024-06-20T12:00:00Z").await;
    for target in [
        Target::Direct { channel: direct(ANN) },
        Target::Mention {
            guild: Some(GUILD),
            channel: PITS,
        },
        channel(None),
    ] {
        world
            .wish("2024-06-20T12:00:00Z", "pccna:2024/watkins-glen:#race-1", "1h", target)
            .await;
    }
    world.at("2024-06-21T19:20:00Z").await;
    let mut mentions: Vec<_> = world
        .posted()
        .iter()
        .map(|posted| {
            (
                posted.channel,
                posted.body["content"].as_str().unwrap().starts_with("<@300>"),
                posted.body["allowed_mentions"].clone(),
            )
        })
        .collect();
    mentions.sort_by_key(|(channel, ..)| *channel);
    assert_eq!(
        mentions,
        [
            (PADDOCK, false, json!({"parse": []})),
            (PITS, true, json!({"parse": [], "users": ["300"]})),
            (direct(ANN), false, json!({"parse": []})),
        ]
    );
}

#[tokio::test]
async fn thirty_that_are_due_in_one_channel_leave_in_one_pass_in_order() {
    let mut world = World::new().await;
    world.at("2024-06-20T12:00:00Z").await;
    for other in 0..15 {
        // Each asks for something of its own besides.
        let wanted = format!("pccna:*:race pccna:*:qualifying f1:*:#race-{other}");
        world.wish("2024-06-20T12:00:00Z", &wanted, "15m", channel(None)).await;
    }
    // Down from before qualifying until just before the race: qualifying is over, and the race is late.
    world.at("2024-06-21T20:12:00Z").await;
    let said = world.said();
    assert_eq!(said.matches("**Race 1").count(), 15);
    assert_eq!(said.matches("7 min late").count(), 15);
    assert_eq!(said.matches("Qualifying").count(), 0);
    let outcomes = world.outcomes().await;
    assert_eq!(
        outcomes
            .iter()
            .filter(|line| line.ends_with("start 15m: skipped begun"))
            .count(),
        15,
        "{outcomes:?}"
    );
    assert_eq!(outcomes.iter().filter(|line| line.ends_with("sent")).count(), 15);
}

#[tokio::test]
async fn the_earliest_session_goes_first() {
    let mut world = World::new().await;
    world.at("2024-06-20T12:00:00Z").await;
    world
        .wish(
            "2024-06-20T12:00:00Z",
            "pccna:2024/watkins-glen:#race-2",
            "19h",
            channel(None),
        )
        .await;
    world
        .wish(
            "2024-06-20T12:00:00Z",
            "pccna:2024/watkins-glen:#race-1",
            "15m",
            channel(None),
        )
        .await;
    world.at("2024-06-21T20:06:00Z").await;
    let said = world.said();
    let (one, two) = (said.find("Race 1"), said.find("Race 2"));
    assert!(one.is_some() && one < two, "{said}");
}

#[tokio::test]
async fn past_its_limit_or_when_the_session_has_begun_it_is_skipped_with_a_record() {
    let mut world = World::new().await;
    world.at("2024-06-20T12:00:00Z").await;
    world
        .wish(
            "2024-06-20T12:00:00Z",
            "pccna:2024/watkins-glen:#race-1",
            "1d,1h,15m",
            channel(None),
        )
        .await;
    // A day before: up to half an hour late is worth sending, 31 minutes are not.
    world.at("2024-06-20T20:50:00Z").await;
    assert_eq!(world.said().matches("30 min late").count(), 1);
    world.at("2024-06-21T19:51:00Z").await;
    world.at("2024-06-21T20:20:01Z").await;
    assert_eq!(world.posted().len(), 1);
    assert_eq!(
        world.outcomes().await,
        [
            "1 start 15m: skipped begun",
            "1 start 1d: sent",
            "1 start 1h: skipped late"
        ]
    );
}

#[tokio::test]
async fn who_subscribes_after_it_was_due_is_not_told() {
    let mut world = World::new().await;
    world.at("2024-06-20T12:00:00Z").await;
    world
        .wish("2024-06-21T20:06:00Z", "pccna:*:race", "15m", channel(None))
        .await;
    world.at("2024-06-21T20:07:00Z").await;
    assert_eq!(world.said(), "");
    assert_eq!(world.outcomes().await, Vec::<String>::new());
    world.at("2024-06-22T14:45:00Z").await;
    assert_eq!(world.outcomes().await, ["1 start 15m: sent"], "the next race is told");
}

/// The headline of the weekend's preview.
const PREVIEW: &str =
    "Watkins Glen is 20–22 Jun: Race 1 is Fri 21 Jun at 4:20 PM EDT and Race 2 is Sat 22 Jun at 11:00 AM EDT.";

#[tokio::test]
async fn a_race_week_begins_with_its_preview_and_a_race_ends_with_its_result() {
    let mut world = World::new().await;
    world.at("2024-06-10T12:00:00Z").await;
    world
        .wish(
            "2024-06-10T12:00:00Z",
            "pccna:*:preview pccna:*:results",
            "0m",
            channel(None),
        )
        .await;
    world.at("2024-06-17T13:00:00Z").await;
    world.at("2024-06-21T20:59:00Z").await;
    let titles = |world: &World| -> Vec<String> {
        let title =
            |posted: &crate::support::channels::Posted| posted.body["embeds"][0]["title"].as_str().unwrap().to_owned();
        world.posted().iter().map(title).collect()
    };
    assert_eq!(titles(&world), [PREVIEW]);
    world.at("2024-06-22T04:00:00Z").await;
    world.at("2024-06-22T05:00:00Z").await;
    assert_eq!(
        titles(&world),
        [
            PREVIEW,
            "Yardley won Race 1 at Watkins Glen (Pro); not known in Pro-Am and Masters.",
        ]
    );
}

#[tokio::test]
async fn a_reminder_at_the_start_itself_has_a_moment_to_arrive() {
    let mut world = World::new().await;
    world.at("2024-06-20T12:00:00Z").await;
    for race in ["#race-1", "#race-2"] {
        let wanted = format!("pccna:2024/watkins-glen:{race}");
        world.wish("2024-06-20T12:00:00Z", &wanted, "0m", channel(None)).await;
    }
    world.at("2024-06-21T20:20:30Z").await;
    assert_eq!(world.said().matches("**Race 1").count(), 1);
    world.at("2024-06-22T15:02:01Z").await;
    assert_eq!(
        world.outcomes().await,
        ["1 start 0m: sent", "2 start 0m: skipped begun"]
    );
}

/// A delivery that waits in its channel's queue is sent only if it is still wanted when its turn comes.
#[tokio::test]
async fn what_is_taken_away_or_silenced_while_it_waits_is_not_sent() {
    let mut world = World::new().await;
    world.at(BEFORE).await;
    for wanted in ["pccna:*:race", "pccna:*:race f1:*:race"] {
        world.wish(BEFORE, wanted, "15m", channel(None)).await;
    }
    world
        .wish(
            BEFORE,
            "pccna:*:race",
            "15m",
            Target::Mention {
                guild: Some(GUILD),
                channel: PADDOCK,
            },
        )
        .await;
    let slow = Fault::Delay(Duration::from_millis(400));
    world.loopback.fault("POST /api/v10/channels", 1, slow);
    let store = world.store().await;
    let (mut dispatcher, _) = world.dispatcher(DUE, store.clone());
    while dispatcher.step(moment(DUE)).await.unwrap().claimed == 0 {}
    let begun = |state: &State| {
        state
            .requests
            .iter()
            .any(|one| one.route().starts_with("POST /api/v10/channels"))
    };
    assert!(world.loopback.eventually(begun).await);
    for id in [1, 2] {
        store.unsubscribe(Owner::Server(GUILD), id).await.unwrap();
    }
    store
        .pause_subscriptions(ANN, Some(moment("2024-07-01T00:00:00Z")))
        .await
        .unwrap();
    dispatcher.drained().await;
    store.close().await;
    assert_eq!(world.posted().len(), 1, "what was on its way arrives");
    let outcomes = world.outcomes().await;
    let skipped = |why: &str| outcomes.iter().filter(|line| line.ends_with(why)).count();
    assert_eq!(
        skipped("sent") + skipped("skipped ended") + skipped("skipped paused"),
        3,
        "{outcomes:?}"
    );
    assert_eq!(skipped("sent"), 1, "{outcomes:?}");
}
