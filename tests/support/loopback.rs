//! Loopback Discord: a server for REST and gateway on the loopback interface, for the bot's binary.

use std::thread::JoinHandle;
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use super::discord::{Asked, Request, Shared, State};
use super::faults::{Fault, Kind, Line};
use super::gateway::{self, Gateway};
use super::interaction::Interaction;
use super::rest;

/// A running Discord: REST and gateway on one port of 127.0.0.1. It ends when dropped.
///
/// It runs in a thread of its own, so that a test may block (on a child process, say) while it serves.
pub struct Loopback {
    url: String,
    discord: Shared,
    stop: Option<oneshot::Sender<()>>,
    server: Option<JoinHandle<()>>,
}

impl Loopback {
    /// Starts one on a free port.
    pub async fn start() -> Self {
        let (stop, stopped) = oneshot::channel();
        let (started, running) = oneshot::channel();
        let server = std::thread::spawn(move || serve(started, stopped));
        let (address, discord) = running.await.expect("the loopback Discord starts");
        Self {
            url: format!("http://{address}"),
            discord,
            stop: Some(stop),
            server: Some(server),
        }
    }

    /// URL in place of `https://discord.com`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Reads anything of the state.
    pub fn look<T>(&self, read: impl FnOnce(&State) -> T) -> T {
        self.discord.look(read)
    }

    /// Waits until the condition holds; false if it never does.
    pub async fn eventually(&self, condition: impl Fn(&State) -> bool) -> bool {
        self.discord.until(condition).await
    }

    /// Waits until the condition holds; fails the test, saying `what` was awaited, if it never does.
    pub async fn wait_until(&self, what: &str, condition: impl Fn(&State) -> bool) {
        if !self.eventually(condition).await {
            let seen = self.look(|state| {
                let line = |request: &Request| format!("{} -> {:?}", request.route(), request.status);
                state.requests.iter().map(line).collect::<Vec<_>>()
            });
            panic!("waited in vain for {what}; requests: {seen:#?}");
        }
    }

    /// Waits until a client is connected to the gateway and has had READY or RESUMED.
    pub async fn ready(&self) {
        let connected = |state: &State| state.gateway.connected();
        self.wait_until("a client on the gateway", connected).await;
    }

    // Firing.

    /// Sends an interaction and returns the body of the callback that was accepted.
    pub async fn fire(&self, interaction: &Interaction) -> Value {
        self.send(interaction).await;
        let asked = self.asked_once("a callback", interaction, |asked| asked.callback.is_some());
        asked.await.callback.unwrap_or_default()
    }

    /// Sends an interaction without waiting for an answer. While the client is away it is kept for the resume.
    pub async fn send(&self, interaction: &Interaction) {
        let session = |state: &State| state.gateway.has_session();
        self.wait_until("a gateway session", session).await;
        self.know(interaction);
        let payload = interaction.payload();
        let dispatch = |state: &mut State| state.gateway.dispatch("INTERACTION_CREATE", &payload);
        self.discord.change(dispatch);
    }

    /// Sends an event, such as a message, over the gateway.
    pub async fn tell(&self, event: &'static str, data: &Value) {
        let session = |state: &State| state.gateway.has_session();
        self.wait_until("a gateway session", session).await;
        self.discord.change(|state| state.gateway.dispatch(event, data));
    }

    /// Takes answers to an interaction without sending it over the gateway.
    pub fn know(&self, interaction: &Interaction) {
        let asked = Asked {
            id: interaction.id,
            token: interaction.token.clone(),
            kind: interaction.kind,
            user: interaction.user,
            callback: None,
            message: interaction.message.clone(),
            edits: Vec::new(),
            followups: Vec::new(),
        };
        self.discord.change(|state| state.asked.push(asked));
    }

    /// Waits for the reply's first edit (a deferred answer arrives as one) and returns its body.
    pub async fn edited(&self, interaction: &Interaction) -> Value {
        let asked = self.asked_once("an edit", interaction, |asked| !asked.edits.is_empty());
        asked.await.edits.swap_remove(0)
    }

    /// Responses to an interaction that was sent: callback, message, edits, follow-ups.
    pub fn asked(&self, interaction: &Interaction) -> Asked {
        self.look(|state| found(state, interaction).clone())
    }

    async fn asked_once(&self, what: &str, interaction: &Interaction, condition: impl Fn(&Asked) -> bool) -> Asked {
        let condition = |state: &State| condition(found(state, interaction));
        self.wait_until(what, condition).await;
        self.asked(interaction)
    }

    // Observations.

    /// Requests whose `METHOD /path` contains `route`, in order.
    pub fn requests(&self, route: &str) -> Vec<Request> {
        self.look(|state| {
            let matches = |request: &&Request| request.route().contains(route);
            state.requests.iter().filter(matches).cloned().collect()
        })
    }

    /// The registered commands, as Discord returns them.
    pub fn commands(&self) -> Vec<Value> {
        self.look(|state| state.commands.clone())
    }

    /// The data of each IDENTIFY: `intents`, `shard` and so on.
    pub fn identifies(&self) -> Vec<Value> {
        self.look(|state| state.gateway.identifies.clone())
    }

    // Faults.

    /// Registers commands as if an earlier version of the bot had.
    pub fn register(&self, definitions: &Value) {
        let (status, _) = self.discord.change(|state| state.register(definitions));
        assert_eq!(status, 200, "definitions are a list");
    }

    /// Makes the next `times` requests whose `METHOD /path` contains `route` go wrong.
    pub fn fault(&self, route: &'static str, times: usize, kind: Kind) {
        self.fault_after(route, 0, times, kind);
    }

    /// The same after the next `spared` of them.
    pub fn fault_after(&self, route: &'static str, spared: usize, times: usize, kind: Kind) {
        let fault = Fault {
            route,
            spared,
            times,
            kind,
        };
        self.discord.change(|state| state.faults.push(fault));
    }

    /// Makes a channel, or a person, refuse everything with this status and Discord's code.
    pub fn deny(&self, id: u64, status: u16, code: u32) {
        self.discord.change(|state| state.denied.push((id, status, code)));
    }

    /// Takes that back.
    pub fn allow(&self, id: u64) {
        self.discord
            .change(|state| state.denied.retain(|(denied, ..)| *denied != id));
    }

    /// Asks the client to reconnect (op 7).
    pub fn reconnect(&self) {
        self.gateway(Gateway::reconnect);
    }

    /// Tells the client that its session is invalid (op 9).
    pub fn invalidate(&self, resumable: bool) {
        self.gateway(|gateway| gateway.invalidate(resumable));
    }

    /// Ends the gateway connection without a closing frame.
    pub fn drop_socket(&self) {
        self.gateway(Gateway::drop_socket);
    }

    /// Makes GET /gateway answer 500 and takes no connection to the gateway, or takes them again.
    pub fn refuse_gateway(&self, refused: bool) {
        self.gateway(|gateway| gateway.refused = refused);
    }

    /// Gives every role these permissions.
    pub fn role_permissions(&self, permissions: u64) {
        self.discord.change(|state| state.role_permissions = permissions);
    }

    /// Sets the heartbeat interval of the next HELLO.
    pub fn heartbeat_interval(&self, interval: Duration) {
        self.gateway(|gateway| gateway.heartbeat_interval = interval);
    }

    /// Changes anything of the gateway.
    pub fn gateway(&self, change: impl FnOnce(&mut Gateway)) {
        self.discord.change(|state| change(&mut state.gateway));
    }
}

impl Drop for Loopback {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(server) = self.server.take() {
            let _ = server.join();
        }
    }
}

fn found<'a>(state: &'a State, interaction: &Interaction) -> &'a Asked {
    let asked = state.asked.iter().find(|asked| asked.id == interaction.id);
    asked.expect("the interaction was sent")
}

/// Serves until told to stop; every connection ends with the runtime.
fn serve(started: oneshot::Sender<(String, Shared)>, stopped: oneshot::Receiver<()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime starts").block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let address = listener.local_addr().expect("it is bound").to_string();
        let discord = Shared::new(&address);
        let router = Router::new()
            .route("/", get(gateway::connect))
            .fallback(rest::answer)
            .with_state(discord.clone());
        let _ = started.send((address, discord));
        let service = router.into_make_service_with_connect_info::<Line>();
        tokio::select! {
            _ = axum::serve(listener, service) => {}
            _ = stopped => {}
        }
    });
}
