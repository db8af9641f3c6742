//! Router of interactions and messages: each goes to its command, its question or its button.

use std::time::Instant;

use serenity::all::{CommandInteraction, ComponentInteraction, GuildId, Interaction};

use super::answers::{REVEAL, page, remembered, reply_to_text};
use super::autocomplete::completed;
use super::interactions::{call, free_text};
use super::message::Message;
use super::reply::Reply;
use super::reply_mode::ReplyMode;
use super::state::DiscordBot;
use super::{buttons, commands};
use crate::bot::{Admission, Caller, answer, read_line};
use crate::question::{Call, Misunderstanding, Question};
use crate::understand::Reading;
use crate::view;

/// The reply to an interaction, in the given mode.
pub async fn respond(discord: &DiscordBot, interaction: &Interaction, mode: ReplyMode) -> Reply {
    match interaction {
        Interaction::Command(command) => match commands::reply(discord, command).await {
            Some(reply) => reply,
            None => answer_command(discord, command, mode).await,
        },
        Interaction::Component(click) => match commands::clicked(discord, click).await {
            Some(reply) => reply,
            None => answer_button(discord, click, mode),
        },
        Interaction::Autocomplete(typing) => match commands::complete(discord, typing).await {
            Some(choices) => choices,
            None => completed(&discord.bot, typing),
        },
        _ => Reply::private(&view::stale()),
    }
}

/// The reply to a command that asks a question.
async fn answer_command(discord: &DiscordBot, command: &CommandInteraction, mode: ReplyMode) -> Reply {
    let caller = Caller {
        id: command.id.get(),
        user: command.user.id.get(),
        channel: command.channel_id.get(),
        guild: command.guild_id.map(GuildId::get),
    };
    let answered = match free_text(command) {
        Some(text) => reply_to_text(discord, text, caller).await,
        None => call(command)
            .and_then(|call| answer_call(discord, &call, caller))
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

/// The answer to a question's command, which can be followed up like free text.
fn answer_call(discord: &DiscordBot, call: &Call, caller: Caller) -> Result<Message, Misunderstanding> {
    let context = discord.bot.for_guild(caller.guild);
    let (catalogue, asker) = (&*context.catalogue, &context.asker);
    let reading = Reading::of(vec![Question::read(call, catalogue, asker)?]);
    let answered = answer(reading, catalogue, asker, discord.bot.seen(caller.user))?;
    Ok(remembered(discord, &context, answered, caller))
}

/// The reply to a click on a button that asks a question: the asker of the message turns its page for all, everybody else
/// gets a private copy.
fn answer_button(discord: &DiscordBot, click: &ComponentInteraction, mode: ReplyMode) -> Reply {
    let (line, number) = buttons::read(&click.data.custom_id);
    let (line, seen) = match line.strip_prefix(REVEAL) {
        Some(line) => (line, None),
        None => (line, discord.bot.seen(click.user.id.get())),
    };
    if Call::parse(line).is_err() {
        return Reply::private(&view::stale());
    }
    let context = discord.bot.for_guild(click.guild_id.map(GuildId::get));
    let (catalogue, asker) = (&*context.catalogue, &context.asker);
    let answered = read_line(line, catalogue, asker).and_then(|reading| answer(reading, catalogue, asker, seen));
    match answered {
        Ok(answered) => {
            let message = page(discord, &context, answered, number);
            match mode {
                ReplyMode::InPlace => Reply::InPlace(message),
                _ => Reply::New {
                    message,
                    ephemeral: true,
                },
            }
        }
        Err(why) => Reply::private(&view::misunderstood(&why)),
    }
}

/// The reply to a message; none to one over the rate limit.
pub(super) async fn answer_message(
    discord: &DiscordBot,
    text: &str,
    caller: Caller,
    received: Instant,
) -> Option<Message> {
    let bot = &discord.bot;
    match bot.limits.admit(caller.user, received) {
        Admission::Ignore => None,
        Admission::Warn => Some(Message::plain(&view::too_many())),
        Admission::Answer if bot.is_quiet(caller.guild, caller.channel) => Some(Message::plain(&view::quiet())),
        Admission::Answer => Some(match reply_to_text(discord, text, caller).await {
            Ok(message) => message,
            Err(why) => Message::plain(&why),
        }),
    }
}
