//! A gateway that goes silent at some step of a connection: it is left, and tried again.

use std::time::Duration;

use raceweek::bot::Bot;
use raceweek::clock::Clock;
use raceweek::discord::{ConnectionLimits, DiscordBot, DiscordError, Gateway, Rest};
use raceweek::reminders::EndReason;
use raceweek::store::{Owner, Store, StoreKind, StoreLocation};
use secrecy::SecretString;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::support::answers::{THURSDAY, packs};
use crate::support::discord::State;
use crate::support::folder::Folder;
use crate::support::gateway::Silence;
use crate::support::interaction::command;
use crate::support::loopback::Loopback;
use crate::support::process;

const LIMITS: ConnectionLimits = ConnectionLimits {
    connect: Duration::from_millis(1_500),
    session: Duration::from_millis(1_500),
    pace: Duration::from_millis(10),
};

/// A bot on the gateway, with its store.
struct Connected {
    running: JoinHandle<Result<(), DiscordError>>,
    stop: CancellationToken,
    store: Store,
    _folder: Folder,
}

impl Connected {
    async fn start(loopback: &Loopback) -> Self {
        let folder = Folder::new();
        let file = StoreLocation::File(folder.path().join("kept.db"));
        let store = Store::open(&file, StoreKind::Rehearsal).await.unwrap();
        let clock = Clock::Fixed(THURSDAY.parse().unwrap());
        let mut bot = Bot::new(packs(), clock, "pccna".parse().unwrap());
        bot.store = Some(store.clone());
        let rest = Rest::new(&SecretString::from("a token"), loopback.url()).unwrap();
        let gateway = Gateway::new(rest, loopback.url(), DiscordBot::new(bot), TaskTracker::new());
        let (gateway, stop) = (gateway.await.unwrap(), CancellationToken::new());
        let running = tokio::spawn(gateway.run(None, LIMITS, stop.clone()));
        Self {
            running,
            stop,
            store,
            _folder: folder,
        }
    }

    /// Stops the bot; returns the outages that it recorded, the last one first.
    async fn stopped(self) -> Vec<EndReason> {
        self.stop.cancel();
        self.running.await.unwrap().unwrap();
        let health = self.store.health(Owner::All).await.unwrap();
        health.ended.into_iter().map(|entry| entry.reason).collect()
    }
}

/// Makes the next connections silent, one after the other.
fn silence(loopback: &Loopback, steps: &[Silence]) {
    loopback.gateway(|gateway| gateway.silences.extend(steps));
}

#[tokio::test]
async fn a_gateway_that_is_silent_at_any_step_is_left_and_heard_again_once_it_speaks() {
    for (step, reason) in [
        (Silence::Upgrade, EndReason::NoConnection),
        (Silence::Hello, EndReason::NoSession),
        (Silence::Ready, EndReason::NoSession),
    ] {
        let loopback = Loopback::start().await;
        silence(&loopback, &[step]);
        let connected = Connected::start(&loopback).await;
        loopback.ready().await;
        assert_eq!(loopback.fire(&command("about")).await["type"], 4, "after {step:?}");
        assert_eq!(connected.stopped().await, [reason], "after {step:?}");
    }
}

#[tokio::test]
async fn a_resumption_into_silence_becomes_a_new_session() {
    for step in [Silence::Upgrade, Silence::Ready] {
        let loopback = Loopback::start().await;
        loopback.heartbeat_interval(Duration::from_millis(500));
        let connected = Connected::start(&loopback).await;
        loopback.ready().await;
        assert_eq!(loopback.fire(&command("about")).await["type"], 4);
        silence(&loopback, &[step]);
        loopback.reconnect();
        let again = |state: &State| state.gateway.identifies.len() == 2 && state.gateway.connected();
        loopback.wait_until("a new session", again).await;
        assert_eq!(loopback.fire(&command("about")).await["type"], 4, "after {step:?}");
        connected.stopped().await;
    }
}

#[tokio::test]
async fn it_stops_at_once_while_nobody_answers() {
    let loopback = Loopback::start().await;
    silence(&loopback, &[Silence::Upgrade]);
    let connected = Connected::start(&loopback).await;
    let asked = |state: &State| state.gateway.silences.is_empty();
    loopback.wait_until("a connection", asked).await;
    assert_eq!(connected.stopped().await, []);
}

#[tokio::test]
async fn refused_intents_are_a_fault_of_the_configuration_and_named() {
    for code in [4_013, 4_014] {
        let loopback = Loopback::start().await;
        loopback.gateway(|gateway| gateway.close_code = Some(code));
        let ended = process::Bot::start(&loopback, "").end();
        assert_eq!(ended.code, Some(78), "{}", ended.stderr);
        let last = ended.stderr.lines().last().unwrap();
        assert_eq!(
            last,
            format!(
                "raceweek: config.toml: DISCORD_TOKEN or discord.token_file: Discord refuses this bot the gateway intents \
                 GUILDS, GUILD_MESSAGES, DIRECT_MESSAGES (close code {code}): allow them on the page Bot of its developer \
                 portal, or write the token of a bot that has them"
            )
        );
    }
}

/// serenity reads such a connection again and again until its next heartbeat, which is 41 s away.
#[tokio::test]
async fn a_connection_that_is_closed_for_good_is_tried_again_at_once() {
    let closed = async |code: u16| {
        let loopback = Loopback::start().await;
        loopback.gateway(|gateway| gateway.close_code = Some(code));
        let bot = process::Bot::start(&loopback, "");
        let closed = |state: &State| state.gateway.close_code.is_none();
        loopback.wait_until("an identification", closed).await;
        let again = |state: &State| state.gateway.connected();
        loopback.wait_until("a new session", again).await;
        assert_eq!(loopback.fire(&command("about")).await["type"], 4, "after {code}");
        assert_eq!(bot.terminate().code, Some(0), "after {code}");
    };
    tokio::join!(closed(4_003), closed(4_010), closed(4_011));
}
