//! Rows that cannot be read or recorded: they are left out and end with a record, so that they hold up no others.

use chrono::{DateTime, Utc};
use sqlx::any::AnyRow;
use sqlx::{FromRow, Row as _};

use super::columns::seconds;
use super::journal::JournalRow;
use super::{Store, StoreError};
use crate::domain::printable;
use crate::reminders::{Delivery, EndReason, JournalKind};

/// The rows that can be read; the others are logged.
pub(super) fn readable<T: for<'r> FromRow<'r, AnyRow>>(rows: &[AnyRow]) -> Vec<T> {
    let read = |row| match T::from_row(row) {
        Ok(read) => Some(read),
        Err(error) => {
            let error = printable(&error.to_string());
            tracing::error!("a row of the database cannot be read and is left out: {error}");
            None
        }
    };
    rows.iter().filter_map(read).collect()
}

/// An id in a row that cannot be read as a whole; 0 where that cannot be read either.
fn id(row: &AnyRow, column: &str) -> i64 {
    row.try_get(column).unwrap_or(0)
}

impl Store {
    /// The deliveries of rows. Those that cannot be read have failed, and the journal says so.
    pub(super) async fn readable_deliveries(
        &self,
        rows: &[AnyRow],
        now: DateTime<Utc>,
    ) -> Result<Vec<Delivery>, StoreError> {
        for row in rows.iter().filter(|row| Delivery::from_row(row).is_err()) {
            let mut write = self.write().await?;
            sqlx::query(
                "UPDATE delivery SET state = 'failed', why = 'unreadable', settled = $1, holder = '' WHERE id = $2",
            )
            .bind(seconds(now))
            .bind(row.try_get::<String, _>("id").unwrap_or_default())
            .execute(&mut *write)
            .await?;
            let target: String = row.try_get("target").unwrap_or_default();
            let (is_direct, is_server) = (target == "direct", target == "channel");
            let entry = JournalRow {
                at: now,
                owner: id(row, "owner").cast_unsigned(),
                guild: is_server.then(|| id(row, "guild").cast_unsigned()),
                channel: if is_direct {
                    0
                } else {
                    id(row, "channel").cast_unsigned()
                },
                kind: JournalKind::Lost,
                reason: EndReason::Unreadable.as_str(),
            };
            entry.record(&mut write).await?;
            write.commit().await?;
        }
        Ok(readable(rows))
    }

    /// Removes a delivery whose outcome cannot be recorded, after an entry in the journal.
    ///
    /// # Errors
    /// If the database fails; the entry may be there then.
    pub async fn abandon(&self, delivery: &Delivery, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        let entry = JournalRow::of_target(delivery.owner, delivery.target, JournalKind::Lost, now);
        entry.record(&mut write).await?;
        write.commit().await?;
        sqlx::query("DELETE FROM delivery WHERE id = $1")
            .bind(&delivery.key)
            .execute(self.pool()?)
            .await?;
        Ok(())
    }

    /// Ends the fan-out of notices that cannot be read; the deliveries that were made of them stay.
    pub(super) async fn end_unreadable_notices<'r>(
        &self,
        rows: impl Iterator<Item = &'r AnyRow>,
    ) -> Result<(), StoreError> {
        let ids = |row: &AnyRow| {
            let text = |column| row.try_get::<String, _>(column).unwrap_or_default();
            (text("subject"), text("occasion"))
        };
        for row in rows {
            let (subject, occasion) = ids(row);
            sqlx::query("UPDATE wave SET done = 1 WHERE done = 0 AND subject = $1 AND occasion = $2")
                .bind(subject)
                .bind(occasion)
                .execute(self.pool()?)
                .await?;
        }
        Ok(())
    }
}
