//! Deliveries that could not be confirmed, until whoever set them has been told.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::FromRow;
use sqlx::any::AnyRow;

use super::columns::{get, seconds, signed};
use super::unreadable::readable;
use super::{Store, StoreError};
use crate::reminders::Subject;

/// Time after the last one in which others of the same outage come.
const GATHERED: TimeDelta = TimeDelta::minutes(1);

/// An unconfirmed delivery: its owner and subject.
struct UnconfirmedRow(u64, Subject);

impl Store {
    /// The subjects of deliveries that could not be confirmed and of which their owner, who is the key, was not told.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn untold(&self, now: DateTime<Utc>) -> Result<BTreeMap<u64, Vec<Subject>>, StoreError> {
        let rows = sqlx::query(
            "SELECT owner, subject FROM delivery WHERE state = 'unconfirmed' AND told = 0 AND owner <> 0 \
             AND owner NOT IN (SELECT owner FROM delivery WHERE state = 'unconfirmed' AND told = 0 AND settled > $1) \
             ORDER BY owner, starts, subject LIMIT 500",
        )
        .bind(seconds(now - GATHERED))
        .fetch_all(self.pool()?)
        .await?;
        let mut untold: BTreeMap<u64, Vec<Subject>> = BTreeMap::new();
        for UnconfirmedRow(owner, subject) in readable(&rows) {
            untold.entry(owner).or_default().push(subject);
        }
        Ok(untold)
    }

    /// Records that an owner was told.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn set_told(&self, owner: u64, now: DateTime<Utc>) -> Result<(), StoreError> {
        let told =
            "UPDATE delivery SET told = 1 WHERE state = 'unconfirmed' AND told = 0 AND owner = $1 AND settled <= $2";
        sqlx::query(told)
            .bind(signed(owner))
            .bind(seconds(now - GATHERED))
            .execute(self.pool()?)
            .await?;
        Ok(())
    }
}

impl FromRow<'_, AnyRow> for UnconfirmedRow {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self(get(row, "owner")?, get(row, "subject")?))
    }
}
