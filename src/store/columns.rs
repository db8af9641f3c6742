//! Between rows and what they mean: instants are seconds, ids are signed, nothing is 0.

use chrono::{DateTime, Utc};
use sqlx::any::AnyRow;
use sqlx::{ColumnIndex, Row};

/// An instant as seconds.
pub(super) const fn seconds(at: DateTime<Utc>) -> i64 {
    at.timestamp()
}

/// Seconds as an instant; what lies beyond all instants is the first of them.
pub(super) fn instant(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap_or(DateTime::UNIX_EPOCH)
}

/// An instant that may be missing.
pub(super) fn perhaps(seconds: i64) -> Option<DateTime<Utc>> {
    (seconds != 0).then(|| instant(seconds))
}

/// One of Discord's ids as the database keeps it.
pub(super) fn signed(id: impl Into<Option<u64>>) -> i64 {
    id.into().unwrap_or_default().cast_signed()
}

/// One of Discord's ids in a column.
pub(super) fn id<I: ColumnIndex<AnyRow>>(row: &AnyRow, column: I) -> Result<u64, sqlx::Error> {
    row.try_get::<i64, _>(column).map(i64::cast_unsigned)
}

/// One of Discord's ids in a column, if there is one.
pub(super) fn optional<I: ColumnIndex<AnyRow>>(row: &AnyRow, column: I) -> Result<Option<u64>, sqlx::Error> {
    Ok(Some(id(row, column)?).filter(|id| *id != 0))
}

/// What a text in a column says, if it still means something.
pub(super) fn parsed<T: std::str::FromStr>(row: &AnyRow, column: &str) -> Result<T, sqlx::Error> {
    let text: String = row.try_get(column)?;
    text.parse().map_err(|_| sqlx::Error::ColumnDecode {
        index: column.to_owned(),
        source: format!("'{text}' means nothing here").into(),
    })
}
