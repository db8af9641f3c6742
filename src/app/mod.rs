//! Composition root: configuration, packs, store, Discord and signals become a running bot.

mod maintenance;
mod packs;
mod signals;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::bot::Bot;
use crate::clock::Clock;
use crate::config::{Config, ConfigError};
use crate::dataset::Catalogue;
use crate::delivery::{Dispatcher, Services};
use crate::discord::{ConnectionLimits, DiscordBot, DiscordError, Gateway, Registration, Rest, register};
use crate::domain::Id;
use crate::store::{Store, StoreError, StoreKind, StoreLocation};

use maintenance::maintain;
use packs::reload;
pub use packs::{PacksError, folder, packs};
use signals::Signals;

/// Pause before the database is tried again at the start.
const STORE_RETRY: Duration = Duration::from_secs(2);
/// Number of attempts between two log lines about it.
const FAILURES_PER_LINE: u32 = 30;
/// Timeout for answers in flight on shutdown; with that of the gateway, less than 5 s.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_millis(1_500);

/// A bot that is configured and not yet running.
#[derive(Debug, Clone)]
pub struct App {
    /// The configuration.
    pub config: Config,
    /// The folder of packs, instead of the configured one.
    pub folder: Option<PathBuf>,
    /// The clock that gives the moment of each question.
    pub clock: Clock,
}

impl App {
    /// Registers the commands and does nothing else.
    ///
    /// # Errors
    /// If the configuration is wrong, or Discord refuses.
    pub async fn register(&self) -> anyhow::Result<Registration> {
        let rest = self.rest()?;
        let registration = register(&rest.http).await;
        registration.map_err(|error| self.blame(error))
    }

    /// Runs until SIGTERM or Ctrl-C.
    ///
    /// # Errors
    /// If it cannot start, or ends without being stopped.
    pub async fn run(&self) -> anyhow::Result<()> {
        let mut signals = Signals::listen()?;
        let rest = self.rest()?;
        let started = tokio::select! {
            started = self.started() => started?,
            () = signals.stopped() => return Ok(()),
        };
        let (bot, store) = started;
        let (stop, tasks) = (CancellationToken::new(), TaskTracker::new());
        let (reloading, folder) = (Arc::clone(&bot), self.folder()?);
        tasks.spawn(signals.handle(stop.clone(), move |superseded| {
            reload(&reloading, folder.as_deref(), superseded);
        }));
        tasks.spawn(stop.clone().run_until_cancelled_owned(maintain(Arc::clone(&bot))));
        let dispatcher = Dispatcher::new(Arc::new(Services::new(
            Arc::clone(&bot),
            store.clone(),
            rest.client.clone(),
        )));
        tasks.spawn(dispatcher.run(stop.clone()));
        let discord = DiscordBot {
            bot: Arc::clone(&bot),
            rest: Some(rest.client.clone()),
        };
        let api_url = &self.config.discord.api_url;
        let gateway = Gateway::new(rest, api_url, discord, tasks.clone());
        let Some(gateway) = stop.run_until_cancelled(gateway).await else {
            return Ok(());
        };
        let gateway = gateway.map_err(|error| self.blame(error))?;
        let http = gateway.http();
        let registering = async move { registered(&bot, register(&http).await) };
        tasks.spawn(stop.clone().run_until_cancelled_owned(registering));
        let ended = gateway
            .run(self.config.discord.shards, ConnectionLimits::default(), stop.clone())
            .await;
        stop.cancel();
        finish(&tasks).await;
        store.close().await;
        ended.map_err(|error| self.blame(error))?;
        tracing::info!("stopped");
        Ok(())
    }

    /// The bot with its store, and the settings in it, as soon as the database answers.
    async fn started(&self) -> anyhow::Result<(Arc<Bot>, Store)> {
        let app = self.clone();
        let mut bot = tokio::task::spawn_blocking(move || app.bot()).await??;
        let store = patiently(|| self.store()).await?;
        bot.store = Some(store.clone());
        patiently(async || Ok(bot.refresh().await?)).await?;
        if self.clock.is_rehearsal() {
            tracing::info!("a rehearsal: answers speak as of {}", self.clock.now());
        }
        Ok((Arc::new(bot), store))
    }

    /// Opens the configured database.
    ///
    /// # Errors
    /// If the configuration is wrong, or the database cannot be used.
    pub async fn store(&self) -> anyhow::Result<Store> {
        let rehearsal = self.clock.is_rehearsal();
        let place = self.store_location(rehearsal)?;
        let kind = if rehearsal {
            StoreKind::Rehearsal
        } else {
            StoreKind::Real
        };
        let store = Store::open(&place, kind).await?;
        tracing::info!("the database is {}", place.name());
        Ok(store)
    }

    /// Opens the configured database if it exists; a command that only reads creates none.
    ///
    /// # Errors
    /// As above, and if there is no such file.
    pub async fn existing_store(&self) -> anyhow::Result<Store> {
        exists(&self.store_location(self.clock.is_rehearsal())?)?;
        self.store().await
    }

    /// Opens the configured database, or that of a rehearsal, to copy it: whichever clock it has.
    ///
    /// # Errors
    /// As above.
    pub async fn store_to_copy(&self, rehearsal: bool) -> anyhow::Result<Store> {
        let place = self.store_location(rehearsal)?;
        exists(&place)?;
        Ok(Store::open_any(&place).await?)
    }

    fn store_location(&self, rehearsal: bool) -> Result<StoreLocation, ConfigError> {
        Ok(match self.config.database_url()? {
            Some(url) => StoreLocation::Server(url),
            None => StoreLocation::File(self.config.database(rehearsal)?),
        })
    }

    /// The configured packs.
    ///
    /// # Errors
    /// If they cannot be used; with all their faults.
    pub fn catalogue(&self) -> anyhow::Result<Catalogue> {
        Ok(packs(self.folder()?.as_deref())?)
    }

    fn bot(&self) -> anyhow::Result<Bot> {
        let catalogue = self.catalogue()?;
        let series = &self.config.series.default;
        let Some(id) = catalogue.series.keys().find(|id| **id == **series).cloned() else {
            let known: Vec<&str> = catalogue.series.keys().map(Id::as_str).collect();
            let instead = format!("the packs have no such series: write one of {}", known.join(", "));
            return Err(self.config.fault("series.default", instead).into());
        };
        tracing::info!(series = catalogue.series.len(), "packs read");
        let mut bot = Bot::new(catalogue, self.clock, id);
        bot.log_unread = self.config.log.unread;
        Ok(bot)
    }

    fn rest(&self) -> anyhow::Result<Rest> {
        Ok(Rest::new(&self.config.token()?, &self.config.discord.api_url)?)
    }

    fn folder(&self) -> Result<Option<PathBuf>, ConfigError> {
        match &self.folder {
            Some(folder) => Ok(Some(folder.clone())),
            None => self.config.folder(),
        }
    }

    /// A refused token is an error of the configuration, as are refused intents; any other error is Discord's.
    fn blame(&self, error: DiscordError) -> anyhow::Error {
        match error {
            DiscordError::BadToken => {
                let instead = "Discord refuses the token: write the one that its developer portal shows for this bot";
                self.config.fault("DISCORD_TOKEN or discord.token_file", instead).into()
            }
            DiscordError::Intents(code, intents) => {
                let instead = format!(
                    "Discord refuses this bot the gateway intents {intents} (close code {code}): allow them on the page Bot of \
                     its developer portal, or write the token of a bot that has them"
                );
                self.config.fault("DISCORD_TOKEN or discord.token_file", instead).into()
            }
            other => other.into(),
        }
    }
}

/// Refuses a file that is not there.
fn exists(place: &StoreLocation) -> anyhow::Result<()> {
    match place {
        StoreLocation::File(file) if !file.exists() => anyhow::bail!(
            "there is no database {}: name its file under [store] in the configuration, or start the bot once",
            file.display()
        ),
        _ => Ok(()),
    }
}

/// Repeats work for as long as the database does not answer, with a log line at once and then every minute.
async fn patiently<T>(work: impl AsyncFn() -> anyhow::Result<T>) -> anyhow::Result<T> {
    let mut failures = 0_u32;
    loop {
        let error = match work().await {
            Err(error) if error.downcast_ref().is_some_and(StoreError::is_transient) => error,
            done => return done,
        };
        if failures.is_multiple_of(FAILURES_PER_LINE) {
            tracing::warn!("{error:#}: waiting for it");
        }
        failures = failures.wrapping_add(1);
        tokio::time::sleep(STORE_RETRY).await;
    }
}

/// Waits for the answers in flight, up to the timeout.
async fn finish(tasks: &TaskTracker) {
    tasks.close();
    if tokio::time::timeout(SHUTDOWN_TIMEOUT, tasks.wait()).await.is_err() {
        tracing::warn!("{} answers were still in flight", tasks.len());
    }
}

/// Sets the ids of the registered commands; without them the bot still answers, and help names its commands without
/// mentions.
fn registered(bot: &Bot, outcome: Result<Registration, DiscordError>) {
    match outcome {
        Ok(registration) => {
            for change in &registration.changes {
                tracing::info!("command registered: {change}");
            }
            let commands = registration.commands.len();
            bot.commands.store(Arc::new(registration.commands));
            tracing::info!(commands, "commands are registered");
        }
        Err(error) => tracing::error!("commands are not registered: {error}"),
    }
}
