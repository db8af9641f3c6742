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
pub struct Caller {
    /// Id of the interaction or message.
    pub id: u64,
    /// The person.
    pub user: u64,
    /// The channel.
    pub channel: u64,
    /// The server, if it comes from one.
    pub guild: Option<u64>,
}
