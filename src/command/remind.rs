//! `/remind`: a person's own reminders, set, listed, paused and removed.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::Serialize;

use super::subscriptions::{self, Confirmation, Declined, SubscriptionsOutcome};
use super::{Audience, CommandCall, CommandContext, CommandSpec, Parameter, ParameterKind, SubcommandSpec};
use crate::reminders::{LeadTime, ReminderError, ReminderRequest};
use crate::store::{Owner, StoreError};

/// Name of the subcommand that sets a reminder.
pub const SET: &str = "me";
/// Name of the subcommand that lists the reminders.
pub const LIST: &str = subscriptions::LIST.name;

/// `what:`
pub(super) const WHAT: Parameter = Parameter::new(
    "what",
    "race, race 1, quali, all, pro race, or a weekend; several with commas",
    ParameterKind::Text,
)
.required()
.completed();
/// `before:`
pub(super) const BEFORE: Parameter = Parameter::new(
    "before",
    "how long before: 15m, 1h, 1d; several with commas (15m if left out)",
    ParameterKind::Text,
);
/// `series:`
pub(super) const SERIES: Parameter = Parameter::new("series", "which series", ParameterKind::Text).completed();

/// Declaration of the command.
pub const SPEC: CommandSpec = CommandSpec {
    name: "remind",
    summary: "Reminders before sessions, for you alone",
    audience: Audience::Everyone,
    options: &[],
    subcommands: &[
        SubcommandSpec {
            name: SET,
            summary: "Set a reminder: race 15m, or quali and race 1 at the glen 1h,15m",
            options: &[
                WHAT,
                BEFORE,
                Parameter::new(
                    "where",
                    "your direct messages, or this channel",
                    ParameterKind::Choice(&[("direct messages", "dm"), ("this channel", "here")]),
                ),
                SERIES,
            ],
        },
        subscriptions::LIST,
        subscriptions::REMOVE,
        SubcommandSpec {
            name: "pause",
            summary: "Silence until a day, for a while, or not any more",
            options: &[
                Parameter::new("until", "a date, a time such as 3d or 2w, or off", ParameterKind::Text).required(),
            ],
        },
        subscriptions::HEALTH,
    ],
    examples: &["remind me what:race before:15m", "remind pause until:2w"],
};

/// Outcome of `/remind`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RemindOutcome {
    /// A reminder is set.
    Set(Box<Confirmation>),
    /// The person's reminders are listed, one is removed, or their health is told.
    Subscriptions(SubscriptionsOutcome),
    /// All reminders are paused or resumed.
    Paused {
        /// Number of reminders.
        reminders: u64,
        /// End of the pause; none if they are resumed.
        until: Option<DateTime<Utc>>,
    },
    /// Nothing was changed.
    Declined(Declined),
}

impl From<Result<Confirmation, Declined>> for RemindOutcome {
    fn from(set: Result<Confirmation, Declined>) -> Self {
        match set {
            Ok(confirmation) => Self::Set(Box::new(confirmation)),
            Err(why) => Self::Declined(why),
        }
    }
}

/// The reminder that the options of [`SET`] ask for.
///
/// # Errors
/// If the sessions or the lead times are not understood.
pub fn request(context: &CommandContext<'_>, call: &CommandCall) -> Result<ReminderRequest, ReminderError> {
    let what = call.text("what").unwrap_or_default();
    subscriptions::request(context, what, call.text("before"), call.text("series"))
}

/// Carries out any subcommand but [`SET`], which needs a channel to confirm it in.
///
/// # Errors
/// If the store fails.
pub async fn run(context: &CommandContext<'_>, person: u64, call: &CommandCall) -> Result<RemindOutcome, StoreError> {
    match call.subcommand.as_str() {
        "pause" => pause(context, person, call.text("until")).await,
        _ => {
            let outcome = subscriptions::run(context, Owner::Person(person), call).await?;
            Ok(RemindOutcome::Subscriptions(outcome))
        }
    }
}

/// Pauses or resumes all reminders of a person.
async fn pause(context: &CommandContext<'_>, person: u64, until: Option<&str>) -> Result<RemindOutcome, StoreError> {
    let now = context.asker.now;
    let until = until.unwrap_or_default().trim().to_lowercase();
    let until = if ["off", "now", "never", "end", "resume"].contains(&until.as_str()) {
        None
    } else if let Some(until) = pause_end(&until, now).filter(|until| *until > now) {
        Some(until)
    } else {
        return Ok(RemindOutcome::Declined(Declined::UnreadablePause));
    };
    let reminders = context.store.pause_subscriptions(person, until).await?;
    Ok(RemindOutcome::Paused { reminders, until })
}

/// The end of a pause that is given as a date or a length of time.
fn pause_end(text: &str, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    if let Ok(date) = text.parse::<NaiveDate>() {
        return Some(date.and_time(NaiveTime::MIN).and_utc());
    }
    let length = text.trim_start_matches("for ").parse::<LeadTime>();
    length.ok().map(|length| now + length.span())
}
