//! `/announce`: the messages that a server's channels get, and the server's changes to the calendar.

use serde::Serialize;

use super::calendar::{self, CalendarAction, CalendarOutcome, CalendarRequest};
use super::remind::{BEFORE, SERIES, WHAT};
use super::subscriptions::{self, Confirmation, Declined, SubscriptionsOutcome};
use super::{
    Audience, CommandCall, CommandContext, CommandError, CommandSpec, Parameter, ParameterKind, SubcommandSpec,
};
use crate::dataset::{AppliedOverride, Origin};
use crate::reminders::{LeadTime, ReminderError, ReminderRequest, Selector, Subscription, Topic, split_request};
use crate::store::{Owner, StoreError};

/// Name of the subcommand that offers a role by a button.
pub const ROLE: &str = "role";
/// Name of the subcommand for scheduled events.
pub const EVENTS: &str = "events";
const ON: &str = "on";
const OFF: &str = "off";

const PINGED: Parameter = Parameter::new("role", "a role that is pinged", ParameterKind::Role);
const SESSION: Parameter = Parameter::new(
    "session",
    "which session: race 2, or watkins-glen qualifying",
    ParameterKind::Text,
)
.required();

/// Declaration of the command. Discord's permissions hold for all subcommands, so all that concerns channels is here.
pub const SPEC: CommandSpec = CommandSpec {
    name: "announce",
    summary: "What this server's channels are told by themselves",
    audience: Audience::ServerManagers,
    options: &[],
    subcommands: &[
        SubcommandSpec {
            name: "reminders",
            summary: "Reminders in this channel: qualifying,race 1h",
            options: &[WHAT, BEFORE, PINGED, SERIES],
        },
        SubcommandSpec {
            name: "previews",
            summary: "The weekend's preview in this channel, at the start of race week",
            options: &[PINGED, SERIES],
        },
        SubcommandSpec {
            name: "results",
            summary: "Results in this channel, when they are known",
            options: &[PINGED, SERIES],
        },
        SubcommandSpec {
            name: ROLE,
            summary: "A button in this channel by which everybody can take a role, and be pinged",
            options: &[PINGED.required()],
        },
        SubcommandSpec {
            name: EVENTS,
            summary: "A scheduled event for each session, kept up to date",
            options: &[Parameter::new("state", "on or off", ParameterKind::Choice(&[(ON, ON), (OFF, OFF)])).required()],
        },
        SubcommandSpec {
            name: "move",
            summary: "Give a session another start, for this server, until a newer pack comes",
            options: &[
                SESSION,
                Parameter::new(
                    "time",
                    "the new start by the track's clock: 12:30, or 2024-06-22 12:30",
                    ParameterKind::Text,
                )
                .required(),
            ],
        },
        SubcommandSpec {
            name: "delay",
            summary: "Put a session off, for this server, until a newer pack comes",
            options: &[
                SESSION,
                Parameter::new("time", "by how much: 30m, 1h", ParameterKind::Text).required(),
            ],
        },
        SubcommandSpec {
            name: "cancel",
            summary: "Strike a session, for this server, until a newer pack comes",
            options: &[SESSION],
        },
        SubcommandSpec {
            name: "restore",
            summary: "Take this server's change of a session back",
            options: &[SESSION],
        },
        subscriptions::LIST,
        subscriptions::REMOVE,
        SubcommandSpec {
            name: "resume",
            summary: "Go on in this channel after it was paused",
            options: &[],
        },
        subscriptions::HEALTH,
    ],
    examples: &[
        "announce reminders what:qualifying,race before:1h",
        "announce delay session:race 2 time:30m",
    ],
};

/// Outcome of `/announce`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnnounceOutcome {
    /// A subscription of the channel is set.
    Set(Box<Confirmation>),
    /// Everything that is set up in the server.
    Listed {
        /// Subscriptions of its channels.
        subscriptions: Vec<Subscription>,
        /// True if it has scheduled events.
        events: bool,
        /// Its changes to the calendar.
        changes: Vec<AppliedOverride>,
    },
    /// A subscription is removed, or the health of all is told.
    Subscriptions(SubscriptionsOutcome),
    /// True if scheduled events are switched on; false if off.
    Events(bool),
    /// The calendar was changed, or not.
    Calendar(CalendarOutcome),
    /// True if the channel is resumed; false if it was not paused.
    Resumed(bool),
    /// Nothing was changed.
    Declined(Declined),
}

impl From<Result<Confirmation, Declined>> for AnnounceOutcome {
    fn from(set: Result<Confirmation, Declined>) -> Self {
        match set {
            Ok(confirmation) => Self::Set(Box::new(confirmation)),
            Err(why) => Self::Declined(why),
        }
    }
}

/// Place and author of a command in a server.
#[derive(Debug, Clone, Copy)]
pub struct ServerCaller {
    /// The server.
    pub guild: u64,
    /// The channel.
    pub channel: u64,
    /// The author.
    pub person: u64,
}

/// True if a call sets a subscription of the channel.
pub fn is_subscription(call: &CommandCall) -> bool {
    matches!(call.subcommand.as_str(), "reminders" | "previews" | "results")
}

/// True if a call switches scheduled events on, which needs permissions of its own.
pub fn switches_events_on(call: &CommandCall) -> bool {
    call.subcommand == EVENTS && call.text("state") == Some(ON)
}

/// The subscription that the options ask for.
///
/// # Errors
/// If the sessions or the lead times are not understood.
pub fn request(context: &CommandContext<'_>, call: &CommandCall) -> Result<ReminderRequest, ReminderError> {
    let series = call.text("series");
    let topic = match call.subcommand.as_str() {
        "previews" => Topic::Preview,
        "results" => Topic::Results,
        _ => {
            let what = call.text("what").unwrap_or_default();
            // Both may be typed into one option: `qualifying,race 1h`.
            let (what, before) = match call.text("before") {
                Some(before) => (what.to_owned(), Some(before.to_owned())),
                None => split_request(what),
            };
            return subscriptions::request(context, &what, before.as_deref(), series);
        }
    };
    let all = subscriptions::selectors(context, "all", series)?;
    let with_topic = all.into_iter().map(|one| Selector {
        what: topic.clone(),
        ..one
    });
    Ok(ReminderRequest {
        selectors: with_topic.collect(),
        leads: vec![LeadTime::default()],
    })
}

/// Carries out any subcommand but those that set a subscription or offer a role.
///
/// # Errors
/// If an option is not understood, or the store fails.
pub async fn run(
    context: &CommandContext<'_>,
    caller: ServerCaller,
    call: &CommandCall,
) -> Result<AnnounceOutcome, CommandError> {
    Ok(match call.subcommand.as_str() {
        EVENTS => {
            let on = switches_events_on(call);
            context.store.set_events(caller.guild, on).await?;
            AnnounceOutcome::Events(on)
        }
        "resume" => AnnounceOutcome::Resumed(context.store.resume_channel(caller.channel).await?),
        other => match CalendarAction::named(other) {
            Some(action) => {
                let request = CalendarRequest {
                    action,
                    session: call.text("session").unwrap_or_default(),
                    time: call.text("time").unwrap_or_default(),
                    guild: Some(caller.guild),
                    author: caller.person,
                };
                AnnounceOutcome::Calendar(calendar::run(context, &request).await?)
            }
            None => match subscriptions::run(context, Owner::Server(caller.guild), call).await? {
                SubscriptionsOutcome::Listed(all) => listed(context, caller.guild, all).await?,
                outcome => AnnounceOutcome::Subscriptions(outcome),
            },
        },
    })
}

/// All that is set up in a server: its subscriptions, its events and its changes to the calendar.
async fn listed(
    context: &CommandContext<'_>,
    guild: u64,
    subscriptions: Vec<Subscription>,
) -> Result<AnnounceOutcome, StoreError> {
    let own = |one: &&AppliedOverride| one.change.by == Origin::Server;
    Ok(AnnounceOutcome::Listed {
        subscriptions,
        events: context.store.servers_with_events().await?.contains(&guild),
        changes: context.catalogue.changes.iter().filter(own).cloned().collect(),
    })
}
