//! Replies of the bot to interactions, without a gateway.

use std::sync::LazyLock;

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

/// Result of work that computes, for tests with and without a runtime of their own.
pub fn at_once<T: Send>(work: impl Future<Output = T> + Send) -> T {
    let run = || {
        let runtime = tokio::runtime::Builder::new_current_thread().build();
        runtime.expect("a runtime starts").block_on(work)
    };
    std::thread::scope(|threads| threads.spawn(run).join()).expect("it is computed")
}
