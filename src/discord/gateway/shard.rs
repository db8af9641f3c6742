//! Shard of the gateway: it connects within time limits, is watched, and starts anew when it is deaf.
//!
//! serenity sets no limit on connecting and none on READY, so its queue of shards is not used: each attempt is a task of
//! ours, which ends with all that it waits for.

use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serenity::all::{
    ConnectionStage, EventHandler, GatewayError, GatewayIntents, Http, OnlineStatus, Shard, ShardInfo, ShardManager,
    ShardManagerOptions, ShardMessenger, ShardRunner, ShardRunnerInfo, ShardRunnerMessage, ShardRunnerOptions,
};
use tokio::sync::Mutex;
use tokio_util::sync::CancellationToken;
use tokio_util::task::AbortOnDropHandle;

use super::ConnectionLimits;
use crate::bot::Bot;
use crate::discord::DiscordError;
use crate::discord::rest::reason;
use crate::reminders::EndReason;

/// Timeout for closing the connection on shutdown.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(3);
/// Time without a poll after which a runner is probed: one that is well is polled twice a second.
const STALL: Duration = Duration::from_secs(1);
/// Code with which it is closed: the session has ended.
const NORMAL_CLOSURE: u16 = 1000;

/// Gateway intents: servers and messages, without the privileged content of messages not addressed to the bot.
const INTENTS: GatewayIntents = GatewayIntents::GUILDS
    .union(GatewayIntents::GUILD_MESSAGES)
    .union(GatewayIntents::DIRECT_MESSAGES);

/// Connector of the shards of a process.
pub(super) struct Connector {
    /// serenity's REST client, which holds the token.
    pub http: Arc<Http>,
    url: Arc<Mutex<String>>,
    receiver: Arc<dyn EventHandler>,
    bot: Arc<Bot>,
    /// Start of the last session of any shard.
    last_start: Mutex<Option<Instant>>,
}

/// End of an attempt to be connected.
enum AttemptEnd {
    /// The bot was told to stop.
    Stopped,
    /// The session has ended, or there was none.
    Ended(ShardFault),
}

/// Fault that ends an attempt.
#[derive(Debug, thiserror::Error)]
enum ShardFault {
    #[error("cannot connect: {0}")]
    Unreachable(String),
    #[error("no connection within {0:?}")]
    NoConnection(Duration),
    #[error("connected, but neither READY nor RESUMED within {0:?}")]
    NoSession(Duration),
    #[error("the session has ended")]
    Ended,
    #[error("{0}")]
    Panicked(String),
}

impl ShardFault {
    /// Reason in the journal; none for what is usual.
    fn reason(&self) -> Option<EndReason> {
        match self {
            Self::Unreachable(_) | Self::NoConnection(_) => Some(EndReason::NoConnection),
            Self::NoSession(_) => Some(EndReason::NoSession),
            Self::Ended | Self::Panicked(_) => None,
        }
    }
}

impl Connector {
    /// A connector to the gateway at `url` that hands events to `receiver`.
    pub fn new(http: Arc<Http>, url: String, receiver: Arc<dyn EventHandler>, bot: Arc<Bot>) -> Self {
        Self {
            http,
            url: Arc::new(Mutex::new(url)),
            receiver,
            bot,
            last_start: Mutex::new(None),
        }
    }

    /// Keeps a shard connected until `stop` is cancelled.
    ///
    /// # Errors
    /// If Discord refuses the connection for good.
    pub async fn keep(
        &self,
        shard: ShardInfo,
        limits: ConnectionLimits,
        stop: &CancellationToken,
    ) -> Result<(), DiscordError> {
        let mut failures = 0;
        while stop.run_until_cancelled(self.turn(limits.pace)).await.is_some() {
            let begun = Instant::now();
            let fault = match Box::pin(self.attempt(shard, limits, stop)).await? {
                AttemptEnd::Stopped => break,
                AttemptEnd::Ended(fault) => fault,
            };
            // The watch leaves no attempt without a session as long as that.
            let had_session = begun.elapsed() > limits.connect + limits.session;
            failures = if had_session { 0 } else { failures + 1 };
            let left = limits.pause(failures).saturating_sub(begun.elapsed());
            tracing::warn!(
                shard = shard.id.0,
                failures,
                "not connected to the gateway: {fault}; the next attempt is in {} s",
                left.as_secs()
            );
            if failures <= 1 {
                self.record(&fault).await;
            }
            if stop.run_until_cancelled(tokio::time::sleep(left)).await.is_none() {
                break;
            }
        }
        Ok(())
    }

    /// Waits until a session may begin.
    async fn turn(&self, pace: Duration) {
        let mut last = self.last_start.lock().await;
        if let Some(last) = *last {
            tokio::time::sleep_until((last + pace).into()).await;
        }
        *last = Some(Instant::now());
    }

    /// Connects and stays connected for as long as it hears.
    async fn attempt(
        &self,
        info: ShardInfo,
        limits: ConnectionLimits,
        stop: &CancellationToken,
    ) -> Result<AttemptEnd, DiscordError> {
        let connecting = Shard::new(Arc::clone(&self.url), self.http.token(), info, INTENTS, None);
        let connecting = tokio::time::timeout(limits.connect, Box::pin(connecting));
        let shard = match stop.run_until_cancelled(connecting).await {
            None => return Ok(AttemptEnd::Stopped),
            Some(Err(_)) => return Ok(AttemptEnd::Ended(ShardFault::NoConnection(limits.connect))),
            Some(Ok(Err(error))) => return Ok(AttemptEnd::Ended(ShardFault::Unreachable(reason(error)))),
            Some(Ok(Ok(shard))) => shard,
        };
        let manager = self.manager(info)?;
        let mut runner = ShardRunner::new(ShardRunnerOptions {
            data: Arc::default(),
            event_handlers: vec![Arc::clone(&self.receiver)],
            raw_event_handlers: Vec::new(),
            manager: Arc::clone(&manager),
            shard,
            http: Arc::clone(&self.http),
        });
        let messenger = ShardMessenger::new(&runner);
        let entry = ShardRunnerInfo {
            latency: None,
            runner_tx: messenger.clone(),
            stage: ConnectionStage::Handshake,
        };
        manager.runners.lock().await.insert(info.id, entry);
        let polls = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&polls);
        let mut running =
            AbortOnDropHandle::new(tokio::spawn(
                async move { Box::pin(counted(runner.run(), &counter)).await },
            ));
        tokio::select! {
            ended = &mut running => match ended {
                Ok(Ok(())) => Ok(AttemptEnd::Ended(ShardFault::Ended)),
                Ok(Err(error)) => Err(refused(error)),
                Err(broken) => Ok(AttemptEnd::Ended(ShardFault::Panicked(broken.to_string()))),
            },
            fault = deaf(&manager, &messenger, &polls, limits) => Ok(AttemptEnd::Ended(fault)),
            () = stop.cancelled() => {
                messenger.send_to_shard(ShardRunnerMessage::Shutdown(info.id, NORMAL_CLOSURE));
                if tokio::time::timeout(CLOSE_TIMEOUT, running).await.is_err() {
                    tracing::warn!(shard = info.id.0, "the gateway did not close in time");
                }
                Ok(AttemptEnd::Stopped)
            }
        }
    }

    /// A manager that only notes the stage of a runner. Its own task, which would start shards without a limit, is left
    /// behind in a runtime that never runs.
    fn manager(&self, info: ShardInfo) -> Result<Arc<ShardManager>, DiscordError> {
        let nowhere = tokio::runtime::Builder::new_current_thread().build();
        let nowhere = nowhere.map_err(|error| DiscordError::Failed("setting up a shard", error.to_string()))?;
        let manager = {
            let _entered = nowhere.enter();
            ShardManager::new(ShardManagerOptions {
                data: Arc::default(),
                event_handlers: Vec::new(),
                raw_event_handlers: Vec::new(),
                shard_index: info.id.0,
                shard_init: 1,
                shard_total: info.total,
                ws_url: Arc::clone(&self.url),
                http: Arc::clone(&self.http),
                intents: INTENTS,
                presence: None,
            })
            .0
        };
        nowhere.shutdown_background();
        // A runner that asks for its restart would wait for this, and then end.
        manager.shutdown_finished(info.id);
        Ok(manager)
    }

    /// Records the beginning of an outage in the journal.
    async fn record(&self, fault: &ShardFault) {
        let (Some(store), Some(reason)) = (&self.bot.store, fault.reason()) else {
            return;
        };
        if let Err(error) = store.record_disconnection(&reason, self.bot.clock.now()).await {
            tracing::error!("an outage of the gateway is not recorded: {error}");
        }
    }
}

/// Runs a future and counts how often it is polled: a runner is polled twice a second, unless it waits for a connection.
async fn counted<T>(work: impl Future<Output = T>, polls: &AtomicUsize) -> T {
    let mut work = pin!(work);
    poll_fn(|context| {
        polls.fetch_add(1, Ordering::Relaxed);
        work.as_mut().poll(context)
    })
    .await
}

/// Waits until a shard is deaf: it waits for a connection, or has no session, for longer than it may.
///
/// A runner whose connection was closed with 4003, 4010 or 4011 reads it again and again without a pause, until its next
/// heartbeat. It takes messages meanwhile: one that cannot be sent ends it, one that can says what is so anyway.
async fn deaf(
    manager: &ShardManager,
    runner: &ShardMessenger,
    polls: &AtomicUsize,
    limits: ConnectionLimits,
) -> ShardFault {
    let (mut seen, mut moved, mut heard) = (0, Instant::now(), Instant::now());
    let mut is_probed = false;
    loop {
        tokio::time::sleep(limits.look()).await;
        let (now, polled) = (Instant::now(), polls.load(Ordering::Relaxed));
        if polled != seen {
            (seen, moved, is_probed) = (polled, now, false);
        }
        if now - moved >= STALL && !is_probed {
            runner.send_to_shard(ShardRunnerMessage::SetStatus(OnlineStatus::Online));
            is_probed = true;
        }
        let stage = manager.runners.lock().await.values().next().map(|runner| runner.stage);
        if stage == Some(ConnectionStage::Connected) {
            heard = now;
        }
        if now - moved >= limits.connect {
            return ShardFault::NoConnection(limits.connect);
        }
        if now - heard >= limits.session {
            return ShardFault::NoSession(limits.session);
        }
    }
}

/// Classifies an error for which Discord takes no further attempt.
fn refused(error: serenity::Error) -> DiscordError {
    let intents = |code| {
        let names: Vec<&str> = INTENTS.iter_names().map(|(name, _)| name).collect();
        DiscordError::Intents(code, names.join(", "))
    };
    match error {
        serenity::Error::Gateway(GatewayError::InvalidGatewayIntents) => intents(4013),
        serenity::Error::Gateway(GatewayError::DisallowedGatewayIntents) => intents(4014),
        other => DiscordError::of("connecting to the gateway", other),
    }
}
