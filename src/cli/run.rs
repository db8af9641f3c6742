//! `raceweek run`: the bot on Discord.

use clap::Args;

use super::exit;
use super::options::{CommonOptions, ConfigOptions};
use super::runtime::block_on;
use crate::app::App;

/// Answers on Discord until it is told to stop.
#[derive(Debug, Args)]
#[command(
    after_help = "Exit codes: 0 stopped as told, 78 the configuration is wrong, 1 any other fault.\n\
    SIGHUP reads the data folder again; SIGTERM and Ctrl-C stop."
)]
pub(super) struct Run {
    #[command(flatten)]
    common: CommonOptions,
    #[command(flatten)]
    configured: ConfigOptions,
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
