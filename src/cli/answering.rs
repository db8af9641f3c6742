//! The responder: one line goes in, the text of its answer comes out, the same for every subcommand that answers.

use std::io::{self, Write as _};

use chrono_tz::Tz;
use clap::Args;
use serde::Serialize;

use super::{Common, exit};
use crate::answer::Answer;
use crate::clock::Clock;
use crate::config::DEFAULT_SERIES;
use crate::dataset::Catalogue;
use crate::domain::{Asker, SeriesId};
use crate::output::terminal::Terminal;
use crate::question::{Call, Misunderstanding, Question};
use crate::understand::{OutOfScope, explain, understand};
use crate::view::{View, misunderstood, out_of_scope, read_as, steps, together, view};

/// How wide a terminal is taken to be.
pub(super) const WIDTH: usize = 78;

/// Options of the subcommands that answer questions.
#[derive(Debug, Args)]
pub(super) struct AskOptions {
    #[command(flatten)]
    pub(super) common: Common,
    /// Shows times on this clock too: an IANA zone such as Europe/London.
    #[arg(long, value_name = "ZONE", value_parser = zone)]
    zone: Option<Tz>,
    /// Prints typed answers as JSON.
    #[arg(long)]
    json: bool,
}

/// Everything that answering takes, and how answers are wanted.
pub(super) struct Responder {
    /// What is known.
    pub(super) catalogue: Catalogue,
    /// The series that is meant when none is named.
    pub(super) series: SeriesId,
    clock: Clock,
    zone: Option<Tz>,
    json: bool,
}

/// The reason why a line has no answer.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Unanswered {
    /// It was not understood, or cannot be answered as it stands.
    Misunderstood(Misunderstanding),
    /// It was understood, and is not covered.
    OutOfScope(OutOfScope),
}

/// What a line was answered with.
pub(super) struct Reply {
    /// What to print.
    pub(super) text: String,
    /// The exit code that says whether it is an answer.
    pub(super) code: u8,
}

impl AskOptions {
    /// The responder that was asked for, by this clock.
    pub(super) fn responder(&self, clock: Clock) -> anyhow::Result<Responder> {
        Ok(Responder {
            catalogue: self.common.catalogue()?,
            series: DEFAULT_SERIES.parse()?,
            clock,
            zone: self.zone,
            json: self.json,
        })
    }
}

impl Responder {
    /// Answers a line, or says why not.
    pub(super) fn reply(&self, line: &str) -> anyhow::Result<Reply> {
        let asker = self.asker();
        let answered = self.answered(line, &asker);
        let code = if answered.is_ok() {
            exit::ANSWERED
        } else {
            exit::MISUNDERSTOOD
        };
        let text = match answered {
            Ok(answers) if self.json => {
                let texts: Result<Vec<String>, _> = answers
                    .iter()
                    .map(|(_, answer)| serde_json::to_string_pretty(answer))
                    .collect();
                texts?.join("\n") + "\n"
            }
            Err(why) if self.json => serde_json::to_string_pretty(&why)? + "\n",
            Ok(answers) => {
                let views: Vec<View> = answers
                    .iter()
                    .map(|(question, answer)| view(question, answer))
                    .collect();
                let read = self.read_as(line, answers.iter().map(|(question, _)| question));
                let mut view = together(views);
                view.footer.splice(0..0, read);
                self.print(&asker, &view)
            }
            Err(Unanswered::Misunderstood(why)) => self.print(&asker, &misunderstood(&why)),
            Err(Unanswered::OutOfScope(topic)) => self.print(&asker, &out_of_scope(&topic)),
        };
        Ok(Reply { text, code })
    }

    fn answered(&self, line: &str, asker: &Asker) -> Result<Vec<(Question, Answer)>, Unanswered> {
        let intent = understand(line, None, &self.catalogue, asker).map_err(Unanswered::Misunderstood)?;
        let reading = intent.without_storage().map_err(Unanswered::OutOfScope)?;
        let answers = reading.questions.into_iter().map(|question| {
            let answer = question
                .answer(&self.catalogue, asker)
                .map_err(Unanswered::Misunderstood)?;
            Ok((question, answer))
        });
        answers.collect()
    }

    /// How somebody's own words were read, where they are no command line.
    fn read_as<'a>(&self, line: &str, questions: impl Iterator<Item = &'a Question>) -> Option<String> {
        let questions: Vec<&Question> = questions.collect();
        let said = Call::parse(line).is_ok() && questions.len() == 1;
        (!said).then(|| read_as(&questions, &self.catalogue))
    }

    /// How a line was read, step by step.
    pub(super) fn explain(&self, line: &str) -> Reply {
        let explained = explain(line, &self.catalogue, &self.asker());
        Reply {
            text: self.print(&self.asker(), &steps(&explained)),
            code: exit::ANSWERED,
        }
    }

    fn asker(&self) -> Asker {
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

/// Writes to standard output; tells whether anybody still reads it, since a reader that has gone away is no fault.
pub(super) fn write_out(text: &str) -> io::Result<bool> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        written => written.map(|()| true),
    }
}

fn zone(text: &str) -> Result<Tz, String> {
    text.parse()
        .map_err(|_| "write an IANA zone such as Europe/London or America/New_York".to_owned())
}
