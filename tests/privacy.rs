//! Data kept about people and servers: shown, erased, and ended when Discord says that something is no more.

use chrono::{DateTime, TimeDelta, Utc};
use raceweek::reminders::{LeadTime, Subscription, Target};
use raceweek::store::{Deleted, Owner, PersonalData, Settings, Store, StoreKind, StoreLocation};
use serde_json::json;

use crate::support::conversation::{NOW, eventually, fire, is_ephemeral, read};
use crate::support::folder::Folder;
use crate::support::interaction::{ASKER, CHANNEL, GUILD, command};
use crate::support::loopback::Loopback;
use crate::support::process::Bot;

fn now() -> DateTime<Utc> {
    "2024-06-20T12:00:00Z".parse().unwrap()
}

async fn store(folder: &Folder) -> Store {
    let place = StoreLocation::File(folder.path().join("kept.db"));
    Store::open(&place, StoreKind::Rehearsal).await.unwrap()
}

fn subscription(id: u64, target: Target) -> Subscription {
    Subscription {
        id,
        owner: ASKER,
        target,
        selectors: vec!["pccna:*:race".parse().unwrap()],
        leads: vec![LeadTime::minutes(15)],
        created: now(),
        paused_until: None,
    }
}

const DIRECT: Target = Target::Direct { channel: 5 };
const SERVERS: Target = Target::Channel {
    guild: GUILD,
    channel: CHANNEL,
    role: Some(9),
};

#[tokio::test]
async fn what_is_kept_about_somebody_is_shown_and_erased() {
    let loopback = Loopback::start().await;
    let kept = Folder::new();
    let store = store(&kept).await;
    let config = format!("[store]\nfile = {:?}\n", kept.path().join("kept.db"));
    let bot = Bot::start_with(&loopback, &config, NOW);
    bot.wait_ready().await;
    let mut said = Vec::new();
    let nothing = fire(&loopback, &command("privacy").part("show")).await;
    assert!(is_ephemeral(&nothing));
    said.push(read(&nothing));
    store.subscribe(&subscription(1, DIRECT), usize::MAX).await.unwrap();
    store.subscribe(&subscription(2, SERVERS), usize::MAX).await.unwrap();
    let seen = command("ask").option("text", "i have seen up to race 1");
    said.push(read(&fire(&loopback, &seen.dm()).await));
    for part in ["show", "erase", "erase", "show"] {
        said.push(read(
            &fire(&loopback, &command("privacy").part(part).user_install()).await,
        ));
    }
    insta::assert_snapshot!(said.join("\n--\n"), @r#"
    type 4
    only for you
    What I keep about you
    Nothing.
    -# Your last question in each channel is remembered for ten minutes, so that you can follow it up; it is written nowhere.
    --
    type 4
    Spoilers
    I tell you nothing that came after Race 1 at Watkins Glen, in no results, standings or gaps.
    -# I keep this for you alone, until you change it ("seen it all") or erase it (/privacy erase).
    --
    type 4
    only for you
    What I keep about you
    • 1 reminder of yours
    • up to when you have seen the racing: 21 Jun 2024 21:00 UTC
    • 1 reminder or change of a server that names you as its maker (it is the server's, and stays without your name)
    To erase all of it: `/privacy erase`
    -# Your last question in each channel is remembered for ten minutes, so that you can follow it up; it is written nowhere.
    --
    type 4
    only for you
    Erased
    This was kept about you, and is erased for good:
    • 1 reminder of yours
    • up to when you have seen the racing: 21 Jun 2024 21:00 UTC
    • 1 reminder or change of a server that names you as its maker (it is the server's, and stays without your name)
    --
    type 4
    only for you
    Erased
    There was nothing about you to erase.
    --
    type 4
    only for you
    What I keep about you
    Nothing.
    -# Your last question in each channel is remembered for ten minutes, so that you can follow it up; it is written nowhere.
    "#);
    assert_eq!(store.personal_data(ASKER).await.unwrap(), PersonalData::default());
    assert_eq!(store.subscriptions(Owner::Person(ASKER)).await.unwrap(), []);
    let servers = store.subscriptions(Owner::Server(GUILD)).await.unwrap();
    assert_eq!(
        servers,
        [Subscription {
            owner: 0,
            ..subscription(2, SERVERS)
        }],
        "it is the server's"
    );
}

/// A note of what somebody has seen outlives a restart.
#[tokio::test]
async fn what_was_seen_is_kept() {
    let loopback = Loopback::start().await;
    let kept = Folder::new();
    let config = format!("[store]\nfile = {:?}\n", kept.path().join("kept.db"));
    let bot = Bot::start_with(&loopback, &config, NOW);
    bot.wait_ready().await;
    fire(&loopback, &command("ask").option("text", "i have seen up to race 1")).await;
    assert_eq!(bot.terminate().code, Some(0));
    let bot = Bot::start_with(&loopback, &config, &["--now", "2024-06-23T12:00:00Z"]);
    bot.wait_ready().await;
    let asked = || {
        command("winners")
            .option("weekend", "watkins-glen")
            .option("session", "race-2")
    };
    let winners = fire(&loopback, &asked()).await;
    assert!(winners.to_string().contains("later results are held back"), "{winners}");
    let all = read(&fire(&loopback, &command("ask").option("text", "seen it all")).await);
    assert!(all.contains("Nothing is held back from you any more."), "{all}");
    let winners = fire(&loopback, &asked()).await;
    assert!(
        !winners.to_string().contains("later results are held back"),
        "{winners}"
    );
}

#[tokio::test]
async fn the_rows_of_a_server_stay_for_thirty_days_after_the_bot_has_left() {
    let kept = Folder::new();
    let store = store(&kept).await;
    let hidden = Settings {
        spoilers: true,
        ..Settings::default()
    };
    store.save_settings(GUILD, &hidden).await.unwrap();
    store.subscribe(&subscription(2, SERVERS), usize::MAX).await.unwrap();
    let revision = store.revision().await.unwrap();
    store.mark_left(GUILD, now()).await.unwrap();
    assert!(store.revision().await.unwrap() > revision);
    assert!(store.snapshot().await.unwrap().left.contains(&GUILD));
    assert_eq!(store.erase_left(now() + TimeDelta::days(29)).await.unwrap(), 0);
    store.mark_returned(GUILD).await.unwrap();
    assert_eq!(
        store.erase_left(now() + TimeDelta::days(31)).await.unwrap(),
        0,
        "it is back"
    );
    assert_eq!(store.settings().await.unwrap()[&GUILD], hidden);
    store.mark_left(GUILD, now()).await.unwrap();
    assert_eq!(store.erase_left(now() + TimeDelta::days(30)).await.unwrap(), 1);
    let rest = store.snapshot().await.unwrap();
    assert_eq!((rest.settings.len(), rest.left.len()), (0, 0));
    assert_eq!(store.subscriptions(Owner::Server(GUILD)).await.unwrap(), []);
}

#[tokio::test]
async fn what_depends_on_something_deleted_ends_with_a_record() {
    let kept = Folder::new();
    let store = store(&kept).await;
    let quiet = Settings {
        quiet: Some(CHANNEL),
        ..Settings::default()
    };
    store.save_settings(GUILD, &quiet).await.unwrap();
    store.subscribe(&subscription(1, DIRECT), usize::MAX).await.unwrap();
    store.subscribe(&subscription(2, SERVERS), usize::MAX).await.unwrap();
    assert_eq!(store.end_dependents(Deleted::Role(9), now()).await.unwrap(), 1);
    let unpinged = Target::Channel {
        guild: GUILD,
        channel: CHANNEL,
        role: None,
    };
    let servers = || store.subscriptions(Owner::Server(GUILD));
    assert_eq!(
        servers().await.unwrap(),
        [subscription(2, unpinged)],
        "it goes on without the ping"
    );
    assert_eq!(store.end_dependents(Deleted::Channel(CHANNEL), now()).await.unwrap(), 1);
    assert_eq!(servers().await.unwrap(), []);
    assert_eq!(store.settings().await.unwrap().len(), 0, "no channel is quiet any more");
    assert_eq!(store.end_dependents(Deleted::Person(ASKER), now()).await.unwrap(), 1);
    assert_eq!(store.subscriptions(Owner::Person(ASKER)).await.unwrap(), []);
    assert_eq!(store.personal_data(ASKER).await.unwrap().notes, 3);
}

/// News of servers from the gateway is taken to heart, and told again it costs nothing.
#[tokio::test]
async fn the_bot_notes_that_it_left_and_came_back() {
    let loopback = Loopback::start().await;
    let kept = Folder::new();
    let store = store(&kept).await;
    store.subscribe(&subscription(2, SERVERS), usize::MAX).await.unwrap();
    let config = format!("[store]\nfile = {:?}\n", kept.path().join("kept.db"));
    let bot = Bot::start_with(&loopback, &config, NOW);
    bot.wait_ready().await;
    let guild = |unavailable: bool| json!({"id": GUILD.to_string(), "unavailable": unavailable});
    let left = async || store.snapshot().await.unwrap().left.contains(&GUILD);
    // An outage is no farewell; the question after it is answered when the event has been handled.
    loopback.tell("GUILD_DELETE", &guild(true)).await;
    fire(&loopback, &command("about")).await;
    assert!(!left().await);
    loopback.tell("GUILD_DELETE", &guild(false)).await;
    eventually(async || left().await).await;
    // Each event is handled by itself, and a server is told of again with every new session.
    eventually(async || {
        loopback.tell("GUILD_CREATE", &created()).await;
        !left().await
    })
    .await;
    let revision = store.revision().await.unwrap();
    loopback.tell("GUILD_CREATE", &created()).await;
    fire(&loopback, &command("about")).await;
    assert_eq!(
        store.revision().await.unwrap(),
        revision,
        "nothing is written for what is known"
    );
    let channel =
        json!({"id": CHANNEL.to_string(), "guild_id": GUILD.to_string(), "type": 0, "name": "paddock", "position": 0});
    loopback.tell("CHANNEL_DELETE", &channel).await;
    eventually(async || store.subscriptions(Owner::Server(GUILD)).await.unwrap().is_empty()).await;
}

/// READY lists every server of a shard: one that is missing was left while the bot was not connected.
#[tokio::test]
async fn a_farewell_that_was_missed_is_noted_with_the_next_session() {
    let loopback = Loopback::start().await;
    let kept = Folder::new();
    let store = store(&kept).await;
    let elsewhere = Target::Channel {
        guild: GUILD + 1,
        channel: CHANNEL + 1,
        role: None,
    };
    store.subscribe(&subscription(1, SERVERS), usize::MAX).await.unwrap();
    store.subscribe(&subscription(2, elsewhere), usize::MAX).await.unwrap();
    store.subscribe(&subscription(3, DIRECT), usize::MAX).await.unwrap();
    let config = format!("[store]\nfile = {:?}\n", kept.path().join("kept.db"));
    let bot = Bot::start_with(&loopback, &config, NOW);
    bot.wait_ready().await;
    eventually(async || !store.snapshot().await.unwrap().left.is_empty()).await;
    let left: Vec<u64> = store.snapshot().await.unwrap().left.into_iter().collect();
    assert_eq!(left, [GUILD + 1]);
}

/// A server as the gateway tells of it.
fn created() -> serde_json::Value {
    json!({
        "id": GUILD.to_string(), "name": "Paddock", "icon": null, "splash": null, "discovery_splash": null,
        "owner_id": ASKER.to_string(), "afk_channel_id": null, "afk_timeout": 300, "verification_level": 1,
        "default_message_notifications": 0, "explicit_content_filter": 0, "roles": [], "emojis": [], "features": [],
        "mfa_level": 0, "application_id": null, "system_channel_id": null, "system_channel_flags": 0,
        "rules_channel_id": null, "vanity_url_code": null, "description": null, "banner": null, "premium_tier": 0,
        "preferred_locale": "en-US", "public_updates_channel_id": null, "nsfw_level": 0, "stickers": [],
        "premium_progress_bar_enabled": false, "safety_alerts_channel_id": null, "joined_at": "2024-01-01T00:00:00Z",
        "large": false, "unavailable": false, "member_count": 1, "voice_states": [], "members": [], "channels": [],
        "threads": [], "presences": [], "stage_instances": [], "guild_scheduled_events": [],
    })
}
