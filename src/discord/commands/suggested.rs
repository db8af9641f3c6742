//! Suggestions for the options of `/remind` and `/announce`, within Discord's limits.

use serenity::all::{AutocompleteChoice, CommandInteraction, GuildId};

use super::subcommand::typed;
use crate::command::{Suggestion, suggestions};
use crate::discord::autocomplete::{MAX_CHOICES, MAX_LENGTH};
use crate::discord::reply::Reply;
use crate::discord::state::DiscordBot;
use crate::discord::truncate::truncated;
use crate::store::Owner;
use crate::view;

/// Suggestions for the option that is being typed.
pub(super) async fn suggested(discord: &DiscordBot, typing: &CommandInteraction, owner: Owner) -> Reply {
    let bot = &*discord.bot;
    let here = bot.for_guild(typing.guild_id.map(GuildId::get));
    let Some((option, text)) = typed(typing) else {
        return Reply::Choices(Vec::new());
    };
    let store = bot
        .store
        .as_ref()
        .filter(|_| discord.rest.is_some())
        .map(|store| (store, owner));
    let all = suggestions(option, text, &here.catalogue, &here.asker, store).await;
    let key = text.trim().to_lowercase();
    let choice = |one: Suggestion| {
        let label = view::reminders::suggestion(&one, &here.catalogue);
        let fits = matches!(one, Suggestion::Words(_)) || label.to_lowercase().contains(&key);
        fits.then(|| AutocompleteChoice::new(truncated(label, MAX_LENGTH), one.value()))
    };
    Reply::Choices(all.into_iter().filter_map(choice).take(MAX_CHOICES).collect())
}
