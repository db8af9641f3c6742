//! `raceweek ask`: one question, one answer.

use clap::Args;

use super::answering::AskOptions;
use super::print::write_out;
use crate::question::specs;

/// Answers one question.
#[derive(Debug, Args)]
#[command(after_help = after_help())]
pub(super) struct Ask {
    #[command(flatten)]
    options: AskOptions,
    /// The question, such as "/standings pro", or in your own words such as "how far back is cooper".
    #[arg(required = true, num_args = 1.., value_name = "QUESTION")]
    question: Vec<String>,
    /// Prints how the words were read instead of an answer: what they were taken for, and the readings with their probabilities.
    #[arg(long)]
    explain: bool,
}

impl Ask {
    pub(super) fn run(&self) -> anyhow::Result<u8> {
        let responder = self.options.responder(self.options.common.clock())?;
        let line = self.question.join(" ");
        let reply = if self.explain {
            responder.explain(&line)
        } else {
            responder.reply(&line)?
        };
        write_out(&reply.text)?;
        Ok(reply.code)
    }
}

/// Help on the questions and the exit codes.
fn after_help() -> String {
    let questions: String = specs()
        .map(|spec| format!("  {:<10} {}\n", spec.name, spec.summary))
        .collect();
    format!(
        "Questions:\n{questions}\n\
         Exit codes: 0 answered, 2 not understood, 64 wrong usage, 1 a fault of the program or the data."
    )
}
