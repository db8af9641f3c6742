//! The whole bot as a function: an interaction in, a reply out.

use std::time::Instant;

use serenity::all::{CommandInteraction, ComponentInteraction, GuildId, Interaction};

use super::complete::completed;
use super::limits::Admission;
use super::said::{self, From};
use super::{Bot, Manner, Message, Reply, announce, buttons, embed, privacy, read, remind, roles, settings};
use crate::question::{Call, Misunderstanding, Question};
use crate::store::Owner;
use crate::understand::Reading;
use crate::view::{self, View};

/// The reply to an interaction.
pub async fn respond(bot: &Bot, interaction: &Interaction) -> Reply {
    match (interaction, bot.manner(interaction)) {
        (Interaction::Command(command), Manner::New { ephemeral }) => match command.data.name.as_str() {
            settings::NAME => settings::reply(bot, command).await,
            privacy::NAME => privacy::reply(bot, command).await,
            remind::NAME => remind::reply(bot, command).await,
            announce::NAME => announce::reply(bot, command).await,
            _ => asked(bot, command, ephemeral).await,
        },
        (Interaction::Component(click), _) if click.data.custom_id.starts_with(roles::BUTTON) => {
            roles::clicked(bot, click).await
        }
        (Interaction::Component(click), _) if click.data.custom_id.starts_with(remind::BUTTON) => {
            remind::clicked(bot, click).await
        }
        (Interaction::Component(click), manner) => clicked(bot, click, manner),
        (Interaction::Autocomplete(typing), _) if typing.data.name == settings::NAME => settings::choices(bot, typing),
        (Interaction::Autocomplete(typing), _) if typing.data.name == remind::NAME => {
            Reply::Choices(remind::complete(bot, typing, Owner::Person(typing.user.id.get())).await)
        }
        (Interaction::Autocomplete(typing), _) if typing.data.name == announce::NAME => {
            let guild = typing.guild_id.filter(|_| announce::may_manage(typing));
            let whose = guild.map_or(Owner::Person(typing.user.id.get()), |guild| Owner::Server(guild.get()));
            Reply::Choices(remind::complete(bot, typing, whose).await)
        }
        (Interaction::Autocomplete(typing), _) => completed(bot, typing),
        _ => alone(&view::stale()),
    }
}

/// The reply to a command that asks a question.
async fn asked(bot: &Bot, command: &CommandInteraction, ephemeral: bool) -> Reply {
    let from = From {
        id: command.id.get(),
        user: command.user.id.get(),
        channel: command.channel_id.get(),
        guild: command.guild_id.map(GuildId::get),
    };
    let answered = match read::words(command) {
        Some(words) => said::said(bot, words, from).await,
        None => read::call(command)
            .and_then(|call| to_call(bot, &call, from))
            .map_err(|why| view::misunderstood(&why)),
    };
    match answered {
        Ok(message) => Reply::New { message, ephemeral },
        Err(why) => alone(&why),
    }
}

/// The reply to a click: whoever asked turns the page for all, everybody else gets a copy of their own.
fn clicked(bot: &Bot, click: &ComponentInteraction, manner: Manner) -> Reply {
    let (line, page) = buttons::read(&click.data.custom_id);
    let (line, seen) = match line.strip_prefix(said::REVEAL) {
        Some(line) => (line, None),
        None => (line, bot.seen(click.user.id.get())),
    };
    if Call::parse(line).is_err() {
        return alone(&view::stale());
    }
    let here = bot.for_guild(click.guild_id.map(GuildId::get));
    let reading = said::read(&here, line);
    match reading.and_then(|reading| said::answered(bot, &here, &reading, page, seen, false)) {
        Ok(message) if manner == Manner::InPlace => Reply::InPlace(message),
        Ok(message) => Reply::New {
            message,
            ephemeral: true,
        },
        Err(why) => alone(&view::misunderstood(&why)),
    }
}

/// What is said to somebody's message; nothing to one of too many.
pub(super) async fn answer_to(bot: &Bot, text: &str, from: From, received: Instant) -> Option<Message> {
    match bot.limits.of(from.user, received) {
        Admission::Ignore => None,
        Admission::Warn => Some(embed::plain(&view::too_many())),
        Admission::Answer if bot.is_quiet(from.guild, from.channel) => Some(embed::plain(&view::quiet())),
        Admission::Answer => Some(match said::said(bot, text, from).await {
            Ok(message) => message,
            Err(why) => embed::plain(&why),
        }),
    }
}

/// What is said where an answer broke.
pub(super) fn broken(reference: &str) -> Message {
    embed::plain(&view::broken(reference))
}

/// The answer to a command, which can be followed up like words.
fn to_call(bot: &Bot, call: &Call, from: From) -> Result<Message, Misunderstanding> {
    let here = bot.for_guild(from.guild);
    let question = Question::read(call, &here.catalogue, &here.asker)?;
    let reading = Reading {
        questions: vec![question.clone()],
        hidden: false,
    };
    let message = said::answered(bot, &here, &reading, 1, bot.seen(from.user), false)?;
    bot.memory.asked(from.channel, from.user, here.asker.now, question);
    Ok(message)
}

/// What concerns nobody but the asker.
pub(super) fn alone(view: &View) -> Reply {
    Reply::New {
        message: embed::plain(view),
        ephemeral: true,
    }
}
