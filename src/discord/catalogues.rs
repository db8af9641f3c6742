//! What is known, everywhere and in each server: the packs, with the changes and settings that are kept.
//!
//! It is made anew when the packs or what is kept change, so that an answer only looks up its server.

use std::collections::HashMap;
use std::sync::Arc;

use crate::dataset::{Catalogue, Override};
use crate::store::{Settings, Snapshot};

/// What is known.
#[derive(Debug)]
pub(super) struct Catalogues {
    /// The packs as they were read.
    packs: Arc<Catalogue>,
    /// What is kept.
    pub(super) kept: Arc<Snapshot>,
    /// The packs with the operator's changes.
    pub(super) everywhere: Arc<Catalogue>,
    /// The packs for the servers that changed them.
    pub(super) changed: HashMap<u64, Arc<Catalogue>>,
    /// How servers are set up.
    pub(super) settings: HashMap<u64, Arc<Settings>>,
}

impl Catalogues {
    /// What packs and kept things come to.
    pub(super) fn of(packs: Arc<Catalogue>, kept: Arc<Snapshot>) -> Self {
        let for_all: Vec<Override> = changes(&kept, None).cloned().collect();
        let everywhere = match for_all.as_slice() {
            [] => Arc::clone(&packs),
            all => Arc::new(packs.changed(all)),
        };
        let mut changed = HashMap::new();
        for guild in kept.changes.iter().filter_map(|(guild, _)| *guild) {
            changed.entry(guild).or_insert_with(|| {
                // What a server says of a session holds there, whatever the operator says of it.
                let all: Vec<Override> = for_all.iter().chain(changes(&kept, Some(guild))).cloned().collect();
                Arc::new(packs.changed(&all))
            });
        }
        let settings = kept.settings.iter();
        Self {
            settings: settings.map(|(guild, set)| (*guild, Arc::new(set.clone()))).collect(),
            packs,
            kept,
            everywhere,
            changed,
        }
    }

    /// The same with other packs.
    pub(super) fn with_packs(&self, packs: Arc<Catalogue>) -> Self {
        Self::of(packs, Arc::clone(&self.kept))
    }

    /// The same with what is kept now; what was read earlier changes nothing.
    pub(super) fn with_kept(&self, kept: &Arc<Snapshot>) -> Self {
        let latest = if kept.revision < self.kept.revision {
            &self.kept
        } else {
            kept
        };
        Self::of(Arc::clone(&self.packs), Arc::clone(latest))
    }
}

/// The changes that a server made, or the operator.
fn changes(kept: &Snapshot, guild: Option<u64>) -> impl Iterator<Item = &Override> {
    let own = kept.changes.iter().filter(move |(by, _)| *by == guild);
    own.map(|(_, change)| change)
}
