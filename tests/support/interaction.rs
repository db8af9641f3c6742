//! Interactions as Discord sends them, with all their fields.

use serde_json::{Map, Value, json};

use super::discord::{APPLICATION, snowflake};

/// The server in which questions are asked unless a test says otherwise.
pub const GUILD: u64 = 1_000_000_000_000_000_002;
/// The channel in which they are asked.
pub const CHANNEL: u64 = 1_000_000_000_000_000_003;
/// User who asks.
pub const ASKER: u64 = 1_000_000_000_000_000_004;

/// All permissions an ordinary member has in a text channel.
const PERMISSIONS: u64 = 2_248_473_465_835_073;
/// The permission to manage a server.
const MANAGE_SERVER: u64 = 1 << 5;
const MOMENT: &str = "2024-06-20T12:00:00.000000+00:00";

/// Place of an interaction.
#[derive(Clone, Copy, Debug)]
enum Place {
    Guild(u64),
    Dm,
    UserInstall,
}

/// An interaction to be fired; a fresh one has its own id and token.
#[derive(Clone, Debug)]
pub struct Interaction {
    /// Its id.
    pub id: u64,
    /// Its token.
    pub token: String,
    /// Discord's number: 2 command, 3 component, 4 autocompletion.
    pub kind: u8,
    /// User who asks or clicks.
    pub user: u64,
    /// For a button: the message that it sits on.
    pub message: Option<Value>,
    data: Value,
    place: Place,
    locale: &'static str,
    permissions: u64,
    bot_permissions: u64,
}

/// A slash command without options, asked by [`ASKER`] in [`GUILD`].
pub fn command(name: &str) -> Interaction {
    let id = snowflake().to_string();
    interaction(2, json!({"id": id, "name": name, "type": 1, "options": []}))
}

/// Autocompletion while somebody types into an option; [`Interaction::option`] adds those filled in before.
pub fn autocomplete(name: &str, focused: &str, typed: &str) -> Interaction {
    let mut asked = command(name);
    asked.kind = 4;
    asked.raw_option(json!({"name": focused, "type": 3, "value": typed, "focused": true}))
}

/// A click on a button of a message; see [`message_of`] for the message.
pub fn button(custom_id: &str, message: Value) -> Interaction {
    let data = json!({"id": 2, "component_type": 2, "custom_id": custom_id});
    let mut click = interaction(3, data);
    click.message = Some(message);
    click
}

/// A click on a button that an earlier reply to `asker` has.
pub fn button_on(reply: &Value, custom_id: &str, asker: u64) -> Interaction {
    let there = custom_ids(reply);
    assert!(
        there.iter().any(|id| id == custom_id),
        "the reply has no button {custom_id:?}, only {there:?}"
    );
    button(custom_id, message_of(reply, asker))
}

/// The custom ids of a reply's components, in order.
pub fn custom_ids(reply: &Value) -> Vec<String> {
    let rows = reply.get("data").unwrap_or(reply)["components"].as_array();
    let components = rows
        .into_iter()
        .flatten()
        .filter_map(|row| row["components"].as_array());
    let ids = components
        .flatten()
        .filter_map(|component| component["custom_id"].as_str());
    ids.map(str::to_owned).collect()
}

/// The message that a reply (a callback's body, or an edit's) to `asker` became.
pub fn message_of(reply: &Value, asker: u64) -> Value {
    let id = snowflake().to_string();
    let mut message = json!({
        "id": id,
        "channel_id": CHANNEL.to_string(),
        "author": bot_user(),
        "content": "",
        "timestamp": MOMENT,
        "edited_timestamp": null,
        "tts": false,
        "mention_everyone": false,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "components": [],
        "pinned": false,
        "flags": 0,
        "type": 20,
        "application_id": APPLICATION.to_string(),
        "webhook_id": APPLICATION.to_string(),
        "interaction_metadata": {
            "id": snowflake().to_string(),
            "type": 2,
            "user": user(asker),
            "authorizing_integration_owners": {"0": GUILD.to_string()},
        },
    });
    revise(&mut message, reply.get("data").unwrap_or(reply));
    message
}

/// Changes a message as an edit does: what the body names is replaced, all else stays.
pub fn revise(message: &mut Value, body: &Value) {
    for key in ["content", "embeds", "components", "flags"] {
        if let Some(value) = body.get(key) {
            message[key] = value.clone();
        }
    }
    for embed in message["embeds"].as_array_mut().into_iter().flatten() {
        embed["type"] = json!("rich");
    }
}

/// The bot as Discord describes it.
pub fn bot_user() -> Value {
    let mut bot = user(APPLICATION);
    bot["bot"] = json!(true);
    bot
}

fn user(id: u64) -> Value {
    json!({
        "id": id.to_string(),
        "username": format!("user{id}"),
        "global_name": "A Reader",
        "discriminator": "0",
        "avatar": null,
        "public_flags": 0,
    })
}

fn interaction(kind: u8, data: Value) -> Interaction {
    let id = snowflake();
    Interaction {
        id,
        token: format!("token-{id}"),
        kind,
        user: ASKER,
        message: None,
        data,
        place: Place::Guild(GUILD),
        locale: "en-US",
        permissions: PERMISSIONS,
        bot_permissions: PERMISSIONS,
    }
}

impl Interaction {
    /// Fills in an option; its type is the JSON type of the value, right for the command or not.
    pub fn option(self, name: &str, value: impl Into<Value>) -> Self {
        let value = value.into();
        let kind = match &value {
            Value::Bool(_) => 5,
            Value::Number(number) if number.is_f64() => 10,
            Value::Number(_) => 4,
            _ => 3,
        };
        self.raw_option(json!({"name": name, "type": kind, "value": value}))
    }

    /// Adds an option word for word, however wrong.
    pub fn raw_option(mut self, option: Value) -> Self {
        let options = self.data["options"].as_array_mut();
        options.expect("only commands have options").push(option);
        self
    }

    /// Asked by somebody else.
    pub fn user(mut self, id: u64) -> Self {
        self.user = id;
        self
    }

    /// Asked in another server.
    pub fn guild(mut self, id: u64) -> Self {
        self.place = Place::Guild(id);
        self
    }

    /// Asked by a member who may manage the server.
    pub fn manager(mut self) -> Self {
        self.permissions |= MANAGE_SERVER;
        self
    }

    /// Chooses a part of a command.
    pub fn part(self, name: &str) -> Self {
        self.raw_option(json!({"name": name, "type": 1, "options": []}))
    }

    /// Fills in an option of the part that was chosen last.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        let parts = self.data["options"].as_array_mut().expect("only commands have options");
        let part = parts.last_mut().expect("a part was chosen");
        let options = part["options"].as_array_mut().expect("a part has options");
        options.push(json!({"name": name, "type": 3, "value": value}));
        self
    }

    /// Fills in a role of the part that was chosen last, with what Discord tells of it.
    pub fn with_role(mut self, role: u64, permissions: u64) -> Self {
        let id = role.to_string();
        let parts = self.data["options"].as_array_mut().expect("only commands have options");
        let part = parts.last_mut().expect("a part was chosen");
        let options = part["options"].as_array_mut().expect("a part has options");
        options.push(json!({"name": "role", "type": 8, "value": id}));
        self.data["resolved"] = json!({"roles": {id.clone(): {
            "id": id, "name": "Pit Crew", "color": 0, "colors": {"primary_color": 0}, "hoist": false, "position": 1,
            "permissions": permissions.to_string(), "managed": false, "mentionable": true, "flags": 0,
        }}});
        self
    }

    /// Asked where the bot itself has these permissions.
    pub fn bot_may(mut self, permissions: u64) -> Self {
        self.bot_permissions = permissions;
        self
    }

    /// Asked by a member with these permissions beside the usual ones.
    pub fn may(mut self, permissions: u64) -> Self {
        self.permissions |= permissions;
        self
    }

    /// Asked by a member without these permissions.
    pub fn may_not(mut self, permissions: u64) -> Self {
        self.permissions &= !permissions;
        self
    }

    /// Asked in the bot's direct messages.
    pub fn dm(mut self) -> Self {
        self.place = Place::Dm;
        self
    }

    /// Asked by somebody who installed the bot for themselves, in a chat that does not have it.
    pub fn user_install(mut self) -> Self {
        self.place = Place::UserInstall;
        self
    }

    /// Asked by a client in another language.
    pub fn locale(mut self, locale: &'static str) -> Self {
        self.locale = locale;
        self
    }

    /// The whole event, as `INTERACTION_CREATE` carries it.
    pub fn payload(&self) -> Value {
        let user = user(self.user);
        let mut payload = json!({
            "id": self.id.to_string(),
            "application_id": APPLICATION.to_string(),
            "type": self.kind,
            "token": self.token,
            "version": 1,
            "data": self.data,
            "channel_id": CHANNEL.to_string(),
            "app_permissions": self.bot_permissions.to_string(),
            "locale": self.locale,
            "entitlements": [],
            "attachment_size_limit": 10_485_760,
        });
        if let Some(message) = &self.message {
            payload["message"] = message.clone();
        }
        let place = match self.place {
            Place::Guild(guild) => {
                let guild = guild.to_string();
                json!({
                    "context": 0,
                    "authorizing_integration_owners": {"0": guild},
                    "guild_id": guild,
                    "guild_locale": "en-US",
                    "guild": {"id": guild, "locale": "en-US", "features": []},
                    "channel": channel(0, Some(&guild)),
                    "member": member(&user, self.permissions),
                })
            }
            Place::Dm => json!({
                "context": 1,
                "authorizing_integration_owners": {"0": "0"},
                "channel": channel(1, None),
                "user": user,
            }),
            Place::UserInstall => json!({
                "context": 2,
                "authorizing_integration_owners": {"1": self.user.to_string()},
                "channel": channel(3, None),
                "user": user,
            }),
        };
        let place: Map<String, Value> = serde_json::from_value(place).expect("an object");
        payload.as_object_mut().expect("an object").extend(place);
        payload
    }
}

fn member(user: &Value, permissions: u64) -> Value {
    json!({
        "user": user,
        "nick": null,
        "avatar": null,
        "roles": [],
        "joined_at": MOMENT,
        "premium_since": null,
        "communication_disabled_until": null,
        "deaf": false,
        "mute": false,
        "pending": false,
        "flags": 0,
        "permissions": permissions.to_string(),
    })
}

fn channel(kind: u8, guild: Option<&str>) -> Value {
    json!({
        "id": CHANNEL.to_string(),
        "type": kind,
        "name": guild.map(|_| "paddock"),
        "guild_id": guild,
        "permissions": PERMISSIONS.to_string(),
        "flags": 0,
    })
}
