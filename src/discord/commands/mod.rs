//! Commands that change or show something stored: definitions, replies, buttons and completions of each.
//!
//! Questions are no part of it: their commands are made from their Specs.

mod announce;
mod backend;
mod definition;
mod permissions;
mod privacy;
mod remind;
mod roles;
mod settings;
mod subcommand;
mod suggested;

use std::time::Instant;

use serenity::all::{CommandInteraction, ComponentInteraction, CreateCommand};

use crate::bot::Admission;
use crate::command;
use crate::discord::reply::Reply;
use crate::discord::state::DiscordBot;
use crate::view;
use definition::definition;

pub(super) use backend::Backend;
pub(super) use definition::everywhere;
pub(super) use remind::{in_words, list_in_words, reminder_link};

const SETTINGS: &str = command::settings::SPEC.name;
const PRIVACY: &str = command::privacy::SPEC.name;
const REMIND: &str = command::remind::SPEC.name;
const ANNOUNCE: &str = command::announce::SPEC.name;

/// True if a command of this name is one of these; their replies are for the asker alone, or the server's admins.
pub(super) fn has(name: &str) -> bool {
    command::COMMANDS.iter().any(|spec| spec.name == name)
}

/// Definitions of all of them, in the order of the manifest.
pub(super) fn definitions() -> impl Iterator<Item = CreateCommand> {
    command::COMMANDS.into_iter().map(definition)
}

/// The reply to one of these commands; none to any other.
pub(super) async fn reply(discord: &DiscordBot, command: &CommandInteraction) -> Option<Reply> {
    Some(match command.data.name.as_str() {
        SETTINGS => settings::reply(&discord.bot, command).await,
        PRIVACY => privacy::reply(&discord.bot, command).await,
        REMIND => remind::reply(discord, command).await,
        ANNOUNCE => announce::reply(discord, command).await,
        _ => return None,
    })
}

/// The reply to a click on a button of these commands; none to any other.
pub(super) async fn clicked(discord: &DiscordBot, click: &ComponentInteraction) -> Option<Reply> {
    let id = &click.data.custom_id;
    if ![roles::BUTTON, remind::BUTTON]
        .iter()
        .any(|button| id.starts_with(button))
    {
        return None;
    }
    // Discord shows a click without a reply as failed: whoever clicks too often is told so each time.
    if discord.bot.clicks.admit(click.user.id.get(), Instant::now()) != Admission::Answer {
        return Some(Reply::private(&view::too_many_clicks()));
    }
    Some(if id.starts_with(roles::BUTTON) {
        roles::clicked(discord, click).await
    } else {
        remind::clicked(discord, click).await
    })
}

/// Completions of an option of one of these commands; none of any other.
pub(super) async fn complete(discord: &DiscordBot, typing: &CommandInteraction) -> Option<Reply> {
    Some(match typing.data.name.as_str() {
        SETTINGS => settings::complete(&discord.bot, typing),
        REMIND => remind::complete(discord, typing).await,
        ANNOUNCE => announce::complete(discord, typing).await,
        _ => return None,
    })
}
