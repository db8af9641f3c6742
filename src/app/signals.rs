//! The signals that a running bot heeds: stop, and read the packs again.

use std::sync::Arc;

use anyhow::Context as _;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio_util::sync::CancellationToken;

/// The signals that concern a running bot.
pub(super) struct Signals {
    terminate: Signal,
    interrupt: Signal,
    hang_up: Signal,
}

impl Signals {
    /// Listens from now on: none of them ends the process by itself any more.
    pub(super) fn listen() -> anyhow::Result<Self> {
        let listen = |kind| signal(kind).context("cannot listen for signals");
        Ok(Self {
            terminate: listen(SignalKind::terminate())?,
            interrupt: listen(SignalKind::interrupt())?,
            hang_up: listen(SignalKind::hangup())?,
        })
    }

    /// Calls `again` at each hang-up until told to stop, and cancels `stop` when it is.
    pub(super) async fn heed(mut self, stop: CancellationToken, again: impl Fn() + Send + Sync + 'static) {
        let again = Arc::new(again);
        loop {
            tokio::select! {
                _ = self.terminate.recv() => stop.cancel(),
                _ = self.interrupt.recv() => stop.cancel(),
                _ = self.hang_up.recv() => {
                    let again = Arc::clone(&again);
                    // Reading files and checking them takes longer than a task may block; a panic is logged there.
                    let _ = tokio::task::spawn_blocking(move || again()).await;
                }
                () = stop.cancelled() => return,
            }
        }
    }
}
