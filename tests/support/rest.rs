//! The loopback Discord's REST routes.

use std::time::Duration;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{ConnectInfo, State as Extracted};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::discord::{APPLICATION, Asked, Request, Shared, State, snowflake};
use super::faults::{Kind, Line};
use super::interaction::{bot_user, message_of, revise};

/// A status and its JSON body.
pub(super) type Answer = (u16, Value);

/// Every REST request comes in here: recorded, struck by a fault or not, carried out, answered.
pub async fn answer(
    Extracted(discord): Extracted<Shared>,
    ConnectInfo(line): ConnectInfo<Line>,
    (method, uri, headers): (Method, Uri, HeaderMap),
    body: Bytes,
) -> Response {
    let request = Request {
        method: method.to_string(),
        path: uri.path().to_owned(),
        headers,
        body: serde_json::from_slice(&body).unwrap_or_default(),
        status: None,
    };
    let (number, fault) = discord.change(|state| {
        state.requests.push(request.clone());
        (state.requests.len() - 1, state.strike(&request.route()))
    });
    if let Some(Kind::Delay(long)) = fault {
        tokio::time::sleep(long).await;
    }
    // One change for the deed and its status: who awaits the one finds the other.
    let answer = discord.change(|state| {
        let answer = match fault {
            Some(Kind::Status(status, body)) => Some((status, body)),
            Some(Kind::RateLimited(long)) => Some(rate_limit(long)),
            Some(Kind::Reset) => None,
            Some(Kind::AnswerLost) => {
                state.carry_out(&request);
                None
            }
            Some(Kind::Delay(_)) | None => Some(state.carry_out(&request)),
        };
        state.requests[number].status = answer.as_ref().map(|(status, _)| *status);
        answer
    });
    let Some((status, body)) = answer else {
        line.cut();
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    response(status, body)
}

fn rate_limit(long: Duration) -> Answer {
    let body = json!({
        "message": "You are being rate limited.",
        "retry_after": long.as_secs_f64(),
        "global": false,
    });
    (429, body)
}

fn response(status: u16, body: Value) -> Response {
    let code = StatusCode::from_u16(status).expect("a status that HTTP knows");
    if status == 204 {
        return code.into_response();
    }
    let mut headers = HeaderMap::new();
    if status == 429 {
        let after = body["retry_after"].to_string();
        let after: HeaderValue = after.parse().expect("a number is a header value");
        headers.insert("retry-after", after.clone());
        headers.insert("x-ratelimit-reset-after", after);
        headers.insert("x-ratelimit-scope", HeaderValue::from_static("user"));
    }
    (code, headers, Json(body)).into_response()
}

pub(super) fn refusal(status: u16, code: u32, message: &str) -> Answer {
    (status, json!({"code": code, "message": message}))
}

impl State {
    fn carry_out(&mut self, request: &Request) -> Answer {
        let path = request.path.trim_start_matches("/api/v10/");
        let segments: Vec<&str> = path.split('/').collect();
        let body = &request.body;
        match (request.method.as_str(), segments.as_slice()) {
            ("GET", ["gateway", ..]) if self.gateway.refused => refusal(500, 0, "500: Internal Server Error"),
            ("GET", ["gateway"]) => (200, json!({"url": self.gateway.url})),
            ("GET", ["gateway", "bot"]) => {
                let limit = json!({
                    "total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1,
                });
                let url = &self.gateway.url;
                (200, json!({"url": url, "shards": 1, "session_start_limit": limit}))
            }
            ("GET", ["users", "@me"]) => (200, bot_user()),
            ("GET", ["applications", "@me"] | ["oauth2", "applications", "@me"]) => (200, application()),
            ("GET", ["applications", _, "commands"]) => (200, json!(self.commands)),
            ("PUT", ["applications", _, "commands"]) => self.register(body),
            ("POST", ["interactions", id, token, "callback"]) => self.callback(id, token, body),
            (method, ["webhooks", _, token, rest @ ..]) => {
                let Some(asked) = self.asked.iter_mut().find(|asked| asked.token == *token) else {
                    return refusal(404, 10_015, "Unknown Webhook");
                };
                match (method, rest) {
                    ("POST", []) => asked.follow_up(body),
                    (_, ["messages", "@original"]) => asked.original(method, body),
                    _ => self.unknown(request),
                }
            }
            _ => match self.in_channel(request, &segments) {
                Some(answer) => answer,
                None => self.unknown(request),
            },
        }
    }

    fn unknown(&mut self, request: &Request) -> Answer {
        self.unhandled.push(request.route());
        refusal(404, 0, "404: Not Found")
    }

    /// Bulk overwrite of the global commands: a name that stays keeps its id.
    pub fn register(&mut self, body: &Value) -> Answer {
        let Some(definitions) = body.as_array() else {
            return refusal(400, 50_035, "Invalid Form Body");
        };
        let register = |definition| {
            let mut command = as_registered(definition);
            let same = |old: &&Value| old["name"] == command["name"];
            if let Some(old) = self.commands.iter().find(same) {
                command["id"] = old["id"].clone();
            }
            command
        };
        self.commands = definitions.iter().map(register).collect();
        (200, json!(self.commands))
    }

    fn callback(&mut self, id: &str, token: &str, body: &Value) -> Answer {
        let known = |asked: &&mut Asked| asked.id.to_string() == id && asked.token == token;
        let Some(asked) = self.asked.iter_mut().find(known) else {
            return refusal(404, 10_062, "Unknown interaction");
        };
        if asked.callback.is_some() {
            return refusal(400, 40_060, "Interaction has already been acknowledged.");
        }
        let kind = body["type"].as_u64();
        let fits = match asked.kind {
            2 => matches!(kind, Some(4 | 5 | 9)),
            3 => matches!(kind, Some(4 | 5 | 6 | 7 | 9)),
            _ => kind == Some(8),
        };
        if !fits {
            return refusal(400, 50_035, "Invalid Form Body");
        }
        match (kind, &mut asked.message) {
            (Some(4 | 5), message) => *message = Some(message_of(body, asked.user)),
            (Some(7), Some(message)) => revise(message, &body["data"]),
            _ => {}
        }
        asked.callback = Some(body.clone());
        (204, Value::Null)
    }
}

impl Asked {
    fn follow_up(&mut self, body: &Value) -> Answer {
        if self.callback.is_none() {
            return refusal(404, 10_015, "Unknown Webhook");
        }
        self.followups.push(body.clone());
        (200, message_of(body, self.user))
    }

    fn original(&mut self, method: &str, body: &Value) -> Answer {
        let message = self.message.as_mut().filter(|_| self.callback.is_some());
        match (method, message) {
            (_, None) => refusal(404, 10_008, "Unknown Message"),
            ("DELETE", _) => {
                self.message = None;
                (204, Value::Null)
            }
            ("PATCH", Some(message)) => {
                revise(message, body);
                self.edits.push(body.clone());
                (200, message.clone())
            }
            (_, Some(message)) => (200, message.clone()),
        }
    }
}

/// A command's definition as Discord returns it: ids and defaults filled in, what says nothing left out.
pub fn as_registered(definition: &Value) -> Value {
    let mut command = json!({
        "id": snowflake().to_string(),
        "application_id": APPLICATION.to_string(),
        "version": snowflake().to_string(),
        "default_member_permissions": null,
        "type": 1,
        "description": "",
        "dm_permission": true,
        "contexts": null,
        "integration_types": [0],
        "nsfw": false,
        "name_localizations": null,
        "description_localizations": null,
    });
    for (key, value) in definition.as_object().into_iter().flatten() {
        command[key] = value.clone();
    }
    leave_out_defaults(&mut command);
    command
}

/// Discord repeats neither empty lists nor the `false` of an option's flags.
fn leave_out_defaults(owner: &mut Value) {
    let Some(object) = owner.as_object_mut() else {
        return;
    };
    object.retain(|_, value| value.as_array().is_none_or(|list| !list.is_empty()));
    let options = object.get_mut("options").and_then(Value::as_array_mut);
    for option in options.into_iter().flatten() {
        if let Some(option) = option.as_object_mut() {
            option.retain(|_, value| *value != json!(false));
        }
        leave_out_defaults(option);
    }
}

fn application() -> Value {
    json!({
        "id": APPLICATION.to_string(),
        "name": "raceweek",
        "icon": null,
        "description": "",
        "bot_public": true,
        "bot_require_code_grant": false,
        "bot": bot_user(),
        "verify_key": "00",
        "team": null,
        "flags": 0,
        "integration_types_config": {"0": {}, "1": {}},
    })
}
