//! The command manifest: one slash command a question, made from its Spec.

use serenity::all::{CommandOptionType, CreateCommand, CreateCommandOption, InstallationContext, InteractionContext};

use super::read::PRIVATE;
use crate::question::{Spec, specs};
use crate::view::words;

/// All commands as Discord is told about them.
pub fn manifest() -> Vec<CreateCommand> {
    specs().map(command).collect()
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
    CreateCommand::new(spec.name)
        .description(spec.summary)
        .set_options(options)
        .integration_types(vec![InstallationContext::Guild, InstallationContext::User])
        .contexts(vec![
            InteractionContext::Guild,
            InteractionContext::BotDm,
            InteractionContext::PrivateChannel,
        ])
}
