//! `raceweek check`: compiler-like report of the faults of a data folder.

use std::path::PathBuf;

use clap::Args;

use super::exit;
use super::options::ConfigOptions;
use super::print::write_out;
use crate::app::folder;
use crate::clock::Clock;
use crate::dataset::check_on;

/// Checks a data folder and prints every fault.
#[derive(Debug, Args)]
#[command(after_help = "Exit codes: 0 no errors, 1 errors, 64 wrong usage, 78 the configuration is wrong.")]
pub(super) struct Check {
    /// The folder; if left out that of the configuration, else the built-in packs.
    #[arg(value_name = "DIR", conflicts_with = "data")]
    folder: Option<PathBuf>,
    /// The folder, as the other subcommands take it.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    #[command(flatten)]
    config: ConfigOptions,
}

impl Check {
    pub(super) fn run(&self) -> anyhow::Result<u8> {
        let folder = match self.folder.as_ref().or(self.data.as_ref()) {
            Some(given) => folder(Some(given))?,
            None => folder(self.config.config()?.folder()?.as_deref())?,
        };
        let verdict = check_on(folder, Some(Clock::System.now().date_naive()));
        write_out(&format!("{verdict}\n"))?;
        Ok(if verdict.passed() { exit::ANSWERED } else { exit::FAULT })
    }
}
