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
use crate::bot::{Admission, Caller, read_line};
use crate::question::{Call, Misunderstanding, Question};
use crate::understand::Reading;
use crate::view::{self, View};

/// The reply to an interaction, in the given mode.
pub async fn respond(discord: &DiscordBot, interaction: &Interaction, mode: ReplyMode) -> Reply {
    match interaction {
        Interaction::Command(command) => match commands::reply(discord, command).await {
            Some(reply) => reply,
            None => answer_command(discord, command, mode).await,
        },
        Interaction::Component(click) => match commands::clicked(discord, click).await {
            Some(reply) => reply,
            None => answer_button(discord, click, mode).await,
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
        None => match call(command) {
            Ok(call) => {
                discord
                    .compute(move |discord| answer_call(discord, &call, caller))
                    .await
            }
            Err(why) => Err(why),
        }
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
    let answered = discord.bot.answer(reading, &context, discord.bot.seen(caller.user))?;
    Ok(remembered(discord, &context, answered, caller))
}

/// The reply to a click on a button that asks a question: the asker of the message turns its page for all, everybody else
/// gets a private copy.
async fn answer_button(discord: &DiscordBot, click: &ComponentInteraction, mode: ReplyMode) -> Reply {
    let (id, user) = (click.data.custom_id.clone(), click.user.id.get());
    let guild = click.guild_id.map(GuildId::get);
    let answered = discord.compute(move |discord| answer_line(discord, &id, user, guild));
    match (answered.await, mode) {
        (Ok(message), ReplyMode::InPlace) => Reply::InPlace(message),
        (Ok(message), _) => Reply::New {
            message,
            ephemeral: true,
        },
        (Err(why), _) => Reply::private(&why),
    }
}

/// One page of the answer to the question in a button's id.
fn answer_line(discord: &DiscordBot, id: &str, user: u64, guild: Option<u64>) -> Result<Message, Box<View>> {
    let (line, number) = buttons::read(id);
    let (line, seen) = match line.strip_prefix(REVEAL) {
        Some(line) => (line, None),
        None => (line, discord.bot.seen(user)),
    };
    if Call::parse(line).is_err() {
        return Err(Box::new(view::stale()));
    }
    let context = discord.bot.for_guild(guild);
    let answered = read_line(line, &context.catalogue, &context.asker)
        .and_then(|reading| discord.bot.answer(reading, &context, seen))
        .map_err(|why| Box::new(view::misunderstood(&why)))?;
    Ok(page(discord, &context, answered, number))
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
