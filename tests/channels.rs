//! Channels and roles against people: who may fill a channel, whose messages go first, which role a button gives.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use raceweek::command::CommandContext;
use raceweek::command::subscriptions::{Declined, set};
use raceweek::domain::Asker;
use raceweek::reminders::{LeadTime, Notice, Occasion, Selector, Subscription, Target};
use raceweek::store::{FanOutScope, MAX_IN_CHANNEL, Owner, SENDER, Store, StoreKind, StoreLocation, Subscribed};
use tokio::task::JoinSet;

use crate::support::answers::{THURSDAY, packs};
use crate::support::conversation::{fire, read, started};
use crate::support::folder::Folder;
use crate::support::interaction::{ASKER, button_on, command};
use crate::support::loopback::Loopback;

const GUILD: u64 = 400;
const CHANNEL: u64 = 500;
const ROLE: u64 = 77;
const SEND_MESSAGES: u64 = 1 << 11;
const BAN_MEMBERS: u64 = 1 << 2;
const MANAGE_ROLES: u64 = 1 << 28;
/// Permissions of a bot that was invited with the least rights.
const LEAST: u64 = 274_878_024_704;

const HERE: Target = Target::Mention {
    guild: Some(GUILD),
    channel: CHANNEL,
};
const ANNOUNCED: Target = Target::Channel {
    guild: GUILD,
    channel: CHANNEL,
    role: None,
};

fn now() -> DateTime<Utc> {
    THURSDAY.parse().unwrap()
}

/// A reminder of races, 15 minutes before, of an owner of the same number.
fn reminder(id: u64, target: Target) -> Subscription {
    Subscription {
        id,
        owner: id,
        target,
        selectors: vec!["pccna:*:race".parse().unwrap()],
        leads: vec![LeadTime::minutes(15)],
        created: now(),
        paused_until: None,
    }
}

async fn opened(folder: &Folder) -> Store {
    let place = StoreLocation::File(folder.path().join("raceweek.db"));
    Store::open(&place, StoreKind::Real).await.unwrap()
}

#[tokio::test]
async fn members_fill_a_channel_up_to_its_limit_however_many_ask_at_once() {
    let folder = Folder::new();
    let store = opened(&folder).await;
    let mut calls = JoinSet::new();
    for id in 1..=100 {
        let store = store.clone();
        calls.spawn(async move { store.subscribe(&reminder(id, HERE), 25).await.unwrap() });
    }
    let outcomes = calls.join_all().await;
    let stored = outcomes.iter().filter(|one| **one == Subscribed::Stored).count();
    let full = outcomes.iter().filter(|one| **one == Subscribed::ChannelFull).count();
    assert_eq!((stored, full), (MAX_IN_CHANNEL, 100 - MAX_IN_CHANNEL));
    // The server's own and other channels have room, and so has this one when somebody leaves.
    let elsewhere = Target::Mention {
        guild: Some(GUILD),
        channel: CHANNEL + 1,
    };
    for one in [
        reminder(201, ANNOUNCED),
        reminder(202, elsewhere),
        reminder(203, Target::Direct { channel: CHANNEL }),
    ] {
        assert_eq!(store.subscribe(&one, 25).await.unwrap(), Subscribed::Stored);
    }
    let somebody = store
        .subscriptions(Owner::All)
        .await
        .unwrap()
        .into_iter()
        .find(|one| one.target == HERE)
        .unwrap();
    assert!(
        store
            .unsubscribe(Owner::Person(somebody.owner), somebody.id)
            .await
            .unwrap()
    );
    assert_eq!(
        store.subscribe(&reminder(301, HERE), 25).await.unwrap(),
        Subscribed::Stored
    );
    assert_eq!(
        store.subscribe(&reminder(302, HERE), 25).await.unwrap(),
        Subscribed::ChannelFull
    );
    store.close().await;
}

#[tokio::test]
async fn the_announcements_of_a_server_go_before_the_reminders_of_people() {
    let folder = Folder::new();
    let store = opened(&folder).await;
    for id in 1..=40 {
        store.subscribe(&reminder(id, HERE), 25).await.unwrap();
    }
    store.subscribe(&reminder(41, ANNOUNCED), 25).await.unwrap();
    let start = now() + TimeDelta::days(1);
    let notice = Notice {
        guild: None,
        subject: "pccna/2024/watkins-glen/race-1".parse().unwrap(),
        occasion: Occasion::Start,
        lead: LeadTime::minutes(15),
        start,
        due: start - TimeDelta::minutes(15),
        was: None,
    };
    let due = notice.due;
    store.add_notices(&[notice]).await.unwrap();
    let selectors: [Selector; 1] = ["pccna:*:race".parse().unwrap()];
    let to = FanOutScope {
        selectors: &selectors,
        except: &BTreeSet::new(),
        why_not: None,
    };
    let pending = store.pending_fan_outs().await.unwrap();
    store.fan_out(&pending[0], &to, due).await.unwrap();
    store
        .acquire_lease(SENDER, "one", due, TimeDelta::seconds(6))
        .await
        .unwrap();
    let claimed = store.claim("one", 3, due).await.unwrap();
    let targets: Vec<Target> = claimed.iter().map(|one| one.target).collect();
    assert_eq!(targets, [ANNOUNCED, HERE, HERE]);
    store.close().await;
}

/// Otherwise any member could let it be tried again and again.
#[tokio::test]
async fn a_member_does_not_resume_a_channel_that_was_paused() {
    let folder = Folder::new();
    let store = opened(&folder).await;
    let catalogue = packs();
    let asker = Asker {
        now: now(),
        zone: None,
        reference: None,
        series: "pccna".parse().unwrap(),
        rehearsal: false,
    };
    let context = CommandContext {
        store: &store,
        catalogue: &catalogue,
        asker: &asker,
    };
    store
        .pause_channel(CHANNEL, Some(GUILD), 1, "I may not send messages there", now())
        .await
        .unwrap();
    let declined = set(&context, Owner::Person(7), reminder(7, HERE)).await.unwrap();
    assert_eq!(declined, Err(Declined::ChannelPaused));
    assert!(store.paused_channels().await.unwrap().contains(&CHANNEL));
    assert_eq!(store.subscriptions(Owner::All).await.unwrap(), []);
    assert!(
        set(&context, Owner::Server(GUILD), reminder(8, ANNOUNCED))
            .await
            .unwrap()
            .is_ok()
    );
    assert!(store.paused_channels().await.unwrap().is_empty());
    store.close().await;
}

#[tokio::test]
async fn who_may_not_send_in_a_channel_sets_no_reminder_in_it() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    let here = command("remind").part("me").with("what", "race").with("where", "here");
    let said = read(&fire(&loopback, &here.may_not(SEND_MESSAGES)).await);
    insta::assert_snapshot!(said, @"
    type 4
    only for you
    Your reminders
    You may not send messages in this channel, so I remind nobody in it for you. Set it with where:direct messages.
    ");
    assert_eq!(loopback.look(|state| state.posted.len()), 0);
}

#[tokio::test]
async fn a_role_that_was_given_rights_since_it_was_offered_is_given_to_nobody() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    let offer = command("announce").part("role").manager().with_role(ROLE, 0);
    fire(&loopback, &offer.may(MANAGE_ROLES).bot_may(LEAST | MANAGE_ROLES)).await;
    let offered = loopback.look(|state| state.posted[0].body.clone());
    loopback.role_permissions(BAN_MEMBERS);
    let click = button_on(&offered, &format!("role {ROLE}"), ASKER);
    let said = read(&fire(&loopback, &click).await);
    insta::assert_snapshot!(said, @"
    type 4
    only for you
    What this server is told
    That role has rights that nobody should get by a button. Make one that has none, for being pinged.
    ");
    assert_eq!(loopback.requests("PUT /api/v10/guilds").len(), 0);
    loopback.role_permissions(0);
    let click = button_on(&offered, &format!("role {ROLE}"), ASKER);
    assert!(read(&fire(&loopback, &click).await).contains("You have the role now"));
    assert_eq!(loopback.requests("PUT /api/v10/guilds").len(), 1);
}
