//! Conversations with the bot: what is asked, and what a person reads of the answer.

use std::time::{Duration, Instant};

use serde_json::Value;

use super::discord::PATIENCE;
use super::interaction::Interaction;
use super::limits::reply;
use super::loopback::Loopback;
use super::process::Bot;

/// The Thursday before Watkins Glen 2024, as arguments.
pub const NOW: &[&str] = &["--now", "2024-06-20T12:00:00Z"];
/// The flag of a message that one person sees.
const EPHEMERAL: u64 = 64;

/// A bot at that moment, ready to be asked.
pub async fn started(loopback: &Loopback) -> Bot<'_> {
    let bot = Bot::start_with(loopback, "", NOW);
    bot.wait_ready().await;
    bot
}

/// Fires an interaction; the answer keeps every limit.
pub async fn fire(loopback: &Loopback, asked: &Interaction) -> Value {
    let answer = loopback.fire(asked).await;
    assert_eq!(reply(&answer), Ok(()), "{answer}");
    answer
}

/// The one embed of an answer.
pub fn embed(answer: &Value) -> &Value {
    &answer["data"]["embeds"][0]
}

/// True if only the asker sees an answer.
pub fn is_ephemeral(answer: &Value) -> bool {
    answer["data"]["flags"].as_u64().unwrap_or_default() & EPHEMERAL != 0
}

/// Visible text of an answer: title, text, small print, and the buttons with what they ask.
pub fn read(answer: &Value) -> String {
    let embed = embed(answer);
    let part = |part: &Value| part.as_str().unwrap_or_default().to_owned();
    let rows = answer["data"]["components"].as_array().into_iter().flatten();
    let buttons = rows.flat_map(|row| row["components"].as_array().into_iter().flatten());
    let buttons: Vec<String> = buttons
        .map(|button| format!("[{}: {}]", part(&button["label"]), part(&button["custom_id"])))
        .collect();
    let seen = if is_ephemeral(answer) { "only for you\n" } else { "" };
    let kind = &answer["type"];
    let (title, text, small) = (&embed["title"], &embed["description"], &embed["footer"]["text"]);
    let parts = [part(title), part(text), part(small), buttons.join("\n")];
    format!("type {kind}\n{seen}{}", parts.join("\n")).trim_end().to_owned()
}

/// Waits until something holds that no event tells.
pub async fn eventually(holds: impl AsyncFn() -> bool) {
    let deadline = Instant::now() + PATIENCE;
    while !holds().await {
        assert!(Instant::now() < deadline, "it never comes to be");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
