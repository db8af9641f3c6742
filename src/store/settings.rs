//! How a server is set up.

use std::collections::HashMap;

use chrono_tz::Tz;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use super::columns::{id, optional, signed};
use super::snapshot::bump_revision;
use super::{Store, StoreError};
use crate::domain::SeriesId;

/// How a server is set up; what it has not set is as everywhere.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The series that is meant when none is named.
    pub series: Option<SeriesId>,
    /// The zone that is shown beside the track's time, in place of the series' own.
    pub zone: Option<Tz>,
    /// Whether results are hidden until somebody wants to see them.
    pub spoilers: bool,
    /// The channel in which every answer is for the asker alone.
    pub quiet: Option<u64>,
}

impl Store {
    /// How all servers are set up that have set anything.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn settings(&self) -> Result<HashMap<u64, Settings>, StoreError> {
        let set = "SELECT id, series, zone, spoilers, quiet FROM guild \
                   WHERE series <> '' OR zone <> '' OR spoilers <> 0 OR quiet <> 0";
        let rows = sqlx::query(set).fetch_all(self.pool()?).await?;
        let settings = rows.iter().map(|row| Ok((id(row, "id")?, read(row)?)));
        Ok(settings.collect::<Result<_, sqlx::Error>>()?)
    }

    /// Sets a server up.
    ///
    /// # Errors
    /// Where the database fails.
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
        bump_revision(&mut write).await?;
        write.commit().await?;
        Ok(())
    }
}

/// The settings of a row. What no version of this program knows any more is as if it were not set.
fn read(row: &AnyRow) -> Result<Settings, sqlx::Error> {
    Ok(Settings {
        series: row.try_get::<String, _>("series")?.parse().ok(),
        zone: row.try_get::<String, _>("zone")?.parse().ok(),
        spoilers: row.try_get::<i64, _>("spoilers")? != 0,
        quiet: optional(row, "quiet")?,
    })
}
