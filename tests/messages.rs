//! Messages as people write them: mentions and direct messages are answered, all others are ignored unread.

use serde_json::{Value, json};

use crate::support::conversation::started;
use crate::support::discord::{APPLICATION, snowflake};
use crate::support::interaction::{ASKER, CHANNEL, GUILD, bot_user, command};
use crate::support::loopback::Loopback;
use crate::support::process::Bot;

/// A message in a server that mentions the bot.
fn mention(text: &str) -> Value {
    json!({
        "id": snowflake().to_string(),
        "channel_id": CHANNEL.to_string(),
        "guild_id": GUILD.to_string(),
        "author": {
            "id": ASKER.to_string(), "username": "reader", "global_name": "A Reader", "discriminator": "0", "avatar": null,
        },
        "content": format!("<@{APPLICATION}> {text}"),
        "timestamp": "2024-06-20T12:00:00.000000+00:00",
        "edited_timestamp": null,
        "tts": false,
        "mention_everyone": false,
        "mentions": [bot_user()],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "pinned": false,
        "type": 0,
    })
}

/// A direct message.
fn direct(text: &str) -> Value {
    let mut message = mention(text);
    message["content"] = json!(text);
    message["mentions"] = json!([]);
    message.as_object_mut().expect("an object").remove("guild_id");
    message
}

/// Messages in channels.
fn spoken(loopback: &Loopback) -> Vec<Value> {
    let said = loopback.requests("POST /api/v10/channels/").into_iter();
    said.map(|request| request.body).collect()
}

/// Sends a message and waits for the reply to it.
/// The headline of the Masters' table.
const MASTERS: &str = "Halcome leads Masters with 138 points, 38 ahead of Bellomo.";

async fn reply_to(loopback: &Loopback, message: &Value) -> Value {
    loopback.tell("MESSAGE_CREATE", message).await;
    let id = message["id"].clone();
    let refers = |body: &Value| body["message_reference"]["message_id"] == id;
    loopback
        .wait_until("a reply", |state| {
            state.requests.iter().any(|request| refers(&request.body))
        })
        .await;
    spoken(loopback).into_iter().find(refers).expect("it was awaited")
}

fn title(reply: &Value) -> &str {
    reply["embeds"][0]["title"].as_str().unwrap_or_default()
}

fn text(reply: &Value) -> &str {
    reply["embeds"][0]["description"].as_str().unwrap_or_default()
}

/// Sends what must be ignored, then a question, and sees that the question alone was answered.
async fn ignores(ignored: &[(&'static str, Value)]) {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    for (event, message) in ignored {
        loopback.tell(event, message).await;
    }
    reply_to(&loopback, &mention("who leads pro")).await;
    assert_eq!(spoken(&loopback).len(), 1, "{:?}", spoken(&loopback));
}

#[tokio::test]
async fn a_mention_is_answered_in_reply_and_pings_nobody() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    let asked = mention("how far back is cooper");
    let reply = reply_to(&loopback, &asked).await;
    assert_eq!(title(&reply), "Cooper is 2nd in Pro with 87 points, 23 behind Hartog.");
    assert!(
        text(&reply).starts_with("-# Porsche Carrera Cup North America 2024 · Pro gap\n"),
        "{reply}"
    );
    assert_eq!(reply["message_reference"]["message_id"], asked["id"]);
    assert_eq!(reply["message_reference"]["fail_if_not_exists"], false);
    assert_eq!(
        reply["allowed_mentions"],
        json!({"parse": [], "replied_user": false, "roles": [], "users": []})
    );
    let small = reply["embeds"][0]["footer"]["text"].as_str().unwrap_or_default();
    assert_eq!(
        small,
        "Source: IMSA: preview of Watkins Glen 2024 (2024-06-21) · rehearsal, as of 2024-06-20 12:00 UTC"
    );
}

#[tokio::test]
async fn a_direct_message_and_a_reply_to_the_bot_are_answered() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    let direct = reply_to(&loopback, &direct("standings masters")).await;
    assert_eq!(title(&direct), MASTERS, "{direct}");
    let mut answered = mention("");
    answered["content"] = json!("who won montreal race 1");
    answered["type"] = json!(19);
    let reply = reply_to(&loopback, &answered).await;
    assert!(text(&reply).contains("Yves Baltas"), "{reply}");
}

#[tokio::test]
async fn what_is_not_for_the_bot_is_ignored() {
    let mut overheard = mention("");
    overheard["content"] = json!("");
    overheard["mentions"] = json!([]);
    let mut bot = mention("who leads");
    bot["author"]["bot"] = json!(true);
    let mut webhook = mention("who leads");
    webhook["webhook_id"] = json!("77");
    let mut joined = mention("who leads");
    joined["type"] = json!(7);
    let edited = mention("who leads");
    ignores(&[
        ("MESSAGE_CREATE", overheard),
        ("MESSAGE_CREATE", bot),
        ("MESSAGE_CREATE", webhook),
        ("MESSAGE_CREATE", joined),
        ("MESSAGE_UPDATE", edited),
    ])
    .await;
}

#[tokio::test]
async fn odd_texts_are_answered_and_never_come_back_live() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    for (odd, heading) in [
        ("   \n\t  ".to_owned(), "Not understood"),
        ("a".repeat(2_000), "Not understood"),
        ("متى السباق".to_owned(), "Not understood"),
        ("\u{200b}\u{200d}\u{2060}".to_owned(), "Not understood"),
    ] {
        let reply = reply_to(&loopback, &mention(&odd)).await;
        assert_eq!(title(&reply), heading, "{odd}");
    }
    // Others ask on, so that nobody's limit is reached.
    let mut live = mention("@everyone <@&5> ```x``` [a](https://evil.example) **frobnicate** ||y||");
    live["author"]["id"] = json!("99");
    let reply = reply_to(&loopback, &live).await.to_string();
    for gone in ["@everyone", "<@&5>", "```", "](http", "**frob"] {
        assert!(!reply.contains(gone), "{gone} in {reply}");
    }
    let mut hidden = mention("st\u{200b}andings \u{202e}masters");
    hidden["author"]["id"] = json!("98");
    assert_eq!(title(&reply_to(&loopback, &hidden).await), MASTERS);
}

#[tokio::test]
async fn a_thousand_mentions_are_held_back_with_one_friendly_line() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    for _ in 0..1_000 {
        loopback.tell("MESSAGE_CREATE", &mention("who leads")).await;
    }
    let mut other = mention("who leads pro");
    other["author"]["id"] = json!("42");
    reply_to(&loopback, &other).await;
    let told = spoken(&loopback);
    let pleas = told
        .iter()
        .filter(|reply| title(reply) == "One at a time, please")
        .count();
    // A slow machine earns another answer now and then, never a flood.
    assert!(
        (1..=20).contains(&pleas) && told.len() < 100,
        "{pleas} pleas of {}",
        told.len()
    );
}

#[tokio::test]
async fn a_follow_up_refers_to_what_the_same_person_asked_before() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    let lost = reply_to(&loopback, &mention("what time is that in london")).await;
    assert_eq!(title(&lost), "Which one?");
    reply_to(&loopback, &mention("standings pro")).await;
    let masters = reply_to(&loopback, &mention("what about masters")).await;
    assert_eq!(title(&masters), MASTERS, "{masters}");
    reply_to(&loopback, &mention("when is race 2")).await;
    let there = reply_to(&loopback, &mention("what time is that in london")).await;
    assert_eq!(
        title(&there),
        "Race 2 starts Sat 22 Jun at 16:00 BST (11:00 AM EDT at the track).",
        "{there}"
    );
}

#[tokio::test]
async fn what_somebody_has_not_seen_is_held_back_until_they_ask_for_it() {
    let loopback = Loopback::start().await;
    let bot = Bot::start_with(&loopback, "", &["--now", "2024-06-22T20:00:00Z"]);
    bot.wait_ready().await;
    let remembered = reply_to(&loopback, &mention("i have seen up to race 1")).await;
    assert!(
        text(&remembered).contains("after Race 1 at Watkins Glen"),
        "{remembered}"
    );
    let winners = reply_to(&loopback, &mention("who won race 2")).await;
    assert!(!winners.to_string().contains("Sedgwick"), "{winners}");
    assert!(winners.to_string().contains("Show what I have not seen"), "{winners}");
    let hidden = reply_to(&loopback, &mention("dont spoil race 1")).await;
    assert!(
        text(&hidden).starts_with("||") && text(&hidden).ends_with("||"),
        "{hidden}"
    );
    reply_to(&loopback, &mention("i have seen everything")).await;
    let mut again = mention("who won race 2");
    again["author"]["id"] = json!(ASKER.to_string());
    let winners = reply_to(&loopback, &again).await;
    assert!(winners.to_string().contains("Sedgwick"), "{winners}");
}

/// A message cannot be for one person alone: in a quiet channel it is told of the command that can.
#[tokio::test]
async fn in_a_quiet_channel_a_mention_is_told_of_the_command() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    let quiet = json!({"name": "quiet", "type": 7, "value": CHANNEL.to_string()});
    loopback.fire(&command("settings").manager().raw_option(quiet)).await;
    let reply = reply_to(&loopback, &mention("who leads pro")).await;
    insta::assert_snapshot!(format!("{}: {}", title(&reply), text(&reply)), @"This channel is quiet: Use a command, such as /ask: then only you see the answer.");
    let direct = reply_to(&loopback, &direct("who leads pro")).await;
    assert_eq!(
        title(&direct),
        "Hartog leads Pro with 110 points, 23 ahead of Cooper.",
        "{direct}"
    );
}
