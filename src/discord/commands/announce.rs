//! `/announce` on Discord, for members who may manage the server.

use serenity::all::{CommandInteraction, GuildId};

use super::backend::{Backend, failure};
use super::permissions::{cannot_ping, may_create_events, may_manage, missing_to_post};
use super::roles;
use super::subcommand::decode;
use super::suggested::suggested;
use crate::command::announce::{
    AnnounceOutcome, ROLE, ServerCaller, is_subscription, request, run, switches_events_on,
};
use crate::command::subscriptions::{Declined, set, subscription};
use crate::command::{CommandCall, CommandContext, CommandError};
use crate::discord::reply::Reply;
use crate::discord::state::DiscordBot;
use crate::reminders::Target;
use crate::store::Owner;
use crate::view;

/// The reply to the command.
pub(super) async fn reply(discord: &DiscordBot, command: &CommandInteraction) -> Reply {
    let guild = command.guild_id.filter(|_| may_manage(command)).map(GuildId::get);
    let Some(guild) = guild else {
        return Reply::private(&view::reminders::not_allowed());
    };
    let Some(backend) = Backend::of(discord) else {
        return Reply::private(&view::reminders::no_store());
    };
    let call = decode(command);
    if call.subcommand == ROLE {
        return roles::offer(&backend, command, call.id("role")).await;
    }
    let bot = &*discord.bot;
    let here = bot.for_guild(Some(guild));
    let outcome = outcome(&backend.context(&here), command, guild, &call).await;
    let refreshed = match outcome {
        Ok(outcome @ AnnounceOutcome::Calendar(_)) => match bot.refresh().await {
            Ok(_) => Ok(outcome),
            Err(error) => Err(CommandError::Store(error)),
        },
        other => other,
    };
    Reply::private(&match refreshed {
        Ok(outcome) => view::reminders::announce(&outcome, &bot.for_guild(Some(guild)).catalogue),
        Err(CommandError::Misunderstood(why)) => view::misunderstood(&why),
        Err(CommandError::Store(error)) => failure(&error),
    })
}

async fn outcome(
    context: &CommandContext<'_>,
    command: &CommandInteraction,
    guild: u64,
    call: &CommandCall,
) -> Result<AnnounceOutcome, CommandError> {
    let caller = ServerCaller {
        guild,
        channel: command.channel_id.get(),
        person: command.user.id.get(),
    };
    if is_subscription(call) {
        return subscribe(context, command, caller, call).await;
    }
    if switches_events_on(call) && !may_create_events(command) {
        return Ok(AnnounceOutcome::Declined(Declined::NoEventPermissions));
    }
    run(context, caller, call).await
}

/// Sets a subscription of the channel.
async fn subscribe(
    context: &CommandContext<'_>,
    command: &CommandInteraction,
    caller: ServerCaller,
    call: &CommandCall,
) -> Result<AnnounceOutcome, CommandError> {
    let missing = missing_to_post(command);
    if !missing.is_empty() {
        return Ok(AnnounceOutcome::Declined(Declined::MissingPermissions(missing)));
    }
    let request = match request(context, call) {
        Ok(request) => request,
        Err(why) => return Ok(AnnounceOutcome::Declined(Declined::Request(why))),
    };
    let role = call.id("role");
    if let Some(why) = role.and_then(|role| cannot_ping(command, role)) {
        return Ok(AnnounceOutcome::Declined(why));
    }
    let target = Target::Channel {
        guild: caller.guild,
        channel: caller.channel,
        role,
    };
    let subscription = subscription(command.id.get(), caller.person, target, request, context.asker.now);
    let set = set(context, Owner::Server(caller.guild), subscription).await?;
    Ok(set.into())
}

/// Completions of an option of the command; without the right to manage the server, those of a person.
pub(super) async fn complete(discord: &DiscordBot, typing: &CommandInteraction) -> Reply {
    let guild = typing.guild_id.filter(|_| may_manage(typing));
    let owner = guild.map_or(Owner::Person(typing.user.id.get()), |guild| Owner::Server(guild.get()));
    suggested(discord, typing, owner).await
}
