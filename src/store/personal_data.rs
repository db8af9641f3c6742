//! Personal data: the stored data about a person, and its erasure.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::columns::{from_row, signed};
use super::database::execute_each;
use super::{Store, StoreError};

/// The stored data about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct PersonalData {
    /// The number of their own reminders.
    pub reminders: u64,
    /// The number of messages to them that are planned or on record.
    pub messages: u64,
    /// The number of journal entries about their reminders.
    pub notes: u64,
    /// The number of reminders and changes of servers that name them as their author.
    pub made_for_servers: u64,
    /// The instant up to which they have seen the racing.
    pub seen: Option<DateTime<Utc>>,
}

impl Store {
    /// The stored data about a person.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn personal_data(&self, person: u64) -> Result<PersonalData, StoreError> {
        let counts = "SELECT \
             (SELECT COUNT(*) FROM subscription WHERE owner = $1 AND target <> 'channel') AS reminders, \
             (SELECT COUNT(*) FROM delivery WHERE owner = $1 AND target <> 'channel') AS messages, \
             (SELECT COUNT(*) FROM journal WHERE owner = $1) AS notes, \
             (SELECT COUNT(*) FROM subscription WHERE owner = $1 AND target = 'channel') + \
             (SELECT COUNT(*) FROM change WHERE made_by = $1) AS made_for_servers, \
             (SELECT COALESCE(MAX(until), 0) FROM seen WHERE person = $1) AS seen";
        Ok(sqlx::query_as(counts)
            .bind(signed(person))
            .fetch_one(self.pool()?)
            .await?)
    }

    /// Erases all data about a person. Reminders and changes that they made for a server stay, without their id.
    ///
    /// # Errors
    /// If the database fails; nothing is erased then.
    pub async fn erase_person(&self, person: u64) -> Result<(), StoreError> {
        let statements = [
            "DELETE FROM wish WHERE subscription IN (SELECT id FROM subscription WHERE owner = $1 AND target <> 'channel')",
            "DELETE FROM subscription WHERE owner = $1 AND target <> 'channel'",
            "DELETE FROM delivery WHERE owner = $1 AND target <> 'channel'",
            "DELETE FROM journal WHERE owner = $1 AND guild = 0",
            "DELETE FROM seen WHERE person = $1",
            "UPDATE subscription SET owner = 0 WHERE owner = $1",
            "UPDATE delivery SET owner = 0 WHERE owner = $1",
            "UPDATE journal SET owner = 0 WHERE owner = $1",
            "UPDATE change SET made_by = 0 WHERE made_by = $1",
        ];
        let mut write = self.write().await?;
        execute_each(&mut write, &statements, signed(person)).await?;
        Self::commit_shared(write).await
    }
}

from_row!(PersonalData {
    reminders,
    messages,
    notes,
    made_for_servers,
    seen
});
