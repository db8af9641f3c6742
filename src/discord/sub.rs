//! Commands with subcommands: which one, and what its options hold.

use serenity::all::{
    CommandDataOption, CommandDataOptionValue, CommandInteraction, CommandOptionType, CreateCommandOption,
};

use super::read;

/// A subcommand as it was called.
#[derive(Debug)]
pub(super) struct Sub<'a> {
    pub name: &'a str,
    options: &'a [CommandDataOption],
}

impl<'a> Sub<'a> {
    /// The subcommand of a command; one without a name where there is none.
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

    /// What an option holds, as text.
    pub fn text(&self, name: &str) -> Option<String> {
        let option = self.options.iter().find(|option| option.name == name)?;
        Some(read::option(option).1).filter(|text| !text.trim().is_empty())
    }

    /// The id that an option holds.
    pub fn id(&self, name: &str) -> Option<u64> {
        self.text(name)?.parse().ok()
    }

    /// The option that somebody is typing into, and what they have typed.
    pub fn typed(&self) -> Option<(&'a str, &'a str)> {
        self.options.iter().find_map(|option| match &option.value {
            CommandDataOptionValue::Autocomplete { value, .. } => Some((option.name.as_str(), value.as_str())),
            _ => None,
        })
    }
}

/// The definition of a subcommand.
pub(super) fn sub(name: &str, summary: &str, options: Vec<CreateCommandOption>) -> CreateCommandOption {
    options.into_iter().fold(
        CreateCommandOption::new(CommandOptionType::SubCommand, name, summary),
        CreateCommandOption::add_sub_option,
    )
}

/// An option that takes a text.
pub(super) fn text(name: &str, summary: &str) -> CreateCommandOption {
    CreateCommandOption::new(CommandOptionType::String, name, summary).max_length(200)
}
