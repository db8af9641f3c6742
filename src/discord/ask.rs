//! Answers to questions in free text, from commands and from buttons, as messages.
//!
//! Free text is read with the asker's last question in the channel; no answer tells results that the asker has not seen.

use chrono::{DateTime, Utc};

use super::bot::Bot;
use super::buttons;
use super::commands::{self, Backend};
use super::context::{Caller, GuildContext};
use super::message::Message;
use super::reply::storage_failure;
use crate::dataset::Catalogue;
use crate::domain::Asker;
use crate::question::{Misunderstanding, Question, shorten};
use crate::understand::{BotCommand, Intent, OutOfScope, Reading, SpoilerHorizon, understand};
use crate::view::words::reminder_settings;
use crate::view::{self, View};

/// Separator of the questions in one line.
const AND: &str = " + ";
/// Prefix of a line that is answered whatever the reader has seen.
pub(super) const REVEAL: char = '!';

/// The answer to free text.
///
/// # Errors
/// Returns the document that says why there is none.
pub(super) async fn answer_text(bot: &Bot, text: &str, caller: Caller) -> Result<Message, View> {
    let context = bot.for_guild(caller.guild);
    let now = context.asker.now;
    let last = bot.memory.last(caller.channel, caller.user, now);
    let intent = understand(text, last.as_ref(), &context.catalogue, &context.asker).map_err(|why| {
        log_unread(bot, text, &why);
        view::misunderstood(&why)
    })?;
    let reading = match intent {
        Intent::Questions(reading) => reading,
        Intent::Command(BotCommand::Remind(request)) => {
            let backend = Backend::of(bot).ok_or_else(|| view::out_of_scope(&OutOfScope::reminders()))?;
            return Ok(Message::plain(
                &commands::in_words(bot, &backend, request, caller).await,
            ));
        }
        Intent::Seen(horizon) => return Ok(note_seen(bot, caller, &horizon).await),
        Intent::OutOfScope(topic) => return Err(view::out_of_scope(&topic)),
    };
    let message = answer(bot, &context, &reading, 1, bot.seen(caller.user), true);
    let message = message.map_err(|why| view::misunderstood(&why))?;
    if let Some(question) = reading.questions.into_iter().next_back() {
        bot.memory.asked(caller.channel, caller.user, now, question);
    }
    Ok(message)
}

/// Stores up to where the asker has seen the racing, and confirms it.
async fn note_seen(bot: &Bot, caller: Caller, seen: &SpoilerHorizon) -> Message {
    let stored = bot.has_seen(caller.user, seen.until).await;
    Message::plain(&match stored {
        Ok(()) => view::seen(seen, bot.store.is_some()),
        Err(error) => storage_failure(&error),
    })
}

/// Logs text that was not understood, if that is configured: the text, and nothing about its author.
fn log_unread(bot: &Bot, text: &str, why: &Misunderstanding) {
    if bot.log_unread && matches!(why, Misunderstanding::Unread { .. } | Misunderstanding::Close { .. }) {
        let words: String = text.chars().filter(|letter| !letter.is_control()).take(200).collect();
        tracing::info!(words, "not understood");
    }
}

/// One page of the answer to questions. `until` is the moment up to which the reader has seen the racing.
///
/// # Errors
/// If one of the questions cannot be answered.
pub(super) fn answer(
    bot: &Bot,
    context: &GuildContext,
    reading: &Reading,
    page: usize,
    until: Option<DateTime<Utc>>,
    is_free_text: bool,
) -> Result<Message, Misunderstanding> {
    let (catalogue, asker) = (&*context.catalogue, &context.asker);
    let mut held_back = false;
    let mut views = Vec::new();
    let mut reminder = None;
    for question in &reading.questions {
        let (reader, behind) = reader(asker, question, until);
        held_back |= behind;
        let answer = question.answer(catalogue, &reader)?;
        reminder = commands::reminder_link(&answer).or(reminder);
        views.push(view::view(question, &answer));
    }
    let questions: Vec<&Question> = reading.questions.iter().collect();
    let again = match views.as_slice() {
        [view] => view.again.clone(),
        _ => None,
    };
    let line = match again {
        Some(again) => shorten(again, buttons::LONGEST_LINE - AND.len(), catalogue, asker),
        None => line(&questions, catalogue, asker),
    };
    let mut view = view::together(views);
    if is_free_text {
        view.footer.insert(0, view::read_as(&questions, catalogue));
    }
    let spoils = || reading.questions.iter().any(Question::tells_results);
    view.hidden = reading.hidden || context.settings.spoilers && spoils();
    let short = |line| shorten(line, buttons::LONGEST_LINE, catalogue, asker);
    view.links.retain_mut(|link| {
        let line = short(std::mem::take(&mut link.line));
        let fits = line.is_some();
        link.line = line.unwrap_or_default();
        fits
    });
    if let Some(reminder) = reminder.filter(|_| bot.rest.is_some()) {
        view.link(reminder_settings::REMIND_ME, reminder);
    }
    if held_back && let Some(line) = &line {
        view::held_back(&mut view, &format!("{REVEAL}{line}"));
    }
    Ok(Message::page(&view, line.as_deref(), page, &bot.commands.load()))
}

/// The asker at the moment up to which they have seen the racing, and true if that is before now.
fn reader(asker: &Asker, question: &Question, until: Option<DateTime<Utc>>) -> (Asker, bool) {
    let until = until.filter(|until| *until < asker.now && question.tells_results());
    let now = until.unwrap_or(asker.now);
    (Asker { now, ..asker.clone() }, until.is_some())
}

/// The questions as one line that a button's id can hold.
fn line(questions: &[&Question], catalogue: &Catalogue, asker: &Asker) -> Option<String> {
    let room = buttons::LONGEST_LINE / questions.len().max(1);
    let lines: Option<Vec<String>> = questions
        .iter()
        .map(|question| shorten(question.line(), room.saturating_sub(AND.len()), catalogue, asker))
        .collect();
    lines.map(|lines| lines.join(AND))
}

/// The questions of a button's line.
///
/// # Errors
/// If one of them is not understood.
pub(super) fn read_line(context: &GuildContext, line: &str) -> Result<Reading, Misunderstanding> {
    let questions = line
        .split(AND)
        .map(|line| Question::parse(line, &context.catalogue, &context.asker));
    Ok(Reading {
        questions: questions.collect::<Result<_, _>>()?,
        hidden: false,
    })
}
