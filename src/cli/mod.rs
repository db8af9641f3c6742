//! Command line: one file a subcommand.

mod answering;
mod ask;
mod backup;
mod change;
mod check;
mod command_completion;
mod completion;
mod console;
mod docs;
mod exit;
mod export;
mod foreign_files;
mod import;
mod learn;
mod new;
mod no_answer;
mod options;
mod print;

mod register;
mod reminders;
mod run;
mod runtime;
mod schema;
mod season_files;

use std::io::Write as _;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::config::ConfigError;
use crate::domain::printable;
use crate::store::StoreError;
use options::UnknownName;
use print::shown;

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
    /// Reads results, tables and calendars from files of other programs.
    Import(import::Import),
    /// Makes a series, a season or a weekend in a folder of packs.
    New(new::New),
    /// Prints what the packs give as lines of JSON.
    Export(export::Export),
    /// Makes the model that reads questions, from example questions.
    Learn(learn::Learn),
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

/// Runs the command line. Returns its exit code.
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
            // The message repeats what was typed.
            let arguments = std::env::args_os().map(|one| printable(&one.to_string_lossy()));
            let _ = Cli::try_parse_from(arguments).err().unwrap_or(error).print();
            return code.into();
        }
    };
    let code = match cli.command {
        Command::Ask(ask) => ask.run(),
        Command::Console(console) => console.run(),
        Command::Check(check) => check.run(),
        Command::Change(change) => change.run(),
        Command::Import(import) => import.run(),
        Command::New(new) => new.run(),
        Command::Export(export) => export.run(),
        Command::Learn(learn) => learn.run(),
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
            // Standard error may be closed; the exit code is the same.
            let text = shown(&format!("{error:#}"));
            let _ = writeln!(std::io::stderr(), "raceweek: {text}");
            match () {
                () if error.is::<ConfigError>() => exit::CONFIG.into(),
                // A database that cannot be used is fixed by the operator, like a configuration.
                () if matches!(error.downcast_ref(), Some(StoreError::Unusable { .. })) => exit::CONFIG.into(),
                () if error.is::<UnknownName>() => exit::USAGE.into(),
                () => exit::FAULT.into(),
            }
        }
    }
}
