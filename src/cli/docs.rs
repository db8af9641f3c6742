//! `raceweek docs`: generated parts of a Markdown file, made from the Specs of the questions.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::Args;

use super::exit;
use super::print::write_out;
use crate::question::{Spec, specs};

/// Begin marker of the table of questions.
const BEGIN: &str = "<!-- questions: written by `raceweek docs --write` -->\n";
/// End marker of the table of questions.
const END: &str = "<!-- end of questions -->\n";

/// Prints a Markdown file with its table of questions made anew.
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
        let new = renewed(&old).with_context(|| format!("put the lines\n{BEGIN}{END}into {file}"))?;
        if self.write {
            std::fs::write(&self.file, new).with_context(|| format!("cannot write {file}"))?;
        } else {
            write_out(&new)?;
        }
        Ok(exit::ANSWERED)
    }
}

/// The text with its table generated anew; none if the markers are missing.
fn renewed(text: &str) -> Option<String> {
    let (before, rest) = text.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}{}{END}{after}", table()))
}

fn table() -> String {
    let rows: String = specs().map(row).collect();
    format!("| Question | What it tells | Options | For example |\n|---|---|---|---|\n{rows}")
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
