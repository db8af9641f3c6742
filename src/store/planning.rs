//! The leads that are in use, and up to when notices were looked for.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sqlx::Row as _;

use super::columns::{instant, parsed, seconds};
use super::{Store, StoreError};
use crate::reminders::{LeadTime, Selector};

impl Store {
    /// Every lead that some subscription has, or had: there are never more than minutes in two weeks.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn lead_times(&self) -> Result<Vec<LeadTime>, StoreError> {
        let rows = sqlx::query("SELECT minutes FROM lead_in_use ORDER BY minutes")
            .fetch_all(self.pool()?)
            .await?;
        let leads = rows.iter().map(|row| row.try_get(0).map(LeadTime::minutes));
        Ok(leads.collect::<Result<_, _>>()?)
    }

    /// What anybody wants to hear of, by how long before. It looks at every subscription: for the operator alone.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn selectors_by_lead_time(&self) -> Result<BTreeMap<LeadTime, Vec<Selector>>, StoreError> {
        let rows = sqlx::query("SELECT DISTINCT lead, selector FROM wish ORDER BY lead, selector")
            .fetch_all(self.pool()?)
            .await?;
        let mut wanted: BTreeMap<LeadTime, Vec<Selector>> = BTreeMap::new();
        for row in &rows {
            let lead = LeadTime::minutes(row.try_get("lead")?);
            wanted.entry(lead).or_default().push(parsed(row, "selector")?);
        }
        Ok(wanted)
    }

    /// Up to when notices were looked for; absent in a new database.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn planned_until(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let row = sqlx::query("SELECT value FROM counter WHERE name = 'planned-until'")
            .fetch_optional(self.pool()?)
            .await?;
        let until = row.map(|row| row.try_get(0).map(instant));
        Ok(until.transpose()?)
    }

    /// Remembers up to when notices were looked for.
    ///
    /// # Errors
    /// Where the database fails.
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
