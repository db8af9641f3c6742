//! Limits of subscriptions: they hold however many ask at the same time.

use raceweek::reminders::{Subscription, Target};
use raceweek::store::{Owner, Store, StoreKind, StoreLocation, Subscribed};
use secrecy::SecretString;
use tokio::task::JoinSet;

use super::subscription;
use crate::support::folder::Folder;
use crate::support::postgres::Postgres;

/// Somebody of whom no other test knows.
const BEA: u64 = 310;
const LIMIT: usize = 25;

fn of_bea(id: u64, leads: &str) -> Subscription {
    Subscription {
        owner: BEA,
        ..subscription(id, Target::Direct { channel: 610 }, "pccna:*:race", leads)
    }
}

/// Stores all of them at the same time; returns the outcomes in order.
async fn at_once(store: &Store, all: impl Iterator<Item = Subscription>) -> Vec<Subscribed> {
    let mut calls = JoinSet::new();
    for one in all {
        let store = store.clone();
        calls.spawn(async move { store.subscribe(&one, LIMIT).await.unwrap() });
    }
    let mut outcomes = calls.join_all().await;
    outcomes.sort_unstable();
    outcomes
}

async fn limits_hold(store: &Store) {
    // Two taps make one reminder.
    let taps = at_once(store, [1_001, 1_002].map(|id| of_bea(id, "15m")).into_iter()).await;
    assert_eq!(taps, [Subscribed::Stored, Subscribed::SetAlready]);
    let kept = store.subscriptions(Owner::Person(BEA)).await.unwrap();
    assert_eq!(kept.len(), 1);
    // The same interaction is no second one.
    assert_eq!(store.subscribe(&kept[0], LIMIT).await.unwrap(), Subscribed::Stored);

    let outcomes = at_once(
        store,
        (1..=80).map(|minutes| of_bea(1_100 + minutes, &format!("1h {minutes}m"))),
    )
    .await;
    let stored = outcomes.iter().filter(|one| **one == Subscribed::Stored).count();
    assert_eq!(stored, LIMIT - 1, "{outcomes:?}");
    assert!(
        outcomes[stored..].iter().all(|one| *one == Subscribed::Full),
        "{outcomes:?}"
    );
    let all = store.subscriptions(Owner::Person(BEA)).await.unwrap();
    assert_eq!(all.len(), LIMIT);

    // Room that is made is used, once.
    for one in &all[3..5] {
        assert!(store.unsubscribe(Owner::Person(BEA), one.id).await.unwrap());
    }
    let outcomes = at_once(
        store,
        (1..=4).map(|minutes| of_bea(1_200 + minutes, &format!("2h {minutes}m"))),
    )
    .await;
    assert_eq!(
        outcomes,
        [
            Subscribed::Stored,
            Subscribed::Stored,
            Subscribed::Full,
            Subscribed::Full
        ]
    );
}

#[tokio::test]
async fn limits_hold_on_sqlite() {
    let folder = Folder::new();
    let place = StoreLocation::File(folder.path().join("raceweek.db"));
    let store = Store::open(&place, StoreKind::Real).await.unwrap();
    limits_hold(&store).await;
    store.close().await;
}

#[tokio::test]
async fn limits_hold_on_postgresql() {
    let Some(postgres) = Postgres::reach() else { return };
    let place = StoreLocation::Server(SecretString::from(postgres.url().to_owned()));
    let store = Store::open(&place, StoreKind::Real).await.unwrap();
    limits_hold(&store).await;
    store.close().await;
}
