//! What became of deliveries, and what is due next: for those who ask whether all is well.

use chrono::{DateTime, Utc};
use sqlx::Row as _;

use super::columns::{instant, signed};
use super::{Delivery, Owner, Store, StoreError, deliveries};
use crate::reminders::DeliveryRecord;

/// What became of a delivery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeliveryOutcome {
    /// The delivery.
    pub delivery: Delivery,
    /// `sent`, `skipped`, `failed` or `unconfirmed`.
    pub state: String,
    /// Why, where it was not sent.
    pub why: String,
    /// When that was settled.
    pub settled: DateTime<Utc>,
}

impl DeliveryOutcome {
    /// What is told of it.
    pub fn told(self) -> DeliveryRecord {
        DeliveryRecord {
            subject: self.delivery.notice.subject,
            occasion: self.delivery.notice.occasion,
            due: self.delivery.notice.due,
            settled: self.settled,
            state: self.state,
            why: self.why,
        }
    }
}

impl Store {
    /// What became of the last deliveries, the last one first.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn outcomes(&self, whose: Owner, most: usize) -> Result<Vec<DeliveryOutcome>, StoreError> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let all = match whose {
            Owner::Person(owner) => sqlx::query(
                "SELECT * FROM delivery WHERE owner = $1 AND settled <> 0 AND target <> 'channel' ORDER BY settled DESC, id LIMIT $2",
            )
            .bind(signed(owner)),
            Owner::Server(guild) => sqlx::query(
                "SELECT * FROM delivery WHERE guild = $1 AND settled <> 0 AND target = 'channel' ORDER BY settled DESC, id LIMIT $2",
            )
            .bind(signed(guild)),
            Owner::All => {
                sqlx::query("SELECT * FROM delivery WHERE settled > $1 ORDER BY settled DESC, id LIMIT $2").bind(0_i64)
            }
        };
        let rows = all.bind(most).fetch_all(self.pool()?).await?;
        let outcomes = rows.iter().map(|row| {
            Ok(DeliveryOutcome {
                delivery: deliveries::read(row)?,
                state: row.try_get("state")?,
                why: row.try_get("why")?,
                settled: instant(row.try_get("settled")?),
            })
        });
        Ok(outcomes.collect::<Result<_, sqlx::Error>>()?)
    }
}
