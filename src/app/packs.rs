//! Packs of a folder or built in, read at the start and again while the bot runs.

use std::path::Path;

use tokio_util::sync::CancellationToken;

use crate::bot::Bot;
use crate::dataset::{Catalogue, Fault, Folder, load};
use crate::domain::printable;

/// Failure to read packs.
#[derive(Debug, thiserror::Error)]
pub enum PacksError {
    /// The folder cannot be read.
    #[error("cannot read the data folder {0}: {1}")]
    Unreadable(String, std::io::Error),
    /// Its files have faults.
    #[error("the data has faults; mend them, `raceweek check` shows all\n{}", list(.0))]
    Faulty(Vec<Fault>),
}

/// The files of a data folder, or the built-in ones.
///
/// # Errors
/// If the folder cannot be read.
pub fn folder(path: Option<&Path>) -> Result<Folder, PacksError> {
    match path {
        Some(path) => {
            Folder::open(path).map_err(|error| PacksError::Unreadable(printable(&path.display().to_string()), error))
        }
        None => Ok(Folder::embedded()),
    }
}

/// The packs of a data folder, or the built-in ones.
///
/// # Errors
/// If the folder cannot be used; with all its faults.
pub fn packs(path: Option<&Path>) -> Result<Catalogue, PacksError> {
    match load(folder(path)?) {
        Ok((catalogue, _)) => Ok(catalogue),
        Err(mut faults) => {
            faults.retain(Fault::is_error);
            Err(PacksError::Faulty(faults))
        }
    }
}

fn list(faults: &[Fault]) -> String {
    let faults: Vec<String> = faults.iter().map(Fault::to_string).collect();
    faults.join("\n")
}

/// Reads the packs again; if the folder has faults, or a later reload has begun meanwhile, the old packs stay.
pub(super) fn reload(bot: &Bot, folder: Option<&Path>, superseded: &CancellationToken) {
    let Some(path) = folder else {
        tracing::info!("the packs are built in: there is nothing to read again");
        return;
    };
    let read = packs(Some(path));
    if superseded.is_cancelled() {
        tracing::warn!("the packs are being read once more: those read before are not used");
        return;
    }
    match read {
        Ok(catalogue) => replace(bot, catalogue),
        Err(error) => log_failure(&error),
    }
}

/// Replaces the packs, unless the new ones lack the usual series.
fn replace(bot: &Bot, catalogue: Catalogue) {
    if !catalogue.series.contains_key(&bot.series) {
        tracing::error!("the folder has no series {}: the old packs stay", bot.series);
        return;
    }
    let series = catalogue.series.len();
    bot.replace_packs(catalogue);
    tracing::info!(series, "packs read again");
}

fn log_failure(error: &PacksError) {
    let PacksError::Faulty(faults) = error else {
        tracing::error!("{error}: the old packs stay");
        return;
    };
    for fault in faults {
        tracing::error!("{fault}");
    }
    tracing::error!(faults = faults.len(), "the folder has faults: the old packs stay");
}
