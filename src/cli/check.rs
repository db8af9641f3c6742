//! `raceweek check`: compiler-like report of the faults of a data folder.

use std::path::PathBuf;

use clap::Args;

use super::exit;
use super::print::write_out;
use crate::app::folder;
use crate::dataset::check;

/// Checks a data folder and prints every fault.
#[derive(Debug, Args)]
#[command(after_help = "Exit codes: 0 no errors, 1 errors, 64 wrong usage.")]
pub(super) struct Check {
    /// The folder; the built-in packs if left out.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

impl Check {
    pub(super) fn run(&self) -> anyhow::Result<u8> {
        let verdict = check(folder(self.data.as_deref())?);
        write_out(&format!("{verdict}\n"))?;
        Ok(if verdict.passed() { exit::ANSWERED } else { exit::FAULT })
    }
}
