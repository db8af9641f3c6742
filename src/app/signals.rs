//! Signals of a running bot: SIGTERM and SIGINT stop it, SIGHUP reads the packs again.

use std::sync::Arc;

use anyhow::Context as _;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio_util::sync::CancellationToken;

/// Signals of a running bot.
pub(super) struct Signals {
    terminate: Signal,
    interrupt: Signal,
    hang_up: Signal,
}

impl Signals {
    /// Starts to listen; from then on none of them ends the process by itself.
    pub(super) fn listen() -> anyhow::Result<Self> {
        let listen = |kind| signal(kind).context("cannot listen for signals");
        Ok(Self {
            terminate: listen(SignalKind::terminate())?,
            interrupt: listen(SignalKind::interrupt())?,
            hang_up: listen(SignalKind::hangup())?,
        })
    }

    /// Waits for SIGTERM or SIGINT.
    pub(super) async fn stopped(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }

    /// Calls `reload` at each SIGHUP, and cancels `stop` at SIGTERM or SIGINT, also while a reload hangs. A reload is handed
    /// a token that is cancelled by the next one.
    pub(super) async fn handle(
        mut self,
        stop: CancellationToken,
        reload: impl Fn(&CancellationToken) + Send + Sync + 'static,
    ) {
        let reload = Arc::new(reload);
        let mut last = CancellationToken::new();
        loop {
            tokio::select! {
                _ = self.terminate.recv() => stop.cancel(),
                _ = self.interrupt.recv() => stop.cancel(),
                _ = self.hang_up.recv() => {
                    last.cancel();
                    last = CancellationToken::new();
                    let (reload, superseded) = (Arc::clone(&reload), last.clone());
                    // Reading and checking files blocks for long; a panic is logged by its hook.
                    tokio::task::spawn_blocking(move || reload(&superseded));
                }
                () = stop.cancelled() => return,
            }
        }
    }
}
