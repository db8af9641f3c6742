//! The loopback Discord's gateway: identify, resume with replay, heartbeats, and its controls.

use std::collections::VecDeque;
use std::time::Duration;

use axum::extract::State as Extracted;
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::discord::{APPLICATION, Shared, snowflake};
use super::interaction::{GUILD, bot_user};

/// Command to a socket's task.
#[derive(Debug)]
enum Order {
    Say(Value),
    Close(u16),
    Cut,
}

/// Step of a connection from which on the gateway says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Silence {
    /// The connection is taken and not upgraded.
    Upgrade,
    /// It is upgraded and not greeted.
    Hello,
    /// The session is asked for and does not begin.
    Ready,
}

/// Session of a client, which outlives its connections.
#[derive(Debug)]
struct Session {
    id: String,
    /// Every event dispatched, sent or not; an event's sequence number is its index plus one.
    events: Vec<Value>,
    /// The socket in use; none between two connections.
    socket: Option<UnboundedSender<Order>>,
}

/// The gateway's state. There is one session: a new IDENTIFY replaces it.
#[derive(Debug)]
pub struct Gateway {
    /// URL that GET /gateway returns.
    pub url: String,
    /// True if GET /gateway answers 500 instead, and the gateway itself 503.
    pub refused: bool,
    /// Silences of the next connections, one each.
    pub silences: VecDeque<Silence>,
    /// Code with which the next IDENTIFY is refused.
    pub close_code: Option<u16>,
    /// Heartbeat interval in HELLO.
    pub heartbeat_interval: Duration,
    /// Heartbeats received, all acknowledged.
    pub heartbeats: usize,
    /// The data of each IDENTIFY: `token`, `intents`, `shard` and so on.
    pub identifies: Vec<Value>,
    /// The data of each RESUME: `token`, `session_id`, `seq`.
    pub resumes: Vec<Value>,
    session: Option<Session>,
}

impl Gateway {
    /// A gateway at `address` to which nobody has connected.
    pub fn new(address: &str) -> Self {
        Self {
            url: format!("ws://{address}"),
            refused: false,
            silences: VecDeque::new(),
            close_code: None,
            heartbeat_interval: Duration::from_millis(41_250),
            heartbeats: 0,
            identifies: Vec::new(),
            resumes: Vec::new(),
            session: None,
        }
    }

    /// True if there is a session, connected at the moment or not.
    pub fn has_session(&self) -> bool {
        self.session.is_some()
    }

    /// True if a client is connected and has had its READY or RESUMED.
    pub fn connected(&self) -> bool {
        self.session.as_ref().is_some_and(|session| session.socket.is_some())
    }

    /// Sends an event, now or when the session is resumed.
    pub fn dispatch(&mut self, name: &str, data: &Value) {
        if let Some(session) = &mut self.session {
            let sequence = session.events.len() + 1;
            let event = json!({"op": 0, "s": sequence, "t": name, "d": data});
            session.events.push(event.clone());
            if let Some(socket) = &session.socket {
                let _ = socket.send(Order::Say(event));
            }
        }
    }

    /// Asks the client to reconnect (op 7): what is dispatched from now on waits for its resume.
    pub fn reconnect(&mut self) {
        self.part(Order::Say(json!({"op": 7, "d": null})));
    }

    /// Tells the client that its session is invalid (op 9), for good or until it resumes.
    pub fn invalidate(&mut self, resumable: bool) {
        self.part(Order::Say(json!({"op": 9, "d": resumable})));
        if !resumable {
            self.session = None;
        }
    }

    /// Ends the connection without a closing frame.
    pub fn drop_socket(&mut self) {
        self.part(Order::Cut);
    }

    /// Gives the socket its last order.
    fn part(&mut self, order: Order) {
        let socket = self.session.as_mut().and_then(|session| session.socket.take());
        let _ = socket.expect("a client is connected to the gateway").send(order);
    }

    fn identify(&mut self, data: &Value, socket: UnboundedSender<Order>) {
        let id = snowflake().to_string();
        self.identifies.push(data.clone());
        self.session = Some(Session {
            id: id.clone(),
            events: Vec::new(),
            socket: Some(socket),
        });
        let ready = json!({
            "v": 10,
            "user": bot_user(),
            "guilds": [{"id": GUILD.to_string(), "unavailable": true}],
            "session_id": id,
            "session_type": "normal",
            "resume_gateway_url": self.url,
            "shard": data["shard"],
            "application": {"id": APPLICATION.to_string(), "flags": 0},
        });
        self.dispatch("READY", &ready);
    }

    fn resume(&mut self, data: &Value, socket: UnboundedSender<Order>) {
        self.resumes.push(data.clone());
        let known = |session: &&mut Session| data["session_id"] == session.id;
        let Some(session) = self.session.as_mut().filter(known) else {
            let _ = socket.send(Order::Say(json!({"op": 9, "d": false})));
            return;
        };
        let seen = data["seq"].as_u64().unwrap_or_default();
        let missed = session.events.iter();
        for event in missed.filter(|event| event["s"].as_u64() > Some(seen)) {
            let _ = socket.send(Order::Say(event.clone()));
        }
        session.socket = Some(socket);
        self.dispatch("RESUMED", &json!({}));
    }

    /// Notes that a socket is gone, unless a newer one has taken its place.
    fn hang_up(&mut self, gone: &UnboundedSender<Order>) {
        if let Some(session) = &mut self.session {
            session.socket.take_if(|socket| socket.same_channel(gone));
        }
    }
}

/// The websocket's way in, at the root of the server.
pub async fn connect(Extracted(discord): Extracted<Shared>, upgrade: WebSocketUpgrade) -> Response {
    if discord.look(|state| state.gateway.refused) {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let silence = discord.change(|state| state.gateway.silences.pop_front());
    if silence == Some(Silence::Upgrade) {
        std::future::pending::<()>().await;
    }
    upgrade.on_upgrade(async move |socket| {
        let (orders, received) = unbounded_channel();
        converse(socket, &discord, &orders, received, silence).await;
        discord.change(|state| state.gateway.hang_up(&orders));
    })
}

/// Talks to one client until either side goes.
async fn converse(
    mut socket: WebSocket,
    discord: &Shared,
    orders: &UnboundedSender<Order>,
    mut received: UnboundedReceiver<Order>,
    silence: Option<Silence>,
) {
    let interval = discord.look(|state| state.gateway.heartbeat_interval);
    let millis = u64::try_from(interval.as_millis()).expect("an interval of this world");
    let hello = json!({"op": 10, "d": {"heartbeat_interval": millis}});
    let mut open = silence == Some(Silence::Hello) || say(&mut socket, &hello).await;
    while open {
        tokio::select! {
            Some(order) = received.recv() => open = match order {
                Order::Say(payload) => say(&mut socket, &payload).await,
                Order::Close(code) => {
                    let frame = CloseFrame { code, reason: "".into() };
                    let _ = socket.send(Message::Close(Some(frame))).await;
                    false
                }
                Order::Cut => false,
            },
            message = socket.recv() => open = match message {
                Some(Ok(Message::Text(text))) => {
                    heed(discord, orders, &serde_json::from_str(&text).unwrap_or_default(), silence);
                    true
                }
                Some(Ok(Message::Close(_)) | Err(_)) | None => false,
                Some(Ok(_)) => true,
            },
        }
    }
}

/// Does what a client's payload asks for; a silent gateway goes no further than to acknowledge heartbeats.
fn heed(discord: &Shared, orders: &UnboundedSender<Order>, payload: &Value, silence: Option<Silence>) {
    let data = &payload["d"];
    discord.change(|state| match payload["op"].as_u64() {
        Some(1) => {
            state.gateway.heartbeats += 1;
            let _ = orders.send(Order::Say(json!({"op": 11, "d": null})));
        }
        Some(2 | 6) if silence.is_some() => {}
        Some(2) => match state.gateway.close_code.take() {
            Some(code) => {
                let _ = orders.send(Order::Close(code));
            }
            None => state.gateway.identify(data, orders.clone()),
        },
        Some(6) => state.gateway.resume(data, orders.clone()),
        _ => state.unhandled.push(format!("gateway {payload}")),
    });
}

async fn say(socket: &mut WebSocket, payload: &Value) -> bool {
    let text = Message::Text(payload.to_string().into());
    socket.send(text).await.is_ok()
}
