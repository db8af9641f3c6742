//! Channels of the loopback Discord: their messages, nonces and refusals.

use serde_json::{Value, json};

use super::discord::{Request, State, snowflake};
use super::interaction::{ASKER, message_of, revise};
use super::rest::{Answer, refusal};

/// A message that was said in a channel.
#[derive(Clone, Debug)]
pub struct Posted {
    /// Its id.
    pub id: u64,
    /// The channel.
    pub channel: u64,
    /// The body as it was sent.
    pub body: Value,
    /// The bodies of its edits.
    pub edits: Vec<Value>,
    /// Number of repetitions with the same nonce.
    pub again: usize,
}

/// The channel of somebody's direct messages.
pub const fn direct(user: u64) -> u64 {
    user + 5_000_000
}

impl State {
    /// Response of a channel; `None` for other routes.
    pub(super) fn in_channel(&mut self, request: &Request, segments: &[&str]) -> Option<Answer> {
        let body = &request.body;
        let (channel, rest) = match segments {
            ["users", "@me", "channels"] => {
                let user: u64 = body["recipient_id"].as_str()?.parse().ok()?;
                if let Some(refused) = self.refuses(user) {
                    return Some(refused);
                }
                return Some((200, json!({"id": direct(user).to_string(), "type": 1})));
            }
            ["channels", channel, "messages", rest @ ..] => (channel.parse().ok()?, rest),
            ["guilds", _, "members", _, "roles", _] => return Some((204, Value::Null)),
            ["guilds", _, "roles", role] => {
                let permissions = self.role_permissions.to_string();
                return Some((200, json!({"id": role, "permissions": permissions, "managed": false})));
            }
            ["guilds", _, "scheduled-events", rest @ ..] => return self.scheduled(request, rest),
            _ => return None,
        };
        if let Some(refused) = self.refuses(channel) {
            return Some(refused);
        }
        match (request.method.as_str(), rest) {
            ("POST", []) => Some(self.say(channel, body)),
            ("PATCH", [message]) => Some(self.amend(channel, message, body)),
            _ => None,
        }
    }

    fn scheduled(&mut self, request: &Request, rest: &[&str]) -> Option<Answer> {
        let at = |state: &Self| {
            let id: u64 = rest.first()?.parse().ok()?;
            state.events.iter().position(|(event, _)| *event == id)
        };
        match (request.method.as_str(), at(self)) {
            ("POST", None) if rest.is_empty() => {
                let id = snowflake();
                self.events.push((id, request.body.clone()));
                Some((200, json!({"id": id.to_string()})))
            }
            ("GET", None) if rest.is_empty() => {
                let with_id = |(id, event): &(u64, Value)| {
                    let mut event = event.clone();
                    event["id"] = json!(id.to_string());
                    event
                };
                Some((200, self.events.iter().map(with_id).collect()))
            }
            ("PATCH", Some(at)) => {
                self.events[at].1 = request.body.clone();
                Some((200, json!({"id": self.events[at].0.to_string()})))
            }
            ("DELETE", Some(at)) => {
                self.events.remove(at);
                Some((204, Value::Null))
            }
            (_, None) => Some(refusal(404, 10_070, "Unknown Guild Scheduled Event")),
            _ => None,
        }
    }

    fn refuses(&self, id: u64) -> Option<Answer> {
        let (_, status, code) = self.denied.iter().find(|(denied, ..)| *denied == id)?;
        Some(refusal(*status, *code, "Refused"))
    }

    fn say(&mut self, channel: u64, body: &Value) -> Answer {
        let same = |posted: &&mut Posted| {
            posted.channel == channel && body["enforce_nonce"] == json!(true) && posted.body["nonce"] == body["nonce"]
        };
        let id = match self.posted.iter_mut().find(same) {
            Some(posted) => {
                posted.again += 1;
                posted.id
            }
            None => {
                let id = snowflake();
                let body = body.clone();
                self.posted.push(Posted {
                    id,
                    channel,
                    body,
                    edits: Vec::new(),
                    again: 0,
                });
                id
            }
        };
        let mut message = message_of(body, ASKER);
        message["id"] = json!(id.to_string());
        message["channel_id"] = json!(channel.to_string());
        (200, message)
    }

    fn amend(&mut self, channel: u64, message: &str, body: &Value) -> Answer {
        let is = |posted: &&mut Posted| posted.channel == channel && posted.id.to_string() == message;
        let Some(posted) = self.posted.iter_mut().find(is) else {
            return refusal(404, 10_008, "Unknown Message");
        };
        posted.edits.push(body.clone());
        let mut message = message_of(&posted.body, ASKER);
        revise(&mut message, body);
        (200, message)
    }
}
