//! `raceweek schema`: JSON Schemas of a pack's files.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::Args;

use super::exit;
use super::print::write_out;
use crate::dataset::schemas;

/// Prints the JSON Schemas of a pack's files, or writes them to a folder.
#[derive(Debug, Args)]
pub(super) struct Schema {
    /// Writes one file a schema to this folder instead of printing them.
    #[arg(long, value_name = "DIR")]
    write: Option<PathBuf>,
}

impl Schema {
    pub(super) fn run(&self) -> anyhow::Result<u8> {
        for (name, text) in schemas() {
            match &self.write {
                Some(folder) => {
                    let path = folder.join(&name);
                    std::fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
                }
                None => {
                    write_out(&text)?;
                }
            }
        }
        Ok(exit::ANSWERED)
    }
}
