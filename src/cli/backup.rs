//! `raceweek backup`: a copy of the database, made while the bot runs.

use std::path::PathBuf;

use clap::Args;

use super::exit;
use super::options::ConfigOptions;
use super::print::write_out;
use super::runtime::block_on;
use crate::app::App;
use crate::clock::Clock;

/// Copies the database of SQLite into a new file, whole and consistent, also while the bot runs.
#[derive(Debug, Args)]
#[command(
    after_help = "Exit codes: 0 copied, 78 the configuration is wrong, 1 any other fault.\n\
    A database of PostgreSQL is copied with pg_dump."
)]
pub(super) struct Backup {
    /// The file to make: a new one.
    #[arg(value_name = "FILE")]
    to: PathBuf,
    /// Copies the database of a rehearsal instead.
    #[arg(long)]
    rehearsal: bool,
    #[command(flatten)]
    configured: ConfigOptions,
}

impl Backup {
    pub(super) fn run(&self) -> anyhow::Result<u8> {
        let app = App {
            config: self.configured.config()?,
            folder: None,
            clock: Clock::System,
        };
        block_on(async {
            let store = app.store_to_copy(self.rehearsal).await?;
            store.backup(&self.to).await?;
            store.close().await;
            Ok(())
        })?;
        write_out(&format!("The database is copied to {}.\n", self.to.display()))?;
        Ok(exit::ANSWERED)
    }
}
