//! Router of interactions and messages: each goes to its command, its question or its button.

use std::time::Instant;

use serenity::all::{CommandInteraction, ComponentInteraction, GuildId, Interaction};

use super::autocomplete::completed;
use super::bot::Bot;
use super::context::Caller;
use super::interactions::{call, free_text};
use super::limits::Admission;
use super::message::Message;
use super::reply::Reply;
use super::reply_mode::ReplyMode;
use super::{ask, buttons, commands};
use crate::question::{Call, Misunderstanding, Question};
use crate::understand::Reading;
use crate::view;

/// The reply to an interaction, in the given mode.
pub async fn respond(bot: &Bot, interaction: &Interaction, mode: ReplyMode) -> Reply {
    match interaction {
        Interaction::Command(command) => match commands::reply(bot, command).await {
            Some(reply) => reply,
            None => answer_command(bot, command, mode).await,
        },
        Interaction::Component(click) => match commands::clicked(bot, click).await {
            Some(reply) => reply,
            None => answer_button(bot, click, mode),
        },
        Interaction::Autocomplete(typing) => match commands::complete(bot, typing).await {
            Some(choices) => choices,
            None => completed(bot, typing),
        },
        _ => Reply::private(&view::stale()),
    }
}

/// The reply to a command that asks a question.
async fn answer_command(bot: &Bot, command: &CommandInteraction, mode: ReplyMode) -> Reply {
    let caller = Caller {
        id: command.id.get(),
        user: command.user.id.get(),
        channel: command.channel_id.get(),
        guild: command.guild_id.map(GuildId::get),
    };
    let answered = match free_text(command) {
        Some(text) => ask::answer_text(bot, text, caller).await,
        None => call(command)
            .and_then(|call| answer_call(bot, &call, caller))
            .map_err(|why| view::misunderstood(&why)),
    };
    match answered {
        Ok(message) => Reply::New {
            message,
            ephemeral: mode != ReplyMode::New { ephemeral: false },
        },
        Err(why) => Reply::private(&why),
    }
}

/// The reply to a click on a button that asks a question: the asker of the message turns its page for all, everybody else
/// gets a private copy.
fn answer_button(bot: &Bot, click: &ComponentInteraction, mode: ReplyMode) -> Reply {
    let (line, page) = buttons::read(&click.data.custom_id);
    let (line, seen) = match line.strip_prefix(ask::REVEAL) {
        Some(line) => (line, None),
        None => (line, bot.seen(click.user.id.get())),
    };
    if Call::parse(line).is_err() {
        return Reply::private(&view::stale());
    }
    let context = bot.for_guild(click.guild_id.map(GuildId::get));
    let reading = ask::read_line(&context, line);
    match reading.and_then(|reading| ask::answer(bot, &context, &reading, page, seen, false)) {
        Ok(message) if mode == ReplyMode::InPlace => Reply::InPlace(message),
        Ok(message) => Reply::New {
            message,
            ephemeral: true,
        },
        Err(why) => Reply::private(&view::misunderstood(&why)),
    }
}

/// The reply to a message; none to one over the rate limit.
pub(super) async fn answer_message(bot: &Bot, text: &str, caller: Caller, received: Instant) -> Option<Message> {
    match bot.limits.admission(caller.user, received) {
        Admission::Ignore => None,
        Admission::Warn => Some(Message::plain(&view::too_many())),
        Admission::Answer if bot.is_quiet(caller.guild, caller.channel) => Some(Message::plain(&view::quiet())),
        Admission::Answer => Some(match ask::answer_text(bot, text, caller).await {
            Ok(message) => message,
            Err(why) => Message::plain(&why),
        }),
    }
}

/// The answer to a question's command, which can be followed up like free text.
fn answer_call(bot: &Bot, call: &Call, caller: Caller) -> Result<Message, Misunderstanding> {
    let context = bot.for_guild(caller.guild);
    let question = Question::read(call, &context.catalogue, &context.asker)?;
    let reading = Reading {
        questions: vec![question.clone()],
        hidden: false,
    };
    let message = ask::answer(bot, &context, &reading, 1, bot.seen(caller.user), false)?;
    bot.memory
        .asked(caller.channel, caller.user, context.asker.now, question);
    Ok(message)
}
