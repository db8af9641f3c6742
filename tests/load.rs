//! Many requests at once: what takes long does not hold up what does not.

use std::sync::Arc;
use std::time::{Duration, Instant};

use raceweek::bot::Pool;
use raceweek::discord::{Address, DiscordBot, InteractionHandler, Priority, Reply, ReplyMode, RestClient, respond};
use secrecy::SecretString;
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::support::answers::{THURSDAY, at_once, bot};
use crate::support::discord::State;
use crate::support::interaction::{ASKER, Interaction, button, command, message_of};
use crate::support::loopback::Loopback;

fn read(asked: &Interaction) -> serenity::all::Interaction {
    serde_json::from_value(asked.payload()).unwrap()
}

fn client(loopback: &Loopback) -> RestClient {
    RestClient::new(reqwest::Client::new(), loopback.url(), SecretString::from("a token"))
}

/// Clicks for two seconds and more of Discord's pace: a reminder has its share of the turns beside them.
#[tokio::test]
async fn reminders_are_on_time_beside_people_who_click_on_roles() {
    let loopback = Loopback::start().await;
    let client = client(&loopback);
    let mut clicks = JoinSet::new();
    for number in 0..120 {
        let client = client.clone();
        clicks.spawn(async move { client.set_role(1_000 + number, 7, 8, true).await });
    }
    let waits = |state: &State| state.requests.len() > 5;
    loopback.wait_until("the first clicks", waits).await;
    let begun = Instant::now();
    let mut reminders = JoinSet::new();
    for number in 0..20 {
        let client = client.clone();
        let due = Priority::Delivery { start: 0, due: 0 };
        reminders.spawn(async move {
            client
                .create_message(2_000 + number, &json!({"content": "."}), due)
                .await
        });
    }
    assert!(reminders.join_all().await.iter().all(Result::is_ok));
    let took = begun.elapsed();
    assert!(took < Duration::from_millis(1_200), "{took:?}; alone they take 400 ms");
    assert!(clicks.join_all().await.iter().all(Result::is_ok), "no click is lost");
}

/// Clicks for eight seconds of Discord's pace at once: who would wait longer than five is told so, and nothing is done for them.
#[tokio::test]
async fn who_clicks_while_too_many_do_is_told_that_the_bot_is_busy() {
    const CLICKS: u64 = 400;
    let loopback = Loopback::start().await;
    let discord = DiscordBot {
        rest: Some(client(&loopback)),
        ..bot(THURSDAY)
    };
    let offer = message_of(&json!({"data": {"content": "", "flags": 0}}), ASKER);
    let mut replies = JoinSet::new();
    for number in 0..CLICKS {
        let mut click = button("role 77", offer.clone()).user(1_000 + number).payload();
        click["member"]["roles"] = json!(["77"]);
        let (discord, click) = (discord.clone(), serde_json::from_value(click).unwrap());
        replies.spawn(async move {
            let mode = ReplyMode::of(&discord.bot, &click);
            json!(respond(&discord, &click, mode).await.callback())
        });
    }
    let replies = replies.join_all().await;
    let told = |text: &str| {
        let says = |reply: &&Value| reply["data"]["embeds"][0]["description"] == text;
        replies.iter().filter(says).count()
    };
    let done = told("You no longer have the role.");
    let busy =
        told("Very many people click just now, and Discord lets me do only so much a second. Try again in a minute.");
    assert!(done > 0 && busy > 0, "{done} done, {busy} told to come back");
    assert_eq!(done + busy, replies.len(), "{replies:?}");
    assert_eq!(loopback.requests("DELETE").len(), done);
}

/// Discord waits three seconds for a first answer; what has not even begun to be computed by then is deferred as well.
#[tokio::test]
async fn all_are_answered_or_deferred_in_three_seconds_however_long_they_take_together() {
    const LONG: Duration = Duration::from_millis(150);
    let loopback = Loopback::start().await;
    let handler = Arc::new(InteractionHandler::new(client(&loopback)));
    let watch = Arc::clone(&handler);
    tokio::spawn(async move { watch.watch().await });
    let (discord, about) = (bot(THURSDAY), read(&command("about")));
    let reply = at_once(respond(&discord, &about, ReplyMode::of(&discord.bot, &about)));
    let pool = Arc::new(Pool::default());
    let cores = std::thread::available_parallelism().unwrap().get();
    let begun = Instant::now();
    let mut handled = JoinSet::new();
    for number in 0..cores * 40 {
        let is_long = number % 4 != 0;
        let asked = command("about");
        loopback.know(&asked);
        let received = read(&asked);
        let (address, mode) = (Address::of(&received), ReplyMode::of(&discord.bot, &received));
        let (handler, pool, reply) = (Arc::clone(&handler), Arc::clone(&pool), reply.clone());
        handled.spawn(async move {
            let work = pool.run(move || -> Reply {
                if is_long {
                    std::thread::sleep(LONG);
                }
                reply
            });
            handler.handle(address, mode, work).await;
        });
    }
    let answered = |state: &State| state.asked.iter().all(|asked| asked.callback.is_some());
    loopback.wait_until("an answer or a deferral of each", answered).await;
    assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
    handled.join_all().await;
    assert!(
        begun.elapsed() > Duration::from_secs(3),
        "they took longer than that together"
    );
    loopback.look(|state| {
        for asked in &state.asked {
            let callback = asked.callback.as_ref().unwrap();
            let edits = usize::from(callback["type"] == 5);
            assert_eq!(
                asked.edits.len(),
                edits,
                "a deferred answer arrives, and only that: {callback}"
            );
        }
    });
}
