//! Context of a server: the calendar that holds there, the asker's defaults and the server's settings.

use std::sync::Arc;

use crate::dataset::Catalogue;
use crate::domain::Asker;
use crate::store::Settings;

/// Context in which a question from a server, or from outside of one, is answered.
#[derive(Debug, Clone)]
pub struct GuildContext {
    /// The packs with the calendar changes that hold there.
    pub catalogue: Arc<Catalogue>,
    /// The asker. A reader's own zone is known to their client, which Discord's time stamps leave it to.
    pub asker: Asker,
    /// The server's settings.
    pub settings: Arc<Settings>,
}

/// Person and place that a question comes from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Caller {
    /// Id of the interaction or message.
    pub(super) id: u64,
    pub(super) user: u64,
    pub(super) channel: u64,
    pub(super) guild: Option<u64>,
}
