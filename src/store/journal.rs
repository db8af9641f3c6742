//! Journal: pauses and endings that no delivery records.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::any::AnyRow;

use super::columns::{get, seconds, signed};
use super::database::Write;
use super::{Store, StoreError};
use crate::reminders::{EndReason, JournalEntry, JournalKind, Subscription, Target};

/// A journal entry to write.
pub(super) struct JournalRow<'a> {
    pub at: DateTime<Utc>,
    pub owner: u64,
    pub guild: Option<u64>,
    pub channel: u64,
    pub kind: JournalKind,
    pub reason: &'a str,
}

impl<'a> JournalRow<'a> {
    /// An entry for a subscription: direct messages have no channel, and a personal subscription has no server.
    pub fn of(subscription: &Subscription, kind: JournalKind, reason: &'a str, at: DateTime<Utc>) -> Self {
        let (guild, channel) = place(subscription.target);
        Self {
            at,
            owner: subscription.owner,
            guild,
            channel,
            kind,
            reason,
        }
    }

    /// An entry for a message that was lost, since the database could not record it.
    pub fn of_target(owner: u64, target: Target, kind: JournalKind, at: DateTime<Utc>) -> JournalRow<'static> {
        let (guild, channel) = place(target);
        JournalRow {
            at,
            owner,
            guild,
            channel,
            kind,
            reason: EndReason::Unrecorded.as_str(),
        }
    }

    /// Writes the entry.
    pub async fn record(self, write: &mut Write) -> Result<(), sqlx::Error> {
        sqlx::query("INSERT INTO journal (at, owner, guild, channel, what, why) VALUES ($1, $2, $3, $4, $5, $6)")
            .bind(seconds(self.at))
            .bind(signed(self.owner))
            .bind(signed(self.guild))
            .bind(signed(self.channel))
            .bind(self.kind.as_str())
            .bind(self.reason)
            .execute(&mut **write)
            .await?;
        Ok(())
    }
}

/// The server and the channel of an entry.
const fn place(target: Target) -> (Option<u64>, u64) {
    match target {
        Target::Direct { .. } => (None, 0),
        Target::Mention { channel, .. } => (None, channel),
        Target::Channel { guild, channel, .. } => (Some(guild), channel),
    }
}

impl Store {
    /// Records that the bot is not connected to Discord, for the operator.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn record_disconnection(&self, reason: &EndReason, at: DateTime<Utc>) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        let entry = JournalRow {
            at,
            owner: 0,
            guild: None,
            channel: 0,
            kind: JournalKind::Disconnected,
            reason: reason.as_str(),
        };
        entry.record(&mut write).await?;
        write.commit().await?;
        Ok(())
    }
}

impl FromRow<'_, AnyRow> for JournalEntry {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            at: get(row, "at")?,
            channel: get(row, "channel")?,
            kind: JournalKind::named(&get::<String>(row, "what")?),
            reason: EndReason::named(get(row, "why")?),
        })
    }
}
