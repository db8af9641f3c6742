//! Migration: rows of earlier versions of the tables are read as they were meant.

use chrono::TimeDelta;
use raceweek::reminders::{Delivery, LeadTime, Occasion, Subscription, Target, key};
use raceweek::store::{Owner, SENDER, ScheduledEvent, Settings, Store, StoreKind, StoreLocation, Subscribed};
use sqlx::{AnyConnection, Connection as _, Executor as _};

use super::{ANN, GUILD, moment, race, spread, subscription};
use crate::support::folder::Folder;

/// Rows of version 1 of the tables are read as they were meant: each further migration is proven on them.
#[tokio::test]
async fn rows_of_an_earlier_version_are_brought_up_to_date_and_kept() {
    let folder = Folder::new();
    let file = folder.path().join("raceweek.db");
    sqlx::any::install_default_drivers();
    let mut earlier = AnyConnection::connect(&format!("sqlite://{}?mode=rwc", file.display()))
        .await
        .unwrap();
    earlier
        .execute(include_str!("../data/store/version-1.sql"))
        .await
        .unwrap();
    earlier.close().await.unwrap();

    let store = Store::open(&StoreLocation::File(file), StoreKind::Real).await.unwrap();
    let until = Some(moment("2024-07-01T00:00:00Z"));
    let direct = "pccna:*:race pccna:2024/watkins-glen:#race-1";
    let mention = Target::Mention {
        guild: Some(GUILD),
        channel: 501,
    };
    let channel = Target::Channel {
        guild: GUILD,
        channel: 500,
        role: Some(77),
    };
    let paused = |subscription| Subscription {
        paused_until: until,
        ..subscription
    };
    assert_eq!(
        store.subscriptions(Owner::Person(ANN)).await.unwrap(),
        [
            paused(subscription(1, Target::Direct { channel: 600 }, direct, "1h,15m")),
            paused(subscription(3, mention, "pccna:*:race", "1d")),
        ]
    );
    assert_eq!(
        store.subscriptions(Owner::Server(GUILD)).await.unwrap(),
        [subscription(2, channel, "pccna:*:race@pro-am", "15m")]
    );
    // They count towards the limit, and what asks for the same as another of them stays.
    let more = |lead| subscription(7, Target::Direct { channel: 600 }, "pccna:*:race", lead);
    assert_eq!(store.subscribe(&more("1d"), 2).await.unwrap(), Subscribed::Full);
    assert_eq!(store.subscribe(&more("1d"), 3).await.unwrap(), Subscribed::Stored);
    assert!(store.unsubscribe(Owner::Person(ANN), 7).await.unwrap());
    assert_eq!(
        store.lead_times().await.unwrap(),
        LeadTime::list("15m,1h,1d")
            .unwrap()
            .into_iter()
            .rev()
            .collect::<Vec<_>>()
    );
    assert_eq!(
        store.planned_until().await.unwrap(),
        Some(moment("2024-06-21T20:05:00Z"))
    );
    let settings = Settings {
        spoilers: true,
        quiet: Some(502),
        ..Settings::default()
    };
    assert_eq!(store.settings().await.unwrap(), [(GUILD, settings)].into());
    let event = ScheduledEvent {
        subject: race(Occasion::Start, None).subject,
        event: Some(4_711),
        digest: "a body".to_owned(),
    };
    assert_eq!(store.events(GUILD).await.unwrap(), [event]);
    let health = store.health(Owner::Server(GUILD)).await.unwrap();
    let told: Vec<_> = health
        .paused
        .iter()
        .map(|one| (one.channel, one.why.as_str()))
        .collect();
    assert_eq!(told, [(501, "I may not see the channel")]);
    assert_eq!(
        health.ended.iter().map(|one| one.reason.as_str()).collect::<Vec<_>>(),
        ["50013 no right"]
    );

    // Sent messages are not sent again, and those that waited are.
    let now = moment("2024-06-21T20:06:00Z");
    store.add_notices(&[race(Occasion::Start, None)]).await.unwrap();
    assert_eq!(spread(&store, &[], now).await, 0);
    assert!(
        store
            .acquire_lease(SENDER, "one", now, TimeDelta::seconds(15))
            .await
            .unwrap()
    );
    let taken = store.claim("one", 10, now).await.unwrap();
    let line = |one: &Delivery| (one.subscription, one.target, one.notice.clone(), one.may_have_arrived);
    assert_eq!(
        taken.iter().map(line).collect::<Vec<_>>(),
        [(2, channel, race(Occasion::Start, None), false)]
    );
    assert_eq!(taken[0].key, key(2, &race(Occasion::Start, None)));
    store.close().await;
}
