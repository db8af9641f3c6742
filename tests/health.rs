//! Health: what is paused and what has ended is told to whom it concerns, and to the operator.

use chrono::{DateTime, Utc};
use raceweek::reminders::{EndReason, LeadTime, Subscription, Target};
use raceweek::store::{Deleted, Store, StoreKind, StoreLocation};

use crate::support::conversation::{NOW, fire, read};
use crate::support::folder::Folder;
use crate::support::interaction::{ASKER, CHANNEL, GUILD, command};
use crate::support::loopback::Loopback;
use crate::support::process::{Bot, run_in};

fn now() -> DateTime<Utc> {
    "2024-06-20T12:00:00Z".parse().unwrap()
}

fn subscription(id: u64, owner: u64, target: Target) -> Subscription {
    Subscription {
        id,
        owner,
        target,
        selectors: vec!["pccna:*:race".parse().unwrap()],
        leads: vec![LeadTime::minutes(15)],
        created: now(),
        paused_until: None,
    }
}

const fn mention(channel: u64) -> Target {
    let guild = Some(GUILD);
    Target::Mention { guild, channel }
}

const fn servers(channel: u64, role: Option<u64>) -> Target {
    Target::Channel {
        guild: GUILD,
        channel,
        role,
    }
}

#[tokio::test]
async fn what_is_paused_or_has_ended_is_told_to_whom_it_concerns_and_to_the_operator() {
    let loopback = Loopback::start().await;
    let kept = Folder::new();
    let file = kept.path().join("kept.db");
    let store = Store::open(&StoreLocation::File(file.clone()), StoreKind::Rehearsal)
        .await
        .unwrap();
    for (id, owner, target) in [
        (1, ASKER, Target::Direct { channel: 5 }),
        (2, ASKER, mention(CHANNEL + 1)),
        (3, ASKER + 1, mention(CHANNEL + 2)),
        (4, ASKER + 1, servers(CHANNEL, Some(9))),
        (5, ASKER + 1, servers(CHANNEL + 3, None)),
    ] {
        store
            .subscribe(&subscription(id, owner, target), usize::MAX)
            .await
            .unwrap();
    }
    store
        .end_subscription(1, "direct messages are closed", now())
        .await
        .unwrap();
    let unseen = "I may not see the channel";
    for channel in [CHANNEL, CHANNEL + 1] {
        store
            .pause_channel(channel, Some(GUILD), ASKER, unseen, now())
            .await
            .unwrap();
    }
    for gone in [
        Deleted::Role(9),
        Deleted::Channel(CHANNEL + 2),
        Deleted::Channel(CHANNEL + 3),
    ] {
        assert_eq!(store.end_dependents(gone, now()).await.unwrap(), 1);
    }
    let no_events = "50013 I may not create and manage events in this server";
    store.end_events(GUILD, no_events, now()).await.unwrap();

    store.record_disconnection(&EndReason::NoSession, now()).await.unwrap();

    let config = format!("[store]\nfile = {file:?}\n");
    let bot = Bot::start_with(&loopback, &config, NOW);
    bot.wait_ready().await;
    let health = async |name| {
        let all = read(&fire(&loopback, &command(name).part("health").manager()).await);
        all.split_once("**Paused**")
            .map(|(_, rest)| rest.trim().to_owned())
            .unwrap()
    };
    insta::assert_snapshot!(health("remind").await, @r"
    <#1000000000000000004>: I may not see the channel

    **Ended**
    reminder in direct messages: direct messages are closed · <t:1718884800:F>
    ");
    insta::assert_snapshot!(health("announce").await, @r"
    <#1000000000000000003>: I may not see the channel
    <#1000000000000000004>: I may not see the channel

    **Ended**
    scheduled events: I may not create and manage events in this server · <t:1718884800:F>
    <#1000000000000000003>: ping: the role was deleted · <t:1718884800:F>
    <#1000000000000000006>: reminder: the channel was deleted · <t:1718884800:F>
    ");
    let all = run_in(
        &[("config.toml", &config)],
        &["reminders", "--now", "2024-06-20T12:00:00Z"],
        &[],
    );
    insta::assert_snapshot!(all.stdout, @"
    Reminders
    1 reminder of people and 1 of servers; 0 deliveries wait; 2 channels are paused.

    Next
    Race 1, Watkins Glen: Fri 21 Jun 4:20–5:00 PM EDT · reminder · in 1 day 8 h
    Race 2, Watkins Glen: Sat 22 Jun 11:00–11:40 AM EDT · reminder · in 2 days 2 h
    Race 1, Miami: Sat 3 May 5:50 PM EDT · reminder · in 317 days
    Race 2, Miami: Sun 4 May 10:15 AM EDT · reminder · in 318 days
    Race 1, Montréal: Sat 14 Jun 6:05–6:45 PM EDT · reminder · in 359 days

    Last
    nothing yet

    Paused
    #1000000000000000003: I may not see the channel
    #1000000000000000004: I may not see the channel

    Ended
    reminder in direct messages: direct messages are closed
    scheduled events: I may not create and manage events in this server
    connection to Discord: it was reached, and said nothing
    #1000000000000000003: ping: the role was deleted
    #1000000000000000005: reminder: the channel was deleted
    ");
}
