//! `raceweek import`: results of other programs, compared with a season's pack and, if that is asked for, written into it.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::Args;
use serde::Serialize;

use super::exit;
use super::foreign_files;
use super::options::{ConfigOptions, UnknownName};
use super::print::write_out;
use super::season_files::{edited, with_season};
use crate::clock::Clock;
use crate::dataset::edit::{commit, recover, undo};
use crate::dataset::{Catalogue, Fault, check_on};
use crate::domain::{Id, Season, Series, Slug};
use crate::import::{Draft, ImportReading, MatchOptions, SheetOutcome, draft, read};
use crate::view::words::import as say;

/// Reads results, tables and calendars from files of other programs.
#[derive(Debug, Args)]
#[command(after_help = HELP)]
pub(super) struct Import {
    /// The files, folders of them, or ZIP archives.
    #[arg(required_unless_present = "undo", value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Compares them with this series, by its id: pccna.
    #[arg(long, value_name = "S", requires = "season")]
    series: Option<String>,
    /// The season, by its id: 2026.
    #[arg(long, value_name = "Y", requires = "series")]
    season: Option<String>,
    /// The session, where the files do not tell it: miami/race-1, or a part of that.
    #[arg(long, value_name = "W/S")]
    session: Option<String>,
    /// Writes what changed into the folder of packs; without it nothing is written.
    #[arg(long)]
    write: bool,
    #[command(flatten)]
    names: NameOptions,
    /// Takes the last import of the folder back.
    #[arg(long, conflicts_with_all = ["files", "series", "write"])]
    undo: bool,
    /// The folder of packs; if left out that of the configuration, else the built-in packs, which are only compared.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Prints everything that was read, and what it changes, as JSON.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    config: ConfigOptions,
}

/// Options for names that the pack does not have.
#[derive(Debug, Args)]
struct NameOptions {
    /// Adds drivers, teams and entries that the pack does not have.
    #[arg(long)]
    add_missing: bool,
    /// Takes a name or class of the files for an id of the pack, and remembers that: "MAS=masters".
    #[arg(long = "as", value_name = "TEXT=ID", value_parser = choice)]
    choices: Vec<(String, Slug)>,
}

/// Examples and exit codes, for the help.
const HELP: &str = "\
For example:
  raceweek import results.json                                        what a file says
  raceweek import results.json --series pccna --season 2026           what it changes
  raceweek import results.json --series pccna --season 2026 --data packs --write
  raceweek import --undo --data packs

Exit codes: 0 read and, if asked for, written, 1 a file is not understood or cannot be taken: nothing is written,
64 wrong usage, 78 the configuration is wrong.";

/// Everything that an import tells, for `--json`.
#[derive(Debug, Serialize)]
struct ImportReport<'r> {
    reading: &'r ImportReading,
    outcomes: &'r [SheetOutcome],
    faults: Vec<&'r Fault>,
    written: Vec<&'r str>,
}

impl Import {
    pub(super) fn run(&self) -> anyhow::Result<u8> {
        let root = match &self.data {
            Some(given) => Some(given.clone()),
            None => self.config.config()?.folder()?,
        };
        if self.undo {
            return take_back(root.as_deref());
        }
        let year = self.season.as_ref().and_then(|season| season.parse().ok());
        let reading = read(foreign_files::read(&self.files)?, year);
        let (Some(series), Some(season)) = (&self.series, &self.season) else {
            if self.write {
                bail!("say where to write it: --series and --season");
            }
            return self.told(&reading, &Draft::default(), &[], Vec::new());
        };
        let root = root.as_deref();
        if let (true, Some(root)) = (self.write, root) {
            recover(root)?;
        }
        let today = Clock::System.now().date_naive();
        let (packs, scaffolded) = with_season(root, &reading, (series, season), today)?;
        let report = check_on(packs.folder(), Some(today));
        let Some(catalogue) = report.catalogue else {
            let errors: Vec<&Fault> = scaffolded
                .iter()
                .chain(&report.faults)
                .filter(|fault| fault.is_error())
                .collect();
            let errors: String = errors.iter().map(|fault| format!("{fault}\n")).collect();
            bail!("the packs are not in order; mend them first:\n{errors}");
        };
        let (series, season) = season_of(&catalogue, series, season)?;
        let options = MatchOptions {
            session: self.session.clone(),
            add_missing: self.names.add_missing,
            choices: self.names.choices.clone(),
            today,
        };
        let mut draft = draft(series, season, &reading.sheets, &options);
        draft.faults.extend(scaffolded);
        let edited = edited((packs, &report.faults), (series, season), &draft, today)?;
        let failed = reading
            .faults
            .iter()
            .chain(&draft.faults)
            .chain(&edited.1)
            .any(Fault::is_error);
        let changed = edited.0.changed();
        if self.write && !failed && !changed.is_empty() {
            let root = root.context("the built-in packs cannot be changed: name a folder with --data")?;
            commit(root, changed)?;
            return self.told(
                &reading,
                &draft,
                &edited.1,
                changed.keys().map(String::as_str).collect(),
            );
        }
        self.told(&reading, &draft, &edited.1, Vec::new())
    }

    fn told(
        &self,
        reading: &ImportReading,
        draft: &Draft,
        checked: &[Fault],
        written: Vec<&str>,
    ) -> anyhow::Result<u8> {
        let faults: Vec<&Fault> = reading.faults.iter().chain(&draft.faults).chain(checked).collect();
        let failed = faults.iter().any(|fault| fault.is_error());
        if self.json {
            let report = ImportReport {
                reading,
                outcomes: &draft.outcomes,
                faults,
                written,
            };
            write_out(&(serde_json::to_string_pretty(&report)? + "\n"))?;
        } else {
            let mut text: String = reading.sheets.iter().map(say::sheet).collect();
            text.extend(draft.outcomes.iter().map(say::outcome));
            text.extend(faults.iter().map(|fault| format!("{fault}\n")));
            text.push_str(&say::end(draft, failed, self.write, &written));
            write_out(&text)?;
        }
        Ok(if failed { exit::FAULT } else { exit::ANSWERED })
    }
}

/// Takes the last import of a folder back.
fn take_back(root: Option<&Path>) -> anyhow::Result<u8> {
    let root = root.context("the built-in packs are never changed: name a folder with --data")?;
    let files = undo(root)?;
    write_out(&format!("Taken back: {}.\n", files.join(", ")))?;
    Ok(exit::ANSWERED)
}

fn season_of<'c>(
    catalogue: &'c Catalogue,
    series: &str,
    season: &str,
) -> Result<(&'c Series, &'c Season), UnknownName> {
    let all: Vec<&str> = catalogue.series.keys().map(Id::as_str).collect();
    let found = catalogue.series.values().find(|one| one.id.as_str() == series);
    let found = found.ok_or_else(|| UnknownName::new("series", series, &all))?;
    let all: Vec<&str> = found.seasons.keys().map(Id::as_str).collect();
    let named = found.each_season().find(|one| one.id.as_str() == season);
    Ok((found, named.ok_or_else(|| UnknownName::new("season", season, &all))?))
}

fn choice(text: &str) -> Result<(String, Slug), String> {
    let wrong = || format!("'{text}': write TEXT=ID, such as \"MAS=masters\"");
    let (text, id) = text.rsplit_once('=').ok_or_else(wrong)?;
    Ok((text.trim().to_owned(), id.trim().parse().map_err(|_| wrong())?))
}
