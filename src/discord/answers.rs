//! Answers as Discord messages: hidden where the server asks for it, with links that fit into buttons.

use super::buttons::LONGEST_LINE;
use super::commands::{self, Backend};
use super::message::Message;
use super::reply::storage_failure;
use super::state::DiscordBot;
use crate::bot::{Answered, Bot, Caller, GuildContext, TextOutcome, Unanswered};
use crate::domain::clip;
use crate::question::{Misunderstanding, Question, shorten};
use crate::understand::{BotCommand, OutOfScope, SpoilerHorizon};
use crate::view::words::reminders::settings;
use crate::view::{self, LinkTarget, View};

/// Prefix of a line that is answered whatever the reader has seen.
pub(super) const REVEAL: char = '!';

/// Free text that was read.
enum ReadText {
    /// Questions, answered.
    Answered(Box<Message>),
    /// A command, to be carried out.
    Command(BotCommand),
    /// A note of what the caller has seen, to be stored.
    Seen(SpoilerHorizon),
}

/// The reply to free text.
///
/// # Errors
/// Returns the document that says why there is no answer.
pub(super) async fn reply_to_text(discord: &DiscordBot, text: &str, caller: Caller) -> Result<Message, View> {
    let bot = &*discord.bot;
    let text = text.to_owned();
    let read = discord.compute(move |discord| read_text(discord, &text, caller));
    match read.await.map_err(|why| *why)? {
        ReadText::Answered(message) => Ok(*message),
        ReadText::Command(BotCommand::Remind(request)) => {
            let backend = Backend::of(discord).ok_or_else(|| view::out_of_scope(&OutOfScope::reminders()))?;
            Ok(Message::plain(
                &commands::in_words(bot, &backend, request, caller).await,
            ))
        }
        ReadText::Command(BotCommand::ListReminders) => {
            let backend = Backend::of(discord).ok_or_else(|| view::out_of_scope(&OutOfScope::reminders()))?;
            Ok(Message::plain(&commands::list_in_words(bot, &backend, caller).await))
        }
        ReadText::Seen(horizon) => Ok(note_seen(bot, caller, &horizon).await),
    }
}

fn read_text(discord: &DiscordBot, text: &str, caller: Caller) -> Result<ReadText, Box<View>> {
    let bot = &*discord.bot;
    let context = bot.for_guild(caller.guild);
    let last = bot.memory.last(caller.channel, caller.user, context.asker.now);
    let outcome = bot.answer_text(text, last.as_ref(), &context, bot.seen(caller.user));
    let outcome = outcome.map_err(|why| {
        log_unread(bot, text, &why);
        Box::new(why.view())
    })?;
    Ok(match outcome {
        TextOutcome::Answered(mut answered) => {
            answered.add_reading(&context.catalogue);
            ReadText::Answered(Box::new(remembered(discord, &context, *answered, caller)))
        }
        TextOutcome::Command(command) => ReadText::Command(command),
        TextOutcome::Seen(horizon) => ReadText::Seen(horizon),
    })
}

/// The first page of an answer, which can be followed up by its last question.
pub(super) fn remembered(discord: &DiscordBot, context: &GuildContext, answered: Answered, caller: Caller) -> Message {
    let last = answered.questions().last().cloned();
    let message = page(discord, context, answered, 1);
    if let Some(question) = last {
        let memory = &discord.bot.memory;
        memory.asked(caller.channel, caller.user, context.asker.now, question);
    }
    message
}

/// One page of an answer.
pub(super) fn page(discord: &DiscordBot, context: &GuildContext, mut answered: Answered, page: usize) -> Message {
    let (catalogue, asker) = (&*context.catalogue, &context.asker);
    let line = answered.line(LONGEST_LINE, catalogue, asker);
    let reminder = answered
        .answers
        .iter()
        .rev()
        .find_map(|(_, answer)| commands::reminder_link(answer));
    let tells_results = answered.questions().any(Question::tells_results);
    let is_held_back = answered.is_held_back;
    let mut view = answered.view;
    view.hidden |= context.settings.spoilers && tells_results;
    view.links.retain_mut(|link| match &link.target {
        LinkTarget::Question(question) => match shorten(question, LONGEST_LINE, catalogue, asker) {
            Some(line) => {
                link.target = line.into();
                true
            }
            None => false,
        },
        LinkTarget::Line(line) => line.chars().count() <= LONGEST_LINE,
    });
    if let Some(reminder) = reminder.filter(|_| discord.rest.is_some()) {
        view.link(settings::REMIND_ME, reminder);
    }
    if is_held_back && let Some(line) = &line {
        view::held_back(&mut view, &format!("{REVEAL}{line}"));
    }
    Message::page(&view, line.as_deref(), page, &discord.bot.commands.load())
}

/// Stores up to where the caller has seen the racing, and confirms it.
async fn note_seen(bot: &Bot, caller: Caller, seen: &SpoilerHorizon) -> Message {
    let stored = bot.set_seen(caller.user, seen.until).await;
    Message::plain(&match stored {
        Ok(()) => view::seen(seen, bot.store.is_some()),
        Err(error) => storage_failure(&error),
    })
}

/// Logs text that was not understood, if that is configured: the text, and nothing about its author.
fn log_unread(bot: &Bot, text: &str, why: &Unanswered) {
    let Unanswered::Misunderstood(Misunderstanding::Unread { .. } | Misunderstanding::Close { .. }) = why else {
        return;
    };
    if bot.log_unread {
        let text: String = text.chars().filter(|letter| !letter.is_control()).collect();
        tracing::info!(words = clip(&text, 200), "not understood");
    }
}
