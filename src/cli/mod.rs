//! The terminal: one file a subcommand.

mod answering;
mod ask;
mod backup;
mod change;
mod check;
mod completion;
mod console;
mod docs;
mod export;
mod register;
mod reminders;
mod run;
mod schema;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::{DateTime, Utc};
use clap::{Args, Parser, Subcommand};

use crate::app::packs;
use crate::clock::Clock;
use crate::config::ConfigError;
use crate::dataset::Catalogue;
use crate::domain::clip;
use crate::store::StoreError;

/// The race-weekend bot: schedules, results, standings and gaps, computed or sourced.
#[derive(Debug, Parser)]
#[command(name = "raceweek", version, propagate_version = true, max_term_width = 100)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Answers one question.
    Ask(ask::Ask),
    /// Answers one question a line.
    Console(console::Console),
    /// Checks a data folder and prints every fault.
    Check(check::Check),
    /// Changes the calendar for all servers, until a newer pack comes.
    Change(change::ChangeCalendar),
    /// Prints what the packs give as lines of JSON.
    Export(export::Export),
    /// Prints the JSON Schemas of a pack's files, or writes them to a folder.
    Schema(schema::Schema),
    /// Prints a Markdown file with its table of questions made anew.
    Docs(docs::Docs),
    /// Tells Discord about the commands.
    Register(register::Register),
    /// Tells whether all reminders are well.
    Reminders(reminders::Reminders),
    /// Copies the database while the bot runs.
    Backup(backup::Backup),
    /// Answers on Discord.
    Run(run::Run),
}

/// Options of every subcommand that answers.
#[derive(Debug, Args)]
struct Common {
    /// Reads the packs of this folder instead of the built-in ones.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Speaks as of this moment instead of now, such as 2024-06-20T12:00:00Z.
    #[arg(long, value_name = "RFC3339", value_parser = moment)]
    now: Option<DateTime<Utc>>,
}

/// Exit codes, as the manual gives them.
pub(crate) mod exit {
    /// Answered.
    pub(crate) const ANSWERED: u8 = 0;
    /// A fault of ours or of the data.
    pub(crate) const FAULT: u8 = 1;
    /// The question was not understood.
    pub(crate) const MISUNDERSTOOD: u8 = 2;
    /// The command line is wrong.
    pub(crate) const USAGE: u8 = 64;
    /// The configuration is wrong, or the database cannot be used.
    pub(crate) const CONFIG: u8 = 78;
}

/// What a command line names and the packs do not have.
#[derive(Debug, thiserror::Error)]
#[error("there is no {what} '{named}': write one of {}", known.join(", "))]
struct WrongUsage {
    what: &'static str,
    named: String,
    known: Vec<String>,
}

impl WrongUsage {
    fn unknown(what: &'static str, named: &str, known: &[&str]) -> Self {
        Self {
            what,
            named: clip(named, 60),
            known: known.iter().map(|one| (*one).to_owned()).collect(),
        }
    }
}

/// Reads the command line, does what it says, and tells the exit code.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are asked for, everything else is wrong usage.
            let code = if error.use_stderr() {
                exit::USAGE
            } else {
                exit::ANSWERED
            };
            let _ = error.print();
            return code.into();
        }
    };
    let code = match cli.command {
        Command::Ask(ask) => ask.run(),
        Command::Console(console) => console.run(),
        Command::Check(check) => check.run(),
        Command::Change(change) => change.run(),
        Command::Export(export) => export.run(),
        Command::Schema(schema) => schema.run(),
        Command::Docs(docs) => docs.run(),
        Command::Register(register) => register.run(),
        Command::Reminders(reminders) => reminders.run(),
        Command::Backup(backup) => backup.run(),
        Command::Run(run) => run.run(),
    };
    match code {
        Ok(code) => code.into(),
        Err(error) => {
            // Nobody may be reading, and the exit code says it all the same.
            let _ = writeln!(std::io::stderr(), "raceweek: {error:#}");
            match () {
                () if error.is::<ConfigError>() => exit::CONFIG.into(),
                // A database that cannot be used is the operator's to mend, like a configuration.
                () if matches!(error.downcast_ref(), Some(StoreError::Unusable { .. })) => exit::CONFIG.into(),
                () if error.is::<WrongUsage>() => exit::USAGE.into(),
                () => exit::FAULT.into(),
            }
        }
    }
}

impl Common {
    /// The packs that were asked for.
    fn catalogue(&self) -> anyhow::Result<Catalogue> {
        Ok(packs(self.data.as_deref())?)
    }

    /// The clock that was asked for, standing still.
    fn clock(&self) -> Clock {
        self.now.map_or(Clock::System, Clock::Fixed)
    }

    /// The clock that was asked for, running on.
    fn running_clock(&self) -> Clock {
        self.now.map_or(Clock::System, Clock::running_from)
    }
}

/// The years that a moment may lie in: zone data and four-digit years hold for all of them.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

fn moment(text: &str) -> Result<DateTime<Utc>, String> {
    let parsed = DateTime::parse_from_rfc3339(text).map(|at| at.to_utc());
    match parsed {
        Ok(at) if YEARS.contains(&chrono::Datelike::year(&at)) => Ok(at),
        Ok(_) => Err(format!("write a moment between {} and {}", YEARS.start(), YEARS.end())),
        Err(_) => Err("write date, time and offset, such as 2024-06-20T12:00:00Z or 2024-06-20T08:00:00-04:00".into()),
    }
}
