//! What the bot answers from: the packs, what servers made of them, the clock, the usual series, and what is kept.

use std::sync::Arc;

use arc_swap::ArcSwap;
use chrono::{DateTime, Utc};

use super::RestClient;
use super::catalogues::Catalogues;
use super::context::GuildContext;
use super::limits::Limits;
use super::memory::Memory;
use crate::clock::Clock;
use crate::dataset::Catalogue;
use crate::domain::{Asker, SeriesId};
pub use crate::output::markdown::Commands;
use crate::store::{Store, StoreError};

/// What answers are made from. Shared by all tasks; the packs and the commands can be exchanged while it runs.
#[derive(Debug)]
pub struct Bot {
    catalogues: ArcSwap<Catalogues>,
    /// What is kept beyond a restart; without it, nothing is.
    pub store: Option<Store>,
    /// Client for proactive messages; without it, there are none.
    pub rest: Option<RestClient>,
    /// The clock that answers go by.
    pub clock: Clock,
    /// The series that is meant when none is named.
    pub series: SeriesId,
    /// What is remembered of people for a while.
    pub memory: Memory,
    /// Who has asked how much of late.
    pub limits: Limits,
    /// Whether words that were not understood are logged.
    pub log_unread: bool,
    /// The registered commands' ids, so that help can mention them; empty until they are catalogues.
    pub commands: ArcSwap<Commands>,
}

impl Bot {
    /// A bot that knows this catalogue.
    pub fn new(catalogue: Catalogue, clock: Clock, series: SeriesId) -> Self {
        Self {
            catalogues: ArcSwap::from_pointee(Catalogues::of(Arc::new(catalogue), Arc::default())),
            store: None,
            rest: None,
            clock,
            series,
            memory: Memory::default(),
            limits: Limits::default(),
            log_unread: false,
            commands: ArcSwap::from(Arc::default()),
        }
    }

    /// What is seen in a server, or where there is none.
    pub fn for_guild(&self, guild: Option<u64>) -> GuildContext {
        let catalogues = self.catalogues.load();
        let changed = guild.and_then(|guild| catalogues.changed.get(&guild));
        let catalogue = Arc::clone(changed.unwrap_or(&catalogues.everywhere));
        let settings = guild
            .and_then(|guild| catalogues.settings.get(&guild))
            .cloned()
            .unwrap_or_default();
        // A series that was set and that the packs have no more is as if it were not set.
        let set = settings.series.as_ref().filter(|id| catalogue.series.contains_key(*id));
        GuildContext {
            asker: Asker {
                now: self.clock.now(),
                zone: None,
                reference: settings.zone,
                series: set.unwrap_or(&self.series).clone(),
                rehearsal: self.clock.is_rehearsal(),
            },
            catalogue,
            settings,
        }
    }

    /// The calendars that hold: that of all who changed nothing, and those of the servers that did. Each stays the same
    /// [`Arc`] until the packs or the changes are others.
    pub fn calendars(&self) -> (Arc<Catalogue>, Vec<(u64, Arc<Catalogue>)>) {
        let catalogues = self.catalogues.load();
        let changed = catalogues
            .changed
            .iter()
            .map(|(guild, catalogue)| (*guild, Arc::clone(catalogue)));
        (Arc::clone(&catalogues.everywhere), changed.collect())
    }

    /// Answers from these packs from now on.
    pub fn read_packs(&self, catalogue: Catalogue) {
        let packs = Arc::new(catalogue);
        self.catalogues
            .rcu(|catalogues| catalogues.with_packs(Arc::clone(&packs)));
    }

    /// Reads again what is kept, if it has changed since: by this process or another. Whether it had.
    ///
    /// # Errors
    /// Where the store fails; what was read before holds on.
    pub async fn refresh(&self) -> Result<bool, StoreError> {
        let Some(store) = &self.store else { return Ok(false) };
        if store.revision().await? == self.catalogues.load().kept.revision {
            return Ok(false);
        }
        let kept = Arc::new(store.snapshot().await?);
        self.catalogues.rcu(|catalogues| catalogues.with_kept(&kept));
        Ok(true)
    }

    /// Up to which moment somebody has seen the racing; absent for all of it.
    pub(super) fn seen(&self, user: u64) -> Option<DateTime<Utc>> {
        let kept = self.catalogues.load().kept.seen.get(&user).copied();
        kept.or_else(|| self.memory.seen(user))
    }

    /// Remembers up to which moment somebody has seen the racing: in the store, or without one for a while.
    pub(super) async fn has_seen(&self, user: u64, until: Option<DateTime<Utc>>) -> Result<(), StoreError> {
        let Some(store) = &self.store else {
            self.memory.has_seen(user, until);
            return Ok(());
        };
        store.set_seen(user, until).await?;
        self.refresh().await.map(|_| ())
    }

    /// True if every answer in a channel is for the asker alone.
    pub(super) fn is_quiet(&self, guild: Option<u64>, channel: u64) -> bool {
        let settings = &self.catalogues.load().settings;
        let guild = guild.and_then(|guild| settings.get(&guild));
        guild.is_some_and(|settings| settings.quiet == Some(channel))
    }

    /// Whether the bot had left a server, as far as is kept.
    pub(super) fn had_left(&self, guild: u64) -> bool {
        self.catalogues.load().kept.left.contains(&guild)
    }
}
