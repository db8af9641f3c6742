//! Faults that stay: rows that cannot be read or recorded, packs that lost or renamed what was told, what was not confirmed.

use std::sync::Arc;

use raceweek::reminders::{EndReason, JournalKind, Target};
use raceweek::store::Owner;
use sqlx::{AnyConnection, Connection as _, Executor as _};

use super::{ANN, BEFORE, DUE, World, channel, slug};
use crate::support::channels::direct;

async fn execute(world: &World, statements: &[&'static str]) {
    sqlx::any::install_default_drivers();
    let file = world.folder.path().join("raceweek.db");
    let mut other = AnyConnection::connect(&format!("sqlite://{}", file.display()))
        .await
        .unwrap();
    for statement in statements {
        other.execute(*statement).await.unwrap();
    }
    other.close().await.unwrap();
}

async fn lost(world: &World) -> Vec<(JournalKind, EndReason)> {
    let store = world.store().await;
    let ended = store.health(Owner::All).await.unwrap().ended;
    store.close().await;
    ended.into_iter().map(|entry| (entry.kind, entry.reason)).collect()
}

#[tokio::test]
async fn rows_that_cannot_be_read_end_with_a_record_and_hold_up_no_others() {
    let world = World::one_race().await;
    execute(
        &world,
        &[
            "INSERT INTO delivery (id, subscription, owner, guild, channel, target, role, scope, subject, occasion, lead, \
             starts, due, was, state, holder, attempted, tries, message, settled, why) VALUES \
             ('bad', 1, 300, 0, 600, 'direct', 0, 0, 'no subject', 'lunch', 15, 9, 9, 0, 'pending', '', 0, 0, 0, 0, '')",
            "INSERT INTO wave VALUES (0, 'no subject', 'lunch', 15, 9, 9, 0, 0, -1, 0)",
            "INSERT INTO result VALUES ('no subject', '', '', 9)",
            "INSERT INTO seen VALUES (300, 'soon')",
            "INSERT INTO change VALUES (0, 'no subject', 'eaten', 9, 0, 9, '')",
            "INSERT INTO subscription VALUES (9, 'Ann', 0, 600, 'direct', 0, '', '', 9, 0, '', 0, '', 0)",
        ],
    )
    .await;
    world.at(DUE).await;
    assert_eq!(world.outcomes().await, ["1 start 15m: sent"]);
    assert_eq!(lost(&world).await, [(JournalKind::Lost, EndReason::Unreadable)]);
    // Once: nothing of it is tried again.
    world.at("2024-06-21T20:06:00Z").await;
    assert_eq!(lost(&world).await.len(), 1);
    assert_eq!(world.posted().len(), 1);
}

#[tokio::test]
async fn what_can_never_be_recorded_ends_with_a_record() {
    let mut world = World::one_race().await;
    world
        .wish(BEFORE, "pccna:*:race", "15m", Target::Direct { channel: 600 })
        .await;
    execute(
        &world,
        &[
            "CREATE TRIGGER never BEFORE UPDATE OF attempted ON delivery WHEN OLD.subscription = 1 \
           BEGIN SELECT RAISE(ABORT, 'never'); END",
        ],
    )
    .await;
    world.at(DUE).await;
    execute(&world, &["DROP TRIGGER never"]).await;
    assert_eq!(world.outcomes().await, ["2 start 15m: sent"]);
    assert_eq!(lost(&world).await, [(JournalKind::Lost, EndReason::Unrecorded)]);
    let channels: Vec<u64> = world.posted().iter().map(|posted| posted.channel).collect();
    assert_eq!(channels, [600], "what cannot be recorded is not sent");
}

#[tokio::test]
async fn what_could_not_be_confirmed_is_told_once_to_whoever_set_it() {
    let mut world = World::one_race().await;
    world
        .wish(BEFORE, "pccna:*:race", "15m", Target::Direct { channel: 600 })
        .await;
    world.at(DUE).await;
    let before = world.posted().len();
    // As after an outage of more than two minutes.
    execute(&world, &["UPDATE delivery SET state = 'unconfirmed', why = 'crash'"]).await;
    world.at("2024-06-21T20:05:30Z").await;
    assert_eq!(world.posted().len(), before, "the rest of the outage may follow");
    for now in ["2024-06-21T20:06:30Z", "2024-06-21T20:07:00Z", "2024-06-21T20:30:00Z"] {
        world.at(now).await;
    }
    let told = &world.posted()[before..];
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].channel, direct(ANN));
    insta::assert_snapshot!(told[0].body["content"].as_str().unwrap(), @"I cannot tell whether 2 messages that you set up arrived, since there was an outage: Race 1 at Watkins Glen. Nothing of it is sent again, so that nobody is told twice. `/remind health` and `/announce health` show the last ones.");
}

#[tokio::test]
async fn a_session_that_was_removed_is_gone_and_not_its_weekend() {
    let mut world = World::one_race().await;
    world.at(DUE).await;
    let series = world.catalogue.series.get_mut("pccna").unwrap();
    let season = Arc::make_mut(series.seasons.get_mut("2024").unwrap());
    let weekend = season
        .weekends
        .iter_mut()
        .find(|weekend| weekend.id == *"watkins-glen")
        .unwrap();
    weekend.sessions.retain(|session| session.id != *"race-1");
    world.at("2024-06-21T20:10:00Z").await;
    let said = world.posted()[1].body["content"].as_str().unwrap().to_owned();
    insta::assert_snapshot!(said, @"
    **Race 1**, Watkins Glen, is not in the calendar any more.
    -# Porsche Carrera Cup North America 2024
    ");
}

#[tokio::test]
async fn a_season_whose_folder_was_renamed_is_told_once_and_its_reminders_follow() {
    let mut world = World::new().await;
    world.at(BEFORE).await;
    world
        .wish(
            BEFORE,
            "pccna:2024/watkins-glen:#race-1 f1:*:race",
            "15m,5m",
            channel(None),
        )
        .await;
    world.at(DUE).await;
    let series = world.catalogue.series.get_mut("pccna").unwrap();
    let mut season = series.seasons.remove("2024").unwrap();
    Arc::make_mut(&mut season).id = slug("2024-north");
    series.seasons.insert(slug("2024-north"), season);
    world.at("2024-06-21T20:06:00Z").await;
    assert_eq!(world.posted().len(), 1, "{}", world.said());
    world.at("2024-06-21T20:15:00Z").await;
    assert_eq!(world.posted().len(), 2, "{}", world.said());
    assert!(!world.said().contains("not in the calendar"), "{}", world.said());
    assert_eq!(world.outcomes().await, ["1 start 15m: sent", "1 start 5m: sent"]);
}

#[tokio::test]
async fn a_session_moved_earlier_past_its_lead_times_gives_one_message() {
    let mut world = World::new().await;
    world.at(BEFORE).await;
    world.wish(BEFORE, "pccna:*:race", "1d,1h,45m", channel(None)).await;
    world
        .wish(BEFORE, "pccna:*:race", "1h,45m", Target::Direct { channel: 600 })
        .await;
    world
        .wish(BEFORE, "pccna:*:race", "1d", Target::Direct { channel: 601 })
        .await;
    world.at("2024-06-20T20:20:00Z").await;
    // From 4:20 PM to 10:30 AM, which is 14:30 UTC.
    world.change("race-1", |race| race.time = Some("10:30:00".parse().unwrap()));
    for now in ["2024-06-21T13:50:00Z", "2024-06-21T13:51:00Z"] {
        world.at(now).await;
    }
    let said = world.said();
    let mut told: Vec<&str> = said
        .lines()
        .filter(|line| !line.starts_with("-#") && line.contains(": **"))
        .collect();
    // Messages to several people leave side by side; what each gets keeps its order.
    told.sort_by_key(|line| line.split(':').next());
    insta::assert_snapshot!(told.join("\n"), @"
    500: **Race 1 (Round 7)**, Watkins Glen, starts · <t:1719001200:R>
    500: **Race 1 (Round 7)**, Watkins Glen, moved: 4:20 PM → 10:30 AM EDT
    600: **Race 1 (Round 7)**, Watkins Glen, starts · <t:1718980200:R>
    601: **Race 1 (Round 7)**, Watkins Glen, starts · <t:1719001200:R>
    601: **Race 1 (Round 7)**, Watkins Glen, moved: 4:20 PM → 10:30 AM EDT
    ");
    insta::assert_snapshot!(world.outcomes().await.join("\n"), @"
    1 moved 0m: sent
    1 start 1d: sent
    1 start 1d: skipped late
    1 start 1h: skipped superseded
    1 start 45m: skipped superseded
    2 start 1h: skipped superseded
    2 start 45m: sent
    3 moved 0m: sent
    3 start 1d: sent
    3 start 1d: skipped late
    ");
}
