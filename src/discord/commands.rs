//! The command manifest: one slash command a question, made from its Spec.

use serenity::all::{CommandOptionType, CreateCommand, CreateCommandOption, InstallationContext, InteractionContext};

use super::read::{ASK, PRIVATE, TEXT};
use super::{announce, privacy, remind, settings};
use crate::question::{Spec, specs};
use crate::view::words;

/// All commands as Discord is told about them.
pub fn manifest() -> Vec<CreateCommand> {
    let questions = specs().map(command);
    let kept = [
        remind::command(),
        announce::command(),
        settings::command(),
        privacy::command(),
    ];
    questions.chain([ask()]).chain(kept).collect()
}

/// The command for questions in somebody's own words.
fn ask() -> CreateCommand {
    let text = CreateCommandOption::new(CommandOptionType::String, TEXT, words::discord::TEXT);
    let private = CreateCommandOption::new(CommandOptionType::Boolean, PRIVATE, words::discord::PRIVATE);
    everywhere(
        CreateCommand::new(ASK)
            .description(words::discord::ASK)
            .set_options(vec![text.required(true).max_length(1_000), private]),
    )
}

/// A question's command. It reads and changes nothing, so everybody may use it everywhere.
fn command(spec: &Spec) -> CreateCommand {
    let option = |name, summary, kind| CreateCommandOption::new(kind, name, summary);
    let mut options: Vec<CreateCommandOption> = spec
        .options
        .iter()
        .map(|one| option(one.name, one.summary, CommandOptionType::String).set_autocomplete(true))
        .collect();
    options.push(option(PRIVATE, words::discord::PRIVATE, CommandOptionType::Boolean));
    everywhere(
        CreateCommand::new(spec.name)
            .description(spec.summary)
            .set_options(options),
    )
}

/// A command that everybody may use, in servers, in direct messages and by itself.
pub(super) fn everywhere(command: CreateCommand) -> CreateCommand {
    command
        .integration_types(vec![InstallationContext::Guild, InstallationContext::User])
        .contexts(vec![
            InteractionContext::Guild,
            InteractionContext::BotDm,
            InteractionContext::PrivateChannel,
        ])
}
