//! Messages that are questions: those that mention the bot, and direct ones. All others are ignored unread.

use serenity::all::{
    CreateAllowedMentions, CreateMessage, Message as Heard, MessageReference, MessageReferenceKind, MessageType, UserId,
};

use super::Message;

/// What a message asks, if it asks anything of the bot `own`.
pub(super) fn question(heard: &Heard, own: UserId) -> Option<&str> {
    let from_person = !heard.author.bot && heard.webhook_id.is_none() && heard.author.id != own;
    let usual = matches!(heard.kind, MessageType::Regular | MessageType::InlineReply);
    let meant = heard.guild_id.is_none() || heard.mentions.iter().any(|user| user.id == own);
    (from_person && usual && meant).then_some(heard.content.as_str())
}

/// The reply to a message: it refers to it and pings nobody.
pub(super) fn reply(heard: &Heard, message: Message) -> CreateMessage {
    let reference = MessageReference::new(MessageReferenceKind::Default, heard.channel_id)
        .message_id(heard.id)
        .fail_if_not_exists(false);
    CreateMessage::new()
        .embed(message.embed)
        .components(message.rows)
        .reference_message(reference)
        .allowed_mentions(CreateAllowedMentions::new().replied_user(false))
        .nonce(serenity::all::Nonce::String(heard.id.to_string()))
        .enforce_nonce(true)
}
