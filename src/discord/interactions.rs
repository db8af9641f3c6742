//! Decoding of command interactions: calls, options as text, and the option being completed.

use serenity::all::{CommandDataOption, CommandDataOptionValue, CommandInteraction};

use crate::question::{Call, Misunderstanding};

/// Name of the option that every question's command has beside its own.
pub(super) const PRIVATE: &str = "private";
/// Name of the command for questions in free text.
pub(super) const ASK: &str = "ask";
/// Name of its option.
pub(super) const TEXT: &str = "text";

/// The text of a command that takes free text; none of any other command.
pub(super) fn free_text(command: &CommandInteraction) -> Option<&str> {
    if command.data.name != ASK {
        return None;
    }
    let text = command.data.options.iter().find(|option| option.name == TEXT);
    Some(text.and_then(|option| option.value.as_str()).unwrap_or_default())
}

/// The call that a command makes.
///
/// # Errors
/// If no question has the command's name, or an option is given twice.
pub(super) fn call(command: &CommandInteraction) -> Result<Call, Misunderstanding> {
    let options = command
        .data
        .options
        .iter()
        .filter(|option| option.name != PRIVATE || !matches!(option.value, CommandDataOptionValue::Boolean(_)));
    Call::new(&command.data.name, options.map(option).collect())
}

/// Name and value of an option. A value of an unexpected type becomes text too: the reader of the text reports it.
pub(super) fn option(option: &CommandDataOption) -> (String, String) {
    use CommandDataOptionValue as V;
    let text = match &option.value {
        V::String(text) | V::Autocomplete { value: text, .. } => text.clone(),
        V::Boolean(is) => is.to_string(),
        V::Integer(number) => number.to_string(),
        V::Number(number) => number.to_string(),
        V::Attachment(id) => id.to_string(),
        V::Channel(id) => id.to_string(),
        V::Mentionable(id) => id.to_string(),
        V::Role(id) => id.to_string(),
        V::User(id) => id.to_string(),
        _ => "?".to_owned(),
    };
    (option.name.clone(), text)
}

/// The option that is being completed: its name, and the text typed so far.
pub(super) fn typed(options: &[CommandDataOption]) -> Option<(&str, &str)> {
    options.iter().find_map(|option| match &option.value {
        CommandDataOptionValue::Autocomplete { value, .. } => Some((option.name.as_str(), value.as_str())),
        _ => None,
    })
}
