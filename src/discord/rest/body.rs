//! JSON bodies of proactive messages and scheduled events, with explicit `allowed_mentions` and nonces.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::{Value, json};
use serenity::all::{Permissions, Role};

use crate::discord::message::Message;
use crate::discord::truncate::truncated;
use crate::domain::clip;
use crate::output::markdown::{Commands, escaped, pages};
use crate::view::View;

/// Maximum length of a message's text, in characters.
const TEXT: usize = 2_000;
/// Maximum lengths of an event's name and location, and of its description, in characters.
const EVENT_NAME: usize = 100;
const EVENT_DESCRIPTION: usize = 1_000;

/// Mention at the beginning of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ping {
    /// No mention.
    Nobody,
    /// A person.
    Person(u64),
    /// Everybody with a role.
    Role(u64),
}

/// The rights of a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct RoleRights {
    /// Its permissions in the whole server.
    pub permissions: Permissions,
    /// True if an integration gives it.
    pub managed: bool,
}

impl RoleRights {
    /// The rights of a role that came with an interaction.
    pub fn of(role: &Role) -> Self {
        Self {
            permissions: role.permissions,
            managed: role.managed,
        }
    }
}

impl Ping {
    fn text(self) -> Option<String> {
        match self {
            Self::Nobody => None,
            Self::Person(person) => Some(format!("<@{person}>")),
            Self::Role(role) => Some(format!("<@&{role}>")),
        }
    }

    /// Mentions that Discord may turn into notifications, whatever the text contains.
    fn allowed(self) -> Value {
        match self {
            Self::Nobody => json!({"parse": []}),
            Self::Person(person) => json!({"parse": [], "users": [person.to_string()]}),
            Self::Role(role) => json!({"parse": [], "roles": [role.to_string()]}),
        }
    }
}

/// Message of plain text, for a short document: a phone's notification shows all of it.
pub fn text_body(commands: &Commands, view: &View, ping: Ping) -> Value {
    let title = (!view.top().is_empty()).then(|| format!("**{}**", escaped(view.top())));
    let text = pages(view, commands).swap_remove(0);
    let text: Vec<String> = ping.text().into_iter().chain(title).chain([text]).collect();
    message(text.join("\n"), ping)
}

/// Message of one paragraph that mentions nobody.
#[must_use]
pub fn remark_body(text: &str) -> Value {
    message(text.to_owned(), Ping::Nobody)
}

fn message(text: String, ping: Ping) -> Value {
    json!({"content": truncated(text, TEXT), "allowed_mentions": ping.allowed()})
}

/// Message with the first page of a long document, and buttons to the others. `line` is the question it answers.
pub fn document_body(commands: &Commands, view: &View, line: Option<&str>, ping: Ping) -> Value {
    let Message { embed, rows } = Message::page(view, line, 1, commands);
    json!({
        "content": ping.text().unwrap_or_default(),
        "embeds": [embed],
        "components": rows,
        "allowed_mentions": ping.allowed(),
    })
}

/// The body with a nonce as idempotency key: Discord answers a second request with the message of the first.
#[must_use]
pub fn with_nonce(mut body: Value, nonce: &str) -> Value {
    if let Some(fields) = body.as_object_mut() {
        fields.insert("nonce".to_owned(), json!(nonce));
        fields.insert("enforce_nonce".to_owned(), json!(true));
    }
    body
}

pub(super) fn direct_channel(person: u64) -> Value {
    json!({"recipient_id": person.to_string()})
}

/// Scheduled event at a place outside Discord.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventBody {
    /// Name, cut to Discord's limit.
    pub name: String,
    /// Description, cut likewise.
    pub description: String,
    /// Start.
    pub start: DateTime<Utc>,
    /// End.
    pub end: DateTime<Utc>,
    /// Place, cut likewise.
    pub location: String,
}

impl EventBody {
    /// Body of the event as text, by which a change is noticed.
    pub fn digest(&self) -> String {
        self.body().to_string()
    }

    pub(super) fn body(&self) -> Value {
        json!({
            "name": clip(&self.name, EVENT_NAME),
            "description": clip(&self.description, EVENT_DESCRIPTION),
            "scheduled_start_time": self.start.to_rfc3339(),
            "scheduled_end_time": self.end.to_rfc3339(),
            "privacy_level": 2,
            "entity_type": 3,
            "entity_metadata": {"location": clip(&self.location, EVENT_NAME)},
        })
    }
}

/// Name and start of a scheduled event, by which one is found whose id was lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventIdentity {
    name: Option<String>,
    start: Option<DateTime<Utc>>,
}

impl EventIdentity {
    /// Identity of the event with a [digest](EventBody::digest).
    pub fn of_digest(digest: &str) -> Self {
        Self::of(&serde_json::from_str(digest).unwrap_or_default())
    }

    pub(super) fn of(event: &Value) -> Self {
        let text = |field| event.get(field).and_then(Value::as_str);
        Self {
            name: text("name").map(str::to_owned),
            start: text("scheduled_start_time").and_then(|start| start.parse().ok()),
        }
    }
}
