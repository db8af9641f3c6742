//! `/settings` on Discord.

use serenity::all::{AutocompleteChoice, CommandInteraction, GuildId};

use super::permissions::may_manage;
use super::subcommand::decode;
use crate::bot::Bot;
use crate::command::settings::{SERIES, ZONE, run, zones};
use crate::command::{CommandContext, CommandError, SettingsOutcome};
use crate::discord::autocomplete::{MAX_CHOICES, offered};
use crate::discord::interactions::typed;
use crate::discord::reply::{Reply, storage_failure};
use crate::question::Call;
use crate::store::Store;
use crate::view;

/// The reply to the command, for members who may manage the server.
pub(super) async fn reply(bot: &Bot, command: &CommandInteraction) -> Reply {
    let Some(guild) = command.guild_id.map(GuildId::get) else {
        return Reply::private(&view::servers_only());
    };
    if !may_manage(command) {
        return Reply::private(&view::admins_only());
    }
    let Some(store) = &bot.store else {
        return Reply::private(&view::no_store());
    };
    Reply::private(&match outcome(bot, store, guild, command).await {
        Ok(outcome) => view::settings(&outcome),
        Err(CommandError::Misunderstood(why)) => view::misunderstood(&why),
        Err(CommandError::Store(error)) => storage_failure(&error),
    })
}

async fn outcome(
    bot: &Bot,
    store: &Store,
    guild: u64,
    command: &CommandInteraction,
) -> Result<SettingsOutcome, CommandError> {
    let here = bot.for_guild(Some(guild));
    let context = CommandContext {
        store,
        catalogue: &here.catalogue,
        asker: &here.asker,
    };
    let outcome = run(&context, guild, &here.settings, &decode(command)).await?;
    if outcome.changed {
        bot.refresh().await?;
    }
    Ok(outcome)
}

/// Completions of an option of the command.
pub(super) fn complete(bot: &Bot, typing: &CommandInteraction) -> Reply {
    let here = bot.for_guild(typing.guild_id.map(GuildId::get));
    Reply::Choices(match typed(&typing.data.options) {
        // The question that takes a series knows what can be typed for one.
        Some((SERIES, text)) => match Call::new("about", Vec::new()) {
            Ok(call) => offered(&call, SERIES, text, &here),
            Err(_) => Vec::new(),
        },
        Some((ZONE, text)) => {
            let zones = zones(text).take(MAX_CHOICES);
            zones.map(|name| AutocompleteChoice::new(name, name)).collect()
        }
        _ => Vec::new(),
    })
}
