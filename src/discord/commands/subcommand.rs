//! Subcommand of a command interaction, with its options as text.

use serenity::all::{CommandDataOption, CommandDataOptionValue, CommandInteraction};

use crate::command::CommandCall;
use crate::discord::interactions;

/// The call that a command interaction makes.
pub(super) fn decode(command: &CommandInteraction) -> CommandCall {
    let called = Subcommand::of(command);
    CommandCall {
        subcommand: called.name.to_owned(),
        options: called.options.iter().map(interactions::option).collect(),
    }
}

/// A subcommand as it was called.
#[derive(Debug)]
pub(super) struct Subcommand<'a> {
    pub name: &'a str,
    options: &'a [CommandDataOption],
}

impl<'a> Subcommand<'a> {
    /// The subcommand of a command; one with an empty name if the command has none.
    pub fn of(command: &'a CommandInteraction) -> Self {
        let first = command.data.options.first();
        match first.map(|option| (&option.name, &option.value)) {
            Some((name, CommandDataOptionValue::SubCommand(options))) => Self { name, options },
            _ => Self {
                name: "",
                options: &command.data.options,
            },
        }
    }

    /// Value of an option as text; none if it is absent or blank.
    pub fn text(&self, name: &str) -> Option<String> {
        let option = self.options.iter().find(|option| option.name == name)?;
        Some(interactions::option(option).1).filter(|text| !text.trim().is_empty())
    }

    /// Value of an option as an id.
    pub fn id(&self, name: &str) -> Option<u64> {
        self.text(name)?.parse().ok()
    }

    /// The option that is being completed: its name, and the text typed so far.
    pub fn typed(&self) -> Option<(&'a str, &'a str)> {
        interactions::typed(self.options)
    }
}
