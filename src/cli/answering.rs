//! Answering of one line, for the subcommands `ask` and `console`.

use chrono_tz::Tz;
use clap::Args;

use super::exit;
use super::no_answer::NoAnswer;
use super::options::{CommonOptions, ConfigOptions, UnknownName};
use super::print::WIDTH;
use crate::bot::{Answered, TextOutcome, answer_text};
use crate::clock::Clock;
use crate::command::command_line;
use crate::config::Config;
use crate::dataset::Catalogue;
use crate::domain::{Asker, SeriesId};
use crate::output::terminal::Terminal;
use crate::question::Call;
use crate::understand::explain;
use crate::view::{View, steps};

/// Options of the subcommands that answer questions.
#[derive(Debug, Args)]
pub(super) struct AskOptions {
    #[command(flatten)]
    pub(super) common: CommonOptions,
    #[command(flatten)]
    config: ConfigOptions,
    /// Means this series when a question names none; the one of the configuration if left out, or the first of the packs.
    #[arg(long, value_name = "ID")]
    series: Option<String>,
    /// Shows times on this clock too: an IANA zone such as Europe/London.
    #[arg(long, value_name = "ZONE", value_parser = zone)]
    zone: Option<Tz>,
    /// Prints typed answers as JSON.
    #[arg(long)]
    json: bool,
}

/// Packs, clock and output format of a terminal's questions.
pub(super) struct Responder {
    /// The packs.
    pub(super) catalogue: Catalogue,
    /// The series that is meant when none is named.
    series: SeriesId,
    clock: Clock,
    zone: Option<Tz>,
    json: bool,
}

/// Text printed for a line, with the exit code.
pub(super) struct PrintedReply {
    /// The text.
    pub(super) text: String,
    /// The exit code, which says whether the line was answered.
    pub(super) code: u8,
}

impl AskOptions {
    /// A responder with these options and this clock.
    pub(super) fn responder(&self, clock: Clock) -> anyhow::Result<Responder> {
        let config = Config::load(self.config.config.as_deref())?;
        let catalogue = self.common.catalogue(&config)?;
        Ok(Responder {
            series: self.series(&config, &catalogue)?,
            catalogue,
            clock,
            zone: self.zone,
            json: self.json,
        })
    }

    /// The series that is meant when none is named: that of the command line, else that of the configuration, else the
    /// first of the packs.
    fn series(&self, config: &Config, catalogue: &Catalogue) -> anyhow::Result<SeriesId> {
        let known = |id: &str| catalogue.series.keys().find(|known| known.as_str() == id).cloned();
        let Some(named) = &self.series else {
            let first = || catalogue.series.keys().next().cloned();
            return known(&config.series.default)
                .or_else(first)
                .ok_or_else(|| anyhow::anyhow!("the packs have no series: give --data a folder with one"));
        };
        let ids: Vec<&str> = catalogue.series.keys().map(SeriesId::as_str).collect();
        Ok(known(named).ok_or_else(|| UnknownName::new("series", named, &ids))?)
    }
}

impl Responder {
    /// Answers a line, or says why not.
    pub(super) fn reply(&self, line: &str) -> anyhow::Result<PrintedReply> {
        let asker = self.asker();
        Ok(match self.answered(line, &asker) {
            Ok(mut answered) => {
                let is_call = Call::parse(line).is_ok() && answered.answers.len() == 1;
                if !is_call {
                    answered.add_reading(&self.catalogue);
                }
                let text = if self.json {
                    json(&answered)?
                } else {
                    self.print(&asker, &answered.view)
                };
                PrintedReply {
                    text,
                    code: exit::ANSWERED,
                }
            }
            Err(why) => PrintedReply {
                text: if self.json {
                    serde_json::to_string_pretty(&why)? + "\n"
                } else {
                    self.print(&asker, &why.view())
                },
                code: exit::MISUNDERSTOOD,
            },
        })
    }

    fn answered(&self, line: &str, asker: &Asker) -> Result<Answered, NoAnswer> {
        if let Some(command) = command_line(line) {
            return Err(command.into());
        }
        match answer_text(line, None, &self.catalogue, asker, None).map_err(NoAnswer::Unanswered)? {
            TextOutcome::Answered(answered) => Ok(*answered),
            TextOutcome::Command(command) => Err(command.into()),
            TextOutcome::Seen(horizon) => Err(horizon.into()),
        }
    }

    /// Explains step by step how a line is read.
    pub(super) fn explain(&self, line: &str) -> PrintedReply {
        let explained = explain(line, &self.catalogue, &self.asker());
        PrintedReply {
            text: self.print(&self.asker(), &steps(&explained)),
            code: exit::ANSWERED,
        }
    }

    /// The asker, at the clock's moment.
    pub(super) fn asker(&self) -> Asker {
        Asker {
            now: self.clock.now(),
            zone: self.zone,
            reference: None,
            series: self.series.clone(),
            rehearsal: self.clock.is_rehearsal(),
        }
    }

    fn print(&self, asker: &Asker, view: &View) -> String {
        let terminal = Terminal {
            now: asker.now,
            zone: self.zone,
            width: WIDTH,
        };
        terminal.print(view)
    }
}

/// The typed answers, one JSON document each.
fn json(answered: &Answered) -> serde_json::Result<String> {
    let texts: serde_json::Result<Vec<String>> = answered
        .answers
        .iter()
        .map(|(_, answer)| serde_json::to_string_pretty(answer))
        .collect();
    Ok(texts?.join("\n") + "\n")
}

fn zone(text: &str) -> Result<Tz, String> {
    text.parse()
        .map_err(|_| "write an IANA zone such as Europe/London or America/New_York".to_owned())
}
