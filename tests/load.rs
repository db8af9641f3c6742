//! Many requests at once: what takes long does not hold up what does not.

use std::sync::Arc;
use std::time::{Duration, Instant};

use raceweek::bot::Pool;
use raceweek::discord::{Address, InteractionHandler, Reply, ReplyMode, RestClient, respond};
use secrecy::SecretString;
use tokio::task::JoinSet;

use crate::support::answers::{THURSDAY, at_once, bot};
use crate::support::discord::State;
use crate::support::interaction::{Interaction, command};
use crate::support::loopback::Loopback;

fn read(asked: &Interaction) -> serenity::all::Interaction {
    serde_json::from_value(asked.payload()).unwrap()
}

/// Discord waits three seconds for a first answer; what has not even begun to be computed by then is deferred as well.
#[tokio::test]
async fn all_are_answered_or_deferred_in_three_seconds_however_long_they_take_together() {
    const LONG: Duration = Duration::from_millis(150);
    let loopback = Loopback::start().await;
    let client = RestClient::new(reqwest::Client::new(), loopback.url(), SecretString::from("a token"));
    let handler = Arc::new(InteractionHandler::new(client));
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
