//! Column conversions: instants as Unix seconds, ids as `BIGINT`, absent values as 0.

use std::str::FromStr;

use chrono::{DateTime, Utc};
use sqlx::any::AnyRow;
use sqlx::error::BoxDynError;
use sqlx::{Any, Decode, Row as _, Type};

use crate::domain::SessionPath;
use crate::reminders::{LeadTime, Occasion, Selector, Subject};

/// An instant as Unix seconds; 0 for none.
pub(super) fn seconds(at: impl Into<Option<DateTime<Utc>>>) -> i64 {
    at.into().map_or(0, |at| at.timestamp())
}

/// An id of Discord as the database stores it; 0 for none.
pub(super) fn signed(id: impl Into<Option<u64>>) -> i64 {
    id.into().unwrap_or_default().cast_signed()
}

/// A limit of rows, as the database takes it.
pub(super) fn limit(most: usize) -> i64 {
    i64::try_from(most).unwrap_or(i64::MAX)
}

/// A type that is stored in one column.
pub(super) trait ColumnValue: Sized {
    /// The type of the column.
    type Stored: for<'r> Decode<'r, Any> + Type<Any>;

    /// Converts the stored value.
    fn from_stored(stored: Self::Stored) -> Result<Self, BoxDynError>;
}

/// The value in a column of a row.
pub(super) fn get<T: ColumnValue>(row: &AnyRow, column: &str) -> Result<T, sqlx::Error> {
    T::from_stored(row.try_get(column)?).map_err(|source| sqlx::Error::ColumnDecode {
        index: column.to_owned(),
        source,
    })
}

/// Implements [`ColumnValue`] for types with an infallible conversion.
macro_rules! columns {
    ($($type:ty = $stored:ty, $convert:expr;)*) => {$(
        impl ColumnValue for $type {
            type Stored = $stored;

            fn from_stored(stored: $stored) -> Result<Self, BoxDynError> {
                let convert: fn($stored) -> Self = $convert;
                Ok(convert(stored))
            }
        }
    )*};
}

columns! {
    i64 = i64, |stored| stored;
    bool = i64, |stored| stored != 0;
    usize = i64, |stored| Self::try_from(stored).unwrap_or(0);
    u64 = i64, i64::cast_unsigned;
    Option<u64> = i64, |stored| Some(stored.cast_unsigned()).filter(|id| *id != 0);
    // Instants beyond the range of the type become the epoch.
    DateTime<Utc> = i64, |stored| Self::from_timestamp(stored, 0).unwrap_or(Self::UNIX_EPOCH);
    Option<DateTime<Utc>> = i64, |stored| (stored != 0).then(|| DateTime::from_timestamp(stored, 0).unwrap_or_default());
    LeadTime = i64, Self::minutes;
    String = String, |stored| stored;
}

/// Implements [`ColumnValue`] for types that are parsed from text.
macro_rules! parsed_columns {
    ($($type:ty = $parse:expr;)*) => {$(
        impl ColumnValue for $type {
            type Stored = String;

            fn from_stored(stored: String) -> Result<Self, BoxDynError> {
                let parse: fn(&str) -> Option<Self> = $parse;
                parse(&stored).ok_or_else(|| format!("'{stored}' is not valid here").into())
            }
        }
    )*};
}

parsed_columns! {
    Subject = |text| Self::from_str(text).ok();
    SessionPath = |text| Self::from_str(text).ok();
    Selector = |text| Self::from_str(text).ok();
    Occasion = Self::named;
}

/// Implements `FromRow` by reading each field from the column of its name, or of the name given.
macro_rules! from_row {
    ($type:ident { $($field:ident $(= $column:literal)?),* }) => {
        impl sqlx::FromRow<'_, sqlx::any::AnyRow> for $type {
            fn from_row(row: &sqlx::any::AnyRow) -> Result<Self, sqlx::Error> {
                use $crate::store::columns::{column_name, get};
                Ok(Self {
                    $($field: get(row, column_name!($field $($column)?))?),*
                })
            }
        }
    };
}

macro_rules! column_name {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $column:literal) => {
        $column
    };
}

pub(super) use {column_name, from_row};
