//! `raceweek run`: the bot on Discord.

use std::path::PathBuf;

use clap::Args;

use super::{Common, exit};
use crate::app::App;
use crate::config::Config;

/// Options of the subcommands that go to Discord.
#[derive(Debug, Args)]
pub(super) struct Configured {
    /// Reads this configuration; config.toml if left out and there is one.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

/// Answers on Discord until it is told to stop.
#[derive(Debug, Args)]
#[command(
    after_help = "Exit codes: 0 stopped as told, 78 the configuration is wrong, 1 any other fault.\n\
    SIGHUP reads the data folder again; SIGTERM and Ctrl-C stop."
)]
pub(super) struct Run {
    #[command(flatten)]
    common: Common,
    #[command(flatten)]
    configured: Configured,
}

impl Run {
    pub(super) fn run(&self) -> anyhow::Result<u8> {
        let app = App {
            config: self.configured.config()?,
            folder: self.common.data.clone(),
            clock: self.common.running_clock(),
        };
        block_on(app.run())?;
        Ok(exit::ANSWERED)
    }
}

impl Configured {
    /// The configuration, with logging started as it says.
    pub(super) fn config(&self) -> anyhow::Result<Config> {
        let config = Config::load(self.config.as_deref())?;
        crate::logging::start(config.log);
        Ok(config)
    }
}

/// Runs a future to its end, on as many threads as there are cores.
pub(super) fn block_on<T>(work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let done = runtime.block_on(work);
    // Nothing that is left behind may hold up the end.
    runtime.shutdown_background();
    done
}
