//! What the bot answers from: the catalogue, the clock, the usual series, and the ids of its commands.

use std::sync::Arc;

use arc_swap::ArcSwap;

use super::limit::Limits;
use super::memory::Memory;
use crate::clock::Clock;
use crate::dataset::Catalogue;
use crate::domain::{Asker, Slug};
pub use crate::output::markdown::Commands;

/// What answers are made from. Shared by all tasks; the catalogue and the commands can be exchanged while it runs.
#[derive(Debug)]
pub struct Bot {
    /// Everything that is known.
    pub catalogue: ArcSwap<Catalogue>,
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
            clock,
            series,
            memory: Memory::default(),
            limits: Limits::default(),
            log_unread: false,
            commands: ArcSwap::from(Arc::default()),
        }
    }

    /// Who asks at this moment: each reader's own zone is known to their client, which the stamps leave it to.
    pub(super) fn asker(&self) -> Asker {
        Asker {
            now: self.clock.now(),
            zone: None,
            series: self.series.clone(),
            rehearsal: self.clock.is_rehearsal(),
        }
    }
}
