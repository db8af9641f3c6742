//! `raceweek ask`: one question, one answer.

use std::io::Write as _;

use chrono_tz::Tz;
use clap::Args;

use super::{Common, exit};
use crate::answer::Answer;
use crate::domain::Asker;
use crate::output::terminal::Terminal;
use crate::question::{Misunderstanding, Question};
use crate::view;

/// Answers one question.
#[derive(Debug, Args)]
#[command(
    after_help = "Exit codes: 0 answered, 2 not understood, 64 wrong usage, 1 a fault of the program or the data."
)]
pub(super) struct Ask {
    #[command(flatten)]
    common: Common,
    /// Shows times on this clock too: an IANA zone such as Europe/London.
    #[arg(long, value_name = "ZONE", value_parser = zone)]
    zone: Option<Tz>,
    /// Prints the typed answer as JSON.
    #[arg(long)]
    json: bool,
    /// The question, such as "/standings pro" or "winners watkins-glen season:2023".
    #[arg(required = true, num_args = 1.., value_name = "QUESTION")]
    question: Vec<String>,
}

impl Ask {
    pub(super) fn run(&self) -> anyhow::Result<u8> {
        let catalogue = self.common.catalogue()?;
        let clock = self.common.clock();
        let asker = Asker {
            now: clock.now(),
            zone: self.zone,
            series: "pccna".parse()?,
            rehearsal: clock.is_rehearsal(),
        };
        let line = self.question.join(" ");
        let (text, code) = match Question::parse(&line, &catalogue, &asker) {
            Ok(question) => match question.answer(&catalogue, &asker) {
                Ok(answer) => (self.answered(&asker, &question, &answer)?, exit::ANSWERED),
                Err(why) => (self.misunderstood(&asker, &why)?, exit::MISUNDERSTOOD),
            },
            Err(why) => (self.misunderstood(&asker, &why)?, exit::MISUNDERSTOOD),
        };
        write_out(&text)?;
        Ok(code)
    }

    fn answered(&self, asker: &Asker, question: &Question, answer: &Answer) -> anyhow::Result<String> {
        if self.json {
            return Ok(serde_json::to_string_pretty(answer)? + "\n");
        }
        Ok(terminal(asker).print(&view::view(question, answer)))
    }

    fn misunderstood(&self, asker: &Asker, why: &Misunderstanding) -> anyhow::Result<String> {
        if self.json {
            return Ok(serde_json::to_string_pretty(why)? + "\n");
        }
        Ok(terminal(asker).print(&view::misunderstood(why)))
    }
}

fn terminal(asker: &Asker) -> Terminal {
    Terminal {
        now: asker.now,
        zone: asker.zone,
        width: 78,
    }
}

/// Writes an answer; a reader that has gone away is no fault.
fn write_out(text: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}

fn zone(text: &str) -> Result<Tz, String> {
    text.parse()
        .map_err(|_| "write an IANA zone such as Europe/London or America/New_York".to_owned())
}
