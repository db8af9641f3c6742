//! Plausible dates: those that clocks and zones can be asked about.

use chrono::{Datelike, NaiveDate};

/// True if a date lies between 1900 and 2100.
pub fn is_plausible(date: NaiveDate) -> bool {
    (1900..=2100).contains(&date.year())
}
