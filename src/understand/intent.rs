//! Intent: a message, understood.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::topics::OutOfScope;
use crate::question::{Misunderstanding, Question};
use crate::reminders::{ReminderError, ReminderRequest};

/// A message that was understood, by its effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Intent {
    /// Questions to answer.
    Questions(Reading),
    /// A command in the asker's own words.
    Command(BotCommand),
    /// A note of what the asker has seen: "I have seen race 1".
    Seen(SpoilerHorizon),
    /// A topic that the packs do not cover.
    OutOfScope(OutOfScope),
}

/// The questions of a message: one, or several that were asked at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The questions, in the order in which they were asked; never empty.
    pub questions: Vec<Question>,
    /// True if results are hidden until the reader asks for them.
    pub hidden: bool,
    /// Words that no question uses although they name something or change the truth of an answer.
    pub left_out: Vec<String>,
    /// True if the reading rests on a corrected word or on the question before.
    pub assumed: bool,
}

impl Reading {
    /// The reading of questions that say all that was asked.
    pub const fn of(questions: Vec<Question>) -> Self {
        Self {
            questions,
            hidden: false,
            left_out: Vec::new(),
            assumed: false,
        }
    }
}

/// A command that was given in the asker's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BotCommand {
    /// A reminder for the asker, or the part of the request that makes no reminder.
    Remind(Result<ReminderRequest, ReminderError>),
    /// The asker's reminders: `/schedule reminders`.
    ListReminders,
}

/// The moment up to which somebody has seen the racing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SpoilerHorizon {
    /// The moment after which results are held back; absent for somebody who has seen everything.
    pub until: Option<DateTime<Utc>>,
    /// The names of the weekend and the session that were mentioned.
    pub session: Option<(String, String)>,
    /// True if it was the first session that was not seen, rather than the last that was.
    pub unseen: bool,
}

/// The intent of a rule, with the fields of its questions filled in.
pub(super) type Filled = Result<Intent, Misunderstanding>;

impl Intent {
    /// One question to answer.
    pub(super) fn question(question: Question) -> Self {
        Self::of(vec![question])
    }

    /// Questions to answer.
    pub(super) const fn of(questions: Vec<Question>) -> Self {
        Self::Questions(Reading::of(questions))
    }

    /// The questions; empty for any other intent.
    pub(super) fn questions(&self) -> &[Question] {
        match self {
            Self::Questions(reading) => &reading.questions,
            _ => &[],
        }
    }

    /// The questions, for a front end that can neither run commands nor store notes.
    ///
    /// # Errors
    /// Returns the topic when the intent is no question.
    pub fn without_storage(self) -> Result<Reading, OutOfScope> {
        match self {
            Self::Questions(reading) => Ok(reading),
            Self::Command(BotCommand::Remind(_) | BotCommand::ListReminders) => Err(OutOfScope::reminders()),
            Self::Seen(_) => Err(OutOfScope::spoilers()),
            Self::OutOfScope(topic) => Err(topic),
        }
    }
}
