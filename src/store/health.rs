//! Whether all is well, as far as the database knows: what became of the last deliveries, what is paused, what has ended.

use sqlx::Row as _;

use super::columns::{id, instant, optional, signed};
use super::{DeliveryOutcome, Owner, Store, StoreError};
use crate::reminders::{Health, JournalEntry, PausedChannel};

/// How many outcomes are told, and how much of what has ended.
const LAST: usize = 10;
const ENDED: i64 = 5;

impl Store {
    /// Whether all is well with what somebody set up; what comes next is not the database's to know.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn health(&self, whose: Owner) -> Result<Health, StoreError> {
        let last = self.outcomes(whose, LAST).await?;
        Ok(Health {
            upcoming: Vec::new(),
            last: last.into_iter().map(DeliveryOutcome::told).collect(),
            paused: self.paused_of(whose).await?,
            ended: self.ended(whose).await?,
        })
    }

    /// The channels that are paused, and why.
    async fn paused_of(&self, whose: Owner) -> Result<Vec<PausedChannel>, StoreError> {
        let (paused, whom) = match whose {
            Owner::Person(person) => (
                "SELECT id, why FROM paused_channel WHERE id IN \
                 (SELECT channel FROM subscription WHERE owner = $1 AND target <> 'channel') ORDER BY since, id",
                person,
            ),
            Owner::Server(guild) => (
                "SELECT id, why FROM paused_channel WHERE guild = $1 ORDER BY since, id",
                guild,
            ),
            Owner::All => ("SELECT id, why FROM paused_channel WHERE id > $1 ORDER BY since, id", 0),
        };
        let rows = sqlx::query(paused).bind(signed(whom)).fetch_all(self.pool()?).await?;
        let paused = rows.iter().map(|row| {
            Ok(PausedChannel {
                channel: id(row, "id")?,
                why: row.try_get("why")?,
            })
        });
        Ok(paused.collect::<Result<_, sqlx::Error>>()?)
    }

    /// What has ended by itself, the last first.
    async fn ended(&self, whose: Owner) -> Result<Vec<JournalEntry>, StoreError> {
        let (ended, whom) = match whose {
            Owner::Person(person) => (
                "SELECT * FROM journal WHERE owner = $1 AND guild = 0 AND what <> 'paused' ORDER BY at DESC, channel LIMIT $2",
                person,
            ),
            Owner::Server(guild) => (
                "SELECT * FROM journal WHERE guild = $1 AND what <> 'paused' ORDER BY at DESC, channel LIMIT $2",
                guild,
            ),
            Owner::All => (
                "SELECT * FROM journal WHERE at > $1 AND what <> 'paused' ORDER BY at DESC, channel LIMIT $2",
                0,
            ),
        };
        let rows = sqlx::query(ended)
            .bind(signed(whom))
            .bind(ENDED)
            .fetch_all(self.pool()?)
            .await?;
        let ended = rows.iter().map(|row| {
            Ok(JournalEntry {
                at: instant(row.try_get("at")?),
                channel: optional(row, "channel")?,
                what: row.try_get("what")?,
                why: row.try_get("why")?,
            })
        });
        Ok(ended.collect::<Result<_, sqlx::Error>>()?)
    }
}
