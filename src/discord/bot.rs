//! What the bot answers from: the packs, what servers made of them, the clock, the usual series, and what is kept.

use std::sync::Arc;

use arc_swap::ArcSwap;

use super::limit::Limits;
use super::memory::Memory;
use super::{Here, Outbox};
use crate::clock::Clock;
use crate::dataset::Catalogue;
use crate::domain::{Asker, Slug};
pub use crate::output::markdown::Commands;
use crate::store::Store;

/// What answers are made from. Shared by all tasks; the packs and the commands can be exchanged while it runs.
#[derive(Debug)]
pub struct Bot {
    /// Everything that is known.
    catalogue: ArcSwap<Catalogue>,
    /// What is kept beyond a restart; without it, nothing is.
    pub store: Option<Store>,
    /// The way in which it speaks unasked; without it, it does not.
    pub outbox: Option<Arc<Outbox>>,
    /// The clock that answers go by.
    pub clock: Clock,
    /// The series that is meant when none is named.
    pub series: Slug,
    /// What is remembered of people for a while.
    pub memory: Memory,
    /// Who has asked how much of late.
    pub limits: Limits,
    /// Whether words that were not understood are logged.
    pub log_unread: bool,
    /// The registered commands' ids, so that help can mention them; empty until they are known.
    pub commands: ArcSwap<Commands>,
}

impl Bot {
    /// A bot that knows this catalogue.
    pub fn new(catalogue: Catalogue, clock: Clock, series: Slug) -> Self {
        Self {
            catalogue: ArcSwap::from_pointee(catalogue),
            store: None,
            outbox: None,
            clock,
            series,
            memory: Memory::default(),
            limits: Limits::default(),
            log_unread: false,
            commands: ArcSwap::from(Arc::default()),
        }
    }

    /// What is seen in a server, or where there is none.
    pub fn for_guild(&self, _guild: Option<u64>) -> Here {
        Here {
            catalogue: self.catalogue.load_full(),
            asker: Asker {
                now: self.clock.now(),
                zone: None,
                series: self.series.clone(),
                rehearsal: self.clock.is_rehearsal(),
            },
            settings: Arc::default(),
        }
    }

    /// Answers from these packs from now on.
    pub fn read_packs(&self, catalogue: Catalogue) {
        self.catalogue.store(Arc::new(catalogue));
    }
}
