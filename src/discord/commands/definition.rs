//! Parts of a command's definition that several commands have.

use serenity::all::{CommandOptionType, CreateCommand, CreateCommandOption, InstallationContext, InteractionContext};

/// The command with the contexts of one that everybody may use: servers, direct messages and private channels.
pub(in crate::discord) fn everywhere(command: CreateCommand) -> CreateCommand {
    command
        .integration_types(vec![InstallationContext::Guild, InstallationContext::User])
        .contexts(vec![
            InteractionContext::Guild,
            InteractionContext::BotDm,
            InteractionContext::PrivateChannel,
        ])
}

/// Definition of a subcommand.
pub(super) fn subcommand(name: &str, summary: &str, options: Vec<CreateCommandOption>) -> CreateCommandOption {
    options.into_iter().fold(
        CreateCommandOption::new(CommandOptionType::SubCommand, name, summary),
        CreateCommandOption::add_sub_option,
    )
}

/// Definition of an option that takes a text.
pub(super) fn text(name: &str, summary: &str) -> CreateCommandOption {
    CreateCommandOption::new(CommandOptionType::String, name, summary).max_length(200)
}
