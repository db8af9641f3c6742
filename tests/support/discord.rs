//! State of the loopback Discord, shared with those who read and await it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::http::HeaderMap;
use serde_json::Value;
use tokio::sync::watch;

use super::faults::Fault;
use super::gateway::Gateway;

/// The bot's application; its user has the same id, as Discord does it.
pub const APPLICATION: u64 = 1_000_000_000_000_000_001;

/// Timeout for anything awaited: only a failing test waits that long. (serenity sleeps five seconds before it
/// identifies anew.)
pub const PATIENCE: Duration = Duration::from_secs(10);

/// A new id, larger than all before it.
pub fn snowflake() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1_200_000_000_000_000_000);
    NEXT.fetch_add(1 << 22, Ordering::Relaxed)
}

/// One REST request as it arrived, and what became of it.
#[derive(Clone, Debug)]
pub struct Request {
    /// `GET`, `POST` and so on.
    pub method: String,
    /// The path without its query, `/api/v10` included.
    pub path: String,
    /// Every header, for those who check `user-agent` or `authorization`.
    pub headers: HeaderMap,
    /// The JSON body; null where there was none.
    pub body: Value,
    /// The status answered; none while the answer is due, and where the connection was cut.
    pub status: Option<u16>,
}

impl Request {
    /// Method and path, as faults and look-ups match them: `POST /api/v10/...`.
    pub fn route(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// A header's text, if it was sent.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

/// An interaction that was sent to the bot, and what the bot did with it.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Its id, in the callback's path.
    pub id: u64,
    /// Its token, in the path of callback, edits and follow-ups.
    pub token: String,
    /// Discord's number for command, component, autocompletion.
    pub kind: u8,
    /// User who asked or clicked.
    pub user: u64,
    /// The one callback that was accepted.
    pub callback: Option<Value>,
    /// The reply as people see it now (of a button: the message that it sits on).
    pub message: Option<Value>,
    /// Bodies of the edits of the reply, in order.
    pub edits: Vec<Value>,
    /// Bodies of the follow-ups, in order.
    pub followups: Vec<Value>,
}

/// The whole state of the loopback Discord.
#[derive(Debug)]
pub struct State {
    /// Every REST request in order of arrival.
    pub requests: Vec<Request>,
    /// Routes asked for that this Discord does not have.
    pub unhandled: Vec<String>,
    /// Global commands as Discord returns them.
    pub commands: Vec<Value>,
    /// Every interaction sent.
    pub asked: Vec<Asked>,
    /// Faults still to happen.
    pub faults: Vec<Fault>,
    /// Everything that was said in channels, in order.
    pub posted: Vec<super::channels::Posted>,
    /// Channels and people that refuse: their id, the status and Discord's code.
    pub denied: Vec<(u64, u16, u32)>,
    /// Permissions of every role.
    pub role_permissions: u64,
    /// The scheduled events of all servers, by id.
    pub events: Vec<(u64, Value)>,
    /// The gateway's side.
    pub gateway: Gateway,
}

/// The state behind its mutex, which wakes those who wait for a change.
#[derive(Clone)]
pub struct Shared(Arc<watch::Sender<State>>);

impl Shared {
    /// A Discord to which nothing has happened, reached at `address` (host and port).
    pub fn new(address: &str) -> Self {
        Self(Arc::new(watch::Sender::new(State {
            requests: Vec::new(),
            unhandled: Vec::new(),
            commands: Vec::new(),
            asked: Vec::new(),
            faults: Vec::new(),
            posted: Vec::new(),
            denied: Vec::new(),
            role_permissions: 0,
            events: Vec::new(),
            gateway: Gateway::new(address),
        })))
    }

    /// Reads something.
    pub fn look<T>(&self, read: impl FnOnce(&State) -> T) -> T {
        read(&self.0.borrow())
    }

    /// Changes something, and wakes everybody who waits.
    pub fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let mut result = None;
        self.0.send_modify(|state| result = Some(change(state)));
        result.expect("`send_modify` calls its function once")
    }

    /// Waits until the condition holds; false if it does not within [`PATIENCE`].
    pub async fn until(&self, condition: impl Fn(&State) -> bool) -> bool {
        let mut changes = self.0.subscribe();
        tokio::time::timeout(PATIENCE, changes.wait_for(|state| condition(state)))
            .await
            .is_ok()
    }
}
