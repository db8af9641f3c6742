//! Health reports and statistics: recent outcomes, paused channels, endings and row counts.

use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, FromRow};

use super::columns::{from_row, limit};
use super::unreadable::readable;
use super::{Owner, Store, StoreError};
use crate::reminders::{DeliveryOutcome, Health, JournalEntry, PausedChannel, StoreStats};

/// Maximum number of outcomes in a report.
const OUTCOMES: usize = 10;
/// Maximum number of journal entries in a report.
const ENTRIES: usize = 5;

impl Store {
    /// The health of an owner's reminders, without upcoming ones, which the database does not know.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn health(&self, owner: Owner) -> Result<Health, StoreError> {
        Ok(Health {
            upcoming: Vec::new(),
            last: self.outcomes(owner, OUTCOMES).await?,
            paused: self.paused(owner).await?,
            ended: self.endings(owner).await?,
        })
    }

    /// The last outcomes of deliveries, the newest first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn outcomes(&self, owner: Owner, most: usize) -> Result<Vec<DeliveryOutcome>, StoreError> {
        let clause = owner.clause();
        let outcomes =
            format!("SELECT * FROM delivery WHERE {clause} AND settled > 0 ORDER BY settled DESC, id LIMIT $2");
        self.owned(owner, outcomes, most).await
    }

    /// The paused channels.
    async fn paused(&self, owner: Owner) -> Result<Vec<PausedChannel>, StoreError> {
        let clause = match owner {
            Owner::Person(_) => "id IN (SELECT channel FROM subscription WHERE owner = $1 AND target <> 'channel')",
            Owner::Server(_) => "guild = $1",
            Owner::All => "$1 = $1",
        };
        let paused = format!("SELECT id, why FROM paused_channel WHERE {clause} ORDER BY since, id LIMIT $2");
        self.owned(owner, paused, usize::MAX).await
    }

    /// The last journal entries about endings, the newest first.
    async fn endings(&self, owner: Owner) -> Result<Vec<JournalEntry>, StoreError> {
        let clause = match owner {
            Owner::Person(_) => "owner = $1 AND guild = 0",
            Owner::Server(_) => "guild = $1",
            Owner::All => "$1 = $1",
        };
        let endings =
            format!("SELECT * FROM journal WHERE {clause} AND what <> 'paused' ORDER BY at DESC, channel LIMIT $2");
        self.owned(owner, endings, ENTRIES).await
    }

    /// The rows of a statement whose first parameter is the owner, and whose second is the limit.
    async fn owned<T>(&self, owner: Owner, statement: String, most: usize) -> Result<Vec<T>, StoreError>
    where
        T: for<'r> FromRow<'r, AnyRow> + Send + Unpin,
    {
        let rows = sqlx::query(AssertSqlSafe(statement))
            .bind(owner.id())
            .bind(limit(most))
            .fetch_all(self.pool()?)
            .await?;
        Ok(readable(&rows))
    }

    /// Row counts, for the operator.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn stats(&self) -> Result<StoreStats, StoreError> {
        let counts = "SELECT (SELECT COUNT(*) FROM subscription WHERE target <> 'channel') AS people, \
             (SELECT COUNT(*) FROM subscription WHERE target = 'channel') AS servers, \
             (SELECT COUNT(*) FROM delivery WHERE state = 'pending') + \
             (SELECT COUNT(*) FROM delivery WHERE state = 'taken') AS waiting, \
             (SELECT COUNT(*) FROM paused_channel) AS paused";
        Ok(sqlx::query_as(counts).fetch_one(self.pool()?).await?)
    }
}

from_row!(PausedChannel { channel = "id", why });

from_row!(StoreStats {
    people,
    servers,
    waiting,
    paused
});
