//! Command manifest: one slash command per question, made from its Spec, and the commands that change something.

use serenity::all::{CommandOptionType, CreateCommand, CreateCommandOption};

use super::commands::{definitions, everywhere};
use super::interactions::{ASK, PRIVATE, TEXT};
use crate::question::{Spec, specs};
use crate::view::words;

/// Definitions of all commands.
pub fn manifest() -> Vec<CreateCommand> {
    specs().map(question).chain([ask()]).chain(definitions()).collect()
}

/// Definition of the command for questions in free text.
fn ask() -> CreateCommand {
    let text = CreateCommandOption::new(CommandOptionType::String, TEXT, words::discord::TEXT);
    let private = CreateCommandOption::new(CommandOptionType::Boolean, PRIVATE, words::discord::PRIVATE);
    everywhere(
        CreateCommand::new(ASK)
            .description(words::discord::ASK)
            .set_options(vec![text.required(true).max_length(1_000), private]),
    )
}

/// Definition of a question's command. It reads and changes nothing, so everybody may use it everywhere.
fn question(spec: &Spec) -> CreateCommand {
    let option = |name, summary, kind| CreateCommandOption::new(kind, name, summary);
    let mut options: Vec<CreateCommandOption> = spec
        .options
        .iter()
        .map(|one| option(one.name.as_str(), one.summary, CommandOptionType::String).set_autocomplete(true))
        .collect();
    options.push(option(PRIVATE, words::discord::PRIVATE, CommandOptionType::Boolean));
    everywhere(
        CreateCommand::new(spec.name)
            .description(spec.summary)
            .set_options(options),
    )
}
