//! Options that several subcommands have, and errors in their values.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::Args;

use crate::app::packs;
use crate::clock::Clock;
use crate::config::Config;
use crate::dataset::Catalogue;
use crate::domain::{clip, printable};

/// Years that a moment may lie in: zone data and four-digit years hold for all of them.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// Options of every subcommand that answers.
#[derive(Debug, Args)]
pub(super) struct CommonOptions {
    /// Reads the packs of this folder instead of the built-in ones.
    #[arg(long, value_name = "DIR")]
    pub(super) data: Option<PathBuf>,
    /// Speaks as of this moment instead of now, such as 2024-06-20T12:00:00Z.
    #[arg(long, value_name = "RFC3339", value_parser = moment)]
    now: Option<DateTime<Utc>>,
}

/// Options of the subcommands that need the configuration.
#[derive(Debug, Args)]
pub(super) struct ConfigOptions {
    /// Reads this configuration; config.toml if left out and there is one.
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
}

/// A name on the command line that the packs do not have.
#[derive(Debug, thiserror::Error)]
#[error("there is no {what} '{named}': write one of {}", known.join(", "))]
pub(super) struct UnknownName {
    what: &'static str,
    named: String,
    known: Vec<String>,
}

impl UnknownName {
    pub(super) fn new(what: &'static str, named: &str, known: &[&str]) -> Self {
        Self {
            what,
            named: printable(&clip(named, 60)),
            known: known.iter().map(|one| (*one).to_owned()).collect(),
        }
    }
}

impl CommonOptions {
    /// The packs; without a folder on the command line, those that the configuration names.
    pub(super) fn catalogue(&self, config: &Config) -> anyhow::Result<Catalogue> {
        Ok(match &self.data {
            Some(folder) => packs(Some(folder))?,
            None => packs(config.folder()?.as_deref())?,
        })
    }

    /// The clock, stopped if a moment is given.
    pub(super) fn clock(&self) -> Clock {
        self.now.map_or(Clock::System, Clock::Fixed)
    }

    /// The clock, running on from the moment that is given.
    pub(super) fn running_clock(&self) -> Clock {
        self.now.map_or(Clock::System, Clock::running_from)
    }
}

impl ConfigOptions {
    /// The configuration, with logging started as it says.
    pub(super) fn config(&self) -> anyhow::Result<Config> {
        let config = Config::load(self.config.as_deref())?;
        crate::logging::start(config.log);
        Ok(config)
    }
}

fn moment(text: &str) -> Result<DateTime<Utc>, String> {
    let parsed = DateTime::parse_from_rfc3339(text).map(|at| at.to_utc());
    match parsed {
        Ok(at) if YEARS.contains(&chrono::Datelike::year(&at)) => Ok(at),
        Ok(_) => Err(format!("write a moment between {} and {}", YEARS.start(), YEARS.end())),
        Err(_) => Err("write date, time and offset, such as 2024-06-20T12:00:00Z or 2024-06-20T08:00:00-04:00".into()),
    }
}
