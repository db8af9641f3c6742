//! `raceweek console`: one question a line, with line editing, completion and history in a terminal.

use std::io::{self, BufRead, IsTerminal as _, Read as _};

use clap::Args;
use rustyline::error::ReadlineError;
use rustyline::history::MemHistory;
use rustyline::{CompletionType, Config, Editor};

use super::answering::{AskOptions, Responder};
use super::completion::Completion;
use super::exit;
use super::print::write_out;

/// Maximum length of a line that is held in memory, in bytes.
const LONGEST_LINE: u64 = 64 * 1024;
const PROMPT: &str = "raceweek> ";
const WELCOME: &str = "One question a line, such as `standings pro`. Tab completes, `quit` or Ctrl-D leaves.\n\n";

/// Answers one question a line.
#[derive(Debug, Args)]
#[command(after_help = "Under --now the clock runs on from that moment. Without a terminal, standard input is read.")]
pub(super) struct Console {
    #[command(flatten)]
    options: AskOptions,
}

impl Console {
    pub(super) fn run(&self) -> anyhow::Result<u8> {
        let responder = self.options.responder(self.options.common.running_clock())?;
        if io::stdin().is_terminal() {
            typed(&responder)?;
        } else {
            piped(&responder)?;
        }
        Ok(exit::ANSWERED)
    }
}

/// Answers lines typed into a terminal.
fn typed(responder: &Responder) -> anyhow::Result<()> {
    let config = Config::builder()
        .completion_type(CompletionType::List)
        .auto_add_history(true)
        .build();
    // For privacy, the history is held in memory only.
    let history = MemHistory::with_config(&config);
    let mut editor = Editor::with_history(config, history)?;
    editor.set_helper(Some(Completion { responder }));
    write_out(WELCOME)?;
    loop {
        match editor.readline(PROMPT) {
            Ok(line) if answered(responder, &line)? => {}
            Ok(_) | Err(ReadlineError::Eof) => return Ok(()),
            Err(ReadlineError::Interrupted) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// Answers the lines of a pipe or a file.
fn piped(responder: &Responder) -> anyhow::Result<()> {
    let mut input = io::stdin().lock();
    while let Some(line) = next_line(&mut input)? {
        if !answered(responder, &String::from_utf8_lossy(&line))? {
            break;
        }
    }
    Ok(())
}

/// The next line, cut where it is longer than any question; none at the end.
fn next_line(input: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    let length = input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)?;
    if length == 0 {
        return Ok(None);
    }
    if !line.ends_with(b"\n") {
        input.skip_until(b'\n')?;
    }
    Ok(Some(line))
}

/// Answers a line. Returns false after the last one.
fn answered(responder: &Responder, line: &str) -> anyhow::Result<bool> {
    match line.trim() {
        "" => Ok(true),
        "quit" | "/quit" | "exit" | "/exit" => Ok(false),
        line => Ok(write_out(&(responder.reply(line)?.text + "\n"))?),
    }
}
