//! Autocompletion: what an option can become while somebody types.

use serenity::all::{AutocompleteChoice, CommandDataOptionValue, CommandInteraction, GuildId};

use super::embed::limited;
use super::{Bot, Here, Reply, read};
use crate::question::{Call, complete};
use crate::view::words;

/// How many choices Discord takes.
pub(super) const MOST: usize = 25;
/// How long a choice's name and its value may be, in characters.
const LONGEST: usize = 100;

/// The reply to somebody who is typing.
pub(super) fn completed(bot: &Bot, typing: &CommandInteraction) -> Reply {
    Reply::Choices(choices(bot, typing).unwrap_or_default())
}

fn choices(bot: &Bot, typing: &CommandInteraction) -> Option<Vec<AutocompleteChoice>> {
    let mut options = typing.data.options.iter();
    let (option, typed) = options.find_map(|option| match &option.value {
        CommandDataOptionValue::Autocomplete { value, .. } => Some((&option.name, value)),
        _ => None,
    })?;
    let filled = typing.data.options.iter().filter(|other| other.name != *option);
    let call = Call::new(&typing.data.name, filled.map(read::option).collect()).ok()?;
    let here = bot.for_guild(typing.guild_id.map(GuildId::get));
    Some(offered(&call, option, typed, &here))
}

/// What an option of a question can become, as Discord takes it.
pub(super) fn offered(call: &Call, option: &str, typed: &str, here: &Here) -> Vec<AutocompleteChoice> {
    let choices = complete(call, option, typed, MOST, &here.catalogue, &here.asker).into_iter();
    let fits = choices.filter(|choice| choice.value.chars().count() <= LONGEST);
    fits.map(|choice| {
        let name = limited(words::completion::choice(&choice), LONGEST);
        AutocompleteChoice::new(name, choice.value)
    })
    .collect()
}
