//! State of the bot: packs with the servers' changes, clock, default series, store, memory and limits.

use std::sync::Arc;

use arc_swap::ArcSwap;
use chrono::{DateTime, Utc};

use super::answer_cache::AnswerCache;
use super::answering::{Answered, TextOutcome, Unanswered, answer, answer_text_by};
use super::catalogues::Catalogues;
use super::context::GuildContext;
use super::limits::Limits;
use super::memory::Memory;
use super::pool::Pool;
use crate::clock::Clock;
use crate::dataset::Catalogue;
use crate::domain::{Asker, SeriesId};
use crate::output::markdown::Commands;
use crate::question::{Misunderstanding, Question};
use crate::store::{Store, StoreError};
use crate::understand::Reading;

/// The bot. It is shared by all tasks; packs and commands can be replaced while it runs.
#[derive(Debug)]
pub struct Bot {
    catalogues: ArcSwap<Catalogues>,
    answers: AnswerCache,
    /// Pool in which answers are computed.
    pub pool: Pool,
    /// The store; without one, nothing outlives a restart.
    pub store: Option<Store>,
    /// The clock that gives the moment of each question.
    pub clock: Clock,
    /// The series that is meant when none is named.
    pub series: SeriesId,
    /// Short-term memory of conversations.
    pub memory: Memory,
    /// Rate limits of messages.
    pub limits: Limits,
    /// Rate limits of clicks that change something.
    pub clicks: Limits,
    /// True if text that was not understood is logged.
    pub log_unread: bool,
    /// Ids of the registered commands, for mentions in Markdown; empty until they are known.
    pub commands: ArcSwap<Commands>,
}

impl Bot {
    /// A bot with these packs, without a store.
    pub fn new(catalogue: Catalogue, clock: Clock, series: SeriesId) -> Self {
        Self {
            catalogues: ArcSwap::from_pointee(Catalogues::of(Arc::new(catalogue), Arc::default())),
            answers: AnswerCache::default(),
            pool: Pool::default(),
            store: None,
            clock,
            series,
            memory: Memory::default(),
            limits: Limits::default(),
            clicks: Limits::default(),
            log_unread: false,
            commands: ArcSwap::from(Arc::default()),
        }
    }

    /// Context of a server, or of questions from outside of servers.
    pub fn for_guild(&self, guild: Option<u64>) -> GuildContext {
        let catalogues = self.catalogues.load();
        let changed = guild.and_then(|guild| catalogues.changed.get(&guild));
        let catalogue = Arc::clone(changed.unwrap_or(&catalogues.common));
        let settings = guild
            .and_then(|guild| catalogues.settings.get(&guild))
            .cloned()
            .unwrap_or_default();
        // A setting that names a series which the packs no longer have is ignored.
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

    /// Answers questions in a context, as [`answer()`] does; within a minute, the same ones once.
    ///
    /// # Errors
    /// If one of them cannot be answered.
    pub fn answer(
        &self,
        reading: Reading,
        context: &GuildContext,
        seen: Option<DateTime<Utc>>,
    ) -> Result<Answered, Misunderstanding> {
        let compute = |reading| answer(reading, &context.catalogue, &context.asker, seen);
        self.answers.get_or_compute(reading, context, seen, compute)
    }

    /// Reads a text and answers the questions in it, as [`answer_text`](super::answer_text) does; within a minute, the same
    /// ones once.
    ///
    /// # Errors
    /// If the text is not understood, is out of scope, or asks what cannot be answered.
    pub fn answer_text(
        &self,
        text: &str,
        last: Option<&Question>,
        context: &GuildContext,
        seen: Option<DateTime<Utc>>,
    ) -> Result<TextOutcome, Unanswered> {
        answer_text_by(text, last, &context.catalogue, &context.asker, |reading| {
            self.answer(reading, context, seen)
        })
    }

    /// The catalogue of all servers without changes, and those of the servers with changes. Each stays the same [`Arc`]
    /// until the packs or the changes are replaced.
    pub fn calendars(&self) -> (Arc<Catalogue>, Vec<(u64, Arc<Catalogue>)>) {
        let catalogues = self.catalogues.load();
        let changed = catalogues
            .changed
            .iter()
            .map(|(guild, catalogue)| (*guild, Arc::clone(catalogue)));
        (Arc::clone(&catalogues.common), changed.collect())
    }

    /// Replaces the packs.
    pub fn replace_packs(&self, catalogue: Catalogue) {
        let packs = Arc::new(catalogue);
        self.catalogues
            .rcu(|catalogues| catalogues.with_packs(Arc::clone(&packs)));
    }

    /// Reads the stored data again if this process or another has changed them. Returns true if so.
    ///
    /// # Errors
    /// If the store fails; the earlier data stay in force.
    pub async fn refresh(&self) -> Result<bool, StoreError> {
        let Some(store) = &self.store else { return Ok(false) };
        if store.revision().await? == self.catalogues.load().stored.revision {
            return Ok(false);
        }
        let stored = Arc::new(store.snapshot().await?);
        self.catalogues.rcu(|catalogues| catalogues.with_stored(&stored));
        Ok(true)
    }

    /// The moment up to which a person has seen the racing; absent for all of it.
    pub fn seen(&self, user: u64) -> Option<DateTime<Utc>> {
        let stored = self.catalogues.load().stored.seen.get(&user).copied();
        stored.or_else(|| self.memory.seen(user))
    }

    /// Stores the moment up to which a person has seen the racing; without a store it is remembered for a while.
    ///
    /// # Errors
    /// If the store fails.
    pub async fn set_seen(&self, user: u64, until: Option<DateTime<Utc>>) -> Result<(), StoreError> {
        let Some(store) = &self.store else {
            self.memory.set_seen(user, until);
            return Ok(());
        };
        store.set_seen(user, until).await?;
        self.refresh().await.map(|_| ())
    }

    /// True if every answer in a channel is for the asker alone.
    pub fn is_quiet(&self, guild: Option<u64>, channel: u64) -> bool {
        let settings = &self.catalogues.load().settings;
        let settings = guild.and_then(|guild| settings.get(&guild));
        settings.is_some_and(|settings| settings.quiet == Some(channel))
    }

    /// True if the store says that the bot had left a server.
    pub fn had_left(&self, guild: u64) -> bool {
        self.catalogues.load().stored.left.contains(&guild)
    }
}
