//! The whole bot as a function: an interaction in, a reply out.

use serenity::all::{CommandInteraction, ComponentInteraction, Interaction};

use super::complete::completed;
use super::{Bot, Manner, Message, Reply, buttons, embed, read};
use crate::question::{Call, Misunderstanding, Question, short};
use crate::view::{self, View};

/// The reply to an interaction.
pub fn respond(bot: &Bot, interaction: &Interaction) -> Reply {
    match (interaction, Manner::of(interaction)) {
        (Interaction::Command(command), Manner::New { ephemeral }) => asked(bot, command, ephemeral),
        (Interaction::Component(click), manner) => clicked(bot, click, manner),
        (Interaction::Autocomplete(typing), _) => completed(bot, typing),
        _ => alone(&view::stale()),
    }
}

/// The reply to a command.
fn asked(bot: &Bot, command: &CommandInteraction, ephemeral: bool) -> Reply {
    match read::call(command).and_then(|call| answered(bot, &call, 1)) {
        Ok(message) => Reply::New { message, ephemeral },
        Err(why) => alone(&view::misunderstood(&why)),
    }
}

/// The reply to a click: whoever asked turns the page for all, everybody else gets a copy of their own.
fn clicked(bot: &Bot, click: &ComponentInteraction, manner: Manner) -> Reply {
    let (line, page) = buttons::read(&click.data.custom_id);
    let Ok(call) = Call::parse(line) else {
        return alone(&view::stale());
    };
    match answered(bot, &call, page) {
        Ok(message) if manner == Manner::InPlace => Reply::InPlace(message),
        Ok(message) => Reply::New {
            message,
            ephemeral: true,
        },
        Err(why) => alone(&view::misunderstood(&why)),
    }
}

fn answered(bot: &Bot, call: &Call, page: usize) -> Result<Message, Misunderstanding> {
    let catalogue = bot.catalogue.load();
    let asker = bot.asker();
    let question = Question::read(call, &catalogue, &asker)?;
    let answer = question.answer(&catalogue, &asker)?;
    let mut view = view::view(&question, &answer);
    let short = |line| short(line, buttons::LONGEST_LINE, &catalogue, &asker);
    view.links.retain_mut(|link| {
        let line = short(std::mem::take(&mut link.line));
        let fits = line.is_some();
        link.line = line.unwrap_or_default();
        fits
    });
    let line = short(view.again.clone().unwrap_or_else(|| question.line()));
    Ok(embed::message(&view, line.as_deref(), page, &bot.commands.load()))
}

/// What concerns nobody but the asker.
fn alone(view: &View) -> Reply {
    Reply::New {
        message: embed::plain(view),
        ephemeral: true,
    }
}
