//! Decoding of command interactions: the subcommand, its options as text, and the option being typed.

use serenity::all::{CommandDataOption, CommandDataOptionValue, CommandInteraction};

use crate::command::CommandCall;
use crate::discord::interactions;

/// The call that a command interaction makes.
pub(super) fn decode(command: &CommandInteraction) -> CommandCall {
    let (subcommand, options) = parts(command);
    CommandCall {
        subcommand: subcommand.to_owned(),
        options: options.iter().map(interactions::option).collect(),
    }
}

/// The option that is being typed: its name, and the text so far.
pub(super) fn typed(command: &CommandInteraction) -> Option<(&str, &str)> {
    interactions::typed(parts(command).1)
}

/// The subcommand, with an empty name if there is none, and the options.
fn parts(command: &CommandInteraction) -> (&str, &[CommandDataOption]) {
    let first = command.data.options.first();
    match first.map(|option| (&option.name, &option.value)) {
        Some((name, CommandDataOptionValue::SubCommand(options))) => (name, options),
        _ => ("", &command.data.options),
    }
}
