//! Settings of servers.

use std::collections::HashMap;

use chrono_tz::Tz;
use sqlx::FromRow;
use sqlx::any::AnyRow;

use super::columns::{get, signed};
use super::unreadable::readable;
use super::{Store, StoreError};
use crate::domain::SeriesId;

/// The settings of a server; the default leaves everything unset.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The series of questions that name none.
    pub series: Option<SeriesId>,
    /// The zone shown beside the track's time, in place of the series' own.
    pub zone: Option<Tz>,
    /// True if results are hidden until somebody asks to see them.
    pub spoilers: bool,
    /// The channel in which every answer is visible to the asker only.
    pub quiet: Option<u64>,
}

/// The settings of a server, with its id.
struct SettingsRow(u64, Settings);

impl Store {
    /// The settings of all servers that have set anything.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn settings(&self) -> Result<HashMap<u64, Settings>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, series, zone, spoilers, quiet FROM guild \
             WHERE series <> '' OR zone <> '' OR spoilers <> 0 OR quiet <> 0",
        )
        .fetch_all(self.pool()?)
        .await?;
        let rows: Vec<SettingsRow> = readable(&rows);
        Ok(rows.into_iter().map(|row| (row.0, row.1)).collect())
    }

    /// Stores the settings of a server.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn save_settings(&self, guild: u64, settings: &Settings) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        sqlx::query(
            "INSERT INTO guild (id, series, zone, spoilers, quiet, events, left_at) VALUES ($1, $2, $3, $4, $5, 0, 0) \
             ON CONFLICT (id) DO UPDATE SET series = excluded.series, zone = excluded.zone, \
             spoilers = excluded.spoilers, quiet = excluded.quiet",
        )
        .bind(signed(guild))
        .bind(settings.series.as_ref().map_or("", SeriesId::as_str))
        .bind(settings.zone.map_or("", Tz::name))
        .bind(i64::from(settings.spoilers))
        .bind(signed(settings.quiet))
        .execute(&mut *write)
        .await?;
        Self::commit_shared(write).await
    }
}

impl FromRow<'_, AnyRow> for SettingsRow {
    /// A series or zone that this version does not know counts as unset.
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        let settings = Settings {
            series: get::<String>(row, "series")?.parse().ok(),
            zone: get::<String>(row, "zone")?.parse().ok(),
            spoilers: get(row, "spoilers")?,
            quiet: get(row, "quiet")?,
        };
        Ok(Self(get(row, "id")?, settings))
    }
}
