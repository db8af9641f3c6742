//! Subscriptions to reminders, previews and results: requested, set, listed, removed; shared by `/remind` and `/announce`.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::{CommandCall, CommandContext, Parameter, ParameterKind, SubcommandSpec};
use crate::domain::SeriesId;
use crate::reminders::{
    Health, PlannedSession, ReminderError, ReminderRequest, Selector, Subject, Subscription, Target, Timetable,
    UpcomingReminder, parse_request,
};
use crate::store::{MAX_IN_CHANNEL, Owner, StoreError, Subscribed};

/// `list`, which shows the subscriptions of an owner.
pub(super) const LIST: SubcommandSpec = SubcommandSpec {
    name: "list",
    summary: "What is set",
    options: &[],
};
/// `remove`, which removes one of them.
pub(super) const REMOVE: SubcommandSpec = SubcommandSpec {
    name: "remove",
    summary: "Take one away",
    options: &[Parameter::new("which", "which one", ParameterKind::Text)
        .required()
        .completed()],
};
/// `health`, which tells what becomes of them.
pub(super) const HEALTH: SubcommandSpec = SubcommandSpec {
    name: "health",
    summary: "What comes next, what became of the last ones, what is paused",
    options: &[],
};

/// Maximum number of subscriptions of a person, or of a server.
const MAX_SUBSCRIPTIONS: usize = 25;
/// Number of upcoming reminders in a health report.
const UPCOMING: usize = 5;

/// Outcome of the subcommands `list`, `remove` and `health`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SubscriptionsOutcome {
    /// The owner's subscriptions.
    Listed(Vec<Subscription>),
    /// True if one was removed; false if there is no such one.
    Removed(bool),
    /// The health of the subscriptions.
    Health(Box<Health>),
}

/// Reason why a command changed nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Declined {
    /// The sessions or the lead times were not understood.
    Request(ReminderError),
    /// The same subscription exists.
    SetAlready,
    /// The limit of subscriptions is reached.
    Full {
        /// Number of subscriptions.
        count: usize,
        /// Command that removes one.
        remove: &'static str,
    },
    /// The channel has as many reminders of members as the limit allows.
    ChannelFull(usize),
    /// The channel is paused until somebody who manages the server resumes it.
    ChannelPaused,
    /// The person may not send messages in the channel.
    MayNotSend,
    /// The end of a pause was not understood.
    UnreadablePause,
    /// The bot lacks permissions in the channel.
    MissingPermissions(Vec<&'static str>),
    /// The person accepts no direct messages from the bot.
    DirectMessagesClosed,
    /// Too many people set reminders at once.
    Busy,
    /// The role is that of everyone, which no mention of a role pings.
    EveryoneRole,
    /// The bot may not mention the role.
    RoleNotMentionable,
    /// The bot may not create and manage scheduled events.
    NoEventPermissions,
}

/// Confirmation of a subscription.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Confirmation {
    /// The subscription.
    pub subscription: Subscription,
    /// Its next reminder.
    pub next: Option<UpcomingReminder>,
    /// True if there is none, since the next session starts sooner than the lead time.
    pub too_soon: bool,
    /// A matching session without a time that is earlier than the next reminder's.
    pub untimed: Option<Subject>,
}

impl Confirmation {
    /// Confirms a subscription.
    pub fn of(subscription: Subscription, context: &CommandContext<'_>) -> Self {
        let timetable = Timetable::of(context.catalogue);
        let now = context.asker.now;
        let next = timetable.upcoming(&subscription.selectors, &subscription.leads, now, 1);
        let next = next.into_iter().next();
        let untimed = timetable.untimed(&subscription.selectors, now);
        let untimed = untimed.filter(|planned| next.as_ref().is_none_or(|next| planned.end < next.start));
        let wanted =
            |planned: &&PlannedSession| planned.selectors.iter().any(|one| subscription.selectors.contains(one));
        let too_soon = next.is_none() && {
            let mut ahead = timetable.sessions().iter().filter(|planned| planned.start > Some(now));
            ahead.any(|planned| wanted(&planned))
        };
        Self {
            next,
            too_soon,
            untimed: untimed.map(|planned| planned.subject.clone()),
            subscription,
        }
    }
}

/// The subscription that a request asks for; `id` is that of the interaction or message.
pub fn subscription(
    id: u64,
    owner: u64,
    target: Target,
    request: ReminderRequest,
    created: DateTime<Utc>,
) -> Subscription {
    Subscription {
        id,
        owner,
        target,
        selectors: request.selectors,
        leads: request.leads,
        created,
        paused_until: None,
    }
}

/// Sets a subscription, unless it exists or there is no room for it. One of a server resumes its channel, which whoever sets
/// one up there has mended; a member's does not.
///
/// # Errors
/// If the store fails.
pub async fn set(
    context: &CommandContext<'_>,
    owner: Owner,
    subscription: Subscription,
) -> Result<Result<Confirmation, Declined>, StoreError> {
    let all = context.store.subscriptions(owner).await?;
    let same = |one: &Subscription| {
        (one.target, &one.selectors, &one.leads) == (subscription.target, &subscription.selectors, &subscription.leads)
    };
    // The same message may come twice; and the store knows nothing of the requests of an earlier version.
    if all.iter().any(|one| one.id != subscription.id && same(one)) {
        return Ok(Err(Declined::SetAlready));
    }
    let channel = subscription.target.channel();
    let is_mention = matches!(subscription.target, Target::Mention { .. });
    if is_mention && context.store.paused_channels().await?.contains(&channel) {
        return Ok(Err(Declined::ChannelPaused));
    }
    match context.store.subscribe(&subscription, MAX_SUBSCRIPTIONS).await? {
        Subscribed::Stored => {}
        Subscribed::SetAlready => return Ok(Err(Declined::SetAlready)),
        Subscribed::ChannelFull => return Ok(Err(Declined::ChannelFull(MAX_IN_CHANNEL))),
        Subscribed::Full => {
            let remove = match owner {
                Owner::Server(_) => "/announce remove",
                Owner::Person(_) | Owner::All => "/remind remove",
            };
            let count = all.len().max(MAX_SUBSCRIPTIONS);
            return Ok(Err(Declined::Full { count, remove }));
        }
    }
    if !is_mention {
        context.store.resume_channel(channel).await?;
    }
    Ok(Ok(Confirmation::of(subscription, context)))
}

/// Carries out [`LIST`], [`REMOVE`] or [`HEALTH`], which any other subcommand is taken for: it changes nothing.
///
/// # Errors
/// If the store fails.
pub(super) async fn run(
    context: &CommandContext<'_>,
    owner: Owner,
    call: &CommandCall,
) -> Result<SubscriptionsOutcome, StoreError> {
    Ok(match call.subcommand.as_str() {
        name if name == LIST.name => SubscriptionsOutcome::Listed(context.store.subscriptions(owner).await?),
        name if name == REMOVE.name => SubscriptionsOutcome::Removed(remove(context, owner, call.text("which")).await?),
        _ => SubscriptionsOutcome::Health(Box::new(health(context, owner).await?)),
    })
}

/// Removes a subscription by its id, or by its number in the list; false if there is no such one.
async fn remove(context: &CommandContext<'_>, owner: Owner, which: Option<&str>) -> Result<bool, StoreError> {
    let which: Option<u64> = which.and_then(|which| which.trim().parse().ok());
    let all = context.store.subscriptions(owner).await?;
    let numbered = which.and_then(|number| all.get(usize::try_from(number).ok()?.checked_sub(1)?));
    match numbered.map(|one| one.id).or(which) {
        Some(id) => context.store.unsubscribe(owner, id).await,
        None => Ok(false),
    }
}

/// Upcoming reminders, outcomes of the last deliveries, paused channels and ended subscriptions of an owner.
async fn health(context: &CommandContext<'_>, owner: Owner) -> Result<Health, StoreError> {
    let subscriptions = context.store.subscriptions(owner).await?;
    let timetable = Timetable::of(context.catalogue);
    let of = |one: &Subscription| {
        let upcoming = timetable.upcoming(&one.selectors, &one.leads, context.asker.now, UPCOMING);
        let paused_until = one.paused_until;
        let is_sent = move |upcoming: &UpcomingReminder| paused_until.is_none_or(|until| upcoming.due >= until);
        upcoming.into_iter().filter(is_sent)
    };
    let mut upcoming: Vec<UpcomingReminder> = subscriptions.iter().flat_map(of).collect();
    upcoming.sort_by_key(|one| (one.due, one.start));
    upcoming.truncate(UPCOMING);
    Ok(Health {
        upcoming,
        ..context.store.health(owner).await?
    })
}

/// The request for reminders that options describe.
///
/// # Errors
/// If the sessions or the lead times are not understood.
pub(super) fn request(
    context: &CommandContext<'_>,
    what: &str,
    before: Option<&str>,
    series: Option<&str>,
) -> Result<ReminderRequest, ReminderError> {
    let (text, series) = with_series(context, what, series);
    ReminderRequest::parse(&text, before, context.catalogue, series, context.asker.now)
}

/// Selectors of the sessions that options describe.
///
/// # Errors
/// If they are not understood.
pub(super) fn selectors(
    context: &CommandContext<'_>,
    what: &str,
    series: Option<&str>,
) -> Result<Vec<Selector>, ReminderError> {
    let (text, series) = with_series(context, what, series);
    parse_request(&text, context.catalogue, series, context.asker.now).map_err(ReminderError::Selection)
}

/// The text to read, and the series of a text that names none.
fn with_series<'a>(context: &CommandContext<'a>, what: &str, series: Option<&str>) -> (String, &'a SeriesId) {
    let id = series.and_then(|series| series.parse::<SeriesId>().ok());
    let known = id.and_then(|id| context.catalogue.series.get(&id));
    // A series that is named in words is read with them.
    match (series, known) {
        (_, Some(known)) => (what.to_owned(), &known.id),
        (Some(series), None) => (format!("{series} {what}"), &context.asker.series),
        (None, None) => (what.to_owned(), &context.asker.series),
    }
}
