//! `/remind`: somebody's own reminders, set, listed, silenced and removed.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serenity::all::{
    AutocompleteChoice, CommandInteraction, ComponentInteraction, CreateCommand, CreateCommandOption, GuildId,
};

use super::embed::{self, limited};
use super::said::From;
use super::sub::{Sub, sub, text};
use super::wish::{self, Kept};
use super::{Bot, Here, Message, Outbox, Ping, Reply, RequestOutcome, commands, text_body};
use crate::answer::{Answer, Body};
use crate::reminders::{LeadTime, ReminderError, ReminderRequest, Selector, Subscription, Target};
use crate::schedule::State;
use crate::store::{Owner, StoreError};
use crate::view::words::reminder_settings as say;
use crate::view::{self, View};

/// The command's name.
pub(super) const NAME: &str = "remind";
/// How urgent it is to write to somebody who waits for the answer: before everything that is due.
const NOW: super::Priority = (i64::MIN, 0);

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
    commands::everywhere(CreateCommand::new(NAME).description(say::REMIND).set_options(vec![
        sub("me", say::ME, me),
        sub("list", say::LIST, Vec::new()),
        sub("remove", say::REMOVE, vec![which]),
        sub("pause", say::PAUSE, vec![text("until", say::UNTIL).required(true)]),
        sub("health", say::HEALTH, Vec::new()),
    ]))
}

/// The reply to the command: it concerns nobody but the asker.
pub(super) async fn reply(bot: &Bot, command: &CommandInteraction) -> Reply {
    let Some(kept) = Kept::of(bot) else {
        return alone(&view::remark(say::NOT_KEPT, say::NOT_KEPT_WHY));
    };
    let called = Sub::of(command);
    let person = command.user.id.get();
    let whose = Owner::Person(person);
    let here = bot.for_guild(command.guild_id.map(GuildId::get));
    let answered = match called.name {
        "me" => {
            let asked = Asked {
                id: command.id.get(),
                person,
                guild: command.guild_id.map(GuildId::get),
                channel: command.channel_id.get(),
                in_channel: called.text("where").as_deref() == Some("here"),
                missing: wish::missing(command),
            };
            let what = called.text("what").unwrap_or_default();
            let (before, series) = (called.text("before"), called.text("series"));
            let request = wish::request(&here, &what, before.as_deref(), series.as_deref());
            return alone(&set(bot, &kept, &asked, request).await);
        }
        "list" => wish::list(&kept, whose, say::YOURS, say::NONE, &here).await,
        "remove" => wish::remove(&kept, whose, called.text("which").as_deref()).await,
        "pause" => pause(&kept, person, called.text("until").as_deref(), here.asker.now).await,
        _ => wish::health(&kept, whose, &here).await,
    };
    answered.map_or_else(|error| failed(&error), |view| alone(&view))
}

/// Who asks for a reminder, and where it is told.
pub(super) struct Asked {
    pub id: u64,
    pub person: u64,
    pub guild: Option<u64>,
    pub channel: u64,
    /// Whether it is told in this channel rather than in direct messages.
    pub in_channel: bool,
    /// The rights that the bot lacks in this channel.
    pub missing: Vec<&'static str>,
}

/// Sets a reminder, and says so where it will be told.
pub(super) async fn set(
    bot: &Bot,
    kept: &Kept<'_>,
    asked: &Asked,
    request: Result<ReminderRequest, ReminderError>,
) -> View {
    let here = bot.for_guild(asked.guild);
    let request = match request {
        Ok(request) => request,
        Err(why) => return view::remark(say::YOURS, wish::refusal(&why)),
    };
    // In direct messages, here is there.
    let in_channel = asked.in_channel && asked.guild.is_some();
    if in_channel && !asked.missing.is_empty() {
        return view::remark(say::YOURS, say::missing(&asked.missing));
    }
    if !in_channel {
        return direct(bot, kept, (asked.id, asked.person), request, &here).await;
    }
    let target = Target::Mention {
        guild: asked.guild,
        channel: asked.channel,
    };
    let subscription = subscription((asked.id, asked.person), target, request, &here);
    match wish::no_room(kept, Owner::Person(asked.person), &subscription).await {
        Ok(None) => keep(kept, subscription, &here).await,
        Ok(Some(why)) => view::remark(say::YOURS, why),
        Err(error) => broken(&error),
    }
}

/// Sets a reminder in somebody's direct messages, and says so there.
async fn direct(bot: &Bot, kept: &Kept<'_>, (id, person): (u64, u64), request: ReminderRequest, here: &Here) -> View {
    let Ok(channel) = kept.outbox.direct(person, NOW).await else {
        return view::remark(say::YOURS, say::CLOSED);
    };
    let subscription = subscription((id, person), Target::Direct { channel }, request, here);
    match wish::no_room(kept, Owner::Person(person), &subscription).await {
        Ok(None) => {}
        Ok(Some(why)) => return view::remark(say::YOURS, why),
        Err(error) => return broken(&error),
    }
    let confirmed = wish::confirmed(&subscription, here);
    if let Err(refused) = confirm(bot, kept.outbox, channel, id, &confirmed).await {
        tracing::debug!("a confirmation was refused: {refused:?}");
        return view::remark(say::YOURS, say::CLOSED);
    }
    keep(kept, subscription, here).await
}

fn subscription((id, owner): (u64, u64), target: Target, request: ReminderRequest, here: &Here) -> Subscription {
    Subscription {
        id,
        owner,
        target,
        selectors: request.selectors,
        leads: request.leads,
        created: here.asker.now,
        paused_until: None,
    }
}

async fn keep(kept: &Kept<'_>, subscription: Subscription, here: &Here) -> View {
    match wish::keep(kept, &subscription).await {
        Ok(()) => wish::confirmed(&subscription, here),
        Err(error) => broken(&error),
    }
}

/// Sets the reminder that somebody asks for in their own words, in their direct messages.
pub(super) async fn in_words(
    bot: &Bot,
    kept: &Kept<'_>,
    request: Result<ReminderRequest, ReminderError>,
    from: From,
) -> View {
    let asked = Asked {
        id: from.id,
        person: from.user,
        guild: from.guild,
        channel: from.channel,
        in_channel: false,
        missing: Vec::new(),
    };
    set(bot, kept, &asked, request).await
}

/// What the button under a timetable asks for: a reminder of each session that is still to come.
pub(super) fn wish(answer: &Answer) -> Option<String> {
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
pub(super) async fn clicked(bot: &Bot, click: &ComponentInteraction) -> Reply {
    let Some(kept) = Kept::of(bot) else {
        return alone(&view::remark(say::NOT_KEPT, say::NOT_KEPT_WHY));
    };
    let selector = click.data.custom_id.strip_prefix(BUTTON);
    let Some(selector) = selector.and_then(|text| text.parse::<Selector>().ok()) else {
        return alone(&view::stale());
    };
    let here = bot.for_guild(click.guild_id.map(GuildId::get));
    let request = ReminderRequest {
        selectors: vec![selector],
        leads: vec![LeadTime::USUAL],
    };
    let person = click.user.id.get();
    alone(&direct(bot, &kept, (click.id.get(), person), request, &here).await)
}

/// Says in somebody's direct messages what was set there: a closed inbox is known at once.
async fn confirm(bot: &Bot, outbox: &Outbox, channel: u64, id: u64, view: &View) -> Result<(), RequestOutcome> {
    let body = super::with_nonce(text_body(bot, view, Ping::Nobody), &id.to_string());
    outbox.say(channel, &body, NOW).await.map(|_| ())
}

/// Silences somebody's reminders, or lets them speak again.
async fn pause(kept: &Kept<'_>, person: u64, until: Option<&str>, now: DateTime<Utc>) -> Result<View, StoreError> {
    let until = until.unwrap_or_default().trim().to_lowercase();
    let until = if ["off", "now", "never", "end", "resume"].contains(&until.as_str()) {
        None
    } else if let Some(until) = moment(&until, now).filter(|until| *until > now) {
        Some(until)
    } else {
        return Ok(view::remark(say::YOURS, say::NO_PAUSE));
    };
    let reminders = kept.store.pause_subscriptions(person, until).await?;
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

/// What can be typed into an option of the command.
pub(super) async fn complete(bot: &Bot, typing: &CommandInteraction, whose: Owner) -> Vec<AutocompleteChoice> {
    let here = bot.for_guild(typing.guild_id.map(GuildId::get));
    let called = Sub::of(typing);
    let Some((option, typed)) = called.typed() else {
        return Vec::new();
    };
    let fits = |label: &str| label.to_lowercase().contains(&typed.trim().to_lowercase());
    let choices: Vec<(String, String)> = match option {
        "what" => wish::suggested(typed, &here),
        "series" => {
            let all = here.catalogue.series.iter();
            all.map(|(id, series)| (series.name.clone(), id.to_string())).collect()
        }
        _ => {
            let Some(kept) = Kept::of(bot) else { return Vec::new() };
            let all = kept.store.subscriptions(whose).await.unwrap_or_default();
            let choice = |one: &Subscription| (view::choice(one, &here.catalogue), one.id.to_string());
            all.iter().map(choice).collect()
        }
    };
    let fitting = choices.into_iter().filter(|(label, _)| option == "what" || fits(label));
    let choices = fitting.map(|(label, value)| AutocompleteChoice::new(limited(label, 100), value));
    choices.take(25).collect()
}

/// What concerns nobody but the asker.
pub(super) fn alone(view: &View) -> Reply {
    Reply::New {
        message: message(view),
        ephemeral: true,
    }
}

fn message(view: &View) -> Message {
    embed::plain(view)
}

/// What is said when the database does not do its part: the log says why.
pub(super) fn failed(error: &StoreError) -> Reply {
    alone(&broken(error))
}

fn broken(error: &StoreError) -> View {
    tracing::error!("a command failed: {error}");
    view::remark(say::NOT_KEPT, say::NOT_NOW)
}
