//! The store, told as one story, on SQLite and on PostgreSQL.

mod files;
mod limits;
mod migration;

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use raceweek::reminders::{LeadTime, Notice, Occasion, Selector, Settlement, Subscription, Target, key};
use raceweek::store::{Attempt, FanOutScope, Owner, RECORD_RETENTION, SENDER, Store, StoreKind, StoreLocation};
use secrecy::SecretString;

use crate::support::folder::Folder;
use crate::support::postgres::Postgres;
use crate::support::process::run_in;

const ANN: u64 = 300;
const GUILD: u64 = 400;

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn subscription(id: u64, target: Target, selectors: &str, leads: &str) -> Subscription {
    Subscription {
        id,
        owner: ANN,
        target,
        selectors: selectors.split(' ').map(|one| one.parse().unwrap()).collect(),
        leads: LeadTime::list(leads).unwrap(),
        created: moment("2024-06-20T12:00:00Z"),
        paused_until: None,
    }
}

fn race(occasion: Occasion, was: Option<&str>) -> Notice {
    let start = moment("2024-06-21T20:20:00Z");
    Notice {
        guild: None,
        subject: "pccna/2024/watkins-glen/race-1".parse().unwrap(),
        occasion,
        lead: LeadTime::minutes(15),
        start,
        due: start - TimeDelta::minutes(15),
        was: was.map(moment),
    }
}

/// Spreads everything that has begun to whoever wants to hear of races.
async fn spread(store: &Store, except: &[u64], now: DateTime<Utc>) -> usize {
    let selectors: Vec<Selector> = ["pccna:*:race", "pccna:2024/watkins-glen:#race-1"]
        .map(|one| one.parse().unwrap())
        .to_vec();
    let except: BTreeSet<u64> = except.iter().copied().collect();
    let mut batches = 0;
    while let Some(first) = store.pending_fan_outs().await.unwrap().first() {
        let to = FanOutScope {
            selectors: &selectors,
            except: &except,
            why_not: None,
        };
        store.fan_out(first, &to, now).await.unwrap();
        batches += 1;
        assert!(batches < 100, "it comes to an end");
    }
    batches
}

async fn story(store: &Store) {
    let now = moment("2024-06-21T20:05:00Z");
    let channel = Target::Channel {
        guild: GUILD,
        channel: 500,
        role: Some(77),
    };
    let direct = Target::Direct { channel: 600 };
    let mine = subscription(1, direct, "pccna:*:race pccna:2024/watkins-glen:#race-1", "1h,15m");
    let ours = subscription(2, channel, "pccna:*:race", "15m");

    // All that was given is kept, and once.
    assert_eq!(store.lead_times().await.unwrap(), []);
    for _ in 0..2 {
        store.subscribe(&mine, usize::MAX).await.unwrap();
        store.subscribe(&ours, usize::MAX).await.unwrap();
    }
    assert_eq!(
        store.subscriptions(Owner::Person(ANN)).await.unwrap(),
        std::slice::from_ref(&mine)
    );
    assert_eq!(
        store.subscriptions(Owner::Server(GUILD)).await.unwrap(),
        std::slice::from_ref(&ours)
    );
    assert_eq!(
        store.lead_times().await.unwrap(),
        LeadTime::list("15m,1h").unwrap().into_iter().rev().collect::<Vec<_>>()
    );

    // A wave begins once, and reaches each subscription once, by whichever of its wishes.
    for _ in 0..2 {
        store.add_notices(&[race(Occasion::Start, None)]).await.unwrap();
    }
    assert_eq!(spread(store, &[], now).await, 1);
    assert_eq!(spread(store, &[], now).await, 0);

    // Nobody takes anything without the lease; who has it takes all, in order, and nobody else takes it again.
    assert_eq!(store.claim("one", 10, now).await.unwrap(), []);
    assert!(
        store
            .acquire_lease(SENDER, "one", now, TimeDelta::seconds(15))
            .await
            .unwrap()
    );
    assert!(
        !store
            .acquire_lease(SENDER, "two", now, TimeDelta::seconds(15))
            .await
            .unwrap()
    );
    let taken = store.claim("one", 10, now).await.unwrap();
    // That of a server comes first.
    let keys = [2, 1].map(|id| key(id, &race(Occasion::Start, None)));
    assert_eq!(taken.iter().map(|one| one.key.clone()).collect::<Vec<_>>(), keys);
    assert_eq!(store.claim("one", 10, now).await.unwrap(), []);
    let of = |id| taken.iter().find(|one| one.subscription == id).unwrap();
    assert_eq!((of(1).target, of(2).target), (direct, channel));

    // A try is written down before it is made, by who took it alone.
    assert_eq!(store.attempt("two", &of(1).key, now).await.unwrap(), Attempt::ClaimLost);
    assert_eq!(store.attempt("one", &of(1).key, now).await.unwrap(), Attempt::Granted);
    store
        .settle("one", &of(1).key, &Settlement::Sent(9_001), now)
        .await
        .unwrap();
    assert_eq!(store.attempt("one", &of(1).key, now).await.unwrap(), Attempt::ClaimLost);

    // The sender dies after it tried the other one: whoever comes next tries it again while its nonce is known.
    assert_eq!(store.attempt("one", &of(2).key, now).await.unwrap(), Attempt::Granted);
    let later = now + TimeDelta::seconds(20);
    assert!(
        store
            .acquire_lease(SENDER, "two", later, TimeDelta::seconds(15))
            .await
            .unwrap()
    );
    assert_eq!(store.reclaim("two", later).await.unwrap(), (1, 0));
    let again = store.claim("two", 10, later).await.unwrap();
    let again_for = again.iter().map(|one| (one.subscription, one.may_have_arrived));
    assert_eq!(again_for.collect::<Vec<_>>(), [(2, true)]);
    assert_eq!(
        store
            .attempt("two", &again[0].key, now + TimeDelta::seconds(25))
            .await
            .unwrap(),
        Attempt::Granted
    );

    // It dies too, and longer than the nonce is known: that is on record, and no second message is sent.
    let much_later = now + TimeDelta::minutes(3);
    assert!(
        store
            .acquire_lease(SENDER, "three", much_later, TimeDelta::seconds(15))
            .await
            .unwrap()
    );
    assert_eq!(store.reclaim("three", much_later).await.unwrap(), (0, 1));
    assert_eq!(store.claim("three", 10, much_later).await.unwrap(), []);
    let outcomes = store.outcomes(Owner::Server(GUILD), 10).await.unwrap();
    assert_eq!(
        outcomes
            .iter()
            .map(|one| (one.settlement.state(), one.settlement.reason()))
            .collect::<Vec<_>>(),
        [("unconfirmed", "crash")]
    );
    endings(store, much_later).await;
}

/// Events after a race that was told: it moves, senders stop, subscriptions and channels end.
async fn endings(store: &Store, much_later: DateTime<Utc>) {
    // The race moves: both were told, and both are told the new time; a server with a calendar of its own is not.
    let mut moved = race(Occasion::Moved, Some("2024-06-21T20:20:00Z"));
    moved.start = moment("2024-06-21T21:50:00Z");
    moved.lead = LeadTime::default();
    store.add_notices(&[moved]).await.unwrap();
    spread(store, &[GUILD], much_later).await;
    let corrections = store.claim("three", 10, much_later).await.unwrap();
    assert_eq!(corrections.iter().map(|one| one.subscription).collect::<Vec<_>>(), [1]);

    // A sender that stops gives back what was not tried, and the lease.
    store.release("three").await.unwrap();
    store.release_lease(SENDER, "three").await.unwrap();
    assert!(
        store
            .acquire_lease(SENDER, "four", much_later, TimeDelta::seconds(15))
            .await
            .unwrap()
    );
    assert_eq!(store.claim("four", 10, much_later).await.unwrap().len(), 1);

    // Silence, removal, and a refusal that ends a subscription.
    assert_eq!(
        store
            .pause_subscriptions(ANN, Some(moment("2024-07-01T00:00:00Z")))
            .await
            .unwrap(),
        1
    );
    assert_eq!(
        store.subscriptions(Owner::Person(ANN)).await.unwrap()[0].paused_until,
        Some(moment("2024-07-01T00:00:00Z"))
    );
    assert!(
        !store.unsubscribe(Owner::Person(ANN), 2).await.unwrap(),
        "a server's is not a person's"
    );
    assert!(store.unsubscribe(Owner::Server(GUILD), 2).await.unwrap());
    store
        .end_subscription(1, "direct messages are closed", much_later)
        .await
        .unwrap();
    assert_eq!(store.subscriptions(Owner::All).await.unwrap(), []);

    // Records are kept for 90 days, and what waits is kept for as long as it waits.
    let settled = store.outcomes(Owner::All, 100).await.unwrap().len() as u64;
    assert!(settled > 0);
    assert_eq!(
        store.erase_old(much_later + RECORD_RETENTION).await.unwrap(),
        settled - 1,
        "the last was settled just now"
    );
    assert_eq!(
        store
            .erase_old(much_later + RECORD_RETENTION + TimeDelta::seconds(1))
            .await
            .unwrap(),
        1
    );

    // A channel is paused once, and goes on when it is seen to.
    assert!(
        store
            .pause_channel(500, Some(GUILD), ANN, "gone", much_later)
            .await
            .unwrap()
    );
    assert!(
        !store
            .pause_channel(500, Some(GUILD), ANN, "gone", much_later)
            .await
            .unwrap()
    );
    assert!(store.resume_channel(500).await.unwrap());
    assert!(!store.resume_channel(500).await.unwrap());
}

#[tokio::test]
async fn the_story_on_sqlite() {
    let folder = Folder::new();
    let store = Store::open(&StoreLocation::File(folder.path().join("raceweek.db")), StoreKind::Real)
        .await
        .unwrap();
    story(&store).await;
    store.close().await;
}

#[tokio::test]
async fn the_story_on_postgresql() {
    let Some(postgres) = Postgres::reach() else { return };
    let place = StoreLocation::Server(SecretString::from(postgres.url().to_owned()));
    let store = Store::open(&place, StoreKind::Real).await.unwrap();
    story(&store).await;
    store.close().await;
}

#[tokio::test]
async fn a_copy_is_made_while_the_database_is_in_use_and_over_nothing() {
    let folder = Folder::new();
    let at = |name: &str| folder.path().join(name);
    let store = Store::open(&StoreLocation::File(at("raceweek.db")), StoreKind::Real)
        .await
        .unwrap();
    let mine = subscription(1, Target::Direct { channel: 600 }, "pccna:*:race", "15m");
    store.subscribe(&mine, usize::MAX).await.unwrap();
    let config = format!("[store]\nfile = {:?}\n", at("raceweek.db"));
    let backup = || {
        let copy = at("copy.db").display().to_string();
        let ended = run_in(&[("config.toml", &config)], &["backup", &copy], &[]);
        let said = ended.stdout + &ended.stderr;
        let said = said.replace(&folder.path().display().to_string(), ".");
        let told: Vec<&str> = said.lines().filter(|line| !line.contains(" INFO ")).collect();
        format!("{:?}: {}", ended.code, told.join(" "))
    };
    insta::assert_snapshot!([backup(), backup()].join("\n"), @r"
    Some(0): The database is copied to ./copy.db.
    Some(1): raceweek: the database is not copied to ./copy.db: there is such a file already: name one that is not there yet
    ");
    store.unsubscribe(Owner::Person(ANN), 1).await.unwrap();
    store.close().await;
    let copy = Store::open(&StoreLocation::File(at("copy.db")), StoreKind::Real)
        .await
        .unwrap();
    assert_eq!(copy.subscriptions(Owner::Person(ANN)).await.unwrap(), [mine]);
    copy.close().await;
}

/// However long Discord is out of reach: what surely did not arrive is tried again.
#[tokio::test]
async fn a_try_that_did_not_arrive_is_as_if_it_had_not_been_made() {
    let folder = Folder::new();
    let store = Store::open(&StoreLocation::File(folder.path().join("raceweek.db")), StoreKind::Real)
        .await
        .unwrap();
    let mine = subscription(1, Target::Direct { channel: 600 }, "pccna:*:race", "15m");
    store.subscribe(&mine, usize::MAX).await.unwrap();
    store.add_notices(&[race(Occasion::Start, None)]).await.unwrap();
    let now = moment("2024-06-21T20:05:00Z");
    spread(&store, &[], now).await;
    let long = TimeDelta::minutes(10);
    assert!(store.acquire_lease(SENDER, "one", now, long).await.unwrap());
    let key = store.claim("one", 1, now).await.unwrap().remove(0).key;
    for minute in [0, 1, 4, 8] {
        let now = now + TimeDelta::minutes(minute);
        assert_eq!(
            store.attempt("one", &key, now).await.unwrap(),
            Attempt::Granted,
            "{minute}"
        );
        store.clear_attempt("one", &key).await.unwrap();
    }
    assert_eq!(store.attempt("one", &key, now).await.unwrap(), Attempt::Granted);
    let later = now + TimeDelta::minutes(3);
    assert_eq!(store.attempt("one", &key, later).await.unwrap(), Attempt::NonceExpired);
    store.close().await;
}
