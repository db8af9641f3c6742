//! What the bot says by itself, as the body of a message: whom it pings, and nobody else.

use serde_json::{Value, json};

use crate::discord::bot::Bot;
use crate::discord::message::Message;
use crate::discord::truncate::truncated;
use crate::output::markdown::{escaped, pages};
use crate::view::View;

/// The longest text of a message, in characters.
const TEXT: usize = 2_000;

/// Who is pinged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ping {
    /// Nobody.
    Nobody,
    /// A person.
    Person(u64),
    /// Everybody with a role.
    Role(u64),
}

impl Ping {
    fn text(self) -> Option<String> {
        match self {
            Self::Nobody => None,
            Self::Person(person) => Some(format!("<@{person}>")),
            Self::Role(role) => Some(format!("<@&{role}>")),
        }
    }

    /// Whom Discord may ping for this message, whatever its text holds.
    fn allowed(self) -> Value {
        match self {
            Self::Nobody => json!({"parse": []}),
            Self::Person(person) => json!({"parse": [], "users": [person.to_string()]}),
            Self::Role(role) => json!({"parse": [], "roles": [role.to_string()]}),
        }
    }
}

/// A short document as a message of plain text: what a phone shows of it before it is opened is all of it.
pub fn text_body(bot: &Bot, view: &View, ping: Ping) -> Value {
    let title = (!view.title.is_empty()).then(|| format!("**{}**", escaped(&view.title)));
    let text = pages(view, &bot.commands.load()).swap_remove(0);
    let text: Vec<String> = ping.text().into_iter().chain(title).chain([text]).collect();
    json!({"content": truncated(text.join("\n"), TEXT), "allowed_mentions": ping.allowed()})
}

/// A long document as a message: the first page of it, with buttons to the others. `line` is the question it answers.
pub fn document_body(bot: &Bot, view: &View, line: Option<&str>, ping: Ping) -> Value {
    let Message { embed, rows } = Message::page(view, line, 1, &bot.commands.load());
    json!({
        "content": ping.text().unwrap_or_default(),
        "embeds": [embed],
        "components": rows,
        "allowed_mentions": ping.allowed(),
    })
}

/// The same body, so that Discord takes it once: a second one with this name gives the first message back.
#[must_use]
pub fn with_nonce(mut body: Value, nonce: &str) -> Value {
    if let Some(fields) = body.as_object_mut() {
        fields.insert("nonce".to_owned(), json!(nonce));
        fields.insert("enforce_nonce".to_owned(), json!(true));
    }
    body
}
