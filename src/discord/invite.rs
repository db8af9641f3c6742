//! The link that invites the bot, with the least permissions that it can do its work with.

use serenity::all::{ApplicationId, Permissions};

/// What the bot may do where it is invited: see the channel and read its history, send messages (in threads, too)
/// with embeds and files. Never more.
pub const PERMISSIONS: Permissions = Permissions::VIEW_CHANNEL
    .union(Permissions::SEND_MESSAGES)
    .union(Permissions::SEND_MESSAGES_IN_THREADS)
    .union(Permissions::EMBED_LINKS)
    .union(Permissions::ATTACH_FILES)
    .union(Permissions::READ_MESSAGE_HISTORY);

/// The address at which somebody with the right to do so adds the bot to a server.
pub fn invite(application: ApplicationId) -> String {
    format!(
        "https://discord.com/oauth2/authorize?client_id={application}&scope=bot+applications.commands&permissions={}",
        PERMISSIONS.bits()
    )
}
