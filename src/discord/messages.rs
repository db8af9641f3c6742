//! Messages addressed to the bot: mentions and direct messages. All others are ignored unread.

use serenity::all::{
    CreateAllowedMentions, CreateMessage, Message as Received, MessageReference, MessageReferenceKind, MessageType,
    UserId,
};

use super::message::Message;

/// The text of a message, if a person addresses it to the bot `own`.
pub(super) fn question(received: &Received, own: UserId) -> Option<&str> {
    let from_person = !received.author.bot && received.webhook_id.is_none() && received.author.id != own;
    let is_text = matches!(received.kind, MessageType::Regular | MessageType::InlineReply);
    let addressed = received.guild_id.is_none() || received.mentions.iter().any(|user| user.id == own);
    (from_person && is_text && addressed).then_some(received.content.as_str())
}

/// Body of the reply to a message: it refers to the message and pings nobody.
pub(super) fn reply(received: &Received, message: Message) -> CreateMessage {
    let reference = MessageReference::new(MessageReferenceKind::Default, received.channel_id)
        .message_id(received.id)
        .fail_if_not_exists(false);
    CreateMessage::new()
        .embed(message.embed)
        .components(message.rows)
        .reference_message(reference)
        .allowed_mentions(CreateAllowedMentions::new().replied_user(false))
        .nonce(serenity::all::Nonce::String(received.id.to_string()))
        .enforce_nonce(true)
}
