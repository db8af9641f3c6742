//! `raceweek docs`: generated tables of a Markdown file, made from the Specs of questions and commands.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::Args;

use super::exit;
use super::print::write_out;
use crate::command::{COMMANDS, Invocation};
use crate::question::{Spec, specs};

/// Begin and end markers of the table of questions.
const TABLE_OF_QUESTIONS: [&str; 2] = [
    "<!-- questions: written by `raceweek docs --write` -->\n",
    "<!-- end of questions -->\n",
];
/// Begin and end markers of the table of commands.
const TABLE_OF_COMMANDS: [&str; 2] = [
    "<!-- commands: written by `raceweek docs --write` -->\n",
    "<!-- end of commands -->\n",
];

/// Prints a Markdown file with its tables of questions and commands made anew.
#[derive(Debug, Args)]
#[command(hide = true)]
pub(super) struct Docs {
    /// Writes the file instead of printing it.
    #[arg(long)]
    write: bool,
    /// The Markdown file, such as README.md.
    file: PathBuf,
}

impl Docs {
    pub(super) fn run(&self) -> anyhow::Result<u8> {
        let file = self.file.display();
        let old = std::fs::read_to_string(&self.file).with_context(|| format!("cannot read {file}"))?;
        let mut new = old;
        for ([begin, end], table) in [(TABLE_OF_QUESTIONS, questions()), (TABLE_OF_COMMANDS, commands())] {
            new = renewed(&new, [begin, end], &table)
                .with_context(|| format!("put the lines\n{begin}{end}into {file}"))?;
        }
        if self.write {
            std::fs::write(&self.file, new).with_context(|| format!("cannot write {file}"))?;
        } else {
            write_out(&new)?;
        }
        Ok(exit::ANSWERED)
    }
}

/// The text with a table made anew; none if it has no place for one.
fn renewed(text: &str, [begin, end]: [&str; 2], table: &str) -> Option<String> {
    let (before, rest) = text.split_once(begin)?;
    let (_, after) = rest.split_once(end)?;
    Some(format!("{before}{begin}{table}{end}{after}"))
}

fn questions() -> String {
    let rows: String = specs().map(row).collect();
    format!("| Question | What it tells | Options | For example |\n|---|---|---|---|\n{rows}")
}

/// A row for each command, or for each of its subcommands.
fn commands() -> String {
    let rows: String = COMMANDS
        .iter()
        .flat_map(|spec| spec.invocations())
        .map(|one| line(&one))
        .collect();
    format!("| Command | What it does | Options |\n|---|---|---|\n{rows}")
}

fn line(one: &Invocation) -> String {
    let options: Vec<String> = one.options.iter().map(|option| format!("`{}`", option.name)).collect();
    format!("| `/{}` | {} | {} |\n", one.line, one.summary, options.join(" "))
}

fn row(spec: &Spec) -> String {
    let options: Vec<String> = spec.options.iter().map(|option| format!("`{}`", option.name)).collect();
    let examples: Vec<String> = spec.examples.iter().map(|line| format!("`/{line}`")).collect();
    format!(
        "| `/{}` | {} | {} | {} |\n",
        spec.name,
        spec.summary,
        options.join(" "),
        examples.join("<br>")
    )
}
