//! Permissions of members, as Discord sends them with each interaction.

use serenity::all::{CommandInteraction, Permissions};

/// True if the caller of a command may manage the server. Discord shows such commands to nobody else, and a hand-made
/// call is refused all the same.
pub(super) fn may_manage(command: &CommandInteraction) -> bool {
    let rights = command.member.as_ref().and_then(|member| member.permissions);
    rights.is_some_and(|rights| rights.intersects(Permissions::MANAGE_GUILD | Permissions::ADMINISTRATOR))
}
