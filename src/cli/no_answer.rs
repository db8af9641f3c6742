//! Lines without an answer in a terminal: what was understood, and that nothing is kept there.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::bot::Unanswered;
use crate::command::{CommandCall, CommandSpec, remind};
use crate::reminders::{ReminderError, ReminderRequest};
use crate::understand::{BotCommand, OutOfScope, SpoilerHorizon};
use crate::view::{self, View};

/// The reason why a terminal has no answer.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum NoAnswer {
    /// The text has none.
    Unanswered(Unanswered),
    /// A command or a note, which needs a store.
    NeedsStore {
        /// Its topic.
        #[serde(flatten)]
        topic: OutOfScope,
        /// Its meaning.
        understood: Box<Understood>,
    },
}

/// The meaning of a command or a note.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Understood {
    /// A reminder in the asker's own words.
    Reminder(ReminderRequest),
    /// The part of such words that makes no reminder.
    NoReminder(ReminderError),
    /// A note of what the asker has seen.
    Seen(SpoilerHorizon),
    /// A command that was typed.
    Command {
        /// Its name.
        name: &'static str,
        /// Its subcommand; empty without one.
        subcommand: String,
        /// Its options, as they were typed.
        options: BTreeMap<String, String>,
    },
}

impl NoAnswer {
    /// The document that says why there is no answer.
    pub(super) fn view(&self) -> View {
        match self {
            Self::Unanswered(why) => why.view(),
            Self::NeedsStore { topic, .. } => view::out_of_scope(topic),
        }
    }
}

impl From<BotCommand> for NoAnswer {
    fn from(command: BotCommand) -> Self {
        let understood = match command {
            BotCommand::Remind(Ok(request)) => Understood::Reminder(request),
            BotCommand::Remind(Err(why)) => Understood::NoReminder(why),
            BotCommand::ListReminders => Understood::Command {
                name: remind::SPEC.name,
                subcommand: remind::LIST.to_owned(),
                options: BTreeMap::new(),
            },
        };
        Self::NeedsStore {
            topic: OutOfScope::reminders(),
            understood: Box::new(understood),
        }
    }
}

impl From<SpoilerHorizon> for NoAnswer {
    fn from(horizon: SpoilerHorizon) -> Self {
        Self::NeedsStore {
            topic: OutOfScope::spoilers(),
            understood: Box::new(Understood::Seen(horizon)),
        }
    }
}

impl From<(&'static CommandSpec, CommandCall)> for NoAnswer {
    fn from((spec, call): (&'static CommandSpec, CommandCall)) -> Self {
        let reminds = spec.name == remind::SPEC.name;
        Self::NeedsStore {
            topic: if reminds {
                OutOfScope::reminders()
            } else {
                OutOfScope::commands()
            },
            understood: Box::new(Understood::Command {
                name: spec.name,
                subcommand: call.subcommand,
                options: call.options.into_iter().collect(),
            }),
        }
    }
}
