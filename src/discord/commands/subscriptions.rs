//! What `/remind` and `/announce` have in common: reading wishes, keeping them, and telling whether all is well.

use std::collections::BTreeSet;

use serenity::all::{AutocompleteChoice, CommandInteraction, GuildId, Permissions};

use super::subcommand::Subcommand;
use crate::bot::GuildContext;
use crate::discord::RestClient;
use crate::discord::reply::Reply;
use crate::discord::state::DiscordBot;
use crate::discord::truncate::truncated;
use crate::domain::SeriesId;
use crate::reminders::{
    Health, PlannedSession, ReminderError, ReminderRequest, Selector, Subscription, Timetable, UpcomingReminder,
    parse_request,
};
use crate::store::{Owner, Store, StoreError};
use crate::view::words::reminder_settings as say;
use crate::view::{self, View};

/// How many subscriptions are kept for a person, or a server.
const MOST: usize = 25;
/// How many reminders to come are told of health.
const NEXT: usize = 5;

/// What is needed to keep a wish and to speak unasked.
pub(in crate::discord) struct Backend<'a> {
    pub store: &'a Store,
    pub rest: &'a RestClient,
}

impl<'a> Backend<'a> {
    /// What the bot has of it; nothing where it runs without a database.
    pub fn of(discord: &'a DiscordBot) -> Option<Self> {
        Some(Self {
            store: discord.bot.store.as_ref()?,
            rest: discord.rest.as_ref()?,
        })
    }
}

/// The reminder that the options of a command ask for.
///
/// # Errors
/// If the sessions or the lead times are not understood.
pub(super) fn request(
    context: &GuildContext,
    what: &str,
    before: Option<&str>,
    series: Option<&str>,
) -> Result<ReminderRequest, ReminderError> {
    let (text, series) = with_series(context, what, series);
    ReminderRequest::parse(&text, before, &context.catalogue, series, context.asker.now)
}

/// The sentence that says why a reminder was not understood.
pub(super) fn refusal(why: &ReminderError) -> String {
    match why {
        ReminderError::Selection(why) => say::unwanted(why),
        ReminderError::Lead(why) => why.to_string(),
    }
}

/// Selectors of the sessions that the options of a command ask for.
///
/// # Errors
/// Returns the sentence that says why they are not understood.
pub(super) fn wanted(context: &GuildContext, what: &str, series: Option<&str>) -> Result<Vec<Selector>, String> {
    let (text, series) = with_series(context, what, series);
    parse_request(&text, &context.catalogue, series, context.asker.now).map_err(|why| say::unwanted(&why))
}

/// The text to read, and the series that is meant if the text names none.
fn with_series<'a>(context: &'a GuildContext, what: &str, series: Option<&str>) -> (String, &'a SeriesId) {
    let id = series.and_then(|series| series.parse::<SeriesId>().ok());
    let known = id.and_then(|id| context.catalogue.series.get(&id));
    // A series that is named in words is read with them.
    match (series, known) {
        (_, Some(known)) => (what.to_owned(), &known.id),
        (Some(series), None) => (format!("{series} {what}"), &context.asker.series),
        (None, None) => (what.to_owned(), &context.asker.series),
    }
}

/// The document that confirms a subscription.
pub(super) fn confirmed(subscription: &Subscription, context: &GuildContext) -> View {
    let timetable = Timetable::of(&context.catalogue);
    let now = context.asker.now;
    let coming = timetable.upcoming(&subscription.selectors, &subscription.leads, now, 1);
    let untimed = timetable.untimed(&subscription.selectors, now);
    let untimed = untimed.filter(|planned| coming.first().is_none_or(|coming| planned.end < coming.start));
    let wanted = |planned: &&PlannedSession| planned.selectors.iter().any(|one| subscription.selectors.contains(one));
    let too_soon = coming.is_empty() && {
        let mut ahead = timetable.sessions().iter().filter(|planned| planned.start > Some(now));
        ahead.any(|planned| wanted(&planned))
    };
    view::confirmed(
        subscription,
        (coming.first(), too_soon),
        untimed.map(|planned| &planned.subject),
        &context.catalogue,
    )
}

/// Why a subscription is not kept, if so: it is there already, or there are as many as are kept.
pub(super) async fn no_room(
    backend: &Backend<'_>,
    whose: Owner,
    subscription: &Subscription,
) -> Result<Option<String>, StoreError> {
    let all = backend.store.subscriptions(whose).await?;
    let same = |one: &Subscription| {
        (one.target, &one.selectors, &one.leads) == (subscription.target, &subscription.selectors, &subscription.leads)
    };
    // The same message may come twice.
    if all.iter().any(|one| one.id != subscription.id && same(one)) {
        return Ok(Some(say::THERE_ALREADY.to_owned()));
    }
    let take_away = match whose {
        Owner::Server(_) => "/announce remove",
        Owner::Person(_) | Owner::All => "/remind remove",
    };
    Ok((all.len() >= MOST).then(|| say::full(all.len(), take_away)))
}

/// Keeps a subscription. Whoever sets one up in a channel that was paused has seen to it.
pub(super) async fn keep(backend: &Backend<'_>, subscription: &Subscription) -> Result<(), StoreError> {
    backend.store.subscribe(subscription).await?;
    backend.store.resume_channel(subscription.target.channel()).await?;
    Ok(())
}

/// The rights that the bot needs to post in the channel where a command was called, and lacks.
pub(super) fn missing(command: &CommandInteraction) -> Vec<&'static str> {
    let has = command.app_permissions.unwrap_or_else(Permissions::empty);
    let needed = [
        (Permissions::VIEW_CHANNEL, "see it"),
        (Permissions::SEND_MESSAGES, "send messages"),
        (Permissions::EMBED_LINKS, "embed links"),
    ];
    let lacks = needed.iter().filter(|(right, _)| !has.contains(*right));
    lacks.map(|(_, name)| *name).collect()
}

/// Everything that is set.
pub(super) async fn list(
    backend: &Backend<'_>,
    whose: Owner,
    title: &str,
    none: &str,
    context: &GuildContext,
) -> Result<View, StoreError> {
    let all = backend.store.subscriptions(whose).await?;
    Ok(view::list(title, none, &all, &context.catalogue))
}

/// Takes one away: by its id, or by its number in the list.
pub(super) async fn remove(backend: &Backend<'_>, whose: Owner, which: Option<&str>) -> Result<View, StoreError> {
    let which: Option<u64> = which.and_then(|which| which.trim().parse().ok());
    let all = backend.store.subscriptions(whose).await?;
    let numbered = which.and_then(|number| all.get(usize::try_from(number).ok()?.checked_sub(1)?));
    let id = numbered.map(|one| one.id).or(which);
    let removed = match id {
        Some(id) => backend.store.unsubscribe(whose, id).await?,
        None => false,
    };
    Ok(view::remark(
        say::YOURS,
        if removed { say::REMOVED } else { say::NO_SUCH },
    ))
}

/// Whether all is well: what comes next, what became of the last ones, what is paused or has ended.
pub(super) async fn health(backend: &Backend<'_>, whose: Owner, context: &GuildContext) -> Result<View, StoreError> {
    let subscriptions = backend.store.subscriptions(whose).await?;
    let timetable = Timetable::of(&context.catalogue);
    let of = |one: &Subscription| {
        let coming = timetable.upcoming(&one.selectors, &one.leads, context.asker.now, NEXT);
        let silent = one.paused_until;
        coming
            .into_iter()
            .filter(move |coming| silent.is_none_or(|until| coming.due >= until))
    };
    let mut coming: Vec<UpcomingReminder> = subscriptions.iter().flat_map(of).collect();
    coming.sort_by_key(|one| (one.due, one.start));
    coming.truncate(NEXT);
    let health = Health {
        upcoming: coming,
        ..backend.store.health(whose).await?
    };
    Ok(view::health(&health, &context.catalogue))
}

/// What somebody who types may want, as it can be written: label and value are the same words.
fn suggested(typed: &str, context: &GuildContext) -> Vec<(String, String)> {
    let Some(series) = context.catalogue.series.get(&context.asker.series) else {
        return Vec::new();
    };
    let mut all: Vec<String> = ["race", "qualifying", "practice", "race 1", "race 2", "sprint", "all"]
        .map(str::to_owned)
        .to_vec();
    let season = series.each_season().next_back();
    let classes = season.into_iter().flat_map(|season| &season.classes);
    all.extend(classes.map(|class| format!("{} race", class.name.to_lowercase())));
    let to_come = series.each_season().flat_map(|season| &season.weekends);
    let to_come = to_come.filter(|weekend| weekend.end >= context.asker.now.date_naive());
    all.extend(to_come.map(|weekend| format!("all at {}", weekend.name.to_lowercase())));
    let understood = |text: &String| parse_request(text, &context.catalogue, &series.id, context.asker.now).is_ok();
    let key = typed.trim().to_lowercase();
    let mut fitting: Vec<String> = all
        .into_iter()
        .filter(|one| one.contains(&key))
        .filter(understood)
        .collect();
    // What was typed is offered as it is, once it is understood.
    if !key.is_empty() && !fitting.contains(&key) && understood(&key) {
        fitting.insert(0, key);
    }
    let mut seen = BTreeSet::new();
    fitting.retain(|one| seen.insert(one.clone()));
    fitting.into_iter().map(|one| (one.clone(), one)).collect()
}

/// Completions of an option of either command.
pub(super) async fn complete(discord: &DiscordBot, typing: &CommandInteraction, whose: Owner) -> Reply {
    let context = discord.bot.for_guild(typing.guild_id.map(GuildId::get));
    let Some((option, typed)) = Subcommand::of(typing).typed() else {
        return Reply::Choices(Vec::new());
    };
    let fits = |label: &str| label.to_lowercase().contains(&typed.trim().to_lowercase());
    let choices: Vec<(String, String)> = match option {
        "what" => suggested(typed, &context),
        "series" => {
            let all = context.catalogue.series.iter();
            all.map(|(id, series)| (series.name.clone(), id.to_string())).collect()
        }
        _ => {
            let Some(backend) = Backend::of(discord) else {
                return Reply::Choices(Vec::new());
            };
            let all = backend.store.subscriptions(whose).await.unwrap_or_default();
            let choice = |one: &Subscription| (view::choice(one, &context.catalogue), one.id.to_string());
            all.iter().map(choice).collect()
        }
    };
    let fitting = choices.into_iter().filter(|(label, _)| option == "what" || fits(label));
    let choices = fitting.map(|(label, value)| AutocompleteChoice::new(truncated(label, 100), value));
    Reply::Choices(choices.take(25).collect())
}

/// The document for a failure of the store; its reason goes to the log.
pub(super) fn failure(error: &StoreError) -> View {
    tracing::error!("a command failed: {error}");
    view::remark(say::NOT_KEPT, say::NOT_NOW)
}
