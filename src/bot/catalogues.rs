//! Catalogues per server: the packs with the stored calendar changes, and the servers' settings.
//!
//! They are computed when the packs or the stored data change, so that an answer only looks up its server.

use std::collections::HashMap;
use std::sync::Arc;

use crate::dataset::{Catalogue, Override};
use crate::store::{Settings, Snapshot};

/// Catalogues and settings of all servers.
#[derive(Debug)]
pub(super) struct Catalogues {
    /// The packs as they were read.
    packs: Arc<Catalogue>,
    /// The stored data.
    pub(super) stored: Arc<Snapshot>,
    /// The packs with the operator's changes.
    pub(super) common: Arc<Catalogue>,
    /// The packs for the servers that changed them.
    pub(super) changed: HashMap<u64, Arc<Catalogue>>,
    /// Settings of the servers that have any.
    pub(super) settings: HashMap<u64, Arc<Settings>>,
}

impl Catalogues {
    /// Applies the stored changes to the packs.
    pub(super) fn of(packs: Arc<Catalogue>, stored: Arc<Snapshot>) -> Self {
        let for_all: Vec<Override> = changes(&stored, None).cloned().collect();
        let common = match for_all.as_slice() {
            [] => Arc::clone(&packs),
            all => Arc::new(packs.changed(all)),
        };
        let mut changed = HashMap::new();
        for guild in stored.changes.iter().filter_map(|(guild, _)| *guild) {
            changed.entry(guild).or_insert_with(|| {
                // A server's change of a session takes precedence there over the operator's.
                let all: Vec<Override> = for_all.iter().chain(changes(&stored, Some(guild))).cloned().collect();
                Arc::new(packs.changed(&all))
            });
        }
        let settings = stored.settings.iter();
        Self {
            settings: settings.map(|(guild, set)| (*guild, Arc::new(set.clone()))).collect(),
            packs,
            stored,
            common,
            changed,
        }
    }

    /// The same stored data with other packs.
    pub(super) fn with_packs(&self, packs: Arc<Catalogue>) -> Self {
        Self::of(packs, Arc::clone(&self.stored))
    }

    /// The same packs with the newer of two snapshots of the stored data.
    pub(super) fn with_stored(&self, stored: &Arc<Snapshot>) -> Self {
        let latest = if stored.revision < self.stored.revision {
            &self.stored
        } else {
            stored
        };
        Self::of(Arc::clone(&self.packs), Arc::clone(latest))
    }
}

/// Changes made by a server, or by the operator.
fn changes(stored: &Snapshot, guild: Option<u64>) -> impl Iterator<Item = &Override> {
    let own = stored.changes.iter().filter(move |(by, _)| *by == guild);
    own.map(|(_, change)| change)
}
