//! Planning state: the lead times in use, and the instant up to which notices were planned.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::columns::{ColumnValue as _, from_row, seconds};
use super::{Store, StoreError};
use crate::reminders::{LeadTime, Selector, Trigger};

impl Store {
    /// The lead times of all subscriptions, past ones included: never more than there are minutes in two weeks.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn lead_times(&self) -> Result<Vec<LeadTime>, StoreError> {
        let minutes: Vec<i64> = sqlx::query_scalar("SELECT minutes FROM lead_in_use ORDER BY minutes")
            .fetch_all(self.pool()?)
            .await?;
        Ok(minutes.into_iter().map(LeadTime::minutes).collect())
    }

    /// The selectors of all subscriptions by lead time. It scans every subscription: for the operator only.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn selectors_by_lead_time(&self) -> Result<BTreeMap<LeadTime, Vec<Selector>>, StoreError> {
        let triggers: Vec<Trigger> = sqlx::query_as("SELECT DISTINCT lead, selector FROM wish ORDER BY lead, selector")
            .fetch_all(self.pool()?)
            .await?;
        let mut selectors: BTreeMap<LeadTime, Vec<Selector>> = BTreeMap::new();
        for trigger in triggers {
            selectors.entry(trigger.lead).or_default().push(trigger.selector);
        }
        Ok(selectors)
    }

    /// The instant up to which notices were planned; `None` in a new database.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn planned_until(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let until: Option<i64> = sqlx::query_scalar("SELECT value FROM counter WHERE name = 'planned-until'")
            .fetch_optional(self.pool()?)
            .await?;
        let until = until.map(DateTime::from_stored).transpose();
        until.map_err(|error| sqlx::Error::Decode(error).into())
    }

    /// Stores the instant up to which notices were planned.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn set_planned_until(&self, until: DateTime<Utc>) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO counter (name, value) VALUES ('planned-until', $1) \
             ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        )
        .bind(seconds(until))
        .execute(self.pool()?)
        .await?;
        Ok(())
    }
}

from_row!(Trigger { selector, lead });
