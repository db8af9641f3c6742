//! Sessions that move or are cancelled: an announced start is corrected once, one not announced yet follows the new time.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};
use raceweek::domain::{SessionStatus, Status};

use super::{World, channel};

fn clock(text: &str) -> Option<NaiveTime> {
    Some(text.parse().unwrap())
}

#[tokio::test]
async fn who_was_told_the_old_time_is_told_the_new_one_and_reminded_again() {
    let mut world = World::new().await;
    world.at("2024-06-20T12:00:00Z").await;
    world
        .wish("2024-06-20T12:00:00Z", "pccna:*:race", "1h,15m", channel(None))
        .await;
    world.at("2024-06-21T19:20:00Z").await;
    world.change("race-1", |race| race.time = clock("17:50:00"));
    for _ in 0..2 {
        world.at("2024-06-21T19:30:00Z").await;
    }
    world.at("2024-06-21T20:05:00Z").await;
    world.at("2024-06-21T20:50:00Z").await;
    world.at("2024-06-21T21:35:00Z").await;
    insta::assert_snapshot!(world.said(), @"
    500: **Race 1 (Round 7)**, Watkins Glen, starts · <t:1719001200:R>
    Fri 21 Jun 4:20–5:00 PM EDT · <t:1719001200:F>
    -# Porsche Carrera Cup North America 2024
    500: **Race 1 (Round 7)**, Watkins Glen, moved: 4:20 PM → 5:50 PM EDT
    Fri 21 Jun 5:50–6:30 PM EDT · <t:1719006600:F>
    -# Porsche Carrera Cup North America 2024
    500: **Race 1 (Round 7)**, Watkins Glen, starts · <t:1719006600:R>
    Fri 21 Jun 5:50–6:30 PM EDT · <t:1719006600:F>
    -# Porsche Carrera Cup North America 2024
    500: **Race 1 (Round 7)**, Watkins Glen, starts · <t:1719006600:R>
    Fri 21 Jun 5:50–6:30 PM EDT · <t:1719006600:F>
    -# Porsche Carrera Cup North America 2024
    ");
}

#[tokio::test]
async fn another_day_is_named() {
    let mut world = World::new().await;
    world.at("2024-06-20T12:00:00Z").await;
    world
        .wish("2024-06-20T12:00:00Z", "pccna:*:#race-1", "15m", channel(None))
        .await;
    world.at("2024-06-21T20:05:00Z").await;
    world.change("race-1", |race| race.date = NaiveDate::from_ymd_opt(2024, 6, 22));
    world.at("2024-06-21T20:15:00Z").await;
    world.change("race-1", |race| race.time = None);
    world.at("2024-06-21T20:25:00Z").await;
    insta::assert_snapshot!(world.said(), @"
    500: **Race 1 (Round 7)**, Watkins Glen, starts · <t:1719001200:R>
    Fri 21 Jun 4:20–5:00 PM EDT · <t:1719001200:F>
    -# Porsche Carrera Cup North America 2024
    500: **Race 1 (Round 7)**, Watkins Glen, moved: Fri 21 Jun 4:20 PM → Sat 22 Jun 4:20 PM EDT
    Sat 22 Jun 4:20–5:00 PM EDT · <t:1719087600:F>
    -# Porsche Carrera Cup North America 2024
    500: **Race 1 (Round 7)**, Watkins Glen, has no time any more; it was Sat 22 Jun 4:20 PM EDT
    -# Porsche Carrera Cup North America 2024
    ");
}

#[tokio::test]
async fn a_cancelled_session_says_so_once_to_the_told_and_to_the_untold() {
    let mut world = World::new().await;
    world.at("2024-06-20T12:00:00Z").await;
    world
        .wish("2024-06-20T12:00:00Z", "pccna:*:race", "1h,15m", channel(None))
        .await;
    world
        .wish("2024-06-20T12:00:00Z", "pccna:*:race", "15m", channel(None))
        .await;
    world.at("2024-06-21T19:20:00Z").await;
    world.change("race-1", |race| race.status = SessionStatus::Cancelled);
    world.at("2024-06-21T19:30:00Z").await;
    world.at("2024-06-21T20:05:00Z").await;
    world.at("2024-06-21T20:10:00Z").await;
    insta::assert_snapshot!(world.said(), @"
    500: **Race 1 (Round 7)**, Watkins Glen, starts · <t:1719001200:R>
    Fri 21 Jun 4:20–5:00 PM EDT · <t:1719001200:F>
    -# Porsche Carrera Cup North America 2024
    500: **Race 1 (Round 7)**, Watkins Glen, is cancelled.
    -# Porsche Carrera Cup North America 2024
    500: **Race 1 (Round 7)**, Watkins Glen, is cancelled.
    -# Porsche Carrera Cup North America 2024
    ");
    insta::assert_debug_snapshot!(world.outcomes().await, @r#"
    [
        "1 cancelled 1h: sent",
        "1 start 1h: sent",
        "2 cancelled 15m: sent",
    ]
    "#);
}

#[tokio::test]
async fn practice_without_a_time_is_told_once_it_has_one() {
    let mut world = World::new().await;
    world.at("2024-06-19T12:00:00Z").await;
    world
        .wish("2024-06-19T12:00:00Z", "pccna:*:practice", "15m", channel(None))
        .await;
    world.at("2024-06-20T12:00:00Z").await;
    assert_eq!(world.said(), "");
    world.change("practice-1", |practice| practice.time = clock("10:30:00"));
    world.at("2024-06-20T14:15:00Z").await;
    insta::assert_snapshot!(world.said(), @"
    500: **Practice 1**, Watkins Glen, starts · <t:1718893800:R>
    Thu 20 Jun 10:30 AM EDT · <t:1718893800:F>
    -# Porsche Carrera Cup North America 2024
    ");
}

#[tokio::test]
async fn a_penalty_edits_the_post_and_says_what_changed() {
    let mut world = World::new().await;
    world.at("2024-06-21T12:00:00Z").await;
    world
        .wish("2024-06-21T12:00:00Z", "pccna:*:results", "0m", channel(None))
        .await;
    world.at("2024-06-22T05:00:00Z").await;
    let seasons = &mut world.catalogue.series.get_mut("pccna").unwrap().seasons;
    let season = Arc::make_mut(seasons.get_mut("2024").unwrap());
    let race = season
        .classifications
        .iter_mut()
        .find(|one| one.session.to_string() == "watkins-glen/race-1")
        .unwrap();
    race.rows[0].status = Status::Dsq;
    for _ in 0..2 {
        world.at("2024-06-22T06:00:00Z").await;
    }
    let posted = world.posted();
    assert_eq!(posted.len(), 1, "the post is edited, and none is added");
    assert_eq!(posted[0].edits.len(), 1);
    let text = posted[0].edits[0]["embeds"][0]["description"].as_str().unwrap();
    insta::assert_snapshot!(text.lines().nth(1).unwrap(), @"**Corrected since it was posted: Ryan Yardley P1 → disqualified.**");
}

/// Each change is told once, also one that undoes another, or comes a second time.
#[tokio::test]
async fn a_session_that_moves_to_and_fro_is_told_each_time() {
    let mut world = World::new().await;
    world.at("2024-06-20T12:00:00Z").await;
    world
        .wish("2024-06-20T12:00:00Z", "pccna:*:race", "1d", channel(None))
        .await;
    world.at("2024-06-20T20:20:00Z").await;
    for (now, time) in [
        ("2024-06-20T20:30:00Z", "17:50:00"),
        ("2024-06-20T20:40:00Z", "16:20:00"),
        ("2024-06-20T20:50:00Z", "17:50:00"),
        ("2024-06-20T21:00:00Z", "17:50:00"),
    ] {
        world.change("race-1", |race| race.time = clock(time));
        world.at(now).await;
    }
    let said = world.said();
    let told: Vec<&str> = said.lines().filter(|line| line.starts_with("500")).collect();
    insta::assert_snapshot!(told.join("\n"), @"
    500: **Race 1 (Round 7)**, Watkins Glen, starts · <t:1719001200:R>
    500: **Race 1 (Round 7)**, Watkins Glen, moved: 4:20 PM → 5:50 PM EDT
    500: **Race 1 (Round 7)**, Watkins Glen, moved: 5:50 PM → 4:20 PM EDT
    500: **Race 1 (Round 7)**, Watkins Glen, moved: 4:20 PM → 5:50 PM EDT
    ");
}

#[tokio::test]
async fn a_session_that_is_on_after_all_is_told_and_reminded_of() {
    let mut world = World::new().await;
    world.at("2024-06-20T12:00:00Z").await;
    world
        .wish("2024-06-20T12:00:00Z", "pccna:*:race", "1d,15m", channel(None))
        .await;
    world.at("2024-06-20T20:20:00Z").await;
    for (now, status) in [
        ("2024-06-20T20:30:00Z", SessionStatus::Cancelled),
        ("2024-06-20T20:40:00Z", SessionStatus::Scheduled),
        ("2024-06-20T20:50:00Z", SessionStatus::Cancelled),
        ("2024-06-20T21:00:00Z", SessionStatus::Scheduled),
    ] {
        for _ in 0..2 {
            world.change("race-1", |race| race.status = status);
            world.at(now).await;
        }
    }
    world.at("2024-06-21T20:05:00Z").await;
    let said = world.said();
    let told: Vec<&str> = said.lines().filter(|line| line.starts_with("500")).collect();
    insta::assert_snapshot!(told.join("\n"), @r"
    500: **Race 1 (Round 7)**, Watkins Glen, starts · <t:1719001200:R>
    500: **Race 1 (Round 7)**, Watkins Glen, is cancelled.
    500: **Race 1 (Round 7)**, Watkins Glen, is on after all.
    500: **Race 1 (Round 7)**, Watkins Glen, is cancelled.
    500: **Race 1 (Round 7)**, Watkins Glen, is on after all.
    500: **Race 1 (Round 7)**, Watkins Glen, starts · <t:1719001200:R>
    ");
}

/// However long ago they were reminded, and whoever else is to be reminded now.
#[tokio::test]
async fn who_was_reminded_the_day_before_is_told_that_it_is_cancelled_and_that_it_is_on() {
    let mut world = World::new().await;
    world.at("2024-06-20T12:00:00Z").await;
    for lead in ["1d", "6h"] {
        world
            .wish("2024-06-20T12:00:00Z", "pccna:*:race", lead, channel(None))
            .await;
    }
    world.at("2024-06-20T20:20:00Z").await;
    world.at("2024-06-21T14:20:00Z").await;
    for (now, status) in [
        ("2024-06-21T16:00:00Z", SessionStatus::Cancelled),
        ("2024-06-21T16:10:00Z", SessionStatus::Scheduled),
    ] {
        for _ in 0..2 {
            world.change("race-1", |race| race.status = status);
            world.at(now).await;
        }
    }
    insta::assert_snapshot!(world.outcomes().await.join("\n"), @r"
    1 cancelled 0m: sent
    1 restored 1m: sent
    1 start 1d: sent
    1 start 1d: skipped late
    2 cancelled 6h: sent
    2 restored 1m: sent
    2 start 6h: sent
    ");
}
