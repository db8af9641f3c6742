//! Replies of the bot to interactions, without a gateway.

use std::pin::pin;
use std::sync::LazyLock;
use std::task::{Context, Poll, Waker};

use raceweek::bot::Bot;
use raceweek::clock::Clock;
use raceweek::dataset::{Catalogue, Folder, load};
use raceweek::discord::{DiscordBot, ReplyMode, respond};
use serde_json::{Value, json};

use super::interaction::Interaction;

/// The Thursday before Watkins Glen 2024.
pub const THURSDAY: &str = "2024-06-20T12:00:00Z";

/// The built-in packs, read once for all tests of a process.
static PACKS: LazyLock<Catalogue> = LazyLock::new(|| match load(Folder::embedded()) {
    Ok((catalogue, _)) => catalogue,
    Err(faults) => panic!("the built-in packs have faults: {faults:?}"),
});

/// The built-in packs.
pub fn built_in() -> &'static Catalogue {
    &PACKS
}

/// A copy of the built-in packs, for tests that change them.
pub fn packs() -> Catalogue {
    PACKS.clone()
}

/// A bot with the built-in packs at a moment.
pub fn bot(now: &str) -> DiscordBot {
    let clock = Clock::Fixed(now.parse().expect("a moment"));
    DiscordBot::new(Bot::new(packs(), clock, "pccna".parse().expect("an id")))
}

/// The body of the callback with which a bot answers.
pub fn answer(bot: &DiscordBot, interaction: &Interaction) -> Value {
    let received = serde_json::from_value(interaction.payload()).expect("an interaction that serenity reads");
    let mode = ReplyMode::of(&bot.bot, &received);
    json!(at_once(respond(bot, &received, mode)).callback())
}

/// Result of work that has nothing to wait for: a bot without a store answers from memory.
pub fn at_once<T>(work: impl Future<Output = T>) -> T {
    match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => panic!("an answer from memory waits for something"),
    }
}
