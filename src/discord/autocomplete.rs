//! Autocompletion of the options of a question's command.

use serenity::all::{AutocompleteChoice, CommandInteraction, GuildId};

use super::interactions::{option, typed};
use super::reply::Reply;
use super::truncate::truncated;
use crate::bot::{Bot, GuildContext};
use crate::question::{Call, complete};
use crate::view::words;

/// Discord's maximum number of choices.
pub(super) const MAX_CHOICES: usize = 25;
/// Discord's maximum length of a choice's name and of its value, in characters.
pub(super) const MAX_LENGTH: usize = 100;

/// Completions of the option that is being typed.
pub(super) fn completed(bot: &Bot, typing: &CommandInteraction) -> Reply {
    Reply::Choices(choices(bot, typing).unwrap_or_default())
}

fn choices(bot: &Bot, typing: &CommandInteraction) -> Option<Vec<AutocompleteChoice>> {
    let (name, text) = typed(&typing.data.options)?;
    let filled = typing.data.options.iter().filter(|other| other.name != name);
    let call = Call::new(&typing.data.name, filled.map(option).collect()).ok()?;
    let context = bot.for_guild(typing.guild_id.map(GuildId::get));
    Some(offered(&call, name, text, &context))
}

/// Completions of an option of a question, within Discord's limits.
pub(super) fn offered(call: &Call, option: &str, typed: &str, context: &GuildContext) -> Vec<AutocompleteChoice> {
    let choices = complete(call, option, typed, MAX_CHOICES, &context.catalogue, &context.asker).into_iter();
    let fits = choices.filter(|choice| choice.value.chars().count() <= MAX_LENGTH);
    fits.map(|choice| {
        let name = truncated(words::completion::choice(&choice), MAX_LENGTH);
        AutocompleteChoice::new(name, choice.value)
    })
    .collect()
}
