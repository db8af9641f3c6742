//! What is kept about a person, and how it is erased.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::Row as _;

use super::columns::{perhaps, signed};
use super::snapshot::bump_revision;
use super::{Store, StoreError};

/// What is kept about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct PersonalData {
    /// How many reminders of their own they have.
    pub reminders: u64,
    /// How many messages to them are planned, or on record.
    pub messages: u64,
    /// How many notes there are of what became of their reminders.
    pub notes: u64,
    /// How many reminders and changes of servers name them as the one who made them.
    pub made_for_servers: u64,
    /// Up to when they have seen the racing.
    pub seen: Option<DateTime<Utc>>,
}

impl Store {
    /// What is kept about a person.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn personal_data(&self, person: u64) -> Result<PersonalData, StoreError> {
        let row = sqlx::query(
            "SELECT \
             (SELECT COUNT(*) FROM subscription WHERE owner = $1 AND target <> 'channel') AS reminders, \
             (SELECT COUNT(*) FROM delivery WHERE owner = $1 AND target <> 'channel') AS messages, \
             (SELECT COUNT(*) FROM journal WHERE owner = $1) AS notes, \
             (SELECT COUNT(*) FROM subscription WHERE owner = $1 AND target = 'channel') AS subscriptions, \
             (SELECT COUNT(*) FROM change WHERE made_by = $1) AS changes, \
             (SELECT COALESCE(MAX(until), 0) FROM seen WHERE person = $1) AS seen",
        )
        .bind(signed(person))
        .fetch_one(self.pool()?)
        .await?;
        let count = |column| row.try_get::<i64, _>(column).map(i64::unsigned_abs);
        Ok(PersonalData {
            reminders: count("reminders")?,
            messages: count("messages")?,
            notes: count("notes")?,
            made_for_servers: count("subscriptions")? + count("changes")?,
            seen: perhaps(row.try_get("seen")?),
        })
    }

    /// Erases all that is kept about a person. What they made for a server is the server's, and stays without their name.
    ///
    /// # Errors
    /// Where the database fails; nothing is erased then.
    pub async fn erase_person(&self, person: u64) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        for statement in [
            "DELETE FROM wish WHERE subscription IN (SELECT id FROM subscription WHERE owner = $1 AND target <> 'channel')",
            "DELETE FROM subscription WHERE owner = $1 AND target <> 'channel'",
            "DELETE FROM delivery WHERE owner = $1 AND target <> 'channel'",
            "DELETE FROM journal WHERE owner = $1 AND guild = 0",
            "DELETE FROM seen WHERE person = $1",
            "UPDATE subscription SET owner = 0 WHERE owner = $1",
            "UPDATE delivery SET owner = 0 WHERE owner = $1",
            "UPDATE journal SET owner = 0 WHERE owner = $1",
            "UPDATE change SET made_by = 0 WHERE made_by = $1",
        ] {
            sqlx::query(statement).bind(signed(person)).execute(&mut *write).await?;
        }
        bump_revision(&mut write).await?;
        write.commit().await?;
        Ok(())
    }
}
