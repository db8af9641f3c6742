//! Clock changes: daylight saving, an adjusted clock, a machine that slept.

use std::fmt::Write as _;

use chrono::{NaiveDate, NaiveTime};

use super::{BEFORE, DUE, World, channel, work};

/// A world whose first race at the Glen is at this time by the circuit's clock.
async fn with_race_at(date: &str, time: &str) -> World {
    let mut world = World::new().await;
    world.change("race-1", |race| {
        race.date = Some(date.parse::<NaiveDate>().unwrap());
        race.time = Some(time.parse::<NaiveTime>().unwrap());
    });
    world
}

#[tokio::test]
async fn a_day_before_is_24_hours_before_when_clocks_go_back_between() {
    let mut world = with_race_at("2024-11-03", "12:00:00").await;
    world.at("2024-11-01T12:00:00Z").await;
    let wanted = "pccna:2024/watkins-glen:#race-1";
    world
        .wish("2024-11-01T12:00:00Z", wanted, "1d,15m", channel(None))
        .await;
    world.at("2024-11-02T16:59:59Z").await;
    assert_eq!(world.said(), "");
    world.at("2024-11-02T17:00:00Z").await;
    world.at("2024-11-03T16:45:00Z").await;
    insta::assert_snapshot!(world.said(), @"
    500: **Race 1 (Round 7)**, Watkins Glen, starts · <t:1730653200:R>
    Sun 3 Nov 12:00–12:40 PM EST · <t:1730653200:F>
    -# Porsche Carrera Cup North America 2024
    500: **Race 1 (Round 7)**, Watkins Glen, starts · <t:1730653200:R>
    Sun 3 Nov 12:00–12:40 PM EST · <t:1730653200:F>
    -# Porsche Carrera Cup North America 2024
    ");
}

#[tokio::test]
async fn a_day_before_is_24_hours_before_when_clocks_go_forward_between() {
    let mut world = with_race_at("2024-03-10", "12:00:00").await;
    world.at("2024-03-08T12:00:00Z").await;
    let wanted = "pccna:2024/watkins-glen:#race-1";
    world
        .wish("2024-03-08T12:00:00Z", wanted, "1d,15m", channel(None))
        .await;
    world.at("2024-03-09T15:59:59Z").await;
    assert_eq!(world.said(), "");
    world.at("2024-03-09T16:00:00Z").await;
    world.at("2024-03-10T15:45:00Z").await;
    insta::assert_snapshot!(world.said(), @"
    500: **Race 1 (Round 7)**, Watkins Glen, starts · <t:1710086400:R>
    Sun 10 Mar 12:00–12:40 PM EDT · <t:1710086400:F>
    -# Porsche Carrera Cup North America 2024
    500: **Race 1 (Round 7)**, Watkins Glen, starts · <t:1710086400:R>
    Sun 10 Mar 12:00–12:40 PM EDT · <t:1710086400:F>
    -# Porsche Carrera Cup North America 2024
    ");
}

/// 01:30 is twice that night: a pack says which is meant, and a time that says neither is none.
#[tokio::test]
async fn a_start_in_the_hour_that_is_twice_is_told_for_the_one_that_is_meant() {
    let mut told = String::new();
    for offset in [None, Some("-04:00"), Some("-05:00")] {
        let mut world = with_race_at("2024-11-03", "01:30:00").await;
        world.change("race-1", |race| race.offset = offset.map(str::to_owned));
        world.at("2024-11-02T12:00:00Z").await;
        let wanted = "pccna:2024/watkins-glen:#race-1";
        world.wish("2024-11-02T12:00:00Z", wanted, "15m", channel(None)).await;
        for now in ["2024-11-03T05:14:59Z", "2024-11-03T05:15:00Z", "2024-11-03T06:15:00Z"] {
            let before = world.posted().len();
            world.at(now).await;
            for posted in &world.posted()[before..] {
                let text = posted.body["content"].as_str().unwrap();
                writeln!(told, "{offset:?} at {now}: {text}").unwrap();
            }
        }
    }
    insta::assert_snapshot!(told, @r#"
    Some("-04:00") at 2024-11-03T05:15:00Z: **Race 1 (Round 7)**, Watkins Glen, starts · <t:1730611800:R>
    Sun 3 Nov 1:30 AM EDT–1:10 AM EST · <t:1730611800:F>
    -# Porsche Carrera Cup North America 2024
    Some("-05:00") at 2024-11-03T06:15:00Z: **Race 1 (Round 7)**, Watkins Glen, starts · <t:1730615400:R>
    Sun 3 Nov 1:30–2:10 AM EST · <t:1730615400:F>
    -# Porsche Carrera Cup North America 2024
    "#);
}

/// The same process, whose clock is set back an hour, forward an hour, and right again.
#[tokio::test]
async fn a_clock_that_jumps_an_hour_either_way_tells_nothing_twice_and_loses_nothing() {
    for jumps in [
        ["2024-06-21T19:05:00Z", "2024-06-21T20:05:01Z"],
        ["2024-06-21T21:05:00Z", "2024-06-21T20:05:01Z"],
    ] {
        let mut world = World::new().await;
        world.at(BEFORE).await;
        world.wish(BEFORE, "pccna:*:race", "15m", channel(None)).await;
        let store = world.store().await;
        let (mut dispatcher, _) = world.dispatcher(DUE, store.clone());
        work(&mut dispatcher, DUE).await;
        for now in jumps {
            work(&mut dispatcher, now).await;
        }
        // A reminder that is due while the clock is still an hour off either way comes all the same.
        dispatcher.release().await.unwrap();
        store.close().await;
        world.at("2024-06-22T14:45:00Z").await;
        let outcomes = world.outcomes().await;
        assert_eq!(outcomes, ["1 start 15m: sent", "1 start 15m: sent"], "{jumps:?}");
        assert_eq!(world.posted().len(), 2, "{jumps:?}");
    }
}

/// Started while its clock is an hour fast, then set right: what was told early is not told again.
#[tokio::test]
async fn what_was_told_by_a_wrong_clock_is_not_told_again_by_the_right_one() {
    let mut world = World::new().await;
    world.at(BEFORE).await;
    world.wish(BEFORE, "pccna:*:race", "15m", channel(None)).await;
    for now in ["2024-06-21T20:05:00Z", "2024-06-21T19:06:00Z", "2024-06-21T20:05:00Z"] {
        world.at(now).await;
    }
    assert_eq!(world.outcomes().await, ["1 start 15m: sent"]);
}

/// The machine sleeps from before the reminder was due; when it wakes, the clock has leapt.
#[tokio::test]
async fn a_machine_that_slept_sends_late_what_is_still_of_use_and_records_the_rest() {
    let mut world = World::new().await;
    world.at(BEFORE).await;
    world.wish(BEFORE, "pccna:*:race", "15m", channel(None)).await;
    let store = world.store().await;
    for (now, woken, outcome) in [
        ("2024-06-21T20:00:00Z", "2024-06-21T20:15:00Z", "1 start 15m: sent"),
        (
            "2024-06-22T14:00:00Z",
            "2024-06-22T18:00:00Z",
            "1 start 15m: skipped begun",
        ),
    ] {
        let (mut dispatcher, _) = world.dispatcher(woken, store.clone());
        work(&mut dispatcher, now).await;
        work(&mut dispatcher, woken).await;
        dispatcher.release().await.unwrap();
        assert!(world.outcomes().await.contains(&outcome.to_owned()), "{woken}");
    }
    store.close().await;
    insta::assert_snapshot!(world.said(), @"
    500: **Race 1 (Round 7)**, Watkins Glen, starts · <t:1719001200:R>
    Fri 21 Jun 4:20–5:00 PM EDT · <t:1719001200:F>
    -# Porsche Carrera Cup North America 2024 · 10 min late
    ");
}
