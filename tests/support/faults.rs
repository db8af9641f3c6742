//! Faults of the loopback Discord on demand: refusals, rate limits, lost connections.

use std::net::{Shutdown, TcpStream};
use std::os::fd::AsFd;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::IncomingStream;
use serde_json::Value;
use tokio::net::TcpListener;

use super::discord::State;

/// Kind of a fault.
#[derive(Clone, Debug)]
pub enum Kind {
    /// Answered with this status and body, not carried out.
    Status(u16, Value),
    /// Answered with 429 and this `retry_after`, not carried out.
    RateLimited(Duration),
    /// The connection is cut, not carried out.
    Reset,
    /// Carried out, but the connection is cut before the answer.
    AnswerLost,
    /// Carried out and answered after this long.
    Delay(Duration),
}

/// A fault that strikes the next requests of a route.
#[derive(Clone, Debug)]
pub struct Fault {
    /// Part of `METHOD /path`: "callback", "PUT", "POST /api/v10/channels".
    pub route: &'static str,
    /// Number of requests that succeed before it.
    pub spared: usize,
    /// Number of requests that it affects.
    pub times: usize,
    /// Kind of a fault.
    pub kind: Kind,
}

impl State {
    /// The fault that strikes a request for this route, used up by one.
    pub fn strike(&mut self, route: &str) -> Option<Kind> {
        let fault = self
            .faults
            .iter_mut()
            .find(|fault| fault.times > 0 && route.contains(fault.route))?;
        if fault.spared > 0 {
            fault.spared -= 1;
            return None;
        }
        fault.times -= 1;
        Some(fault.kind.clone())
    }
}

/// A connection's second handle, by which it can be cut without an answer.
#[derive(Clone)]
pub struct Line(Arc<TcpStream>);

impl Line {
    /// Ends the connection at once: the client sees it close in the middle of its request.
    pub fn cut(&self) {
        // Fails only if the client has gone already, which is as good.
        let _ = self.0.shutdown(Shutdown::Both);
    }
}

impl Connected<IncomingStream<'_, TcpListener>> for Line {
    fn connect_info(stream: IncomingStream<'_, TcpListener>) -> Self {
        // Small frames one after the other would otherwise wait for each other's acknowledgement.
        let _ = stream.io().set_nodelay(true);
        let second = stream.io().as_fd().try_clone_to_owned();
        Self(Arc::new(second.expect("a file descriptor is free").into()))
    }
}
