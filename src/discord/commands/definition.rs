//! Definitions of commands for Discord's manifest, made from their Specs.

use serenity::all::{
    ChannelType, CommandOptionType, CreateCommand, CreateCommandOption, InstallationContext, InteractionContext,
    Permissions,
};

use crate::command::{Audience, CommandSpec, Parameter, ParameterKind, SubcommandSpec};

/// Definition of a command.
pub(super) fn definition(spec: &CommandSpec) -> CreateCommand {
    let options = spec.options.iter().map(option);
    let subcommands = spec.subcommands.iter().map(subcommand);
    let command = CreateCommand::new(spec.name)
        .description(spec.summary)
        .set_options(options.chain(subcommands).collect());
    match spec.audience {
        Audience::Everyone => everywhere(command),
        // Discord shows it to nobody else; the permission is checked again when it is used.
        Audience::ServerManagers => command
            .default_member_permissions(Permissions::MANAGE_GUILD)
            .integration_types(vec![InstallationContext::Guild])
            .contexts(vec![InteractionContext::Guild]),
    }
}

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

fn subcommand(spec: &SubcommandSpec) -> CreateCommandOption {
    spec.options.iter().map(option).fold(
        CreateCommandOption::new(CommandOptionType::SubCommand, spec.name, spec.summary),
        CreateCommandOption::add_sub_option,
    )
}

fn option(parameter: &Parameter) -> CreateCommandOption {
    let new = |kind| CreateCommandOption::new(kind, parameter.name, parameter.summary);
    let option = match parameter.takes {
        ParameterKind::Text => new(CommandOptionType::String).max_length(Parameter::MAX_LENGTH),
        ParameterKind::Name => new(CommandOptionType::String),
        ParameterKind::Choice(choices) => choices
            .iter()
            .fold(new(CommandOptionType::String), |option, (label, value)| {
                option.add_string_choice(*label, *value)
            }),
        ParameterKind::Flag => new(CommandOptionType::Boolean),
        ParameterKind::Channel => new(CommandOptionType::Channel).channel_types(vec![ChannelType::Text]),
        ParameterKind::Role => new(CommandOptionType::Role),
    };
    let option = if parameter.required {
        option.required(true)
    } else {
        option
    };
    if parameter.completed {
        option.set_autocomplete(true)
    } else {
        option
    }
}
