//! `/remind` on Discord: reminders are confirmed where they will be sent.

use serenity::all::{CommandInteraction, ComponentInteraction, GuildId};

use super::backend::{Backend, failure};
use super::permissions::{may_send, missing_to_post};
use super::subcommand::decode;
use super::suggested::suggested;
use crate::answer::{Answer, Body};
use crate::bot::{Bot, Caller, GuildContext};
use crate::command::remind::{LIST, RemindOutcome, SET, request, run};
use crate::command::subscriptions::{Declined, set, subscription};
use crate::command::{CommandCall, CommandContext};
use crate::discord::reply::Reply;
use crate::discord::state::DiscordBot;
use crate::discord::{Ping, Priority, RestClient, SendError, text_body, with_nonce};
use crate::reminders::{LeadTime, ReminderError, ReminderRequest, Selector, Target};
use crate::schedule::State;
use crate::store::{Owner, StoreError};
use crate::view::{self, View};

/// Prefix of the id of a button that sets a reminder.
pub(super) const BUTTON: &str = "remind ";

/// The reply to the command, for the asker alone.
pub(super) async fn reply(discord: &DiscordBot, command: &CommandInteraction) -> Reply {
    let Some(backend) = Backend::of(discord) else {
        return Reply::private(&view::reminders::no_store());
    };
    let bot = &*discord.bot;
    let here = bot.for_guild(command.guild_id.map(GuildId::get));
    let context = backend.context(&here);
    let call = decode(command);
    let outcome = if call.subcommand == SET {
        let caller = Caller {
            id: command.id.get(),
            user: command.user.id.get(),
            channel: command.channel_id.get(),
            guild: command.guild_id.map(GuildId::get),
        };
        let request = request(&context, &call);
        match channel(&call, caller) {
            Some(_) if !may_send(command) => Ok(RemindOutcome::Declined(Declined::MayNotSend)),
            Some(target) => in_channel(&context, caller, target, request, missing_to_post(command)).await,
            None => direct(bot, &backend, &here, caller, request).await,
        }
    } else {
        run(&context, command.user.id.get(), &call).await
    };
    Reply::private(&shown(outcome, &here))
}

fn shown(outcome: Result<RemindOutcome, StoreError>, here: &GuildContext) -> View {
    match outcome {
        Ok(outcome) => view::reminders::remind(&outcome, &here.catalogue),
        Err(error) => failure(&error),
    }
}

/// The channel of the command, if the reminder is for it. Direct messages have no channel of their own.
fn channel(call: &CommandCall, caller: Caller) -> Option<Target> {
    let guild = caller.guild.filter(|_| call.text("where") == Some("here"))?;
    Some(Target::Mention {
        guild: Some(guild),
        channel: caller.channel,
    })
}

/// Sets a reminder in the channel where it is asked for; `missing` are permissions that the bot lacks there.
async fn in_channel(
    context: &CommandContext<'_>,
    caller: Caller,
    target: Target,
    request: Result<ReminderRequest, ReminderError>,
    missing: Vec<&'static str>,
) -> Result<RemindOutcome, StoreError> {
    let request = match request {
        Ok(request) if missing.is_empty() => request,
        Ok(_) => return Ok(RemindOutcome::Declined(Declined::MissingPermissions(missing))),
        Err(why) => return Ok(RemindOutcome::Declined(Declined::Request(why))),
    };
    let subscription = subscription(caller.id, caller.user, target, request, context.asker.now);
    let set = set(context, Owner::Person(caller.user), subscription).await?;
    Ok(set.into())
}

/// Sets a reminder in direct messages, and takes it back if it cannot be confirmed there: closed direct messages are known
/// at once.
async fn direct(
    bot: &Bot,
    backend: &Backend<'_>,
    here: &GuildContext,
    caller: Caller,
    request: Result<ReminderRequest, ReminderError>,
) -> Result<RemindOutcome, StoreError> {
    let request = match request {
        Ok(request) => request,
        Err(why) => return Ok(RemindOutcome::Declined(Declined::Request(why))),
    };
    let channel = match backend.rest.direct_channel(caller.user, Priority::Interactive).await {
        Ok(channel) => channel,
        Err(unsent) => return Ok(RemindOutcome::Declined(undelivered(&unsent))),
    };
    let context = backend.context(here);
    let target = Target::Direct { channel };
    let subscription = subscription(caller.id, caller.user, target, request, here.asker.now);
    let owner = Owner::Person(caller.user);
    let outcome = match set(&context, owner, subscription).await? {
        Ok(confirmation) => RemindOutcome::Set(Box::new(confirmation)),
        Err(why) => return Ok(RemindOutcome::Declined(why)),
    };
    let confirmed = view::reminders::remind(&outcome, &here.catalogue);
    if let Err(unsent) = confirm(bot, backend.rest, channel, caller.id, &confirmed).await {
        tracing::debug!("a confirmation was not delivered: {unsent:?}");
        context.store.unsubscribe(owner, caller.id).await?;
        return Ok(RemindOutcome::Declined(undelivered(&unsent)));
    }
    Ok(outcome)
}

/// The reason why nothing reaches direct messages.
const fn undelivered(error: &SendError) -> Declined {
    match error {
        SendError::Busy(_) => Declined::Busy,
        _ => Declined::DirectMessagesClosed,
    }
}

/// Sends a confirmation to direct messages.
async fn confirm(bot: &Bot, rest: &RestClient, channel: u64, id: u64, view: &View) -> Result<(), SendError> {
    let body = with_nonce(text_body(&bot.commands.load(), view, Ping::Nobody), &id.to_string());
    let sent = rest.create_message(channel, &body, Priority::Interactive).await;
    sent.map(|_| ())
}

/// Sets a reminder that was asked for in free text, in direct messages.
pub(in crate::discord) async fn in_words(
    bot: &Bot,
    backend: &Backend<'_>,
    request: Result<ReminderRequest, ReminderError>,
    caller: Caller,
) -> View {
    let here = bot.for_guild(caller.guild);
    shown(direct(bot, backend, &here, caller, request).await, &here)
}

/// Lists a person's reminders in direct messages. In a channel, where others read along, the command for it is named.
pub(in crate::discord) async fn list_in_words(bot: &Bot, backend: &Backend<'_>, caller: Caller) -> View {
    if caller.guild.is_some() {
        return view::reminders::list_by_command();
    }
    let here = bot.for_guild(caller.guild);
    let call = CommandCall {
        subcommand: LIST.to_owned(),
        options: Vec::new(),
    };
    shown(run(&backend.context(&here), caller.user, &call).await, &here)
}

/// Id of the button under a timetable: a reminder of each upcoming session.
pub(in crate::discord) fn reminder_link(answer: &Answer) -> Option<String> {
    let plan = match &answer.body {
        Body::Schedule(plan) => plan,
        Body::Next(next) => next.ahead.as_ref()?,
        _ => return None,
    };
    plan.sessions.iter().find(|session| session.state == State::Upcoming)?;
    let (series, season) = (&answer.frame.series.id, answer.frame.season.as_ref()?);
    Some(format!("{BUTTON}{series}:{season}/{}:*", plan.weekend.id))
}

/// The reply to a click on that button.
pub(super) async fn clicked(discord: &DiscordBot, click: &ComponentInteraction) -> Reply {
    let Some(backend) = Backend::of(discord) else {
        return Reply::private(&view::reminders::no_store());
    };
    let selector = click.data.custom_id.strip_prefix(BUTTON);
    let Some(selector) = selector.and_then(|text| text.parse::<Selector>().ok()) else {
        return Reply::private(&view::stale());
    };
    let request = ReminderRequest {
        selectors: vec![selector],
        leads: vec![LeadTime::USUAL],
    };
    let caller = Caller {
        id: click.id.get(),
        user: click.user.id.get(),
        channel: click.channel_id.get(),
        guild: click.guild_id.map(GuildId::get),
    };
    Reply::private(&in_words(&discord.bot, &backend, Ok(request), caller).await)
}

/// Completions of an option of the command.
pub(super) async fn complete(discord: &DiscordBot, typing: &CommandInteraction) -> Reply {
    suggested(discord, typing, Owner::Person(typing.user.id.get())).await
}
