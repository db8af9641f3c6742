//! `/remind`: somebody's own reminders, set, listed, silenced and removed.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serenity::all::{CommandInteraction, ComponentInteraction, CreateCommand, CreateCommandOption, GuildId};

use super::definition::{everywhere, subcommand_of as subcommand, text};
use super::subcommand::Subcommand;
use super::subscriptions::{self, Backend, failure};
use crate::answer::{Answer, Body};
use crate::bot::{Bot, Caller, GuildContext};
use crate::discord::reply::Reply;
use crate::discord::state::DiscordBot;
use crate::discord::{Ping, Priority, RestClient, SendError, text_body, with_nonce};
use crate::reminders::{LeadTime, ReminderError, ReminderRequest, Selector, Subscription, Target};
use crate::schedule::State;
use crate::store::{Owner, StoreError};
use crate::view::words::reminder_settings as say;
use crate::view::{self, View};

/// The command's name.
pub(super) const NAME: &str = "remind";

/// What stands at the beginning of the id of a button that sets a reminder.
pub(super) const BUTTON: &str = "remind ";

/// The command's definition.
pub(super) fn command() -> CreateCommand {
    let place = CreateCommandOption::new(serenity::all::CommandOptionType::String, "where", say::WHERE)
        .add_string_choice(say::DIRECT, "dm")
        .add_string_choice(say::HERE, "here");
    let me = vec![
        text("what", say::WHAT).required(true).set_autocomplete(true),
        text("before", say::BEFORE),
        place,
        text("series", say::SERIES).set_autocomplete(true),
    ];
    let which = text("which", say::WHICH).required(true).set_autocomplete(true);
    everywhere(CreateCommand::new(NAME).description(say::REMIND).set_options(vec![
        subcommand("me", say::ME, me),
        subcommand("list", say::LIST, Vec::new()),
        subcommand("remove", say::REMOVE, vec![which]),
        subcommand("pause", say::PAUSE, vec![text("until", say::UNTIL).required(true)]),
        subcommand("health", say::HEALTH, Vec::new()),
    ]))
}

/// The reply to the command: it concerns nobody but the asker.
pub(super) async fn reply(discord: &DiscordBot, command: &CommandInteraction) -> Reply {
    let Some(backend) = Backend::of(discord) else {
        return Reply::private(&view::remark(say::NOT_KEPT, say::NOT_KEPT_WHY));
    };
    let bot = &*discord.bot;
    let called = Subcommand::of(command);
    let person = command.user.id.get();
    let whose = Owner::Person(person);
    let context = bot.for_guild(command.guild_id.map(GuildId::get));
    let answered = match called.name {
        "me" => {
            let requester = Requester {
                id: command.id.get(),
                person,
                guild: command.guild_id.map(GuildId::get),
                channel: command.channel_id.get(),
                in_channel: called.text("where").as_deref() == Some("here"),
                missing: subscriptions::missing(command),
            };
            let what = called.text("what").unwrap_or_default();
            let (before, series) = (called.text("before"), called.text("series"));
            let request = subscriptions::request(&context, &what, before.as_deref(), series.as_deref());
            return Reply::private(&set(bot, &backend, &requester, request).await);
        }
        "list" => subscriptions::list(&backend, whose, say::YOURS, say::NONE, &context).await,
        "remove" => subscriptions::remove(&backend, whose, called.text("which").as_deref()).await,
        "pause" => pause(&backend, person, called.text("until").as_deref(), context.asker.now).await,
        _ => subscriptions::health(&backend, whose, &context).await,
    };
    Reply::private(&answered.unwrap_or_else(|error| failure(&error)))
}

/// Person who asks for a reminder, and the place where it is to be sent.
struct Requester {
    /// Id of the interaction or message.
    id: u64,
    person: u64,
    guild: Option<u64>,
    channel: u64,
    /// True if it is sent to this channel rather than to direct messages.
    in_channel: bool,
    /// Permissions that the bot lacks in this channel.
    missing: Vec<&'static str>,
}

/// Sets a reminder, and confirms it where it will be sent.
async fn set(
    bot: &Bot,
    backend: &Backend<'_>,
    requester: &Requester,
    request: Result<ReminderRequest, ReminderError>,
) -> View {
    let context = bot.for_guild(requester.guild);
    let request = match request {
        Ok(request) => request,
        Err(why) => return view::remark(say::YOURS, subscriptions::refusal(&why)),
    };
    // Direct messages have no channel of their own.
    let in_channel = requester.in_channel && requester.guild.is_some();
    if in_channel && !requester.missing.is_empty() {
        return view::remark(say::YOURS, say::missing(&requester.missing));
    }
    let (id, person) = (requester.id, requester.person);
    if !in_channel {
        return direct(bot, backend, (id, person), request, &context).await;
    }
    let target = Target::Mention {
        guild: requester.guild,
        channel: requester.channel,
    };
    let subscription = subscription((id, person), target, request, &context);
    match subscriptions::no_room(backend, Owner::Person(person), &subscription).await {
        Ok(None) => keep(backend, subscription, &context).await,
        Ok(Some(why)) => view::remark(say::YOURS, why),
        Err(error) => failure(&error),
    }
}

/// Sets a reminder in direct messages, and confirms it there.
async fn direct(
    bot: &Bot,
    backend: &Backend<'_>,
    (id, person): (u64, u64),
    request: ReminderRequest,
    context: &GuildContext,
) -> View {
    let Ok(channel) = backend.rest.direct_channel(person, Priority::Interactive).await else {
        return view::remark(say::YOURS, say::CLOSED);
    };
    let subscription = subscription((id, person), Target::Direct { channel }, request, context);
    match subscriptions::no_room(backend, Owner::Person(person), &subscription).await {
        Ok(None) => {}
        Ok(Some(why)) => return view::remark(say::YOURS, why),
        Err(error) => return failure(&error),
    }
    let confirmed = subscriptions::confirmed(&subscription, context);
    if let Err(refused) = confirm(bot, backend.rest, channel, id, &confirmed).await {
        tracing::debug!("a confirmation was refused: {refused:?}");
        return view::remark(say::YOURS, say::CLOSED);
    }
    keep(backend, subscription, context).await
}

fn subscription(
    (id, owner): (u64, u64),
    target: Target,
    request: ReminderRequest,
    context: &GuildContext,
) -> Subscription {
    Subscription {
        id,
        owner,
        target,
        selectors: request.selectors,
        leads: request.leads,
        created: context.asker.now,
        paused_until: None,
    }
}

async fn keep(backend: &Backend<'_>, subscription: Subscription, context: &GuildContext) -> View {
    match subscriptions::keep(backend, &subscription).await {
        Ok(()) => subscriptions::confirmed(&subscription, context),
        Err(error) => failure(&error),
    }
}

/// Sets a reminder that was asked for in free text, in direct messages.
pub(in crate::discord) async fn in_words(
    bot: &Bot,
    backend: &Backend<'_>,
    request: Result<ReminderRequest, ReminderError>,
    caller: Caller,
) -> View {
    let requester = Requester {
        id: caller.id,
        person: caller.user,
        guild: caller.guild,
        channel: caller.channel,
        in_channel: false,
        missing: Vec::new(),
    };
    set(bot, backend, &requester, request).await
}

/// What the button under a timetable asks for: a reminder of each session that is still to come.
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

/// The reply to whoever clicked it.
pub(super) async fn clicked(discord: &DiscordBot, click: &ComponentInteraction) -> Reply {
    let Some(backend) = Backend::of(discord) else {
        return Reply::private(&view::remark(say::NOT_KEPT, say::NOT_KEPT_WHY));
    };
    let bot = &*discord.bot;
    let selector = click.data.custom_id.strip_prefix(BUTTON);
    let Some(selector) = selector.and_then(|text| text.parse::<Selector>().ok()) else {
        return Reply::private(&view::stale());
    };
    let context = bot.for_guild(click.guild_id.map(GuildId::get));
    let request = ReminderRequest {
        selectors: vec![selector],
        leads: vec![LeadTime::USUAL],
    };
    let person = click.user.id.get();
    Reply::private(&direct(bot, &backend, (click.id.get(), person), request, &context).await)
}

/// Says in somebody's direct messages what was set there: a closed inbox is known at once.
async fn confirm(bot: &Bot, rest: &RestClient, channel: u64, id: u64, view: &View) -> Result<(), SendError> {
    let body = with_nonce(text_body(&bot.commands.load(), view, Ping::Nobody), &id.to_string());
    rest.create_message(channel, &body, Priority::Interactive)
        .await
        .map(|_| ())
}

/// Silences somebody's reminders, or lets them speak again.
async fn pause(
    backend: &Backend<'_>,
    person: u64,
    until: Option<&str>,
    now: DateTime<Utc>,
) -> Result<View, StoreError> {
    let until = until.unwrap_or_default().trim().to_lowercase();
    let until = if ["off", "now", "never", "end", "resume"].contains(&until.as_str()) {
        None
    } else if let Some(until) = moment(&until, now).filter(|until| *until > now) {
        Some(until)
    } else {
        return Ok(view::remark(say::YOURS, say::NO_PAUSE));
    };
    let reminders = backend.store.pause_subscriptions(person, until).await?;
    Ok(view::remark(say::YOURS, say::paused(reminders, until)))
}

/// Until when: a date, or a while.
fn moment(text: &str, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    if let Ok(date) = text.parse::<NaiveDate>() {
        return Some(date.and_time(NaiveTime::MIN).and_utc());
    }
    let span = text.trim_start_matches("for ").parse::<LeadTime>();
    span.ok().map(|span| now + span.span())
}

/// Completions of an option of the command.
pub(super) async fn complete(discord: &DiscordBot, typing: &CommandInteraction) -> Reply {
    subscriptions::complete(discord, typing, Owner::Person(typing.user.id.get())).await
}
