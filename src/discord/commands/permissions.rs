//! Permissions of members and of the bot, as Discord sends them with each interaction.

use serenity::all::{ChannelType, CommandInteraction, Permissions};

use crate::command::subscriptions::Declined;

/// True if the caller of a command may manage the server. Discord shows such commands to nobody else, and a hand-made
/// call is refused all the same.
pub(super) fn may_manage(command: &CommandInteraction) -> bool {
    let rights = command.member.as_ref().and_then(|member| member.permissions);
    rights.is_some_and(|rights| rights.intersects(Permissions::MANAGE_GUILD | Permissions::ADMINISTRATOR))
}

/// The permissions that the bot needs to post in the channel of a command, and lacks.
pub(super) fn missing_to_post(command: &CommandInteraction) -> Vec<&'static str> {
    let has = of_bot(command);
    let needed = [
        (Permissions::VIEW_CHANNEL, "see it"),
        (Permissions::SEND_MESSAGES, "send messages"),
        (Permissions::EMBED_LINKS, "embed links"),
    ];
    let lacks = needed.iter().filter(|(right, _)| !has.contains(*right));
    lacks.map(|(_, name)| *name).collect()
}

/// True if the caller of a command may send messages in its channel.
pub(super) fn may_send(command: &CommandInteraction) -> bool {
    let is_thread = command.channel.as_ref().is_some_and(|channel| {
        let threads = [
            ChannelType::NewsThread,
            ChannelType::PublicThread,
            ChannelType::PrivateThread,
        ];
        threads.contains(&channel.kind)
    });
    let needed = if is_thread {
        Permissions::SEND_MESSAGES_IN_THREADS
    } else {
        Permissions::SEND_MESSAGES
    };
    let rights = command.member.as_ref().and_then(|member| member.permissions);
    rights.is_some_and(|rights| rights.intersects(needed | Permissions::ADMINISTRATOR))
}

/// True if the bot may create and manage scheduled events.
pub(super) fn may_create_events(command: &CommandInteraction) -> bool {
    let needed = Permissions::CREATE_EVENTS | Permissions::MANAGE_EVENTS;
    let rights = of_bot(command);
    rights.contains(needed) || rights.contains(Permissions::ADMINISTRATOR)
}

/// The reason why a role would not be pinged, if any: it is not mentionable, and the bot may not mention all.
pub(super) fn cannot_ping(command: &CommandInteraction, role: u64) -> Option<Declined> {
    // The role of everyone has its server's id.
    if command.guild_id.is_some_and(|guild| guild.get() == role) {
        return Some(Declined::EveryoneRole);
    }
    let roles = &command.data.resolved.roles;
    let mentionable = roles.iter().any(|(id, found)| id.get() == role && found.mentionable);
    let may = mentionable || of_bot(command).intersects(Permissions::MENTION_EVERYONE | Permissions::ADMINISTRATOR);
    (!may).then_some(Declined::RoleNotMentionable)
}

fn of_bot(command: &CommandInteraction) -> Permissions {
    command.app_permissions.unwrap_or_else(Permissions::empty)
}
